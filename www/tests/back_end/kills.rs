//! The shop's program, killed as a machine dies, between webhooks and in the midst of them.

use std::{
    collections::HashMap,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use documentolog_protocol::{ApiKey, SignatureMethod, WebhookEvent};
use documentolog_sandbox::Sandbox;
use documentolog_server::{Database, SqliteStore};
use reqwest::Client;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::stage::KEY;

/// Who signs, as the shop's environment says.
const CUSTOMER: &str = "791028302728";

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

struct Program {
    address: SocketAddr,
    process: Child,
}

impl Program {
    async fn start(address: SocketAddr, database: &Path, service: &str) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_documentolog-shop"))
            .args(["--listen", &address.to_string(), "--base-url", service])
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
    let waited = tokio::time::timeout(Duration::from_secs(60), wait).await;
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
        webhook_tries: 12,
        ..Default::default()
    });
    let sandbox = sandbox.await.unwrap();
    let http = Client::new();
    let address = lasting_address();
    let shop = Program::start(address, &database, sandbox.origin()).await;
    let mut tokens = Vec::new();
    for _ in 0..ORDERS {
        tokens.push(shop.token(&http).await);
    }
    until("every document is sent", || delivered(&sandbox) == ORDERS).await;

    // Between webhooks: what was answered with 2xx is there.
    shop.kill().await;
    assert_eq!(recorded(&database).await.len(), ORDERS);

    // Some sign, while nobody takes webhooks, then somebody does, and is killed after a share
    // of what comes: again and again, so that one kill in time is enough.
    let mut killed_in_the_midst = 0;
    let mut due = ORDERS;
    for (some, share) in tokens.chunks(ORDERS.div_ceil(3)).zip([4, 3, 2]) {
        for token in some {
            sandbox.sign(token, SignatureMethod::Eds).unwrap();
        }
        let enough = due + 2 * some.len() / share;
        due += 2 * some.len();
        let shop = Program::start(address, &database, sandbox.origin()).await;
        until("some are taken", || delivered(&sandbox) >= enough).await;
        shop.kill().await;
        killed_in_the_midst += usize::from(delivered(&sandbox) < due);
        let kept: usize = recorded(&database).await.values().sum();
        assert!(kept >= enough, "{kept} of the {enough} that were answered");
    }
    assert_eq!(due, WEBHOOKS, "everybody has signed");
    assert!(
        killed_in_the_midst > 0,
        "every kill came after the last webhook"
    );
    let shop = Program::start(address, &database, sandbox.origin()).await;
    until("all are taken", || delivered(&sandbox) >= WEBHOOKS).await;
    shop.kill().await;
    let counts = recorded(&database).await;
    assert_eq!(counts.len(), WEBHOOKS);
    assert!(counts.values().all(|count| *count == 1), "{counts:?}");
}
