//! Time that stands still while nobody sees the page.

use alloc::{
    boxed::Box,
    rc::{Rc, Weak},
};
use core::cell::Cell;

use super::host::{self, Callback, Listener};

/// Calls back once, after a time. Dropping it stops it.
#[derive(Debug)]
#[must_use = "dropping it stops the time"]
pub(crate) struct Timer {
    clock: Rc<Clock>,
    _visibility: Option<Listener>,
}

#[derive(Debug)]
struct Clock {
    callback: Callback,
    /// What is left, in milliseconds, when it was last started.
    left: Cell<f64>,
    started: Cell<f64>,
    /// The browser's timer, while it runs.
    timer: Cell<Option<i32>>,
}

impl Timer {
    /// Calls `elapsed` after so many milliseconds in which the page was visible; or,
    /// unless it `pauses`, after so many of any.
    pub(crate) fn start(milliseconds: u32, pauses: bool, elapsed: impl Fn() + 'static) -> Self {
        Self::of(milliseconds, pauses, Box::new(elapsed))
    }

    fn of(milliseconds: u32, pauses: bool, elapsed: Box<dyn Fn()>) -> Self {
        let clock = Rc::new_cyclic(|clock: &Weak<Clock>| {
            let clock = clock.clone();
            Clock {
                callback: Callback::new(move |_| {
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
            let document = host::get(&host::window(), "document");
            Listener::new(&document, "visibilitychange", move |_| {
                match clock.upgrade() {
                    Some(clock) if is_hidden() => clock.stop(),
                    Some(clock) => clock.run(),
                    None => {}
                }
            })
        });
        if !pauses || !is_hidden() {
            clock.run();
        }
        Self {
            clock,
            _visibility: visibility,
        }
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
        self.started.set(host::now());
        // Not more than a browser's timer takes: see `timeouts::LONGEST`.
        let timer = host::set_timeout(self.callback.as_js(), self.left.get() as i32);
        self.timer.set(Some(timer));
    }

    fn stop(&self) {
        if let Some(timer) = self.timer.take() {
            host::clear_timeout(timer);
            let passed = host::now() - self.started.get();
            self.left.set((self.left.get() - passed).max(0.0));
        }
    }
}

fn is_hidden() -> bool {
    host::is_true(&host::get(&host::window(), "document"), "hidden")
}
