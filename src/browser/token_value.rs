//! What a page may hand over as a token.

use documentolog_protocol::AccessToken;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::error::{Error, ErrorCode};

/// Reads a token: the text itself, the service's whole answer, or its `data`.
///
/// It comes from the page's own code, so unlike a window message it is believed
/// to be what it looks like; but nothing of it is ever repeated in an error.
pub(crate) fn read(value: &JsValue) -> Result<AccessToken, Error> {
    if let Some(text) = value.as_string() {
        return AccessToken::new(text).map_err(|error| match error {
            documentolog_protocol::AccessTokenError::Empty => ErrorCode::TokenMissing.into(),
            _ => ErrorCode::TokenMalformed.into(),
        });
    }
    if value.is_null() || value.is_undefined() {
        return Err(ErrorCode::TokenMissing.into());
    }
    let status = property(value, "status");
    if status.is_undefined() || status.as_f64() == Some(1.0) {
        let data = property(value, "data");
        let holder = if data.is_object() { &data } else { value };
        let token = property(holder, "access_token");
        return if token.is_string() {
            read(&token)
        } else {
            Err(ErrorCode::TokenMissing.into())
        };
    }
    Err(ErrorCode::TokenRefused.into())
}

fn property(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}
