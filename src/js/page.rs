//! The page's side of a session: its callbacks and its promise.

use core::cell::RefCell;

use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, AbortSignal, HtmlElement};

use super::{failure, serializer::Serializer};
use crate::{
    browser::{
        Page,
        host::{self, get},
    },
    error::Error,
    event::{Diagnostic, Outcome, Progress},
};

pub(super) struct JsPage {
    token: JsValue,
    first_token: RefCell<JsValue>,
    first_controller: RefCell<JsValue>,
    host: RefCell<JsValue>,
    confirm: JsValue,
    on_event: JsValue,
    on_diagnostic: JsValue,
    /// The promise, and what settles it.
    outcome: JsValue,
}

impl JsPage {
    /// Takes the callbacks out of the options, whose types are checked elsewhere,
    /// and makes the promise.
    pub(super) fn new(
        options: &JsValue,
        first_token: JsValue,
        first_controller: JsValue,
        host: JsValue,
        on_event: JsValue,
    ) -> Self {
        Self {
            token: get(options, "token"),
            first_token: RefCell::new(first_token),
            first_controller: RefCell::new(first_controller),
            host: RefCell::new(host),
            confirm: get(options, "confirm"),
            on_event: if on_event.is_undefined() {
                get(options, "onEvent")
            } else {
                on_event
            },
            on_diagnostic: get(options, "onDiagnostic"),
            outcome: host::defer(),
        }
    }

    /// The promise that settles when the session ends, and what settles it.
    pub(super) fn outcome(&self) -> JsValue {
        self.outcome.clone()
    }
}

impl Page for JsPage {
    // What the page's functions throw comes as a promise that is rejected with it.
    fn request_token(&self, signal: &AbortSignal) -> Result<JsValue, JsValue> {
        let first = self.first_token.take();
        Ok(if !first.is_undefined() {
            first
        } else if self.token.is_function() {
            host::ask(&self.token, signal, &JsValue::UNDEFINED)
        } else {
            self.token.clone()
        })
    }

    fn begun_request(&self) -> Option<AbortController> {
        given(self.first_controller.take())
    }

    fn host(&self) -> Option<HtmlElement> {
        given(self.host.take())
    }

    fn tell(&self, progress: &Progress) {
        host::tell(&self.on_event, &to_js(progress));
    }

    fn stalled(&self, error: &Error) {
        let error = failure::to_js(error, &JsValue::UNDEFINED);
        host::tell(&self.on_event, &with_error("stalled", &error));
    }

    fn diagnose(&self, diagnostic: &Diagnostic) {
        host::tell(&self.on_diagnostic, &to_js(diagnostic));
    }

    fn hears_refusals(&self) -> bool {
        !self.on_diagnostic.is_undefined()
    }

    fn confirms(&self) -> bool {
        !self.confirm.is_undefined()
    }

    fn confirm(&self, claim: &Outcome, signal: &AbortSignal) -> Result<JsValue, JsValue> {
        Ok(host::ask(&self.confirm, &to_js(claim), signal))
    }

    fn ended(&self, result: Result<&Outcome, &Error>, cause: &JsValue) {
        let (settle, value, event) = match result {
            Ok(outcome) => {
                let outcome = to_js(outcome);
                ("resolve", outcome.clone(), outcome)
            }
            Err(error) => {
                let error = failure::to_js(error, cause);
                let event = with_error("failed", &error);
                ("reject", error, event)
            }
        };
        // Settling runs nobody's code before this returns.
        host::call_with(&self.outcome, settle, &value, &JsValue::UNDEFINED);
        host::tell(&self.on_event, &event);
    }
}

/// What the loader has handed over, if it has.
fn given<T: JsCast>(value: JsValue) -> Option<T> {
    (!value.is_undefined()).then(|| value.unchecked_into())
}

/// An event that carries an error.
fn with_error(kind: &str, error: &JsValue) -> JsValue {
    let event = host::object();
    host::set(&event, "type", &kind.into());
    host::set(&event, "error", error);
    host::frozen(&event)
}

/// A fresh object that nobody can change afterwards, nor anything in it.
pub(super) fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(Serializer).unwrap_or_default()
}
