//! The sandbox as back ends and browsers meet it: over HTTP.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod receiver;
mod signer;

use std::{io::Read, time::Duration};

use documentolog_protocol::{ApiKey, SignatureMethod, WebhookEvent};
use documentolog_sandbox::{Config, Sandbox, Status, start};
use receiver::Receiver;
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};
use signer::Signer;

const KEY: &str = "the-key-of-a-test";

async fn sandbox() -> Sandbox {
    sandbox_with(Config::default()).await
}

async fn sandbox_with(config: Config) -> Sandbox {
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
fn guide_request() -> Value {
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
fn request(webhook_url: &str) -> Value {
    let mut request = guide_request();
    request["iSendToRecipient"] = json!(0);
    request["sSetWebhookUrl"] = json!(webhook_url);
    request
}

async fn post_token(sandbox: &Sandbox, key: &str, body: String) -> Response {
    Client::new()
        .post(format!("{}/json/external/oauth/token", sandbox.origin()))
        .header("api-key", key)
        .header("content-type", "application/json")
        .body(body)
        .send()
        .await
        .unwrap()
}

async fn token(sandbox: &Sandbox, request: &Value) -> String {
    let answer = post_token(sandbox, KEY, request.to_string()).await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.json::<Value>().await.unwrap()["data"]["access_token"]
        .as_str()
        .unwrap()
        .to_owned()
}

async fn act(sandbox: &Sandbox, action: &str, token: &str, body: Value) -> (StatusCode, Value) {
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

async fn page(sandbox: &Sandbox, token: &str, language: &str) -> (StatusCode, String) {
    let url = format!(
        "{}/external/sign/embedded?sParams={token}&lang={language}",
        sandbox.origin()
    );
    let answer = reqwest::get(url).await.unwrap();
    (answer.status(), answer.text().await.unwrap())
}

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
    assert_eq!(file, include_str!("../assets/pages.css"));
}

#[tokio::test]
async fn each_method_signs_and_the_webhooks_come_in_order_with_links_that_open() {
    for (method, spelling) in [
        ("eds", "eds"),
        ("egov-qr", "egov_gr"),
        ("sms", "sms"),
        ("adobe-sign", "adobe-sign"),
    ] {
        let (sandbox, receiver) = (sandbox().await, Receiver::start(vec![]).await);
        let token = token(&sandbox, &request(&receiver.url())).await;
        let message = Signer::at(&sandbox, &token).sign(method).await;
        let expected =
            json!({"isDocumentolog": true, "type": "sign", "success": true, "signType": spelling});
        assert_eq!(message, expected, "the guide's message");
        let events = receiver.events(3).await;
        let names: Vec<_> = events
            .iter()
            .map(|event| event["event"].as_str().unwrap())
            .collect();
        assert_eq!(
            names,
            ["document_sent", "signer_signed", "document_completed"],
            "{method}"
        );
        for event in &events {
            let known = WebhookEvent::parse(event.to_string().as_bytes()).unwrap();
            assert!(!matches!(known, WebhookEvent::Unknown { .. }));
        }
        assert_eq!(events[1]["signer"]["recipient"], "000000000000");
        assert_eq!(
            sandbox.status(events[0]["doc_id"].as_str().unwrap()),
            Some(Status::Completed)
        );
        links_open(&events[2]).await;
    }
}

async fn links_open(completed: &Value) {
    let get = async |link: &Value| reqwest::get(link.as_str().unwrap()).await.unwrap();
    let view = get(&completed["document"]).await;
    assert_eq!(view.status(), StatusCode::OK);
    assert!(view.text().await.unwrap().contains("sample.pdf"));
    let plain = get(&completed["download_files"][0]["link"]).await;
    assert_eq!(plain.headers()["content-type"], "application/pdf");
    assert!(plain.bytes().await.unwrap().starts_with(b"%PDF-"));
    let bytes = get(&completed["download_all_files"])
        .await
        .bytes()
        .await
        .unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let found: Vec<_> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(found, ["sample.pdf"]);
    let mut start = [0; 5];
    archive.by_index(0).unwrap().read_exact(&mut start).unwrap();
    assert_eq!(&start, b"%PDF-");
    let signed = [
        ("download_files_with_eds", "p7m"),
        ("download_files_with_eds_ez", "cms"),
    ];
    for (name, extension) in signed {
        let file = get(&completed[name][0]["link"]).await;
        let disposition = file.headers()["content-disposition"].to_str().unwrap();
        let expected = format!("attachment; filename=\"sample.pdf.{extension}\"");
        assert_eq!(disposition, expected);
        let type_ = &file.headers()["content-type"];
        assert_eq!(type_, "application/pkcs7-mime; smime-type=signed-data");
    }
    for link in [
        &completed["document"],
        &completed["download_all_files"],
        &completed["download_files"][0]["link"],
        &completed["download_files_with_eds"][0]["link"],
        &completed["download_files_with_eds_ez"][0]["link"],
    ] {
        let wrong = link.as_str().unwrap().split("capability=").next().unwrap();
        for capability in ["", "0", &"0".repeat(32)] {
            let refused = reqwest::get(format!("{wrong}capability={capability}"))
                .await
                .unwrap();
            assert_eq!(refused.status(), StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn rejecting_ends_the_document() {
    let (sandbox, receiver) = (sandbox().await, Receiver::start(vec![]).await);
    let token = token(&sandbox, &request(&receiver.url())).await;
    let (status, message) = act(&sandbox, "reject", &token, json!({})).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(
        message,
        json!({"isDocumentolog": true, "type": "user-close", "success": false})
    );
    let events = receiver.events(2).await;
    assert_eq!(events[1]["event"], "signer_declined");
    assert_eq!(
        sandbox.status(events[1]["doc_id"].as_str().unwrap()),
        Some(Status::Declined)
    );
    let (status, _) = act(&sandbox, "eds/start", &token, json!({})).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(
        page(&sandbox, &token, "en")
            .await
            .1
            .contains(r#"data-state="declined""#)
    );
}

#[tokio::test]
async fn a_failed_try_and_closing_decide_nothing() {
    let (sandbox, receiver) = (sandbox().await, Receiver::start(vec![]).await);
    let token = token(&sandbox, &request(&receiver.url())).await;
    let (_, failed) = act(&sandbox, "eds/finish", &token, json!({"fail": true})).await;
    assert_eq!(
        failed["message"],
        json!({"isDocumentolog": true, "type": "sign", "success": false, "signType": "eds"})
    );
    let sent = receiver.events(1).await;
    let doc_id = sent[0]["doc_id"].as_str().unwrap();
    assert_eq!(sandbox.status(doc_id), Some(Status::InProgress));
    let (_, closed) = act(&sandbox, "close", &token, json!({})).await;
    assert_eq!(closed["type"], "user-close");
    assert_eq!(sandbox.status(doc_id), Some(Status::NotSigned));
    assert!(
        page(&sandbox, &token, "en")
            .await
            .1
            .contains(r#"data-state="ready""#)
    );
    assert!(
        sandbox
            .deliveries()
            .iter()
            .all(|delivery| delivery.event == "document_sent")
    );
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
async fn several_parties_sign_in_turn() {
    let (sandbox, receiver) = (sandbox().await, Receiver::start(vec![]).await);
    let mut request = guide_request();
    request["sSetWebhookUrl"] = json!(receiver.url());
    let sender = token(&sandbox, &request).await;
    sandbox.sign(&sender, SignatureMethod::Eds).unwrap();
    let doc_id = receiver.events(2).await[0]["doc_id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(sandbox.status(&doc_id), Some(Status::Signing));
    let recipient = sandbox.token_for_next_party(&doc_id).unwrap();
    sandbox
        .sign(recipient.expose(), SignatureMethod::Sms)
        .unwrap();
    let events = receiver.events(4).await;
    assert_eq!(events[3]["event"], "document_completed");
    assert_eq!(sandbox.token_for_next_party(&doc_id), None);
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
async fn a_webhook_is_tried_until_it_is_taken() {
    let sandbox = sandbox().await;
    let receiver = Receiver::start(vec![500, 503]).await;
    let token = token(&sandbox, &request(&receiver.url())).await;
    sandbox.sign(&token, SignatureMethod::Eds).unwrap();
    let bodies = receiver.bodies(5).await;
    assert_eq!(bodies[0], bodies[1]);
    assert_eq!(bodies[1], bodies[2]);
    let names: Vec<_> = receiver
        .events(5)
        .await
        .iter()
        .map(|event| event["event"].clone())
        .collect();
    assert_eq!(
        names[2..],
        ["document_sent", "signer_signed", "document_completed"]
    );
    let statuses: Vec<_> = sandbox
        .deliveries()
        .iter()
        .take(3)
        .map(|delivery| delivery.status)
        .collect();
    assert_eq!(statuses, [Some(500), Some(503), Some(200)]);
}

#[tokio::test]
async fn pages_speak_three_languages_and_run_nothing_inline() {
    let sandbox = sandbox().await;
    let token = token(&sandbox, &request("")).await;
    for (language, word) in [
        ("kk", "Қол қою тәсілі"),
        ("ru", "Способ подписания"),
        ("en", "How to sign"),
    ] {
        let (_, html) = page(&sandbox, &token, language).await;
        assert!(
            html.contains(word) && html.contains(&format!("<html lang=\"{language}\"")),
            "{language}"
        );
        assert!(!html.contains("<style") && !html.contains(" style=") && !html.contains("onclick"));
        assert!(!html.contains(&token), "the token is written into the page");
    }
    let url = format!(
        "{}/external/sign/embedded?sParams={token}",
        sandbox.origin()
    );
    let answer = reqwest::get(url).await.unwrap();
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap();
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert_eq!(answer.headers()["referrer-policy"], "no-referrer");
    assert_eq!(answer.headers()["cache-control"], "no-store");
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
