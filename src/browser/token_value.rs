//! What a page may hand over as a token.

use documentolog_protocol::AccessToken;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::error::{Error, ErrorCode};

/// How wrong the signer's clock may be, in seconds, before a token counts as expired.
const LEEWAY: f64 = 60.0;

/// Reads a token: the text itself, the service's whole answer, or its `data`.
///
/// It comes from the page's own code, so unlike a window message it is believed
/// to be what it looks like; but nothing of it is ever repeated in an error.
///
/// `now` is in seconds since 1970, by a clock that may be a little wrong.
pub(crate) fn read(value: &JsValue, now: f64) -> Result<AccessToken, Error> {
    if let Some(text) = value.as_string() {
        let token = AccessToken::new(text).map_err(|error| match error {
            documentolog_protocol::AccessTokenError::Empty => ErrorCode::TokenMissing,
            _ => ErrorCode::TokenMalformed,
        })?;
        // Seconds fit a double exactly for 285 million years.
        return match token.expires_at() {
            Some(expiry) if (expiry as f64) + LEEWAY < now => Err(ErrorCode::TokenExpired.into()),
            _ => Ok(token),
        };
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
            read(&token, now)
        } else {
            Err(ErrorCode::TokenMissing.into())
        };
    }
    Err(ErrorCode::TokenRefused.into())
}

fn property(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}
