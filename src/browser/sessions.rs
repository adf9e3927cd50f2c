//! The sessions of the page, by number, and the one door by which they hear. There is one
//! `message` listener for all of them, whatever their number: each message goes to the
//! session whose frame posted it, and to no other.

use alloc::{boxed::Box, rc::Rc, vec::Vec};
use core::cell::RefCell;

use wasm_bindgen::{JsValue, closure::Closure};

use super::{
    gate,
    hearing::{Hearing, What},
    host,
    widget::Widget,
};
use crate::global::global;

/// The least time between two looks at strangers' messages, in milliseconds.
const PAUSE: u32 = 1_000;

type Door = Closure<dyn Fn(u32, u32, JsValue)>;

struct Sessions {
    /// Those that are open, with their numbers: an open session lives on by itself.
    open: Vec<(u32, Rc<Widget>)>,
    /// The number that the next session gets. None is given twice, so that nobody finds a
    /// session that is over.
    next: u32,
    /// Made with the first session, and kept: the browser may hold on to what hears by it.
    door: Option<Door>,
    /// From a frame's window to its session's number: a `Map`, while there is a frame.
    windows: JsValue,
    frames: usize,
    messages: Option<Hearing>,
}

global! {
    static SESSIONS: RefCell<Sessions> = RefCell::new(Sessions {
        open: Vec::new(),
        next: 0,
        door: None,
        windows: JsValue::UNDEFINED,
        frames: 0,
        messages: None,
    });
}

impl Sessions {
    fn door(&mut self) -> &JsValue {
        let door: &Door = self.door.get_or_insert_with(|| {
            let deliver: Box<dyn Fn(u32, u32, JsValue)> = Box::new(deliver);
            Closure::wrap(deliver)
        });
        door.as_ref()
    }
}

/// A number for a session.
pub(super) fn new_number() -> u32 {
    SESSIONS.with(|sessions| {
        let next = &mut sessions.borrow_mut().next;
        *next = next.wrapping_add(1);
        *next
    })
}

/// Keeps a session, under its number, until [`forget`].
pub(super) fn keep(number: u32, widget: Rc<Widget>) {
    SESSIONS.with(|sessions| sessions.borrow_mut().open.push((number, widget)));
}

/// The open session of this number.
pub(crate) fn find(number: u32) -> Option<Rc<Widget>> {
    SESSIONS.with(|sessions| {
        let open = &sessions.borrow().open;
        let (_, widget) = open.iter().find(|(one, _)| *one == number)?;
        Some(Rc::clone(widget))
    })
}

/// The session is over.
pub(super) fn forget(number: u32) {
    // Dropped after the borrow has ended.
    let _session = SESSIONS.with(|sessions| {
        let open = &mut sessions.borrow_mut().open;
        let place = open.iter().position(|(one, _)| *one == number)?;
        Some(open.swap_remove(place))
    });
}

/// A function that tells a session.
pub(super) fn hearer(number: u32, what: What) -> JsValue {
    SESSIONS.with(|sessions| host::hearer(sessions.borrow_mut().door(), number, what as u32))
}

/// Messages of a window go to a session for as long as this lives.
#[derive(Debug)]
#[must_use = "dropping it ends the routing"]
pub(crate) struct Route {
    window: JsValue,
}

impl Route {
    /// Routes what `frame` posts to a session.
    pub(super) fn new(frame: JsValue, number: u32) -> Self {
        SESSIONS.with(|sessions| {
            let sessions = &mut *sessions.borrow_mut();
            if sessions.frames == 0 {
                let windows = host::make("Map", &JsValue::UNDEFINED);
                let message = What::Message as u32;
                let messages = host::hear(&windows, sessions.door(), message, PAUSE);
                sessions.messages = Some(Hearing(messages));
                sessions.windows = windows;
            }
            sessions.frames += 1;
            host::call_with(&sessions.windows, "set", &frame, &number.into());
        });
        Self { window: frame }
    }
}

impl Drop for Route {
    fn drop(&mut self) {
        SESSIONS.with(|sessions| {
            let sessions = &mut *sessions.borrow_mut();
            host::call_with(
                &sessions.windows,
                "delete",
                &self.window,
                &JsValue::UNDEFINED,
            );
            sessions.frames -= 1;
            if sessions.frames == 0 {
                sessions.messages = None;
            }
        });
    }
}

/// Something has been heard.
fn deliver(number: u32, what: u32, value: JsValue) {
    let Some(what) = What::of(what) else { return };
    match find(number) {
        Some(widget) => widget.hear(what, &value),
        None if what == What::Message => tell_of_stranger(&value),
        None => {}
    }
}

/// Tells the sessions that a window that is nobody's frame has posted.
fn tell_of_stranger(event: &JsValue) {
    let reason = gate::refuse_foreign(event);
    // One by one, since each may have its page do something to the others.
    let next = |first: usize| {
        SESSIONS.with(|sessions| {
            let open = &sessions.borrow().open;
            let hears = |(_, widget): &(u32, Rc<Widget>)| widget.hears_refusals;
            let place = first + open.get(first..)?.iter().position(hears)?;
            let (_, widget) = open.get(place)?.clone();
            Some((place, widget))
        })
    };
    let mut first = 0;
    while let Some((place, widget)) = next(first) {
        widget.refuse(reason, event);
        first = place + 1;
    }
}
