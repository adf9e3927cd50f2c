//! The face for JavaScript: values in, values out, no logic of its own. The npm
//! package's TypeScript stands in front of it.

mod failure;
mod options;
mod page;
mod serializer;

pub use failure::set_error_class;

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    browser::{self, Page, host},
    event::Phase,
};

/// The number of a session that has failed before it was opened.
const NO_SESSION: u32 = u32::MAX;

/// Opens a session. Never throws: whatever is wrong ends the session, and
/// rejects its promise, with a typed error.
///
/// Gives an object with `session`, the number by which the functions below know it, and
/// `promise`, which settles once: with how the session ended, or with an error.
///
/// * `place`: an element or selector to mount into, or null for a dialog.
/// * `options`: as the package documents them.
/// * `first_token`: what the token function has given already, so that the module
///   can load meanwhile; undefined if it has not been called.
/// * `first_controller`: the `AbortController` whose signal that function was given, or
///   undefined.
/// * `host`: a fresh element for the widget to live in, so that the loader can take it
///   out of the page when the module has crashed and cannot; or undefined.
/// * `on_event`: called with every event in place of `options.onEvent`; or undefined.
#[wasm_bindgen]
pub fn open(
    place: &JsValue,
    options: &JsValue,
    first_token: JsValue,
    first_controller: JsValue,
    host: JsValue,
    on_event: JsValue,
) -> JsValue {
    let page = page::JsPage::new(options, first_token, first_controller, host, on_event);
    let opened = page.outcome();
    let session = match options::read(place, options) {
        Ok((place, options, signal)) => {
            browser::open(place, options, signal.as_ref(), page).number()
        }
        Err(error) => {
            page.ended(Err(&error), &JsValue::UNDEFINED);
            NO_SESSION
        }
    };
    host::set(&opened, "session", &session.into());
    opened
}

/// What a session is doing, by its number. One that is over, or that never was, has ended.
#[wasm_bindgen]
#[must_use]
pub fn phase(session: u32) -> JsValue {
    let phase = browser::find(session).map_or(Phase::Ended, |widget| widget.phase());
    phase.as_str().into()
}

/// Opens the signing page anew, with a new token.
#[wasm_bindgen]
pub fn retry(session: u32) {
    if let Some(widget) = browser::find(session) {
        widget.retry();
    }
}

/// Closes a session. After its end this does nothing.
#[wasm_bindgen]
pub fn close(session: u32) {
    if let Some(widget) = browser::find(session) {
        widget.close();
    }
}

/// Asks the browser to connect to the service ahead of use: `baseUrl` of these options says
/// where that is. Gives the error `base-url-refused` where it is refused, and else nothing.
#[wasm_bindgen]
#[must_use]
pub fn preconnect(options: &JsValue) -> JsValue {
    match options::read_address(options) {
        Ok(options) => {
            browser::preconnect(options.base_url());
            JsValue::UNDEFINED
        }
        Err(error) => failure::to_js(&error, &JsValue::UNDEFINED),
    }
}
