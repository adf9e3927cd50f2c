//! The gate: which window messages count.
//!
//! Any window that can reach the page may post to it, and any script on the page
//! may dispatch a made-up event, so nothing of `event.data` is looked at before
//! the browser's own word on where it came from has been checked; then a few own
//! properties are read, with their types and lengths, and nothing else is copied.

use documentolog_protocol::{MAX_MESSAGE_TEXT, WindowMessage};
use js_sys::{JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

use crate::{event::Refusal, options::Options};

/// The longest origin that is repeated, in UTF-16 code units: a host's name has at
/// most 253. A script that makes events up may write what it likes there.
const MAX_ORIGIN: u32 = 300;

/// Reads a message for the session that shows `frame`, whose window this is now.
///
/// # Errors
/// Says which check failed. Costs the same however large the message is.
pub(crate) fn read(
    event: &MessageEvent,
    frame: Option<&Window>,
    options: &Options,
) -> Result<WindowMessage, Refusal> {
    if !event.is_trusted() {
        return Err(Refusal::Untrusted);
    }
    // A closed window posts with a null source: that is nobody's frame.
    let (Some(source), Some(frame)) = (event.source(), frame) else {
        return Err(Refusal::Source);
    };
    if !Object::is(&source, frame) {
        return Err(Refusal::Source);
    }
    if !options.trusts(&origin(event)) {
        return Err(Refusal::Origin);
    }
    let data = event.data();
    if !data.is_object() || own(&data, "isDocumentolog").as_bool() != Some(true) {
        return Err(Refusal::Flag);
    }
    let message_type = short_text(&own(&data, "type"), MAX_MESSAGE_TEXT).ok_or(Refusal::Type)?;
    let success = own(&data, "success").as_bool();
    let sign_type = own(&data, "signType");
    let sign_type = if sign_type.is_undefined() {
        None
    } else {
        Some(short_text(&sign_type, MAX_MESSAGE_TEXT).ok_or(Refusal::SignType)?)
    };
    WindowMessage::from_parts(&message_type, success, sign_type.as_deref()).map_err(Refusal::from)
}

/// Why a message of a window that is no session's frame does not count.
pub(crate) fn refuse_foreign(event: &MessageEvent) -> Refusal {
    if event.is_trusted() {
        Refusal::Source
    } else {
        Refusal::Untrusted
    }
}

/// Where the message comes from; empty if that is no origin.
pub(crate) fn origin(event: &MessageEvent) -> String {
    let origin = Reflect::get(event, &"origin".into()).unwrap_or_default();
    short_text(&origin, MAX_ORIGIN).unwrap_or_default()
}

/// An own property of an object, or undefined. What it inherits does not count:
/// a script may have written to `Object.prototype`.
fn own(object: &JsValue, name: &str) -> JsValue {
    let name = JsValue::from_str(name);
    if Object::has_own(object.unchecked_ref::<Object>(), &name) {
        // Structured clones have no getters, so this runs nobody's code.
        Reflect::get(object, &name).unwrap_or_default()
    } else {
        JsValue::UNDEFINED
    }
}

/// A string that is short enough to be copied.
fn short_text(value: &JsValue, longest: u32) -> Option<String> {
    let text: &JsString = value.dyn_ref()?;
    (text.length() <= longest).then(|| text.into())
}
