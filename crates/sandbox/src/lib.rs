//! Documentolog's signing service, emulated: tokens over HTTP, a real signing
//! page, window messages, webhooks with retries, links that open. A library for
//! tests ([`start`]) and a program for people (`documentolog-sandbox`).
//!
//! It knows the protocol and nothing of this project's widget or server kit, so
//! what they agree on with it is the service's guide and not each other.
//!
//! # What was assumed where the guide is silent
//!
//! * A refused token request answers `{"status": 0, "error": {"code", "message"}}`
//!   with 400, 401, 403, 413, 415 or 422. The guide shows success only.
//! * Tokens are for back ends: a request that a browser sends (it has `Origin` or
//!   `Sec-Fetch-Site`) is refused with 403, so that neither a page of somebody else's, by a
//!   name that is made to point here, has files fetched, nor a page of yours has the api-key.
//! * `mPhonesForSms` tells of whoever has the `iin` or the `phone` that it names. Where `iin`
//!   is empty, as in the guide's sample, it tells of the recipient in the same place of
//!   `mRecipient`. A recipient may sign by SMS without a number: the sandbox warns in its log,
//!   and the code is in the inbox.
//! * Attachments are fetched when the token is asked for, from loopback hosts and
//!   those of [`Config::attachment_hosts`]: 50 at most, each of 20 MiB at most, all
//!   within 30 seconds, with redirects on the link's own host only. For the host in the
//!   guide's sample a PDF stands in, so that the guide's own request works with nothing
//!   but the base URL changed; any other host is refused.
//! * PDF, PNG, JPEG, GIF and WebP are shown in the browser. Attachments of any other type are
//!   saved, since HTML or SVG would run in the service's own origin.
//! * Whoever holds the token acts for the document's first party: the sender, if
//!   `mAvailableSignatureMethods` names a method; then each recipient in turn, if
//!   `iSendToRecipient` and `iRecipientSignatureRequired` are 1. If it is 0, recipients
//!   view the document once it is signed; one that nobody signs is completed by sending
//!   it.
//! * `document_sent` is delivered as soon as the token is given: the request *is*
//!   the sending. The sender gets a message with the link to a page on which to follow
//!   the document and to remind.
//! * A recipient gets a message with a link of their own when their turn comes; the
//!   link is active for 30 days from then. A reminder sends the same link again, and if
//!   it has expired, makes it active for another 30 days.
//! * A document is "not signed" once the party whose turn it is has closed it without a
//!   decision, or let the link expire: the sender as well as a recipient.
//! * Rejecting ends the document for everybody.
//! * Messages are in the language of the pages that the recipient opened last, else in
//!   [`Config::language`]. They stay in the inboxes (`/sandbox/inbox`).
//! * Messages go to `parent` with the target origin `*`: the service does not know
//!   who frames it. They hold nothing secret.
//! * Rejecting delivers `signer_declined`, and the page posts `user-close`: the
//!   guide has no message for it.
//! * A webhook is tried again until it is answered with 2xx, with doubling pauses,
//!   in the order of events, with identical bytes, and as late or twice as a test says
//!   ([`WebhookBehaviour`]). After a restart with
//!   [`Config::data_dir`] it is tried again from the beginning, so it may come twice.
//! * A try that fails ([`Fate::failures`]) is told by the page's message and by no
//!   webhook: the guide has none for it.
//! * Links carry a capability (128 random bits) in their query. They open until 30 days
//!   after the last signature.
//! * "Files with attached EDS signatures" are CMS SignedData (RFC 5652) that hold the
//!   file and one signature of each signer, whichever way they signed. The certificates
//!   are of the sandbox's own test CA, at `/sandbox/ca.pem`, and
//!   `openssl cms -verify -inform DER -in sample.pdf.p7m -CAfile ca.pem` says that they
//!   are right. "In Ez format" is the same, named as ezSigner.kz takes it.
//! * EDS is signed by a stand-in for NCALayer ([`NcaLayerPort`]). eGov QR leads to a page
//!   that stands for the phone, Adobe Sign to one that stands for Adobe's. SMS codes have
//!   six digits, are valid for five minutes and three tries, and go to the recipient's
//!   inbox.
//! * A try that fails, or that the signer gives up on the phone, in NCALayer or at Adobe,
//!   posts `success: false`, and the signer goes on. Going back to the choice of methods
//!   posts nothing.

mod access;
mod attachments;
mod certificates;
mod clock;
mod constant_time;
mod control;
mod document;
mod downloads;
mod fate;
mod faults;
mod guard;
mod inbox;
mod invitations;
mod letters;
mod lock;
mod loopback;
mod mailbox;
mod methods;
mod milliseconds;
mod ncalayer;
mod pages;
mod player;
mod random;
mod refusal;
mod routes;
mod sender_page;
mod server;
mod signatures;
mod signed_data;
mod signing_page;
mod state;
mod step_panels;
mod step_texts;
mod store;
mod texts;
mod token_endpoint;
mod webhooks;

