//! What bounds a shop that has no login: whoever reaches it is a customer.

use axum::{
    extract::{Request, State},
    http::{Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{api::Failure, state::Backend};

/// How many tokens an order gets: each makes a document at the service.
pub(crate) const TOKENS_PER_ORDER: u32 = 10;

/// How many orders are made in a minute.
pub(crate) const ORDERS_PER_MINUTE: u32 = 120;

/// Refuses what another site's page posts. Browsers say where a request comes from (Fetch,
/// `Origin`), programs do not.
pub(crate) async fn refuse_other_origins(
    State(backend): State<Backend>,
    request: Request,
    next: Next,
) -> Response {
    let is_own = request.headers().get(header::ORIGIN).is_none_or(|origin| {
        // Without a public origin the shop is on this computer, which has two names.
        let by_number = backend.origin.replace("//localhost:", "//127.0.0.1:");
        origin == backend.origin.as_str() || origin == by_number.as_str()
    });
    if request.method() == Method::POST && !is_own {
        return Failure::OtherOrigin.into_response();
    }
    next.run(request).await
}
