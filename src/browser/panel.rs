//! What the widget itself says and offers, around and over the frame.

use wasm_bindgen::JsValue;

use super::host;
use crate::{texts::Texts, view::View};

/// The elements, in the order of Tab: a notice, the panel, and then the frame. A place
/// for texts is there before it says anything: what comes with its text is not announced. So
/// the style sheet clips the notice away while it is hidden, and the panel in view `frame`.
/// The panel takes the focus when what had it is gone.
const ELEMENTS: &str = "\
0 section room
1 div notice hidden=
2 p notice-text role=status
2 button dismiss type=button
1 div panel tabindex=-1
2 p status role=status
2 p alert role=alert
2 div actions
3 button retry type=button
3 button open-in-tab type=button";

/// These elements, by their parts.
#[derive(Debug)]
pub(crate) struct Panel {
    parts: JsValue,
    texts: &'static Texts,
}

impl Panel {
    /// Builds it in `parent`.
    pub(crate) fn build(parent: &JsValue, texts: &'static Texts) -> Self {
        let panel = Self {
            parts: host::build(parent, ELEMENTS),
            texts,
        };
        panel.write("dismiss", texts.dismiss);
        panel.write("retry", texts.retry);
        panel.write("open-in-tab", texts.open_in_tab);
        panel
    }

    fn part(&self, name: &str) -> JsValue {
        host::get(&self.parts, name)
    }

    fn write(&self, part: &str, text: &str) {
        host::write(&self.part(part), text);
    }

    fn hide(&self, part: &str, is_hidden: bool) {
        host::flag(&self.part(part), "hidden", is_hidden);
    }

    /// Where the frame goes.
    pub(crate) fn room(&self) -> JsValue {
        self.part("room")
    }

    /// Shows a view.
    pub(crate) fn show(&self, view: View) {
        let (said, unsaid) = if view.is_urgent() {
            ("alert", "status")
        } else {
            ("status", "alert")
        };
        self.write(unsaid, "");
        self.write(said, view.text(self.texts));
        self.hide("retry", !view.offers_retry());
        self.hide("open-in-tab", !view.offers_tab());
        host::attribute(&self.room(), "data-view", view.name());
    }

    /// Shows a notice above the frame, or takes it away.
    pub(crate) fn notify(&self, text: Option<&str>) {
        self.hide("notice", text.is_none());
        self.write("notice-text", text.unwrap_or_default());
    }

    /// Whether this is the notice's button.
    pub(crate) fn is_dismiss(&self, element: &JsValue) -> bool {
        host::is_same(element, &self.part("dismiss"))
    }

    /// Gives the focus to the frame. One that has it keeps it as it is: WebKit would take it
    /// from whatever has it inside. Gives whether it had not.
    pub(crate) fn focus_frame(&self, active: &JsValue) -> bool {
        let frame = host::find(&self.room(), "iframe");
        let is_given = !frame.is_null() && !host::is_same(active, &frame);
        if is_given {
            host::call(&frame, "focus");
        }
        is_given
    }

    /// Takes the focus.
    pub(crate) fn focus(&self) {
        host::call(&self.part("panel"), "focus");
    }
}
