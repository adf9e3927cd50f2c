//! One `message` listener for the whole page, whatever the number of sessions.
//! Each message goes to the session whose frame posted it, and to no other.

use alloc::{rc::Rc, vec::Vec};
use core::cell::RefCell;

use wasm_bindgen::JsValue;

use super::{
    gate,
    host::{self, Callback},
    inbox::Inbox,
    widget::Widget,
};
use crate::global::global;

/// The least time between two looks at strangers' messages, in milliseconds.
const PAUSE: u32 = 1_000;

struct Router {
    /// From a frame's window to the place of its session in `sessions`: a `Map`.
    places: JsValue,
    sessions: Vec<Option<Inbox>>,
    /// Present while there is a session.
    listener: Option<Listener>,
}

/// The page's listener. Dropping it takes it away.
struct Listener {
    /// What ends it.
    hearing: JsValue,
    _deliver: Callback,
}

impl Listener {
    /// What strangers post is refused outside of the module. What such a message says and
    /// where it comes from is looked at in here, or not at all.
    fn new(places: &JsValue) -> Self {
        let deliver = Callback::new(deliver);
        Self {
            hearing: host::hear(places, deliver.as_js(), PAUSE),
            _deliver: deliver,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        host::call(&self.hearing, "end");
    }
}

global! {
    static ROUTER: RefCell<Router> = RefCell::new(Router {
        places: JsValue::UNDEFINED,
        sessions: Vec::new(),
        listener: None,
    });
}

/// Messages of a window go to a session for as long as this lives.
#[derive(Debug)]
#[must_use = "dropping it ends the routing"]
pub(crate) struct Route {
    window: JsValue,
    place: usize,
}

impl Route {
    /// Routes what `frame` posts to a session.
    pub(crate) fn new(frame: JsValue, inbox: Inbox) -> Self {
        ROUTER.with(|router| {
            let router = &mut *router.borrow_mut();
            let free = router.sessions.iter().position(Option::is_none);
            let place = free.unwrap_or(router.sessions.len());
            match router.sessions.get_mut(place) {
                Some(session) => *session = Some(inbox),
                None => router.sessions.push(Some(inbox)),
            }
            if router.listener.is_none() {
                router.places = host::make("Map", &JsValue::UNDEFINED);
                router.listener = Some(Listener::new(&router.places));
            }
            let number = JsValue::from(place as u32);
            host::call_with(&router.places, "set", &frame, &number);
            Self {
                window: frame,
                place,
            }
        })
    }
}

impl Drop for Route {
    fn drop(&mut self) {
        // The listener is dropped after the borrow ends: dropping it calls out.
        let _listener = ROUTER.with(|router| {
            let router = &mut *router.borrow_mut();
            host::call_with(&router.places, "delete", &self.window, &JsValue::UNDEFINED);
            if let Some(session) = router.sessions.get_mut(self.place) {
                *session = None;
            }
            if !router.sessions.iter().all(Option::is_none) {
                return None;
            }
            router.sessions.clear();
            router.listener.take()
        });
    }
}

fn deliver(event: JsValue) {
    let widget = ROUTER.with(|router| {
        let router = router.borrow();
        // None is at -1, nor at what that is as an index.
        let place = host::place_of(&router.places, &event) as usize;
        router.sessions.get(place)?.as_ref()?.session()
    });
    match widget {
        Some(widget) => widget.receive(&event),
        None => tell_of_stranger(&event),
    }
}

/// Tells the sessions that a window that is nobody's frame has posted.
fn tell_of_stranger(event: &JsValue) {
    let sessions: Vec<Rc<Widget>> = ROUTER.with(|router| {
        let router = router.borrow();
        let live = router.sessions.iter().flatten();
        live.filter_map(Inbox::session).collect()
    });
    for widget in sessions {
        widget.refuse(gate::refuse_foreign(event), event);
    }
}
