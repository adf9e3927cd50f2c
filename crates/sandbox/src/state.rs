//! Everything a running sandbox knows.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    Config, StartError,
    access::Keys,
    document::{ActionError, Document, Occurrence},
    faults::Fault,
    webhooks::Webhooks,
};

/// A running sandbox's state, shared by its requests.
#[derive(Clone, Debug)]
pub(crate) struct Service {
    inner: Arc<Inner>,
}

#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) config: Config,
    pub(crate) origin: String,
    pub(crate) access: Keys,
    pub(crate) webhooks: Webhooks,
    pub(crate) client: reqwest::Client,
    documents: Mutex<HashMap<u32, Document>>,
    fault: Mutex<Option<Fault>>,
}

impl std::ops::Deref for Service {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.inner
    }
}

impl Service {
    pub(crate) fn new(config: Config, origin: String) -> Result<Self, StartError> {
        let access = Keys::new(config.token_lifetime)?;
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(std::time::Duration::from_secs(10))
            .build()?;
        let webhooks = Webhooks::new(
            client.clone(),
            config.webhook_retry_pause,
            config.webhook_tries,
        );
        Ok(Self {
            inner: Arc::new(Inner {
                config,
                origin,
                access,
                webhooks,
                client,
                documents: Mutex::default(),
                fault: Mutex::default(),
            }),
        })
    }
}

impl Inner {
    /// Takes a new document in and delivers that it has been sent.
    pub(crate) fn add(&self, document: Document) {
        self.deliver(&document, &[Occurrence::Sent]);
        self.documents().insert(document.id, document);
    }

    /// Reads a document by its number.
    pub(crate) fn read<T>(&self, id: u32, read: impl FnOnce(&Document) -> T) -> Option<T> {
        self.documents().get(&id).map(read)
    }

    /// Reads a document by its `doc_id`.
    pub(crate) fn with_document<T>(
        &self,
        doc_id: &str,
        read: impl FnOnce(&Document) -> T,
    ) -> Option<T> {
        self.documents()
            .values()
            .find(|document| document.doc_id == doc_id)
            .map(read)
    }

    /// Reads the document that a capability opens.
    pub(crate) fn with_capability<T>(
        &self,
        capability: &str,
        read: impl FnOnce(&Document) -> T,
    ) -> Option<T> {
        self.documents()
            .values()
            .find(|document| document.capability == capability)
            .map(read)
    }

    /// Changes a document, and delivers what follows.
    pub(crate) fn act(
        &self,
        id: u32,
        action: impl FnOnce(&mut Document) -> Result<Vec<Occurrence>, ActionError>,
    ) -> Option<Result<(), ActionError>> {
        let mut documents = self.documents();
        let document = documents.get_mut(&id)?;
        Some(action(document).map(|occurrences| self.deliver(document, &occurrences)))
    }

    /// What is wrong with the signing page, if anything is to be.
    pub(crate) fn fault(&self) -> std::sync::MutexGuard<'_, Option<Fault>> {
        self.fault.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn deliver(&self, document: &Document, occurrences: &[Occurrence]) {
        let events = occurrences
            .iter()
            .map(|occurrence| crate::webhooks::event(document, *occurrence, &self.origin));
        self.webhooks.deliver(document, events);
    }

    fn documents(&self) -> std::sync::MutexGuard<'_, HashMap<u32, Document>> {
        // No change of a document is left half done by a panic: each is one call.
        self.documents
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
