//! The playground's files, and the policy under which they run.

use axum::{
    Router,
    http::{HeaderValue, header},
};
use documentolog_protocol::BaseUrl;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::{
    page::{CSS, HTML, JAVASCRIPT, JSON, assets, content_security_policy},
    state::Backend,
};

macro_rules! files {
    ($($name:literal: $kind:ident),+ $(,)?) => {
        [$((
            concat!("/playground/", $name),
            $kind,
            include_str!(concat!("../../page/playground/", $name)),
        )),+]
    };
}

const FILES: &[(&str, &str, &str)] = &files![
    "attacks.js": JAVASCRIPT,
    "backend.js": JAVASCRIPT,
    "code/back-end.js": JAVASCRIPT,
    "code/html.js": JAVASCRIPT,
    "code/index.js": JAVASCRIPT,
    "code/options.js": JAVASCRIPT,
    "code/react.js": JAVASCRIPT,
    "code/rust.js": JAVASCRIPT,
    "code/vue.js": JAVASCRIPT,
    "inbox.js": JAVASCRIPT,
    "knobs.js": JAVASCRIPT,
    "log.js": JAVASCRIPT,
    "looks.js": JAVASCRIPT,
    "playground.css": CSS,
    "playground.js": JAVASCRIPT,
    "session.js": JAVASCRIPT,
    "settings.js": JAVASCRIPT,
    "tabs.js": JAVASCRIPT,
    "texts.json": JSON,
];

/// The page and its files. It may frame the stranger, too, that one of its attacks comes
/// from.
pub(super) fn router(service: &BaseUrl) -> Router<Backend> {
    let page = (
        "/playground",
        HTML,
        include_str!("../../page/playground/index.html"),
    );
    let frames = format!("{} {}", service.origin(), stranger(service));
    let policy = HeaderValue::from_str(&content_security_policy(&frames)).ok();
    assets(FILES.iter().copied()).merge(assets([page]).layer(SetResponseHeaderLayer::overriding(
        header::CONTENT_SECURITY_POLICY,
        policy,
    )))
}

/// A page of another origin that posts the message of a signature: the sandbox has one,
/// under its other loopback name.
pub(super) fn stranger_url(service: &BaseUrl) -> String {
    format!("{}/sandbox/elsewhere", stranger(service))
}

fn stranger(service: &BaseUrl) -> String {
    let origin = service.origin();
    if origin.contains("//localhost") {
        origin.replacen("//localhost", "//127.0.0.1", 1)
    } else {
        origin.replacen("//127.0.0.1", "//localhost", 1)
    }
}
