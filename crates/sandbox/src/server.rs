//! The sandbox's addresses.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::header,
    response::{IntoResponse, Response},
};

use crate::{
    control, downloads, faults, inbox, invitations, pages, player, routes::Routes, sender_page,
    signing_page, state::Service, token_endpoint,
};

/// The largest request body taken, in bytes.
const LARGEST_BODY: usize = 256 * 1024;

const CSS: &str = "text/css; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

pub(crate) fn router(service: Service) -> Router {
    routes(&service)
        .router
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .with_state(service)
}

pub(crate) fn routes(service: &Service) -> Routes {
    Routes::new()
        .post("/json/external/oauth/token", token_endpoint::give_token)
        .get("/external/sign/embedded", signing_page::show)
        .post("/external/sign/embedded/sign", signing_page::sign)
        .post("/external/sign/embedded/reject", signing_page::reject)
        .post("/external/sign/embedded/close", signing_page::close)
        .post("/external/sign/embedded/fate", player::step)
        .get("/external/sign/link/{capability}", invitations::open)
        .get("/external/document/sent/{capability}", sender_page::show)
        .post(
            "/external/document/sent/{capability}/reminder",
            sender_page::remind,
        )
        .get(
            "/external/document/view-document/dcs_universal_type/{document}",
            downloads::view,
        )
        .get("/external/media/download/{file}", downloads::file)
        .get("/external/media/download-many", downloads::archive)
        .get(
            "/external/media/download-eds/dcs_universal_type/{document}/{file}",
            downloads::with_signatures,
        )
        .get(
            "/external/media/download-eds-ez/dcs_universal_type/{document}/{file}",
            downloads::with_signatures,
        )
        .get("/rct/sample.pdf", downloads::sample)
        .get("/assets/pages.css", || {
            asset(CSS, include_str!("../assets/pages.css"))
        })
        .get("/assets/signing.js", || {
            asset(JAVASCRIPT, include_str!("../assets/signing.js"))
        })
        .get("/assets/sent.js", || {
            asset(JAVASCRIPT, include_str!("../assets/sent.js"))
        })
        .get("/assets/faults.js", || {
            asset(JAVASCRIPT, include_str!("../assets/faults.js"))
        })
        .get("/assets/elsewhere.js", || {
            asset(JAVASCRIPT, include_str!("../assets/elsewhere.js"))
        })
        .get("/sandbox/elsewhere", faults::show_elsewhere)
        .merge(inbox::routes())
        .merge(control::routes(service))
        .get("/", pages::home)
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
