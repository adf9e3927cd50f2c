//! A sandbox with what its tests ask of it.

use std::time::Duration;

use documentolog_protocol::ApiKey;
use documentolog_sandbox::{Config, Sandbox, start};
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};

pub(crate) const KEY: &str = "the-key-of-a-test";

pub(crate) async fn sandbox() -> Sandbox {
    sandbox_with(Config::default()).await
}

pub(crate) async fn sandbox_with(config: Config) -> Sandbox {
    let webhook_retry_pause = Duration::from_millis(5);
    start(Config {
        api_key: ApiKey::new(KEY),
        webhook_retry_pause,
        ..config
    })
    .await
    .unwrap()
}

/// The request of guide 1.1, with the sample's own addresses.
pub(crate) fn guide_request() -> Value {
    json!({
        "aAttachments": ["https://dlkz.doculite.kz/rct/sample.pdf"],
        "sSetWebhookUrl": "https://your-server.com/webhook",
        "iSendToRecipient": 1,
        "mRecipient": ["000000000000"],
        "mPhonesForSms": [
            {"enableBMG": false, "phone": "+X (XXX) XXX-XX-XX", "fio": "Simple name", "iin": "", "type": "sms"}
        ],
        "iRecipientSignatureRequired": 1,
        "mAvailableSignatureMethodsForRecipient": ["eds", "egov-qr", "adobe-sign", "sms"],
        "mAvailableSignatureMethods": ["eds", "egov-qr", "adobe-sign", "sms"],
        "sSender": "000000000000"
    })
}

/// A request that one party signs.
pub(crate) fn request(webhook_url: &str) -> Value {
    let mut request = guide_request();
    request["iSendToRecipient"] = json!(0);
    request["sSetWebhookUrl"] = json!(webhook_url);
    request
}

pub(crate) async fn post_token(sandbox: &Sandbox, key: &str, body: String) -> Response {
    Client::new()
        .post(format!("{}/json/external/oauth/token", sandbox.origin()))
        .header("api-key", key)
        .header("content-type", "application/json")
        .body(body)
        .send()
        .await
        .unwrap()
}

pub(crate) async fn token(sandbox: &Sandbox, request: &Value) -> String {
    let answer = post_token(sandbox, KEY, request.to_string()).await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.json::<Value>().await.unwrap()["data"]["access_token"]
        .as_str()
        .unwrap()
        .to_owned()
}

pub(crate) async fn act(
    sandbox: &Sandbox,
    action: &str,
    token: &str,
    body: Value,
) -> (StatusCode, Value) {
    let answer = Client::new()
        .post(format!(
            "{}/external/sign/embedded/{action}",
            sandbox.origin()
        ))
        .bearer_auth(token)
        .json(&body)
        .send()
        .await
        .unwrap();
    (answer.status(), answer.json().await.unwrap())
}

pub(crate) async fn page(sandbox: &Sandbox, token: &str, language: &str) -> (StatusCode, String) {
    let url = format!(
        "{}/external/sign/embedded?sParams={token}&lang={language}",
        sandbox.origin()
    );
    let answer = reqwest::get(url).await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}
