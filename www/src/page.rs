//! The page itself, and the policies under which it runs.

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
    routing::get,
};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

use crate::{Config, state::Backend};

pub(crate) const HTML: &str = "text/html; charset=utf-8";
pub(crate) const CSS: &str = "text/css; charset=utf-8";
pub(crate) const JAVASCRIPT: &str = "text/javascript; charset=utf-8";
pub(crate) const JSON: &str = "application/json";
const SVG: &str = "image/svg+xml";

/// The page's files: where they are, what they are, and what is in them.
const ASSETS: [(&str, &str, &str); 12] = [
    ("/", HTML, include_str!("../page/index.html")),
    ("/page.css", CSS, include_str!("../page/page.css")),
    ("/page.js", JAVASCRIPT, include_str!("../page/page.js")),
    ("/ending.js", JAVASCRIPT, include_str!("../page/ending.js")),
    ("/focus.js", JAVASCRIPT, include_str!("../page/focus.js")),
    ("/orders.js", JAVASCRIPT, include_str!("../page/orders.js")),
    (
        "/storage.js",
        JAVASCRIPT,
        include_str!("../page/storage.js"),
    ),
    ("/view.js", JAVASCRIPT, include_str!("../page/view.js")),
    ("/texts.json", JSON, include_str!("../page/texts.json")),
    ("/bicycle.svg", SVG, include_str!("../page/bicycle.svg")),
    ("/icon.svg", SVG, include_str!("../page/icon.svg")),
    ("/ornament.svg", SVG, include_str!("../page/ornament.svg")),
];

/// Every address of the shop: the page, the npm package, and what is merged in.
pub(crate) fn router(config: &Config, others: Router<Backend>) -> Router<Backend> {
    let service = config.base_url.origin();
    let content = content_security_policy(service);
    // Signing by EDS reaches NCALayer on the signer's computer, from the service's
    // origin inside the frame.
    let permissions =
        format!("loopback-network=(self \"{service}\"), local-network-access=(self \"{service}\")");
    others
        .merge(assets(ASSETS))
        .nest_service("/embed", ServeDir::new(&config.package_dir))
        // A page may have one of its own.
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_str(&content).ok(),
        ))
        .layer(header_layer(
            HeaderName::from_static("permissions-policy"),
            &permissions,
        ))
        .layer(header_layer(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header_layer(header::REFERRER_POLICY, "same-origin"))
}

/// What a bank would send. `'wasm-unsafe-eval'` lets WebAssembly compile, and nothing else.
pub(crate) fn content_security_policy(frames: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         font-src 'self'; connect-src 'self'; frame-src {frames}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'"
    )
}

fn header_layer(name: HeaderName, value: &str) -> SetResponseHeaderLayer<Option<HeaderValue>> {
    // A base URL is plain ASCII, so this is always a header's value.
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_str(value).ok())
}

/// Serves files: where they are, what they are, and what is in them.
pub(crate) fn assets(
    files: impl IntoIterator<Item = (&'static str, &'static str, &'static str)>,
) -> Router<Backend> {
    let add = |router: Router<Backend>, (path, content_type, text)| {
        let answer = ([(header::CONTENT_TYPE, content_type)], text);
        router.route(path, get(async move || answer))
    };
    files.into_iter().fold(Router::new(), add)
}
