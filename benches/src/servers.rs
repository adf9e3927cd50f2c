//! Who serves the page that everything is measured on, and who its frames.

use std::{
    path::Path,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};
use axum::{
    Json, Router,
    extract::Query,
    http::{HeaderName, HeaderValue, header},
    response::Html,
    routing::get,
    serve::ListenerExt,
};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use tower_http::{services::ServeDir, set_header::SetResponseHeaderLayer};

/// A token of the form and size that the service's own have; it expires in 2100.
pub(crate) const TOKEN: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.\
eyJleHAiOjQxMDI0NDQ4MDAsInNjb3BlIjoiY3JlYXRlIHNpZ24gdmlldyIsInN1YiI6ImRvY3VtZW50In0.\
c2lnbmF0dXJlLW9mLXRoaXJ0eS10d28tYnl0ZXMtISE";

/// How long a frame may take to be asked for.
const PATIENCE: Duration = Duration::from_secs(20);

/// Milliseconds since 1970.
fn now() -> f64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0.0, |time| time.as_secs_f64() * 1_000.0)
}

/// The page's own server, at `localhost`. Nothing that it gives is kept by browsers,
/// and every nonce is an address of its own: each load is a first one.
#[derive(Debug)]
pub(crate) struct PageServer {
    port: u16,
    server: JoinHandle<()>,
    loads: u32,
}

#[derive(Debug, Deserialize)]
struct Wait {
    wait: u64,
}

impl PageServer {
    /// Serves a bundle.
    pub(crate) async fn start(bundle: &Path) -> Result<Self> {
        let router = Router::new()
            .route("/clock", get(|| async { now().to_string() }))
            .route("/token", get(token))
            .route(
                "/watch.js",
                get(|| async {
                    let kind = [(header::CONTENT_TYPE, "text/javascript")];
                    (kind, documentolog_e2e::WATCH)
                }),
            )
            .nest_service("/load/{nonce}", ServeDir::new(bundle))
            .merge(isolated(
                Router::new().nest_service("/isolated/{nonce}", ServeDir::new(bundle)),
            ))
            .layer(SetResponseHeaderLayer::overriding(
                header::CACHE_CONTROL,
                HeaderValue::from_static("no-store"),
            ));
        let listener = listen().await?;
        let port = listener.local_addr()?.port();
        Ok(Self {
            port,
            server: serve(listener, router),
            loads: 0,
        })
    }

    /// Where the page has never been loaded from. Isolated from other origins, it has a
    /// finer clock.
    pub(crate) fn next_page(&mut self, is_isolated: bool) -> String {
        self.loads += 1;
        let folder = if is_isolated { "isolated" } else { "load" };
        format!(
            "http://localhost:{}/{folder}/{}/page.html",
            self.port, self.loads
        )
    }
}

impl Drop for PageServer {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The back end, which takes its time with the token.
async fn token(Query(Wait { wait }): Query<Wait>) -> Json<Value> {
    tokio::time::sleep(Duration::from_millis(wait)).await;
    Json(json!({"status": 1, "data": {"access_token": TOKEN, "token_type": "Bearer"}}))
}

/// What stands for the service, at `127.0.0.1`: an origin that no browser has a
/// connection to yet.
#[derive(Debug)]
pub(crate) struct Service {
    origin: String,
    arrivals: watch::Receiver<Arrivals>,
    server: JoinHandle<()>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Arrivals {
    connection: Option<f64>,
    navigation: Option<f64>,
}

impl Service {
    pub(crate) async fn start() -> Result<Self> {
        let (sender, arrivals) = watch::channel(Arrivals::default());
        let connected = sender.clone();
        let signing_page = move || {
            let time = now();
            sender.send_modify(|arrivals| {
                arrivals.navigation.get_or_insert(time);
            });
            async { Html(include_str!("../pages/frame.html")) }
        };
        let router = Router::new()
            .route("/external/sign/embedded", get(signing_page))
            .route(
                "/frame",
                get(|| async { Html(include_str!("../pages/frame.html")) }),
            );
        let router = isolated(router);
        let listener = listen().await?;
        let origin = format!("http://127.0.0.1:{}", listener.local_addr()?.port());
        let listener = listener.tap_io(move |_| {
            let time = now();
            connected.send_modify(|arrivals| {
                arrivals.connection.get_or_insert(time);
            });
        });
        Ok(Self {
            origin,
            arrivals,
            server: serve(listener, router),
        })
    }

    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// When the signing page was first asked for, in milliseconds since 1970.
    pub(crate) async fn navigation(&mut self) -> Result<f64> {
        self.arrival(|arrivals| arrivals.navigation)
            .await
            .context("no frame has asked for the signing page")
    }

    /// When the first connection came, in milliseconds since 1970.
    pub(crate) async fn connection(&mut self) -> Result<f64> {
        self.arrival(|arrivals| arrivals.connection)
            .await
            .context("nobody has connected to the service")
    }

    async fn arrival(&mut self, which: impl Fn(&Arrivals) -> Option<f64>) -> Result<f64> {
        let come = self.arrivals.wait_for(|arrivals| which(arrivals).is_some());
        let arrivals = *tokio::time::timeout(PATIENCE, come).await??;
        which(&arrivals).context("it has come")
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// What isolated pages answer with, and what they frame (HTML, cross-origin isolation).
fn isolated(router: Router) -> Router {
    let headers = [
        ("cross-origin-embedder-policy", "require-corp"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "cross-origin"),
    ];
    headers.into_iter().fold(router, |router, (name, value)| {
        router.layer(SetResponseHeaderLayer::overriding(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        ))
    })
}

async fn listen() -> Result<TcpListener> {
    Ok(TcpListener::bind(("127.0.0.1", 0)).await?)
}

fn serve<L>(listener: L, router: Router) -> JoinHandle<()>
where
    L: axum::serve::Listener,
    L::Addr: std::fmt::Debug,
{
    tokio::spawn(async move {
        // It serves until it is aborted; one that fails fails the measurement.
        let _ = axum::serve(listener, router).await;
    })
}
