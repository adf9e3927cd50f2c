//! Whether the signer is doing something in the frame. A frame of another origin tells
//! the page only that it has the focus, or that the pointer has come over it.

use wasm_bindgen::JsValue;

use super::{
    hearing::{Ear, Hearing, What},
    host,
    timer::Timer,
};

/// How long after the last sign of the signer it still counts as activity that the frame has
/// the focus, in milliseconds: somebody reads or types there, or has gone away.
const FOCUS_COUNTS: f64 = 10.0 * 60_000.0;

/// How often the focus is looked for, in milliseconds. A window that had lost it already, to
/// another window or another frame, is told nothing when this frame gets it.
const LOOK: u32 = 1_000;

/// Watches a frame for as long as it lives.
#[must_use = "dropping it ends the watch"]
pub(crate) struct Presence {
    frame: JsValue,
    _hearings: [Hearing; 2],
    ear: Ear,
    /// The least time between two tellings, in milliseconds.
    pause: u32,
    last_sign: f64,
    /// Whether the frame had the focus at the last look.
    had_focus: bool,
    /// Whether it has the focus by the widget, which says nothing of the signer.
    is_given: bool,
    last_told: f64,
    /// Looks at the focus: soon after the window has lost it, and from time to time.
    look: Timer,
}

/// What a look at the frame has shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Whether the signer has brought the focus there.
    pub(crate) has_focus: bool,
    /// Whether the page is to be told that the signer is active.
    pub(crate) is_activity: bool,
}

impl Presence {
    pub(super) fn watch(frame: &JsValue, pause: u32, ear: Ear) -> Self {
        Self {
            frame: frame.clone(),
            _hearings: [
                ear.listen(What::Blurred, &host::window(), "blur"),
                ear.listen(What::PointerEntered, frame, "pointerenter"),
            ],
            ear,
            pause,
            last_sign: f64::NEG_INFINITY,
            had_focus: false,
            is_given: false,
            last_told: f64::NEG_INFINITY,
            look: Timer::start(between_looks(pause), true, ear, What::PresenceLook),
        }
    }

    /// The timer of the next look.
    pub(crate) fn timer(&mut self) -> &mut Timer {
        &mut self.look
    }

    /// The window has lost the focus. Browsers say where it has gone only after that.
    pub(crate) fn blurred(&mut self) {
        self.look_after(0);
    }

    /// The widget has given the focus to the frame.
    pub(crate) fn is_given_focus(&mut self) {
        self.is_given = true;
    }

    /// The pointer has come over the frame. Gives whether the page is to be told.
    pub(crate) fn signed(&mut self) -> bool {
        self.last_sign = host::now();
        self.is_due()
    }

    /// Looks at the focus, and will again.
    pub(crate) fn look_now(&mut self) -> Seen {
        self.look_after(between_looks(self.pause));
        let nothing = JsValue::UNDEFINED;
        let root = host::call_with(&self.frame, "getRootNode", &nothing, &nothing);
        let is_focused = host::is_same(&host::get(&root, "activeElement"), &self.frame);
        self.is_given &= is_focused;
        let has_focus = is_focused && !self.is_given;
        let had_focus = core::mem::replace(&mut self.had_focus, has_focus);
        Seen {
            has_focus,
            is_activity: if has_focus && !had_focus {
                // Browsers may say so only some time after the window has lost it.
                self.signed()
            } else {
                has_focus && host::now() - self.last_sign < FOCUS_COUNTS && self.is_due()
            },
        }
    }

    fn look_after(&mut self, milliseconds: u32) {
        self.look = Timer::start(milliseconds, true, self.ear, What::PresenceLook);
    }

    /// Whether the page has not been told for long enough. It will be now.
    fn is_due(&mut self) -> bool {
        let now = host::now();
        let is_due = now - self.last_told >= f64::from(self.pause) * 0.9;
        if is_due {
            self.last_told = now;
        }
        is_due
    }
}

fn between_looks(pause: u32) -> u32 {
    pause.clamp(1, LOOK)
}
