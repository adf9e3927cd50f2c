//! What is wrong is a typed error that names the field.

use js_sys::Function;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    TOKEN, open,
    page::{
        self, Events, assert_untouched, container, document, event_types, get, object,
        service_options, snapshot, text, window,
    },
    with,
};

/// Opens a session that must fail with this error, and leave the page as it was.
async fn is_refused(options: &JsValue, code: &str, field: Option<&str>, name: &str) {
    let container = container();
    let before = snapshot();
    let events = Events::new();
    let session = open(
        &container,
        options,
        JsValue::UNDEFINED,
        Some(events.callback()),
    );
    let error = page::rejects(session.outcome()).await;
    assert_eq!(text(&get(&error, "code")), code, "{name}");
    assert_eq!(get(&error, "field").as_string().as_deref(), field, "{name}");
    assert!(error.is_instance_of::<js_sys::Error>(), "{name}");
    assert_eq!(
        get(&error, "cause").is_undefined(),
        code != "token-request-failed",
        "{name}"
    );
    assert_eq!(
        event_types(&events).last().map(String::as_str),
        Some("failed"),
        "{name}"
    );
    assert_untouched(&before, name);
    container.remove();
}

#[wasm_bindgen_test]
async fn an_option_that_is_wrong_is_named() {
    for options in [JsValue::UNDEFINED, JsValue::from(7)] {
        let name = format!("{options:?} in place of options");
        is_refused(&options, "options-invalid", Some("options"), &name).await;
    }
    let timeout = |name: &str, time: JsValue| -> JsValue { object(&[(name, time)]).into() };
    let everybody = js_sys::Array::of1(&"camera *".into());
    let rows: [(&str, JsValue, &str); 17] = [
        ("tokn", "x".into(), "tokn"),
        ("locale", 7.into(), "locale"),
        ("title", 7.into(), "title"),
        ("onEvent", "x".into(), "onEvent"),
        ("timeouts", 5.into(), "timeouts"),
        ("timeouts", timeout("lode", 5.into()), "timeouts.lode"),
        ("timeouts", timeout("load", "5".into()), "timeouts.load"),
        ("timeouts", timeout("load", 0.into()), "timeouts.load"),
        // Longer than any browser can wait.
        (
            "timeouts",
            timeout("load", 2_147_483_648_f64.into()),
            "timeouts.load",
        ),
        ("permissions", "camera".into(), "permissions"),
        ("permissions", everybody.into(), "permissions"),
        // The frame would have no origin.
        ("sandbox", "allow-scripts".into(), "sandbox"),
        ("sandbox", 5.into(), "sandbox"),
        ("credentialless", "yes".into(), "credentialless"),
        ("leaveGuard", 1.into(), "leaveGuard"),
        ("signal", object(&[]).into(), "signal"),
        ("confirm", true.into(), "confirm"),
    ];
    for (option, value, field) in rows {
        let name = format!("{option}: {value:?}");
        let options = with(option, value);
        is_refused(&options, "options-invalid", Some(field), &name).await;
    }
}

#[wasm_bindgen_test]
async fn an_address_that_is_no_services_is_refused() {
    let page_origin = window().location().origin().unwrap();
    for address in [
        "https://a.kz/x".into(),
        "http://a.kz".into(),
        "https://a:b@c.kz".into(),
        "*".into(),
        page_origin.into(),
        js_sys::Array::new().into(),
    ] {
        let name = format!("{address:?}");
        let options = with("baseUrl", address);
        is_refused(&options, "base-url-refused", Some("baseUrl"), &name).await;
    }
}

/// What is well spelt, and still the name of no host: a browser whose parser knows says so when
/// the frame is sent there.
#[wasm_bindgen_test]
async fn an_address_that_the_browser_refuses_is_refused() {
    let address = "https://xn--a.kz";
    if web_sys::Url::new(address).is_ok() {
        return;
    }
    let options = with("baseUrl", address.into());
    is_refused(&options, "base-url-refused", Some("baseUrl"), address).await;
}

#[wasm_bindgen_test]
async fn what_is_wrong_with_a_token_has_a_code_of_its_own() {
    let function = |body: &str| -> JsValue { Function::new_no_args(body).into() };
    let rows = [
        (JsValue::UNDEFINED, "token-missing"),
        ("".into(), "token-missing"),
        (7.into(), "token-missing"),
        (function(""), "token-missing"),
        // Whose `status` is another one's.
        (
            function("return new Response('{\"access_token\":\"a\"}')"),
            "token-missing",
        ),
        ("a b".into(), "token-malformed"),
        // {"exp":1}
        ("e30.eyJleHAiOjF9.c2ln".into(), "token-expired"),
        (object(&[("status", 0.into())]).into(), "token-refused"),
        (function("throw new Error('x')"), "token-request-failed"),
        (
            function("return Promise.reject(new Error('x'))"),
            "token-request-failed",
        ),
    ];
    for (token, code) in rows {
        let name = format!("{token:?}");
        is_refused(&with("token", token), code, None, &name).await;
    }
}

#[wasm_bindgen_test]
async fn a_place_that_is_not_there_is_an_error() {
    for place in [
        JsValue::from("#nowhere"),
        JsValue::from("!not a selector"),
        JsValue::from(7),
    ] {
        let session = open(&place, &service_options(TOKEN), JsValue::UNDEFINED, None);
        let error = page::rejects(session.outcome()).await;
        assert_eq!(text(&get(&error, "code")), "container-missing");
    }
    let detached = document().create_element("div").unwrap();
    let session = open(&detached, &service_options(TOKEN), JsValue::UNDEFINED, None);
    let error = page::rejects(session.outcome()).await;
    assert_eq!(text(&get(&error, "code")), "container-missing");
}
