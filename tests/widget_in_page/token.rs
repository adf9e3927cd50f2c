//! The token: the shapes in which it comes, and where it does not stand.

use documentolog_embed::js::WidgetSession;
use js_sys::{Function, Object, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    TOKEN, open_inline,
    page::{
        self, document, event_types, frame_of, object, service_options, shadow_of, text, window,
    },
    with,
};

#[wasm_bindgen_test]
async fn tokens_in_every_shape() {
    let data = object(&[("access_token", TOKEN.into())]);
    let response = object(&[("status", 1.into()), ("data", data.clone().into())]);
    let function = Function::new_with_args("", &format!("return '{TOKEN}'"));
    let promise = Promise::resolve(&response);
    let then = Function::new_with_args("resolve", &format!("resolve('{TOKEN}')"));
    let thenable = object(&[("then", then.into())]);
    for (name, token) in [
        ("the service's answer", response.clone().into()),
        ("its data", data.into()),
        ("a function", function.into()),
        ("a promise", JsValue::from(promise)),
        ("a thenable", thenable.into()),
    ] {
        let (session, container, events) = open_inline(&with("token", token));
        page::frame_opens(&container).await;
        session.close();
        assert_eq!(event_types(&events), ["loading", "closed"], "{name}");
        container.remove();
    }
}

#[wasm_bindgen_test]
async fn the_token_stands_nowhere_in_the_page() {
    let (session, container, events) = open_inline(&service_options(TOKEN));
    page::frame_opens(&container).await;
    let frame = frame_of(&container);
    assert_eq!(frame.get_attribute("src"), None);
    for (name, haystack) in [
        (
            "attributes and texts",
            document().document_element().unwrap().outer_html(),
        ),
        ("shadow tree", shadow_of(&container).inner_html()),
        (
            "session object",
            text(&js_sys::JSON::stringify(&JsValue::from(session_summary(&session))).unwrap()),
        ),
        (
            "events",
            text(&js_sys::JSON::stringify(&events.list()).unwrap()),
        ),
        ("page's address", window().location().href().unwrap()),
    ] {
        assert!(
            !haystack.contains("0123456789"),
            "the token is in the {name}"
        );
    }
    session.close();
}

/// What a curious script could read off the session.
fn session_summary(session: &WidgetSession) -> Object {
    object(&[
        ("phase", session.phase().into()),
        ("outcome", session.outcome().into()),
    ])
}
