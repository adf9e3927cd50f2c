//! What the signer sees of the widget itself: a dialog or a place in the page,
//! with a panel and room for the frame.

use std::cell::Cell;

use gloo_events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    CssStyleSheet, Document, Element, HtmlDialogElement, HtmlElement, Node, ResizeObserver,
    ShadowRoot, ShadowRootInit, ShadowRootMode,
};

use super::{
    panel::{Panel, Press},
    scroll_lock::{self, ScrollLock},
};
use crate::{options::Options, view::View};

/// The widget's elements. They live in a shadow root, so that the page's styles
/// and theirs leave each other alone. Dropping it takes them out of the page.
#[derive(Debug)]
#[must_use = "dropping it takes the widget out of the page"]
pub(crate) struct Surface {
    host: HtmlElement,
    shadow: ShadowRoot,
    panel: Panel,
    modal: Option<Modal>,
    /// Whether a frame that had the focus has been taken away.
    owes_focus: Cell<bool>,
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
        host: Option<HtmlElement>,
        options: &Options,
        press: impl Fn(Press) + Clone + 'static,
    ) -> Result<Self, JsValue> {
        let (host, shadow) = attach(document, container, host, options)?;
        let panel = Panel::build(document, &shadow, options.locale.texts(), press)?;
        Ok(Self {
            host,
            shadow,
            panel,
            modal: None,
            owes_focus: Cell::new(false),
        })
    }

    /// Opens a modal dialog.
    pub(crate) fn dialog(
        document: &Document,
        host: Option<HtmlElement>,
        options: &Options,
        press: impl Fn(Press) + Clone + 'static,
    ) -> Result<Self, JsValue> {
        let body = document.body().ok_or(JsValue::UNDEFINED)?;
        let (host, shadow) = attach(document, &body, host, options)?;
        host.set_attribute(scroll_lock::MARK, "")?;
        let dialog: HtmlDialogElement =
            append(document, &shadow, "dialog", "dialog")?.unchecked_into();
        dialog.set_attribute("aria-labelledby", "title")?;
        let header = append(document, &dialog, "header", "header")?;
        let title = append(document, &header, "h2", "title")?;
        title.set_id("title");
        title.set_text_content(Some(options.title()));
        // Esc pressed inside the frame does not reach the page, so there is always
        // a button; and it comes before the frame in the order of Tab.
        let button = append(document, &header, "button", "close")?;
        button.set_attribute("type", "button")?;
        button.set_text_content(Some(options.locale.texts().close));
        let panel = Panel::build(document, &dialog, options.locale.texts(), press.clone())?;
        let on_click = press.clone();
        let listeners = [
            EventListener::new(&button, "click", move |_| on_click(Press::Close)),
            EventListener::new(&dialog, "close", move |_| press(Press::Close)),
        ];
        let surface = Self {
            host,
            shadow,
            panel,
            modal: Some(Modal {
                dialog,
                listeners,
                scroll_lock: ScrollLock::new(document).ok(),
            }),
            owes_focus: Cell::new(false),
        };
        if let Some(modal) = &surface.modal {
            modal.dialog.show_modal()?;
        }
        Ok(surface)
    }

    /// Where the frame goes.
    pub(crate) fn room(&self) -> &Node {
        self.panel.room()
    }

    /// Shows a view. Focus that was in the widget stays in it: where what had it is
    /// gone, or about to be hidden, the panel takes it, or the frame.
    pub(crate) fn show(&self, view: View) {
        let was_inside = self.owes_focus.take() || self.has_focus_in_room();
        self.panel.show(view);
        match view {
            _ if !was_inside => {}
            View::Frame => self.panel.focus_frame(),
            View::Silent => {}
            _ => self.panel.focus(),
        }
    }

    /// Shows a notice above the frame, or takes it away.
    pub(crate) fn notify(&self, text: Option<&str>) {
        self.panel.notify(text);
    }

    /// Says that the frame is about to be taken away: if it has the focus, that goes to
    /// what is shown next.
    pub(crate) fn frame_goes(&self) {
        self.owes_focus.set(self.has_focus_in_room());
    }

    /// Calls back when the page has taken the widget out of the document itself.
    pub(crate) fn watch_removal(&self, removed: impl Fn() + 'static) -> Option<Removal> {
        Removal::watch(&self.host, removed)
    }

    fn has_focus_in_room(&self) -> bool {
        self.shadow
            .active_element()
            .is_some_and(|active| self.panel.room().contains(Some(&active)))
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

/// Watches for the widget's removal by the page. What is out of the document has no
/// size, and the browser tells of that without watching the whole document.
#[derive(Debug)]
pub(crate) struct Removal {
    observer: ResizeObserver,
    _callback: Closure<dyn Fn()>,
}

impl Removal {
    fn watch(host: &HtmlElement, removed: impl Fn() + 'static) -> Option<Self> {
        let watched = host.clone();
        let callback = Closure::<dyn Fn()>::new(move || {
            if !watched.is_connected() {
                removed();
            }
        });
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(host);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for Removal {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn attach(
    document: &Document,
    parent: &Node,
    host: Option<HtmlElement>,
    options: &Options,
) -> Result<(HtmlElement, ShadowRoot), JsValue> {
    let host = match host {
        Some(host) => host,
        None => document.create_element("div")?.unchecked_into(),
    };
    parent.append_child(&host)?;
    host.set_attribute("lang", options.locale.as_str())?;
    let shadow = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    // A constructed style sheet passes a strict style-src, a <style> does not.
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(crate::view::STYLE)?;
    Reflect::set(
        &shadow,
        &JsValue::from_str("adoptedStyleSheets"),
        &Array::of1(&sheet),
    )?;
    Ok((host, shadow))
}

/// Adds an element that pages can style by `::part`.
pub(super) fn append(
    document: &Document,
    parent: &Node,
    name: &str,
    part: &str,
) -> Result<Element, JsValue> {
    let element = document.create_element(name)?;
    element.set_attribute("part", part)?;
    parent.append_child(&element)?;
    Ok(element)
}
