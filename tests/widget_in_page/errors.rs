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

#[wasm_bindgen_test]
async fn what_is_wrong_is_a_typed_error_that_names_the_field() {
    let page_origin = window().location().origin().unwrap();
    let rows: Vec<(&str, JsValue, &str, Option<&str>)> = vec![
        (
            "no options",
            JsValue::UNDEFINED,
            "options-invalid",
            Some("options"),
        ),
        (
            "options of a wrong type",
            JsValue::from(7),
            "options-invalid",
            Some("options"),
        ),
        (
            "an unknown option",
            with("tokn", "x".into()),
            "options-invalid",
            Some("tokn"),
        ),
        (
            "a wrong locale",
            with("locale", "de".into()),
            "options-invalid",
            Some("locale"),
        ),
        (
            "a locale of a wrong type",
            with("locale", 7.into()),
            "options-invalid",
            Some("locale"),
        ),
        (
            "a title of a wrong type",
            with("title", 7.into()),
            "options-invalid",
            Some("title"),
        ),
        (
            "an onEvent of a wrong type",
            with("onEvent", "x".into()),
            "options-invalid",
            Some("onEvent"),
        ),
        (
            "a timeout that is unknown",
            with("timeouts", object(&[("lode", 5.into())]).into()),
            "options-invalid",
            Some("timeouts.lode"),
        ),
        (
            "a timeout of a wrong type",
            with("timeouts", object(&[("load", "5".into())]).into()),
            "options-invalid",
            Some("timeouts.load"),
        ),
        (
            "a timeout that no browser can wait",
            with(
                "timeouts",
                object(&[("load", 2_147_483_648_f64.into())]).into(),
            ),
            "options-invalid",
            Some("timeouts.load"),
        ),
        (
            "no time at all",
            with("timeouts", object(&[("load", 0.into())]).into()),
            "options-invalid",
            Some("timeouts.load"),
        ),
        (
            "timeouts of a wrong type",
            with("timeouts", 5.into()),
            "options-invalid",
            Some("timeouts"),
        ),
        (
            "permissions of a wrong type",
            with("permissions", "camera".into()),
            "options-invalid",
            Some("permissions"),
        ),
        (
            "a permission for everybody",
            with("permissions", js_sys::Array::of1(&"camera *".into()).into()),
            "options-invalid",
            Some("permissions"),
        ),
        (
            "a sandbox without the frame's origin",
            with("sandbox", "allow-scripts".into()),
            "options-invalid",
            Some("sandbox"),
        ),
        (
            "a sandbox of a wrong type",
            with("sandbox", 5.into()),
            "options-invalid",
            Some("sandbox"),
        ),
        (
            "a flag of a wrong type",
            with("credentialless", "yes".into()),
            "options-invalid",
            Some("credentialless"),
        ),
        (
            "a guard of a wrong type",
            with("leaveGuard", 1.into()),
            "options-invalid",
            Some("leaveGuard"),
        ),
        (
            "a signal of a wrong type",
            with("signal", object(&[]).into()),
            "options-invalid",
            Some("signal"),
        ),
        (
            "a confirm of a wrong type",
            with("confirm", true.into()),
            "options-invalid",
            Some("confirm"),
        ),
        (
            "a token that has expired",
            // {"exp":1}
            with("token", "e30.eyJleHAiOjF9.c2ln".into()),
            "token-expired",
            None,
        ),
        (
            "an address with a path",
            with("baseUrl", "https://a.kz/x".into()),
            "base-url-refused",
            Some("baseUrl"),
        ),
        (
            "plain http",
            with("baseUrl", "http://a.kz".into()),
            "base-url-refused",
            Some("baseUrl"),
        ),
        (
            "an address with a password",
            with("baseUrl", "https://a:b@c.kz".into()),
            "base-url-refused",
            Some("baseUrl"),
        ),
        (
            "everybody",
            with("baseUrl", "*".into()),
            "base-url-refused",
            Some("baseUrl"),
        ),
        (
            "the page itself",
            with("baseUrl", page_origin.into()),
            "base-url-refused",
            Some("baseUrl"),
        ),
        (
            "no address",
            with("baseUrl", js_sys::Array::new().into()),
            "base-url-refused",
            Some("baseUrl"),
        ),
        (
            "no token",
            with("token", JsValue::UNDEFINED),
            "token-missing",
            None,
        ),
        (
            "an empty token",
            with("token", "".into()),
            "token-missing",
            None,
        ),
        (
            "a token of a wrong type",
            with("token", 7.into()),
            "token-missing",
            None,
        ),
        (
            "a token with a space",
            with("token", "a b".into()),
            "token-malformed",
            None,
        ),
        (
            "a refusal as the token",
            with("token", object(&[("status", 0.into())]).into()),
            "token-refused",
            None,
        ),
        (
            "a token function that throws",
            with(
                "token",
                Function::new_no_args("throw new Error('x')").into(),
            ),
            "token-request-failed",
            None,
        ),
        (
            "a token function that rejects",
            with(
                "token",
                Function::new_no_args("return Promise.reject(new Error('x'))").into(),
            ),
            "token-request-failed",
            None,
        ),
        (
            "a token function that gives nothing",
            with("token", Function::new_no_args("").into()),
            "token-missing",
            None,
        ),
    ];
    for (name, options, code, field) in rows {
        let container = container();
        let before = snapshot();
        let events = Events::new();
        let session = open(
            &container,
            &options,
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
