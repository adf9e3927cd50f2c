//! What a session hears, and what it makes of it.

use alloc::rc::Rc;

use wasm_bindgen::JsValue;

use super::{
    gate,
    hearing::What,
    host, promise,
    surface::{self, Press},
    widget::{Parts, Shown, Widget},
};
use crate::{
    error::ErrorCode,
    event::{ClosedBy, Diagnostic, Phase, Refusal},
    session::Input,
};

impl Widget {
    /// Something has been heard. What scripts of the page's may have made up is looked at
    /// while no part is borrowed: reading it may run their code, and that may end the session.
    pub(super) fn hear(self: &Rc<Self>, what: What, value: &JsValue) {
        let input = match what {
            What::Message => return self.receive(value),
            What::Aborted => return self.abort(&host::get(value, "target")),
            What::Leaving => return host::ask_before_leaving(value),
            What::Visibility => return self.parts.borrow_mut().look_at_times(),
            What::Elapsed => self
                .take_part(|parts| parts.timer.take())
                .map(|(timer, _)| Input::Elapsed(timer)),
            What::Token => return self.token_came(promise::answer(value)),
            What::Confirmation => return self.confirmation_came(promise::answer(value)),
            What::LocalNetwork => return self.local_network_answered(Some(value)),
            What::LocalNetworkChanged => return self.local_network_answered(None),
            What::Pressed => match surface::pressed(value) {
                Some(Press::Input(input)) => Some(input),
                Some(Press::Dismiss) => return self.notify(None),
                None => None,
            },
            What::DialogClosed => Some(Input::Close(ClosedBy::Signer)),
            What::Resized => self.is_gone().then_some(Input::Close(ClosedBy::Page)),
            What::FrameLoaded => self.of_shown(|shown| shown.frame.loaded()),
            What::FrameLook => self.of_shown(|shown| shown.frame.look()),
            What::PolicyViolated => self
                .of_shown(|shown| shown.frame.addresses())
                .filter(|addresses| addresses.are_violated(value))
                .map(|_| Input::FrameBlocked(ErrorCode::BlockedByCsp)),
            What::Reported => self
                .of_shown(|shown| shown.frame.addresses())
                .and_then(|addresses| addresses.blocked(value))
                .map(Input::FrameBlocked),
            What::Blurred => self.of_shown(|shown| {
                shown.presence.blurred();
                None
            }),
            What::PointerEntered => {
                self.of_shown(|shown| shown.presence.signed().then_some(Input::Activity))
            }
            What::PresenceLook => return self.look_at_presence(),
        };
        if let Some(input) = input {
            self.take(input);
        }
    }

    /// What the frame that is shown tells, if one is.
    fn of_shown<T>(&self, look: impl FnOnce(&mut Shown) -> Option<T>) -> Option<T> {
        self.take_part(|parts| look(parts.view.as_mut()?))
    }

    /// A window message from this session's frame, or one that says so.
    fn receive(self: &Rc<Self>, event: &JsValue) {
        let frame = match &self.parts.borrow().view {
            Some(view) => view.frame.window(),
            None => JsValue::UNDEFINED,
        };
        match gate::read(event, &frame, &self.options) {
            Ok(message) => self.take(Input::Message(message)),
            Err(refusal) => self.refuse(refusal, event),
        }
    }

    /// Tells the page of a message that does not count, if it has not been told often.
    pub(super) fn refuse(&self, reason: Refusal, event: &JsValue) {
        let mut allowance = self.allowance.get();
        if self.hears_refusals && allowance.take(reason, host::now()) {
            self.allowance.set(allowance);
            self.page.diagnose(&Diagnostic::MessageRefused {
                reason,
                origin: gate::origin(event),
            });
        }
    }

    /// The browser has said whether the signer lets the frame reach NCALayer: for the first
    /// time, or anew.
    fn local_network_answered(&self, first: Option<&JsValue>) {
        if self.phase() == Phase::Ended {
            return;
        }
        let blocked = self.take_part(|parts| {
            let watch = parts.local_network.as_mut()?;
            match first {
                Some(settled) => watch.answered(settled),
                None => watch.blocked(),
            }
        });
        let texts = self.options.locale.texts();
        self.notify(blocked.map(|_| texts.eds_blocked_by_signer));
        if let Some(by) = blocked {
            self.page.diagnose(&Diagnostic::local_network_blocked(by));
        }
    }

    fn look_at_presence(self: &Rc<Self>) {
        let seen = self.of_shown(|shown| Some(shown.presence.look_now()));
        let Some(seen) = seen else { return };
        // Of what was hidden before it was taken out browsers do not tell: its size stays none.
        if self.is_gone() {
            return self.take(Input::Close(ClosedBy::Page));
        }
        if seen.has_focus {
            self.take(Input::FrameFocused);
        }
        if seen.is_activity {
            self.take(Input::Activity);
        }
    }
}

impl Parts {
    /// The page can be seen, or not any more.
    fn look_at_times(&mut self) {
        if let Some((_, timer)) = &mut self.timer {
            timer.look();
        }
        if let Some(shown) = &mut self.view {
            shown.presence.timer().look();
            if let Some(timer) = shown.frame.timer() {
                timer.look();
            }
        }
    }
}
