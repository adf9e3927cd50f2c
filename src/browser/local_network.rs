//! Whether the frame may reach NCALayer on the signer's computer. Signing by EDS needs
//! that; nothing else does. Asked of the browser, never by a try: the page itself has
//! no business with the local port.

use alloc::string::String;

use wasm_bindgen::JsValue;

use super::{
    hearing::{Ear, Hearing, What},
    host,
    promise::{self, Request},
};
use crate::event::BlockedBy;

/// The feature's name, in the Permissions Policy and in the Permissions API (WICG
/// Local Network Access). A browser that does not know it blocks nothing.
const FEATURE: &str = "loopback-network";

/// Whether the page's own header keeps the service from it.
///
/// Asked of a frame that is never put into the page, since it takes its policy from its
/// `src`, and the signing frame has none. The page's own policy does not tell: its
/// default is "the page alone", which `allow` may widen, and a header that says the same
/// may not be widened.
pub(crate) fn is_forbidden_by_page(origin: &str) -> bool {
    let frame = host::append(&JsValue::UNDEFINED, "iframe", "");
    let mut allow = String::from(FEATURE);
    allow.push(' ');
    allow.push_str(origin);
    host::attribute(&frame, "allow", &allow);
    host::attribute(&frame, "src", origin);
    let mut policy = host::get(&frame, "permissionsPolicy");
    if policy.is_undefined() {
        policy = host::get(&frame, "featurePolicy");
    }
    if policy.is_undefined() {
        return false;
    }
    let (feature, nothing) = (FEATURE.into(), JsValue::UNDEFINED);
    let known = host::call_with(&policy, "features", &nothing, &nothing);
    let is = |answer: JsValue, expected| answer.as_bool() == Some(expected);
    is(
        host::call_with(&known, "includes", &feature, &nothing),
        true,
    ) && is(
        host::call_with(&policy, "allowsFeature", &feature, &origin.into()),
        false,
    )
}

/// Watches what the signer has answered to the browser's question.
#[must_use = "dropping it ends the watch"]
pub(crate) struct Watch {
    _request: Request,
    status: JsValue,
    changes: Option<Hearing>,
    ear: Ear,
}

impl Watch {
    /// Asks the browser what the signer has answered. None where it cannot be asked.
    pub(super) fn begin(ear: Ear) -> Option<Self> {
        let permissions = host::get(&host::get(&host::window(), "navigator"), "permissions");
        if permissions.is_undefined() {
            return None;
        }
        let descriptor = host::object();
        host::set(&descriptor, "name", &FEATURE.into());
        let answer = host::call_with(&permissions, "query", &descriptor, &JsValue::UNDEFINED);
        let request = Request::new(None);
        ear.settle(What::LocalNetwork, &answer, &request.signal());
        Some(Self {
            _request: request,
            status: JsValue::UNDEFINED,
            changes: None,
            ear,
        })
    }

    /// The browser has said how it stands. One that does not know the feature rejects.
    pub(crate) fn answered(&mut self, settled: &JsValue) -> Option<BlockedBy> {
        self.status = promise::answer(settled).ok()?;
        let changes = self
            .ear
            .listen(What::LocalNetworkChanged, &self.status, "change");
        self.changes = Some(changes);
        self.blocked()
    }

    /// By whom it is blocked now.
    pub(crate) fn blocked(&self) -> Option<BlockedBy> {
        host::is_text(&self.status, "state", "denied").then_some(BlockedBy::Signer)
    }
}
