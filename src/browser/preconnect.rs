//! A connection to the service before there is a token for it.

use documentolog_protocol::BaseUrl;
use wasm_bindgen::JsValue;

use super::host;

/// Asks the browser to connect to the service ahead of use. Whether it does is its own
/// affair (HTML, link type preconnect); it connects as a frame would, with cookies.
pub fn preconnect(base_url: &BaseUrl) {
    // It stays: taken out at once, it might not be seen.
    core::mem::forget(Preconnect::new(base_url.origin()));
}

/// Such a wish. Dropping it takes it out of the page.
#[derive(Debug)]
#[must_use = "dropping it takes the link out of the page"]
pub(super) struct Preconnect {
    link: JsValue,
}

impl Preconnect {
    /// None where there is no page.
    pub(super) fn new(origin: &str) -> Option<Self> {
        let root = host::find(&JsValue::UNDEFINED, "html");
        if root.is_undefined() {
            return None;
        }
        let link = host::append(&root, "link", "");
        host::attribute(&link, "rel", "preconnect");
        host::attribute(&link, "href", origin);
        Some(Self { link })
    }
}

impl Drop for Preconnect {
    fn drop(&mut self) {
        host::call(&self.link, "remove");
    }
}
