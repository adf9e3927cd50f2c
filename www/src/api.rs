//! What the page asks of the back end.

use std::{convert::Infallible, time::Duration};

use axum::{
    Json, Router,
    extract::{Path, State},
    http::{HeaderValue, StatusCode, header},
    response::{
        IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
    routing::{get, post},
};
use documentolog_protocol::{SignatureMethod, TokenResponse};
use documentolog_server::{
    ClientError, IssueError, SigningRequest, StoreError, WebhookSecret, WebhookStore,
};
use futures_util::stream::{self, Stream, StreamExt};
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{
    limits::{ORDERS_PER_MINUTE, TOKENS_PER_ORDER},
    order_state::OrderState,
    state::{Backend, stopped},
    store::OrderWebhook,
};

pub(crate) const CONTRACT: &[u8] = include_bytes!("../page/contract.pdf");

pub(crate) fn router() -> Router<Backend> {
    Router::new()
        .route("/api/config", get(config))
        .route("/api/orders", post(new_order))
        .route("/api/orders/{id}", get(order))
        .route("/api/orders/{id}/events", get(order_events))
        .route("/api/orders/{id}/token", post(token))
        .route("/contracts/{key}/contract.pdf", get(contract))
        // Tokens, orders and contracts are nothing for caches.
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
}

/// Why a request is not answered as it wished. What it sent is not repeated.
#[derive(Debug)]
pub(crate) enum Failure {
    NotFound,
    /// A page of another site posts it.
    OtherOrigin,
    /// The last minute has had as many orders as it may have.
    TooManyOrders,
    /// The order has had as many tokens as it may have.
    TooManyTokens,
    /// The signing service gave no token.
    Service(ClientError),
    Internal,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        tracing::error!(?error, "the database failed");
        Self::Internal
    }
}

impl From<IssueError> for Failure {
    fn from(error: IssueError) -> Self {
        tracing::error!(?error, "there is no secret for an order's webhooks");
        Self::Internal
    }
}

impl From<getrandom::Error> for Failure {
    fn from(error: getrandom::Error) -> Self {
        tracing::error!(%error, "the system gives no random numbers");
        Self::Internal
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        // Where waiting helps (RFC 9110, 10.2.3).
        let wait = matches!(self, Self::TooManyOrders).then_some([(header::RETRY_AFTER, "60")]);
        let (status, message) = match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "not found".to_owned()),
            Self::OtherOrigin => (
                StatusCode::FORBIDDEN,
                "the shop answers its own pages".to_owned(),
            ),
            Self::TooManyOrders => (
                StatusCode::TOO_MANY_REQUESTS,
                "too many orders: try again in a minute".to_owned(),
            ),
            Self::TooManyTokens => (
                StatusCode::TOO_MANY_REQUESTS,
                "too many tries: make another order".to_owned(),
            ),
            Self::Service(error) => {
                tracing::warn!(%error, "no token");
                (
                    StatusCode::BAD_GATEWAY,
                    "the signing service gave no token: try again later".to_owned(),
                )
            }
            Self::Internal => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "the shop failed: try again later".to_owned(),
            ),
        };
        (status, wait, Json(json!({"error": message}))).into_response()
    }
}

async fn config(State(backend): State<Backend>) -> Json<Value> {
    Json(json!({
        "baseUrl": backend.base_url.origin(),
        "hasPlayground": backend.has_playground,
    }))
}

async fn new_order(State(backend): State<Backend>) -> Result<Response, Failure> {
    // Whoever knows an order's id may sign it, so it cannot be guessed.
    let (id, key) = (random()?, random()?);
    let made = backend
        .orders
        .add(id.clone(), key.clone(), ORDERS_PER_MINUTE);
    if !made.await? {
        return Err(Failure::TooManyOrders);
    }
    let order = json!({"id": id, "contract": format!("/contracts/{key}/contract.pdf")});
    Ok((StatusCode::CREATED, Json(order)).into_response())
}

