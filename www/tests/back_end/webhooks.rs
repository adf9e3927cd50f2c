//! Webhooks as they may come: repeated, late, wrong, from strangers.

use documentolog_shop::Database;
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::stage::{KEY, Stage, start_shop};

/// What the service gives to whoever asks.
pub(crate) const TOKEN: &str = "the.token.of-a-test";

/// The largest body taken, in bytes.
const LARGEST: usize = 256 * 1024;

/// A service that gives tokens and keeps what it was asked with.
pub(crate) struct FakeService {
    origin: String,
    asked: std::sync::Arc<std::sync::Mutex<Vec<Value>>>,
}

impl FakeService {
    pub(crate) async fn start() -> Self {
        let asked: std::sync::Arc<std::sync::Mutex<Vec<Value>>> = std::sync::Arc::default();
        let keep = std::sync::Arc::clone(&asked);
        let give = move |axum::Json(request): axum::Json<Value>| {
            keep.lock().unwrap().push(request);
            let data =
                json!({"access_token": TOKEN, "scope": "document-sign", "token_type": "Bearer"});
            async move { axum::Json(json!({"status": 1, "data": data})) }
        };
        let router =
            axum::Router::new().route("/json/external/oauth/token", axum::routing::post(give));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self { origin, asked }
    }

    /// The service, and a shop that asks it for tokens.
    pub(crate) async fn with_shop() -> (Stage, Self) {
        let service = Self::start().await;
        let stage = Stage::start().await;
        let shop = start_shop(&service.origin, Database::InMemory, KEY).await;
        (Stage { shop, ..stage }, service)
    }

    /// Where the webhooks of a token request go, the first being 0.
    pub(crate) fn webhook_url(&self, request: usize) -> String {
        self.asked.lock().unwrap()[request]["sSetWebhookUrl"]
            .as_str()
            .unwrap()
            .to_owned()
    }
}

impl Stage {
    pub(crate) async fn send(&self, url: &str, body: &str) -> Response {
        let request = self.http.post(url).body(body.to_owned());
        request.send().await.unwrap()
    }

    async fn state(&self, order: &str) -> Value {
        let answer = self.get(&format!("/api/orders/{order}")).await;
        answer.json::<Value>().await.unwrap()["state"].clone()
    }
}

fn declined(doc_id: &str) -> String {
    let signer = json!({"name": "A", "recipient": "x"});
    json!({"event": "signer_declined", "doc_id": doc_id, "signer": signer}).to_string()
}

fn completed(doc_id: &str) -> String {
    json!({
        "event": "document_completed", "doc_id": doc_id, "document": "https://a.kz/1",
        "download_all_files": "https://a.kz/2", "download_files": [],
        "download_files_with_eds": [], "download_files_with_eds_ez": [],
    })
    .to_string()
}

/// As after an answer that was lost on its way.
#[tokio::test]
async fn a_repeated_webhook_adds_no_row() {
    let (stage, service) = FakeService::with_shop().await;
    let order = stage.new_order().await;
    stage.token(&order).await;
    let url = service.webhook_url(0);
    let reordered = r#"{ "signer": {"recipient": "x", "name": "A"}, "doc_id": "KZ1", "event": "signer_declined" }"#;
    for body in [&declined("KZ1"), &declined("KZ1"), reordered] {
        assert_eq!(stage.send(&url, body).await.status(), StatusCode::OK);
    }
    let row = (order, "signer_declined".to_owned());
    assert_eq!(stage.rows().await, [row]);
}

#[tokio::test]
async fn repeats_at_the_same_time_are_one_row() {
    let (stage, service) = FakeService::with_shop().await;
    let order = stage.new_order().await;
    stage.token(&order).await;
    let url = service.webhook_url(0);
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let request = stage.http.post(&url).body(completed("KZ1"));
        tasks.spawn(async move { request.send().await.unwrap().status() });
    }
    for status in tasks.join_all().await {
        assert_eq!(status, StatusCode::OK);
    }
    assert_eq!(stage.rows().await.len(), 1);
}

#[tokio::test]
async fn a_late_webhook_does_not_undo_a_rejection() {
    let (stage, service) = FakeService::with_shop().await;
    let order = stage.new_order().await;
    stage.token(&order).await;
    let url = service.webhook_url(0);
    let sent = json!({"event": "document_sent", "doc_id": "KZ1"}).to_string();
    for body in [declined("KZ1"), sent] {
        assert_eq!(stage.send(&url, &body).await.status(), StatusCode::OK);
    }
    assert_eq!(stage.state(&order).await, "declined");
}

