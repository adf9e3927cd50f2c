//! The documents and where they stand.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use serde_json::{Value, json};

use super::sent;
use crate::{
    document::{Document, Turn},
    refusal::Refusal,
    state::Service,
};

/// `GET /sandbox/control/documents`: all, oldest first.
pub(super) async fn list(State(service): State<Service>) -> Json<Value> {
    let documents = service.map_documents(described);
    Json(json!({ "documents": documents }))
}

/// `GET /sandbox/control/documents/{doc_id}`: one, with its deliveries.
pub(super) async fn show(
    State(service): State<Service>,
    Path(doc_id): Path<String>,
) -> Result<Json<Value>, Refusal> {
    let mut document = service
        .with_document(&doc_id, described)
        .ok_or_else(not_found)?;
    document["deliveries"] = sent::of_document(&service, &doc_id);
    Ok(Json(document))
}

pub(super) fn not_found() -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "document",
        "there is no document of this `doc_id`",
    )
}

fn described(document: &Document) -> Value {
    let turn = document.turn();
    let parties: Vec<_> = document
        .parties
        .iter()
        .enumerate()
        .map(|(place, party)| {
            let status = match &party.signature {
                Some(_) => "signed",
                None if turn == Turn::Party(place) => "to-sign",
                None => "waiting",
            };
            json!({
                "name": party.name,
                "recipient": party.identifier,
                "methods": party.methods,
                "status": status,
                "method": party.signature.as_ref().map(|signature| &signature.method),
                "signed_at": party.signature.as_ref().map(|signature| signature.signed_at),
            })
        })
        .collect();
    let attachments: Vec<_> = document
        .attachments
        .iter()
        .map(|file| {
            json!({"name": file.name, "content_type": file.content_type, "size": file.bytes.len()})
        })
        .collect();
    json!({
        "doc_id": document.doc_id,
        "status": document.status(),
        "attachments": attachments,
        "parties": parties,
    })
}
