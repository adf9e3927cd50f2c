//! The receiver over HTTP.

use std::time::Duration;

use axum::{
    Json, Router,
    body::Bytes,
    extract::{DefaultBodyLimit, FromRequest, Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::json;
use tokio::time::timeout;
use tracing::Instrument;

use super::{LARGEST_WEBHOOK, Refused, WebhookStore, Webhooks};

/// How long a webhook's body may take to come.
const LONGEST_BODY: Duration = Duration::from_secs(10);

impl<Store: WebhookStore> Webhooks<Store> {
    /// The route `POST /{secret}`, to be nested where the back end wants its webhooks:
    /// `Router::new().nest("/api/webhook", webhooks.router())`. It is a tower service, too. A body
    /// that has not come in 10 seconds is answered with 408, and of one to nobody's address
    /// nothing is read; how long headers may take is the server's or its proxy's to say. What has
    /// come whole is taken in, though who sent it hangs up.
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
    request: Request,
) -> Response {
    // Before the body: of strangers nothing is read.
    let reference = match webhooks.reference_of(&secret).await {
        Ok(reference) => reference,
        Err(refused) => return refused.into_response(),
    };
    let body = match timeout(LONGEST_BODY, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => body,
        Ok(Err(refused)) => {
            let status = refused.status().as_u16();
            tracing::warn!(status, "a webhook to a known address is refused");
            return refused.into_response();
        }
        Err(_) => {
            tracing::warn!("the body of a webhook to a known address has not come in time");
            let late = Json(json!({"error": "the body did not come in time"}));
            return (StatusCode::REQUEST_TIMEOUT, late).into_response();
        }
    };
    // In a task of its own: who hangs up ends this one, and nobody would hear of what the store
    // has recorded.
    let take_in = async move { webhooks.take_in(reference, &body).await };
    match tokio::spawn(take_in.in_current_span()).await {
        Ok(Ok(_)) => StatusCode::OK.into_response(),
        Ok(Err(refused)) => refused.into_response(),
        Err(error) => {
            // What was panicked with may name people, and so may the error, which repeats it.
            let is_panic = error.is_panic();
            tracing::error!(is_panic, "taking in a webhook broke off");
            let failed = Json(json!({"error": "taking it in broke off"}));
            (StatusCode::INTERNAL_SERVER_ERROR, failed).into_response()
        }
    }
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
