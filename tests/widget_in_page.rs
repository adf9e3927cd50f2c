//! The widget in a real page, through its JavaScript face: what it puts there,
//! what it refuses, and that nothing is left when it ends.
//!
//! The page is served from `127.0.0.1`, and `localhost` on the same port is the
//! service's origin: a real second origin, though one that has no signing page
//! and posts nothing. (Firefox does not even fire `load` for its empty answer, so
//! nothing here waits for `ready`.) Sessions that load and are signed are in
//! `tests/e2e`, with the sandbox.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod page;

use documentolog_embed::js::WidgetSession;
use js_sys::{Function, Object, Promise, Reflect};
use page::{
    Events, assert_untouched, container, document, event_types, frame_of, get, object, resolves,
    service_options, service_origin, shadow_of, snapshot, text, window,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlDialogElement, MessageEvent, MessageEventInit};

wasm_bindgen_test_configure!(run_in_browser);

const TOKEN: &str = "header.payload-0123456789.signature";

/// Opens a session as the loader does.
fn open(
    place: &JsValue,
    options: &JsValue,
    first_token: JsValue,
    on_event: Option<Function>,
) -> WidgetSession {
    documentolog_embed::js::open(place, options, first_token, None, None, on_event)
}

fn open_inline(options: &JsValue) -> (WidgetSession, web_sys::HtmlElement, Events) {
    let container = container();
    let events = Events::new();
    let session = open(
        &container,
        options,
        JsValue::UNDEFINED,
        Some(events.callback()),
    );
    (session, container, events)
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

#[wasm_bindgen_test]
async fn permissions_go_to_the_service_by_name() {
    let (session, container, _events) = open_inline(&service_options(TOKEN));
    page::frame_opens(&container).await;
    let allow = frame_of(&container).get_attribute("allow").unwrap();
    let origin = service_origin();
    for feature in [
        "loopback-network",
        "local-network-access",
        "clipboard-write",
        "fullscreen",
        "storage-access",
    ] {
        assert!(
            allow.contains(&format!("{feature} {origin};")),
            "{feature} in {allow}"
        );
    }
    assert!(!allow.contains('*'), "{allow}");
    session.close();
}

#[wasm_bindgen_test]
async fn closing_leaves_nothing_behind() {
    for place in ["inline", "dialog"] {
        let container = container();
        let place_value = if place == "inline" {
            container.clone().into()
        } else {
            JsValue::NULL
        };
        let before = snapshot();
        let events = Events::new();
        let session = open(
            &place_value,
            &service_options(TOKEN),
            JsValue::UNDEFINED,
            Some(events.callback()),
        );
        let parent = if place == "inline" {
            container.clone()
        } else {
            document().body().unwrap()
        };
        page::frame_opens(&parent).await;
        assert_ne!(snapshot(), before, "{place}: nothing was opened");
        session.close();
        session.close();
        assert_untouched(&before, place);
        assert_eq!(session.phase(), "ended");
        let outcome = resolves(session.outcome()).await;
        assert_eq!(text(&get(&outcome, "type")), "closed");
        assert_eq!(text(&get(&outcome, "by")), "page");
        assert!(
            Object::is_frozen(outcome.unchecked_ref::<Object>()),
            "{place}: an outcome can be changed"
        );
        assert_eq!(event_types(&events), ["loading", "closed"], "{place}");
        container.remove();
    }
}

#[wasm_bindgen_test]
async fn the_widget_lives_in_the_element_that_it_is_given_and_adds_no_text() {
    let container = container();
    let host: web_sys::HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let session = documentolog_embed::js::open(
        &container,
        &service_options(TOKEN),
        JsValue::UNDEFINED,
        None,
        Some(host.clone()),
        None,
    );
    page::frame_opens(&container).await;
    assert_eq!(container.child_nodes().length(), 1, "beside the host");
    assert!(container.first_child().unwrap().is_same_node(Some(&host)));
    let room = shadow_of(&container).query_selector("[part=room]");
    let room = room.unwrap().unwrap();
    assert_eq!(room.child_nodes().length(), 3, "notice, panel, frame");
    session.close();
    assert_eq!(container.child_nodes().length(), 0, "after the end");
    container.remove();
}

#[wasm_bindgen_test]
async fn closing_before_the_token_has_come_opens_nothing() {
    let mut give = None;
    let token = Promise::new(&mut |resolve, _| give = Some(resolve));
    let container = container();
    let before = snapshot();
    let events = Events::new();
    let options = service_options(TOKEN);
    let session = open(
        &container,
        &options,
        token.clone().into(),
        Some(events.callback()),
    );
    assert_eq!(session.phase(), "requesting-token");
    session.close();
    give.unwrap()
        .call1(&JsValue::UNDEFINED, &JsValue::from_str(TOKEN))
        .unwrap();
    resolves(token).await;
    resolves(session.outcome()).await;
    assert_untouched(&before, "after the late token");
    assert_eq!(event_types(&events), ["loading", "closed"]);
    container.remove();
}

#[wasm_bindgen_test]
async fn a_callback_that_closes_the_session_is_no_trouble() {
    let container = container();
    let holder = Object::new();
    let on_event = Function::new_with_args("event", "this.types.push(event.type); this.close?.();")
        .bind0(&holder);
    Reflect::set(&holder, &"types".into(), &js_sys::Array::new()).unwrap();
    let session = std::rc::Rc::new(open(
        &container,
        &service_options(TOKEN),
        pending().into(),
        Some(on_event),
    ));
    let closing = std::rc::Rc::clone(&session);
    let close = wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || closing.close());
    Reflect::set(&holder, &"close".into(), close.as_ref()).unwrap();
    session.close();
    resolves(session.outcome()).await;
    assert_eq!(
        text(&js_sys::JSON::stringify(&get(&holder, "types")).unwrap()),
        r#"["loading","closed"]"#
    );
    container.remove();
}

