//! What the browser tests need of a page.

use std::{cell::RefCell, rc::Rc};

use gloo_events::EventListener;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlIFrameElement, ShadowRoot, Window};

pub(crate) fn window() -> Window {
    web_sys::window().unwrap()
}

pub(crate) fn document() -> Document {
    window().document().unwrap()
}

/// `localhost` on the page's own port: another origin, really served.
pub(crate) fn service_origin() -> String {
    let port = window().location().port().unwrap();
    format!("http://localhost:{port}")
}

pub(crate) fn service_options(token: &str) -> JsValue {
    object(&[
        ("token", token.into()),
        ("baseUrl", service_origin().into()),
    ])
    .into()
}

pub(crate) fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value).unwrap();
    }
    object
}

pub(crate) fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap()
}

pub(crate) fn text(value: &JsValue) -> String {
    let as_object = || js_sys::Object::from(value.clone());
    value
        .as_string()
        .unwrap_or_else(|| as_object().to_string().into())
}

pub(crate) fn container() -> HtmlElement {
    let container: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&container).unwrap();
    container
}

/// The shadow root of the widget in an element.
pub(crate) fn shadow_of(parent: &Element) -> ShadowRoot {
    parent.last_element_child().unwrap().shadow_root().unwrap()
}

pub(crate) fn frame_of(container: &Element) -> HtmlIFrameElement {
    shadow_of(container)
        .query_selector("iframe")
        .unwrap()
        .unwrap()
        .unchecked_into()
}

pub(crate) async fn resolves(promise: Promise) -> JsValue {
    JsFuture::from(promise).await.unwrap()
}

pub(crate) async fn rejects(promise: Promise) -> JsValue {
    JsFuture::from(promise).await.unwrap_err()
}

/// What a callback has been given, in order.
pub(crate) struct Events {
    list: Array,
    callback: Closure<dyn Fn(JsValue)>,
}

impl Events {
    pub(crate) fn new() -> Self {
        let list = Array::new();
        let heard = list.clone();
        let callback = Closure::new(move |event: JsValue| {
            heard.push(&event);
        });
        Self { list, callback }
    }

    pub(crate) fn callback(&self) -> Function {
        self.callback.as_ref().unchecked_ref::<Function>().clone()
    }

    pub(crate) fn list(&self) -> Array {
        self.list.clone()
    }
}

/// Waits until a widget has its frame: at once, or after the token's promise.
pub(crate) async fn frame_opens(parent: &Element) {
    for _ in 0..100 {
        let host = parent
            .last_element_child()
            .and_then(|host| host.shadow_root());
        if host.is_some_and(|shadow| shadow.query_selector("iframe").unwrap().is_some()) {
            return;
        }
        resolves(Promise::resolve(&JsValue::UNDEFINED)).await;
    }
    panic!("no frame was opened");
}

/// The types of what was heard, in order.
pub(crate) fn event_types(events: &Events) -> Vec<String> {
    events
        .list()
        .iter()
        .map(|event| text(&get(&event, "type")))
        .collect()
}

/// Errors that scripts of the page have left uncaught.
pub(crate) struct Reported {
    count: Rc<std::cell::Cell<usize>>,
    _listener: EventListener,
}

