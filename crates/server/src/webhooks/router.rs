//! The receiver over HTTP.

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::json;

use super::{LARGEST_WEBHOOK, Refused, WebhookStore, Webhooks};

impl<Store: WebhookStore> Webhooks<Store> {
    /// The route `POST /{secret}`, to be nested where the back end wants its webhooks:
    /// `Router::new().nest("/webhooks", webhooks.router())`. It is a tower service, too.
    pub fn router<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        Router::new()
            .route("/{secret}", post(receive::<Store>))
            .layer(DefaultBodyLimit::max(LARGEST_WEBHOOK))
            .with_state(self.clone())
    }
}

async fn receive<Store: WebhookStore>(
    State(webhooks): State<Webhooks<Store>>,
    Path(secret): Path<String>,
    body: Bytes,
) -> Result<StatusCode, Refused> {
    webhooks.receive(&secret, &body).await?;
    Ok(StatusCode::OK)
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        if let Self::Store(error) = &self {
            tracing::error!(?error, "a webhook is not recorded");
        }
        let status =
            StatusCode::from_u16(self.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, Json(json!({"error": self.to_string()}))).into_response()
    }
}
