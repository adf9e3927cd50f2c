//! What the shop and the sandbox write into their logs while a contract is signed.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    io::Write,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use documentolog_protocol::{ApiKey, BaseUrl};
use documentolog_shop::{Config, Database};
use serde_json::{Value, json};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

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
    const KEY: &str = "the-key-of-a-test";
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let config = documentolog_sandbox::Config {
        api_key: ApiKey::new(KEY),
        ..Default::default()
    };
    let sandbox = documentolog_sandbox::start(config).await.unwrap();
    let shop = documentolog_shop::start(Config {
        listen: ([127, 0, 0, 1], 0).into(),
        public_origin: None,
        base_url: BaseUrl::parse(sandbox.origin()).unwrap(),
        api_key: ApiKey::new(KEY),
        database: Database::InMemory,
        package_dir: PathBuf::new(),
    })
    .await
    .unwrap();
    let http = reqwest::Client::new();
    let post = async |path: String| -> Value {
        http.post(format!("{}{path}", shop.origin()))
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    };
    let order = post("/api/orders".to_owned()).await;
    let (id, contract) = (
        order["id"].as_str().unwrap(),
        order["contract"].as_str().unwrap(),
    );
    let token = post(format!("/api/orders/{id}/token")).await;
    let token = token["data"]["access_token"].as_str().unwrap();
    let url = format!("{}/external/sign/embedded/sign", sandbox.origin());
    http.post(url)
        .bearer_auth(token)
        .json(&json!({"method": "eds"}))
        .send()
        .await
        .unwrap();
    let completed = async {
        loop {
            let deliveries = sandbox.deliveries();
            if let Some(delivery) = deliveries
                .into_iter()
                .find(|delivery| delivery.event == "document_completed")
            {
                return delivery;
            }
            tokio::task::yield_now().await;
        }
    };
    let completed = tokio::time::timeout(std::time::Duration::from_secs(10), completed).await;
    let capability = String::from_utf8(completed.unwrap().body.0).unwrap();
    let capability = capability.split("capability=").nth(1).unwrap()[..32].to_owned();

    let written = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
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
        token,
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
    for secret in [KEY, token, &capability, "Нұрлан"] {
        assert!(!written.contains(secret), "{secret} is in a library's log");
    }
}