use std::{net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use documentolog_protocol::{AccessToken, ApiKey, SignatureMethod};
use tokio::{net::TcpListener, task::JoinHandle};

pub use certificates::CertificateError;
pub use document::{Status, Turn};
pub use fate::{Fate, Outcome, Script};
pub use faults::{Fault, MessageFault};
pub use mailbox::{Channel, Mailbox, Message};
pub use methods::SignError;
pub use ncalayer::{NCALAYER_PORT, NcaLayerBehaviour, NcaLayerPort};
pub use store::StoreError;
pub use texts::Language;
pub use webhooks::{Delivery, WebhookBehaviour};

use state::Service;

/// How a sandbox behaves.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where it listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The api-key it takes. Any other is refused.
    pub api_key: ApiKey,
    /// How long a token can be used.
    pub token_lifetime: Duration,
    /// The pause before a webhook's second try. Each further pause is twice as
    /// long, up to a minute.
    pub webhook_retry_pause: Duration,
    /// How often a webhook is tried.
    pub webhook_tries: u32,
    /// Where random numbers come from, if they are to be the same each time: the same
    /// requests in the same order get the same identifiers, capabilities, keys and codes,
    /// and, at the same time of the clock, tokens. Without it they come from the system.
    pub seed: Option<u64>,
    /// The folder in which documents, messages, webhooks (delivered or still to be), token
    /// requests, fates, faults, keys, clock and how webhooks are delivered are kept across
    /// restarts. Without it they are gone with the sandbox. A signer's steps that have begun
    /// are begun again.
    pub data_dir: Option<PathBuf>,
    /// Hosts from which attachments are fetched, besides loopback: `files.example.kz`, or
    /// with a port, `files.example.kz:8443`.
    pub attachment_hosts: Vec<String>,
    /// The language of messages to whoever has opened no page yet.
    pub language: Language,
    /// Where its stand-in for NCALayer listens.
    pub ncalayer: NcaLayerPort,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            api_key: ApiKey::new("sandbox-api-key"),
            token_lifetime: Duration::from_secs(60 * 60),
            webhook_retry_pause: Duration::from_secs(1),
            webhook_tries: 10,
            seed: None,
            data_dir: None,
            attachment_hosts: Vec::new(),
            language: Language::Ru,
            ncalayer: NcaLayerPort::Any,
        }
    }
}

