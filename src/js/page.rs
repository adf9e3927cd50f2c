//! The page's side of a session: its callbacks and its promise.

use std::cell::RefCell;

use js_sys::{Function, Object, Promise};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use super::{failure, options::get};
use crate::{
    browser::Page,
    error::Error,
    event::{Outcome, Progress, Refusal},
};

pub(super) struct JsPage {
    token: JsValue,
    first_token: RefCell<JsValue>,
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
    fn request_token(&self) -> Result<JsValue, JsValue> {
        let first = self.first_token.take();
        if !first.is_undefined() {
            return Ok(first);
        }
        match self.token.dyn_ref::<Function>() {
            Some(function) => function.call0(&JsValue::UNDEFINED),
            None => Ok(self.token.clone()),
        }
    }

    fn tell(&self, progress: &Progress) {
        self.emit(&frozen(progress));
    }

    fn refused(&self, refusal: Refusal, origin: &str) {
        let diagnostic = Object::new();
        failure::set(&diagnostic, "type", &JsValue::from_str("message-refused"));
        failure::set(&diagnostic, "reason", &JsValue::from_str(refusal.as_str()));
        failure::set(&diagnostic, "origin", &JsValue::from_str(origin));
        call(self.on_diagnostic.as_ref(), &Object::freeze(&diagnostic));
    }

    fn ended(&self, result: Result<&Outcome, &Error>, cause: &JsValue) {
        let (settle, value, event) = match result {
            Ok(outcome) => {
                let outcome = frozen(outcome);
                (&self.resolve, outcome.clone(), outcome)
            }
            Err(error) => {
                let error = failure::to_js(error, cause);
                let event = Object::new();
                failure::set(&event, "type", &JsValue::from_str("failed"));
                failure::set(&event, "error", &error);
                (&self.reject, error, Object::freeze(&event).into())
            }
        };
        // Settling runs nobody's code before this returns.
        let _ = settle.call1(&JsValue::UNDEFINED, &value);
        self.emit(&event);
    }
}

/// A fresh object that nobody can change afterwards.
fn frozen(value: &impl Serialize) -> JsValue {
    let options = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    let object = value.serialize(&options).unwrap_or_default();
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
