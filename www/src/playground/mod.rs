//! The playground: a page beside the shop where an integrator turns every knob of the
//! widget and of the document, breaks it on purpose, and sees what refuses it.
//!
//! It belongs to the demo, where the service is a sandbox: it lets whoever opens it ask for
//! tokens as they like and make the service go wrong. [`crate::start`] does not serve it;
//! [`crate::start_with_playground`] does.

mod control;
mod documents;
mod inbox;
mod page;
mod source;

use axum::{
    Extension, Json, Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use documentolog_protocol::BaseUrl;
use documentolog_server::ClientError;
use serde::Deserialize;
use serde_json::{Value, json};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::state::Backend;

use control::{Control, ControlError};

/// Every address of the playground, all under `/playground`.
///
/// # Errors
/// When no HTTP client can be made.
pub(crate) fn router(service: &BaseUrl) -> Result<Router<Backend>, ClientError> {
    let control = Control::new(service).map_err(ClientError::Build)?;
    let routes = Router::new()
        .route("/playground/api/config", get(config))
        .route("/playground/api/fault", post(set_fault))
        .merge(documents::router())
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
        .layer(Extension(control))
        .merge(source::router())
        .merge(page::router(service));
    Ok(routes)
}

/// What the page must know before it can do anything.
async fn config(State(backend): State<Backend>) -> Json<Value> {
    Json(json!({
        "baseUrl": backend.base_url.origin(),
        "strangerUrl": page::stranger_url(&backend.base_url),
        "refusals": source::refusals(),
        "errors": source::errors(),
    }))
}

/// What is to be wrong with the service's pages from now on; nothing, if it is null.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultChange {
    fault: Option<String>,
}

async fn set_fault(
    Extension(control): Extension<Control>,
    Json(change): Json<FaultChange>,
) -> Result<StatusCode, ControlError> {
    control.set_fault(change.fault.as_deref()).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl IntoResponse for ControlError {
    fn into_response(self) -> Response {
        let status = match self {
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unreachable(_) => StatusCode::BAD_GATEWAY,
        };
        (status, Json(json!({"error": self.to_string()}))).into_response()
    }
}
