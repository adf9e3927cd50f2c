//! What the widget asks of the page: see `host.js`, of which this is the other side.

use alloc::boxed::Box;

use wasm_bindgen::{JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/browser/host.js")]
extern "C" {
    pub(crate) fn get(target: &JsValue, name: &str) -> JsValue;
    #[wasm_bindgen(js_name = get)]
    pub(crate) fn at(target: &JsValue, place: u32) -> JsValue;
    pub(crate) fn set(target: &JsValue, name: &str, value: &JsValue);
    pub(super) fn write(target: &JsValue, text: &str);
    pub(super) fn attribute(element: &JsValue, name: &str, value: &str);
    pub(super) fn flag(element: &JsValue, name: &str, is_there: bool);
    #[wasm_bindgen(js_name = call)]
    pub(crate) fn call_with(
        target: &JsValue,
        name: &str,
        first: &JsValue,
        second: &JsValue,
    ) -> JsValue;
    fn observe(name: &str, target: &JsValue, observed: &JsValue) -> JsValue;
    pub(super) fn make(name: &str, argument: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = isA)]
    pub(crate) fn is_a(value: &JsValue, name: &str) -> bool;
    #[wasm_bindgen(js_name = isSame)]
    pub(super) fn is_same(one: &JsValue, other: &JsValue) -> bool;
    pub(crate) fn frozen(object: &JsValue) -> JsValue;
    pub(crate) fn window() -> JsValue;
    pub(super) fn now() -> f64;
    #[wasm_bindgen(js_name = openTab)]
    pub(super) fn open_tab(url: &str);
    pub(crate) fn find(root: &JsValue, selector: &str) -> JsValue;
    pub(super) fn append(parent: &JsValue, name: &str, part: &str) -> JsValue;
    pub(super) fn build(parent: &JsValue, lines: &str) -> JsValue;
    pub(super) fn prepare();
    pub(super) fn frame() -> JsValue;
    #[wasm_bindgen(js_name = move)]
    pub(super) fn move_to(parent: &JsValue, element: &JsValue);
    pub(super) fn shadow(element: &JsValue) -> JsValue;
    pub(super) fn adopt(root: &JsValue, css: &str) -> JsValue;
    pub(super) fn disown(root: &JsValue, sheet: &JsValue);
    fn listen(target: &JsValue, kind: &str, heard: &JsValue);
    fn unlisten(target: &JsValue, kind: &str, heard: &JsValue);
    pub(super) fn settle(value: &JsValue, signal: &JsValue, settled: &JsValue);
    pub(crate) fn ask(function: &JsValue, first: &JsValue, second: &JsValue) -> JsValue;
    pub(crate) fn tell(callback: &JsValue, value: &JsValue);
    pub(crate) fn names(object: &JsValue) -> JsValue;
    pub(super) fn plain(value: &JsValue) -> JsValue;
    pub(super) fn own(target: &JsValue, name: &str) -> JsValue;
    pub(super) fn short(value: &JsValue, longest: u32) -> JsValue;
    pub(super) fn hear(places: &JsValue, deliver: &JsValue, pause: u32) -> JsValue;
    #[wasm_bindgen(js_name = placeOf)]
    pub(super) fn place_of(places: &JsValue, event: &JsValue) -> i32;
    #[wasm_bindgen(js_name = timeOf)]
    pub(super) fn time_of(event: &JsValue) -> f64;
    pub(crate) fn defer() -> JsValue;
    pub(crate) fn fail(class: &JsValue, code: &str, message: &str, details: &JsValue) -> JsValue;
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    pub(super) fn set_timeout(callback: &JsValue, milliseconds: i32) -> i32;
    #[wasm_bindgen(js_name = clearTimeout)]
    pub(super) fn clear_timeout(timer: i32);
    /// Milliseconds since 1970.
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    pub(super) fn date_now() -> f64;
}

/// Calls a method without arguments, for what it does.
pub(crate) fn call(target: &JsValue, name: &str) {
    call_with(target, name, &JsValue::UNDEFINED, &JsValue::UNDEFINED);
}

/// A new object.
pub(crate) fn object() -> JsValue {
    make("Object", &JsValue::UNDEFINED)
}

/// Whether a property is `true`.
pub(crate) fn is_true(target: &JsValue, name: &str) -> bool {
    get(target, name).as_bool() == Some(true)
}

/// A function for JavaScript. All are of one type, and so share the code that JavaScript
/// calls them by. Dropping it makes it one that must not be called.
#[derive(Debug)]
pub(super) struct Callback(Closure<dyn Fn(JsValue)>);

impl Callback {
    pub(super) fn new(called: impl Fn(JsValue) + 'static) -> Self {
        let called: Box<dyn Fn(JsValue)> = Box::new(called);
        Self(Closure::wrap(called))
    }

    pub(super) fn as_js(&self) -> &JsValue {
        self.0.as_ref()
    }
}

/// Hears an event for as long as it lives.
#[derive(Debug)]
#[must_use = "dropping it ends the listening"]
pub(super) struct Listener {
    target: JsValue,
    kind: &'static str,
    heard: Callback,
}

impl Listener {
    pub(super) fn new(
        target: &JsValue,
        kind: &'static str,
        heard: impl Fn(JsValue) + 'static,
    ) -> Self {
        Self::of(target, kind, Callback::new(heard))
    }

    fn of(target: &JsValue, kind: &'static str, heard: Callback) -> Self {
        listen(target, kind, heard.as_js());
        Self {
            target: target.clone(),
            kind,
            heard,
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        unlisten(&self.target, self.kind, self.heard.as_js());
    }
}

/// One of the browser's observers, which observes for as long as it lives.
#[derive(Debug)]
#[must_use = "dropping it ends the watch"]
pub(super) struct Observer {
    observer: JsValue,
    _callback: Callback,
}

impl Observer {
    /// None where the browser has no such class.
    pub(super) fn new(
        class: &str,
        target: &JsValue,
        observed: impl Fn(JsValue) + 'static,
    ) -> Option<Self> {
        Self::of(class, target, Callback::new(observed))
    }

    fn of(class: &str, target: &JsValue, callback: Callback) -> Option<Self> {
        let observer = observe(class, target, callback.as_js());
        if observer.is_undefined() {
            return None;
        }
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        call(&self.observer, "end");
    }
}
