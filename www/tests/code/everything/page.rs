//! In the page, by `documentolog-embed` as a crate.
//!
//! Its looks, in the page's style sheet:
//!
//! ```css
//! body {
//!   color-scheme: dark;
//!   --documentolog-background: #17202a;
//!   --documentolog-text: #eef3f7;
//!   --documentolog-accent: #ff8800;
//!   --documentolog-on-accent: #0e1620;
//!   --documentolog-line: #3a4653;
//!   --documentolog-notice: #3d3212;
//!   --documentolog-radius: 4px;
//!   --documentolog-height: 40rem;
//! }
//! ::part(header), ::part(frame) {
//!   outline: 3px dashed #d6336c;
//!   outline-offset: -3px;
//! }
//! ```

use std::rc::Rc;

use documentolog_embed::{
    browser::{self, Page, Place, Widget},
    error::Error,
    event::{Diagnostic, Outcome, Progress},
    options::{Options, SANDBOX_PRESET},
    protocol::BaseUrl,
    texts::Locale,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortController, AbortSignal, RequestInit, Response};

struct Contract;

impl Page for Contract {
    fn request_token(&self, signal: &AbortSignal) -> Result<JsValue, JsValue> {
        Ok(future_to_promise(post("/api/token", signal.clone())).into())
    }

    fn confirms(&self) -> bool {
        true
    }

    fn confirm(&self, _: &Outcome, signal: &AbortSignal) -> Result<JsValue, JsValue> {
        Ok(future_to_promise(is_signed(signal.clone())).into())
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
    let document = window.document().ok_or("there is no document")?;
    let place = document.query_selector("#place").ok().flatten();
    let place = Place::Inline(place.ok_or("there is no #place")?);
    // Its abort() ends the session: keep it.
    let controller = AbortController::new().map_err(|_| "there is no AbortController")?;
    let signal = Some(&controller.signal());
    let contract = Contract;
    Ok(browser::open(place, options(&origin)?, signal, contract))
}

fn options(page_origin: &str) -> Result<Options, Box<dyn std::error::Error>> {
    let mut options = Options::default();
    // The sandbox. Leave it out for the real service.
    let base_url = BaseUrl::parse("http://127.0.0.1:4100")?;
    options.set_base_urls(vec![base_url], page_origin)?;
    options.locale = Locale::Kk;
    options.title = Some("A lease".to_owned());
    options.timeouts.token = 5_000;
    options.timeouts.load = 15_000;
    options.timeouts.silence = 9_000;
    options.timeouts.confirm = 120_000;
    options.timeouts.activity = 1_000;
    options.add_permission("camera")?;
    options.add_permission("microphone")?;
    options.set_sandbox(SANDBOX_PRESET)?;
    options.credentialless = true;
    options.leave_guard = true;
    Ok(options)
}

/// Connects to the service ahead of use: say, when a pointer enters the button.
pub fn preload() -> Result<(), Box<dyn std::error::Error>> {
    let window = web_sys::window().ok_or("there is no window")?;
    let origin = window.location().origin().unwrap_or_default();
    browser::preconnect(options(&origin)?.base_url());
    Ok(())
}

/// The service's whole answer, as the back end hands it on.
async fn post(path: &'static str, signal: AbortSignal) -> Result<JsValue, JsValue> {
    let answer = fetch("POST", path, Some(&signal)).await?;
    if !answer.ok() {
        let error = format!("the token route answered {}", answer.status());
        return Err(js_sys::Error::new(&error).into());
    }
    JsFuture::from(answer.json()?).await
}

/// Whether the webhook has come.
async fn is_signed(signal: AbortSignal) -> Result<JsValue, JsValue> {
    let answer = fetch("GET", "/api/signed", Some(&signal)).await?;
    Ok(answer.ok().into())
}

async fn fetch(
    method: &str,
    path: &str,
    signal: Option<&AbortSignal>,
) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_signal(signal);
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let answer = JsFuture::from(window.fetch_with_str_and_init(path, &init)).await?;
    Ok(answer.unchecked_into())
}
