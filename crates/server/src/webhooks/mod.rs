//! Webhooks (guide, part 4), taken in once and lost never.
//!
//! The service does not sign them. So each document gets an address of its own with a
//! secret in it ([`Webhooks::issue_secret`]), kept as a hash and for a time; a webhook is known
//! by the secret it comes to, and recorded before it is answered with 2xx. If the service tries
//! again until then, nothing is lost; the guide does not say that it does. Repeats and reordering
//! change nothing.
//!
//! How many webhooks an address takes is not bounded. With a bound, whoever else knows the
//! address could reach it, and the service's own webhooks would be refused.
//!
//! An event that the guide has not, or has otherwise, is recorded, too
//! ([`WebhookEvent::Unknown`]); of the latter the log is warned.
//!
//! What a webhook says comes from whoever knows its address. Before goods of great value are
//! handed over, download the signed file with
//! [`Client::download`](crate::Client::download), keep it, and verify it: its CMS signatures,
//! that what they sign is your attachment, and whose certificates they are. That it can be
//! downloaded proves only that the service has such a file: a forged webhook may link to a file
//! of another document.

mod memory;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "receiver")]
mod router;
mod secret;
#[cfg(feature = "sqlite")]
mod sqlite;
mod store;

use std::{
    fmt,
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use documentolog_protocol::{WebhookError, WebhookEvent};

pub use memory::MemoryStore;
#[cfg(feature = "postgres")]
pub use postgres::PostgresStore;
#[cfg(test)]
pub(crate) use secret::hexadecimal;
pub use secret::{WebhookSecret, WebhookSecretHash};
#[cfg(feature = "sqlite")]
pub use sqlite::{Database, SqliteStore};
pub use store::{StoreError, StoredWebhook, WebhookStore};

/// The largest webhook taken, in bytes.
pub const LARGEST_WEBHOOK: usize = 256 * 1024;

/// The longest reference taken, in bytes. PostgreSQL, for one, would refuse each webhook of a
/// longer one: a row of an index has some 2,700 bytes there (PostgreSQL, "B-Tree Indexes").
pub const LONGEST_REFERENCE: usize = 512;

/// How long a secret counts unless told otherwise: a year. It has to outlast the whole signing
/// and not one link: recipients sign one after another, each link is active for 30 days from when
/// it is sent (guide, process description), and a reminder renews it. A webhook that comes later
/// is refused.
pub const SECRET_LIFETIME: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Takes webhooks in. Cheap to clone.
pub struct Webhooks<Store> {
    inner: Arc<Inner<Store>>,
}

struct Inner<Store> {
    store: Store,
    lifetime: Duration,
    on_new: Box<dyn Fn(&Received) + Send + Sync>,
}

/// A webhook that has been recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// What the back end calls the document: as it was given to
    /// [`Webhooks::issue_secret`].
    pub reference: String,
    /// What has happened.
    pub event: WebhookEvent,
    /// Whether it has not been recorded before.
    pub is_new: bool,
}

/// Why a webhook is not taken. Never contains what it said.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Its address is nobody's, or not any more. Answer with 404.
    #[error("there is no such address, or its time is over")]
    UnknownAddress,
    /// It is larger than [`LARGEST_WEBHOOK`]. Answer with 413.
    #[error("the body is larger than 256 KiB")]
    TooLarge,
    /// It is no webhook: no JSON object, or without a text `event`. Answer with 400.
    #[error(transparent)]
    Malformed(#[from] WebhookError),
    /// It could not be recorded. Answer with 500: if the service tries again (the guide does not
    /// say), it is not lost.
    #[error("it could not be recorded")]
    Store(#[from] StoreError),
}

/// Why there is no secret.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IssueError {
    /// The reference is longer than [`LONGEST_REFERENCE`].
    #[error("reference is longer than 512 bytes: give a shorter name to the document")]
    ReferenceTooLong,
    /// It could not be kept, or the system gives no random numbers.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Refused {
    /// The HTTP status to answer with.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::UnknownAddress => 404,
            Self::TooLarge => 413,
            Self::Malformed(_) => 400,
            Self::Store(_) => 500,
        }
    }
}