/// Why a sandbox does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: choose another port")]
    Listen(SocketAddr, #[source] std::io::Error),
    /// The system gives no random numbers.
    #[error("the system gives no random numbers")]
    Random(#[from] getrandom::Error),
    /// What was kept cannot be used.
    #[error("what was kept cannot be used")]
    Store(#[from] StoreError),
    /// The test CA cannot be made.
    #[error("the test CA cannot be made")]
    Authority(#[from] CertificateError),
    /// The stand-in for NCALayer cannot listen.
    #[error("the stand-in for NCALayer cannot listen: turn it off, or choose another port")]
    NcaLayer(#[source] std::io::Error),
    /// The HTTP client cannot be built.
    #[error("the HTTP client cannot be built")]
    Client(#[from] reqwest::Error),
}

/// Why a script cannot come true.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ScriptError(String);

/// A running sandbox. Dropping it stops it.
#[derive(Debug)]
pub struct Sandbox {
    origin: String,
    service: Service,
    server: JoinHandle<()>,
    ncalayer: Option<JoinHandle<()>>,
}

/// Starts a sandbox and returns when it listens.
///
/// # Errors
/// When it cannot listen there, or cannot use what was kept in [`Config::data_dir`].
pub async fn start(config: Config) -> Result<Sandbox, StartError> {
    let refused = |error| StartError::Listen(config.listen, error);
    let listener = TcpListener::bind(config.listen).await.map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    let origin = format!("http://{address}");
    let (ncalayer, desk_listener) = ncalayer::listen(config.ncalayer)
        .await
        .map_err(StartError::NcaLayer)?;
    let service = Service::new(config, origin.clone(), ncalayer)?;
    let ncalayer = desk_listener.map(|listener| serve_ncalayer(&service, listener));
    let router = server::router(service.clone());
    let server = tokio::spawn(async move {
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        if let Err(error) = axum::serve(listener, service).await {
            tracing::error!(%error, "the sandbox's server ended");
        }
    });
    tracing::info!(%origin, "the sandbox listens");
    Ok(Sandbox {
        origin,
        service,
        server,
        ncalayer,
    })
}

fn serve_ncalayer(service: &Service, listener: TcpListener) -> JoinHandle<()> {
    let router = ncalayer::router(ncalayer::Desk {
        ncalayer: service.ncalayer.clone(),
        authority: Arc::clone(&service.authority),
        clock: service.clock.clone(),
    });
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(%error, "the stand-in for NCALayer ended");
        }
    })
}

impl Sandbox {
    /// Where it is, such as `http://127.0.0.1:4100`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// A document's status, by its `doc_id`.
    #[must_use]
    pub fn status(&self, doc_id: &str) -> Option<Status> {
        let now = self.service.clock.unix_seconds();
        self.service
            .with_document(doc_id, |document| document.status(now))
    }

    /// A token for the party whose turn it is, as its own link would carry.
    #[must_use]
    pub fn token_for_next_party(&self, doc_id: &str) -> Option<AccessToken> {
        let (id, turn) = self
            .service
            .with_document(doc_id, |document| (document.id, document.turn()))?;
        let Turn::Party(party) = turn else {
            return None;
        };
        self.service.access.token(id, party)
    }

    /// Lets every signing page go wrong like this from now on, or again not.
    ///
    /// [`Fault::Redirect`] needs another origin to lead to: where this sandbox has none, pages
    /// answer 500 and the log says why.
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.service.set_fault(fault);
    }

    /// Writes what becomes of the next document that a token is asked for: one call, one
    /// document.
    ///
    /// # Errors
    /// What of it cannot come true.
    pub fn script_next(&self, script: impl Into<Script>) -> Result<(), ScriptError> {
        let script = script.into();
        script.check(&self.origin).map_err(ScriptError)?;
        self.service
            .change_next_scripts(|scripts| scripts.push_back(script));
        Ok(())
    }

    /// Writes what becomes of a document from now on. False if there is none of this
    /// `doc_id`.
    ///
    /// # Errors
    /// What of it cannot come true.
    pub fn script(&self, doc_id: &str, script: impl Into<Script>) -> Result<bool, ScriptError> {
        let script = script.into();
        script.check(&self.origin).map_err(ScriptError)?;
        let id = self.service.with_document(doc_id, |document| document.id);
        Ok(id.is_some_and(|id| self.service.set_script(id, Some(script))))
    }

    /// Sets how webhooks are delivered from now on: late, twice, or as by default. Those that
    /// wait already are meant, too.
    pub fn set_webhooks(&self, behaviour: WebhookBehaviour) {
        self.service.set_webhooks(behaviour);
    }

    /// Every try to deliver a webhook so far, in order.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.service.webhooks.deliveries()
    }

    /// What it would have sent by SMS and e-mail so far, by recipient.
    #[must_use]
    pub fn mailboxes(&self) -> Vec<Mailbox> {
        self.service.mailboxes.all()
    }

    /// Reminds the recipient whose turn it is. False if there is no such document, or
    /// nobody to remind.
    #[must_use]
    pub fn remind(&self, doc_id: &str) -> bool {
        let id = self.service.with_document(doc_id, |document| document.id);
        id.is_some_and(|id| self.service.remind(id).is_ok())
    }

    /// Moves its clock forward: tokens and links expire by it.
    pub fn advance_clock(&self, time: Duration) {
        self.service.change_clock(|clock| clock.advance(time));
    }

    /// Sets its clock, in seconds since 1970. It may go backwards.
    pub fn set_clock(&self, unix_seconds: u64) {
        self.service.change_clock(|clock| clock.set(unix_seconds));
    }

    /// Lets its clock stand still, or run on from where it stands.
    pub fn stop_clock(&self, is_stopped: bool) {
        self.service.change_clock(|clock| clock.stop(is_stopped));
    }

    /// Where its stand-in for NCALayer is, or where the signing page looks for one.
    #[must_use]
    pub fn ncalayer_url(&self) -> String {
        self.service.ncalayer.url()
    }

    /// What NCALayer, or its user, does from now on.
    pub fn set_ncalayer(&self, behaviour: NcaLayerBehaviour) {
        self.service.set_ncalayer(behaviour);
    }

    /// Signs in a method's way without its steps, for tests of what comes after: as if
    /// whoever holds this token had taken them.
    ///
    /// # Errors
    /// When the signing page would not let them.
    pub fn sign(&self, token: &str, method: SignatureMethod) -> Result<(), SignError> {
        methods::sign_at_once(&self.service, token, method)
    }

    /// Forgets documents, messages, deliveries, faults and how webhooks are delivered, and
    /// sets clock and random numbers to where they began. Tokens' keys stay.
    pub fn reset(&self) {
        self.service.reset();
    }

    /// Runs until it is stopped.
    pub async fn wait(&mut self) {
        let _ = (&mut self.server).await;
    }

    /// Stops it. Webhooks that are on their way are given up.
    pub async fn shutdown(mut self) {
        self.server.abort();
        self.wait().await;
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.server.abort();
        if let Some(ncalayer) = &self.ncalayer {
            ncalayer.abort();
        }
        self.service.stop();
    }
}

/// The guide's Rust example, as a test.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/guides/testing.md")]
struct Guide;
