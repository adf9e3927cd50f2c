//! The service's clock.

use std::time::Duration;

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};

use super::body::Body;
use crate::{
    clock::{LAST_SECOND, Setting},
    refusal::Refusal,
    state::Service,
};

/// What to do with the clock, in this order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    /// Sets it, in seconds since 1970.
    now: Option<u64>,
    /// Moves it forward, in seconds.
    #[serde(default)]
    advance_seconds: u64,
    /// Lets it stand still, or run again.
    is_stopped: Option<bool>,
}

/// `GET /sandbox/control/clock`
pub(super) async fn show(State(service): State<Service>) -> Json<Value> {
    Json(shown(&service))
}

/// `POST /sandbox/control/clock`
pub(super) async fn change(
    State(service): State<Service>,
    Body(change): Body<Change>,
) -> Result<Json<Value>, Refusal> {
    for (field, seconds) in [
        ("now", change.now),
        ("advance_seconds", Some(change.advance_seconds)),
    ] {
        if seconds.is_some_and(|seconds| seconds > LAST_SECOND) {
            return Err(Refusal::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "clock",
                format!("`{field}` leads beyond the year 9999"),
            ));
        }
    }
    service.change_clock(|clock| {
        if let Some(now) = change.now {
            clock.set(now);
        }
        clock.advance(Duration::from_secs(change.advance_seconds));
        if let Some(is_stopped) = change.is_stopped {
            clock.stop(is_stopped);
        }
    });
    Ok(Json(shown(&service)))
}

fn shown(service: &Service) -> Value {
    json!({
        "now": service.clock.unix_seconds(),
        "is_stopped": matches!(service.clock.setting(), Setting::Stopped { .. }),
    })
}
