//! What the widget asks of the page: see `host.js`, of which this is the other side.

use alloc::string::String;

use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[wasm_bindgen(module = "/src/browser/host.js")]
extern "C" {
    pub(crate) fn get(target: &JsValue, name: &str) -> JsValue;
    #[wasm_bindgen(js_name = get)]
    pub(crate) fn at(target: &JsValue, place: u32) -> JsValue;
    pub(crate) fn set(target: &JsValue, name: &str, value: &JsValue);
    pub(super) fn is(target: &JsValue, name: &str, value: &JsValue) -> bool;
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
    pub(super) fn hearer(deliver: &JsValue, session: u32, what: u32) -> JsValue;
    pub(super) fn listen(target: &JsValue, kind: &str, heard: &JsValue) -> JsValue;
    pub(super) fn observe(class: &str, target: &JsValue, heard: &JsValue) -> JsValue;
    pub(super) fn wait(milliseconds: f64, heard: &JsValue) -> JsValue;
    pub(super) fn hear(sessions: &JsValue, deliver: &JsValue, what: u32, pause: u32) -> JsValue;
    pub(super) fn end(hearing: &JsValue);
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
    pub(super) fn frame(spare: &str) -> JsValue;
    #[wasm_bindgen(js_name = move)]
    pub(super) fn move_to(parent: &JsValue, element: &JsValue);
    pub(super) fn shadow(element: &JsValue) -> JsValue;
    pub(super) fn adopt(root: &JsValue, css: &str) -> JsValue;
    pub(super) fn disown(root: &JsValue, sheet: &JsValue);
    pub(super) fn settle(value: &JsValue, signal: &JsValue, heard: &JsValue);
    pub(crate) fn ask(function: &JsValue, first: &JsValue, second: &JsValue) -> JsValue;
    pub(crate) fn tell(callback: &JsValue, value: &JsValue);
    pub(crate) fn names(object: &JsValue) -> JsValue;
    pub(super) fn expiry(token: &str) -> JsValue;
    pub(super) fn plain(value: &JsValue) -> JsValue;
    pub(super) fn own(target: &JsValue, name: &str) -> JsValue;
    pub(super) fn short(value: &JsValue, longest: u32) -> JsValue;
    pub(super) fn navigate(window: &JsValue, url: &str) -> bool;
    #[wasm_bindgen(js_name = askBeforeLeaving)]
    pub(super) fn ask_before_leaving(event: &JsValue);
    pub(crate) fn defer() -> JsValue;
    pub(crate) fn fail(class: &JsValue, code: &str, message: &str, details: &JsValue) -> JsValue;
}

#[wasm_bindgen]
extern "C" {
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
    is(target, name, &JsValue::TRUE)
}

/// Whether a property is this text.
pub(crate) fn is_text(target: &JsValue, name: &str, text: &str) -> bool {
    is(target, name, &text.into())
}

/// A text, if it is one. One function for all that read texts: the module has each as often
/// as it is inlined.
#[inline(never)]
pub(crate) fn text(value: &JsValue) -> Option<String> {
    value.as_string()
}

/// A property that is a text.
pub(crate) fn text_at(target: &JsValue, name: &str) -> Option<String> {
    text(&get(target, name))
}
