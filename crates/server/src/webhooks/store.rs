//! Where webhooks are kept.

use std::{error::Error, future::Future};

use documentolog_protocol::WebhookEvent;

use super::WebhookSecretHash;

/// A store of webhooks and of the secrets by which they are known. What it has said `Ok` to
/// survives the process.
pub trait WebhookStore: Send + Sync + 'static {
    /// Keeps a secret's hash, with what the back end calls the document, until a time in
    /// seconds since 1970; and forgets the secrets whose time is over at `now`.
    fn add_secret(
        &self,
        hash: WebhookSecretHash,
        reference: &str,
        until: u64,
        now: u64,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// The reference that was kept with a hash, unless its time was over at `now`.
    fn reference_of(
        &self,
        hash: WebhookSecretHash,
        now: u64,
    ) -> impl Future<Output = Result<Option<String>, StoreError>> + Send;

    /// Records a webhook, and says whether it is new. Whoever records the same again, at
    /// whatever time and from whatever process, changes nothing: it is known by the digest of
    /// its [`CanonicalWebhook`](crate::sans_io::CanonicalWebhook).
    fn record(
        &self,
        reference: &str,
        event: &WebhookEvent,
    ) -> impl Future<Output = Result<bool, StoreError>> + Send;

    /// The webhooks of a document, in the order in which they were recorded.
    fn webhooks_of(
        &self,
        reference: &str,
    ) -> impl Future<Output = Result<Vec<StoredWebhook>, StoreError>> + Send;
}

/// A webhook as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredWebhook {
    /// What the back end calls the document.
    pub reference: String,
    /// What has happened. It names people: keep it from pages and logs.
    pub event: WebhookEvent,
    /// When it came, in milliseconds since 1970.
    pub received_at: u64,
}

/// That a store failed.
#[derive(Debug, thiserror::Error)]
#[error("the store of webhooks failed")]
pub struct StoreError(#[source] Box<dyn Error + Send + Sync>);

impl StoreError {
    /// With the store's own error as its source. `Debug` prints that, and so do the receiver's
    /// log lines: it must not repeat what the store was given.
    pub fn new(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(error.into())
    }
}

/// A webhook as a database has kept it: databases' integers are signed.
#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub(super) fn read_row(
    reference: String,
    body: &str,
    received_at: i64,
) -> Result<StoredWebhook, StoreError> {
    Ok(StoredWebhook {
        reference,
        event: WebhookEvent::parse(body.as_bytes()).map_err(StoreError::new)?,
        received_at: received_at.unsigned_abs(),
    })
}

/// A time in seconds since 1970, as a database takes it.
#[cfg(any(feature = "sqlite", feature = "postgres"))]
pub(super) fn signed_seconds(time: u64) -> i64 {
    i64::try_from(time).unwrap_or(i64::MAX)
}