impl Reported {
    pub(crate) fn new() -> Self {
        let count = Rc::new(std::cell::Cell::new(0));
        let counter = Rc::clone(&count);
        let options = gloo_events::EventListenerOptions::run_in_capture_phase();
        let options = gloo_events::EventListenerOptions {
            passive: false,
            ..options
        };
        let listener = EventListener::new_with_options(&window(), "error", options, move |event| {
            event.prevent_default();
            event.stop_immediate_propagation();
            counter.set(counter.get() + 1);
        });
        Self {
            count,
            _listener: listener,
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.count.get()
    }
}

/// What a session could leave behind: elements, frames, styles, history.
#[derive(Debug, PartialEq)]
pub(crate) struct Snapshot {
    html: String,
    frames: u32,
    history: u32,
}

/// The page as it is, without what the test runner writes about its progress.
pub(crate) fn snapshot() -> Snapshot {
    let root = document().document_element().unwrap();
    let copy: Element = root.clone_node_with_deep(true).unwrap().unchecked_into();
    for id in [
        "output",
        "console_log",
        "console_info",
        "console_warn",
        "console_error",
        "console_debug",
    ] {
        if let Some(element) = copy.query_selector(&format!("#{id}")).unwrap() {
            element.set_text_content(None);
        }
    }
    Snapshot {
        html: copy.outer_html(),
        frames: window().length(),
        history: window().history().unwrap().length().unwrap(),
    }
}

#[track_caller]
pub(crate) fn assert_untouched(before: &Snapshot, when: &str) {
    assert_eq!(&snapshot(), before, "{when}");
}

/// The guide's message for a successful signature.
pub(crate) fn signed_message() -> JsValue {
    object(&[
        ("isDocumentolog", true.into()),
        ("type", "sign".into()),
        ("success", true.into()),
        ("signType", "eds".into()),
    ])
    .into()
}

/// An address of a page of this origin that posts a message to its parent.
fn page_that_posts(message: &JsValue) -> String {
    let message = text(&js_sys::JSON::stringify(message).unwrap());
    let html = format!(
        "<script>parent.postMessage({message}, '*'); parent.postMessage('done', '*')</script>"
    );
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/html");
    let blob =
        web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&html.into()), &options)
            .unwrap();
    web_sys::Url::create_object_url_with_blob(&blob).unwrap()
}

/// Resolves when a window has posted `done`.
fn done() -> Promise {
    Promise::new(&mut |resolve, _| {
        let resolve = RefCell::new(Some(resolve));
        let listener = Rc::new(RefCell::new(None));
        let itself = Rc::clone(&listener);
        *listener.borrow_mut() = Some(EventListener::new(&window(), "message", move |event| {
            let event: &web_sys::MessageEvent = event.unchecked_ref();
            if event.data().as_string().as_deref() == Some("done") {
                if let Some(resolve) = resolve.take() {
                    resolve.call0(&JsValue::UNDEFINED).unwrap();
                }
                drop(itself.take());
            }
        }));
    })
}

/// Adds a second frame that posts the message, and waits until it has.
pub(crate) async fn frame_that_posts(parent: &Element, message: &JsValue) {
    let done = done();
    let frame: HtmlIFrameElement = document()
        .create_element("iframe")
        .unwrap()
        .unchecked_into();
    frame.set_src(&page_that_posts(message));
    // Before the widget's host, which stays the last child.
    parent
        .insert_before(&frame, parent.first_child().as_ref())
        .unwrap();
    resolves(done).await;
    frame.remove();
}

/// The number of `message` listeners that the page's window has been given and not
/// rid of, from now until this is dropped.
pub(crate) struct MessageListeners {
    unwatch: Function,
    counter: Object,
}

impl MessageListeners {
    pub(crate) fn watch() -> Self {
        let counter = object(&[("count", 0.into())]);
        let watch = Function::new_with_args(
            "counter",
            "const step = (name, by) => {
               window[name] = function (type, ...rest) {
                 if (type === 'message') counter.count += by;
                 return EventTarget.prototype[name].call(this, type, ...rest);
               };
             };
             step('addEventListener', 1);
             step('removeEventListener', -1);
             return () => { delete window.addEventListener; delete window.removeEventListener; };",
        );
        let unwatch = watch
            .call1(&JsValue::UNDEFINED, &counter)
            .unwrap()
            .unchecked_into();
        Self { unwatch, counter }
    }

    pub(crate) fn count(&self) -> f64 {
        get(&self.counter, "count").as_f64().unwrap()
    }
}

impl Drop for MessageListeners {
    fn drop(&mut self) {
        self.unwatch.call0(&JsValue::UNDEFINED).unwrap();
    }
}
