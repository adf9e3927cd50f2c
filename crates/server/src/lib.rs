//! For back ends that embed Documentolog: [`Client`] turns the api-key into access
//! tokens and fetches what was signed; [`Webhooks`] takes the service's webhooks in.
//!
//! The api-key stays here. What goes to the browser is the token alone.
//!
//! ```no_run
//! use documentolog_protocol::{ApiKey, BaseUrl, SignatureMethod};
//! use documentolog_server::{Client, Database, SigningRequest, SqliteStore, Webhooks};
//!
//! # async fn token(api_key: String) -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(BaseUrl::default(), ApiKey::new(api_key))?;
//! let webhooks = Webhooks::new(SqliteStore::open(&Database::File("shop.sqlite".into()))?);
//! // Where they come in: axum::Router::new().nest("/api/webhook", webhooks.router())
//!
//! // For each document; issued before the request, since the first may come before the answer.
//! let secret = webhooks.issue_secret("order-42").await?;
//! let response = client
//!     .request_token(
//!         SigningRequest::new()
//!             .attachment("https://shop.example.kz/contracts/42.pdf")
//!             .webhook_url(format!("https://shop.example.kz/api/webhook/{}", secret.expose()))
//!             .sender("791028302728")
//!             .sender_methods([SignatureMethod::Eds, SignatureMethod::EgovQr]),
//!     )
//!     .await?;
//! // `response`, serialized, is what the page's `token` function gives to the widget.
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "client")]
mod client;
mod request;
pub mod sans_io;
mod webhooks;

#[cfg(feature = "client")]
pub use client::{Client, ClientError, DownloadError, Downloaded};
pub use request::{FORMATS, RequestError, RequestRefusal, SigningRequest, SmsPerson};
#[cfg(feature = "postgres")]
pub use webhooks::PostgresStore;
#[cfg(feature = "sqlite")]
pub use webhooks::{Database, SqliteStore};
pub use webhooks::{
    IssueError, LARGEST_WEBHOOK, LONGEST_REFERENCE, MemoryStore, Received, Refused,
    SECRET_LIFETIME, StoreError, StoredWebhook, WebhookSecret, WebhookSecretHash, WebhookStore,
    Webhooks,
};

/// The Rust of the guide, which is compiled as documentation is.
#[cfg(all(doctest, feature = "client"))]
#[doc = include_str!("../../../docs/guides/webhooks.md")]
mod guide {}
