//! Where the widget is, what it is made of, and what its frame may do.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlDialogElement;

use crate::{
    TOKEN, open, open_in, open_inline,
    page::{
        self, Events, assert_untouched, container, document, frame_of, get, resolves,
        service_options, service_origin, shadow_of, snapshot, text,
    },
    with,
};

#[wasm_bindgen_test]
async fn the_widget_lives_in_the_element_that_it_is_given_and_adds_no_text() {
    let container = container();
    let host: web_sys::HtmlElement = document().create_element("div").unwrap().unchecked_into();
    let session = open_in(
        &container,
        &service_options(TOKEN),
        JsValue::UNDEFINED,
        host.clone().into(),
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
