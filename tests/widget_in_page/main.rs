//! The widget in a real page, through its JavaScript face: what it puts there,
//! what it refuses, and that nothing is left when it ends.
//!
//! The page is served from `127.0.0.1`, and `localhost` on the same port is the
//! service's origin: a real second origin, though one that has no signing page
//! and posts nothing. (Firefox does not even fire `load` for its empty answer, so
//! nothing here waits for `ready`.) Sessions that load and are signed are in
//! `tests/e2e`, with the sandbox.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod ahead;
mod ending;
mod errors;
mod messages;
mod page;
mod place;
mod token;

use documentolog_embed::js::WidgetSession;
use js_sys::{Function, Promise, Reflect};
use page::{Events, container, service_options};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

const TOKEN: &str = "header.payload-0123456789.signature";

/// Opens a session as the loader does.
fn open(
    place: &JsValue,
    options: &JsValue,
    first_token: JsValue,
    on_event: Option<Function>,
) -> WidgetSession {
    documentolog_embed::js::open(place, options, first_token, None, None, on_event)
}

fn open_inline(options: &JsValue) -> (WidgetSession, web_sys::HtmlElement, Events) {
    let container = container();
    let events = Events::new();
    let session = open(
        &container,
        options,
        JsValue::UNDEFINED,
        Some(events.callback()),
    );
    (session, container, events)
}

/// A promise that never settles.
fn pending() -> Promise {
    Promise::new(&mut |_, _| {})
}

/// Good options but for one.
fn with(name: &str, value: JsValue) -> JsValue {
    let options = service_options(TOKEN);
    Reflect::set(&options, &name.into(), &value).unwrap();
    options
}
