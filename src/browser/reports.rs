//! What the browser reports of frames that it does not show (W3C Reporting API):
//! those that the page's Cross-Origin-Embedder-Policy blocks, and, in Chromium, those
//! that the service's own `frame-ancestors` blocks. Where a browser reports neither,
//! the load timeout and the silence tell.

use alloc::string::String;

use wasm_bindgen::JsValue;

use super::host;
use crate::error::ErrorCode;

/// The addresses by which a browser names the frame that it blocks.
pub(crate) struct Addresses {
    pub(crate) url: String,
    pub(crate) origin: String,
}

impl Addresses {
    /// Browsers name the blocked address in full or by its origin, with a slash or
    /// without.
    fn are(&self, blocked: Option<String>) -> bool {
        blocked.is_some_and(|blocked| {
            let origin = match blocked.as_bytes() {
                [origin @ .., b'/'] => origin,
                origin => origin,
            };
            blocked == self.url || origin == self.origin.as_bytes()
        })
    }

    /// Whether the page's own policy has blocked it: of a `securitypolicyviolation` event.
    pub(crate) fn are_violated(&self, event: &JsValue) -> bool {
        host::is_true(event, "isTrusted")
            && host::is_text(event, "effectiveDirective", "frame-src")
            && is_enforced(event)
            && self.are(host::text_at(event, "blockedURI"))
    }

    /// Why they are not shown, if one of these reports says so.
    pub(crate) fn blocked(&self, reports: &JsValue) -> Option<ErrorCode> {
        // In Chromium the body of a COEP report has no properties until it is written as JSON.
        let reports = host::plain(reports);
        let mut next = 0_u32;
        loop {
            let report = host::at(&reports, next);
            if report.is_undefined() {
                return None;
            }
            if let Some(code) = self.read(&report) {
                return Some(code);
            }
            next += 1;
        }
    }

    fn read(&self, report: &JsValue) -> Option<ErrorCode> {
        let body = host::get(report, "body");
        if !is_enforced(&body) || !self.are(host::text_at(&body, "blockedURL")) {
            return None;
        }
        if host::is_text(report, "type", "coep") {
            Some(ErrorCode::BlockedByEmbedderPolicy)
        } else if host::is_text(report, "type", "csp-violation")
            && host::is_text(&body, "effectiveDirective", "frame-ancestors")
        {
            Some(ErrorCode::FramingRefused)
        } else {
            None
        }
    }
}

/// Whether a policy blocks, and does not only report.
fn is_enforced(report: &JsValue) -> bool {
    host::is_text(report, "disposition", "enforce")
}
