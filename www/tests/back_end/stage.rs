//! What the tests stand on.

use std::{path::PathBuf, time::Duration};

use documentolog_protocol::{ApiKey, BaseUrl, PersonalText, SignatureMethod};
use documentolog_sandbox::Sandbox;
use documentolog_shop::{Config, Database, Shop};
use reqwest::{Client, Response, StatusCode};
use serde_json::Value;

pub(crate) const KEY: &str = "the-key-of-a-test";

/// The shop, with the sandbox as its signing service.
pub(crate) struct Stage {
    pub(crate) sandbox: Sandbox,
    pub(crate) shop: Shop,
    pub(crate) http: Client,
}

impl Stage {
    pub(crate) async fn start() -> Self {
        Self::start_with(Database::InMemory, KEY).await
    }

    pub(crate) async fn start_with(database: Database, key: &str) -> Self {
        let sandbox = documentolog_sandbox::Config {
            api_key: ApiKey::new(KEY),
            ..Default::default()
        };
        let sandbox = documentolog_sandbox::start(sandbox).await.unwrap();
        let shop = start_shop(sandbox.origin(), database, key).await;
        Self {
            sandbox,
            shop,
            http: client(),
        }
    }

    pub(crate) async fn post(&self, path: &str, body: &str) -> Response {
        self.http
            .post(format!("{}{path}", self.shop.origin()))
            .body(body.to_owned())
            .send()
            .await
            .unwrap()
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        self.http
            .get(format!("{}{path}", self.shop.origin()))
            .send()
            .await
            .unwrap()
    }

    pub(crate) async fn new_order(&self) -> String {
        let answer = self.post("/api/orders", "").await;
        assert_eq!(answer.status(), StatusCode::CREATED);
        answer.json::<Value>().await.unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// The access token that the page gets for an order.
    pub(crate) async fn token(&self, order: &str) -> String {
        let answer = self.post(&format!("/api/orders/{order}/token"), "").await;
        assert_eq!(answer.status(), StatusCode::OK);
        answer.json::<Value>().await.unwrap()["data"]["access_token"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Signs, as if the signer had taken the steps of EDS.
    pub(crate) fn sign(&self, token: &str) {
        self.sandbox.sign(token, SignatureMethod::Eds).unwrap();
    }

    /// Rejects, as the signing page's button does.
    pub(crate) async fn reject(&self, token: &str) {
        let url = format!("{}/external/sign/embedded/reject", self.sandbox.origin());
        let request = self.http.post(url).bearer_auth(token);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
    }

    /// Reads the order's events, as the page does, until it is in a state.
    pub(crate) async fn until(&self, order: &str, state: &str) -> Value {
        let events = self.get(&format!("/api/orders/{order}/events")).await;
        read_events_until(events, state).await
    }

    pub(crate) async fn rows(&self) -> Vec<(String, String)> {
        self.shop
            .webhooks()
            .await
            .unwrap()
            .into_iter()
            .map(|row| (row.order_id, row.event))
            .collect()
    }
}

/// A client that no proxy of the environment stands before: whoever is asked is on this computer.
pub(crate) fn client() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

/// Reads events until one has this state.
pub(crate) async fn read_events_until(mut events: Response, state: &str) -> Value {
    let read = async {
        let mut bytes = Vec::new();
        loop {
            bytes.extend_from_slice(&events.chunk().await.unwrap().unwrap());
            // A chunk may end anywhere, also within a letter.
            let text = String::from_utf8_lossy(&bytes);
            let whole = text
                .rsplit_once("\n\n")
                .map(|(whole, _)| whole)
                .unwrap_or_default();
            let last = whole
                .lines()
                .rev()
                .find_map(|line| line.strip_prefix("data: "));
            let last: Value = last
                .map(|data| serde_json::from_str(data).unwrap())
                .unwrap_or_default();
            if last["state"] == state {
                return last;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(60), read)
        .await
        .unwrap()
}

pub(crate) async fn start_shop(service: &str, database: Database, key: &str) -> Shop {
    documentolog_shop::start(config(service, database, key))
        .await
        .unwrap()
}

/// A shop on a free port, for this service.
pub(crate) fn config(service: &str, database: Database, key: &str) -> Config {
    Config {
        listen: ([127, 0, 0, 1], 0).into(),
        public_origin: None,
        base_url: BaseUrl::parse(service).unwrap(),
        api_key: ApiKey::new(key),
        customer: PersonalText::new(documentolog_shop::PLACEHOLDER_IIN),
        database,
        package_dir: PathBuf::from(env!("CARGO_MANIFEST_DIR")),
    }
}
