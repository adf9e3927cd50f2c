//! Ending a session: what it leaves behind, and whoever ends it.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    TOKEN, open,
    page::{
        self, Events, assert_untouched, container, document, event_types, get, resolves,
        service_options, snapshot, text,
    },
    pending,
};

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
