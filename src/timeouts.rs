//! How long a session waits. All in milliseconds, counted only while the page is
//! visible: a signer who has left for the eGov app comes back to where it was.

use crate::session::Timer;

/// After this much waiting the signer is told that it takes longer than usual.
pub const SLOW: u32 = 8_000;

/// How long the signer sees that it is signed and confirmed. This one runs on
/// while the page is hidden: nobody sees it, but the page waits for the outcome.
pub const FAREWELL: u32 = 1_200;

/// The longest that a browser's timer can wait (HTML, timers: a signed 32-bit
/// number).
pub const LONGEST: u32 = i32::MAX as u32;

/// The times that a page may choose, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// Until the token must have come.
    pub token: u32,
    /// Until the frame must have loaded.
    pub load: u32,
    /// Until a loaded frame must have shown a sign of life: a message, or that it
    /// has the focus.
    pub silence: u32,
    /// Until the back end must have confirmed.
    pub confirm: u32,
    /// The least time between two `activity` events.
    pub activity: u32,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            token: 30_000,
            load: 30_000,
            silence: 20_000,
            confirm: 60_000,
            activity: 30_000,
        }
    }
}

impl Timeouts {
    pub(crate) fn of(&self, timer: Timer) -> u32 {
        match timer {
            Timer::Slow => SLOW,
            Timer::Token => self.token,
            Timer::Load => self.load,
            Timer::Silence => self.silence,
            Timer::Confirm => self.confirm,
            Timer::Farewell => FAREWELL,
        }
    }

    /// The time of this name, as JavaScript calls it.
    #[must_use]
    pub fn by_name(&mut self, name: &str) -> Option<&mut u32> {
        match name {
            "token" => Some(&mut self.token),
            "load" => Some(&mut self.load),
            "silence" => Some(&mut self.silence),
            "confirm" => Some(&mut self.confirm),
            "activity" => Some(&mut self.activity),
            _ => None,
        }
    }
}
