//! Promises of the page's, and how to stop waiting for them.

use alloc::boxed::Box;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, AbortSignal};

use super::host::{self, Callback};

/// Something asked of the page. Dropping it tells the page by its signal that the
/// answer is not waited for any more.
#[derive(Debug)]
#[must_use = "dropping it aborts the request"]
pub(crate) struct Request {
    controller: AbortController,
    is_over: bool,
    callback: Option<Callback>,
}

impl Request {
    pub(crate) fn new(begun: Option<AbortController>) -> Self {
        Self {
            controller: begun.unwrap_or_else(|| {
                host::make("AbortController", &JsValue::UNDEFINED).unchecked_into()
            }),
            is_over: false,
            callback: None,
        }
    }

    /// What the page is given to learn of it.
    pub(crate) fn signal(&self) -> AbortSignal {
        host::get(&self.controller, "signal").unchecked_into()
    }

    /// Keeps what is called with the answer for as long as it is waited for.
    pub(crate) fn keep(&mut self, callback: Callback) {
        self.callback = Some(callback);
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

/// Calls back when the value, or what it is a promise of, is there, or is known not to
/// come; unless the signal is aborted by then. What is returned has to be kept until then.
pub(crate) fn settle(
    value: &JsValue,
    signal: &JsValue,
    settled: Box<dyn Fn(Result<JsValue, JsValue>)>,
) -> Callback {
    let callback = Callback::new(move |answer| {
        // As `Promise.allSettled` tells it.
        let reason = host::get(&answer, "reason");
        let is_fulfilled = host::get(&answer, "status").as_string().as_deref() == Some("fulfilled");
        settled(if is_fulfilled {
            Ok(host::get(&answer, "value"))
        } else {
            Err(reason)
        });
    });
    host::settle(value, signal, callback.as_js());
    callback
}
