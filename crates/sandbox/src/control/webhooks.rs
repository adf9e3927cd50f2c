//! How webhooks are delivered.

use axum::{Json, extract::State, http::StatusCode};

use super::body::Body;
use crate::{refusal::Refusal, state::Service, webhooks::WebhookBehaviour};

/// `GET /sandbox/control/webhooks`
pub(super) async fn show(State(service): State<Service>) -> Json<WebhookBehaviour> {
    Json(service.webhooks.behaviour())
}

/// `PUT /sandbox/control/webhooks`: how they are delivered from now on. What is left out is as
/// it is by default.
pub(super) async fn set(
    State(service): State<Service>,
    Body(behaviour): Body<WebhookBehaviour>,
) -> Result<StatusCode, Refusal> {
    behaviour
        .check()
        .map_err(|problem| Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "webhooks", problem))?;
    service.set_webhooks(behaviour);
    Ok(StatusCode::NO_CONTENT)
}
