//! How often a page is told of refused messages: a stranger who posts ten thousand
//! must not make the page's own callback run ten thousand times.

use crate::event::Refusal;

/// The least time between two of one reason, in milliseconds.
const PAUSE: f64 = 1_000.0;
/// How many of one reason a session is told.
const MOST: u8 = 5;

/// What one session may still be told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Allowance {
    told: [(u8, f64); Refusal::COUNT],
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            told: [(0, 0.0); Refusal::COUNT],
        }
    }
}

impl Allowance {
    /// Whether this reason may be told now. `now` is in milliseconds, of any clock
    /// that does not go back.
    pub(crate) fn take(&mut self, reason: Refusal, now: f64) -> bool {
        let (count, last) = &mut self.told[reason as usize];
        if *count >= MOST || (*count > 0 && now - *last < PAUSE) {
            return false;
        }
        *count += 1;
        *last = now;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_told_once_and_a_stream_five_times() {
        let mut allowance = Allowance::default();
        let told = (0..10_000)
            .filter(|_| allowance.take(Refusal::Source, 7.0))
            .count();
        assert_eq!(told, 1);
        assert!(allowance.take(Refusal::Origin, 7.0), "another reason");
        let told = (1..100)
            .filter(|second| allowance.take(Refusal::Source, 7.0 + f64::from(*second) * 1_000.0))
            .count();
        assert_eq!(told, 4);
    }
}
