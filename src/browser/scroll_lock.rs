//! Keeps the page behind a dialog from scrolling.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

thread_local! {
    /// How many locks there are, and what the page's own style said before the
    /// first.
    static LOCKS: RefCell<(usize, String)> = const { RefCell::new((0, String::new())) };
}

/// The page does not scroll for as long as one of these lives.
#[derive(Debug)]
#[must_use = "dropping it lets the page scroll again"]
pub(crate) struct ScrollLock {
    root: HtmlElement,
}

impl ScrollLock {
    pub(crate) fn new(document: &Document) -> Option<Self> {
        let root: HtmlElement = document.document_element()?.dyn_into().ok()?;
        LOCKS.with_borrow_mut(|(count, before)| {
            if *count == 0 {
                *before = root
                    .style()
                    .get_property_value("overflow")
                    .unwrap_or_default();
                let _ = root.style().set_property("overflow", "hidden");
            }
            *count += 1;
        });
        Some(Self { root })
    }
}

impl Drop for ScrollLock {
    fn drop(&mut self) {
        LOCKS.with_borrow_mut(|(count, before)| {
            *count -= 1;
            if *count > 0 {
                return;
            }
            let _ = self.root.style().set_property("overflow", before);
            // An attribute that was not there is not left behind, empty. (Reading it
            // first matters: Chromium writes it late, and would after its removal.)
            if self
                .root
                .get_attribute("style")
                .is_some_and(|style| style.is_empty())
            {
                let _ = self.root.remove_attribute("style");
            }
        });
    }
}
