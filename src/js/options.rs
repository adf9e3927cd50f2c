//! The options object, read and checked.

use alloc::{string::String, vec::Vec};

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

/// Reads where to mount, and the options but for the callbacks and the token.
///
/// # Errors
/// What is wrong with the first that is.
pub(super) fn read(
    place: &JsValue,
    options: &JsValue,
) -> Result<(Place, Options, Option<AbortSignal>), Error> {
    let mut reader = Reader {
        options,
        wrong: None,
    };
    let mut read = Options::default();
    // Not by `instanceof`: an object without a prototype is an object.
    if options.is_object() {
        reader.read_names();
        reader.read_callbacks();
        read.locale = reader.locale();
        read.title = reader.text("title");
        reader.read_timeouts(&mut read.timeouts);
        read.credentialless = reader.flag("credentialless");
        read.leave_guard = reader.flag("leaveGuard");
        reader.read_permissions(&mut read);
        reader.read_sandbox(&mut read);
        reader.read_base_urls(&mut read);
    } else {
        reader.refuse("options");
    }
    let signal = reader.signal();
    let place = reader.place(place);
    match (reader.wrong, place) {
        (None, Some(place)) => Ok((place, read, signal)),
        (wrong, _) => Err(wrong.unwrap_or(ErrorCode::ContainerMissing.into())),
    }
}

/// Reads where the service is, and nothing else.
///
/// # Errors
/// `base-url-refused`.
pub(super) fn read_address(options: &JsValue) -> Result<Options, Error> {
    let mut reader = Reader {
        options,
        wrong: None,
    };
    let mut read = Options::default();
    reader.read_base_urls(&mut read);
    reader.wrong.map_or(Ok(read), Err)
}

/// Reads an options object to its end and keeps the first mistake: to leave by each would
/// have the module undo, in a dozen places, what has been read until then.
struct Reader<'options> {
    options: &'options JsValue,
    wrong: Option<Error>,
}

