//! What the browser reports of frames that it does not show (W3C Reporting API):
//! those that the page's Cross-Origin-Embedder-Policy blocks, and, in Chromium, those
//! that the service's own `frame-ancestors` blocks. Where a browser reports neither,
//! the load timeout and the silence tell.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Function, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};

use crate::error::ErrorCode;

#[wasm_bindgen]
extern "C" {
    type ReportingObserver;
    // Throws where there is none.
    #[wasm_bindgen(catch, constructor)]
    fn new(callback: &Function, options: &Object) -> Result<ReportingObserver, JsValue>;
    #[wasm_bindgen(method)]
    fn observe(this: &ReportingObserver);
    #[wasm_bindgen(method)]
    fn disconnect(this: &ReportingObserver);
}

/// Listens to reports for as long as it lives.
pub(crate) struct Reports {
    observer: ReportingObserver,
    is_over: Rc<Cell<bool>>,
}

impl std::fmt::Debug for Reports {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Reports")
    }
}

impl Reports {
    /// Tells of frames whose address `is_ours` and that are not shown. None where the
    /// browser has no reports.
    pub(crate) fn observe(
        is_ours: impl Fn(&str) -> bool + 'static,
        blocked: impl Fn(ErrorCode) + 'static,
    ) -> Option<Self> {
        let is_over = Rc::new(Cell::new(false));
        let over = Rc::clone(&is_over);
        // Given to JavaScript, which frees it with the observer: what Chromium has queued
        // by then is delivered after `disconnect`, too.
        let callback = Closure::<dyn Fn(Array)>::new(move |reports: Array| {
            if over.get() {
                return;
            }
            for report in reports {
                if let Some(code) = read(&report, &is_ours) {
                    blocked(code);
                }
            }
        });
        let callback: Function = callback.into_js_value().unchecked_into();
        let observer = ReportingObserver::new(&callback, &Object::new()).ok()?;
        observer.observe();
        Some(Self { observer, is_over })
    }

    /// Whether a policy blocks, and does not only report.
    pub(super) fn is_enforced(report: &JsValue) -> bool {
        text(report, "disposition").as_deref() == Some("enforce")
    }
}

impl Drop for Reports {
    fn drop(&mut self) {
        self.is_over.set(true);
        self.observer.disconnect();
    }
}

fn read(report: &JsValue, is_ours: impl Fn(&str) -> bool) -> Option<ErrorCode> {
    // In Chromium the body of a COEP report has no properties until it is written as JSON.
    let report = JSON::parse(&String::from(JSON::stringify(report).ok()?)).ok()?;
    let body = Reflect::get(&report, &"body".into()).ok()?;
    let kind = text(&report, "type")?;
    if !Reports::is_enforced(&body) || !is_ours(&text(&body, "blockedURL")?) {
        return None;
    }
    match kind.as_str() {
        "coep" => Some(ErrorCode::BlockedByEmbedderPolicy),
        "csp-violation" if text(&body, "effectiveDirective")? == "frame-ancestors" => {
            Some(ErrorCode::FramingRefused)
        }
        _ => None,
    }
}

fn text(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}
