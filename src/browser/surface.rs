//! What the signer sees of the widget itself: a dialog or a place in the page,
//! with a panel and room for the frame.

use alloc::vec::Vec;
use core::cell::Cell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::{
    Place,
    hearing::{Ear, Hearing, What},
    host,
    panel::Panel,
    scroll_lock::ScrollLock,
};
use crate::{
    event::ClosedBy,
    options::Options,
    session::Input,
    view::{DIALOG_HOST, View},
};

/// A dialog's own elements. Esc pressed inside the frame does not reach the page, so there
/// is always a button; and it comes before the frame in the order of Tab.
const DIALOG: &str = "\
0 dialog dialog aria-labelledby=title
1 header header
2 h2 title id=title
2 button close type=button";

/// The widget's elements. They live in a shadow root, so that the page's styles
/// and theirs leave each other alone. Dropping it takes them out of the page.
#[derive(Debug)]
#[must_use = "dropping it takes the widget out of the page"]
pub(crate) struct Surface {
    host: JsValue,
    shadow: JsValue,
    panel: Panel,
    dialog: Option<JsValue>,
    hearings: Vec<Hearing>,
    scroll_lock: Option<ScrollLock>,
    /// Whether a frame that had the focus has been taken away.
    owes_focus: Cell<bool>,
}

/// What the signer has pressed.
pub(crate) enum Press {
    /// What the session is to do for it.
    Input(Input),
    /// The notice is to go.
    Dismiss,
}

impl Surface {
    /// Fills the place, or makes a modal dialog, which [`Self::presentation`] opens.
    /// None if the place is not in the page.
    pub(super) fn open(
        place: &Place,
        element: Option<HtmlElement>,
        options: &Options,
        ear: Ear,
    ) -> Option<Self> {
        let (container, is_modal) = match place {
            Place::Dialog => (host::find(&JsValue::UNDEFINED, "body"), true),
            Place::Inline(element) => (element.into(), false),
        };
        if !host::is_true(&container, "isConnected") {
            return None;
        }
        let element = match element {
            Some(element) => {
                host::call_with(&container, "appendChild", &element, &JsValue::UNDEFINED);
                element.unchecked_into()
            }
            None => host::append(&container, "div", ""),
        };
        host::attribute(&element, "lang", options.locale.as_str());
        let shadow = host::shadow(&element);
        let dialog = is_modal.then(|| dialog(&element, &shadow, options));
        let parent = dialog.as_ref().map(|parts| host::get(parts, "dialog"));
        let panel = Panel::build(parent.as_ref().unwrap_or(&shadow), options.locale.texts());
        let mut hearings = Vec::from([ear.listen(What::Pressed, &shadow, "click")]);
        if let Some(dialog) = &parent {
            hearings.push(ear.listen(What::DialogClosed, dialog, "close"));
        }
        // What the page has taken out of the document has no size, and the browser tells of
        // that without watching the whole document.
        hearings.push(ear.observe(What::Resized, "ResizeObserver", &element));
        Some(Self {
            host: element,
            hearings,
            panel,
            dialog: parent,
            scroll_lock: is_modal.then(ScrollLock::new),
            owes_focus: Cell::new(false),
            shadow,
        })
    }

    /// What makes it fit to be seen: its style, and a dialog's opening. Not done at once:
    /// browsers lay out the whole page for that, and a frame's request is to be on its way
    /// by then. It stands by itself, since a page that hears of the focus may end the
    /// session meanwhile.
    pub(crate) fn presentation(&self) -> impl FnOnce() + use<> {
        let (shadow, dialog) = (self.shadow.clone(), self.dialog.clone());
        move || {
            host::adopt(&shadow, crate::view::STYLE);
            // Out of the page, where whoever was told of the session has put it, none can be opened.
            if let Some(dialog) = dialog.filter(|dialog| host::is_true(dialog, "isConnected")) {
                host::call(&dialog, "showModal");
            }
        }
    }

    /// Whether the page has taken it out.
    pub(crate) fn is_gone(&self) -> bool {
        !host::is_true(&self.host, "isConnected")
    }

    /// Where the frame goes.
    pub(crate) fn room(&self) -> JsValue {
        self.panel.room()
    }

    /// Shows a view. Focus that was in the widget stays in it: where what had it is
    /// gone, or about to be hidden, the panel takes it, or the frame. Gives whether that does.
    pub(crate) fn show(&self, view: View) -> bool {
        let was_inside = self.owes_focus.take() || self.has_focus_in_room();
        self.panel.show(view);
        match view {
            _ if !was_inside => {}
            View::Frame => return self.panel.focus_frame(&self.active()),
            View::Silent => {}
            _ => self.panel.focus(),
        }
        false
    }

    /// Shows a notice above the frame, or takes it away, and with it the button that may have
    /// the focus.
    pub(crate) fn notify(&self, text: Option<&str>) {
        let is_owed = self.panel.is_dismiss(&self.active());
        self.panel.notify(text);
        if is_owed && text.is_none() {
            self.panel.focus_frame(&self.active());
        }
    }

    /// Says that the frame is about to be taken away: if it has the focus, that goes to
    /// what is shown next.
    pub(crate) fn frame_goes(&self) {
        self.owes_focus.set(self.has_focus_in_room());
    }

    fn has_focus_in_room(&self) -> bool {
        host::call_with(
            &self.room(),
            "contains",
            &self.active(),
            &JsValue::UNDEFINED,
        )
        .as_bool()
            == Some(true)
    }

    /// What in the widget has the focus, if anything.
    fn active(&self) -> JsValue {
        host::get(&self.shadow, "activeElement")
    }
}

impl Drop for Surface {
    fn drop(&mut self) {
        self.hearings.clear();
        if let Some(dialog) = &self.dialog {
            // Closing it before it goes gives the focus back to where it was.
            host::call(dialog, "close");
        }
        self.scroll_lock = None;
        host::call(&self.host, "remove");
    }
}

/// What a click was on, if on something of the widget's own.
pub(crate) fn pressed(event: &JsValue) -> Option<Press> {
    let part = host::get(&host::get(event, "target"), "part");
    let part = host::text_at(&part, "value")?;
    Some(match part.as_str() {
        "close" => Press::Input(Input::Close(ClosedBy::Signer)),
        "retry" => Press::Input(Input::Retry),
        "open-in-tab" => Press::Input(Input::OpenInTab),
        "dismiss" => Press::Dismiss,
        _ => return None,
    })
}

fn dialog(element: &JsValue, shadow: &JsValue, options: &Options) -> JsValue {
    host::attribute(element, DIALOG_HOST, "");
    let parts = host::build(shadow, DIALOG);
    host::write(&host::get(&parts, "title"), options.title());
    host::write(&host::get(&parts, "close"), options.locale.texts().close);
    parts
}
