//! The signing frame.

use documentolog_protocol::EmbedUrl;
use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlIFrameElement, Node, Window};

use crate::options::Options;

/// A frame in the page. Dropping it takes it out.
#[derive(Debug)]
#[must_use = "dropping it takes the frame out of the page"]
pub(crate) struct Frame {
    element: HtmlIFrameElement,
    load: Option<EventListener>,
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
        parent.append_child(&element)?;
        Ok(Self {
            element,
            load: None,
        })
    }

    /// The window that the frame has now; none once it is out of the page.
    pub(crate) fn window(&self) -> Option<Window> {
        self.element.content_window()
    }

    /// Sends the frame to the signing page.
    ///
    /// `loaded` is called when the browser has loaded something of another origin
    /// into it. That may be an error page: refused connections, denied framing and
    /// failing servers all fire `load`.
    pub(crate) fn navigate(
        &mut self,
        url: &EmbedUrl,
        loaded: impl Fn() + 'static,
    ) -> Result<(), JsValue> {
        let element = self.element.clone();
        self.load = Some(EventListener::new(&self.element, "load", move |_| {
            // The blank page's own load event may still be on its way; its
            // document, unlike the signing page's, can be reached.
            if element.content_document().is_none() {
                loaded();
            }
        }));
        let window = self.window().ok_or(JsValue::UNDEFINED)?;
        window.location().replace(url.expose())
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.load = None;
        self.element.remove();
    }
}
