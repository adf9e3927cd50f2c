//! The signing frame.

use alloc::{
    borrow::ToOwned,
    rc::{Rc, Weak},
    string::String,
    vec::Vec,
};
use core::cell::Cell;

use documentolog_protocol::EmbedUrl;
use wasm_bindgen::JsValue;

use super::{
    host::{self, Listener, Observer},
    inbox::Inbox,
    reports,
    timer::Timer,
};
use crate::{error::ErrorCode, options::Options, session::Input};

/// A frame in the page. Dropping it takes it out.
#[must_use = "dropping it takes the frame out of the page"]
pub(crate) struct Frame {
    element: JsValue,
    listeners: Vec<Listener>,
    reports: Option<Observer>,
    look: Rc<Look>,
}

/// Whether the page has come, and the timer that looks whether it has.
struct Look {
    element: JsValue,
    inbox: Inbox,
    has_come: Cell<bool>,
    timer: Cell<Option<Timer>>,
}

/// How often it is looked whether the page has come, in milliseconds.
const LOOK: u32 = 200;

impl Frame {
    /// Puts a blank frame, with its permissions, at the end of `parent`.
    ///
    /// It begins blank so that the token never stands in a DOM attribute, in
    /// Resource Timing or in the page's history: see [`Self::navigate`].
    pub(crate) fn blank(parent: &JsValue, options: &Options, inbox: &Inbox) -> Self {
        let element = host::frame();
        host::attribute(&element, "part", "frame");
        host::attribute(&element, "title", options.title());
        host::attribute(&element, "allow", &options.frame_permissions());
        if let Some(tokens) = options.sandbox() {
            host::attribute(&element, "sandbox", tokens);
        }
        host::flag(&element, "credentialless", options.credentialless);
        host::move_to(parent, &element);
        Self {
            look: Rc::new(Look {
                element: element.clone(),
                inbox: inbox.clone(),
                has_come: Cell::new(false),
                timer: Cell::new(None),
            }),
            element,
            listeners: Vec::new(),
            reports: None,
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

    /// Sends the frame to the signing page, and tells what becomes of it.
    pub(crate) fn navigate(&mut self, url: &EmbedUrl, origin: &str) {
        let window = self.window();
        let look = Rc::downgrade(&self.look);
        let at_first = window.clone();
        self.listeners
            .push(Listener::new(&self.element, "load", move |_| {
                if let Some(look) = look.upgrade() {
                    look.loaded(&at_first);
                }
            }));
        self.listen_to_policies(url, origin);
        host::call_with(
            &host::get(&window, "location"),
            "replace",
            &url.expose().into(),
            &JsValue::UNDEFINED,
        );
        look_after(&self.look);
    }

    fn listen_to_policies(&mut self, url: &EmbedUrl, origin: &str) {
        let ours = Rc::new(Ours {
            url: url.expose().to_owned(),
            origin: origin.to_owned(),
        });
        let inbox = self.look.inbox.clone();
        self.reports = reports::observe(Rc::clone(&ours), inbox.clone());
        let document = host::get(&host::window(), "document");
        let listener = Listener::new(&document, "securitypolicyviolation", move |event| {
            if host::is_true(&event, "isTrusted")
                && reports::text(&event, "effectiveDirective").as_deref() == Some("frame-src")
                && reports::is_enforced(&event)
                && ours.are(reports::text(&event, "blockedURI"))
            {
                inbox.post(Input::FrameBlocked(ErrorCode::BlockedByCsp));
            }
        });
        self.listeners.push(listener);
    }
}

/// The addresses by which a browser names the frame that it blocks.
pub(super) struct Ours {
    url: String,
    origin: String,
}

impl Ours {
    /// Browsers name the blocked address in full or by its origin, with a slash or
    /// without.
    pub(super) fn are(&self, blocked: Option<String>) -> bool {
        blocked.is_some_and(|blocked| {
            let origin = match blocked.as_bytes() {
                [origin @ .., b'/'] => origin,
                origin => origin,
            };
            blocked == self.url || origin == self.origin.as_bytes()
        })
    }
}

impl Look {
    /// Whether what is in the frame is of another origin: the document of such a page
    /// cannot be reached.
    fn is_away(&self) -> bool {
        host::get(&self.element, "contentDocument").is_null()
    }

    /// The frame has fired its `load` event.
    fn loaded(&self, at_first: &JsValue) {
        let current = host::get(&self.element, "contentWindow");
        // The blank page's own load event may still be on its way when the frame is
        // sent off. Its document, unlike the signing page's, can be reached; so can
        // that of a frame that was sent off and is blank again.
        if !host::is_same(&current, at_first) || (!self.is_away() && self.has_come.get()) {
            self.inbox.post(Input::FrameLost);
        } else if self.is_away() {
            self.come();
        }
    }

    fn come(&self) {
        self.has_come.set(true);
        self.timer.take();
        self.inbox.post(Input::FrameLoaded);
    }
}

/// Looks, from time to time, whether a page of another origin is in the frame. Its load
/// event waits for everything that the page holds (a long document, say, or one that
/// the browser downloads instead), while the signer may be reading and signing.
fn look_after(look: &Rc<Look>) {
    let place = Rc::downgrade(look);
    look.timer.set(Some(Timer::start(LOOK, true, move || {
        if let Some(look) = Weak::upgrade(&place) {
            if !host::get(&look.element, "contentWindow").is_null() && look.is_away() {
                look.come();
            } else {
                look_after(&look);
            }
        }
    })));
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.look.timer.take();
        self.listeners.clear();
        self.reports = None;
        host::call(&self.element, "remove");
    }
}
