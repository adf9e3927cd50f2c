//! What the shop and the sandbox write into their logs.

use std::{
    io::Write,
    sync::{Arc, Mutex, Once},
    time::Duration,
};

use serde_json::{Value, json};
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::filter::LevelFilter;

use crate::{
    stage::{KEY, Stage},
    webhooks::{FakeService, TOKEN},
};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Keeps what is logged on this thread, where a test's shop and sandbox run.
    fn keep(level: LevelFilter) -> (Self, DefaultGuard) {
        // While there is one subscriber only, what it wants of a place in the code is asked
        // of the thread that comes there first, and remembered: that may be another test's,
        // which has none. With a second one every subscriber is asked.
        static EVERY_THREAD: Once = Once::new();
        EVERY_THREAD.call_once(|| {
            let silent = tracing_subscriber::fmt()
                .with_max_level(LevelFilter::TRACE)
                .with_writer(std::io::sink)
                .finish();
            tracing::subscriber::set_global_default(silent).unwrap();
        });
        let log = Self::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_max_level(level)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        (log, tracing::subscriber::set_default(subscriber))
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn logs_hold_no_secret_and_nothing_personal() {
    let (log, _guard) = Log::keep(LevelFilter::TRACE);
    let stage = Stage::start().await;
    let order = stage.post("/api/orders", "").await;
    let order: Value = order.json().await.unwrap();
    let (id, contract) = (
        order["id"].as_str().unwrap(),
        order["contract"].as_str().unwrap(),
    );
    let token = stage.token(id).await;
    stage.sign(&token);
    let completed = async {
        loop {
            let deliveries = stage.sandbox.deliveries();
            if let Some(delivery) = deliveries
                .into_iter()
                .find(|delivery| delivery.event == "document_completed")
            {
                return delivery;
            }
            tokio::task::yield_now().await;
        }
    };
    let completed = tokio::time::timeout(Duration::from_secs(10), completed).await;
    let capability = String::from_utf8(completed.unwrap().body.0).unwrap();
    let capability = capability.split("capability=").nth(1).unwrap()[..32].to_owned();

    let written = log.text();
    // Libraries write of connections at these levels; their addresses are there, what
    // they carry must not be.
    let ours: String = written
        .lines()
        .filter(|line| line.contains("documentolog_"))
        .collect();
    assert!(
        ours.contains("webhook") && ours.contains("a token is given"),
        "{ours}"
    );
    let key_of_contract = contract.split('/').nth(2).unwrap();
    let secrets = [
        KEY,
        &token,
        id,
        key_of_contract,
        &capability,
        "Нұрлан",
        "\"000000000000\"",
        "/webhooks/",
        "sParams",
    ];
    for secret in secrets {
        assert!(!ours.contains(secret), "{secret} is in our log:\n{ours}");
    }
    for secret in [KEY, &token, &capability, "Нұрлан"] {
        assert!(!written.contains(secret), "{secret} is in a library's log");
    }
}

#[tokio::test]
async fn what_webhooks_say_is_not_repeated_in_the_log() {
    let (log, _guard) = Log::keep(LevelFilter::INFO);
    let (stage, service) = FakeService::with_shop().await;
    let order = stage.new_order().await;
    stage.token(&order).await;
    let url = service.webhook_url(0);
    let named = json!({"event": "Нұрлан 791028302728", "doc_id": "KZ791028302728"});
    let signer = json!({"name": "Нұрлан", "recipient": "791028302728"});
    let declined = json!({"event": "signer_declined", "doc_id": "KZ1", "signer": signer});
    let signer = json!({"name": "Нұрлан", "recipient": 791028302728_u64});
    let unfit = json!({"event": "signer_declined", "doc_id": "791028302728", "signer": signer});
    let nameless = json!({"event": 791028302728_u64});
    for event in [named, declined, unfit.clone(), unfit, nameless] {
        stage.send(&url, &event.to_string()).await;
    }
    stage.post("/webhooks/791028302728", "{}").await;
    let written = log.text();
    for (line, count) in [
        (" INFO documentolog_server::webhooks: webhook event=", 4),
        // Once for each, however often it comes.
        (
            " WARN documentolog_server::webhooks: a webhook is not as the guide has it \
             event=\"signer_declined\" field=\"signer.recipient\"",
            1,
        ),
        (
            " WARN documentolog_server::webhooks: a webhook to a known address is refused \
             status=400 reason=the field `event` is missing or malformed",
            1,
        ),
        (
            " INFO documentolog_server::webhooks: a webhook to an address that is nobody's",
            1,
        ),
    ] {
        assert_eq!(written.matches(line).count(), count, "{line}\n{written}");
    }
    let secret = url.rsplit('/').next().unwrap();
    for hidden in [KEY, TOKEN, secret, &order, "Нұрлан", "791028302728"] {
        assert!(!written.contains(hidden), "{hidden} is in {written}");
    }
}
