//! Errors as JavaScript's own.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::page::frozen;
use crate::error::Error;

thread_local! {
    static ERROR_CLASS: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Sets the class of the errors made from now on: it is constructed with the
/// code, the message and `{field, claim, cause}`. Without one they are plain `Error`s
/// with these properties.
#[wasm_bindgen(js_name = setErrorClass)]
pub fn set_error_class(class: Function) {
    ERROR_CLASS.set(Some(class));
}

/// The error as a JavaScript error.
pub(super) fn to_js(error: &Error, cause: &JsValue) -> JsValue {
    let code = JsValue::from_str(error.code.as_str());
    let message = JsValue::from_str(&error.message());
    let details = Object::new();
    if let Some(field) = &error.field {
        set(&details, "field", &JsValue::from_str(field));
    }
    if let Some(claim) = &error.claim {
        set(&details, "claim", &frozen(claim));
    }
    if !cause.is_undefined() {
        set(&details, "cause", cause);
    }
    let class = ERROR_CLASS.with_borrow(Clone::clone);
    class
        .and_then(|class| Reflect::construct(&class, &Array::of3(&code, &message, &details)).ok())
        .unwrap_or_else(|| {
            let plain = js_sys::Error::new(&error.message());
            set(&plain, "code", &code);
            Object::assign(&plain, &details).into()
        })
}

pub(super) fn set(object: &Object, name: &str, value: &JsValue) {
    // Fails only on frozen objects and proxies; these are fresh.
    let _ = Reflect::set(object, &JsValue::from_str(name), value);
}
