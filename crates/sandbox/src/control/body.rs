//! Bodies of the control API.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::StatusCode,
};
use serde::de::DeserializeOwned;

use crate::{refusal::Refusal, token_endpoint};

/// A JSON body. What is wrong with one is said as every refusal is.
#[derive(Debug)]
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        // Only a script of this origin, or a program, sends JSON without being asked back
        // (CORS): one more thing that a page of another origin cannot do.
        token_endpoint::check_content_type(request.headers())?;
        let bytes = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| {
                Refusal::new(
                    rejection.status(),
                    "body",
                    "the body cannot be read, or is too long",
                )
            })?;
        serde_json::from_slice(&bytes).map(Self).map_err(|error| {
            Refusal::new(
                StatusCode::BAD_REQUEST,
                "malformed",
                format!("the body is not what is expected: {error}"),
            )
        })
    }
}
