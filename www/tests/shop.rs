//! The shop's back end, with the sandbox as its signing service: over HTTP, as
//! browsers and the service meet it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{path::PathBuf, time::Duration};

use documentolog_protocol::{ApiKey, BaseUrl};
use documentolog_sandbox::Sandbox;
use documentolog_shop::{Config, Database, Shop};
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};

const KEY: &str = "the-key-of-a-test";

struct Stage {
    sandbox: Sandbox,
    shop: Shop,
    http: Client,
}

impl Stage {
    async fn start() -> Self {
        Self::start_with(Database::InMemory, KEY).await
    }

    async fn start_with(database: Database, key: &str) -> Self {
        let sandbox = documentolog_sandbox::Config {
            api_key: ApiKey::new(KEY),
            ..Default::default()
        };
        let sandbox = documentolog_sandbox::start(sandbox).await.unwrap();
        let shop = documentolog_shop::start(Config {
            listen: ([127, 0, 0, 1], 0).into(),
            public_origin: None,
            base_url: BaseUrl::parse(sandbox.origin()).unwrap(),
            api_key: ApiKey::new(key),
            database,
            package_dir: PathBuf::from(env!("CARGO_MANIFEST_DIR")),
        })
        .await
        .unwrap();
        Self {
            sandbox,
            shop,
            http: Client::new(),
        }
    }

    async fn post(&self, path: &str, body: &str) -> Response {
        self.http
            .post(format!("{}{path}", self.shop.origin()))
            .body(body.to_owned())
            .send()
            .await
            .unwrap()
    }

    async fn get(&self, path: &str) -> Response {
        self.http
            .get(format!("{}{path}", self.shop.origin()))
            .send()
            .await
            .unwrap()
    }

