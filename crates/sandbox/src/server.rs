//! The sandbox's addresses.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::header,
    response::{IntoResponse, Response},
};

use crate::{
    control, downloads, faults, inbox, invitations, methods, pages, player, routes::Routes,
    sender_page, signing_page, state::Service, token_endpoint,
};

/// The largest request body taken, in bytes.
const LARGEST_BODY: usize = 256 * 1024;

const CSS: &str = "text/css; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// What there is at which address, for programs (OpenAPI 3.1).
const OPENAPI: &str = include_str!("../assets/openapi.json");

macro_rules! assets {
    ($($name:literal: $kind:ident),+ $(,)?) => {
        [$((
            concat!("/assets/", $name),
            $kind,
            include_str!(concat!("../assets/", $name)),
        )),+]
    };
}

/// The pages' files: where they are, what they are, and what is in them.
const ASSETS: [(&str, &str, &str); 10] = assets![
    "decision.js": JAVASCRIPT,
    "elsewhere.js": JAVASCRIPT,
    "faults.js": JAVASCRIPT,
    "languages.js": JAVASCRIPT,
    "ncalayer.js": JAVASCRIPT,
    "pages.css": CSS,
    "sent.js": JAVASCRIPT,
    "service.js": JAVASCRIPT,
    "signing.js": JAVASCRIPT,
    "steps.js": JAVASCRIPT,
];

pub(crate) fn router(service: Service) -> Router {
    routes()
        .router
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .with_state(service)
}

pub(crate) fn routes() -> Routes {
    let routes = Routes::new()
        .post("/json/external/oauth/token", token_endpoint::give_token)
        .get("/external/sign/embedded", signing_page::show)
        .post("/external/sign/embedded/sign", signing_page::sign)
        .post("/external/sign/embedded/reject", signing_page::reject)
        .post("/external/sign/embedded/close", signing_page::close)
        .post("/external/sign/embedded/fate", player::act)
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
            downloads::with_eds,
        )
        .get(
            "/external/media/download-eds-ez/dcs_universal_type/{document}/{file}",
            downloads::with_eds_ez,
        )
        .get("/rct/sample.pdf", downloads::sample)
        .get("/sandbox/ca.pem", downloads::ca)
        .get("/sandbox/openapi.json", || {
            asset("application/json", OPENAPI)
        })
        .get("/sandbox/elsewhere", faults::show_elsewhere)
        .merge(methods::routes())
        .merge(inbox::routes())
        .merge(control::routes())
        .get("/", pages::home);
    ASSETS
        .into_iter()
        .fold(routes, |routes, (path, content_type, text)| {
            routes.get(path, move || asset(content_type, text))
        })
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_openapi_document_has_every_route_and_no_other() {
        let document: serde_json::Value = serde_json::from_str(OPENAPI).unwrap();
        assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
        let mut described = BTreeSet::new();
        for (path, operations) in document["paths"].as_object().unwrap() {
            for method in operations.as_object().unwrap().keys() {
                described.insert(format!("{} {path}", method.to_uppercase()));
            }
        }
        let routed: BTreeSet<_> = routes()
            .listed
            .iter()
            .map(|(method, path)| format!("{method} {path}"))
            .collect();
        let missing: Vec<_> = routed.difference(&described).collect();
        assert!(
            missing.is_empty(),
            "describe them in assets/openapi.json: {missing:?}"
        );
        let gone: Vec<_> = described.difference(&routed).collect();
        assert!(
            gone.is_empty(),
            "assets/openapi.json describes what is not routed: {gone:?}"
        );
    }

    #[test]
    fn the_openapi_document_refers_to_what_it_has() {
        let document: serde_json::Value = serde_json::from_str(OPENAPI).unwrap();
        let references: BTreeSet<_> = OPENAPI
            .split("\"$ref\": \"#")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert!(references.len() > 10, "{references:?}");
        for reference in references {
            assert!(document.pointer(reference).is_some(), "{reference}");
        }
        for fault in crate::faults::names() {
            let names = &document["components"]["schemas"]["Fault"]["properties"]["name"]["enum"];
            assert!(
                names.as_array().unwrap().contains(&fault.as_str().into()),
                "{fault}"
            );
        }
    }
}
