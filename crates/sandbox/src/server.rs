//! The sandbox's addresses.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::header,
    response::{IntoResponse, Response},
    routing::{get, post},
};

use crate::{downloads, faults, pages, signing_page, state::Service, token_endpoint};

/// The largest request body taken, in bytes.
const LARGEST_BODY: usize = 256 * 1024;

pub(crate) fn router(service: Service) -> Router {
    Router::new()
        .route(
            "/json/external/oauth/token",
            post(token_endpoint::give_token),
        )
        .route("/external/sign/embedded", get(signing_page::show))
        .route("/external/sign/embedded/sign", post(signing_page::sign))
        .route("/external/sign/embedded/reject", post(signing_page::reject))
        .route("/external/sign/embedded/close", post(signing_page::close))
        .route(
            "/external/document/view-document/dcs_universal_type/{document}",
            get(downloads::view),
        )
        .route("/external/media/download/{file}", get(downloads::file))
        .route("/external/media/download-many", get(downloads::archive))
        .route(
            "/external/media/download-eds/dcs_universal_type/{document}/{file}",
            get(downloads::with_signatures),
        )
        .route(
            "/external/media/download-eds-ez/dcs_universal_type/{document}/{file}",
            get(downloads::with_signatures),
        )
        .route("/rct/sample.pdf", get(downloads::sample))
        .route(
            "/assets/pages.css",
            get(|| {
                asset(
                    "text/css; charset=utf-8",
                    include_str!("../assets/pages.css"),
                )
            }),
        )
        .route(
            "/assets/signing.js",
            get(|| {
                asset(
                    "text/javascript; charset=utf-8",
                    include_str!("../assets/signing.js"),
                )
            }),
        )
        .route(
            "/assets/faults.js",
            get(|| {
                asset(
                    "text/javascript; charset=utf-8",
                    include_str!("../assets/faults.js"),
                )
            }),
        )
        .route(
            "/assets/elsewhere.js",
            get(|| {
                asset(
                    "text/javascript; charset=utf-8",
                    include_str!("../assets/elsewhere.js"),
                )
            }),
        )
        .route("/sandbox/elsewhere", get(faults::show_elsewhere))
        .route("/", get(pages::home))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .with_state(service)
}

async fn asset(content_type: &'static str, text: &'static str) -> Response {
    (
        [
            (header::CONTENT_TYPE, content_type),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ],
        text,
    )
        .into_response()
}
