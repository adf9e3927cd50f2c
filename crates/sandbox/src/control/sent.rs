//! What was sent and received: webhooks, messages, token requests.

use axum::{
    Json,
    extract::{Query, State},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{state::Service, webhooks::Delivery};

#[derive(Deserialize)]
pub(super) struct DocumentQuery {
    /// Only those about this document.
    doc_id: Option<String>,
}

/// `GET /sandbox/control/deliveries`: every try to deliver a webhook, oldest first.
pub(super) async fn deliveries(
    State(service): State<Service>,
    Query(query): Query<DocumentQuery>,
) -> Json<Value> {
    let deliveries = match query.doc_id {
        Some(doc_id) => of_document(&service, &doc_id),
        None => service.webhooks.deliveries().iter().map(told).collect(),
    };
    Json(json!({ "deliveries": deliveries }))
}

pub(super) fn of_document(service: &Service, doc_id: &str) -> Value {
    service
        .webhooks
        .deliveries()
        .iter()
        .filter(|delivery| delivery.doc_id == doc_id)
        .map(told)
        .collect()
}

fn told(delivery: &Delivery) -> Value {
    let body: Value = serde_json::from_slice(&delivery.body.0).unwrap_or_default();
    json!({
        "event": delivery.event,
        "doc_id": delivery.doc_id,
        "body": body,
        "status": delivery.status,
        "tried_at": delivery.tried_at,
    })
}

/// `GET /sandbox/control/messages`: every mailbox with its messages.
pub(super) async fn messages(State(service): State<Service>) -> Json<Value> {
    Json(json!({ "mailboxes": service.mailboxes.all() }))
}

/// `GET /sandbox/control/token-requests`: oldest first, without the api-key.
pub(super) async fn token_requests(State(service): State<Service>) -> Json<Value> {
    Json(json!({ "token_requests": service.token_requests() }))
}