#[tokio::test]
async fn a_webhook_reaches_the_order_of_its_secret_alone() {
    let (stage, service) = FakeService::with_shop().await;
    let (mine, other) = (stage.new_order().await, stage.new_order().await);
    stage.token(&mine).await;
    stage.token(&other).await;
    let url = service.webhook_url(1);
    assert_eq!(
        stage.send(&url, &completed("KZ1")).await.status(),
        StatusCode::OK
    );
    assert_eq!(stage.state(&other).await, "confirmed");
    assert_eq!(stage.state(&mine).await, "new");
    // The order's own id is no secret of a webhook, nor is the hash that is kept.
    let secret = url.rsplit('/').next().unwrap();
    let hash = documentolog_server::WebhookSecretHash::of(secret).to_hexadecimal();
    for stranger in ["not-the-secret", &mine, &hash] {
        let path = format!("/webhooks/{stranger}");
        let answer = stage.post(&path, &completed("KZ1")).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{stranger}");
    }
    assert_eq!(stage.rows().await.len(), 1);
}

#[tokio::test]
async fn an_unknown_event_is_kept_and_changes_nothing() {
    let (stage, service) = FakeService::with_shop().await;
    let order = stage.new_order().await;
    stage.token(&order).await;
    let unknown = json!({"event": "document_archived", "extra": [1]}).to_string();
    let answer = stage.send(&service.webhook_url(0), &unknown).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let row = (order.clone(), "document_archived".to_owned());
    assert_eq!(stage.rows().await, [row]);
    assert_eq!(stage.state(&order).await, "new");
}

/// The service may change its events: nothing of them is lost, and nothing concluded.
#[tokio::test]
async fn an_event_that_is_not_as_the_guide_has_it_is_kept_and_confirms_nothing() {
    let (stage, service) = FakeService::with_shop().await;
    let order = stage.new_order().await;
    stage.token(&order).await;
    let url = service.webhook_url(0);
    let mut unfit: Value = serde_json::from_str(&completed("KZ1")).unwrap();
    unfit["download_files_with_eds_ez"] = Value::Null;
    for body in [
        &unfit.to_string(),
        r#"{"event":"signer_signed","doc_id":"KZ1"}"#,
    ] {
        assert_eq!(stage.send(&url, body).await.status(), StatusCode::OK);
    }
    let row = |event: &str| (order.clone(), event.to_owned());
    assert_eq!(
        stage.rows().await,
        [row("document_completed"), row("signer_signed")]
    );
    assert_eq!(stage.state(&order).await, "new");
    // The page shows that it came, and what it is.
    let answer = stage.get(&format!("/api/orders/{order}")).await;
    let webhooks = answer.json::<Value>().await.unwrap()["webhooks"].clone();
    assert_eq!(webhooks[0]["isUnfit"], true);
    let answer = stage.send(&url, &completed("KZ1")).await;
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(stage.state(&order).await, "confirmed");
}

#[tokio::test]
async fn what_is_no_webhook_is_refused() {
    let (stage, service) = FakeService::with_shop().await;
    let order = stage.new_order().await;
    stage.token(&order).await;
    let url = service.webhook_url(0);
    let deep = format!(
        r#"{{"event":"x","y":{}{}}}"#,
        "[".repeat(9999),
        "]".repeat(9999)
    );
    let nameless = r#"{"event":7,"doc_id":"KZ1"}"#;
    for malformed in ["", "null", "[]", "{}", "{", nameless, &deep] {
        let status = stage.send(&url, malformed).await.status();
        assert_eq!(status, StatusCode::BAD_REQUEST, "{malformed:.40}");
    }
    assert_eq!(stage.rows().await, []);

    let of_size = |size: usize| {
        let empty = json!({"event": "x", "padding": ""}).to_string().len();
        json!({"event": "x", "padding": "p".repeat(size - empty)}).to_string()
    };
    let rows = [
        (LARGEST, StatusCode::OK),
        (LARGEST + 1, StatusCode::PAYLOAD_TOO_LARGE),
        (LARGEST * 8, StatusCode::PAYLOAD_TOO_LARGE),
    ];
    for (size, status) in rows {
        let answer = stage.send(&url, &of_size(size)).await;
        assert_eq!(answer.status(), status, "{size} bytes");
    }
    assert_eq!(stage.rows().await.len(), 1);
}
