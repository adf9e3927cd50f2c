//! The page itself, and the policies under which it runs.

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

use crate::{Config, state::Backend};

const HTML: &str = "text/html; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// Every address of the shop: the page, the npm package, and what is merged in.
pub(crate) fn router(config: &Config, others: Router<Backend>) -> Router<Backend> {
    let service = config.base_url.origin();
    // What a bank would send. `'wasm-unsafe-eval'` lets WebAssembly compile, and
    // nothing else.
    let content = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         font-src 'self'; connect-src 'self'; frame-src {service}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'"
    );
    // Signing by EDS reaches NCALayer on the signer's computer, from the service's
    // origin inside the frame.
    let permissions =
        format!("loopback-network=(self \"{service}\"), local-network-access=(self \"{service}\")");
    others
        .route("/", get(|| asset(HTML, include_str!("../page/index.html"))))
        .route(
            "/page.css",
            get(|| asset("text/css; charset=utf-8", include_str!("../page/page.css"))),
        )
        .route(
            "/page.js",
            get(|| asset(JAVASCRIPT, include_str!("../page/page.js"))),
        )
        .route(
            "/texts.json",
            get(|| asset("application/json", include_str!("../page/texts.json"))),
        )
        .route(
            "/bicycle.svg",
            get(|| asset("image/svg+xml", include_str!("../page/bicycle.svg"))),
        )
        .nest_service("/embed", ServeDir::new(&config.package_dir))
        .layer(header_layer(header::CONTENT_SECURITY_POLICY, &content))
        .layer(header_layer(
            HeaderName::from_static("permissions-policy"),
            &permissions,
        ))
        .layer(header_layer(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header_layer(header::REFERRER_POLICY, "same-origin"))
}

fn header_layer(name: HeaderName, value: &str) -> SetResponseHeaderLayer<Option<HeaderValue>> {
    // A base URL is plain ASCII, so this is always a header's value.
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_str(value).ok())
}

async fn asset(content_type: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, content_type)], text).into_response()
}
