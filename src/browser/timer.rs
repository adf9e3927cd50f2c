//! Time that stands still while nobody sees the page.

use wasm_bindgen::JsValue;

use super::{
    hearing::{Ear, Hearing, What},
    host,
};

/// Is heard once, after a time. Dropping it stops it.
#[derive(Debug)]
#[must_use = "dropping it stops the time"]
pub(crate) struct Timer {
    heard: JsValue,
    pauses: bool,
    /// What is left, in milliseconds, when it was last started.
    left: f64,
    started: f64,
    /// The browser's timer, while it runs.
    running: Option<Hearing>,
}

impl Timer {
    /// Elapses after so many milliseconds in which the page was visible; or, unless it
    /// `pauses`, after so many of any.
    pub(super) fn start(milliseconds: u32, pauses: bool, ear: Ear, what: What) -> Self {
        let mut timer = Self {
            heard: ear.hearer(what),
            pauses,
            // Not more than a browser's timer takes: see `timeouts::LONGEST`.
            left: f64::from(milliseconds),
            started: 0.0,
            running: None,
        };
        timer.look();
        timer
    }

    /// Runs or stands still as the page is visible or not.
    pub(crate) fn look(&mut self) {
        if self.pauses && is_hidden() {
            if self.running.take().is_some() {
                let passed = host::now() - self.started;
                self.left = (self.left - passed).max(0.0);
            }
        } else if self.running.is_none() {
            self.started = host::now();
            self.running = Some(Hearing(host::wait(self.left, &self.heard)));
        }
    }
}

fn is_hidden() -> bool {
    host::is_true(&host::get(&host::window(), "document"), "hidden")
}
