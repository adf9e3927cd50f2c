//! Whether the frame may reach NCALayer on the signer's computer. Signing by EDS needs
//! that; nothing else does. Asked of the browser, never by a try: the page itself has
//! no business with the local port.

use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Document;

use super::{promise, widget::Widget};
use crate::event::BlockedBy;

/// The feature's name, in the Permissions Policy and in the Permissions API (WICG
/// Local Network Access). A browser that does not know it blocks nothing.
const FEATURE: &str = "loopback-network";

#[wasm_bindgen]
extern "C" {
    type FrameWithPolicy;
    #[wasm_bindgen(method, getter, js_name = permissionsPolicy)]
    fn permissions_policy(this: &FrameWithPolicy) -> Option<Policy>;
    #[wasm_bindgen(method, getter, js_name = featurePolicy)]
    fn feature_policy(this: &FrameWithPolicy) -> Option<Policy>;

    type Policy;
    #[wasm_bindgen(method)]
    fn features(this: &Policy) -> Array;
    #[wasm_bindgen(method, js_name = allowsFeature)]
    fn allows_feature(this: &Policy, name: &str, origin: &str) -> bool;

    #[wasm_bindgen(js_name = navigator)]
    type BrowserNavigator;
    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: BrowserNavigator;
    #[wasm_bindgen(method, getter)]
    fn permissions(this: &BrowserNavigator) -> Option<Permissions>;

    type Permissions;
    #[wasm_bindgen(method, catch)]
    fn query(this: &Permissions, descriptor: &Object) -> Result<Promise, JsValue>;
}

/// Whether the page's own header keeps the service from it.
///
/// Asked of a frame that is never put into the page, since it takes its policy from its
/// `src`, and the signing frame has none. The page's own policy does not tell: its
/// default is "the page alone", which `allow` may widen, and a header that says the same
/// may not be widened.
pub(crate) fn is_forbidden_by_page(document: &Document, origin: &str) -> Result<bool, JsValue> {
    let frame = document.create_element("iframe")?;
    frame.set_attribute("allow", &[FEATURE, " ", origin].concat())?;
    frame.set_attribute("src", origin)?;
    let frame: &FrameWithPolicy = frame.unchecked_ref();
    let policy = frame
        .permissions_policy()
        .or_else(|| frame.feature_policy());
    Ok(policy.is_some_and(|policy| {
        policy.features().includes(&FEATURE.into(), 0) && !policy.allows_feature(FEATURE, origin)
    }))
}

/// Watches what the signer has answered to the browser's question, and tells the
/// widget of each change.
pub(crate) fn watch(widget: &Rc<Widget>) {
    let Some(permissions) = NAVIGATOR.with(BrowserNavigator::permissions) else {
        return;
    };
    let descriptor = Object::new();
    let _ = Reflect::set(&descriptor, &"name".into(), &FEATURE.into());
    let Ok(answer) = permissions.query(&descriptor) else {
        return;
    };
    let widget = Rc::downgrade(widget);
    let resolved = promise::function(move |status: JsValue| {
        let Some(alive) = widget.upgrade() else {
            return;
        };
        alive.local_network_answered(blocked(&status));
        let target: web_sys::EventTarget = status.unchecked_into();
        let status = target.clone();
        let listener = EventListener::new(&target, "change", move |_| {
            if let Some(widget) = widget.upgrade() {
                widget.local_network_answered(blocked(&status));
            }
        });
        alive.keep(listener);
    });
    // A browser that does not know the name rejects.
    let unknown = promise::function(|_: JsValue| {});
    promise::then(&answer, &resolved, &unknown);
}

fn blocked(status: &JsValue) -> Option<BlockedBy> {
    let state = Reflect::get(status, &"state".into()).unwrap_or_default();
    (state.as_string().as_deref() == Some("denied")).then_some(BlockedBy::Signer)
}
