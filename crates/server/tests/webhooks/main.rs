//! Webhooks as they may come, into each store: repeated, reordered, at the same time, wrong,
//! from strangers, too late.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[cfg(feature = "postgres")]
mod postgres;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use axum::{Router, serve::Listener};
use documentolog_protocol::WebhookEvent;
use documentolog_server::{
    Database, IssueError, LARGEST_WEBHOOK, LONGEST_REFERENCE, MemoryStore, Refused, SqliteStore,
    StoreError, StoredWebhook, WebhookSecretHash, WebhookStore, Webhooks,
};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream},
    net::TcpListener,
    sync::Notify,
    task::JoinSet,
};

const DAY: Duration = Duration::from_secs(86_400);

fn sent(document: usize) -> String {
    json!({"event": "document_sent", "doc_id": format!("KZ{document}")}).to_string()
}

/// What every store has to do.
async fn keeps_its_promises<Store: WebhookStore>(store: Store) {
    let calls = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&calls);
    let webhooks = Webhooks::with_callback(store, DAY, move |_| {
        count.fetch_add(1, Ordering::Relaxed);
    });
    let first = webhooks.issue_secret("order-1").await.unwrap();
    let second = webhooks.issue_secret("order-2").await.unwrap();
    let again = webhooks.issue_secret("order-1").await.unwrap();

    // Equal events are one, however they are written and through whichever address.
    let spread = r#"{ "doc_id" : "KZ1", "event":"document_sent" }"#;
    let unfit = r#"{"event": "document_sent", "doc_id": 7}"#;
    for (secret, body, is_new) in [
        (&first, sent(1).as_str(), true),
        (&first, &sent(1), false),
        (&again, spread, false),
        (&second, &sent(1), true),
        (
            &first,
            r#"{"event": "of a newer service", "more": [1]}"#,
            true,
        ),
        (&first, unfit, true),
        (&first, r#"{"doc_id":7,"event":"document_sent"}"#, false),
        (&first, &sent(2), true),
    ] {
        let received = webhooks.receive(secret.expose(), body.as_bytes()).await;
        assert_eq!(received.unwrap().is_new, is_new, "{body}");
    }
    let kept = webhooks.store().webhooks_of("order-1").await.unwrap();
    let kept: Vec<Value> = kept.iter().map(|kept| kept.event.to_json()).collect();
    assert_eq!(
        kept,
        [
            json!({"event": "document_sent", "doc_id": "KZ1"}),
            json!({"event": "of a newer service", "more": [1]}),
            json!({"event": "document_sent", "doc_id": 7}),
            json!({"event": "document_sent", "doc_id": "KZ2"}),
        ]
    );
    let of_other = webhooks.store().webhooks_of("order-2").await.unwrap();
    assert_eq!(of_other.len(), 1);
    assert!(of_other[0].received_at > 1_700_000_000_000, "milliseconds");
    assert_eq!(calls.load(Ordering::Relaxed), 5);

    // A stranger's address, and what is no webhook.
    let hash = first.hash().to_hexadecimal();
    for stranger in ["", "0", hash.as_str(), "\u{0}", &"x".repeat(10_000)] {
        let refused = webhooks.receive(stranger, sent(1).as_bytes()).await;
        assert!(
            matches!(refused, Err(Refused::UnknownAddress)),
            "{stranger:.20}"
        );
    }
    for (body, status) in [
        (String::new(), 400),
        ("[]".to_owned(), 400),
        (r#"{"doc_id": "KZ1"}"#.to_owned(), 400),
        (
            format!(
                r#"{{"event": "x", "y": {}{}}}"#,
                "[".repeat(5_000),
                "]".repeat(5_000)
            ),
            400,
        ),
        (" ".repeat(LARGEST_WEBHOOK + 1), 413),
    ] {
        let refused = webhooks.receive(first.expose(), body.as_bytes()).await;
        assert_eq!(refused.unwrap_err().status(), status, "{body:.40}");
    }

    // A secret whose time is over is nobody's.
    let store = webhooks.store();
    let hash = WebhookSecretHash::of("a secret of yesterday");
    store.add_secret(hash, "order-3", 1_000, 999).await.unwrap();
    assert_eq!(
        store.reference_of(hash, 999).await.unwrap().as_deref(),
        Some("order-3")
    );
    assert_eq!(store.reference_of(hash, 1_000).await.unwrap(), None);
    let late = webhooks
        .receive("a secret of yesterday", sent(1).as_bytes())
        .await;
    assert!(matches!(late, Err(Refused::UnknownAddress)));
    // What a database's index could not hold is refused at once, and not when a webhook comes.
    let long = "ә".repeat(LONGEST_REFERENCE / 2);
    let secret = webhooks.issue_secret(&long).await.unwrap();
    let received = webhooks.receive(secret.expose(), sent(1).as_bytes()).await;
    assert_eq!(received.unwrap().reference, long);
    let refused = webhooks.issue_secret(&(long + "x")).await;
    assert!(matches!(refused, Err(IssueError::ReferenceTooLong)));

    // It does not stay for ever: the next secret takes its place.
    webhooks.issue_secret("order-3").await.unwrap();
    assert_eq!(store.reference_of(hash, 0).await.unwrap(), None);
}

#[tokio::test]
async fn memory_keeps_its_promises() {
    keeps_its_promises(MemoryStore::default()).await;
}

#[tokio::test]
async fn sqlite_keeps_its_promises() {
    keeps_its_promises(SqliteStore::open(&Database::InMemory).unwrap()).await;
    let folder = tempfile::tempdir().unwrap();
    let database = Database::File(folder.path().join("webhooks.sqlite"));
    keeps_its_promises(SqliteStore::open(&database).unwrap()).await;
    let again = SqliteStore::open(&database).unwrap();
    assert_eq!(again.webhooks().await.unwrap().len(), 6, "after a restart");
}

/// A receiver over HTTP, and where it is.
/// A client that no proxy of the environment stands before: whoever is asked is on this computer.
fn http() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().unwrap()
}

