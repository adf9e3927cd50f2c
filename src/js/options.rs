//! The options object, read and checked.

use documentolog_protocol::BaseUrl;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::{
    browser::Place,
    error::{Error, ErrorCode},
    options::Options,
    texts::Locale,
};

/// Every option there is.
const NAMES: [&str; 6] = [
    "token",
    "baseUrl",
    "locale",
    "title",
    "onEvent",
    "onDiagnostic",
];

/// Reads the options of a session, but for the callbacks and the token.
pub(super) fn read(options: &JsValue) -> Result<Options, Error> {
    // Not by `instanceof`: an object without a prototype is an object.
    if !options.is_object() {
        return Err(Error::about(ErrorCode::OptionsInvalid, "options"));
    }
    for name in Object::keys(options.unchecked_ref::<Object>()) {
        let name = name.as_string().unwrap_or_default();
        if !NAMES.contains(&name.as_str()) {
            return Err(Error::about(ErrorCode::OptionsInvalid, &name));
        }
    }
    for name in ["onEvent", "onDiagnostic"] {
        let callback = get(options, name);
        if !callback.is_undefined() && !callback.is_function() {
            return Err(Error::about(ErrorCode::OptionsInvalid, name));
        }
    }
    let mut read = Options::default();
    read.locale = read_locale(options)?;
    read.title = text(options, "title")?;
    let base_url = get(options, "baseUrl");
    let base_urls = if base_url.is_undefined() {
        vec![BaseUrl::default()]
    } else {
        read_base_urls(&base_url)?
    };
    read.set_base_urls(base_urls, &page_origin())?;
    Ok(read)
}

/// Reads where to mount: an element, a selector, or nothing for a dialog.
pub(super) fn read_place(place: &JsValue) -> Result<Place, Error> {
    if place.is_null() || place.is_undefined() {
        return Ok(Place::Dialog);
    }
    if let Some(element) = place.dyn_ref::<Element>() {
        return Ok(Place::Inline(element.clone()));
    }
    place
        .as_string()
        .and_then(|selector| document()?.query_selector(&selector).ok()?)
        .map(Place::Inline)
        .ok_or_else(|| ErrorCode::ContainerMissing.into())
}

pub(super) fn get(options: &JsValue, name: &str) -> JsValue {
    Reflect::get(options, &JsValue::from_str(name)).unwrap_or_default()
}

fn text(options: &JsValue, name: &str) -> Result<Option<String>, Error> {
    let value = get(options, name);
    if value.is_undefined() {
        return Ok(None);
    }
    value
        .as_string()
        .map(Some)
        .ok_or_else(|| Error::about(ErrorCode::OptionsInvalid, name))
}

fn read_locale(options: &JsValue) -> Result<Locale, Error> {
    match text(options, "locale")? {
        Some(tag) => Locale::from_language_tag(&tag)
            .ok_or_else(|| Error::about(ErrorCode::OptionsInvalid, "locale")),
        None => {
            let page = document().and_then(|document| document.document_element());
            let tag = page
                .and_then(|root| root.get_attribute("lang"))
                .unwrap_or_default();
            Ok(Locale::from_language_tag(&tag).unwrap_or_default())
        }
    }
}

fn read_base_urls(value: &JsValue) -> Result<Vec<BaseUrl>, Error> {
    let refused = || Error::about(ErrorCode::BaseUrlRefused, "baseUrl");
    let parse = |value: JsValue| BaseUrl::parse(&value.as_string()?).ok();
    match value.dyn_ref::<Array>() {
        Some(list) => list
            .iter()
            .map(parse)
            .collect::<Option<_>>()
            .ok_or_else(refused),
        None => Ok(vec![parse(value.clone()).ok_or_else(refused)?]),
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn page_origin() -> String {
    web_sys::window()
        .and_then(|window| window.location().origin().ok())
        .unwrap_or_default()
}
