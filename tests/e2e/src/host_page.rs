//! A bare page that embeds the widget, and a stranger's page that lies.

use std::net::SocketAddr;

use anyhow::Result;
use axum::{Router, response::Html, routing::get};
use tokio::{net::TcpListener, task::JoinHandle};
use tower_http::services::ServeDir;

use crate::parties::package_dir;

/// Two pages of one server, on two origins: whoever embeds the widget, at
/// `localhost`; and a stranger, at `127.0.0.1`.
#[derive(Debug)]
pub struct HostPage {
    address: SocketAddr,
    server: JoinHandle<()>,
}

impl HostPage {
    /// Starts the server on a free port.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub async fn start() -> Result<Self> {
        let router = Router::new()
            .route("/host", get(|| async { Html(HOST) }))
            .route("/stranger", get(|| async { Html(STRANGER) }))
            .nest_service("/embed", ServeDir::new(package_dir()?));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let address = listener.local_addr()?;
        let server = tokio::spawn(async move {
            // It serves until it is aborted; a failing server fails the tests.
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { address, server })
    }

    /// Where the widget is embedded.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://localhost:{}/host", self.address.port())
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

/// Opens sessions on demand, and keeps what each tells.
const HOST: &str = r##"<!doctype html>
<html lang="en">
<title>Host</title>
<div id="first"></div>
<div id="second"></div>
<script type="module">
  import { mount, sign } from '/embed/index.js';
  window.open_session = (name, place, options) => {
    const kept = { events: [], diagnostics: [], outcome: null };
    const session = (place ? mount : sign)(...(place ? [place] : []), {
      ...options,
      onEvent: (event) => kept.events.push(event),
      onDiagnostic: (diagnostic) => kept.diagnostics.push(diagnostic),
    });
    session.outcome.then(
      (outcome) => (kept.outcome = outcome),
      (error) => (kept.outcome = { code: error.code, name: error.name, isError: error instanceof Error }),
    );
    kept.session = session;
    window[name] = kept;
  };
  window.embed = { mount, sign };
  window.is_loaded = true;
</script>
"##;

/// Posts the guide's message for a signature to its parent, on demand and at once.
const STRANGER: &str = r"<!doctype html>
<title>Stranger</title>
<body data-state>
<script>
  const signed = { isDocumentolog: true, type: 'sign', success: true, signType: 'eds' };
  parent.postMessage(signed, '*');
  addEventListener('message', () => parent.postMessage(signed, '*'));
  document.body.dataset.state = 'posted';
</script>
";
