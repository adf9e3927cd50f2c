//! Sending again what cannot have been done: see [`pause_before_next`].

use std::future::Future;

use reqwest::{Response, header::RETRY_AFTER};

use crate::sans_io::{Sent, pause_before_next};

/// Sends, and sends again where that is safe.
pub(super) async fn send<Sending>(send: impl Fn() -> Sending) -> reqwest::Result<Response>
where
    Sending: Future<Output = reqwest::Result<Response>>,
{
    let mut attempt = 1;
    loop {
        let sent = send().await;
        match pause_before_next(attempt, what_came_of(&sent), chance()) {
            Some(pause) => tokio::time::sleep(pause).await,
            None => return sent,
        }
        attempt += 1;
    }
}

fn what_came_of(sent: &reqwest::Result<Response>) -> Sent<'_> {
    match sent {
        Ok(answer) => Sent::Answered {
            status: answer.status().as_u16(),
            retry_after: answer
                .headers()
                .get(RETRY_AFTER)
                .and_then(|value| value.to_str().ok()),
        },
        Err(error) if error.is_connect() => Sent::NotConnected,
        Err(_) => Sent::Unknown,
    }
}

/// From 0 to 1. Without random numbers pauses are just not spread.
fn chance() -> f64 {
    f64::from(getrandom::u32().unwrap_or(u32::MAX)) / f64::from(u32::MAX)
}
