// A front end in Rust: the same widget, without JavaScript of one's own.

import { cssOf } from '../looks.js';
import { TIMEOUTS, listed } from '../settings.js';

const POST = 'Ok(future_to_promise(post("/api/token", signal.clone())).into())';

const TOKENS = {
  function: POST,
  promise: POST,
  missing: 'Ok(JsValue::from_str(""))',
  malformed: 'Ok(JsValue::from_str("<!doctype html>"))',
  refused: 'js_sys::JSON::parse(r#"{"status": 0}"#)',
  expired: 'Ok(JsValue::from_str("eyJhbGciOiJub25lIn0.eyJleHAiOjB9."))',
  failing: 'Err(js_sys::Error::new("the back end is away").into())',
  never: 'Ok(Promise::new(&mut |_, _| {}).into())',
};

const CONFIRMATIONS = {
  webhook: 'Ok(future_to_promise(is_signed(signal.clone())).into())',
  refuse: 'Ok(JsValue::FALSE)',
  never: 'Ok(Promise::new(&mut |_, _| {}).into())',
};

export function rust(settings, context) {
  const asks = settings.token === 'function' || settings.token === 'promise';
  const awaits = settings.confirm === 'webhook';
  const parts = [
    header(settings),
    imports(settings, { asks, awaits }),
    page(settings, { asks, awaits }),
    open(settings),
    options(settings, context),
    ...(settings.preload ? [preload(settings, context)] : []),
    ...(asks ? [POST_FUNCTION] : []),
    ...(awaits ? [IS_SIGNED_FUNCTION] : []),
    ...(asks || awaits ? [FETCH_FUNCTION] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function header(settings) {
  const css = cssOf(settings);
  const lines = ['//! In the page, by `documentolog-embed` as a crate.'];
  if (css) {
    lines.push('//!', "//! Its looks, in the page's style sheet:", '//!', '//! ```css');
    lines.push(...css.split('\n').map((line) => `//! ${line}`), '//! ```');
  }
  return lines.join('\n');
}

function imports(settings, { asks, awaits }) {
  const isFetching = asks || awaits;
  const never = settings.token === 'never' || settings.confirm === 'never';
  const ours = [
    '    browser::{self, Page, Place, Widget},',
    '    error::Error,',
    '    event::{Diagnostic, Outcome, Progress},',
    `    options::${settings.sandbox === 'true' ? '{Options, SANDBOX_PRESET}' : 'Options'},`,
    '    protocol::BaseUrl,',
    ...(settings.locale ? ['    texts::Locale,'] : []),
  ];
  const web = [...(settings.signal ? ['AbortController'] : []), 'AbortSignal', ...(isFetching ? ['RequestInit', 'Response'] : [])];
  return [
    'use std::rc::Rc;',
    '',
    'use documentolog_embed::{',
    ...ours,
    '};',
    ...(never ? ['use js_sys::Promise;'] : []),
    `use wasm_bindgen::${isFetching ? '{JsCast, JsValue}' : 'JsValue'};`,
    ...(isFetching ? ['use wasm_bindgen_futures::{JsFuture, future_to_promise};'] : []),
    `use web_sys::${web.length > 1 ? `{${web.join(', ')}}` : web[0]};`,
  ].join('\n');
}

function page(settings, { asks, awaits }) {
  const confirmation = CONFIRMATIONS[settings.confirm];
  const confirm = confirmation
    ? `
    fn confirms(&self) -> bool {
        true
    }

    fn confirm(&self, _: &Outcome, ${awaits ? 'signal' : '_'}: &AbortSignal) -> Result<JsValue, JsValue> {
        ${confirmation}
    }
`
    : '';
  return `struct Contract;

impl Page for Contract {
    fn request_token(&self, ${asks ? 'signal' : '_'}: &AbortSignal) -> Result<JsValue, JsValue> {
        ${TOKENS[settings.token]}
    }
${confirm}
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
}`;
}

function open(settings) {
  const place =
    settings.place === 'inline'
      ? [
          '    let document = window.document().ok_or("there is no document")?;',
          '    let place = document.query_selector("#place").ok().flatten();',
          '    let place = Place::Inline(place.ok_or("there is no #place")?);',
        ]
      : ['    let place = Place::Dialog;'];
  const signal = settings.signal
    ? [
        '    // Its abort() ends the session: keep it.',
        '    let controller = AbortController::new().map_err(|_| "there is no AbortController")?;',
        '    let signal = Some(&controller.signal());',
      ]
    : ['    let signal = None;'];
  return [
    '/// Opens a session. It lives on by itself; this is a handle, with `retry()` and `close()`.',
    'pub fn open() -> Result<Rc<Widget>, Box<dyn std::error::Error>> {',
    '    let window = web_sys::window().ok_or("there is no window")?;',
    '    let origin = window.location().origin().unwrap_or_default();',
    ...place,
    ...signal,
    '    Ok(browser::open(place, options(&origin)?, signal, Contract))',
    '}',
  ].join('\n');
}

function options(settings, { baseUrl }) {
  const address = settings.baseUrl === 'own' ? 'page_origin' : quote(baseUrl);
  const lines = [
    ...(settings.baseUrl === 'own' ? [] : ['// The sandbox. Leave it out for the real service.']),
    `let base_url = BaseUrl::parse(${address})?;`,
    'options.set_base_urls(vec![base_url], page_origin)?;',
  ];
  if (settings.locale) lines.push(`options.locale = Locale::${settings.locale[0].toUpperCase()}${settings.locale.slice(1)};`);
  if (settings.title) lines.push(`options.title = Some(${quote(settings.title)}.to_owned());`);
  for (const name of TIMEOUTS) {
    const milliseconds = settings[`timeouts.${name}`];
    if (milliseconds) lines.push(`options.timeouts.${name} = ${grouped(Number(milliseconds))};`);
  }
  for (const feature of listed(settings.permissions)) lines.push(`options.add_permission(${quote(feature)})?;`);
  if (settings.sandbox) lines.push(`options.set_sandbox(${settings.sandbox === 'true' ? 'SANDBOX_PRESET' : quote(settings.sandbox)})?;`);
  if (settings.credentialless) lines.push('options.credentialless = true;');
  if (settings.leaveGuard) lines.push('options.leave_guard = true;');
  return `fn options(page_origin: &str) -> Result<Options, Box<dyn std::error::Error>> {
    let mut options = Options::default();
${lines.map((line) => `    ${line}`).join('\n')}
    Ok(options)
}`;
}

function preload(settings, { baseUrl }) {
  const address = settings.baseUrl === 'own' ? 'BaseUrl::default()' : `BaseUrl::parse(${quote(baseUrl)})?`;
  return `/// Connects to the service ahead of use: say, when a pointer enters the button.
pub fn preload() -> Result<(), Box<dyn std::error::Error>> {
    browser::preconnect(&${address});
    Ok(())
}`;
}

const POST_FUNCTION = `/// The service's whole answer, as the back end hands it on.
async fn post(path: &'static str, signal: AbortSignal) -> Result<JsValue, JsValue> {
    let answer = fetch("POST", path, &signal).await?;
    if !answer.ok() {
        let error = format!("the token route answered {}", answer.status());
        return Err(js_sys::Error::new(&error).into());
    }
    JsFuture::from(answer.json()?).await
}`;

const IS_SIGNED_FUNCTION = `/// Whether the webhook has come.
async fn is_signed(signal: AbortSignal) -> Result<JsValue, JsValue> {
    let answer = fetch("GET", "/api/signed", &signal).await?;
    Ok(answer.ok().into())
}`;

const FETCH_FUNCTION = `async fn fetch(method: &str, path: &str, signal: &AbortSignal) -> Result<Response, JsValue> {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_signal(Some(signal));
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let answer = JsFuture::from(window.fetch_with_str_and_init(path, &init)).await?;
    Ok(answer.unchecked_into())
}`;

/** A text as a string of Rust's. */
export function quote(text) {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '_');
}
