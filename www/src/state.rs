//! What the shop's requests share.

use std::sync::Arc;

use documentolog_protocol::{BaseUrl, PersonalText};
use documentolog_server::{Client, SECRET_LIFETIME, SqliteStore, StoreError, Webhooks};
use tokio::sync::{broadcast, watch};

use crate::{Config, store::Orders};

/// The shop's back end.
#[derive(Clone, Debug)]
pub(crate) struct Backend {
    inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) orders: Orders,
    pub(crate) webhooks: Webhooks<SqliteStore>,
    pub(crate) client: Client,
    pub(crate) base_url: BaseUrl,
    pub(crate) origin: String,
    pub(crate) customer: PersonalText,
    /// Whether the playground is served, too.
    pub(crate) has_playground: bool,
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
    pub(crate) async fn new(
        config: &Config,
        client: Client,
        origin: String,
        stopping: watch::Receiver<bool>,
        has_playground: bool,
    ) -> Result<Self, StoreError> {
        let (changes, _) = broadcast::channel(64);
        let orders = Orders::open(&config.database).await?;
        let tell = changes.clone();
        let webhooks =
            Webhooks::with_callback(orders.store().clone(), SECRET_LIFETIME, move |received| {
                // Nobody may be looking at the order: that is no failure.
                let _ = tell.send(received.reference.clone());
            });
        let base_url = config.base_url.clone();
        Ok(Self {
            inner: Arc::new(Inner {
                orders,
                webhooks,
                client,
                base_url,
                origin,
                customer: config.customer.clone(),
                has_playground,
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
