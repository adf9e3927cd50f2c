//! Whether the signer is doing something in the frame. A frame of another origin tells
//! the page only that it has the focus, or that the pointer has come over it.

use alloc::rc::Rc;
use core::cell::Cell;

use wasm_bindgen::JsValue;

use super::{
    host::{self, Listener},
    inbox::Inbox,
    timer::Timer,
};
use crate::session::Input;

/// For so long after the last sign of the signer the frame's having the focus counts
/// as activity, in milliseconds: somebody reads or types there, or has gone away.
const FOCUS_COUNTS: f64 = 10.0 * 60_000.0;

/// How often the focus is looked for, in milliseconds. A window that had lost it already, to
/// another window or another frame, is told nothing when this frame gets it.
const LOOK: u32 = 1_000;

/// Tells of activity for as long as it lives.
#[must_use = "dropping it ends the watch"]
pub(crate) struct Presence {
    _listeners: [Listener; 2],
    watch: Rc<Watch>,
}

struct Watch {
    frame: JsValue,
    /// The least time between two tellings, in milliseconds.
    pause: u32,
    inbox: Inbox,
    last_sign: Cell<f64>,
    /// Whether the frame had the focus at the last look.
    had_focus: Cell<bool>,
    last_told: Cell<f64>,
    /// Looks at the focus: soon after the window has lost it, and from time to time.
    look: Cell<Option<Timer>>,
}

impl Presence {
    pub(crate) fn watch(frame: &JsValue, pause: u32, inbox: Inbox) -> Self {
        let watch = Rc::new(Watch {
            frame: frame.clone(),
            pause,
            inbox,
            last_sign: Cell::new(f64::NEG_INFINITY),
            had_focus: Cell::new(false),
            last_told: Cell::new(f64::NEG_INFINITY),
            look: Cell::new(None),
        });
        let on_blur = Rc::downgrade(&watch);
        let on_pointer = Rc::downgrade(&watch);
        let listeners = [
            Listener::new(&host::window(), "blur", move |_| {
                if let Some(watch) = on_blur.upgrade() {
                    // Browsers say where the focus has gone only after the event.
                    watch.look_after(0);
                }
            }),
            Listener::new(frame, "pointerenter", move |_| {
                if let Some(watch) = on_pointer.upgrade() {
                    watch.signed();
                }
            }),
        ];
        watch.look_after_a_while();
        Self {
            _listeners: listeners,
            watch,
        }
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.watch.look.take();
    }
}

impl Watch {
    fn look_after_a_while(self: &Rc<Self>) {
        self.look_after(self.pause.clamp(1, LOOK));
    }

    fn look_after(self: &Rc<Self>, milliseconds: u32) {
        let watch = Rc::downgrade(self);
        self.look
            .set(Some(Timer::start(milliseconds, true, move || {
                if let Some(watch) = watch.upgrade() {
                    watch.look_after_a_while();
                    watch.look_now();
                }
            })));
    }

    fn look_now(&self) {
        let root = host::call_with(
            &self.frame,
            "getRootNode",
            &JsValue::UNDEFINED,
            &JsValue::UNDEFINED,
        );
        let has_focus = host::is_same(&host::get(&root, "activeElement"), &self.frame);
        let had_focus = self.had_focus.replace(has_focus);
        if has_focus {
            self.inbox.post(Input::FrameFocused);
        }
        if has_focus && !had_focus {
            // Browsers may say so only some time after the window has lost it.
            self.signed();
        } else if has_focus && host::now() - self.last_sign.get() < FOCUS_COUNTS {
            self.tell_activity();
        }
    }

    /// The signer has given a sign.
    fn signed(&self) {
        self.last_sign.set(host::now());
        self.tell_activity();
    }

    fn tell_activity(&self) {
        let now = host::now();
        if now - self.last_told.get() >= f64::from(self.pause) * 0.9 {
            self.last_told.set(now);
            self.inbox.post(Input::Activity);
        }
    }
}