async fn order(
    State(backend): State<Backend>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Failure> {
    backend
        .orders
        .contract_key(id.clone())
        .await?
        .ok_or(Failure::NotFound)?;
    Ok(Json(order_state(backend, id).await?))
}

/// What the page may know of an order: no name, no IIN.
async fn order_state(backend: Backend, id: String) -> Result<Value, StoreError> {
    let webhooks = backend.orders.store().webhooks_of(&id).await?;
    let webhooks: Vec<OrderWebhook> = webhooks.into_iter().map(Into::into).collect();
    Ok(json!({"state": OrderState::of(&webhooks), "webhooks": webhooks}))
}

/// The order's state now and whenever it changes, until the shop stops. Whoever
/// reconnects begins with the state, so nothing is missed.
async fn order_events(
    State(backend): State<Backend>,
    Path(id): Path<String>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Failure> {
    backend
        .orders
        .contract_key(id.clone())
        .await?
        .ok_or(Failure::NotFound)?;
    Ok(state_events(backend, id, order_state))
}

/// What `read` gives now and whenever a webhook of this reference comes, until the shop
/// stops.
pub(crate) fn state_events<Reading>(
    backend: Backend,
    reference: String,
    read: impl Fn(Backend, String) -> Reading + Send + 'static,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>>
where
    Reading: Future<Output = Result<Value, StoreError>> + Send + 'static,
{
    // Heard before the first state is read, so no change falls in between.
    let changes = backend.changes.subscribe();
    let stopping = backend.stopping.clone();
    let states = stream::unfold(
        (backend, reference, changes, true, read),
        |(backend, reference, mut changes, is_first, read)| async move {
            let mut is_due = is_first;
            while !is_due {
                is_due = match changes.recv().await {
                    Ok(changed) => changed == reference,
                    // Some were missed; this one may be among them.
                    Err(RecvError::Lagged(_)) => true,
                    Err(RecvError::Closed) => return None,
                };
            }
            let state = read(backend.clone(), reference.clone()).await.ok()?;
            let event = Event::default().json_data(state).ok()?;
            Some((Ok(event), (backend, reference, changes, false, read)))
        },
    )
    .take_until(stopped(stopping));
    Sse::new(states).keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
}

/// Asks the service for a token and hands its answer to the page. The api-key does
/// not leave.
async fn token(
    State(backend): State<Backend>,
    Path(id): Path<String>,
) -> Result<Response, Failure> {
    let key = backend
        .orders
        .contract_key(id.clone())
        .await?
        .ok_or(Failure::NotFound)?;
    let counted = backend.orders.count_token(id.clone(), TOKENS_PER_ORDER);
    if !counted.await? {
        return Err(Failure::TooManyTokens);
    }
    // Kept before it is sent: the first webhook may come before the answer.
    let secret = backend.webhooks.issue_secret(&id).await?;
    let origin = &backend.origin;
    let request = SigningRequest::new()
        .attachment(format!("{origin}/contracts/{key}/contract.pdf"))
        .webhook_url(format!("{origin}/webhooks/{}", secret.expose()))
        .sender(backend.customer.expose())
        .sender_methods(SignatureMethod::KNOWN);
    let response: TokenResponse = backend
        .client
        .request_token(request)
        .await
        .map_err(Failure::Service)?;
    Ok(Json(response).into_response())
}

async fn contract(
    State(backend): State<Backend>,
    Path(key): Path<String>,
) -> Result<Response, Failure> {
    if !backend.orders.has_contract(key).await? {
        return Err(Failure::NotFound);
    }
    Ok(([(header::CONTENT_TYPE, "application/pdf")], CONTRACT).into_response())
}

/// 256 random bits as text, as for a webhook's secret.
pub(crate) fn random() -> Result<String, getrandom::Error> {
    Ok(WebhookSecret::generate()?.expose().to_owned())
}
