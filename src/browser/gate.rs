//! The gate: which window messages count.
//!
//! Any window that can reach the page may post to it, and any script on the page
//! may dispatch a made-up event, so nothing of `event.data` is looked at before
//! the browser's own word on where it came from has been checked; then a few own
//! properties are read, with their types and lengths, and nothing else is copied.

use alloc::string::String;

use documentolog_protocol::{MAX_MESSAGE_TEXT, WindowMessage};
use wasm_bindgen::JsValue;

use super::host;
use crate::{event::Refusal, options::Options};

/// The longest origin that is repeated, in UTF-16 code units: a host's name has at
/// most 253. A script that makes events up may write what it likes there.
const MAX_ORIGIN: u32 = 300;

/// Reads a message for the session that shows `frame`, whose window this is now.
///
/// # Errors
/// Says which check failed. Costs the same however large the message is.
pub(crate) fn read(
    event: &JsValue,
    frame: &JsValue,
    options: &Options,
) -> Result<WindowMessage, Refusal> {
    if !host::is_true(event, "isTrusted") {
        return Err(Refusal::Untrusted);
    }
    let source = host::get(event, "source");
    // A closed window posts with a null source: that is nobody's frame.
    if source.is_null() || !host::is_same(&source, frame) {
        return Err(Refusal::Source);
    }
    if !options.trusts(&origin(event)) {
        return Err(Refusal::Origin);
    }
    let data = host::get(event, "data");
    if !data.is_object() || host::own(&data, "isDocumentolog").as_bool() != Some(true) {
        return Err(Refusal::Flag);
    }
    let message_type = short_text(&host::own(&data, "type")).ok_or(Refusal::Type)?;
    let success = host::own(&data, "success").as_bool();
    let sign_type = host::own(&data, "signType");
    // Absent, or written as nothing.
    let sign_type = if sign_type.is_undefined() || sign_type.is_null() {
        None
    } else {
        Some(short_text(&sign_type).ok_or(Refusal::SignType)?)
    };
    WindowMessage::from_parts(&message_type, success, sign_type.as_deref()).map_err(Refusal::from)
}

/// Why a message of a window that is no session's frame does not count.
pub(crate) fn refuse_foreign(event: &JsValue) -> Refusal {
    if host::is_true(event, "isTrusted") {
        Refusal::Source
    } else {
        Refusal::Untrusted
    }
}

/// Where the message comes from; empty if that is no origin.
pub(crate) fn origin(event: &JsValue) -> String {
    let origin = host::short(&host::get(event, "origin"), MAX_ORIGIN);
    host::text(&origin).unwrap_or_default()
}

/// A text of a message that is short enough to be copied.
fn short_text(value: &JsValue) -> Option<String> {
    host::text(&host::short(value, MAX_MESSAGE_TEXT))
}
