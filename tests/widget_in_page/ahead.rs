//! What is made before it is needed: the frame, while its token is on its way, or by
//! `preload()`.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlIFrameElement;

use crate::{
    TOKEN, open, open_inline,
    page::{self, container, document, frame_of, resolves, service_options, service_origin},
};

fn spare_frames() -> Vec<HtmlIFrameElement> {
    let found = document()
        .query_selector_all("body > iframe[data-documentolog-spare]")
        .unwrap();
    (0..found.length())
        .map(|place| found.item(place).unwrap().unchecked_into())
        .collect()
}

/// Whether the browser can move a frame without loading it anew.
fn moves_frames() -> bool {
    Reflect::has(&document().body().unwrap(), &"moveBefore".into()).unwrap()
}

fn prepare() {
    documentolog_embed::js::prepare(&service_origin().into()).unwrap();
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
async fn a_prepared_frame_waits_out_of_sight_and_is_taken() {
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some("iframe { display: block !important }"));
    document().body().unwrap().append_child(&style).unwrap();
    prepare();
    prepare();
    let spare = spare_frames();
    if !moves_frames() {
        assert!(spare.is_empty());
        style.remove();
        return;
    }
    assert_eq!(spare.len(), 1);
    assert_eq!(spare[0].offset_width(), 0, "it can be seen");
    style.remove();
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

#[wasm_bindgen_test]
async fn a_prepared_frame_that_the_page_has_taken_away_is_not_missed() {
    prepare();
    for frame in spare_frames() {
        frame.remove();
    }
    let (session, container, _events) = open_inline(&service_options(TOKEN));
    page::frame_opens(&container).await;
    assert!(frame_of(&container).is_connected());
    session.close();
    container.remove();
}
