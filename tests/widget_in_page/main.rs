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

use documentolog_embed::js;
use js_sys::{Function, Promise, Reflect};
use page::{Events, container, service_options};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);

const TOKEN: &str = "header.payload-0123456789.signature";

/// An open session, as the loader has it.
struct Opened(JsValue);

impl Opened {
    fn get(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &name.into()).unwrap()
    }

    fn session(&self) -> u32 {
        self.get("session").as_f64().unwrap() as u32
    }

    fn outcome(&self) -> Promise {
        self.get("promise").unchecked_into()
    }

    fn phase(&self) -> String {
        js::phase(self.session()).as_string().unwrap()
    }

    fn close(&self) {
        js::close(self.session());
    }
}

/// Opens a session as the loader does.
fn open(
    place: &JsValue,
    options: &JsValue,
    first_token: JsValue,
    on_event: Option<Function>,
) -> Opened {
    open_in(place, options, first_token, JsValue::UNDEFINED, on_event)
}

/// Opens a session in an element of the loader's.
fn open_in(
    place: &JsValue,
    options: &JsValue,
    first_token: JsValue,
    host: JsValue,
    on_event: Option<Function>,
) -> Opened {
    let on_event = on_event.map_or(JsValue::UNDEFINED, JsValue::from);
    let controller = JsValue::UNDEFINED;
    Opened(js::open(
        place,
        options,
        first_token,
        controller,
        host,
        on_event,
    ))
}

fn open_inline(options: &JsValue) -> (Opened, web_sys::HtmlElement, Events) {
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
