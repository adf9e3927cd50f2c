//! One `message` listener for the whole page, whatever the number of sessions.
//! Each message goes to the session whose frame posted it, and to no other.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use js_sys::{Function, Map};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{Event, MessageEvent, Window};

use super::{gate, widget::Widget};

/// The least time between two looks at strangers' messages, in milliseconds.
const PAUSE: u32 = 1_000;

#[wasm_bindgen(module = "/src/browser/listener.js")]
extern "C" {
    /// A call into the module costs many times what it costs to see that a window is
    /// nobody's frame: that alone is seen outside of it. What such a message says and
    /// where it comes from is looked at in here, or not at all.
    fn listen(places: &Map, deliver: &Function, pause: u32) -> Function;
}

#[derive(Default)]
struct Router {
    /// From a frame's window to the place of its session in `sessions`.
    places: Map,
    sessions: Vec<Option<Weak<Widget>>>,
    /// Present while there is a session.
    listener: Option<Listener>,
}

/// The page's listener. Dropping it takes it away.
struct Listener {
    end: Function,
    _deliver: Closure<dyn FnMut(&Event)>,
}

impl Listener {
    fn new(places: &Map) -> Self {
        let deliver = Closure::<dyn FnMut(&Event)>::new(|event: &Event| {
            deliver(event.unchecked_ref());
        });
        Self {
            end: listen(places, deliver.as_ref().unchecked_ref(), PAUSE),
            _deliver: deliver,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.end.call0(&JsValue::UNDEFINED);
    }
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
    pub(crate) fn new(frame: Window, widget: &Rc<Widget>) -> Self {
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
            if router.listener.is_none() {
                router.listener = Some(Listener::new(&router.places));
            }
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

/// Tells the sessions that a window that is nobody's frame has posted.
fn tell_of_stranger(event: &MessageEvent) {
    let sessions: Vec<_> = ROUTER.with_borrow(|router| {
        let live = router.sessions.iter().flatten();
        live.filter_map(Weak::upgrade).collect()
    });
    for widget in sessions {
        widget.refuse(gate::refuse_foreign(event), event);
    }
}
