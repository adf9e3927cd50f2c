//! The service's clock: real time, moved by as much as a test says, or stopped.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use serde::{Deserialize, Serialize};

use crate::lock::lock;

/// The last moment that a clock shows: the end of the year 9999, in seconds since 1970.
pub(crate) const LAST_SECOND: u64 = 253_402_300_799;

/// How a clock stands to real time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Setting {
    /// It runs, so many milliseconds ahead of real time.
    Running { ahead: i64 },
    /// It stands still, at so many milliseconds after 1970.
    Stopped { at: u64 },
}

/// The clock by which tokens and links expire and signatures are dated. Clones show the
/// same time. (Pauses between tries of a webhook are real.)
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    setting: Arc<Mutex<Setting>>,
}

impl Default for Clock {
    fn default() -> Self {
        Self::new(Setting::Running { ahead: 0 })
    }
}

impl Clock {
    pub(crate) fn new(setting: Setting) -> Self {
        Self {
            setting: Arc::new(Mutex::new(setting)),
        }
    }

    pub(crate) fn setting(&self) -> Setting {
        *lock(&self.setting)
    }

    /// Seconds since 1970.
    pub(crate) fn unix_seconds(&self) -> u64 {
        shown(self.setting()) / 1000
    }

    /// Moves it forward.
    pub(crate) fn advance(&self, time: Duration) {
        let time = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        self.change(|now| now.saturating_add(time));
    }

    /// Sets it, in seconds since 1970. It may go backwards.
    pub(crate) fn set(&self, unix_seconds: u64) {
        self.change(|_| unix_seconds.saturating_mul(1000));
    }

    /// Lets it stand still, or run on from where it stands.
    pub(crate) fn stop(&self, is_stopped: bool) {
        let mut setting = lock(&self.setting);
        let now = shown(*setting);
        *setting = if is_stopped {
            Setting::Stopped { at: now }
        } else {
            running(now)
        };
    }

    /// Sets it to real time.
    pub(crate) fn reset(&self) {
        *lock(&self.setting) = Setting::Running { ahead: 0 };
    }

    fn change(&self, change: impl FnOnce(u64) -> u64) {
        let mut setting = lock(&self.setting);
        let now = change(shown(*setting)).min(LAST_SECOND * 1000);
        *setting = match *setting {
            Setting::Running { .. } => running(now),
            Setting::Stopped { .. } => Setting::Stopped { at: now },
        };
    }
}

fn shown(setting: Setting) -> u64 {
    match setting {
        Setting::Running { ahead } => real_milliseconds().saturating_add_signed(ahead),
        Setting::Stopped { at } => at,
    }
}

fn running(now: u64) -> Setting {
    let ahead = i128::from(now) - i128::from(real_milliseconds());
    Setting::Running {
        ahead: i64::try_from(ahead).unwrap_or_default(),
    }
}

fn real_milliseconds() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_moves_stands_and_runs_again() {
        let clock = Clock::default();
        let real = clock.unix_seconds();
        clock.advance(Duration::from_secs(1000));
        assert!((real + 1000..real + 1010).contains(&clock.unix_seconds()));
        clock.set(86_400);
        assert!((86_400..86_410).contains(&clock.unix_seconds()));
        clock.stop(true);
        clock.set(7);
        assert_eq!(clock.unix_seconds(), 7);
        clock.advance(Duration::from_millis(1500));
        assert_eq!(clock.unix_seconds(), 8, "of 8.5 seconds");
        clock.stop(false);
        assert!((8..18).contains(&clock.unix_seconds()));
        clock.reset();
        assert!((real..real + 10).contains(&clock.unix_seconds()));
    }

    #[test]
    fn it_ends_with_the_year_9999() {
        let clock = Clock::default();
        clock.set(u64::MAX);
        clock.advance(Duration::MAX);
        clock.stop(true);
        assert_eq!(clock.unix_seconds(), LAST_SECOND);
    }
}
