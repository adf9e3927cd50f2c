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

use super::{LARGEST_WEBHOOK, Refused, WebhookStore, Webhooks};

/// How long a webhook's body may take to come.
const LONGEST_BODY: Duration = Duration::from_secs(10);

impl<Store: WebhookStore> Webhooks<Store> {
    /// The route `POST /{secret}`, to be nested where the back end wants its webhooks:
    /// `Router::new().nest("/webhooks", webhooks.router())`. It is a tower service, too. A body
    /// that has not come in 10 seconds is answered with 408; how long headers may take is the
    /// server's or its proxy's to say.
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
    let body = match timeout(LONGEST_BODY, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => body,
        Ok(Err(refused)) => return refused.into_response(),
        Err(_) => {
            let late = Json(json!({"error": "the body did not come in time"}));
            return (StatusCode::REQUEST_TIMEOUT, late).into_response();
        }
    };
    match webhooks.receive(&secret, &body).await {
        Ok(_) => StatusCode::OK.into_response(),
        Err(refused) => refused.into_response(),
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
