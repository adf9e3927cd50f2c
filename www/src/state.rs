//! What the shop's requests share.

use std::sync::Arc;

use documentolog_protocol::BaseUrl;
use documentolog_server::Client;
use tokio::sync::{broadcast, watch};

use crate::{
    Config,
    store::{Store, StoreError},
};

/// The shop's back end.
#[derive(Clone, Debug)]
pub(crate) struct Backend {
    inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) client: Client,
    pub(crate) base_url: BaseUrl,
    pub(crate) origin: String,
    /// Orders that have changed, by id.
    pub(crate) changes: broadcast::Sender<String>,
    /// Whether the shop is stopping: what has no end of its own ends then.
    pub(crate) stopping: watch::Receiver<bool>,
}

impl std::ops::Deref for Backend {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.inner
    }
}

impl Backend {
    pub(crate) fn new(
        config: &Config,
        client: Client,
        origin: String,
        stopping: watch::Receiver<bool>,
    ) -> Result<Self, StoreError> {
        let (changes, _) = broadcast::channel(64);
        let store = Store::open(&config.database)?;
        let base_url = config.base_url.clone();
        Ok(Self {
            inner: Arc::new(Inner {
                store,
                client,
                base_url,
                origin,
                changes,
                stopping,
            }),
        })
    }
}

/// Waits until the shop is stopping.
pub(crate) async fn stopped(mut stopping: watch::Receiver<bool>) {
    // An error says that the shop is gone altogether.
    let _ = stopping.wait_for(|is_stopping| *is_stopping).await;
}
