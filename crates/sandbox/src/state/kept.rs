//! What of a sandbox's state is kept across restarts, and when: before anybody is told.

use std::collections::VecDeque;

use super::{Inner, Service};
use crate::{
    clock::Clock,
    document::{Document, Occurrence},
    fate::Script,
    faults::Fault,
    letters,
    lock::lock,
    ncalayer::NcaLayerBehaviour,
    store::{StoreError, Writer},
    token_endpoint::ReceivedRequest,
    webhooks::{self, Queued, WebhookBehaviour},
};

/// How many token requests are kept to be read.
const TOKEN_REQUESTS_KEPT: u32 = 1000;

impl Service {
    /// Takes in what was kept, and goes on where that ended.
    pub(super) fn load(&self) -> Result<(), StoreError> {
        let Some(store) = &self.store else {
            return Ok(());
        };
        self.mailboxes.load(store.mailboxes()?);
        *self.next_scripts() = store.setting("next_scripts")?.unwrap_or_default();
        *lock(&self.fault) = store.setting("fault")?.unwrap_or_default();
        let ncalayer = store.setting("ncalayer")?.unwrap_or_default();
        self.ncalayer.set_behaviour(ncalayer);
        let webhooks = store.setting("webhooks")?.unwrap_or_default();
        self.webhooks.set_behaviour(webhooks);
        *lock(&self.token_requests) = store.token_requests()?.into();
        self.webhooks.load(store.deliveries()?);
        let mut documents = self.documents();
        for document in store.documents()? {
            documents.order.push(document.id);
            documents.by_id.insert(document.id, document);
        }
        for webhook in store.undelivered()? {
            if let Some(document) = documents.by_id.get(&webhook.document) {
                let queued = Queued::new(webhook.body, Some(webhook.number));
                self.webhooks.deliver(document, vec![queued]);
            }
        }
        let order = documents.order.clone();
        drop(documents);
        for id in order {
            self.play_without_browser(id);
        }
        Ok(())
    }
}

impl Inner {
    /// Tells back end and people what has happened to a document, once that is kept.
    pub(super) fn tell(&self, document: &Document, occurrences: &[Occurrence], is_new: bool) {
        for occurrence in occurrences {
            letters::send(&self.mailboxes, document, *occurrence, &self.origin);
        }
        let bodies: Vec<_> = occurrences
            .iter()
            .filter(|_| document.webhook_url.is_some())
            .filter_map(|occurrence| webhooks::event(document, *occurrence, &self.origin))
            .map(|event| event.to_json().to_string())
            .collect();
        let numbers = self.keep(document, &bodies, is_new);
        let queued = bodies.into_iter().enumerate();
        let queued = queued.map(|(place, body)| Queued::new(body, numbers.get(place).copied()));
        self.webhooks.deliver(document, queued.collect());
    }

    /// Keeps a document as it is now, the messages and webhooks that follow, all at once.
    /// The webhooks' numbers in the store; none if there is no store.
    fn keep(&self, document: &Document, webhooks: &[String], is_new: bool) -> Vec<i64> {
        let mailboxes = self.mailboxes.take_changed();
        let mut numbers = Vec::new();
        self.write(|writer| {
            writer.document(document)?;
            if is_new {
                writer.files(document)?;
            }
            for mailbox in &mailboxes {
                writer.mailbox(mailbox)?;
            }
            for body in webhooks {
                numbers.push(writer.webhook(document.id, body)?);
            }
            Ok(())
        });
        numbers
    }

    /// Keeps something, if there is a store. A store that fails costs what is kept across
    /// restarts, and nothing else.
    pub(super) fn write(&self, write: impl FnOnce(&Writer<'_>) -> Result<(), StoreError>) {
        if let Some(store) = &self.store
            && let Err(error) = store.write(write)
        {
            tracing::error!(%error, "what has happened cannot be kept");
        }
    }

    /// Changes the clock, and keeps how it stands.
    pub(crate) fn change_clock(&self, change: impl FnOnce(&Clock)) {
        change(&self.clock);
        self.write(|writer| writer.setting("clock", &self.clock.setting()));
    }

    /// Lets every signing page go wrong like this, or again not, and keeps it.
    pub(crate) fn set_fault(&self, fault: Option<Fault>) {
        *lock(&self.fault) = fault;
        self.write(|writer| writer.setting("fault", &fault));
    }

    /// Sets what NCALayer, or its user, does, and keeps it.
    pub(crate) fn set_ncalayer(&self, behaviour: NcaLayerBehaviour) {
        self.ncalayer.set_behaviour(behaviour);
        self.write(|writer| writer.setting("ncalayer", &behaviour));
    }

    /// Sets how webhooks are delivered, and keeps it.
    pub(crate) fn set_webhooks(&self, behaviour: WebhookBehaviour) {
        self.webhooks.set_behaviour(behaviour);
        self.write(|writer| writer.setting("webhooks", &behaviour));
    }

    /// Keeps a token request to be read by the control API; the oldest go first.
    pub(crate) fn keep_token_request(&self, request: ReceivedRequest) {
        let mut requests = lock(&self.token_requests);
        self.write(|writer| writer.token_request(&request, TOKEN_REQUESTS_KEPT));
        if requests.len() >= TOKEN_REQUESTS_KEPT as usize {
            requests.pop_front();
        }
        requests.push_back(request);
    }

    /// Changes what becomes of the documents that come next, and keeps it.
    pub(crate) fn change_next_scripts<T>(
        &self,
        change: impl FnOnce(&mut VecDeque<Script>) -> T,
    ) -> T {
        let mut scripts = self.next_scripts();
        let before = scripts.len();
        let changed = change(&mut scripts);
        if scripts.len() != before {
            self.write(|writer| writer.setting("next_scripts", &*scripts));
        }
        changed
    }
}
