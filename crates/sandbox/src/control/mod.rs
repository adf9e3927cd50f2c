//! The control API, `/sandbox/control/…`: with it a test lets things go wrong, reads what
//! was sent and moves the clock. JSON, for programs on this computer ([`guard`]).

mod body;
mod clock;
mod documents;
mod fates;
mod fault;
mod sent;
mod webhooks;

pub(crate) use body::Body;

use axum::{extract::State, http::StatusCode, middleware};

use crate::{guard, routes::Routes, state::Service};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/sandbox/control/fault", fault::show)
        .put("/sandbox/control/fault", fault::set)
        .delete("/sandbox/control/fault", fault::clear)
        .get("/sandbox/control/documents", documents::list)
        .get("/sandbox/control/documents/{doc_id}", documents::show)
        .post(
            "/sandbox/control/documents/{doc_id}/reminder",
            documents::remind,
        )
        .put("/sandbox/control/documents/{doc_id}/fate", fates::set)
        .delete("/sandbox/control/documents/{doc_id}/fate", fates::remove)
        .get("/sandbox/control/fates", fates::list)
        .post("/sandbox/control/fates", fates::add)
        .delete("/sandbox/control/fates", fates::clear)
        .get("/sandbox/control/webhooks", webhooks::show)
        .put("/sandbox/control/webhooks", webhooks::set)
        .get("/sandbox/control/deliveries", sent::deliveries)
        .get("/sandbox/control/messages", sent::messages)
        .get("/sandbox/control/token-requests", sent::token_requests)
        .get("/sandbox/control/clock", clock::show)
        .post("/sandbox/control/clock", clock::change)
        .post("/sandbox/control/reset", reset)
        .map(|router| router.layer(middleware::from_fn(guard::programs)))
}

/// `POST /sandbox/control/reset`: as after the start, but for the keys of tokens.
async fn reset(State(service): State<Service>) -> StatusCode {
    service.reset();
    StatusCode::NO_CONTENT
}
