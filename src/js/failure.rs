//! Errors as JavaScript's own.

use core::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::page;
use crate::{browser::host, error::Error, global::global};

global! {
    static ERROR_CLASS: RefCell<JsValue> = RefCell::new(JsValue::UNDEFINED);
}

/// Sets the class of the errors made from now on: it is constructed with the
/// code, the message and `{field, claim, cause}`. Without one they are plain `Error`s
/// with these properties.
#[wasm_bindgen(js_name = setErrorClass)]
pub fn set_error_class(class: Function) {
    ERROR_CLASS.with(|place| place.replace(class.into()));
}

/// The error as a JavaScript error.
pub(super) fn to_js(error: &Error, cause: &JsValue) -> JsValue {
    let details = host::object();
    if let Some(field) = &error.field {
        host::set(&details, "field", &field.into());
    }
    if let Some(claim) = &error.claim {
        host::set(&details, "claim", &page::to_js(claim));
    }
    if !cause.is_undefined() {
        host::set(&details, "cause", cause);
    }
    let class = ERROR_CLASS.with(|place| place.borrow().clone());
    host::fail(&class, error.code.as_str(), &error.message(), &details)
}
