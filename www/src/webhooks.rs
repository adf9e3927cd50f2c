//! `POST /webhooks/{secret}`: where the service's webhooks come in.

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, State},
    http::StatusCode,
    routing::post,
};
use documentolog_protocol::WebhookEvent;
use documentolog_server::WebhookSecretHash;

use crate::{api::Failure, state::Backend};

/// The largest webhook taken, in bytes.
const LARGEST_BODY: usize = 256 * 1024;

pub(crate) fn router() -> Router<Backend> {
    Router::new()
        .route("/webhooks/{secret}", post(receive))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
}

/// A webhook is recorded before it is answered with 2xx, so that none is lost: the
/// service tries again until then.
async fn receive(
    State(backend): State<Backend>,
    Path(secret): Path<String>,
    body: Bytes,
) -> Result<StatusCode, Failure> {
    // An order is known by its secret alone, so a webhook for another document
    // cannot reach it, whatever its body says.
    let hash = WebhookSecretHash::of(&secret);
    let order_id = backend
        .store
        .order_of_secret(hash)
        .await?
        .ok_or(Failure::NotFound)?;
    let event =
        WebhookEvent::parse(&body).map_err(|error| Failure::BadRequest(error.to_string()))?;
    let is_new = backend.store.record(order_id.clone(), &event).await?;
    // The name of an unknown event is a stranger's text, and not for the log.
    let name = match &event {
        WebhookEvent::Unknown { .. } => "unknown",
        known => known.name(),
    };
    tracing::info!(event = name, is_new, "webhook");
    if is_new {
        // Nobody may be looking at the order: that is no failure.
        let _ = backend.changes.send(order_id);
    }
    Ok(StatusCode::OK)
}
