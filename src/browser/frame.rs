//! The signing frame.

use std::{cell::Cell, rc::Rc};

use documentolog_protocol::EmbedUrl;
use gloo_events::EventListener;
use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlIFrameElement, Node, SecurityPolicyViolationEvent, Window};

use super::{reports::Reports, timer::Timer};
use crate::{error::ErrorCode, options::Options};

/// A frame in the page. Dropping it takes it out.
#[must_use = "dropping it takes the frame out of the page"]
pub(crate) struct Frame {
    element: HtmlIFrameElement,
    listeners: Vec<EventListener>,
    reports: Option<Reports>,
    look: Rc<Look>,
}

/// Whether the page has come, and the timer that looks whether it has.
#[derive(Default)]
struct Look {
    has_come: Cell<bool>,
    timer: Cell<Option<Timer>>,
}

impl Look {
    fn come(&self) {
        self.has_come.set(true);
        self.timer.take();
    }
}

/// How often it is looked whether the page has come, in milliseconds.
const LOOK: u32 = 200;

/// What a frame can tell of itself.
#[derive(Clone, Copy, Debug)]
pub(crate) enum News {
    /// The browser has put a page of another origin into it. That may be an error
    /// page: refused connections, denied framing and failing servers all show one.
    Loaded,
    /// It shows a blank page again: it was moved in the document, or sent away.
    Lost,
    /// The browser does not show it, and says why.
    Blocked(ErrorCode),
}

impl Frame {
    /// Puts a blank frame, with its permissions, at the end of `parent`.
    ///
    /// It begins blank so that the token never stands in a DOM attribute, in
    /// Resource Timing or in the page's history: see [`Self::navigate`].
    pub(crate) fn blank(
        document: &Document,
        parent: &Node,
        options: &Options,
    ) -> Result<Self, JsValue> {
        let element: HtmlIFrameElement = document.create_element("iframe")?.unchecked_into();
        element.set_attribute("part", "frame")?;
        element.set_attribute("title", options.title())?;
        element.set_attribute("allow", &options.frame_permissions())?;
        if let Some(tokens) = options.sandbox() {
            element.set_attribute("sandbox", tokens)?;
        }
        if options.credentialless {
            element.set_attribute("credentialless", "")?;
        }
        parent.append_child(&element)?;
        Ok(Self {
            element,
            listeners: Vec::new(),
            reports: None,
            look: Rc::default(),
        })
    }

    /// The frame's element.
    pub(crate) fn element(&self) -> &HtmlIFrameElement {
        &self.element
    }

    /// The window that the frame has now; none once it is out of the page.
    pub(crate) fn window(&self) -> Option<Window> {
        self.element.content_window()
    }

    /// Sends the frame to the signing page, and tells what becomes of it.
    pub(crate) fn navigate(
        &mut self,
        document: &Document,
        url: &EmbedUrl,
        origin: &str,
        tell: impl Fn(News) + Clone + 'static,
    ) -> Result<(), JsValue> {
        let window = self.window().ok_or(JsValue::UNDEFINED)?;
        self.listen_to_loads(window.clone(), tell.clone());
        self.listen_to_policies(document, url, origin, tell.clone());
        window.location().replace(url.expose())?;
        look_after(document, &self.element, &self.look, tell);
        Ok(())
    }

    fn listen_to_loads(&mut self, window: Window, tell: impl Fn(News) + 'static) {
        let element = self.element.clone();
        let look = Rc::clone(&self.look);
        let listener = EventListener::new(&self.element, "load", move |_| {
            let is_other_window = element
                .content_window()
                .is_none_or(|current| !Object::is(&current, &window));
            // The blank page's own load event may still be on its way when the frame is
            // sent off. Its document, unlike the signing page's, can be reached; so can
            // that of a frame that was sent off and is blank again.
            let is_blank = element.content_document().is_some();
            if is_other_window || (is_blank && look.has_come.get()) {
                tell(News::Lost);
            } else if !is_blank {
                look.come();
                tell(News::Loaded);
            }
        });
        self.listeners.push(listener);
    }

    fn listen_to_policies(
        &mut self,
        document: &Document,
        url: &EmbedUrl,
        origin: &str,
        tell: impl Fn(News) + Clone + 'static,
    ) {
        // Browsers name the blocked address in full or by its origin, with a slash or
        // without.
        let (url, origin) = (url.expose().to_owned(), origin.to_owned());
        let is_ours = move |blocked: &str| {
            blocked == url || blocked.strip_suffix('/').unwrap_or(blocked) == origin
        };
        self.reports = Reports::observe(is_ours.clone(), {
            let tell = tell.clone();
            move |code| tell(News::Blocked(code))
        });
        let listener = EventListener::new(document, "securitypolicyviolation", move |event| {
            let event: &SecurityPolicyViolationEvent = event.unchecked_ref();
            if event.is_trusted()
                && event.effective_directive() == "frame-src"
                && Reports::is_enforced(event)
                && is_ours(&event.blocked_uri())
            {
                tell(News::Blocked(ErrorCode::BlockedByCsp));
            }
        });
        self.listeners.push(listener);
    }
}

/// Looks, from time to time, whether a page of another origin is in the frame. Its load
/// event waits for everything that the page holds (a long document, say, or one that
/// the browser downloads instead), while the signer may be reading and signing.
fn look_after(
    document: &Document,
    element: &HtmlIFrameElement,
    look: &Rc<Look>,
    tell: impl Fn(News) + 'static,
) {
    let Some(window) = document.default_view() else {
        return;
    };
    let (document, element) = (document.clone(), element.clone());
    let place = Rc::downgrade(look);
    let tell = Cell::new(Some(tell));
    let timer = Timer::start(&window, LOOK, true, move || {
        let (Some(look), Some(tell)) = (place.upgrade(), tell.take()) else {
            return;
        };
        if element.content_window().is_some() && element.content_document().is_none() {
            look.come();
            tell(News::Loaded);
        } else {
            look_after(&document, &element, &look, tell);
        }
    });
    look.timer.set(timer.ok());
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.look.timer.take();
        self.listeners.clear();
        self.reports = None;
        self.element.remove();
    }
}
