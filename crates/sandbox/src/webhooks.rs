//! Webhooks (guide, part 4): what is sent, in order, until it is taken.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use documentolog_protocol::{
    Checked, CompletedFiles, FileLink, OtherFields, SensitiveUrl, Signer, WebhookEvent,
};
use serde::{Deserialize, Serialize};
use tokio::{
    sync::{
        mpsc::{UnboundedSender, unbounded_channel},
        watch,
    },
    task::JoinSet,
    time::{Instant, timeout_at},
};

use crate::{
    Config,
    clock::Clock,
    document::{Attachment, Document, Occurrence, Party},
    lock::lock,
    store::Store,
};

const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// The longest that a webhook is held back.
const LONGEST_DELAY: Duration = Duration::from_secs(10 * 60);

/// How webhooks are delivered, to whoever tests what a back end makes of them. As it is by
/// default they come at once, and once: on one computer, before a page has asked for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WebhookBehaviour {
    /// How long after what it tells of a webhook is first tried, in real time and not by the
    /// sandbox's clock: ten minutes at most. It holds for those that wait already, too:
    /// shortened, it lets them go. In JSON `delay_milliseconds`.
    #[serde(rename = "delay_milliseconds", with = "crate::milliseconds")]
    pub delay: Duration,
    /// Whether each is delivered again, in the same bytes, once it has been taken.
    pub twice: bool,
}

impl WebhookBehaviour {
    /// Refuses what would never come.
    pub(crate) fn check(self) -> Result<(), String> {
        if self.delay > LONGEST_DELAY {
            let most = LONGEST_DELAY.as_millis();
            return Err(format!("`delay_milliseconds` is at most {most}"));
        }
        Ok(())
    }
}

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

/// A webhook that is to be delivered.
#[derive(Debug)]
pub(crate) struct Queued {
    event: String,
    doc_id: String,
    body: Body,
    /// Its number in the store.
    number: Option<i64>,
    /// When what it tells of happened, or the sandbox started again.
    queued_at: Instant,
}

impl Queued {
    pub(crate) fn new(body: String, number: Option<i64>) -> Self {
        let event = WebhookEvent::parse(body.as_bytes()).ok();
        let doc_id = event.as_ref().and_then(WebhookEvent::doc_id);
        Self {
            doc_id: doc_id.unwrap_or_default().to_owned(),
            event: event
                .as_ref()
                .map(WebhookEvent::name)
                .unwrap_or_default()
                .to_owned(),
            body: Body(body.into_bytes()),
            number,
            queued_at: Instant::now(),
        }
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
    store: Option<Arc<Store>>,
    behaviour: watch::Sender<WebhookBehaviour>,
    queues: Mutex<Queues>,
}

#[derive(Debug, Default)]
struct Queues {
    by_document: HashMap<u32, UnboundedSender<Queued>>,
    workers: JoinSet<()>,
    /// Whether what these deliver is not wanted any more. Looked at under the lock of the
    /// deliveries: a worker that has just heard an answer does not end at once.
    are_given_up: Arc<AtomicBool>,
}

impl Webhooks {
    pub(crate) fn new(
        client: reqwest::Client,
        clock: Clock,
        config: &Config,
        store: Option<Arc<Store>>,
    ) -> Self {
        Self {
            client,
            clock,
            pause: config.webhook_retry_pause,
            tries: config.webhook_tries,
            deliveries: Arc::default(),
            store,
            behaviour: watch::Sender::default(),
            queues: Mutex::default(),
        }
    }

    /// Takes in what was delivered before a restart.
    pub(crate) fn load(&self, deliveries: Vec<Delivery>) {
        *lock(&self.deliveries) = deliveries;
    }

    pub(crate) fn behaviour(&self) -> WebhookBehaviour {
        *self.behaviour.borrow()
    }

    pub(crate) fn set_behaviour(&self, behaviour: WebhookBehaviour) {
        self.behaviour.send_replace(behaviour);
    }

    /// Delivers them after those of this document that have not been taken yet.
    pub(crate) fn deliver(&self, document: &Document, webhooks: Vec<Queued>) {
        let Some(url) = &document.webhook_url else {
            return;
        };
        let mut queues = lock(&self.queues);
        let Queues {
            by_document,
            workers,
            are_given_up,
        } = &mut *queues;
        let queue = by_document.entry(document.id).or_insert_with(|| {
            let (queue, mut webhooks) = unbounded_channel();
            let receiver = Receiver {
                client: self.client.clone(),
                url: url.clone(),
                clock: self.clock.clone(),
                deliveries: Arc::clone(&self.deliveries),
                store: self.store.clone(),
                is_given_up: Arc::clone(are_given_up),
                behaviour: self.behaviour.subscribe(),
                pause: self.pause,
                tries: self.tries,
            };
            workers.spawn(async move {
                while let Some(webhook) = webhooks.recv().await {
                    receiver.deliver(webhook).await;
                }
            });
            queue
        });
        for webhook in webhooks {
            // The worker holds the other end for as long as the sandbox runs.
            let _ = queue.send(webhook);
        }
    }

