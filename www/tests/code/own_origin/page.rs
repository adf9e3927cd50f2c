//! In the page, by `documentolog-embed` as a crate.
//!
//! Its looks, in the page's style sheet:
//!
//! ```css
//! body {
//!   color-scheme: light;
//!   --documentolog-background: #ffffff;
//!   --documentolog-text: #14202b;
//!   --documentolog-accent: #0b5cbf;
//!   --documentolog-on-accent: #ffffff;
//!   --documentolog-line: #d5dce3;
//!   --documentolog-notice: #fff4d6;
//! }
//! ```

use std::rc::Rc;

use documentolog_embed::{
    browser::{self, Page, Place, Widget},
    error::Error,
    event::{Diagnostic, Outcome, Progress},
    options::Options,
    protocol::BaseUrl,
    texts::Locale,
};
use wasm_bindgen::JsValue;
use web_sys::AbortSignal;

struct Contract;

impl Page for Contract {
    fn request_token(&self, _: &AbortSignal) -> Result<JsValue, JsValue> {
        Ok(JsValue::from_str(""))
    }

    fn confirms(&self) -> bool {
        true
    }

    fn confirm(&self, _: &Outcome, _: &AbortSignal) -> Result<JsValue, JsValue> {
        Ok(JsValue::FALSE)
    }

    fn tell(&self, progress: &Progress) {
        web_sys::console::log_1(&format!("{progress:?}").into());
    }

    fn stalled(&self, error: &Error) {
        web_sys::console::log_1(&error.to_string().into());
    }

    fn diagnose(&self, diagnostic: &Diagnostic) {
        web_sys::console::log_1(&format!("{diagnostic:?}").into());
    }

    fn ended(&self, result: Result<&Outcome, &Error>, _cause: &JsValue) {
        web_sys::console::log_1(&format!("{result:?}").into());
    }
}

/// Opens a session. It lives on by itself; this is a handle, with `retry()` and `close()`.
pub fn open() -> Result<Rc<Widget>, Box<dyn std::error::Error>> {
    let window = web_sys::window().ok_or("there is no window")?;
    let origin = window.location().origin().unwrap_or_default();
    let place = Place::Dialog;
    let signal = None;
    let contract = Contract;
    Ok(browser::open(place, options(&origin)?, signal, contract))
}

fn options(page_origin: &str) -> Result<Options, Box<dyn std::error::Error>> {
    let mut options = Options::default();
    let base_url = BaseUrl::parse(page_origin)?;
    options.set_base_urls(vec![base_url], page_origin)?;
    // The page's own language, as in JavaScript.
    let page = web_sys::window().and_then(|window| window.document()?.document_element());
    let language = page.and_then(|page| page.get_attribute("lang"));
    let locale = language.and_then(|tag| Locale::from_language_tag(&tag));
    options.locale = locale.unwrap_or_default();
    Ok(options)
}

/// Connects to the service ahead of use: say, when a pointer enters the button.
pub fn preload() -> Result<(), Box<dyn std::error::Error>> {
    let window = web_sys::window().ok_or("there is no window")?;
    let origin = window.location().origin().unwrap_or_default();
    browser::preconnect(options(&origin)?.base_url());
    Ok(())
}
