//! What is made before it is needed: the frame, while its token or the module is on its way.

use documentolog_embed::view::SPARE_FRAME;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlIFrameElement;

use crate::{
    TOKEN, open, open_inline,
    page::{self, container, document, frame_of, resolves, service_options},
};

fn spare_frames() -> Vec<HtmlIFrameElement> {
    let found = document()
        .query_selector_all(&format!("body > iframe[{SPARE_FRAME}]"))
        .unwrap();
    (0..found.length())
        .map(|place| found.item(place).unwrap().unchecked_into())
        .collect()
}

/// Whether the browser can move a frame without loading it anew.
fn moves_frames() -> bool {
    Reflect::has(&document().body().unwrap(), &"moveBefore".into()).unwrap()
}

/// As the loader does it.
fn prepare() {
    let frame: HtmlIFrameElement = document()
        .create_element("iframe")
        .unwrap()
        .unchecked_into();
    frame.set_attribute(SPARE_FRAME, "").unwrap();
    frame
        .set_attribute("style", "display: none !important")
        .unwrap();
    document().body().unwrap().append_child(&frame).unwrap();
}

#[wasm_bindgen_test]
async fn the_frame_is_made_while_the_token_is_on_its_way() {
    let mut give = None;
    let token = Promise::new(&mut |resolve, _| give = Some(resolve));
    let container = container();
    let options = service_options(TOKEN);
    let session = open(&container, &options, token.clone().into(), None);
    assert_eq!(session.phase(), "requesting-token");
    let frame = frame_of(&container);
    let inside = frame.content_window().unwrap();
    assert!(frame.content_document().is_some(), "it is not blank");
    give.unwrap()
        .call1(&JsValue::UNDEFINED, &TOKEN.into())
        .unwrap();
    for _ in 0..10 {
        resolves(Promise::resolve(&JsValue::UNDEFINED)).await;
    }
    assert_eq!(session.phase(), "loading");
    assert!(frame_of(&container).is_same_node(Some(&frame)));
    assert_eq!(frame.content_window().unwrap(), inside);
    session.close();
    assert!(!frame.is_connected());
    container.remove();
}

#[wasm_bindgen_test]
async fn a_prepared_frame_is_taken_as_it_is() {
    if !moves_frames() {
        let navigator = Reflect::get(&page::window(), &"navigator".into()).unwrap();
        let browser = Reflect::get(&navigator, &"userAgent".into()).unwrap();
        let browser = browser.as_string().unwrap();
        assert!(!browser.contains("Chrome/"), "{browser} moves no frame");
        return;
    }
    prepare();
    let spare = spare_frames();
    assert_eq!(spare.len(), 1);
    let inside = spare[0].content_window().unwrap();

    let (session, container, _events) = open_inline(&service_options(TOKEN));
    page::frame_opens(&container).await;
    let frame = frame_of(&container);
    assert!(frame.is_same_node(Some(&spare[0])));
    assert_eq!(
        frame.content_window().unwrap(),
        inside,
        "it was loaded anew"
    );
    assert!(spare_frames().is_empty());
    assert_eq!(frame.get_attribute("style").unwrap_or_default(), "");
    assert!(frame.offset_width() > 0);
    assert!(
        frame
            .get_attribute("allow")
            .unwrap()
            .contains("loopback-network")
    );

    // The next one gets a frame of its own.
    let (second, other, _events) = open_inline(&service_options(TOKEN));
    page::frame_opens(&other).await;
    assert!(!frame_of(&other).is_same_node(Some(&frame)));
    session.close();
    second.close();
    assert!(!frame.is_connected());
    container.remove();
    other.remove();
}
