//! Promises of the page's, and how to stop waiting for them.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, AbortSignal};

use super::host;

/// Something asked of the page. Dropping it tells the page by its signal that the
/// answer is not waited for any more.
#[derive(Debug)]
#[must_use = "dropping it aborts the request"]
pub(crate) struct Request {
    controller: AbortController,
    is_over: bool,
}

impl Request {
    pub(crate) fn new(begun: Option<AbortController>) -> Self {
        Self {
            controller: begun.unwrap_or_else(|| {
                host::make("AbortController", &JsValue::UNDEFINED).unchecked_into()
            }),
            is_over: false,
        }
    }

    /// What the page is given to learn of it.
    pub(crate) fn signal(&self) -> AbortSignal {
        host::get(&self.controller, "signal").unchecked_into()
    }

    /// The answer has come: there is nothing to abort.
    pub(crate) fn finish(mut self) {
        self.is_over = true;
    }
}

impl Drop for Request {
    fn drop(&mut self) {
        if !self.is_over {
            host::call(&self.controller, "abort");
        }
    }
}

/// What a promise has settled to, as `Promise.allSettled` tells it.
pub(crate) fn answer(settled: &JsValue) -> Result<JsValue, JsValue> {
    if host::is_text(settled, "status", "fulfilled") {
        Ok(host::get(settled, "value"))
    } else {
        Err(host::get(settled, "reason"))
    }
}
