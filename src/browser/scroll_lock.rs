//! Keeps the page behind a dialog from scrolling.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Document};

/// The attribute of a host element in which a dialog is open.
pub(crate) const MARK: &str = "data-documentolog-dialog";

/// It holds for as long as there is such an element in the page: whoever takes that
/// away, and however the widget ends, the page scrolls again. The page's own style is
/// not touched.
const RULE: &str = ":root:has([data-documentolog-dialog]){overflow:hidden!important}";

/// The page does not scroll for as long as one of these lives, and its dialog.
#[derive(Debug)]
#[must_use = "dropping it lets the page scroll again"]
pub(crate) struct ScrollLock {
    sheets: Array,
    sheet: CssStyleSheet,
}

impl ScrollLock {
    pub(crate) fn new(document: &Document) -> Result<Self, JsValue> {
        let sheet = CssStyleSheet::new()?;
        sheet.replace_sync(RULE)?;
        // An observable array (CSSOM, adoptedStyleSheets): the page's own stay.
        let sheets: Array =
            Reflect::get(document, &JsValue::from_str("adoptedStyleSheets"))?.unchecked_into();
        sheets.push(&sheet);
        Ok(Self { sheets, sheet })
    }
}

impl Drop for ScrollLock {
    fn drop(&mut self) {
        if let Ok(place) = u32::try_from(self.sheets.index_of(&self.sheet, 0)) {
            self.sheets.splice_many(place, 1, &[]);
        }
    }
}
