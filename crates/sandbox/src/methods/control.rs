//! The control API's part about signing: what NCALayer does, and signatures without steps.

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    middleware,
};
use documentolog_protocol::SignatureMethod;
use serde::{Deserialize, Serialize};

use crate::{
    control::Body,
    guard,
    ncalayer::NcaLayerBehaviour,
    refusal::Refusal,
    routes::Routes,
    signing_page::{Authorized, authorize},
    state::Service,
};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/sandbox/control/ncalayer", show)
        .put("/sandbox/control/ncalayer", set)
        .post("/sandbox/control/sign", sign)
        .map(|router| router.layer(middleware::from_fn(guard::programs)))
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Behaviour {
    behaviour: NcaLayerBehaviour,
}

/// `GET /sandbox/control/ncalayer`
async fn show(State(service): State<Service>) -> Json<Behaviour> {
    Json(Behaviour {
        behaviour: service.ncalayer.behaviour(),
    })
}

/// `PUT /sandbox/control/ncalayer`: what NCALayer, or its user, does from now on.
async fn set(
    State(service): State<Service>,
    Body(Behaviour { behaviour }): Body<Behaviour>,
) -> StatusCode {
    service.set_ncalayer(behaviour);
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignBody {
    method: SignatureMethod,
}

/// `POST /sandbox/control/sign`: signs in a method's way without its steps, as if whoever
/// holds the access token had taken them.
async fn sign(
    State(service): State<Service>,
    headers: HeaderMap,
    Body(SignBody { method }): Body<SignBody>,
) -> Result<StatusCode, Refusal> {
    let Authorized { access, .. } = authorize(&service, &headers)?;
    super::sign(&service, access, method)?;
    Ok(StatusCode::NO_CONTENT)
}
