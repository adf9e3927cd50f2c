//! A store for tests and demonstrations: it is gone with the process.

use std::{
    collections::{HashMap, HashSet},
    sync::{Mutex, MutexGuard, PoisonError},
    time::{SystemTime, UNIX_EPOCH},
};

use documentolog_protocol::WebhookEvent;

use super::{StoreError, StoredWebhook, WebhookSecretHash, WebhookStore};
use crate::sans_io::CanonicalWebhook;

/// Keeps webhooks in memory.
#[derive(Debug, Default)]
pub struct MemoryStore {
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    secrets: HashMap<WebhookSecretHash, (String, u64)>,
    webhooks: Vec<StoredWebhook>,
    digests: HashSet<(String, Vec<u8>)>,
}

impl MemoryStore {
    /// Every webhook, in the order in which they were recorded.
    #[must_use]
    pub fn webhooks(&self) -> Vec<StoredWebhook> {
        self.kept().webhooks.clone()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        // Nothing in here panics half way through a change.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl WebhookStore for MemoryStore {
    async fn add_secret(
        &self,
        hash: WebhookSecretHash,
        reference: &str,
        until: u64,
        now: u64,
    ) -> Result<(), StoreError> {
        let mut kept = self.kept();
        kept.secrets.retain(|_, (_, until)| now < *until);
        kept.secrets.insert(hash, (reference.to_owned(), until));
        Ok(())
    }

    async fn reference_of(
        &self,
        hash: WebhookSecretHash,
        now: u64,
    ) -> Result<Option<String>, StoreError> {
        let found = self.kept().secrets.get(&hash).cloned();
        Ok(found.and_then(|(reference, until)| (now < until).then_some(reference)))
    }

    async fn record(&self, reference: &str, event: &WebhookEvent) -> Result<bool, StoreError> {
        let mut kept = self.kept();
        let key = (reference.to_owned(), CanonicalWebhook::of(event).digest);
        if !kept.digests.insert(key) {
            return Ok(false);
        }
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        kept.webhooks.push(StoredWebhook {
            reference: reference.to_owned(),
            event: event.clone(),
            received_at: u64::try_from(now.unwrap_or_default().as_millis()).unwrap_or(u64::MAX),
        });
        Ok(true)
    }

    async fn webhooks_of(&self, reference: &str) -> Result<Vec<StoredWebhook>, StoreError> {
        let kept = self.kept();
        let of_it = kept
            .webhooks
            .iter()
            .filter(|webhook| webhook.reference == reference);
        Ok(of_it.cloned().collect())
    }
}