impl<Store: WebhookStore> Webhooks<Store> {
    /// Takes webhooks into this store.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self::with_callback(store, SECRET_LIFETIME, |_| {})
    }

    /// Takes webhooks into this store; secrets count for `lifetime`, and `on_new` is called
    /// with every webhook that has been recorded for the first time (by this process: others
    /// with the same store record for themselves). It should return at once.
    #[must_use]
    pub fn with_callback(
        store: Store,
        lifetime: Duration,
        on_new: impl Fn(&Received) + Send + Sync + 'static,
    ) -> Self {
        Self {
            inner: Arc::new(Inner {
                store,
                lifetime,
                on_new: Box::new(on_new),
            }),
        }
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Makes a secret for a document's webhooks, to stand in their address. `reference` is
    /// what the back end calls the document, in [`LONGEST_REFERENCE`] bytes at most. Issue it
    /// before the token is asked for: the first webhook may come before the answer.
    ///
    /// # Errors
    /// When the reference is too long, the system gives no random numbers, or the store fails.
    pub async fn issue_secret(&self, reference: &str) -> Result<WebhookSecret, IssueError> {
        if reference.len() > LONGEST_REFERENCE {
            return Err(IssueError::ReferenceTooLong);
        }
        let secret = WebhookSecret::generate().map_err(StoreError::new)?;
        let now = unix_seconds();
        let until = now.saturating_add(self.inner.lifetime.as_secs());
        self.store()
            .add_secret(secret.hash(), reference, until, now)
            .await?;
        Ok(secret)
    }

    /// Takes in what was posted to the address with this secret. When this returns, it has
    /// been recorded.
    ///
    /// # Errors
    /// Says what to answer with, by [`Refused::status`].
    pub async fn receive(&self, secret: &str, body: &[u8]) -> Result<Received, Refused> {
        let reference = self.reference_of(secret).await?;
        self.take_in(reference, body).await
    }

    /// Whose address this is.
    async fn reference_of(&self, secret: &str) -> Result<String, Refused> {
        // It is looked up by its hash, so how long that takes says nothing of the secret.
        let hash = WebhookSecretHash::of(secret);
        let reference = self.store().reference_of(hash, unix_seconds()).await?;
        reference.ok_or_else(|| {
            tracing::info!("a webhook to an address that is nobody's");
            Refused::UnknownAddress
        })
    }

    /// Takes in what came to the address of a reference.
    async fn take_in(&self, reference: String, body: &[u8]) -> Result<Received, Refused> {
        let event = read(body).inspect_err(|refused| {
            let status = refused.status();
            tracing::warn!(status, reason = %refused, "a webhook to a known address is refused");
        })?;
        let is_new = self.store().record(&reference, &event).await?;
        let received = Received {
            reference,
            event,
            is_new,
        };
        let unfit_field = received.event.unfit_field();
        // The name of an unknown event is a stranger's text, and not for the log.
        let name = match &received.event {
            WebhookEvent::Unknown { .. } if unfit_field.is_none() => "unknown",
            of_the_guide => of_the_guide.name(),
        };
        tracing::info!(event = name, is_new, "webhook");
        if is_new {
            if let Some(field) = unfit_field {
                tracing::warn!(event = name, field, "a webhook is not as the guide has it");
            }
            (self.inner.on_new)(&received);
        }
        Ok(received)
    }
}

fn read(body: &[u8]) -> Result<WebhookEvent, Refused> {
    if body.len() > LARGEST_WEBHOOK {
        return Err(Refused::TooLarge);
    }
    Ok(WebhookEvent::parse(body)?)
}

impl<Store> Clone for Webhooks<Store> {
    fn clone(&self) -> Self {
        Self {
            inner: Arc::clone(&self.inner),
        }
    }
}

impl<Store> fmt::Debug for Webhooks<Store> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhooks").finish_non_exhaustive()
    }
}

/// Seconds since 1970.
fn unix_seconds() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs()
}
