//! The options object, read and checked.

use alloc::{string::String, vec, vec::Vec};

use documentolog_protocol::BaseUrl;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::AbortSignal;

use crate::{
    browser::{
        Place,
        host::{self, get},
    },
    error::{Error, ErrorCode},
    options::{Options, SANDBOX_PRESET},
    texts::Locale,
    timeouts::{LONGEST, Timeouts},
};

/// Every option there is.
const NAMES: [&str; 13] = [
    "token",
    "baseUrl",
    "locale",
    "title",
    "signal",
    "confirm",
    "timeouts",
    "permissions",
    "sandbox",
    "credentialless",
    "leaveGuard",
    "onEvent",
    "onDiagnostic",
];

/// Reads the options of a session, but for the callbacks and the token.
pub(super) fn read(options: &JsValue) -> Result<Options, Error> {
    // Not by `instanceof`: an object without a prototype is an object.
    if !options.is_object() {
        return Err(invalid("options"));
    }
    for name in items(&host::names(options)) {
        let name = name.as_string().unwrap_or_default();
        if !NAMES.contains(&name.as_str()) {
            return Err(invalid(&name));
        }
    }
    for name in ["onEvent", "onDiagnostic", "confirm"] {
        let callback = get(options, name);
        if !callback.is_undefined() && !callback.is_function() {
            return Err(invalid(name));
        }
    }
    let mut read = Options::default();
    read.locale = read_locale(options)?;
    read.title = text(options, "title")?;
    read.timeouts = read_timeouts(options)?;
    read.credentialless = flag(options, "credentialless")?;
    read.leave_guard = flag(options, "leaveGuard")?;
    read_permissions(options, &mut read)?;
    read_sandbox(options, &mut read)?;
    let base_urls = read_base_urls(&get(options, "baseUrl"))?;
    read.set_base_urls(base_urls, &page_origin())?;
    Ok(read)
}

/// Reads the signal that ends the session.
pub(super) fn read_signal(options: &JsValue) -> Result<Option<AbortSignal>, Error> {
    let signal = get(options, "signal");
    if signal.is_undefined() {
        Ok(None)
    } else if host::is_a(&signal, "AbortSignal") {
        Ok(Some(signal.unchecked_into()))
    } else {
        Err(invalid("signal"))
    }
}

/// Reads where to mount: an element, a selector, or nothing for a dialog.
pub(super) fn read_place(place: &JsValue) -> Result<Place, Error> {
    if place.is_null() || place.is_undefined() {
        return Ok(Place::Dialog);
    }
    let element = match place.as_string() {
        Some(selector) => host::find(&JsValue::UNDEFINED, &selector),
        None => place.clone(),
    };
    if host::is_a(&element, "Element") {
        Ok(Place::Inline(element.unchecked_into()))
    } else {
        Err(ErrorCode::ContainerMissing.into())
    }
}

fn invalid(name: &str) -> Error {
    Error::about(ErrorCode::OptionsInvalid, name)
}

/// What is in a list.
fn items(list: &JsValue) -> impl Iterator<Item = JsValue> {
    let length = get(list, "length").as_f64().unwrap_or_default() as u32;
    (0..length).map(|place| host::at(list, place))
}

fn flag(options: &JsValue, name: &str) -> Result<bool, Error> {
    let value = get(options, name);
    if value.is_undefined() {
        return Ok(false);
    }
    value.as_bool().ok_or_else(|| invalid(name))
}

/// Reads times: an object of milliseconds by name.
fn read_timeouts(options: &JsValue) -> Result<Timeouts, Error> {
    let mut timeouts = Timeouts::default();
    let value = get(options, "timeouts");
    if value.is_undefined() {
        return Ok(timeouts);
    }
    if !value.is_object() {
        return Err(invalid("timeouts"));
    }
    for name in items(&host::names(&value)) {
        let name = name.as_string().unwrap_or_default();
        let wrong = || {
            let mut field = String::from("timeouts.");
            field.push_str(&name);
            invalid(&field)
        };
        let milliseconds = get(&value, &name);
        if milliseconds.is_undefined() {
            continue;
        }
        let place = timeouts.by_name(&name).ok_or_else(wrong)?;
        *place = milliseconds
            .as_f64()
            .filter(|number| (1.0..=f64::from(LONGEST)).contains(number))
            .ok_or_else(wrong)? as u32;
    }
    Ok(timeouts)
}

/// Reads features for the frame: a list of names.
fn read_permissions(options: &JsValue, read: &mut Options) -> Result<(), Error> {
    let value = get(options, "permissions");
    if value.is_undefined() {
        return Ok(());
    }
    if !value.is_array() {
        return Err(invalid("permissions"));
    }
    for feature in items(&value) {
        read.add_permission(&feature.as_string().unwrap_or_default())?;
    }
    Ok(())
}

/// Reads the sandbox: true for the preset, or tokens.
fn read_sandbox(options: &JsValue, read: &mut Options) -> Result<(), Error> {
    let value = get(options, "sandbox");
    match (value.as_bool(), value.as_string()) {
        (Some(true), _) => read.set_sandbox(SANDBOX_PRESET),
        (Some(false), _) => Ok(()),
        (_, Some(tokens)) => read.set_sandbox(&tokens),
        _ if value.is_undefined() => Ok(()),
        _ => Err(invalid("sandbox")),
    }
}

fn text(options: &JsValue, name: &str) -> Result<Option<String>, Error> {
    let value = get(options, name);
    if value.is_undefined() {
        return Ok(None);
    }
    value.as_string().map(Some).ok_or_else(|| invalid(name))
}

fn read_locale(options: &JsValue) -> Result<Locale, Error> {
    match text(options, "locale")? {
        Some(tag) => Locale::from_language_tag(&tag).ok_or_else(|| invalid("locale")),
        None => {
            let page = host::find(&JsValue::UNDEFINED, "html");
            let tag = get(&page, "lang").as_string().unwrap_or_default();
            Ok(Locale::from_language_tag(&tag).unwrap_or_default())
        }
    }
}

/// Reads where the service is: a preset or an origin, or several; the guide's own if none.
pub(super) fn read_base_urls(value: &JsValue) -> Result<Vec<BaseUrl>, Error> {
    if value.is_undefined() {
        return Ok(vec![BaseUrl::default()]);
    }
    let parse = |value: JsValue| {
        let text = value.as_string().unwrap_or_default();
        BaseUrl::parse(&text).map_err(|error| Error {
            reason: Some(error.message()),
            ..Error::about(ErrorCode::BaseUrlRefused, "baseUrl")
        })
    };
    if value.is_array() {
        items(value).map(parse).collect()
    } else {
        Ok(vec![parse(value.clone())?])
    }
}

fn page_origin() -> String {
    let location = get(&host::window(), "location");
    get(&location, "origin").as_string().unwrap_or_default()
}
