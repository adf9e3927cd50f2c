//! Whether the signer is doing something in the frame. A frame of another origin tells
//! the page only that it has the focus, or that the pointer has come over it.

use std::{cell::Cell, rc::Rc};

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlIFrameElement, ShadowRoot, Window};

use super::timer::{Timer, now};

/// For so long after the last sign of the signer the frame's having the focus counts
/// as activity, in milliseconds: somebody reads or types there, or has gone away.
const FOCUS_COUNTS: f64 = 10.0 * 60_000.0;

/// What the signer does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sign {
    /// The frame has got the focus.
    Focus,
    /// Something is being done in it, or the pointer is over it.
    Activity,
}

/// Tells of activity for as long as it lives.
#[derive(Debug)]
#[must_use = "dropping it ends the watch"]
pub(crate) struct Presence {
    _listeners: [EventListener; 2],
    watch: Rc<Watch>,
}

struct Watch {
    window: Window,
    frame: HtmlIFrameElement,
    /// The least time between two tellings, in milliseconds.
    pause: u32,
    tell: Box<dyn Fn(Sign)>,
    last_sign: Cell<f64>,
    /// Whether the frame had the focus at the last look.
    had_focus: Cell<bool>,
    last_told: Cell<Option<f64>>,
    /// Looks at the focus: soon after the window has lost it, and from time to time.
    look: Cell<Option<Timer>>,
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Watch")
    }
}

impl Presence {
    pub(crate) fn watch(
        window: &Window,
        frame: &HtmlIFrameElement,
        pause: u32,
        tell: impl Fn(Sign) + 'static,
    ) -> Self {
        let watch = Rc::new(Watch {
            window: window.clone(),
            frame: frame.clone(),
            pause,
            tell: Box::new(tell),
            last_sign: Cell::new(f64::NEG_INFINITY),
            had_focus: Cell::new(false),
            last_told: Cell::new(None),
            look: Cell::new(None),
        });
        let on_blur = Rc::downgrade(&watch);
        let on_pointer = Rc::downgrade(&watch);
        let listeners = [
            EventListener::new(window, "blur", move |_| {
                if let Some(watch) = on_blur.upgrade() {
                    // Browsers say where the focus has gone only after the event.
                    watch.look_after(0);
                }
            }),
            EventListener::new(frame, "pointerenter", move |_| {
                if let Some(watch) = on_pointer.upgrade() {
                    watch.signed();
                }
            }),
        ];
        watch.look_after(pause);
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
    fn look_after(self: &Rc<Self>, milliseconds: u32) {
        let watch = Rc::downgrade(self);
        let timer = Timer::start(&self.window, milliseconds, true, move || {
            if let Some(watch) = watch.upgrade() {
                watch.look_after(watch.pause.max(1));
                watch.look_now();
            }
        });
        self.look.set(timer.ok());
    }

    fn look_now(&self) {
        let has_focus = self.has_focus();
        let had_focus = self.had_focus.replace(has_focus);
        if has_focus {
            (self.tell)(Sign::Focus);
        }
        if has_focus && !had_focus {
            // Browsers may say so only some time after the window has lost it.
            self.signed();
        } else if has_focus && now(&self.window) - self.last_sign.get() < FOCUS_COUNTS {
            self.tell_activity();
        }
    }

    fn has_focus(&self) -> bool {
        let root: JsValue = self.frame.get_root_node().into();
        root.dyn_ref::<ShadowRoot>()
            .and_then(ShadowRoot::active_element)
            .is_some_and(|active| js_sys::Object::is(&active, &self.frame))
    }

    /// The signer has given a sign.
    fn signed(&self) {
        self.last_sign.set(now(&self.window));
        self.tell_activity();
    }

    fn tell_activity(&self) {
        let now = now(&self.window);
        let is_soon = self
            .last_told
            .get()
            .is_some_and(|last| now - last < f64::from(self.pause) * 0.9);
        if !is_soon {
            self.last_told.set(Some(now));
            (self.tell)(Sign::Activity);
        }
    }
}
