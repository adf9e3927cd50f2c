//! What becomes of documents.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use serde_json::{Value, json};

use super::body::Body;
use crate::{fate::Script, refusal::Refusal, state::Service};

/// `GET /sandbox/control/fates`: of the documents that come next.
pub(super) async fn list(State(service): State<Service>) -> Json<Value> {
    let scripts: Vec<_> = service.next_scripts().iter().cloned().collect();
    Json(json!({ "fates": scripts }))
}

/// `POST /sandbox/control/fates`: of the next document that has none yet.
pub(super) async fn add(
    State(service): State<Service>,
    Body(body): Body<Value>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let script = read(&service, body)?;
    service.change_next_scripts(|scripts| scripts.push_back(script));
    Ok((StatusCode::CREATED, list(State(service)).await))
}

/// `DELETE /sandbox/control/fates`
pub(super) async fn clear(State(service): State<Service>) -> StatusCode {
    service.change_next_scripts(std::collections::VecDeque::clear);
    StatusCode::NO_CONTENT
}

/// `PUT /sandbox/control/documents/{doc_id}/fate`
pub(super) async fn set(
    State(service): State<Service>,
    Path(doc_id): Path<String>,
    Body(body): Body<Value>,
) -> Result<StatusCode, Refusal> {
    let script = read(&service, body)?;
    write(&service, &doc_id, Some(script))
}

/// `DELETE /sandbox/control/documents/{doc_id}/fate`
pub(super) async fn remove(
    State(service): State<Service>,
    Path(doc_id): Path<String>,
) -> Result<StatusCode, Refusal> {
    write(&service, &doc_id, None)
}

fn write(service: &Service, doc_id: &str, script: Option<Script>) -> Result<StatusCode, Refusal> {
    service
        .with_document(doc_id, |document| document.id)
        .filter(|id| service.set_script(*id, script))
        .map(|_| StatusCode::NO_CONTENT)
        .ok_or_else(Refusal::no_document)
}

fn read(service: &Service, body: Value) -> Result<Script, Refusal> {
    Script::read(body, &service.origin)
        .map_err(|problem| Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "fate", problem))
}
