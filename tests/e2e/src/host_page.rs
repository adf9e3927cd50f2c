//! A bare page that embeds the widget, under the policies that pages have, and a
//! stranger's page that lies.

use std::net::SocketAddr;

use anyhow::Result;
use axum::{
    Router,
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::Html,
    routing::get,
};
use tokio::{net::TcpListener, task::JoinHandle};
use tower_http::services::ServeDir;

use crate::parties::package_dir;

/// The pages of one server, on two origins: whoever embeds the widget, at
/// `localhost`; and a stranger, at `127.0.0.1`.
#[derive(Debug)]
pub struct HostPage {
    address: SocketAddr,
    server: JoinHandle<()>,
}

/// Under which policies the host page is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// None.
    None,
    /// The strictest Content-Security-Policy under which everything works.
    Strict,
    /// The same, without `'wasm-unsafe-eval'`.
    NoWasm,
    /// A Content-Security-Policy that does not list the service in `frame-src`.
    NoFrame,
    /// `Cross-Origin-Embedder-Policy: require-corp`.
    EmbedderPolicy,
    /// The same, with `Cross-Origin-Opener-Policy`: cross-origin isolated.
    Isolated,
    /// A `Permissions-Policy` that keeps the local network from everybody.
    NoLocalNetwork,
    /// A `Permissions-Policy` that keeps the local network to the page itself.
    OwnLocalNetwork,
}

impl Policy {
    const ALL: [Self; 8] = [
        Self::None,
        Self::Strict,
        Self::NoWasm,
        Self::NoFrame,
        Self::EmbedderPolicy,
        Self::Isolated,
        Self::NoLocalNetwork,
        Self::OwnLocalNetwork,
    ];

    fn path(self) -> String {
        format!("/host/{self:?}")
    }

    fn headers(self, service: &str) -> Vec<(HeaderName, String)> {
        let csp = |scripts: &str, frames: &str| {
            let policy = format!(
                "default-src 'none'; script-src 'self'{scripts}; style-src 'self'; frame-src {frames}; \
                 connect-src 'self'; require-trusted-types-for 'script'"
            );
            vec![(header::CONTENT_SECURITY_POLICY, policy)]
        };
        let permissions = |allowed: &str| {
            let policy = format!("loopback-network={allowed}, local-network-access={allowed}");
            vec![(HeaderName::from_static("permissions-policy"), policy)]
        };
        let embedder = (
            HeaderName::from_static("cross-origin-embedder-policy"),
            "require-corp".to_owned(),
        );
        match self {
            Self::None => vec![],
            Self::Strict => csp(" 'wasm-unsafe-eval'", service),
            Self::NoWasm => csp("", service),
            Self::NoFrame => csp(" 'wasm-unsafe-eval'", "https://other.kz"),
            Self::EmbedderPolicy => vec![embedder],
            Self::Isolated => vec![
                embedder,
                (
                    HeaderName::from_static("cross-origin-opener-policy"),
                    "same-origin".to_owned(),
                ),
            ],
            Self::NoLocalNetwork => permissions("()"),
            Self::OwnLocalNetwork => permissions("(self)"),
        }
    }
}

impl HostPage {
    /// Starts the server on a free port. `service` is the origin that is framed.
    ///
    /// # Errors
    /// When the port cannot be had, or the environment names no package.
    pub async fn start(service: &str) -> Result<Self> {
        let mut router = Router::new()
            .route(
                "/host.js",
                asset("text/javascript", include_str!("../pages/host.js")),
            )
            .route(
                "/host.css",
                asset("text/css", include_str!("../pages/host.css")),
            )
            .route(
                "/elsewhere",
                get(|| async { Html("<!doctype html><title>Elsewhere</title>") }),
            )
            .route(
                "/stranger",
                get(|| async { Html(include_str!("../pages/stranger.html")) }),
            )
            .nest_service("/embed", ServeDir::new(package_dir()?));
        for policy in Policy::ALL {
            let headers = policy
                .headers(service)
                .into_iter()
                .map(|(name, value)| Ok((name, HeaderValue::from_str(&value)?)))
                .collect::<Result<HeaderMap>>()?;
            router = router.route(
                &policy.path(),
                get(|| async { (headers, Html(include_str!("../pages/host.html"))) }),
            );
        }
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let server = tokio::spawn(async move {
            // It serves until it is aborted; a failing server fails the tests.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { address, server })
    }

    /// Where the server listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where the widget is embedded.
    #[must_use]
    pub fn url(&self, policy: Policy) -> String {
        format!("http://localhost:{}{}", self.address.port(), policy.path())
    }

    /// Another page of the same origin.
    #[must_use]
    pub fn elsewhere_url(&self) -> String {
        format!("http://localhost:{}/elsewhere", self.address.port())
    }

    /// Where the stranger is.
    #[must_use]
    pub fn stranger_url(&self) -> String {
        format!("http://127.0.0.1:{}/stranger", self.address.port())
    }
}

impl Drop for HostPage {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn asset(content_type: &'static str, text: &'static str) -> axum::routing::MethodRouter {
    get(move || async move { ([(header::CONTENT_TYPE, content_type)], text) })
}
