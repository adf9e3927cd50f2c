//! Access tokens: who gets one, and what one opens.

use std::time::Duration;

use documentolog_protocol::SignatureMethod;
use documentolog_sandbox::Config;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

use crate::{
    receiver::Receiver,
    stage::{KEY, act, guide_request, page, post_token, request, sandbox, sandbox_with, token},
};

#[tokio::test]
async fn the_guides_own_request_gets_a_token() {
    let sandbox = sandbox().await;
    let answer = post_token(&sandbox, KEY, guide_request().to_string()).await;
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
    let sandbox = sandbox().await;
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
        let answer = post_token(&sandbox, key, body).await;
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
    let too_large = post_token(&sandbox, KEY, " ".repeat(300 * 1024)).await;
    assert_eq!(too_large.status(), StatusCode::PAYLOAD_TOO_LARGE);
    let url = format!("{}/json/external/oauth/token", sandbox.origin());
    let no_type = Client::new()
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
    let sandbox = sandbox().await;
    let mut request = request("");
    request["aAttachments"] = json!([format!("{}/assets/pages.css", sandbox.origin())]);
    let receiver = Receiver::start(vec![]).await;
    request["sSetWebhookUrl"] = json!(receiver.url());
    let token = token(&sandbox, &request).await;
    sandbox.sign(&token, SignatureMethod::Eds).unwrap();
    let completed = receiver.events(3).await.pop().unwrap();
    let link = completed["download_files"][0]["link"]
        .as_str()
        .unwrap()
        .to_owned();
    let file = reqwest::get(link).await.unwrap().text().await.unwrap();
    assert_eq!(file, include_str!("../../assets/pages.css"));
}

#[tokio::test]
async fn a_token_acts_on_its_own_document_once() {
    let (sandbox, receiver) = (sandbox().await, Receiver::start(vec![]).await);
    let first = token(&sandbox, &request(&receiver.url())).await;
    let second = token(&sandbox, &request(&receiver.url())).await;
    sandbox.sign(&first, SignatureMethod::Eds).unwrap();
    assert!(
        page(&sandbox, &first, "en")
            .await
            .1
            .contains(r#"data-state="already-signed""#)
    );
    assert!(
        page(&sandbox, &second, "en")
            .await
            .1
            .contains(r#"data-state="ready""#)
    );
    let (status, body) = act(&sandbox, "eds/start", &first, json!({})).await;
    assert_eq!(
        (status, &body["error"]["code"]),
        (StatusCode::CONFLICT, &json!("already-signed"))
    );
    let (status, body) = act(&sandbox, "sign", &second, json!({"method": "face-id"})).await;
    assert_eq!(
        (status, &body["error"]["code"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("method"))
    );
}

#[tokio::test]
async fn tokens_that_open_nothing() {
    let lifetime = Duration::ZERO;
    let stale = sandbox_with(Config {
        token_lifetime: lifetime,
        ..Config::default()
    })
    .await;
    let expired = token(&stale, &request("")).await;
    let (status, html) = page(&stale, &expired, "en").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(html.contains("The link has expired"), "{html}");
    let (status, body) = act(&stale, "eds/start", &expired, json!({})).await;
    assert_eq!(
        (status, &body["error"]["code"]),
        (StatusCode::UNAUTHORIZED, &json!("token-expired"))
    );

    let sandbox = sandbox().await;
    let (status, html) = page(&sandbox, &expired, "ru").await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(
        html.contains("токен не распознан"),
        "another sandbox's token: {html}"
    );
    assert_eq!(
        page(&sandbox, "forged", "kk").await.0,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(page(&sandbox, "", "kk").await.0, StatusCode::BAD_REQUEST);
    assert_eq!(
        act(&sandbox, "reject", "forged", json!({})).await.0,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn debug_prints_no_secret() {
    let (sandbox, receiver) = (sandbox().await, Receiver::start(vec![]).await);
    let token = token(&sandbox, &request(&receiver.url())).await;
    sandbox.sign(&token, SignatureMethod::Eds).unwrap();
    receiver.events(3).await;
    let printed = format!("{sandbox:?} {:?}", sandbox.deliveries());
    for secret in [KEY, &token, "000000000000\"", "Нұрлан", &receiver.url()] {
        assert!(!printed.contains(secret), "{secret} in {printed}");
    }
}
