//! Everything a running sandbox knows.

mod kept;

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex},
};

use tokio::task::{AbortHandle, JoinSet};

use crate::{
    Config, StartError,
    access::Keys,
    attachments::Fetcher,
    certificates::CertificationAuthority,
    clock::Clock,
    constant_time::is_equal,
    document::{ActionError, Document, Occurrence},
    fate::Script,
    faults::Fault,
    lock::lock,
    mailbox::Mailboxes,
    methods::{Codes, Steps},
    ncalayer::{NcaLayer, NcaLayerBehaviour},
    random::Random,
    store::Store,
    token_endpoint::ReceivedRequest,
    webhooks::{WebhookBehaviour, Webhooks},
};

/// The stream of random numbers from which the first start's documents are made; each
/// further start with the same data has the next one. Stream 0 is for keys.
const FIRST_STREAM: u64 = 1;

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
    pub(crate) fetcher: Fetcher,
    pub(crate) clock: Clock,
    pub(crate) random: Random,
    pub(crate) mailboxes: Mailboxes,
    /// The stream of random numbers from which this start's documents are made.
    stream: u64,
    store: Option<Arc<Store>>,
    pub(crate) authority: Arc<CertificationAuthority>,
    pub(crate) ncalayer: NcaLayer,
    pub(crate) steps: Steps,
    pub(crate) codes: Codes,
    documents: Mutex<Documents>,
    fault: Mutex<Option<Fault>>,
    token_requests: Mutex<VecDeque<ReceivedRequest>>,
    /// What becomes of the documents that come next, one each.
    next_scripts: Mutex<VecDeque<Script>>,
    tasks: Mutex<JoinSet<()>>,
    /// What carries out what is written of a document, by its number.
    players: Mutex<HashMap<u32, AbortHandle>>,
}

/// The documents by their numbers, and the numbers in the order they were made.
#[derive(Debug, Default)]
struct Documents {
    by_id: HashMap<u32, Document>,
    order: Vec<u32>,
}

impl std::ops::Deref for Service {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.inner
    }
}

impl Service {
    pub(crate) fn new(
        config: Config,
        origin: String,
        ncalayer: NcaLayer,
    ) -> Result<Self, StartError> {
        let random = Random::new(config.seed)?;
        let mut key = random.key();
        let store = config.data_dir.as_deref().map(Store::open).transpose()?;
        let mut starts = 0;
        let mut setting = None;
        if let Some(store) = &store {
            key = store.setting("key")?.unwrap_or(key);
            starts = store.setting("starts")?.unwrap_or(0);
            setting = store.setting("clock")?;
            store.write(|writer| {
                writer.setting("key", &key)?;
                writer.setting("starts", &(starts + 1))
            })?;
        }
        // With a seed, too, what is made after a restart differs from what was made before.
        let stream = FIRST_STREAM + starts;
        random.begin(stream);
        let clock = setting.map_or_else(Clock::default, Clock::new);
        let store = store.map(Arc::new);
        let client = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(std::time::Duration::from_secs(10))
            .build()?;
        let service = Self {
            inner: Arc::new(Inner {
                origin,
                access: Keys::new(&key, config.token_lifetime, clock.clone()),
                webhooks: Webhooks::new(client, clock.clone(), &config, store.clone()),
                fetcher: Fetcher::new(config.attachment_hosts.clone())?,
                mailboxes: Mailboxes::new(clock.clone(), random.clone(), config.language),
                steps: Steps::new(clock.clone(), random.clone()),
                codes: Codes::default(),
                authority: Arc::new(CertificationAuthority::new(&key)?),
                ncalayer,
                config,
                clock,
                random,
                stream,
                store,
                documents: Mutex::default(),
                fault: Mutex::default(),
                token_requests: Mutex::default(),
                next_scripts: Mutex::default(),
                tasks: Mutex::default(),
                players: Mutex::default(),
            }),
        };
        service.load()?;
        Ok(service)
    }
}

impl Inner {
    /// Takes a new document in, and tells what follows from sending it.
    pub(crate) fn add(&self, document: Document, occurrences: &[Occurrence]) {
        let mut documents = self.documents();
        self.tell(&document, occurrences, true);
        documents.order.push(document.id);
        documents.by_id.insert(document.id, document);
    }

    /// A number that no document has yet.
    pub(crate) fn new_number(&self) -> u32 {
        loop {
            let number = self.random.number();
            if !self.documents().by_id.contains_key(&number) {
                return number;
            }
        }
    }

