// A front end in Rust: the same widget, without JavaScript of one's own.

import { cssOf } from '../looks.js';
import { TIMEOUTS, listed } from '../settings.js';
import { hexOf } from './options.js';

const TOKENS = {
  function: 'Ok(future_to_promise(post("/api/token", signal.clone())).into())',
  promise: 'Ok(self.token.clone().into())',
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
    page(settings, { awaits }),
    open(settings),
    options(settings, context),
    ...(settings.preload ? [PRELOAD_FUNCTION] : []),
    ...(asks ? [post(settings)] : []),
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
  const promises = settings.token === 'promise' || settings.token === 'never' || settings.confirm === 'never';
  const ours = [
    '    browser::{self, Page, Place, Widget},',
    `    error::${zeroTimeout(settings) ? '{Error, ErrorCode}' : 'Error'},`,
    '    event::{Diagnostic, Outcome, Progress},',
    `    options::${settings.sandbox === 'true' ? '{Options, SANDBOX_PRESET}' : 'Options'},`,
    '    protocol::BaseUrl,',
    '    texts::Locale,',
  ];
  const web = [...(settings.signal ? ['AbortController'] : []), 'AbortSignal', ...(isFetching ? ['RequestInit', 'Response'] : [])];
  return [
    'use std::rc::Rc;',
    '',
    'use documentolog_embed::{',
    ...ours,
    '};',
    ...(promises ? ['use js_sys::Promise;'] : []),
    `use wasm_bindgen::${isFetching ? '{JsCast, JsValue}' : 'JsValue'};`,
    ...(isFetching ? ['use wasm_bindgen_futures::{JsFuture, future_to_promise};'] : []),
    `use web_sys::${web.length > 1 ? `{${web.join(', ')}}` : web[0]};`,
  ].join('\n');
}

function page(settings, { awaits }) {
  const contract = settings.token === 'promise' ? CONTRACT_WITH_TOKEN : 'struct Contract;';
  const asks = settings.token === 'function';
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
  return `${contract}

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
  const contract =
    settings.token === 'promise'
      ? ['    let token = future_to_promise(post("/api/token"));', '    let contract = Contract { token };']
      : ['    let contract = Contract;'];
  return [
    '/// Opens a session. It lives on by itself; this is a handle, with `retry()` and `close()`.',
    'pub fn open() -> Result<Rc<Widget>, Box<dyn std::error::Error>> {',
    '    let window = web_sys::window().ok_or("there is no window")?;',
    '    let origin = window.location().origin().unwrap_or_default();',
    ...place,
    ...signal,
    ...contract,
    '    Ok(browser::open(place, options(&origin)?, signal, contract))',
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
  else lines.push(...PAGE_LOCALE);
  if (settings.title) lines.push(`options.title = Some(${quote(settings.title)}.to_owned());`);
  for (const name of TIMEOUTS) {
    const milliseconds = settings[`timeouts.${name}`];
    if (Number(milliseconds)) lines.push(`options.timeouts.${name} = ${grouped(Number(milliseconds))};`);
  }
  for (const feature of listed(settings.permissions)) lines.push(`options.add_permission(${quote(feature)})?;`);
  if (settings.sandbox) lines.push(`options.set_sandbox(${settings.sandbox === 'true' ? 'SANDBOX_PRESET' : quote(settings.sandbox)})?;`);
  if (settings.credentialless) lines.push('options.credentialless = true;');
  if (settings.leaveGuard) lines.push('options.leave_guard = true;');
  const zero = zeroTimeout(settings);
  if (zero) lines.push('// As in JavaScript: a time is at least 1 ms.', `Err(Error::about(ErrorCode::OptionsInvalid, "timeouts.${zero}").into())`);
  else lines.push('Ok(options)');
  return `fn options(page_origin: &str) -> Result<Options, Box<dyn std::error::Error>> {
    let mut options = Options::default();
${lines.map((line) => `    ${line}`).join('\n')}
}`;
}

/** The first of the timeouts that is 0, which is not valid. */
function zeroTimeout(settings) {
  return TIMEOUTS.find((name) => settings[`timeouts.${name}`] && Number(settings[`timeouts.${name}`]) === 0);
}

const CONTRACT_WITH_TOKEN = `struct Contract {
    /// It is asked for once: a retry within the session uses it again.
    token: Promise,
}`;

const PAGE_LOCALE = [
  "// The page's own language, as in JavaScript.",
  'let page = web_sys::window().and_then(|window| window.document()?.document_element());',
  'let language = page.and_then(|page| page.get_attribute("lang"));',
  'let locale = language.and_then(|tag| Locale::from_language_tag(&tag));',
  'options.locale = locale.unwrap_or_default();',
];

const PRELOAD_FUNCTION = `/// Connects to the service ahead of use: say, when a pointer enters the button.
pub fn preload() -> Result<(), Box<dyn std::error::Error>> {
    let window = web_sys::window().ok_or("there is no window")?;
    let origin = window.location().origin().unwrap_or_default();
    browser::preconnect(options(&origin)?.base_url());
    Ok(())
}`;

/** A promise is there before the session, whose signal it cannot hear. */
function post(settings) {
  const [parameter, signal] = settings.token === 'promise' ? ['', 'None'] : [', signal: AbortSignal', 'Some(&signal)'];
  return POST_FUNCTION.replace('PARAMETER', parameter).replace('SIGNAL', signal);
}

const POST_FUNCTION = `/// The service's whole answer, as the back end hands it on.
async fn post(path: &'static strPARAMETER) -> Result<JsValue, JsValue> {
    let answer = fetch("POST", path, SIGNAL).await?;
    if !answer.ok() {
        let error = format!("the token route answered {}", answer.status());
        return Err(js_sys::Error::new(&error).into());
    }
    JsFuture::from(answer.json()?).await
}`;

const IS_SIGNED_FUNCTION = `/// Whether the webhook has come.
async fn is_signed(signal: AbortSignal) -> Result<JsValue, JsValue> {
    let answer = fetch("GET", "/api/signed", Some(&signal)).await?;
    Ok(answer.ok().into())
}`;

const FETCH_FUNCTION = `async fn fetch(
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
}`;

/** A text as a string of Rust's; nothing in it turns the order around in which code is shown. */
export function quote(text) {
  const escaped = (character) => `\\u{${hexOf(character)}}`;
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/\p{Bidi_Control}/gu, escaped)}"`;
}

function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '_');
}
