//! A connection to the service before there is a token for it.

use documentolog_protocol::BaseUrl;
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

/// Asks the browser to connect to the service ahead of use. Whether it does is its own
/// affair (HTML, link type preconnect); it connects as a frame would, with cookies.
pub fn preconnect(base_url: &BaseUrl) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document {
        // It stays: taken out at once, it might not be seen.
        let link = Preconnect::new(&document, base_url.origin());
        std::mem::forget(link);
    }
}

/// Such a wish. Dropping it takes it out of the page.
#[derive(Debug)]
#[must_use = "dropping it takes the link out of the page"]
pub(super) struct Preconnect {
    link: Element,
}

impl Preconnect {
    pub(super) fn new(document: &Document, origin: &str) -> Result<Self, JsValue> {
        let link = document.create_element("link")?;
        link.set_attribute("rel", "preconnect")?;
        link.set_attribute("href", origin)?;
        document
            .document_element()
            .ok_or(JsValue::UNDEFINED)?
            .append_child(&link)?;
        Ok(Self { link })
    }
}

impl Drop for Preconnect {
    fn drop(&mut self) {
        self.link.remove();
    }
}
