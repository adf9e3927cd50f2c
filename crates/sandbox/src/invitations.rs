//! A recipient's own link: what a message holds, and what it opens.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};

use crate::{constant_time::is_equal, document::Document, pages, state::Service, texts::Language};

/// `GET /external/sign/link/{capability}`: leads to the signing page with a fresh token,
/// for as long as the link is active.
pub(crate) async fn open(
    State(service): State<Service>,
    Path(capability): Path<String>,
    language: Language,
) -> Response {
    let texts = language.texts();
    let now = service.clock.unix_seconds();
    let number_of = |document: &Document| {
        document
            .people()
            .position(|person| is_equal(&person.link_capability, &capability))
    };
    let found = service.find(
        |document| number_of(document).is_some(),
        |document| {
            let number = number_of(document)?;
            let expires_at = document.person(number)?.link_expires_at()?;
            Some((document.id, number, expires_at))
        },
    );
    let Some((document, number, expires_at)) = found.flatten() else {
        return pages::problem(StatusCode::NOT_FOUND, language, texts.not_found);
    };
    if expires_at <= now {
        return pages::problem(StatusCode::GONE, language, texts.link_expired);
    }
    let Some(token) = service.access.token(document, number) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = format!(
        "/external/sign/embedded?sParams={}&lang={}",
        token.expose(),
        language.tag()
    );
    (
        [
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
        ],
        Redirect::to(&page),
    )
        .into_response()
}
