//! The documents and where they stand.

use axum::{
    Json,
    extract::{Path, State},
};
use serde_json::{Value, json};

use super::sent;
use crate::{document::Document, refusal::Refusal, state::Service};

/// `GET /sandbox/control/documents`: all, oldest first.
pub(super) async fn list(State(service): State<Service>) -> Json<Value> {
    let now = service.clock.unix_seconds();
    let documents = service.map_documents(|document| described(document, now));
    Json(json!({ "documents": documents }))
}

/// `GET /sandbox/control/documents/{doc_id}`: one, with its deliveries.
pub(super) async fn show(
    State(service): State<Service>,
    Path(doc_id): Path<String>,
) -> Result<Json<Value>, Refusal> {
    let now = service.clock.unix_seconds();
    let mut document = service
        .with_document(&doc_id, |document| described(document, now))
        .ok_or_else(Refusal::no_document)?;
    document["deliveries"] = sent::of_document(&service, &doc_id);
    Ok(Json(document))
}

/// `POST /sandbox/control/documents/{doc_id}/reminder`: reminds the recipient whose turn
/// it is.
pub(super) async fn remind(
    State(service): State<Service>,
    Path(doc_id): Path<String>,
) -> Result<Json<Value>, Refusal> {
    let id = service
        .with_document(&doc_id, |document| document.id)
        .ok_or_else(Refusal::no_document)?;
    service.remind(id)?;
    show(State(service), Path(doc_id)).await
}

fn described(document: &Document, now: u64) -> Value {
    let parties: Vec<_> = document
        .people()
        .enumerate()
        .map(|(number, person)| {
            let signature = person.signature.as_ref();
            json!({
                "role": person.role,
                "name": person.name,
                "recipient": person.identifier,
                "methods": person.methods,
                "status": document.party_status(number, now),
                "link_expires_at": person.link_expires_at(),
                "method": signature.map(|signature| &signature.method),
                "signed_at": signature.map(|signature| signature.signed_at),
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
        "status": document.status(now),
        "attachments": attachments,
        "parties": parties,
    })
}
