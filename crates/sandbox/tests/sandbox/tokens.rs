//! Access tokens: who gets one, and what one opens.

use std::time::Duration;

use documentolog_protocol::SignatureMethod;
use documentolog_sandbox::Config;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    receiver::Receiver,
    signer::Signer,
    stage::{KEY, config, get, guide_request, http, request_of_one, stage, stage_with},
};

#[tokio::test]
async fn the_guides_own_request_gets_a_token() {
    let (_sandbox, stage) = stage().await;
    let answer = stage.post_token(KEY, guide_request().to_string()).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["status"], 1);
    assert_eq!(
        body["data"]["scope"],
        "document-create|document-sign|document-show"
    );
    assert_eq!(body["data"]["token_type"], "Bearer");
    assert_eq!(
        body["data"]["access_token"]
            .as_str()
            .unwrap()
            .split('.')
            .count(),
        3
    );
}

#[tokio::test]
async fn refusals_have_a_status_a_code_and_name_the_field() {
    let (sandbox, stage) = stage().await;
    let with = |name: &str, value: Value| {
        let mut request = guide_request();
        request[name] = value;
        request.to_string()
    };
    let nobody = json!({"aAttachments": ["https://a.kz/a.pdf"]}).to_string();
    let closed_port = "http://127.0.0.1:9/a.pdf";
    let rows = [
        (
            "wrong key",
            "another-key",
            guide_request().to_string(),
            401,
            "api-key",
            "api-key",
        ),
        ("no JSON", KEY, "{".to_owned(), 400, "malformed", "not JSON"),
        (
            "no object",
            KEY,
            "[]".to_owned(),
            400,
            "malformed",
            "not a JSON object",
        ),
        (
            "a flag of 2",
            KEY,
            with("iSendToRecipient", json!(2)),
            400,
            "malformed",
            "iSendToRecipient",
        ),
        (
            "links as a text",
            KEY,
            with("aAttachments", json!("x")),
            400,
            "malformed",
            "aAttachments",
        ),
        (
            "no link",
            KEY,
            with("aAttachments", json!([])),
            422,
            "unprocessable",
            "aAttachments",
        ),
        (
            "no URL",
            KEY,
            with("aAttachments", json!(["x"])),
            422,
            "unprocessable",
            "aAttachments",
        ),
        (
            "a file URL",
            KEY,
            with("aAttachments", json!(["file:///etc/passwd"])),
            422,
            "unprocessable",
            "aAttachments",
        ),
        (
            "a dead link",
            KEY,
            with("aAttachments", json!([closed_port])),
            422,
            "unprocessable",
            "aAttachments",
        ),
        (
            "nobody signs",
            KEY,
            nobody,
            422,
            "unprocessable",
            "mAvailableSignatureMethods",
        ),
    ];
    for (name, key, body, status, code, part) in rows {
        let answer = stage.post_token(key, body).await;
        assert_eq!(answer.status().as_u16(), status, "{name}");
        let body: Value = answer.json().await.unwrap();
        assert_eq!(body["status"], 0, "{name}");
        assert_eq!(body["error"]["code"], code, "{name}");
        let message = body["error"]["message"].as_str().unwrap();
        assert!(message.contains(part), "{name}: {message}");
        assert!(
            !message.contains("000000000000") && !message.contains("passwd"),
            "{name}: {message}"
        );
    }
    for (name, value) in [
        ("origin", "http://evil.kz:4100"),
        ("origin", sandbox.origin()),
        ("sec-fetch-site", "same-origin"),
    ] {
        let by_a_browser = http()
            .post(format!("{}/json/external/oauth/token", sandbox.origin()))
            .header("api-key", KEY)
            .header("host", "evil.kz:4100")
            .header(name, value)
            .json(&guide_request());
        let answer = by_a_browser.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}");
        let body: Value = answer.json().await.unwrap();
        let message = body["error"]["message"].as_str().unwrap();
        assert!(message.contains("ask your back end"), "{message}");
    }
    let too_large = stage.post_token(KEY, " ".repeat(300 * 1024)).await;
    assert_eq!(too_large.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let url = format!("{}/json/external/oauth/token", sandbox.origin());
    let no_type = http()
        .post(url)
        .header("api-key", KEY)
        .body("{}")
        .send()
        .await
        .unwrap();
    assert_eq!(no_type.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn attachments_are_really_fetched() {
    let (sandbox, stage) = stage().await;
    let mut request = request_of_one("");
    request["aAttachments"] = json!([format!("{}/assets/pages.css", sandbox.origin())]);
    let receiver = Receiver::start(vec![]).await;
    request["sSetWebhookUrl"] = json!(receiver.url());
    let token = stage.token(&request).await;
    sandbox.sign(&token, SignatureMethod::Eds).unwrap();
    let completed = receiver.events(3).await.pop().unwrap();
    let link = completed["download_files"][0]["link"]
        .as_str()
        .unwrap()
        .to_owned();
    let file = get(&link).await.text().await.unwrap();
    assert_eq!(file, include_str!("../../assets/pages.css"));
}

#[tokio::test]
async fn a_token_acts_on_its_own_document_once() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let first = stage.token(&request_of_one(&receiver.url())).await;
    let second = stage.token(&request_of_one(&receiver.url())).await;
    sandbox.sign(&first, SignatureMethod::Eds).unwrap();
    assert_eq!(stage.state(&first).await, "already-signed");
    assert_eq!(stage.state(&second).await, "ready");
    let (status, body) = stage.act("eds/start", &first, json!({})).await;
    assert_eq!(
        (status, &body["error"]["code"]),
        (StatusCode::CONFLICT, &json!("already-signed"))
    );
    let (status, body) = Signer::at(&sandbox, &second)
        .ask("sign", json!({"method": "face-id"}))
        .await;
    assert_eq!(
        (status, &body["error"]["code"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("method"))
    );
}

#[tokio::test]
async fn tokens_that_open_nothing() {
    let (_sandbox, stale) = stage_with(Config {
        token_lifetime: Duration::ZERO,
        ..config()
    })
    .await;
    let expired = stale.token(&request_of_one("")).await;
    let (status, html) = stale.signing_page(&expired, "en").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(html.contains("The link has expired"), "{html}");
    let (status, body) = stale.act("eds/start", &expired, json!({})).await;
    assert_eq!(
        (status, &body["error"]["code"]),
        (StatusCode::UNAUTHORIZED, &json!("token-expired"))
    );

    let (_sandbox, stage) = stage().await;
    let (status, html) = stage.signing_page(&expired, "ru").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(
        html.contains("токен не распознан"),
        "another sandbox's token: {html}"
    );
    assert_eq!(
        stage.signing_page("forged", "kk").await.0,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        stage.signing_page("", "kk").await.0,
        StatusCode::BAD_REQUEST
    );
    assert_eq!(
        stage.act("reject", "forged", json!({})).await.0,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn debug_prints_no_secret() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let token = stage.token(&request_of_one(&receiver.url())).await;
    sandbox.sign(&token, SignatureMethod::Eds).unwrap();
    receiver.events(3).await;
    let printed = format!("{sandbox:?} {:?}", sandbox.deliveries());
    for secret in [KEY, &token, "000000000000\"", "Нұрлан", &receiver.url()] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}