    pub(crate) fn deliveries(&self) -> Vec<Delivery> {
        lock(&self.deliveries).clone()
    }

    /// Gives up what is on its way, and forgets what was delivered.
    pub(crate) fn clear(&self) {
        let mut queues = lock(&self.queues);
        let given_up = std::mem::take(&mut *queues);
        let mut deliveries = lock(&self.deliveries);
        given_up.are_given_up.store(true, Ordering::Relaxed);
        deliveries.clear();
    }

    pub(crate) fn stop(&self) {
        lock(&self.queues).workers.abort_all();
    }
}

/// Where one document's webhooks go.
struct Receiver {
    client: reqwest::Client,
    url: SensitiveUrl,
    clock: Clock,
    deliveries: Arc<Mutex<Vec<Delivery>>>,
    store: Option<Arc<Store>>,
    is_given_up: Arc<AtomicBool>,
    behaviour: watch::Receiver<WebhookBehaviour>,
    pause: Duration,
    tries: u32,
}

impl Receiver {
    /// Delivers a webhook when it is time, and a second time if each is to come twice.
    async fn deliver(&self, webhook: Queued) {
        self.wait(webhook.queued_at).await;
        let comes_again = self.behaviour.borrow().twice;
        if self.deliver_once(&webhook, !comes_again).await && comes_again {
            self.deliver_once(&webhook, true).await;
        }
    }

    /// Waits for as long as webhooks are held back, which may change meanwhile.
    async fn wait(&self, queued_at: Instant) {
        let mut behaviour = self.behaviour.clone();
        loop {
            let due = queued_at + behaviour.borrow_and_update().delay.min(LONGEST_DELAY);
            match timeout_at(due, behaviour.changed()).await {
                Ok(Ok(())) => {}
                // It is time, or the sandbox has ended.
                Err(_) | Ok(Err(_)) => return,
            }
        }
    }

    /// Delivers a webhook, for the last time or not. Whether it was taken.
    async fn deliver_once(&self, webhook: &Queued, is_last: bool) -> bool {
        let Queued {
            event,
            doc_id,
            body,
            number,
            ..
        } = webhook;
        let mut pause = self.pause;
        for attempt in 1..=self.tries {
            let status = self.post(&body.0).await;
            let is_taken = status.is_some_and(|status| (200..300).contains(&status));
            let is_done = is_taken || attempt == self.tries;
            let delivery = Delivery {
                event: event.clone(),
                doc_id: doc_id.clone(),
                body: body.clone(),
                status,
                tried_at: self.clock.unix_seconds(),
            };
            let is_over = is_done && (is_last || !is_taken);
            if !self.keep(delivery, number.filter(|_| is_over)) {
                return false;
            }
            // The address holds the receiver's secret, so it is not logged.
            tracing::info!(event, attempt, ?status, "webhook");
            if is_taken {
                return true;
            }
            if !is_done {
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
        let tries = self.tries;
        tracing::warn!(event, tries, "a webhook is given up");
        false
    }

    /// Keeps that this was tried, unless everything has been forgotten meanwhile. What is
    /// done is not delivered again after a restart.
    fn keep(&self, delivery: Delivery, done: Option<i64>) -> bool {
        let mut deliveries = lock(&self.deliveries);
        if self.is_given_up.load(Ordering::Relaxed) {
            return false;
        }
        if let Some(store) = &self.store
            && let Err(error) = store.write(|writer| {
                writer.delivery(&delivery)?;
                done.map_or(Ok(()), |number| writer.webhook_done(number))
            })
        {
            tracing::error!(%error, "a webhook that was delivered will be delivered again");
        }
        deliveries.push(delivery);
        true
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Each counts from what it tells of: two at once are not twice as late.
    #[tokio::test(start_paused = true)]
    async fn two_that_are_held_back_come_together() {
        let delay = Duration::from_secs(1);
        let behaviour = watch::Sender::new(WebhookBehaviour {
            delay,
            twice: false,
        });
        let receiver = Receiver {
            client: reqwest::Client::new(),
            url: SensitiveUrl::new(""),
            clock: Clock::default(),
            deliveries: Arc::default(),
            store: None,
            is_given_up: Arc::default(),
            behaviour: behaviour.subscribe(),
            pause: Duration::ZERO,
            tries: 1,
        };
        let begun = Instant::now();
        let webhooks = [(); 2].map(|()| Queued::new(String::new(), None));
        for webhook in webhooks {
            receiver.wait(webhook.queued_at).await;
        }
        assert_eq!(begun.elapsed(), delay);
    }
}
