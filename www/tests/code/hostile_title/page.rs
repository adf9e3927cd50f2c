//! In the page, by `documentolog-embed` as a crate.

use std::rc::Rc;

use documentolog_embed::{
    browser::{self, Page, Place, Widget},
    error::Error,
    event::{Diagnostic, Outcome, Progress},
    options::Options,
    protocol::BaseUrl,
    texts::Locale,
};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, RequestInit, Response};

struct Contract {
    /// It is asked for once: a retry within the session uses it again.
    token: Promise,
}

impl Page for Contract {
    fn request_token(&self, _: &AbortSignal) -> Result<JsValue, JsValue> {
        Ok(self.token.clone().into())
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
    let token = future_to_promise(post("/api/token"));
    let contract = Contract { token };
    Ok(browser::open(place, options(&origin)?, signal, contract))
}

fn options(page_origin: &str) -> Result<Options, Box<dyn std::error::Error>> {
    let mut options = Options::default();
    // The sandbox. Leave it out for the real service.
    let base_url = BaseUrl::parse("http://127.0.0.1:4100")?;
    options.set_base_urls(vec![base_url], page_origin)?;
    // The page's own language, as in JavaScript.
    let page = web_sys::window().and_then(|window| window.document()?.document_element());
    let language = page.and_then(|page| page.get_attribute("lang"));
    let locale = language.and_then(|tag| Locale::from_language_tag(&tag));
    options.locale = locale.unwrap_or_default();
    options.title = Some("</script><b>'\"\\${}\u{202e}".to_owned());
    options.set_sandbox("allow-scripts allow-same-origin")?;
    Ok(options)
}

/// The service's whole answer, as the back end hands it on.
async fn post(path: &'static str) -> Result<JsValue, JsValue> {
    let answer = fetch("POST", path, None).await?;
    if !answer.ok() {
        let error = format!("the token route answered {}", answer.status());
        return Err(js_sys::Error::new(&error).into());
    }
    JsFuture::from(answer.json()?).await
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
