//! Keeps the page behind a dialog from scrolling.

use wasm_bindgen::JsValue;

use super::host;

/// It holds for as long as there is a [`DIALOG_HOST`](crate::view::DIALOG_HOST) in the page: whoever takes that
/// away, and however the widget ends, the page scrolls again. The page's own style is
/// not touched.
const RULE: &str = ":root:has([data-documentolog-dialog]){overflow:hidden!important}";

/// The page does not scroll for as long as one of these lives, and its dialog.
#[derive(Debug)]
#[must_use = "dropping it lets the page scroll again"]
pub(crate) struct ScrollLock {
    document: JsValue,
    sheet: JsValue,
}

impl ScrollLock {
    pub(crate) fn new() -> Self {
        let document = host::get(&host::window(), "document");
        let sheet = host::adopt(&document, RULE);
        Self { document, sheet }
    }
}

impl Drop for ScrollLock {
    fn drop(&mut self) {
        host::disown(&self.document, &self.sheet);
    }
}
