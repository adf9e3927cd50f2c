//! The demo: a small bicycle shop whose customers sign their instalment contract
//! in the page.
//!
//! Its back end does what any back end does that embeds Documentolog: it holds the
//! api-key, asks for a token per signature, receives webhooks into a database, and
//! tells the page when a signature is confirmed. The customer is the document's
//! *sender* in the guide's terms: whoever holds the token signs first.
//!
//! What the database holds: orders, hashes of webhook secrets, and each webhook as
//! it came. The last has the signer's name and IIN, so a real shop would keep it
//! as it keeps its contracts; no address of this shop gives it out.
//!
//! It is a demonstration: it has no login, so whoever reaches it makes orders and asks for
//! tokens, which cost money where the service is the real one. How many is bounded, and pages
//! of other sites are refused; that does not make it a shop for the open internet.

mod api;
mod limits;
mod order_state;
mod page;
mod playground;
mod state;
mod store;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use axum::middleware::from_fn_with_state;
use documentolog_protocol::{ApiKey, BaseUrl, PersonalText};
use documentolog_server::{Client, ClientError};
pub use documentolog_server::{Database, StoreError};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle, time::timeout};

pub use order_state::OrderState;
pub use store::OrderWebhook;

use state::{Backend, stopped};

/// How long requests that are being answered are waited for when the shop stops.
const LAST_ANSWERS: Duration = Duration::from_secs(3);

/// The customer where nobody says another: the guide's placeholder.
pub const PLACEHOLDER_IIN: &str = "000000000000";

/// How the shop runs.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where it listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Where the outside world reaches it, for links to contracts and webhooks;
    /// `http://localhost:PORT` if not given.
    pub public_origin: Option<String>,
    /// The signing service.
    pub base_url: BaseUrl,
    /// The key for the signing service.
    pub api_key: ApiKey,
    /// The IIN of the customer, who signs. The demo knows one.
    pub customer: PersonalText,
    /// Where orders and webhooks are kept.
    pub database: Database,
    /// The built npm package, served under `/embed/`.
    pub package_dir: PathBuf,
}

/// Why the shop does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: choose another port")]
    Listen(SocketAddr, #[source] std::io::Error),
    /// The database cannot be opened.
    #[error("the database cannot be opened")]
    Store(#[from] StoreError),
    /// The token client cannot be made.
    #[error(transparent)]
    Client(#[from] ClientError),
}

/// A running shop. Dropping it stops it.
#[derive(Debug)]
pub struct Shop {
    origin: String,
    backend: Backend,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
}

/// Starts the shop and returns when it listens.
///
/// # Errors
/// When it cannot listen or open its database.
pub async fn start(config: Config) -> Result<Shop, StartError> {
    start_with(config, false).await
}

/// Starts the shop with the playground beside it, for a service that is a sandbox: whoever
/// opens `/playground` asks for tokens as they like, and makes the service go wrong.
///
/// # Errors
/// When it cannot listen or open its database.
pub async fn start_with_playground(config: Config) -> Result<Shop, StartError> {
    start_with(config, true).await
}

async fn start_with(config: Config, has_playground: bool) -> Result<Shop, StartError> {
    let refused = |error| StartError::Listen(config.listen, error);
    let listener = TcpListener::bind(config.listen).await.map_err(refused)?;
    let port = listener.local_addr().map_err(refused)?.port();
    let origin = config.public_origin.as_deref().map_or_else(
        || format!("http://localhost:{port}"),
        // As browsers write an origin, which it is compared with.
        |origin| origin.trim_end_matches('/').to_owned(),
    );
    let client = Client::new(config.base_url.clone(), config.api_key.clone())?;
    let (stop, stopping) = watch::channel(false);
    let backend = Backend::new(
        &config,
        client,
        origin.clone(),
        stopping.clone(),
        has_playground,
    )
    .await?;
    let mut routes = api::router();
    if has_playground {
        routes = routes.merge(playground::router(&config.base_url)?);
    }
    let guard = from_fn_with_state(backend.clone(), limits::refuse_other_origins);
    // Webhooks come from the service, which their secrets speak for.
    let routes = routes
        .layer(guard)
        .nest("/webhooks", backend.webhooks.router());
    let router = page::router(&config, routes).with_state(backend.clone());
    let server = tokio::spawn(async move {
        let served = axum::serve(listener, router).with_graceful_shutdown(stopped(stopping));
        if let Err(error) = served.await {
            tracing::error!(%error, "the shop's server ended");
        }
    });
    tracing::info!(%origin, "the shop listens");
    Ok(Shop {
        origin,
        backend,
        stop,
        server,
    })
}

impl Shop {
    /// Where it is, such as `http://localhost:4000`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Every webhook recorded, in order.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn webhooks(&self) -> Result<Vec<OrderWebhook>, StoreError> {
        let webhooks = self.backend.orders.store().webhooks().await?;
        Ok(webhooks.into_iter().map(Into::into).collect())
    }

    /// Stops it: no new requests, and those on their way are answered first.
    pub async fn shutdown(mut self) {
        self.stop.send_replace(true);
        if timeout(LAST_ANSWERS, &mut self.server).await.is_err() {
            self.server.abort();
        }
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}
