//! What the widget itself says and offers, around and over the frame.

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Node};

use super::surface::append;
use crate::{texts::Texts, view::View};

/// What the signer has pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Press {
    /// The dialog's Close, or Esc.
    Close,
    /// Try again.
    Retry,
    /// Open in a new tab.
    OpenInTab,
}

/// The elements, in the order of Tab: a notice, the panel, and then the frame.
#[derive(Debug)]
pub(crate) struct Panel {
    room: Element,
    texts: &'static Texts,
    notice: Element,
    notice_text: Element,
    panel: HtmlElement,
    status: Element,
    alert: Element,
    retry: HtmlElement,
    open_in_tab: HtmlElement,
    _listeners: [EventListener; 3],
}

impl Panel {
    /// Builds it in `parent`.
    pub(crate) fn build(
        document: &Document,
        parent: &Node,
        texts: &'static Texts,
        press: impl Fn(Press) + Clone + 'static,
    ) -> Result<Self, JsValue> {
        let room = append(document, parent, "section", "room")?;
        let notice = append(document, &room, "div", "notice")?;
        notice.set_attribute("hidden", "")?;
        let notice_text = append(document, &notice, "p", "notice-text")?;
        // There before it says anything: what comes with its text is not announced.
        notice_text.set_attribute("role", "status")?;
        let dismiss = button(document, &notice, "dismiss", texts.dismiss)?;
        let panel: HtmlElement = append(document, &room, "div", "panel")?.unchecked_into();
        // Takes the focus when what had it is gone.
        panel.set_attribute("tabindex", "-1")?;
        let status = append(document, &panel, "p", "status")?;
        status.set_attribute("role", "status")?;
        let alert = append(document, &panel, "p", "alert")?;
        alert.set_attribute("role", "alert")?;
        let actions = append(document, &panel, "div", "actions")?;
        let retry = button(document, &actions, "retry", texts.retry)?;
        let open_in_tab = button(document, &actions, "open-in-tab", texts.open_in_tab)?;
        let (on_retry, on_tab) = (press.clone(), press);
        let hide = notice.clone();
        let _listeners = [
            EventListener::new(&dismiss, "click", move |_| {
                let _ = hide.set_attribute("hidden", "");
            }),
            EventListener::new(&retry, "click", move |_| on_retry(Press::Retry)),
            EventListener::new(&open_in_tab, "click", move |_| on_tab(Press::OpenInTab)),
        ];
        Ok(Self {
            room,
            texts,
            notice,
            notice_text,
            panel,
            status,
            alert,
            retry,
            open_in_tab,
            _listeners,
        })
    }

    /// Where the frame goes.
    pub(crate) fn room(&self) -> &Element {
        &self.room
    }

    /// Shows a view.
    pub(crate) fn show(&self, view: View) {
        let text = view.text(self.texts);
        let (said, unsaid) = if view.is_urgent() {
            (&self.alert, &self.status)
        } else {
            (&self.status, &self.alert)
        };
        unsaid.set_text_content(None);
        said.set_text_content(Some(text));
        self.retry.set_hidden(!view.offers_retry());
        self.open_in_tab.set_hidden(!view.offers_tab());
        let _ = self.room.set_attribute("data-view", view.name());
    }

    /// Shows a notice above the frame, or takes it away.
    pub(crate) fn notify(&self, text: Option<&str>) {
        match text {
            Some(_) => {
                let _ = self.notice.remove_attribute("hidden");
            }
            None => {
                let _ = self.notice.set_attribute("hidden", "");
            }
        }
        self.notice_text.set_text_content(text);
    }

    /// Gives the focus to the frame.
    pub(crate) fn focus_frame(&self) {
        if let Ok(Some(frame)) = self.room.query_selector("iframe") {
            let _ = frame.unchecked_ref::<HtmlElement>().focus();
        }
    }

    /// Takes the focus.
    pub(crate) fn focus(&self) {
        let _ = self.panel.focus();
    }
}

fn button(
    document: &Document,
    parent: &Node,
    part: &str,
    text: &str,
) -> Result<HtmlElement, JsValue> {
    let button: HtmlElement = append(document, parent, "button", part)?.unchecked_into();
    button.set_attribute("type", "button")?;
    button.set_text_content(Some(text));
    Ok(button)
}
