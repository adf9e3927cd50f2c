//! Promises of the page's, and how to stop waiting for them.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{AbortController, AbortSignal};

/// Something asked of the page. Dropping it tells the page by its signal that the
/// answer is not waited for any more.
#[derive(Debug)]
#[must_use = "dropping it aborts the request"]
pub(crate) struct Request {
    controller: AbortController,
    is_over: bool,
}

impl Request {
    pub(crate) fn new(controller: AbortController) -> Self {
        Self {
            controller,
            is_over: false,
        }
    }

    /// What the page is given to learn of it.
    pub(crate) fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    /// The answer has come: there is nothing to abort.
    pub(crate) fn finish(mut self) {
        self.is_over = true;
    }
}

impl Drop for Request {
    fn drop(&mut self) {
        if !self.is_over {
            self.controller.abort();
        }
    }
}

/// Calls one of the two when the value, or what it is a promise of, is there.
pub(crate) fn settle(
    value: &JsValue,
    resolved: impl FnOnce(JsValue) + 'static,
    rejected: impl FnOnce(JsValue) + 'static,
) {
    // Given to JavaScript, which frees them with the promise. One that was dropped with
    // the session would throw when the promise settles late.
    let (resolved, rejected) = (function(resolved), function(rejected));
    // Anything with a `then` is a promise; anything else is its own value.
    then(&Promise::resolve(value), &resolved, &rejected);
}

/// A function that JavaScript owns, and frees with whatever holds it. (One by
/// `Closure::once_into_js` is freed by being called, and of two that are given to a
/// promise only one ever is.)
pub(crate) fn function(callback: impl FnOnce(JsValue) + 'static) -> Function {
    Closure::once(callback).into_js_value().unchecked_into()
}

/// `promise.then(resolved, rejected)` with functions that JavaScript owns.
pub(crate) fn then(promise: &Promise, resolved: &Function, rejected: &Function) {
    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = Promise)]
        type AnyPromise;
        #[wasm_bindgen(method)]
        fn then(this: &AnyPromise, resolved: &Function, rejected: &Function) -> JsValue;
    }

    promise
        .unchecked_ref::<AnyPromise>()
        .then(resolved, rejected);
}