async fn serve<Store: WebhookStore>(webhooks: &Webhooks<Store>) -> String {
    let router = Router::new().nest("/webhooks", webhooks.router());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    origin
}

#[tokio::test]
async fn the_router_answers_as_the_service_understands() {
    let webhooks = Webhooks::new(MemoryStore::default());
    let secret = webhooks.issue_secret("order-1").await.unwrap();
    let origin = serve(&webhooks).await;
    let http = http();
    let own = format!("{origin}/webhooks/{}", secret.expose());
    for (url, body, status) in [
        (&own, sent(1), StatusCode::OK),
        (&own, sent(1), StatusCode::OK),
        (&own, r#"{"event": "new"}"#.to_owned(), StatusCode::OK),
        (
            &own,
            r#"{"event": "document_sent"}"#.to_owned(),
            StatusCode::OK,
        ),
        (&own, "{}".to_owned(), StatusCode::BAD_REQUEST),
        (
            &own,
            " ".repeat(LARGEST_WEBHOOK + 1),
            StatusCode::PAYLOAD_TOO_LARGE,
        ),
        (
            &format!("{origin}/webhooks/nobody"),
            sent(1),
            StatusCode::NOT_FOUND,
        ),
    ] {
        let answer = http.post(url).body(body.clone()).send().await.unwrap();
        assert_eq!(answer.status(), status, "{body:.40}");
        let text = answer.text().await.unwrap();
        assert!(
            !text.contains("KZ1") && !text.contains(secret.expose()),
            "{text}"
        );
    }
    let answer = http.get(&own).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(webhooks.store().webhooks().len(), 3);
}

/// Recipients sign one after another, each within 30 days of when a link was sent.
#[tokio::test]
async fn a_secret_outlasts_a_signing_of_many_months() {
    let webhooks = Webhooks::new(MemoryStore::default());
    let secret = webhooks.issue_secret("order-1").await.unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    for (days, reference) in [(31, Some("order-1")), (364, Some("order-1")), (366, None)] {
        let then = (now + days * DAY).as_secs();
        let known = webhooks.store().reference_of(secret.hash(), then).await;
        assert_eq!(known.unwrap().as_deref(), reference, "after {days} days");
    }
}

/// One connection, in memory.
struct Line(Option<DuplexStream>);

impl Listener for Line {
    type Io = DuplexStream;
    type Addr = ();

    async fn accept(&mut self) -> (DuplexStream, ()) {
        match self.0.take() {
            Some(end) => (end, ()),
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Begins to post to the address with this secret, through memory.
async fn post<Store: WebhookStore>(
    webhooks: &Webhooks<Store>,
    secret: &str,
    length: usize,
    body: &str,
) -> DuplexStream {
    let (mut sender, end) = tokio::io::duplex(4_096);
    let router = Router::new().nest("/webhooks", webhooks.router());
    tokio::spawn(async move { axum::serve(Line(Some(end)), router).await });
    let begun = format!(
        "POST /webhooks/{secret} HTTP/1.1\r\nhost: shop.kz\r\ncontent-length: {length}\r\n\r\n{body}"
    );
    sender.write_all(begun.as_bytes()).await.unwrap();
    sender
}

/// Time goes on by itself where everybody waits for it; what is on its way through a socket, it
/// would not wait for.
#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_come_is_not_waited_for() {
    let webhooks = Webhooks::new(MemoryStore::default());
    let secret = webhooks.issue_secret("order-1").await.unwrap();
    // A stranger's is not even begun.
    for (secret, status, seconds) in [(secret.expose(), "408", 10), ("nobody", "404", 0)] {
        let begins = tokio::time::Instant::now();
        let mut sender = post(&webhooks, secret, 99, "{").await;
        let mut answer = [0; 12];
        let answered = sender.read_exact(&mut answer);
        let answered = tokio::time::timeout(Duration::from_secs(60), answered).await;
        answered.expect("it is waited for").unwrap();
        assert_eq!(answer, *format!("HTTP/1.1 {status}").as_bytes());
        assert_eq!(begins.elapsed().as_secs(), seconds, "{status}");
    }
}

/// Records as the store within does, when it is let.
struct Gate {
    inner: MemoryStore,
    has_come: Notify,
    is_open: Notify,
}

impl WebhookStore for Gate {
    async fn add_secret(
        &self,
        hash: WebhookSecretHash,
        reference: &str,
        until: u64,
        now: u64,
    ) -> Result<(), StoreError> {
        self.inner.add_secret(hash, reference, until, now).await
    }
    async fn reference_of(
        &self,
        hash: WebhookSecretHash,
        now: u64,
    ) -> Result<Option<String>, StoreError> {
        self.inner.reference_of(hash, now).await
    }
    async fn record(&self, reference: &str, event: &WebhookEvent) -> Result<bool, StoreError> {
        let is_new = self.inner.record(reference, event).await;
        self.has_come.notify_one();
        self.is_open.notified().await;
        is_new
    }
    async fn webhooks_of(&self, reference: &str) -> Result<Vec<StoredWebhook>, StoreError> {
        self.inner.webhooks_of(reference).await
    }
}

/// The store has it: who hangs up must not keep the back end from hearing of it.
#[tokio::test(start_paused = true)]
async fn who_hangs_up_does_not_keep_the_news_from_the_back_end() {
    let (tell, mut heard) = tokio::sync::mpsc::unbounded_channel();
    let gate = Gate {
        inner: MemoryStore::default(),
        has_come: Notify::new(),
        is_open: Notify::new(),
    };
    let webhooks = Webhooks::with_callback(gate, DAY, move |received| {
        tell.send(received.reference.clone()).unwrap();
    });
    let secret = webhooks.issue_secret("order-1").await.unwrap();
    let body = sent(1);
    let caller = post(&webhooks, secret.expose(), body.len(), &body).await;
    webhooks.store().has_come.notified().await;
    drop(caller);
    // Time goes on when everybody waits: by then the server has seen that nobody listens.
    tokio::time::sleep(Duration::from_secs(1)).await;
    webhooks.store().is_open.notify_one();
    let news = tokio::time::timeout(DAY, heard.recv()).await;
    assert_eq!(
        news.expect("nobody hears of it").as_deref(),
        Some("order-1")
    );
    assert_eq!(webhooks.store().inner.webhooks().len(), 1);
}

/// What breaks in the back end's own callback is told as a failure, and ends nothing else.
#[tokio::test]
async fn a_callback_that_panics_is_answered() {
    let store = MemoryStore::default();
    let webhooks = Webhooks::with_callback(store, DAY, |_| panic!("the back end's own"));
    let secret = webhooks.issue_secret("order-1").await.unwrap();
    let url = format!("{}/webhooks/{}", serve(&webhooks).await, secret.expose());
    let http = http();
    for status in [StatusCode::INTERNAL_SERVER_ERROR, StatusCode::OK] {
        let answer = http.post(&url).body(sent(1)).send().await.unwrap();
        assert_eq!(answer.status(), status);
        assert!(!answer.text().await.unwrap().contains("own"));
    }
}

/// What others record after it must not be in it, and be gone with it.
#[tokio::test]
async fn a_transaction_that_a_query_leaves_open_is_nobody_elses() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::File(folder.path().join("webhooks.db"));
    let store = SqliteStore::open(&database).unwrap();
    let webhooks = Webhooks::new(store.clone());
    let fails = "CREATE TABLE orders (id TEXT PRIMARY KEY);
                 BEGIN; INSERT INTO orders VALUES ('1'); INSERT INTO orders VALUES ('1'); COMMIT";
    let failed = store.query(|connection| connection.execute_batch(fails));
    assert!(failed.await.is_err());
    let forgets = "BEGIN; INSERT INTO orders VALUES ('2')";
    let forgotten = store.query(|connection| connection.execute_batch(forgets));
    let said = format!("{:?}", forgotten.await.unwrap_err());
    assert!(said.contains("left a transaction open"), "{said}");

    let secret = webhooks.issue_secret("order-1").await.unwrap();
    let received = webhooks.receive(secret.expose(), sent(1).as_bytes()).await;
    assert!(received.unwrap().is_new);
    // As another process sees it.
    let other = SqliteStore::open(&database).unwrap();
    assert_eq!(other.webhooks().await.unwrap().len(), 1);
    let orders = other.query(|connection| {
        connection.query_row("SELECT count(*) FROM orders", [], |row| {
            row.get::<_, u32>(0)
        })
    });
    assert_eq!(orders.await.unwrap(), 0);
    let received = Webhooks::new(other)
        .receive(secret.expose(), sent(1).as_bytes())
        .await;
    assert!(!received.unwrap().is_new, "its secret is kept");
}

/// The thread is the receiver's, too.
#[tokio::test]
async fn a_query_that_panics_ends_nothing_but_itself() {
    let store = SqliteStore::open(&Database::InMemory).unwrap();
    let webhooks = Webhooks::new(store.clone());
    let secret = webhooks.issue_secret("order-1").await.unwrap();
    let by_transaction = store.query(|connection| -> rusqlite::Result<()> {
        let transaction = connection.transaction()?;
        transaction.execute_batch("CREATE TABLE half_done (x)")?;
        panic!("a query's own")
    });
    assert!(by_transaction.await.is_err());
    let by_statement = store.query(|connection| -> rusqlite::Result<()> {
        connection.execute_batch("BEGIN; CREATE TABLE half_done (x)")?;
        panic!("a query's own")
    });
    assert!(by_statement.await.is_err());
    let received = webhooks.receive(secret.expose(), sent(1).as_bytes()).await;
    assert!(received.unwrap().is_new);
    let (is_open, tables) = store
        .query(|connection| {
            let tables = "SELECT count(*) FROM sqlite_master WHERE name = 'half_done'";
            let tables: u32 = connection.query_row(tables, [], |row| row.get(0))?;
            Ok((!connection.is_autocommit(), tables))
        })
        .await
        .unwrap();
    assert_eq!((is_open, tables), (false, 0));
}

/// 10,000 webhooks as fast as they can be sent, every tenth of them twice: each is answered
/// with 2xx, and recorded once.
#[tokio::test(flavor = "multi_thread")]
async fn a_burst_is_recorded_once() {
    const DOCUMENTS: usize = 10_000;
    let folder = tempfile::tempdir().unwrap();
    let database = Database::File(folder.path().join("webhooks.sqlite"));
    let store = SqliteStore::open(&database).unwrap();
    let webhooks = Webhooks::new(store.clone());
    let secret = webhooks.issue_secret("order-1").await.unwrap();
    let url = format!("{}/webhooks/{}", serve(&webhooks).await, secret.expose());
    send_all(vec![url], 0..DOCUMENTS).await;
    assert_eq!(store.webhooks().await.unwrap().len(), DOCUMENTS);
}

/// Sends a webhook for each document, every tenth twice, to the receivers in turn, by 50
/// senders at a time. Each tries until it is answered with 2xx.
async fn send_all(urls: Vec<String>, documents: std::ops::Range<usize>) {
    let http = http();
    let next = Arc::new(AtomicUsize::new(documents.start));
    let mut senders = JoinSet::new();
    for _ in 0..50 {
        let (http, urls, next, end) =
            (http.clone(), urls.clone(), Arc::clone(&next), documents.end);
        senders.spawn(async move {
            loop {
                let document = next.fetch_add(1, Ordering::Relaxed);
                if document >= end {
                    return;
                }
                for repeat in 0..=usize::from(document % 10 == 0) {
                    let mut attempt = document + repeat;
                    loop {
                        let url = &urls[attempt % urls.len()];
                        let answer = http.post(url).body(sent(document)).send().await;
                        if answer.is_ok_and(|answer| answer.status().is_success()) {
                            break;
                        }
                        attempt += 1;
                        tokio::time::sleep(Duration::from_millis(5)).await;
                    }
                }
            }
        });
    }
    let all = tokio::time::timeout(Duration::from_secs(120), senders.join_all());
    all.await.unwrap();
}

/// A store that cannot write is told as 500: the service may try again.
#[tokio::test]
async fn what_is_not_recorded_is_not_answered_with_success() {
    struct Broken;
    impl WebhookStore for Broken {
        async fn add_secret(
            &self,
            _: WebhookSecretHash,
            _: &str,
            _: u64,
            _: u64,
        ) -> Result<(), StoreError> {
            Ok(())
        }
        async fn reference_of(
            &self,
            _: WebhookSecretHash,
            _: u64,
        ) -> Result<Option<String>, StoreError> {
            Ok(Some("order-1".to_owned()))
        }
        async fn record(&self, _: &str, _: &WebhookEvent) -> Result<bool, StoreError> {
            Err(StoreError::new("the disk is full"))
        }
        async fn webhooks_of(&self, _: &str) -> Result<Vec<StoredWebhook>, StoreError> {
            Ok(Vec::new())
        }
    }
    let webhooks = Webhooks::new(Broken);
    let url = format!("{}/webhooks/x", serve(&webhooks).await);
    let answer = http().post(url).body(sent(1)).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!answer.text().await.unwrap().contains("disk"));
}
