//! Sending again what cannot have been done.

use std::time::Duration;

/// How often a request is sent, at most.
const TRIES: u32 = 3;
/// The pause before the second try; twice that before the third.
const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause that a service may ask for. Who asks for more is not asked again. It is
/// less than 5 seconds: that is what Varnish writes, if nobody tells it otherwise, on a 503 of
/// its own, whatever became of the request behind it.
const LONGEST_PAUSE: Duration = Duration::from_secs(4);

/// The status by which a service says that it does not handle the request, and when it will
/// (RFC 9110, 15.6.4). Without the second it may be a gateway's, which has passed the request on.
const SERVICE_UNAVAILABLE: u16 = 503;

/// What came of sending a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent<'a> {
    /// No connection came about: nobody has been asked.
    NotConnected,
    /// There is an answer.
    Answered {
        /// Its status.
        status: u16,
        /// Its header `Retry-After`.
        retry_after: Option<&'a str>,
    },
    /// Anything else, such as a connection that broke or no answer in time. It may have come
    /// after the deed.
    Unknown,
}

/// The pause after which a request is sent again, the `attempt`-th having come to this; none
/// if it is not. It is sent again where the service cannot have taken it in: no connection came
/// about, or the service answers 503 and says in `Retry-After` after how many seconds, 4 at most,
/// it will take it. A 503 without it is an error at once: gateways answer so, too, after they have
/// passed the request on. A second document of one request would be worse than none.
///
/// `chance` is a random number from 0 to 1: clients that failed together do not come back
/// together.
#[must_use]
pub fn pause_before_next(attempt: u32, sent: Sent<'_>, chance: f64) -> Option<Duration> {
    if attempt == 0 || attempt >= TRIES {
        return None;
    }
    let own = PAUSE * 2_u32.pow(attempt - 1);
    let spread = own.mul_f64(chance.clamp(0.0, 1.0) / 2.0);
    match sent {
        Sent::NotConnected => Some(own / 2 + spread),
        Sent::Answered {
            status: SERVICE_UNAVAILABLE,
            retry_after,
        } => {
            let asked = retry_after.and_then(seconds)?;
            (asked <= LONGEST_PAUSE).then(|| asked + spread)
        }
        Sent::Answered { .. } | Sent::Unknown => None,
    }
}

/// `Retry-After` in seconds (RFC 9110, 10.2.3). Dates are passed over: clocks differ.
fn seconds(header: &str) -> Option<Duration> {
    let text = header.trim();
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    // More digits than a number holds are longer than anybody waits.
    is_number.then(|| Duration::from_secs(text.parse().unwrap_or(u64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unavailable(retry_after: Option<&str>) -> Sent<'_> {
        Sent::Answered {
            status: 503,
            retry_after,
        }
    }

    #[test]
    fn pauses_grow_and_are_spread() {
        for (attempt, chance, pause) in [(1, 0.0, 125), (1, 1.0, 250), (2, 0.0, 250), (2, 1.0, 500)]
        {
            let found = pause_before_next(attempt, Sent::NotConnected, chance);
            assert_eq!(found, Some(Duration::from_millis(pause)), "{attempt}");
        }
        assert_eq!(pause_before_next(3, Sent::NotConnected, 0.0), None);
    }

    #[test]
    fn a_service_may_ask_for_a_pause() {
        for (header, pause) in [
            ("2", Some(2_000)),
            (" 0 ", Some(0)),
            ("4", Some(4_000)),
            // Varnish's own.
            ("5", None),
            ("3600", None),
            ("99999999999999999999999", None),
            // Passed over: as if it were not there.
            ("Wed, 21 Oct 2026 07:28:00 GMT", None),
            ("-1", None),
            ("1.5", None),
            ("", None),
        ] {
            let found = pause_before_next(1, unavailable(Some(header)), 0.0);
            assert_eq!(found, pause.map(Duration::from_millis), "{header}");
        }
        let late = pause_before_next(1, unavailable(Some("2")), 1.0);
        assert_eq!(late, Some(Duration::from_millis(2_125)));
    }

    #[test]
    fn a_503_that_does_not_say_when_may_be_a_gateways() {
        for attempt in [1, 2] {
            assert_eq!(pause_before_next(attempt, unavailable(None), 0.5), None);
        }
    }

    #[test]
    fn what_may_have_been_done_is_not_sent_again() {
        for status in [200, 302, 400, 408, 409, 425, 429, 500, 501, 502, 504, 507] {
            let answered = Sent::Answered {
                status,
                retry_after: Some("1"),
            };
            assert_eq!(pause_before_next(1, answered, 0.5), None, "{status}");
        }
        assert_eq!(pause_before_next(1, Sent::Unknown, 0.5), None);
    }
}
