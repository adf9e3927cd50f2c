//! Sending again what cannot have been done.

use std::{future::Future, time::Duration};

use reqwest::{Response, StatusCode, header::RETRY_AFTER};

/// How often a request is sent, at most.
const TRIES: u32 = 3;
/// The pause before the second try; twice that before the third.
const PAUSE: Duration = Duration::from_millis(250);
/// The longest pause that a service may ask for.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// Sends, and sends again where the service cannot have taken the request in: no connection
/// came about, or it answers with 503, by which it says that it does not handle the request
/// (RFC 9110, 15.6.4). Any other failure may have come after the deed.
pub(super) async fn send<Sent>(send: impl Fn() -> Sent) -> reqwest::Result<Response>
where
    Sent: Future<Output = reqwest::Result<Response>>,
{
    for attempt in 1.. {
        let sent = send().await;
        let asked = match &sent {
            Err(error) if error.is_connect() => None,
            Ok(answer) if answer.status() == StatusCode::SERVICE_UNAVAILABLE => retry_after(answer),
            _ => return sent,
        };
        if attempt == TRIES {
            return sent;
        }
        tokio::time::sleep(pause(attempt, asked)).await;
    }
    // The loop has no end of its own.
    send().await
}

/// What the service asks for, in seconds (RFC 9110, 10.2.3). Dates are passed over.
fn retry_after(answer: &Response) -> Option<Duration> {
    let seconds = answer.headers().get(RETRY_AFTER)?.to_str().ok()?;
    Some(Duration::from_secs(seconds.trim().parse().ok()?))
}

/// What the service asks for, or between half and all of a pause that doubles: clients that
/// failed together do not come back together.
fn pause(attempt: u32, asked: Option<Duration>) -> Duration {
    let own = PAUSE * 2_u32.pow(attempt - 1);
    // Without random numbers it is just not spread.
    let spread = f64::from(getrandom::u32().unwrap_or(u32::MAX)) / f64::from(u32::MAX);
    asked
        .unwrap_or_else(|| own.mul_f64(0.5 + spread / 2.0))
        .min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_are_spread() {
        for (attempt, most) in [(1, 250), (2, 500)] {
            let pauses: Vec<_> = (0..50).map(|_| pause(attempt, None).as_millis()).collect();
            assert!(
                pauses.iter().all(|pause| (most / 2..=most).contains(pause)),
                "{pauses:?}"
            );
            assert!(pauses.iter().any(|pause| *pause != pauses[0]), "{pauses:?}");
        }
        assert_eq!(
            pause(1, Some(Duration::from_secs(2))),
            Duration::from_secs(2)
        );
        assert_eq!(pause(1, Some(Duration::from_secs(3_600))), LONGEST_PAUSE);
    }
}
