//! What the browser reports of frames that it does not show (W3C Reporting API):
//! those that the page's Cross-Origin-Embedder-Policy blocks, and, in Chromium, those
//! that the service's own `frame-ancestors` blocks. Where a browser reports neither,
//! the load timeout and the silence tell.

use alloc::{rc::Rc, string::String};

use wasm_bindgen::JsValue;

use super::{
    frame::Ours,
    host::{self, Observer},
    inbox::Inbox,
};
use crate::{error::ErrorCode, session::Input};

/// Tells of frames that are ours and not shown, for as long as what is returned lives.
/// None where the browser has no reports.
pub(super) fn observe(ours: Rc<Ours>, inbox: Inbox) -> Option<Observer> {
    Observer::new("ReportingObserver", &JsValue::UNDEFINED, move |reports| {
        // In Chromium the body of a COEP report has no properties until it is written as JSON.
        let reports = host::plain(&reports);
        let mut next = 0_u32;
        loop {
            let report = host::at(&reports, next);
            if report.is_undefined() {
                break;
            }
            if let Some(code) = read(&report, &ours) {
                inbox.post(Input::FrameBlocked(code));
            }
            next += 1;
        }
    })
}

/// Whether a policy blocks, and does not only report.
pub(super) fn is_enforced(report: &JsValue) -> bool {
    text(report, "disposition").as_deref() == Some("enforce")
}

fn read(report: &JsValue, ours: &Ours) -> Option<ErrorCode> {
    let body = host::get(report, "body");
    if !is_enforced(&body) || !ours.are(text(&body, "blockedURL")) {
        return None;
    }
    match text(report, "type")?.as_str() {
        "coep" => Some(ErrorCode::BlockedByEmbedderPolicy),
        "csp-violation" if text(&body, "effectiveDirective")? == "frame-ancestors" => {
            Some(ErrorCode::FramingRefused)
        }
        _ => None,
    }
}

/// A text of a report, or of an event.
pub(super) fn text(value: &JsValue, name: &str) -> Option<String> {
    host::get(value, name).as_string()
}
