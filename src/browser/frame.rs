//! The signing frame.

use alloc::{borrow::ToOwned, rc::Rc, vec::Vec};

use documentolog_protocol::EmbedUrl;
use wasm_bindgen::JsValue;

use super::{
    hearing::{Ear, Hearing, What},
    host,
    reports::Addresses,
    timer::Timer,
};
use crate::{options::Options, session::Input, view::SPARE_FRAME};

/// A frame in the page. Dropping it takes it out.
#[must_use = "dropping it takes the frame out of the page"]
pub(crate) struct Frame {
    element: JsValue,
    hearings: Vec<Hearing>,
    /// The window that it had when it was sent off.
    window: JsValue,
    /// Whether the page has come.
    has_come: bool,
    /// Looks whether it has.
    look: Option<Timer>,
    addresses: Option<Rc<Addresses>>,
    ear: Ear,
}

/// How often it is looked whether the page has come, in milliseconds.
const LOOK: u32 = 200;

impl Frame {
    /// Puts a blank frame, with its permissions, at the end of `parent`.
    ///
    /// It begins blank so that the token never stands in a DOM attribute, in
    /// Resource Timing or in the page's history: see [`Self::navigate`].
    pub(super) fn blank(parent: &JsValue, options: &Options, ear: Ear) -> Self {
        let element = host::frame(SPARE_FRAME);
        host::attribute(&element, "part", "frame");
        host::attribute(&element, "title", options.title());
        host::attribute(&element, "allow", &options.frame_permissions());
        if let Some(tokens) = options.sandbox() {
            host::attribute(&element, "sandbox", tokens);
        }
        host::flag(&element, "credentialless", options.credentialless);
        host::move_to(parent, &element);
        Self {
            element,
            hearings: Vec::new(),
            window: JsValue::UNDEFINED,
            has_come: false,
            look: None,
            addresses: None,
            ear,
        }
    }

    /// The frame's element.
    pub(crate) fn element(&self) -> &JsValue {
        &self.element
    }

    /// The window that the frame has now; null once it is out of the page.
    pub(crate) fn window(&self) -> JsValue {
        host::get(&self.element, "contentWindow")
    }

    /// The timer that looks whether the page has come, until it has.
    pub(crate) fn timer(&mut self) -> Option<&mut Timer> {
        self.look.as_mut()
    }

    /// The addresses by which the browser may say that it does not show it.
    pub(crate) fn addresses(&self) -> Option<Rc<Addresses>> {
        self.addresses.clone()
    }

    /// Sends the frame to the signing page, and hears what becomes of it. Gives whether the browser
    /// takes the address for one: it knows more of hosts' names than [`BaseUrl`] asks.
    ///
    /// [`BaseUrl`]: documentolog_protocol::BaseUrl
    pub(crate) fn navigate(&mut self, url: &EmbedUrl, origin: &str) -> bool {
        self.window = self.window();
        let document = host::get(&host::window(), "document");
        let nothing = JsValue::UNDEFINED;
        self.hearings = [
            self.ear.listen(What::FrameLoaded, &self.element, "load"),
            self.ear
                .listen(What::PolicyViolated, &document, "securitypolicyviolation"),
            self.ear
                .observe(What::Reported, "ReportingObserver", &nothing),
        ]
        .into();
        self.addresses = Some(Rc::new(Addresses {
            url: url.expose().to_owned(),
            origin: origin.to_owned(),
        }));
        self.look_again();
        host::navigate(&self.window, url.expose())
    }

    /// The frame has fired its `load` event.
    pub(crate) fn loaded(&mut self) -> Option<Input> {
        // The blank page's own load event may still be on its way when the frame is
        // sent off. Its document, unlike the signing page's, can be reached; so can
        // that of a frame that was sent off and is blank again.
        let is_away = self.is_away();
        if !host::is_same(&self.window(), &self.window) || (!is_away && self.has_come) {
            Some(Input::FrameLost)
        } else if is_away {
            Some(self.come())
        } else {
            None
        }
    }

    /// Looks whether a page of another origin is in the frame. Its load event waits for
    /// everything that the page holds (a long document, say, or one that the browser
    /// downloads instead), while the signer may be reading and signing.
    pub(crate) fn look(&mut self) -> Option<Input> {
        if !self.window().is_null() && self.is_away() {
            Some(self.come())
        } else {
            self.look_again();
            None
        }
    }

    fn look_again(&mut self) {
        self.look = Some(Timer::start(LOOK, true, self.ear, What::FrameLook));
    }

    fn come(&mut self) -> Input {
        self.has_come = true;
        self.look = None;
        Input::FrameLoaded
    }

    /// Whether what is in the frame is of another origin: the document of such a page
    /// cannot be reached.
    fn is_away(&self) -> bool {
        host::get(&self.element, "contentDocument").is_null()
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.look = None;
        self.hearings.clear();
        host::call(&self.element, "remove");
    }
}
