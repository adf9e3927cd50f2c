//! The token: the shapes in which it comes, and where it does not stand.

use js_sys::{Function, Object, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    Opened, TOKEN, open_inline,
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

/// A token of three parts with this payload.
fn jwt(payload: &str) -> String {
    let encode = Function::new_with_args(
        "text",
        "const bytes = new TextEncoder().encode(text);
        return btoa(String.fromCharCode(...bytes))
            .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');",
    );
    let payload = encode.call1(&JsValue::NULL, &payload.into()).unwrap();
    format!("e30.{}.c2ln", payload.as_string().unwrap())
}

#[wasm_bindgen_test]
async fn a_token_that_says_that_it_has_expired_is_not_sent() {
    let now = js_sys::Date::now() / 1_000.0;
    let rows = [
        (r#"{"exp":1}"#.to_owned(), true),
        (r#"{"name":"қол қою ÿ?>","exp":1.5}"#.to_owned(), true),
        (r#"{"act":{"exp":9e15},"exp":1}"#.to_owned(), true),
        (format!(r#"{{"exp":{}}}"#, now - 120.0), true),
        // A minute for clocks that are wrong.
        (format!(r#"{{"exp":{}}}"#, now - 30.0), false),
        (format!(r#"{{"exp":{}}}"#, now + 30.0), false),
        (r#"{"act":{"exp":1}}"#.to_owned(), false),
        (r#"{"exp":"1"}"#.to_owned(), false),
        (r#"{"exp":null}"#.to_owned(), false),
        (r#"[{"exp":1}]"#.to_owned(), false),
        (r#"{"exp":1"#.to_owned(), false),
        ("null".to_owned(), false),
        (String::new(), false),
    ];
    let tokens = rows
        .into_iter()
        .map(|(payload, is_refused)| (jwt(&payload), is_refused))
        .chain(["opaque", "a.b", "..", "a.b.c.d"].map(|token| (token.to_owned(), false)));
    for (token, is_refused) in tokens {
        let (session, container, _events) = open_inline(&service_options(&token));
        // A token that is a text is looked at before `open` returns.
        let phase = if is_refused { "ended" } else { "loading" };
        assert_eq!(session.phase(), phase, "{token}");
        if is_refused {
            let error = page::rejects(session.outcome()).await;
            assert_eq!(text(&page::get(&error, "code")), "token-expired", "{token}");
        }
        session.close();
        container.remove();
    }
}

/// What a curious script could read off the session.
fn session_summary(session: &Opened) -> Object {
    object(&[
        ("phase", session.phase().into()),
        ("outcome", session.outcome().into()),
    ])
}
