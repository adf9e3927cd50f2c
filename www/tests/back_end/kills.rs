//! The shop's program, killed as a machine dies, between webhooks and in the midst of them.

use std::{
    collections::HashMap,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    http::{Method, StatusCode, Uri},
};
use documentolog_protocol::{ApiKey, SignatureMethod, WebhookEvent};
use documentolog_sandbox::Sandbox;
use documentolog_server::{Database, SqliteStore};
use reqwest::Client;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpListener,
    process::{Child, Command},
    sync::watch,
};

use crate::stage::{KEY, client};

/// Who signs, as the shop's environment says.
const CUSTOMER: &str = "791028302728";

/// How long anything may take, on a machine that does much besides: several of the pauses, of a
/// minute at most, that the service makes between tries.
const PATIENCE: Duration = Duration::from_secs(200);

const ORDERS: usize = 40;
/// A document is sent, signed, completed.
const WEBHOOKS: usize = 3 * ORDERS;

/// Where the shop is, alive or dead: nobody else gets the port meanwhile. Systems hand out
/// higher ones by themselves, from 32,768 on.
fn lasting_address() -> SocketAddr {
    let own = u16::try_from(std::process::id() % 2_000).unwrap();
    (0..2_000)
        .map(|place| 30_000 + (own + place) % 2_000)
        .map(|port| SocketAddr::from(([127, 0, 0, 1], port)))
        .find(|address| std::net::TcpListener::bind(address).is_ok())
        .unwrap()
}

/// What stands before the shop, as a reverse proxy does. It lets so many webhooks through and
/// none after them, so that a kill comes in the midst of them however quick they are.
struct Gate {
    origin: String,
    /// How many more may pass.
    left: watch::Sender<usize>,
}

impl Gate {
    async fn before(shop: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let left = watch::Sender::new(0);
        let (counts, http) = (left.clone(), client());
        let forward = move |method: Method, uri: Uri, body: Bytes| {
            let (counts, http) = (counts.clone(), http.clone());
            async move {
                let is_webhook = uri.path().starts_with("/webhooks/");
                let may_pass = !is_webhook
                    || counts.send_if_modified(|left| {
                        let may_pass = *left > 0;
                        *left -= usize::from(may_pass);
                        may_pass
                    });
                if !may_pass {
                    return (StatusCode::SERVICE_UNAVAILABLE, Bytes::new());
                }
                let request = http.request(method, format!("http://{shop}{uri}"));
                let answer = async {
                    let answer = request.body(body).send().await?;
                    reqwest::Result::Ok((answer.status(), answer.bytes().await?))
                };
                answer
                    .await
                    .unwrap_or((StatusCode::BAD_GATEWAY, Bytes::new()))
            }
        };
        let router = Router::new().fallback(forward);
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { origin, left }
    }

    fn let_through(&self, count: usize) {
        self.left.send_replace(count);
    }

    /// Waits until as many have come through as may.
    async fn is_shut(&self) {
        let mut left = self.left.subscribe();
        let shut = left.wait_for(|left| *left == 0);
        let waited = tokio::time::timeout(PATIENCE, shut).await;
        waited.unwrap().unwrap();
    }
}

struct Program {
    address: SocketAddr,
    process: Child,
}

impl Program {
    async fn start(address: SocketAddr, gate: &Gate, database: &Path, service: &str) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_documentolog-shop"))
            .args(["--listen", &address.to_string(), "--base-url", service])
            .args(["--public-origin", &gate.origin])
            .args(["--package", env!("CARGO_MANIFEST_DIR"), "--database"])
            .arg(database)
            .env("DOCUMENTOLOG_API_KEY", KEY)
            .env("DOCUMENTOLOG_CUSTOMER", CUSTOMER)
            .env("RUST_LOG", "error")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let ready = lines.next_line().await.unwrap();
        assert!(ready.is_some(), "it ended before it was ready");
        Self { address, process }
    }

    /// SIGKILL: nothing can be finished, flushed or said.
    async fn kill(mut self) {
        self.process.kill().await.unwrap();
    }

    async fn token(&self, http: &Client) -> String {
        let post = async |path: String| -> Value {
            let url = format!("http://{}{path}", self.address);
            let answer = http.post(url).send().await.unwrap();
            answer.error_for_status().unwrap().json().await.unwrap()
        };
        let order = post("/api/orders".to_owned()).await["id"].clone();
        let token = post(format!("/api/orders/{}/token", order.as_str().unwrap())).await;
        token["data"]["access_token"].as_str().unwrap().to_owned()
    }
}

fn delivered(sandbox: &Sandbox) -> usize {
    let deliveries = sandbox.deliveries();
    let taken = deliveries
        .iter()
        .filter(|delivery| delivery.status == Some(200));
    taken.count()
}

async fn until(what: &str, is_so: impl Fn() -> bool) {
    let wait = async {
        while !is_so() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    };
    let waited = tokio::time::timeout(PATIENCE, wait).await;
    waited.unwrap_or_else(|_| panic!("waited in vain until {what}"));
}

async fn recorded(database: &Path) -> HashMap<(String, String), usize> {
    let database = Database::File(PathBuf::from(database));
    let store = SqliteStore::open(&database).unwrap();
    let mut counts = HashMap::new();
    for webhook in store.webhooks().await.unwrap() {
        if let WebhookEvent::SignerSigned { signer, .. } = &webhook.event {
            assert_eq!(signer.recipient.valid().unwrap().to_wire(), CUSTOMER);
        }
        let name = webhook.event.name().to_owned();
        *counts.entry((webhook.reference, name)).or_default() += 1;
    }
    counts
}

#[tokio::test(flavor = "multi_thread")]
async fn no_webhook_is_lost_or_doubled_when_the_shop_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("shop.sqlite");
    let sandbox = documentolog_sandbox::start(documentolog_sandbox::Config {
        api_key: ApiKey::new(KEY),
        webhook_retry_pause: Duration::from_millis(20),
        // More than can be made while the shop is dead: none is given up.
        webhook_tries: 30,
        ..Default::default()
    });
    let sandbox = sandbox.await.unwrap();
    let http = client();
    let address = lasting_address();
    let gate = Gate::before(address).await;
    let start = || Program::start(address, &gate, &database, sandbox.origin());
    let shop = start().await;
    gate.let_through(usize::MAX);
    let mut tokens = Vec::new();
    for _ in 0..ORDERS {
        tokens.push(shop.token(&http).await);
    }
    until("every document is sent", || delivered(&sandbox) == ORDERS).await;

    // Between webhooks: what was answered with 2xx is there.
    shop.kill().await;
    gate.let_through(0);
    assert_eq!(recorded(&database).await.len(), ORDERS);

    // All sign at once, while nobody takes webhooks, then somebody does, and is killed
    // after some of them, again and again.
    for token in tokens {
        sandbox.sign(&token, SignatureMethod::Eds).unwrap();
    }
    for _ in 0..3 {
        let shop = start().await;
        gate.let_through(ORDERS / 2);
        gate.is_shut().await;
        shop.kill().await;
        let kept: usize = recorded(&database).await.values().sum();
        let answered = delivered(&sandbox);
        assert!(kept >= answered, "{kept} of the {answered} answered");
        assert!(answered < WEBHOOKS, "the last webhook came before the kill");
    }
    let shop = start().await;
    gate.let_through(usize::MAX);
    until("all are taken", || delivered(&sandbox) >= WEBHOOKS).await;
    shop.kill().await;
    let counts = recorded(&database).await;
    assert_eq!(counts.len(), WEBHOOKS);
    assert!(counts.values().all(|count| *count == 1), "{counts:?}");
}