    async fn new_order(&self) -> String {
        let answer = self.post("/api/orders", "").await;
        assert_eq!(answer.status(), StatusCode::CREATED);
        answer.json::<Value>().await.unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// The access token that the page gets for an order.
    async fn token(&self, order: &str) -> String {
        let answer = self.post(&format!("/api/orders/{order}/token"), "").await;
        assert_eq!(answer.status(), StatusCode::OK);
        answer.json::<Value>().await.unwrap()["data"]["access_token"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// What the signing page's button does.
    async fn press(&self, button: &str, token: &str) {
        let url = format!("{}/external/sign/embedded/{button}", self.sandbox.origin());
        let answer = self
            .http
            .post(url)
            .bearer_auth(token)
            .json(&json!({"method": "eds"}))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
    }

    /// Reads the order's events, as the page does, until it is in a state.
    async fn until(&self, order: &str, state: &str) -> Value {
        let mut events = self.get(&format!("/api/orders/{order}/events")).await;
        let read = async {
            let mut text = String::new();
            loop {
                text.push_str(
                    std::str::from_utf8(&events.chunk().await.unwrap().unwrap()).unwrap(),
                );
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
        tokio::time::timeout(Duration::from_secs(10), read)
            .await
            .unwrap()
    }

    async fn rows(&self) -> Vec<(String, String)> {
        self.shop
            .webhooks()
            .await
            .unwrap()
            .into_iter()
            .map(|row| (row.order_id, row.event))
            .collect()
    }
}

#[tokio::test]
async fn a_signature_is_confirmed_by_webhook() {
    let stage = Stage::start().await;
    let order = stage.new_order().await;
    assert_eq!(stage.until(&order, "new").await["webhooks"], json!([]));
    let token = stage.token(&order).await;
    stage.press("sign", &token).await;
    let state = stage.until(&order, "confirmed").await;
    let names: Vec<_> = state["webhooks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["event"].clone())
        .collect();
    assert_eq!(
        names,
        ["document_sent", "signer_signed", "document_completed"]
    );
    let shown = state.to_string();
    assert!(
        !shown.contains("\"000000000000\"") && !shown.contains("Нұрлан"),
        "personal data is shown: {shown}"
    );
    assert_eq!(stage.rows().await.len(), 3);
}

#[tokio::test]
async fn a_rejection_is_known_and_can_be_followed_by_a_signature() {
    let stage = Stage::start().await;
    let order = stage.new_order().await;
    let token = stage.token(&order).await;
    stage.press("reject", &token).await;
    stage.until(&order, "declined").await;
    let token = stage.token(&order).await;
    stage.press("sign", &token).await;
    stage.until(&order, "confirmed").await;
}

#[tokio::test]
async fn another_orders_signature_confirms_nothing_here() {
    let stage = Stage::start().await;
    let (mine, other) = (stage.new_order().await, stage.new_order().await);
    stage.token(&mine).await;
    let token = stage.token(&other).await;
    stage.press("sign", &token).await;
    stage.until(&other, "confirmed").await;
    stage.until(&mine, "signing").await;
    assert_eq!(
        stage
            .rows()
            .await
            .iter()
            .filter(|(order, _)| *order == mine)
            .count(),
        1
    );
}

/// The service's deliveries are repeated to the shop, as after a lost answer.
#[tokio::test]
async fn a_repeated_webhook_adds_no_row() {
    let (stage, service) = (Stage::start().await, FakeService::start().await);
    let shop = documentolog_shop::start(Config {
        listen: ([127, 0, 0, 1], 0).into(),
        public_origin: None,
        base_url: BaseUrl::parse(&service.origin).unwrap(),
        api_key: ApiKey::new(KEY),
        database: Database::InMemory,
        package_dir: PathBuf::new(),
    })
    .await
    .unwrap();
    let stage = Stage { shop, ..stage };
    let order = stage.new_order().await;
    stage.token(&order).await;
    let url = service.webhook_url();
    let send = async |body: String| {
        stage
            .http
            .post(&url)
            .body(body)
            .send()
            .await
            .unwrap()
            .status()
    };
    let event = json!({"event": "signer_declined", "doc_id": "KZ1", "signer": {"name": "A", "recipient": "x"}});
    assert_eq!(send(event.to_string()).await, StatusCode::OK);
    assert_eq!(send(event.to_string()).await, StatusCode::OK);
    let reordered = r#"{ "signer": {"recipient": "x", "name": "A"}, "doc_id": "KZ1", "event": "signer_declined" }"#;
    assert_eq!(send(reordered.to_owned()).await, StatusCode::OK);
    assert_eq!(
        stage.rows().await,
        [(order.clone(), "signer_declined".to_owned())]
    );

    let unknown = json!({"event": "document_archived", "doc_id": "KZ1", "extra": [1]}).to_string();
    assert_eq!(send(unknown).await, StatusCode::OK);
    assert_eq!(stage.rows().await.len(), 2, "an unknown event is kept");
    for malformed in [
        "",
        "[]",
        "{}",
        r#"{"event":"signer_signed","doc_id":"KZ1"}"#,
    ] {
        assert_eq!(
            send(malformed.to_owned()).await,
            StatusCode::BAD_REQUEST,
            "{malformed:?}"
        );
    }
    assert_eq!(
        send("x".repeat(300 * 1024)).await,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let stranger = stage
        .post("/webhooks/not-the-secret", &event.to_string())
        .await;
    assert_eq!(stranger.status(), StatusCode::NOT_FOUND);
    assert_eq!(stage.rows().await.len(), 2);
}

/// A service that gives tokens and keeps what it was asked with.
struct FakeService {
    origin: String,
    asked: std::sync::Arc<std::sync::Mutex<Vec<Value>>>,
}

impl FakeService {
    async fn start() -> Self {
        let asked: std::sync::Arc<std::sync::Mutex<Vec<Value>>> = std::sync::Arc::default();
        let keep = std::sync::Arc::clone(&asked);
        let give = move |axum::Json(request): axum::Json<Value>| {
            keep.lock().unwrap().push(request);
            let data =
                json!({"access_token": "a.b.c", "scope": "document-sign", "token_type": "Bearer"});
            async move { axum::Json(json!({"status": 1, "data": data})) }
        };
        let router =
            axum::Router::new().route("/json/external/oauth/token", axum::routing::post(give));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { origin, asked }
    }

    fn webhook_url(&self) -> String {
        self.asked.lock().unwrap()[0]["sSetWebhookUrl"]
            .as_str()
            .unwrap()
            .to_owned()
    }
}

#[tokio::test]
async fn a_restart_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::File(folder.path().join("shop.sqlite"));
    let stage = Stage::start_with(database.clone(), KEY).await;
    let order = stage.new_order().await;
    let token = stage.token(&order).await;
    stage.press("sign", &token).await;
    stage.until(&order, "confirmed").await;
    stage.shop.shutdown().await;
    let again = Stage::start_with(database, KEY).await;
    assert_eq!(
        again.until(&order, "confirmed").await["webhooks"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

#[tokio::test]
async fn what_is_not_there_is_not_there() {
    let stage = Stage::start().await;
    for path in [
        "/api/orders/1",
        "/api/orders/1/events",
        "/contracts/1/contract.pdf",
        "/contracts/x",
    ] {
        assert_eq!(
            stage.get(path).await.status(),
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    assert_eq!(
        stage.post("/api/orders/1/token", "").await.status(),
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_refused_key_is_told_without_the_key() {
    let stage = Stage::start_with(Database::InMemory, "a-wrong-key").await;
    let order = stage.new_order().await;
    let answer = stage.post(&format!("/api/orders/{order}/token"), "").await;
    assert_eq!(answer.status(), StatusCode::BAD_GATEWAY);
    let body = answer.text().await.unwrap();
    assert!(!body.contains("a-wrong-key"), "{body}");
    assert!(!format!("{:?}", stage.shop).contains("a-wrong-key"));
}

#[tokio::test]
async fn the_page_runs_under_a_strict_policy() {
    let stage = Stage::start().await;
    let answer = stage.get("/").await;
    assert_eq!(answer.status(), StatusCode::OK);
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    let service = stage.sandbox.origin();
    assert!(
        policy.contains(&format!("frame-src {service};")),
        "{policy}"
    );
    assert!(
        policy.contains("script-src 'self' 'wasm-unsafe-eval';"),
        "{policy}"
    );
    assert!(!policy.contains("'unsafe-"), "{policy}");
    let permissions = answer.headers()["permissions-policy"].to_str().unwrap();
    assert!(
        permissions.contains(&format!("loopback-network=(self \"{service}\")")),
        "{permissions}"
    );
    let html = answer.text().await.unwrap();
    assert!(!html.contains("<style") && !html.contains(" style="));
}

/// Every text is there in every language, and nothing is left untranslated.
#[test]
fn three_languages_have_the_same_texts() {
    let texts: Value = serde_json::from_str(include_str!("../page/texts.json")).unwrap();
    let html = include_str!("../page/index.html");
    let keys = |texts: &Value| -> Vec<String> {
        let texts = texts.as_object().unwrap();
        texts
            .keys()
            .cloned()
            .chain(texts["states"].as_object().unwrap().keys().cloned())
            .collect()
    };
    let english = keys(&texts["en"]);
    for language in ["kk", "ru"] {
        assert_eq!(keys(&texts[language]), english, "{language}");
        for key in english
            .iter()
            .filter(|key| texts["en"][key.as_str()].is_string())
        {
            assert_ne!(
                texts[language][key.as_str()],
                texts["en"][key.as_str()],
                "{language}: {key}"
            );
        }
    }
    for used in html
        .split("data-text=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        assert!(
            english.iter().any(|key| key == used),
            "the page uses {used}"
        );
    }
}
