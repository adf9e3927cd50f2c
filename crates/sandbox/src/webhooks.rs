//! Webhooks (guide, part 4): what is sent, in order, until it is taken.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use documentolog_protocol::{
    Checked, CompletedFiles, FileLink, OtherFields, SensitiveUrl, Signer, WebhookEvent,
};
use tokio::{
    sync::mpsc::{UnboundedSender, unbounded_channel},
    task::JoinSet,
};

use crate::{
    clock::Clock,
    document::{Attachment, Document, Occurrence, Party},
};

const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// One try to deliver a webhook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The event's name.
    pub event: String,
    /// Which document it is about.
    pub doc_id: String,
    /// The bytes sent.
    pub body: Body,
    /// The answer's status; none if there was no answer.
    pub status: Option<u16>,
    /// When it was tried, in seconds since 1970 by the sandbox's clock.
    pub tried_at: u64,
}

/// A webhook's bytes. They hold personal data, so `Debug` prints their number only.
#[derive(Clone, PartialEq, Eq)]
pub struct Body(pub Vec<u8>);

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Body({} bytes)", self.0.len())
    }
}

/// Delivers webhooks: each document's in order, one at a time.
#[derive(Debug)]
pub(crate) struct Webhooks {
    client: reqwest::Client,
    clock: Clock,
    pause: Duration,
    tries: u32,
    deliveries: Arc<Mutex<Vec<Delivery>>>,
    queues: Mutex<Queues>,
}

#[derive(Debug, Default)]
struct Queues {
    by_document: HashMap<u32, UnboundedSender<WebhookEvent>>,
    workers: JoinSet<()>,
}

impl Webhooks {
    pub(crate) fn new(client: reqwest::Client, clock: Clock, pause: Duration, tries: u32) -> Self {
        Self {
            client,
            clock,
            pause,
            tries,
            deliveries: Arc::default(),
            queues: Mutex::default(),
        }
    }

    pub(crate) fn deliver(&self, document: &Document, events: impl Iterator<Item = WebhookEvent>) {
        let Some(url) = &document.webhook_url else {
            return;
        };
        let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
        let Queues {
            by_document,
            workers,
        } = &mut *queues;
        let queue = by_document.entry(document.id).or_insert_with(|| {
            let (queue, mut events) = unbounded_channel();
            let receiver = Receiver {
                client: self.client.clone(),
                url: url.clone(),
                clock: self.clock.clone(),
                deliveries: Arc::clone(&self.deliveries),
                pause: self.pause,
                tries: self.tries,
            };
            workers.spawn(async move {
                while let Some(event) = events.recv().await {
                    receiver.deliver(&event).await;
                }
            });
            queue
        });
        for event in events {
            // The worker holds the other end for as long as the sandbox runs.
            let _ = queue.send(event);
        }
    }

    pub(crate) fn deliveries(&self) -> Vec<Delivery> {
        self.deliveries
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Gives up what is on its way, and forgets what was delivered.
    pub(crate) fn clear(&self) {
        *self.queues.lock().unwrap_or_else(PoisonError::into_inner) = Queues::default();
        self.deliveries
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    pub(crate) fn stop(&self) {
        self.queues
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .workers
            .abort_all();
    }
}

/// Where one document's webhooks go.
struct Receiver {
    client: reqwest::Client,
    url: SensitiveUrl,
    clock: Clock,
    deliveries: Arc<Mutex<Vec<Delivery>>>,
    pause: Duration,
    tries: u32,
}

impl Receiver {
    async fn deliver(&self, event: &WebhookEvent) {
        let body = event.to_json().to_string().into_bytes();
        let mut pause = self.pause;
        for attempt in 1..=self.tries {
            let status = self.post(&body).await;
            self.deliveries
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(Delivery {
                    event: event.name().to_owned(),
                    doc_id: event.doc_id().unwrap_or_default().to_owned(),
                    body: Body(body.clone()),
                    status,
                    tried_at: self.clock.unix_seconds(),
                });
            // The address holds the receiver's secret, so it is not logged.
            tracing::info!(event = event.name(), attempt, ?status, "webhook");
            if status.is_some_and(|status| (200..300).contains(&status)) {
                return;
            }
            if attempt < self.tries {
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
        let tries = self.tries;
        tracing::warn!(event = event.name(), tries, "a webhook is given up");
    }

    /// The answer's status, if there is one.
    async fn post(&self, body: &[u8]) -> Option<u16> {
        let request = self
            .client
            .post(self.url.expose())
            .header("content-type", "application/json")
            .body(body.to_vec());
        let answer = request.send().await.ok()?;
        Some(answer.status().as_u16())
    }
}

/// What a webhook tells of an occurrence, if one does.
pub(crate) fn event(
    document: &Document,
    occurrence: Occurrence,
    origin: &str,
) -> Option<WebhookEvent> {
    let doc_id = document.doc_id.clone();
    let other = OtherFields::default();
    Some(match occurrence {
        Occurrence::Invited { .. } | Occurrence::Reminded { .. } => return None,
        Occurrence::Sent => WebhookEvent::DocumentSent { doc_id, other },
        Occurrence::Signed { party } => WebhookEvent::SignerSigned {
            doc_id,
            signer: signer(&document.parties[party]),
            other,
        },
        Occurrence::Declined { party } => WebhookEvent::SignerDeclined {
            doc_id,
            signer: signer(&document.parties[party]),
            other,
        },
        Occurrence::Completed => WebhookEvent::DocumentCompleted {
            doc_id,
            files: files(document, origin),
            other,
        },
    })
}

/// Where the signed file is, or if there are several, all files in one archive.
pub(crate) fn finalized_file(document: &Document, origin: &str) -> SensitiveUrl {
    let files = files(document, origin);
    match files.with_eds.as_slice() {
        [only] => only.link.clone(),
        _ => files.all,
    }
}

fn signer(party: &Party) -> Signer {
    Signer {
        name: party.name.clone(),
        recipient: Checked::read(party.identifier.expose()),
        other: OtherFields::default(),
    }
}

/// The links of a completed document, in the guide's form, each with what opens it.
fn files(document: &Document, origin: &str) -> CompletedFiles {
    let Document {
        id,
        capability,
        attachments,
        ..
    } = document;
    let link = |path: String| {
        SensitiveUrl::new(format!("{origin}/external/{path}capability={capability}"))
    };
    let each = |path: &dyn Fn(&Attachment) -> String| {
        attachments
            .iter()
            .map(|file| FileLink {
                name: file.name.clone(),
                link: link(path(file)),
                other: OtherFields::default(),
            })
            .collect()
    };
    let numbers: Vec<_> = attachments.iter().map(|file| file.id.to_string()).collect();
    CompletedFiles {
        view: link(format!("document/view-document/dcs_universal_type/{id}?")),
        all: link(format!("media/download-many?files={}&", numbers.join(","))),
        plain: each(&|file| format!("media/download/{}?", file.id)),
        with_eds: each(&|file| format!("media/download-eds/dcs_universal_type/{id}/{}?", file.id)),
        with_eds_ez: each(&|file| {
            format!("media/download-eds-ez/dcs_universal_type/{id}/{}?", file.id)
        }),
    }
}
