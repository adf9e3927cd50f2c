//! Time that stands still while nobody sees the page.

use std::{cell::Cell, rc::Rc};

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::Window;

/// Calls back once, after a time. Dropping it stops it.
#[derive(Debug)]
#[must_use = "dropping it stops the time"]
pub(crate) struct Timer {
    clock: Rc<Clock>,
    _visibility: Option<EventListener>,
}

#[derive(Debug)]
struct Clock {
    window: Window,
    callback: Closure<dyn Fn()>,
    /// What is left, in milliseconds, when it was last started.
    left: Cell<f64>,
    started: Cell<f64>,
    /// The browser's timer, while it runs.
    timer: Cell<Option<i32>>,
}

impl Timer {
    /// Calls `elapsed` after so many milliseconds in which the page was visible; or,
    /// unless it `pauses`, after so many of any.
    pub(crate) fn start(
        window: &Window,
        milliseconds: u32,
        pauses: bool,
        elapsed: impl Fn() + 'static,
    ) -> Result<Self, JsValue> {
        let document = window.document().ok_or(JsValue::UNDEFINED)?;
        let clock = Rc::new_cyclic(|clock: &std::rc::Weak<Clock>| {
            let clock = clock.clone();
            Clock {
                window: window.clone(),
                callback: Closure::new(move || {
                    if let Some(clock) = clock.upgrade() {
                        clock.timer.set(None);
                        clock.left.set(-1.0);
                    }
                    elapsed();
                }),
                left: Cell::new(f64::from(milliseconds)),
                started: Cell::new(0.0),
                timer: Cell::new(None),
            }
        });
        let visibility = pauses.then(|| {
            let clock = Rc::downgrade(&clock);
            EventListener::new(&document, "visibilitychange", move |event| {
                let is_hidden = event
                    .target()
                    .is_some_and(|document| document.unchecked_ref::<web_sys::Document>().hidden());
                match clock.upgrade() {
                    Some(clock) if is_hidden => clock.stop(),
                    Some(clock) => clock.run(),
                    None => {}
                }
            })
        });
        if !pauses || !document.hidden() {
            clock.run();
        }
        Ok(Self {
            clock,
            _visibility: visibility,
        })
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.clock.stop();
    }
}

impl Clock {
    fn run(&self) {
        if self.timer.get().is_some() || self.left.get() < 0.0 {
            return;
        }
        self.started.set(now(&self.window));
        let timer = self
            .window
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                self.callback.as_ref().unchecked_ref(),
                // Not more than a browser's timer takes: see `timeouts::LONGEST`.
                self.left.get() as i32,
            );
        self.timer.set(timer.ok());
    }

    fn stop(&self) {
        if let Some(timer) = self.timer.take() {
            self.window.clear_timeout_with_handle(timer);
            let passed = now(&self.window) - self.started.get();
            self.left.set((self.left.get() - passed).max(0.0));
        }
    }
}

/// Milliseconds on a clock that does not go back.
pub(super) fn now(window: &Window) -> f64 {
    window
        .performance()
        .map_or(0.0, |performance| performance.now())
}
