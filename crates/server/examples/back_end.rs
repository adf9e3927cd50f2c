//! A back end in Rust for the examples' pages: it serves a folder, and does the three things
//! that a back end has to do. `cargo run -p documentolog-server --example back_end -- FOLDER`;
//! what it talks to stands in the environment.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program at a terminal speaks to people"
)]

use std::{env, error::Error, sync::Arc, time::Duration};

use axum::{
    Json, Router,
    extract::{Query, State},
    http::{StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use documentolog_protocol::{ApiKey, BaseUrl, SignatureMethod, WebhookEvent};
use documentolog_server::{Client, Database, SigningRequest, SqliteStore, WebhookStore, Webhooks};
use serde::Deserialize;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

struct BackEnd {
    client: Client,
    webhooks: Webhooks<SqliteStore>,
    /// Where the service is.
    base_url: BaseUrl,
    /// Where the service reaches this back end: never by a request's own `Host`, which its sender
    /// writes.
    origin: String,
}

/// Your own session says who asks, and for which order.
#[derive(Deserialize)]
struct Asked {
    order: String,
}

/// Asks the service for an access token for this order's contract.
async fn token(
    State(back_end): State<Arc<BackEnd>>,
    Query(Asked { order }): Query<Asked>,
) -> Result<impl IntoResponse, StatusCode> {
    // Before the request: the first webhook may come before the answer.
    let secret = back_end
        .webhooks
        .issue_secret(&order)
        .await
        .map_err(failed)?;
    let request = SigningRequest::new()
        // Where the service fetches the contract.
        .attachment(format!("{}/rct/sample.pdf", back_end.base_url.origin()))
        .sender("000000000000")
        .sender_methods(SignatureMethod::KNOWN)
        .webhook_url(format!(
            "{}/api/webhook/{}",
            back_end.origin,
            secret.expose()
        ));
    let response = back_end.client.request_token(request).await;
    let response = response.map_err(|error| {
        // Without the token, the key, or anything personal.
        eprintln!("no token: {error}");
        StatusCode::BAD_GATEWAY
    })?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(response)))
}

/// Whether the person in the page has signed, who is the first to sign: waits a while for the
/// webhook that says so. Others may come after them: what is handed over waits for
/// `WebhookEvent::DocumentCompleted`.
async fn signed(
    State(back_end): State<Arc<BackEnd>>,
    Query(Asked { order }): Query<Asked>,
) -> Result<StatusCode, StatusCode> {
    for _ in 0..100 {
        let webhooks = back_end.webhooks.store().webhooks_of(&order).await;
        let is_signed = |event: &WebhookEvent| {
            matches!(
                event,
                WebhookEvent::SignerSigned { .. } | WebhookEvent::DocumentCompleted { .. }
            )
        };
        let webhooks = webhooks.map_err(failed)?;
        if webhooks.iter().any(|kept| is_signed(&kept.event)) {
            return Ok(StatusCode::OK);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(StatusCode::NOT_FOUND)
}

fn failed(error: impl Error) -> StatusCode {
    eprintln!("{error}");
    StatusCode::INTERNAL_SERVER_ERROR
}

fn variable(name: &str, default: &str) -> String {
    env::var(name).unwrap_or_else(|_| default.to_owned())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args()
        .nth(1)
        .ok_or("say which folder is to be served")?;
    let port: u16 = variable("PORT", "3000").parse()?;
    let base_url = BaseUrl::parse(&variable("DOCUMENTOLOG_BASE_URL", "http://127.0.0.1:4100"))?;
    let api_key = ApiKey::new(variable("DOCUMENTOLOG_API_KEY", "sandbox-api-key"));
    let back_end = BackEnd {
        client: Client::new(base_url.clone(), api_key)?,
        // Yours is a file, or a PostgreSQL where several machines share it.
        webhooks: Webhooks::new(SqliteStore::open(&Database::InMemory)?),
        base_url,
        origin: variable("ORIGIN", &format!("http://localhost:{port}")),
    };
    let router = Router::new()
        .nest("/api/webhook", back_end.webhooks.router())
        .route("/api/token", post(token))
        .route("/api/signed", get(signed))
        .fallback_service(ServeDir::new(folder))
        .with_state(Arc::new(back_end));
    let listener = TcpListener::bind(("localhost", port)).await?;
    println!("ready http://localhost:{port}");
    axum::serve(listener, router).await?;
    Ok(())
}
