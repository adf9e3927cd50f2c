//! What the signer sees of the widget itself: a dialog or a place in the page,
//! with a status and room for the frame.

use gloo_events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CssStyleSheet, Document, Element, HtmlDialogElement, HtmlElement, Node, ShadowRootInit,
    ShadowRootMode,
};

use super::scroll_lock::ScrollLock;
use crate::options::Options;

/// The widget's elements. They live in a shadow root, so that the page's styles
/// and theirs leave each other alone. Dropping it takes them out of the page.
#[derive(Debug)]
#[must_use = "dropping it takes the widget out of the page"]
pub(crate) struct Surface {
    host: HtmlElement,
    status: Element,
    room: Element,
    modal: Option<Modal>,
}

#[derive(Debug)]
struct Modal {
    dialog: HtmlDialogElement,
    listeners: [EventListener; 2],
    scroll_lock: Option<ScrollLock>,
}

impl Surface {
    /// Fills `container`.
    pub(crate) fn inline(
        document: &Document,
        container: &Element,
        options: &Options,
    ) -> Result<Self, JsValue> {
        let (host, shadow) = host(document, container, options)?;
        let (room, status) = room(document, &shadow)?;
        Ok(Self {
            host,
            status,
            room,
            modal: None,
        })
    }

    /// Opens a modal dialog. `close` is called when the signer closes it.
    pub(crate) fn dialog(
        document: &Document,
        options: &Options,
        close: impl Fn() + Clone + 'static,
    ) -> Result<Self, JsValue> {
        let body = document.body().ok_or(JsValue::UNDEFINED)?;
        let (host, shadow) = host(document, &body, options)?;
        let dialog: HtmlDialogElement = append(document, &shadow, "dialog")?.unchecked_into();
        dialog.set_attribute("part", "dialog")?;
        dialog.set_attribute("aria-labelledby", "title")?;
        let header = append(document, &dialog, "header")?;
        let title = append(document, &header, "h2")?;
        title.set_id("title");
        title.set_text_content(Some(options.title()));
        // Esc pressed inside the frame does not reach the page, so there is always
        // a button; and it comes before the frame in the order of Tab.
        let button = append(document, &header, "button")?;
        button.set_attribute("type", "button")?;
        button.set_attribute("part", "close")?;
        button.set_text_content(Some(options.locale.texts().close));
        let (room, status) = room(document, &dialog)?;
        let on_click = close.clone();
        let listeners = [
            EventListener::new(&button, "click", move |_| on_click()),
            EventListener::new(&dialog, "close", move |_| close()),
        ];
        let surface = Self {
            host,
            status,
            room,
            modal: Some(Modal {
                dialog,
                listeners,
                scroll_lock: ScrollLock::new(document),
            }),
        };
        if let Some(modal) = &surface.modal {
            modal.dialog.show_modal()?;
        }
        Ok(surface)
    }

    /// Where the frame goes.
    pub(crate) fn room(&self) -> &Node {
        &self.room
    }

    /// Says what goes on, or nothing.
    pub(crate) fn say(&self, text: &str) {
        self.status.set_text_content(Some(text));
    }
}

impl Drop for Surface {
    fn drop(&mut self) {
        if let Some(Modal {
            dialog,
            listeners,
            scroll_lock,
        }) = self.modal.take()
        {
            drop(listeners);
            // Closing it before it goes gives the focus back to where it was.
            dialog.close();
            drop(scroll_lock);
        }
        self.host.remove();
    }
}

fn host(
    document: &Document,
    parent: &Node,
    options: &Options,
) -> Result<(HtmlElement, Node), JsValue> {
    let host: HtmlElement = append(document, parent, "div")?.unchecked_into();
    host.set_attribute("lang", options.locale.as_str())?;
    let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    // A constructed style sheet passes a strict style-src, a <style> does not.
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(include_str!("surface.css"))?;
    Reflect::set(
        &shadow,
        &JsValue::from_str("adoptedStyleSheets"),
        &Array::of1(&sheet),
    )?;
    Ok((host, shadow.unchecked_into()))
}

fn room(document: &Document, parent: &Node) -> Result<(Element, Element), JsValue> {
    let room = append(document, parent, "section")?;
    let status = append(document, &room, "p")?;
    status.set_attribute("part", "status")?;
    status.set_attribute("role", "status")?;
    Ok((room, status))
}

fn append(document: &Document, parent: &Node, name: &str) -> Result<Element, JsValue> {
    let element = document.create_element(name)?;
    parent.append_child(&element)?;
    Ok(element)
}
