//! The page's side of a session: its callbacks and its promise.

use std::cell::RefCell;

use js_sys::{Function, Object, Promise};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{AbortController, AbortSignal, HtmlElement};

use super::{failure, options::get};
use crate::{
    browser::Page,
    error::Error,
    event::{Diagnostic, Outcome, Progress},
};

pub(super) struct JsPage {
    token: JsValue,
    first_token: RefCell<JsValue>,
    first_controller: RefCell<Option<AbortController>>,
    host: RefCell<Option<HtmlElement>>,
    confirm: Option<Function>,
    on_event: Option<Function>,
    on_diagnostic: Option<Function>,
    resolve: Function,
    reject: Function,
}

impl JsPage {
    /// Takes the callbacks out of the options, whose types are checked elsewhere,
    /// and makes the promise.
    pub(super) fn new(
        options: &JsValue,
        first_token: JsValue,
        first_controller: Option<AbortController>,
        host: Option<HtmlElement>,
        on_event: Option<Function>,
    ) -> (Self, Promise) {
        let mut settle = None;
        let outcome = Promise::new(&mut |resolve, reject| settle = Some((resolve, reject)));
        // The executor has run by now (ECMAScript, the Promise constructor).
        let (resolve, reject) =
            settle.unwrap_or_else(|| (Function::default(), Function::default()));
        let page = Self {
            token: get(options, "token"),
            first_token: RefCell::new(first_token),
            first_controller: RefCell::new(first_controller),
            host: RefCell::new(host),
            confirm: get(options, "confirm").dyn_into().ok(),
            on_event: on_event.or_else(|| get(options, "onEvent").dyn_into().ok()),
            on_diagnostic: get(options, "onDiagnostic").dyn_into().ok(),
            resolve,
            reject,
        };
        (page, outcome)
    }

    fn emit(&self, event: &JsValue) {
        call(self.on_event.as_ref(), event);
    }
}

impl Page for JsPage {
    fn request_token(&self, signal: &AbortSignal) -> Result<JsValue, JsValue> {
        let first = self.first_token.take();
        if !first.is_undefined() {
            return Ok(first);
        }
        match self.token.dyn_ref::<Function>() {
            Some(function) => function.call1(&JsValue::UNDEFINED, signal),
            None => Ok(self.token.clone()),
        }
    }

    fn begun_request(&self) -> Option<AbortController> {
        self.first_controller.take()
    }

    fn host(&self) -> Option<HtmlElement> {
        self.host.take()
    }

    fn tell(&self, progress: &Progress) {
        self.emit(&frozen(progress));
    }

    fn stalled(&self, error: &Error) {
        self.emit(&with_error(
            "stalled",
            &failure::to_js(error, &JsValue::UNDEFINED),
        ));
    }

    fn diagnose(&self, diagnostic: &Diagnostic) {
        call(self.on_diagnostic.as_ref(), &frozen(diagnostic));
    }

    fn confirms(&self) -> bool {
        self.confirm.is_some()
    }

    fn confirm(&self, claim: &Outcome, signal: &AbortSignal) -> Result<JsValue, JsValue> {
        match &self.confirm {
            Some(confirm) => confirm.call2(&JsValue::UNDEFINED, &frozen(claim), signal),
            None => Ok(JsValue::UNDEFINED),
        }
    }

    fn ended(&self, result: Result<&Outcome, &Error>, cause: &JsValue) {
        let (settle, value, event) = match result {
            Ok(outcome) => {
                let outcome = frozen(outcome);
                (&self.resolve, outcome.clone(), outcome)
            }
            Err(error) => {
                let error = failure::to_js(error, cause);
                let event = with_error("failed", &error);
                (&self.reject, error, event)
            }
        };
        // Settling runs nobody's code before this returns.
        let _ = settle.call1(&JsValue::UNDEFINED, &value);
        self.emit(&event);
    }
}

/// An event that carries an error.
fn with_error(kind: &str, error: &JsValue) -> JsValue {
    let event = Object::new();
    failure::set(&event, "type", &JsValue::from_str(kind));
    failure::set(&event, "error", error);
    Object::freeze(&event).into()
}

/// A fresh object that nobody can change afterwards, nor anything in it.
pub(super) fn frozen(value: &impl Serialize) -> JsValue {
    let options = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    let object = value.serialize(&options).unwrap_or_default();
    // The one event with an object inside is `confirming`.
    let claim = get(&object, "claim");
    if claim.is_object() {
        Object::freeze(claim.unchecked_ref::<Object>());
    }
    Object::freeze(object.unchecked_ref::<Object>()).into()
}

/// Calls a callback of the page. What it throws is the page's own affair: it is
/// reported as an uncaught error is, and the session goes on.
fn call(callback: Option<&Function>, argument: &JsValue) {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = reportError)]
        fn report_error(error: &JsValue);
    }

    if let Some(callback) = callback
        && let Err(error) = callback.call1(&JsValue::UNDEFINED, argument)
    {
        report_error(&error);
    }
}