    /// Reads a document by its number.
    pub(crate) fn read<T>(&self, id: u32, read: impl FnOnce(&Document) -> T) -> Option<T> {
        self.documents().by_id.get(&id).map(read)
    }

    /// Reads a document by its `doc_id`.
    pub(crate) fn with_document<T>(
        &self,
        doc_id: &str,
        read: impl FnOnce(&Document) -> T,
    ) -> Option<T> {
        self.find(|document| document.doc_id == doc_id, read)
    }

    /// Reads the document that this is true of.
    pub(crate) fn find<T>(
        &self,
        is_wanted: impl Fn(&Document) -> bool,
        read: impl FnOnce(&Document) -> T,
    ) -> Option<T> {
        self.documents()
            .by_id
            .values()
            .find(|document| is_wanted(document))
            .map(read)
    }

    /// Reads the document that a capability opens.
    pub(crate) fn with_capability<T>(
        &self,
        capability: &str,
        read: impl FnOnce(&Document) -> T,
    ) -> Option<T> {
        self.find(|document| is_equal(capability, &document.capability), read)
    }

    /// Reads every document, oldest first.
    pub(crate) fn map_documents<T>(&self, read: impl Fn(&Document) -> T) -> Vec<T> {
        let documents = self.documents();
        documents
            .order
            .iter()
            .filter_map(|id| documents.by_id.get(id).map(&read))
            .collect()
    }

    /// Changes a document where nothing follows from it.
    pub(crate) fn change<T>(&self, id: u32, change: impl FnOnce(&mut Document) -> T) -> Option<T> {
        let mut documents = self.documents();
        let document = documents.by_id.get_mut(&id)?;
        let changed = change(document);
        self.tell(document, &[], false);
        Some(changed)
    }

    /// Changes a document, and tells what follows.
    pub(crate) fn act(
        &self,
        id: u32,
        action: impl FnOnce(&mut Document) -> Result<Vec<Occurrence>, ActionError>,
    ) -> Option<Result<(), ActionError>> {
        let mut documents = self.documents();
        let document = documents.by_id.get_mut(&id)?;
        Some(action(document).map(|occurrences| self.tell(document, &occurrences, false)))
    }

    /// What is wrong with the signing page, if anything is to be.
    pub(crate) fn fault(&self) -> Option<Fault> {
        *lock(&self.fault)
    }

    pub(crate) fn token_requests(&self) -> Vec<ReceivedRequest> {
        lock(&self.token_requests).iter().cloned().collect()
    }

    /// Forgets everything but the keys, and begins the random numbers and the clock anew.
    pub(crate) fn reset(&self) {
        let mut documents = self.documents();
        *documents = Documents::default();
        self.webhooks.clear();
        self.webhooks.set_behaviour(WebhookBehaviour::default());
        self.mailboxes.clear();
        self.steps.clear();
        self.codes.clear();
        self.ncalayer.set_behaviour(NcaLayerBehaviour::default());
        lock(&self.token_requests).clear();
        self.next_scripts().clear();
        *lock(&self.tasks) = JoinSet::new();
        lock(&self.players).clear();
        *lock(&self.fault) = None;
        self.clock.reset();
        if self.config.seed.is_some() {
            self.random.begin(self.stream);
        }
        self.write(|writer| {
            writer.clear()?;
            writer.setting("next_scripts", &VecDeque::<Script>::new())?;
            writer.setting("fault", &None::<Fault>)?;
            writer.setting("ncalayer", &NcaLayerBehaviour::default())?;
            writer.setting("webhooks", &WebhookBehaviour::default())?;
            writer.setting("clock", &self.clock.setting())
        });
    }

    /// What becomes of the documents that come next.
    pub(crate) fn next_scripts(&self) -> std::sync::MutexGuard<'_, VecDeque<Script>> {
        lock(&self.next_scripts)
    }

    /// Lets this carry out what is written of a document, in the background, for as long as
    /// the sandbox runs; what has done so until now ends.
    pub(crate) fn set_player(&self, id: u32, player: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = lock(&self.tasks);
        while tasks.try_join_next().is_some() {}
        let mut players = lock(&self.players);
        players.retain(|_, player| !player.is_finished());
        if let Some(before) = players.remove(&id) {
            before.abort();
        }
        players.insert(id, tasks.spawn(player));
    }

    /// Stops what goes on in the background.
    pub(crate) fn stop(&self) {
        self.webhooks.stop();
        lock(&self.tasks).abort_all();
        if let Some(store) = &self.store {
            store.close();
        }
    }

    fn documents(&self) -> std::sync::MutexGuard<'_, Documents> {
        lock(&self.documents)
    }
}
