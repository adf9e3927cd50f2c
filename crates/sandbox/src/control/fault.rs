//! What goes wrong with every signing page.

use axum::{Json, extract::State, http::StatusCode};
use serde_json::{Value, json};

use super::body::Body;
use crate::{
    faults::{Fault, NamedFault},
    refusal::Refusal,
    state::Service,
};

/// `GET /sandbox/control/fault`
pub(super) async fn show(State(service): State<Service>) -> Json<Value> {
    let fault = service.fault().map(NamedFault::from);
    Json(json!({ "fault": fault }))
}

/// `PUT /sandbox/control/fault`
pub(super) async fn set(
    State(service): State<Service>,
    Body(named): Body<NamedFault>,
) -> Result<Json<Value>, Refusal> {
    let fault = Fault::try_from(named)
        .and_then(|fault| fault.check(&service.origin).map(|()| fault))
        .map_err(|problem| Refusal::new(StatusCode::UNPROCESSABLE_ENTITY, "fault", problem))?;
    service.set_fault(Some(fault));
    Ok(Json(json!({ "fault": NamedFault::from(fault) })))
}

/// `DELETE /sandbox/control/fault`
pub(super) async fn clear(State(service): State<Service>) -> StatusCode {
    service.set_fault(None);
    StatusCode::NO_CONTENT
}
