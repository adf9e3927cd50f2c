//! Window messages that are not the service's.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{MessageEvent, MessageEventInit};

use crate::{
    TOKEN, open,
    page::{
        self, Events, container, event_types, frame_of, get, service_options, service_origin,
        window,
    },
    with,
};

/// Why messages did not count.
fn reasons(diagnostics: &Events) -> Vec<String> {
    let list = diagnostics.list();
    list.iter()
        .filter_map(|diagnostic| get(&diagnostic, "reason").as_string())
        .collect()
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

    let mut reasons = reasons(&diagnostics);
    // Where the other frame takes more than a second to load, its reason is told once more.
    reasons.dedup();
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
fn a_strangers_message_is_told_to_each_session_that_hears_of_such() {
    let places: Vec<_> = (0..4).map(|_| container()).collect();
    let heard: Vec<_> = (0..4).map(|_| Events::new()).collect();
    let mut sessions = Vec::new();
    for (place, (container, heard)) in places.iter().zip(&heard).enumerate() {
        // The first and the third have nobody to tell.
        let options = if place % 2 == 1 {
            with("onDiagnostic", heard.callback().into())
        } else {
            service_options(TOKEN)
        };
        sessions.push(open(container, &options, JsValue::UNDEFINED, None));
    }
    // Made up by a script, and of no session's frame: it is heard at once, before any of these
    // frames can have failed.
    let event = MessageEvent::new("message").unwrap();
    window().dispatch_event(&event).unwrap();
    let told = heard.iter().map(|heard| reasons(heard)).collect::<Vec<_>>();
    assert_eq!(told, [&[][..], &["untrusted"], &[], &["untrusted"]]);
    for (session, container) in sessions.iter().zip(&places) {
        session.close();
        container.remove();
    }
}