/// A promise that never settles.
fn pending() -> Promise {
    Promise::new(&mut |_, _| {})
}

#[wasm_bindgen_test]
async fn a_callback_that_throws_ends_nothing() {
    let container = container();
    let reported = page::Reported::new();
    let thrower = Function::new_no_args("throw new Error('of the page')");
    let session = open(
        &container,
        &service_options(TOKEN),
        pending().into(),
        Some(thrower),
    );
    assert_eq!(session.phase(), "requesting-token");
    session.close();
    resolves(session.outcome()).await;
    assert_eq!(
        reported.count(),
        2,
        "loading and closed are reported as uncaught errors"
    );
    container.remove();
}

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

/// Good options but for one.
fn with(name: &str, value: JsValue) -> JsValue {
    let options = service_options(TOKEN);
    Reflect::set(&options, &name.into(), &value).unwrap();
    options
}

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

#[wasm_bindgen_test]
async fn a_selector_names_the_place() {
    let container = container();
    container.set_id("place");
    let events = Events::new();
    let session = open(
        &"#place".into(),
        &service_options(TOKEN),
        JsValue::UNDEFINED,
        Some(events.callback()),
    );
    page::frame_opens(&container).await;
    assert!(frame_of(&container).is_connected());
    session.close();
    container.remove();
}

#[wasm_bindgen_test]
async fn messages_that_do_not_count_change_nothing() {
    let container = container();
    let diagnostics = Events::new();
    let events = Events::new();
    let options = with("onDiagnostic", diagnostics.callback().into());
    let session = open(
        &container,
        &options,
        JsValue::UNDEFINED,
        Some(events.callback()),
    );
    page::frame_opens(&container).await;
    let frame = frame_of(&container);
    let signed = page::signed_message();

    // A script of the page makes the event up, with everything else right.
    let forged = MessageEventInit::new();
    forged.set_data(&signed);
    forged.set_origin(&service_origin());
    forged.set_source(frame.content_window().as_ref().map(AsRef::as_ref));
    let event = MessageEvent::new_with_event_init_dict("message", &forged).unwrap();
    window().dispatch_event(&event).unwrap();

    // The page's own window posts it, and so does another frame.
    window().post_message(&signed, "*").unwrap();
    page::frame_that_posts(&container, &signed).await;

    let reasons: Vec<_> = diagnostics
        .list()
        .iter()
        .filter_map(|diagnostic| get(&diagnostic, "reason").as_string())
        .collect();
    assert_eq!(reasons, ["untrusted", "source"]);
    assert_ne!(session.phase(), "ended");
    assert!(
        !event_types(&events).iter().any(|name| name == "signed"),
        "{:?}",
        event_types(&events)
    );
    session.close();
    container.remove();
}

