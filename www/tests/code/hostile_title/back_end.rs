//! The back end, by `documentolog-server`: the api-key stays here.

use std::time::Duration;

use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use documentolog_protocol::{ApiKey, BaseUrl, WebhookEvent};
use documentolog_server::{Client, Database, SigningRequest, SqliteStore, WebhookStore, Webhooks};

/// What the document is called here. Yours has an order's number.
const ORDER: &str = "order-28";

#[derive(Clone)]
struct BackEnd {
    client: Client,
    webhooks: Webhooks<SqliteStore>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The sandbox. `BaseUrl::default()` is the real service.
    let base_url = BaseUrl::parse("http://127.0.0.1:4100")?;
    let api_key = ApiKey::new(std::env::var("DOCUMENTOLOG_API_KEY")?);
    let store = SqliteStore::open(&Database::File("webhooks.sqlite".into()))?;
    let back_end = BackEnd {
        client: Client::new(base_url, api_key)?,
        webhooks: Webhooks::new(store),
    };
    let router = Router::new()
        .route("/api/token", post(token))
        .route("/api/signed", get(signed))
        .nest("/api/webhook", back_end.webhooks.router())
        .with_state(back_end);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, router).await?;
    Ok(())
}

/// Asks for a token. The answer goes to the page as it is, and into no cache.
async fn token(State(back_end): State<BackEnd>) -> Result<impl IntoResponse, StatusCode> {
    // Issued before it is sent: the first webhook may come before the answer.
    let secret = back_end.webhooks.issue_secret(ORDER).await;
    let secret = secret.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    let webhook_url = format!("https://example.kz/api/webhook/{}", secret.expose());
    let request = SigningRequest::new()
        .attachment("https://example.kz/contracts/contract-1.pdf")
        .webhook_url(webhook_url)
        .recipient("000000000000");
    let answer = back_end.client.request_token(request).await;
    let answer = answer.map_err(|_| StatusCode::BAD_GATEWAY)?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(answer)))
}

/// Whether the person in the page has signed, who is the first to sign: waits a while for the
/// webhook that says so. What is handed over waits for `DocumentCompleted`: others may sign, too.
async fn signed(State(back_end): State<BackEnd>) -> Result<StatusCode, StatusCode> {
    for _ in 0..60 {
        let webhooks = back_end.webhooks.store().webhooks_of(ORDER).await;
        let webhooks = webhooks.map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
        let is_signed = |event: &WebhookEvent| {
            matches!(
                event,
                WebhookEvent::SignerSigned { .. } | WebhookEvent::DocumentCompleted { .. }
            )
        };
        if webhooks.iter().any(|webhook| is_signed(&webhook.event)) {
            return Ok(StatusCode::OK);
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    Err(StatusCode::NOT_FOUND)
}
