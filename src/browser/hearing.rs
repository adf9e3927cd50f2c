//! What a session hears from the page, and how: every event, time and promise comes in by
//! one door with the session's number and what it is about.

use wasm_bindgen::JsValue;

use super::{host, sessions};

/// What is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A window message, an event.
    Message,
    /// The page's signal has been aborted: its event.
    Aborted,
    /// The browser is about to leave the page: an event.
    Leaving,
    /// The page can be seen, or not any more.
    Visibility,
    /// The session's own time is over.
    Elapsed,
    /// What became of the token's promise.
    Token,
    /// What became of the confirmation's promise.
    Confirmation,
    /// What became of the question after the local network.
    LocalNetwork,
    /// The signer has answered that question anew.
    LocalNetworkChanged,
    /// A press on something of the widget's own: an event.
    Pressed,
    /// The dialog has been closed.
    DialogClosed,
    /// The widget's size has changed.
    Resized,
    /// The frame has fired its `load` event.
    FrameLoaded,
    /// It is time to see whether the page has come.
    FrameLook,
    /// The page's policy has been violated: an event.
    PolicyViolated,
    /// What the browser reports: a list.
    Reported,
    /// The window has lost the focus.
    Blurred,
    /// The pointer has come over the frame.
    PointerEntered,
    /// It is time to see whether the frame has the focus.
    PresenceLook,
}

impl What {
    const ALL: [Self; 19] = [
        Self::Message,
        Self::Aborted,
        Self::Leaving,
        Self::Visibility,
        Self::Elapsed,
        Self::Token,
        Self::Confirmation,
        Self::LocalNetwork,
        Self::LocalNetworkChanged,
        Self::Pressed,
        Self::DialogClosed,
        Self::Resized,
        Self::FrameLoaded,
        Self::FrameLook,
        Self::PolicyViolated,
        Self::Reported,
        Self::Blurred,
        Self::PointerEntered,
        Self::PresenceLook,
    ];

    /// What this number, as JavaScript was given it, stands for.
    pub(super) fn of(number: u32) -> Option<Self> {
        Self::ALL.get(number as usize).copied()
    }
}

/// A session's ear, by the session's number: its parts hear by it without keeping the
/// session alive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ear(pub(super) u32);

impl Ear {
    /// A function for the browser to call. After the session's end it does nothing.
    pub(super) fn hearer(self, what: What) -> JsValue {
        sessions::hearer(self.0, what)
    }

    /// Hears an event.
    pub(super) fn listen(self, what: What, target: &JsValue, kind: &str) -> Hearing {
        Hearing(host::listen(target, kind, &self.hearer(what)))
    }

    /// Hears one of the browser's observers, where there is such a class.
    pub(super) fn observe(self, what: What, class: &str, target: &JsValue) -> Hearing {
        Hearing(host::observe(class, target, &self.hearer(what)))
    }

    /// Hears how a value, or what it is a promise of, has settled, unless the signal is
    /// aborted by then: see [`super::promise::answer`].
    pub(super) fn settle(self, what: What, value: &JsValue, signal: &JsValue) {
        host::settle(value, signal, &self.hearer(what));
    }
}

/// Something is heard for as long as this lives.
#[derive(Debug)]
#[must_use = "dropping it ends the hearing"]
pub(super) struct Hearing(pub(super) JsValue);

impl Drop for Hearing {
    fn drop(&mut self) {
        host::end(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_for_what_they_were_made_of() {
        for what in What::ALL {
            assert_eq!(What::of(what as u32), Some(what));
        }
        assert_eq!(What::of(What::ALL.len() as u32), None);
    }
}
