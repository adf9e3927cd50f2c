//! What a page may hand over as a token.

use alloc::string::String;

use documentolog_protocol::{AccessToken, AccessTokenError};
use wasm_bindgen::JsValue;

use super::host::{self, get};
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
    if let Some(text) = host::text(value) {
        return check(text, now);
    }
    if value.is_null() || value.is_undefined() {
        return Err(ErrorCode::TokenMissing.into());
    }
    // Its own: that of a `Response` is another one's.
    let status = host::own(value, "status");
    if status.is_undefined() || status.as_f64() == Some(1.0) {
        let data = get(value, "data");
        let holder = if data.is_object() { &data } else { value };
        let token = get(holder, "access_token");
        return match host::text(&token) {
            Some(text) => check(text, now),
            None => Err(ErrorCode::TokenMissing.into()),
        };
    }
    Err(ErrorCode::TokenRefused.into())
}

fn check(text: String, now: f64) -> Result<AccessToken, Error> {
    let token = AccessToken::new(text).map_err(|error| match error {
        AccessTokenError::Empty => ErrorCode::TokenMissing,
        _ => ErrorCode::TokenMalformed,
    })?;
    match host::expiry(token.expose()).as_f64() {
        Some(expiry) if expiry + LEEWAY < now => Err(ErrorCode::TokenExpired.into()),
        _ => Ok(token),
    }
}