#[wasm_bindgen_test]
async fn the_dialog_is_one_that_people_can_use() {
    let before = snapshot();
    let opener = document()
        .create_element("button")
        .unwrap()
        .unchecked_into::<web_sys::HtmlElement>();
    document().body().unwrap().append_child(&opener).unwrap();
    opener.focus().unwrap();
    let events = Events::new();
    let options = with("locale", "kk-KZ".into());
    let session = open(
        &JsValue::NULL,
        &options,
        JsValue::UNDEFINED,
        Some(events.callback()),
    );
    page::frame_opens(&document().body().unwrap()).await;
    let shadow = shadow_of(&document().body().unwrap());
    let dialog: HtmlDialogElement = shadow
        .query_selector("dialog")
        .unwrap()
        .unwrap()
        .unchecked_into();
    assert!(
        dialog.matches(":modal").unwrap(),
        "the page behind it is not inert"
    );
    let title = shadow
        .get_element_by_id(&dialog.get_attribute("aria-labelledby").unwrap())
        .unwrap();
    assert_eq!(title.text_content().unwrap(), "Құжатқа қол қою");
    let button: web_sys::HtmlElement = dialog
        .query_selector("button")
        .unwrap()
        .unwrap()
        .unchecked_into();
    assert_eq!(button.text_content().unwrap(), "Жабу");
    assert!(button.offset_width() >= 44 && button.offset_height() >= 44);
    let frame = shadow.query_selector("iframe").unwrap().unwrap();
    assert_eq!(frame.get_attribute("title").unwrap(), "Құжатқа қол қою");
    button.click();
    let outcome = resolves(session.outcome()).await;
    assert_eq!(text(&get(&outcome, "by")), "signer");
    assert_eq!(
        document().active_element().as_deref(),
        Some(opener.as_ref()),
        "the focus is lost"
    );
    opener.remove();
    assert_untouched(&before, "after the dialog");
}

#[wasm_bindgen_test]
async fn the_page_scrolls_again_when_the_last_dialog_is_gone() {
    let root: web_sys::HtmlElement = document().document_element().unwrap().unchecked_into();
    root.style().set_property("overflow", "clip").unwrap();
    let overflow = || {
        let style = web_sys::window().unwrap().get_computed_style(&root);
        style
            .unwrap()
            .unwrap()
            .get_property_value("overflow")
            .unwrap()
    };
    let open_dialog = || {
        open(
            &JsValue::NULL,
            &service_options(TOKEN),
            pending().into(),
            None,
        )
    };
    let (first, second) = (open_dialog(), open_dialog());
    assert_eq!(overflow(), "hidden");
    first.close();
    assert_eq!(overflow(), "hidden");
    second.close();
    assert_eq!(overflow(), "clip");
    assert_eq!(root.get_attribute("style").unwrap(), "overflow: clip;");
    root.remove_attribute("style").unwrap();
    let (before, dialog) = (snapshot(), open_dialog());
    dialog.close();
    assert_untouched(&before, "a page without a style of its own");
}

#[wasm_bindgen_test]
async fn one_listener_serves_all_sessions_and_goes_with_the_last() {
    let listeners = page::MessageListeners::watch();
    let (first_place, second_place) = (container(), container());
    let first = open(
        &first_place,
        &service_options(TOKEN),
        JsValue::UNDEFINED,
        None,
    );
    let second = open(
        &second_place,
        &service_options(TOKEN),
        JsValue::UNDEFINED,
        None,
    );
    assert_eq!(listeners.count(), 1.0);
    first.close();
    assert_eq!(listeners.count(), 1.0);
    second.close();
    assert_eq!(listeners.count(), 0.0);
    first_place.remove();
    second_place.remove();
}
