//! One `message` listener for the whole page, whatever the number of sessions.
//! Each message goes to the session whose frame posted it, and to no other.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use gloo_events::EventListener;
use js_sys::Map;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use super::{gate, widget::Widget};

/// The least time between two looks at strangers' messages, in milliseconds.
const PAUSE: f64 = 1_000.0;

#[derive(Default)]
struct Router {
    /// From a frame's window to the place of its session in `sessions`.
    places: Map,
    sessions: Vec<Option<Weak<Widget>>>,
    /// Present while there is a session.
    listener: Option<EventListener>,
    /// When the sessions were last told of a stranger's message.
    stranger_told: Option<f64>,
}

thread_local! {
    static ROUTER: RefCell<Router> = RefCell::default();
}

/// Messages of a window go to a session for as long as this lives.
#[derive(Debug)]
#[must_use = "dropping it ends the routing"]
pub(crate) struct Route {
    window: Window,
    place: usize,
}

impl Route {
    /// Routes what `frame` posts to `widget`.
    pub(crate) fn new(page: &Window, frame: Window, widget: &Rc<Widget>) -> Self {
        ROUTER.with_borrow_mut(|router| {
            let widget = Some(Rc::downgrade(widget));
            let place = match router.sessions.iter().position(Option::is_none) {
                Some(free) => {
                    router.sessions[free] = widget;
                    free
                }
                None => {
                    router.sessions.push(widget);
                    router.sessions.len() - 1
                }
            };
            router.places.set(&frame, &JsValue::from(place as u32));
            router.listener.get_or_insert_with(|| {
                EventListener::new(page, "message", |event| {
                    if let Some(event) = event.dyn_ref() {
                        deliver(event);
                    }
                })
            });
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
        let _listener = ROUTER.with_borrow_mut(|router| {
            router.places.delete(&self.window);
            router.sessions[self.place] = None;
            let is_empty = router.sessions.iter().all(Option::is_none);
            if is_empty {
                router.sessions.clear();
                router.stranger_told = None;
                router.listener.take()
            } else {
                None
            }
        });
    }
}

fn deliver(event: &MessageEvent) {
    let widget = event.source().and_then(|source| {
        ROUTER.with_borrow(|router| {
            let place = router.places.get(&source).as_f64()?;
            router.sessions.get(place as usize)?.as_ref()?.upgrade()
        })
    });
    match widget {
        Some(widget) => widget.receive(event),
        None => tell_of_stranger(event),
    }
}

/// Tells the sessions that a window that is nobody's frame has posted, at most once a
/// second: a message costs the same whatever the number of sessions.
fn tell_of_stranger(event: &MessageEvent) {
    let now = event.time_stamp();
    let sessions: Vec<_> = ROUTER.with_borrow_mut(|router| {
        if router.stranger_told.is_some_and(|last| now - last < PAUSE) {
            return Vec::new();
        }
        router.stranger_told = Some(now);
        let live = router.sessions.iter().flatten();
        live.filter_map(Weak::upgrade).collect()
    });
    for widget in sessions {
        widget.refuse(gate::refuse_foreign(event), event);
    }
}
