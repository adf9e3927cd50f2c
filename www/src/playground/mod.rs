//! The playground: a page beside the shop where an integrator turns every knob of the
//! widget and of the document, breaks it on purpose, and sees what refuses it.
//!
//! It belongs to the demo, where the service is a sandbox: it lets whoever opens it ask for
//! tokens as they like and make the service go wrong. [`crate::start`] does not serve it;
//! [`crate::start_with_playground`] does.

mod documents;
mod inbox;
mod page;
mod source;

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderValue, header},
    routing::get,
};
use documentolog_protocol::BaseUrl;
use serde_json::{Value, json};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::state::Backend;

/// Every address of the playground, all under `/playground`.
pub(crate) fn router(service: &BaseUrl) -> Router<Backend> {
    Router::new()
        .route("/playground/api/config", get(config))
        .merge(documents::router())
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
        .merge(source::router())
        .merge(page::router(service))
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
