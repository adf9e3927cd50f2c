//! The face for JavaScript: values in, values out, no logic of its own. The npm
//! package's TypeScript stands in front of it.

mod failure;
mod options;
mod page;
mod serializer;

pub use failure::set_error_class;

use alloc::{borrow::ToOwned, rc::Rc, string::String};

use js_sys::{Function, Promise};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{AbortController, HtmlElement};

use crate::browser::{self, Widget};

/// An open session, for JavaScript.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WidgetSession {
    /// None if it failed before it was opened.
    widget: Option<Rc<Widget>>,
    outcome: Promise,
}

/// Opens a session. Never throws: whatever is wrong ends the session, and
/// rejects its promise, with a typed error.
///
/// * `place`: an element or selector to mount into, or null for a dialog.
/// * `options`: as the package documents them.
/// * `first_token`: what the token function has given already, so that the module
///   can load meanwhile; undefined if it has not been called.
/// * `first_controller`: whose signal that function was given.
/// * `host`: a fresh element for the widget to live in, so that the loader can take it
///   out of the page when the module has crashed and cannot.
/// * `on_event`: called with every event in place of `options.onEvent`.
#[wasm_bindgen]
pub fn open(
    place: &JsValue,
    options: &JsValue,
    first_token: JsValue,
    first_controller: Option<AbortController>,
    host: Option<HtmlElement>,
    on_event: Option<Function>,
) -> WidgetSession {
    let on_event = on_event.map_or(JsValue::UNDEFINED, JsValue::from);
    let page = page::JsPage::new(options, first_token, first_controller, host, on_event);
    let outcome = page.outcome();
    let checked = options::read(options).and_then(|read| {
        let signal = options::read_signal(options)?;
        Ok((options::read_place(place)?, read, signal))
    });
    let widget = match checked {
        Ok((place, options, signal)) => Some(browser::open(place, options, signal.as_ref(), page)),
        Err(error) => {
            browser::Page::ended(&page, Err(&error), &JsValue::UNDEFINED);
            None
        }
    };
    WidgetSession { widget, outcome }
}

/// Asks the browser to connect to the service ahead of use.
///
/// # Errors
/// `base-url-refused`, as an error of the page's class.
#[wasm_bindgen]
pub fn preconnect(base_url: &JsValue) -> Result<(), JsValue> {
    let base_urls = options::read_base_urls(base_url)
        .map_err(|error| failure::to_js(&error, &JsValue::UNDEFINED))?;
    if let Some(base_url) = base_urls.first() {
        browser::preconnect(base_url);
    }
    Ok(())
}

#[wasm_bindgen]
impl WidgetSession {
    /// Settles once: with how the session ended, or with an error.
    #[wasm_bindgen(getter)]
    pub fn outcome(&self) -> Promise {
        self.outcome.clone()
    }

    /// What the session is doing.
    #[wasm_bindgen(getter)]
    pub fn phase(&self) -> String {
        self.widget
            .as_ref()
            .map_or(crate::event::Phase::Ended, |widget| widget.phase())
            .as_str()
            .to_owned()
    }

    /// Opens the signing page anew, with a new token.
    pub fn retry(&self) {
        if let Some(widget) = &self.widget {
            widget.retry();
        }
    }

    /// Closes the session. After its end this does nothing.
    pub fn close(&self) {
        if let Some(widget) = &self.widget {
            widget.close();
        }
    }
}