impl Reader<'_> {
    fn keep(&mut self, error: Error) {
        if self.wrong.is_none() {
            self.wrong = Some(error);
        }
    }

    /// Says that this option is wrong.
    fn refuse(&mut self, name: &str) {
        self.keep(Error::about(ErrorCode::OptionsInvalid, name));
    }

    /// An option, if it is given.
    fn given(&self, name: &str) -> Option<JsValue> {
        Some(get(self.options, name)).filter(|value| !value.is_undefined())
    }

    /// What an option is taken for, if it is given and can be.
    fn read<T>(&mut self, name: &str, take: impl FnOnce(&JsValue) -> Option<T>) -> Option<T> {
        let taken = take(&self.given(name)?);
        if taken.is_none() {
            self.refuse(name);
        }
        taken
    }

    fn flag(&mut self, name: &str) -> bool {
        self.read(name, JsValue::as_bool).unwrap_or_default()
    }

    fn text(&mut self, name: &str) -> Option<String> {
        self.read(name, host::text)
    }

    fn read_names(&mut self) {
        for name in items(&host::names(self.options)) {
            let name = host::text(&name).unwrap_or_default();
            if !NAMES.contains(&name.as_str()) {
                self.refuse(&name);
            }
        }
    }

    fn read_callbacks(&mut self) {
        for name in ["onEvent", "onDiagnostic", "confirm"] {
            self.read(name, |callback| callback.is_function().then_some(()));
        }
    }

    /// The language of the texts: the page's own where none is given, and English in place of one
    /// in which there are none.
    fn locale(&mut self) -> Locale {
        let given = self.read("locale", host::text);
        let tag = given.or_else(|| {
            let page = host::find(&JsValue::UNDEFINED, "html");
            host::text_at(&page, "lang")
        });
        tag.and_then(|tag| Locale::from_language_tag(&tag))
            .unwrap_or_default()
    }

    /// Times: an object of milliseconds by name.
    fn read_timeouts(&mut self, timeouts: &mut Timeouts) {
        let object = |value: &JsValue| value.is_object().then(|| value.clone());
        let Some(value) = self.read("timeouts", object) else {
            return;
        };
        for name in items(&host::names(&value)) {
            let name = host::text(&name).unwrap_or_default();
            let milliseconds = get(&value, &name);
            if milliseconds.is_undefined() {
                continue;
            }
            let number = milliseconds
                .as_f64()
                .filter(|number| (1.0..=f64::from(LONGEST)).contains(number));
            match (timeouts.by_name(&name), number) {
                (Some(place), Some(number)) => *place = number as u32,
                _ => {
                    let mut field = String::from("timeouts.");
                    field.push_str(&name);
                    self.refuse(&field);
                }
            }
        }
    }

    /// Features for the frame: a list of names.
    fn read_permissions(&mut self, read: &mut Options) {
        let list = |value: &JsValue| value.is_array().then(|| value.clone());
        let Some(value) = self.read("permissions", list) else {
            return;
        };
        for feature in items(&value) {
            if let Err(error) = read.add_permission(&host::text(&feature).unwrap_or_default()) {
                self.keep(error);
            }
        }
    }

    /// The frame's sandbox: true for the preset, or tokens.
    fn read_sandbox(&mut self, read: &mut Options) {
        let Some(value) = self.given("sandbox") else {
            return;
        };
        let tokens = match value.as_bool() {
            Some(false) => return,
            Some(true) => Some(SANDBOX_PRESET.into()),
            None => host::text(&value),
        };
        match tokens.map(|tokens| read.set_sandbox(&tokens)) {
            None => self.refuse("sandbox"),
            Some(Err(error)) => self.keep(error),
            Some(Ok(())) => {}
        }
    }

    /// Where the service is: a preset or an origin, or several; the guide's own if none.
    fn read_base_urls(&mut self, read: &mut Options) {
        let default = || JsValue::from_str(BaseUrl::DOCULITE);
        let value = self.given("baseUrl").unwrap_or_else(default);
        let mut base_urls = Vec::new();
        if value.is_array() {
            for value in items(&value) {
                self.add_base_url(&mut base_urls, &value);
            }
        } else {
            self.add_base_url(&mut base_urls, &value);
        }
        if self.wrong.is_none()
            && let Err(error) = read.set_base_urls(base_urls, &page_origin())
        {
            self.keep(error);
        }
    }

    fn add_base_url(&mut self, base_urls: &mut Vec<BaseUrl>, value: &JsValue) {
        match BaseUrl::parse(&host::text(value).unwrap_or_default()) {
            Ok(base_url) => base_urls.push(base_url),
            Err(error) => self.keep(Error {
                reason: Some(error.message()),
                ..Error::about(ErrorCode::BaseUrlRefused, "baseUrl")
            }),
        }
    }

    /// The signal that ends the session.
    fn signal(&mut self) -> Option<AbortSignal> {
        self.read("signal", |signal| {
            host::is_a(signal, "AbortSignal").then(|| signal.clone().unchecked_into())
        })
    }

    /// Where to mount: an element, a selector, or nothing for a dialog.
    fn place(&self, place: &JsValue) -> Option<Place> {
        if place.is_null() || place.is_undefined() {
            return Some(Place::Dialog);
        }
        let element = match host::text(place) {
            Some(selector) => host::find(&JsValue::UNDEFINED, &selector),
            None => place.clone(),
        };
        host::is_a(&element, "Element").then(|| Place::Inline(element.unchecked_into()))
    }
}

/// What is in a list.
fn items(list: &JsValue) -> impl Iterator<Item = JsValue> {
    let length = get(list, "length").as_f64().unwrap_or_default() as u32;
    (0..length).map(|place| host::at(list, place))
}

fn page_origin() -> String {
    let location = get(&host::window(), "location");
    host::text_at(&location, "origin").unwrap_or_default()
}
