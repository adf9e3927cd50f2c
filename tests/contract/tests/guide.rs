//! Every row of the guide, through the Rust kit and the sandbox. The requests are those of
//! `rows.json`, which the JavaScript kit's tests go through, too (`tests/package/server`).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use documentolog_contract::Stage;
use documentolog_protocol::{BaseUrl, SignatureMethod, WebhookEvent};
use documentolog_server::{DownloadError, SigningRequest};
use documentolog_server_js::SigningRequest as Fields;
use serde::Deserialize;
use serde_json::Value;

const SENDER: &str = "791028302728";
const RECIPIENT: &str = "180140005198";

#[derive(Deserialize)]
struct Rows {
    requests: Vec<Row>,
    refusals: Vec<Refusal>,
}

#[derive(Deserialize)]
struct Row {
    guide: String,
    request: Value,
    wire: Value,
}

#[derive(Deserialize)]
struct Refusal {
    field: String,
    request: Value,
}

/// The rows, with links to the service where it is.
fn rows(service: &str) -> Rows {
    let text = include_str!("../rows.json").replace("{service}", service);
    serde_json::from_str(&text).unwrap()
}

/// The guide's parameters (1.2), each in its place.
const PARAMETERS: [&str; 14] = [
    "/aAttachments/0",
    "/sSetWebhookUrl",
    "/iSendToRecipient",
    "/mRecipient/0",
    "/mPhonesForSms/0/enableBMG",
    "/mPhonesForSms/0/phone",
    "/mPhonesForSms/0/fio",
    "/mPhonesForSms/0/iin",
    "/mPhonesForSms/0/type",
    "/iRecipientSignatureRequired",
    "/mAvailableSignatureMethodsForRecipient/0",
    "/mAvailableSignatureMethods/0",
    "/sSender",
    // Several of what may be several.
    "/mRecipient/1",
];

#[tokio::test]
async fn part_1_every_parameter_and_the_answer() {
    let stage = Stage::start().await.unwrap();
    let base_url = BaseUrl::parse(stage.sandbox.origin()).unwrap();
    let mut sent = BTreeSet::new();
    for row in rows(stage.sandbox.origin()).requests {
        let request = Fields::read(row.request).unwrap().into_request();
        let request = request.check(&base_url).unwrap();
        assert_eq!(
            serde_json::to_value(&request).unwrap(),
            row.wire,
            "{}",
            row.guide
        );
        sent.extend(
            PARAMETERS
                .into_iter()
                .filter(|place| row.wire.pointer(place).is_some()),
        );
        let answer = stage.client.request_token_as_it_is(&request).await;
        let answer = answer.unwrap_or_else(|error| panic!("{}: {error}", row.guide));
        let token = answer.access_token.expose();
        assert_eq!(token.split('.').count(), 3, "a JWT: {}", row.guide);
        assert_eq!(
            answer.token_type.as_deref(),
            Some("Bearer"),
            "{}",
            row.guide
        );
        let mut scope = answer.scope.iter().flatten();
        assert!(scope.any(|scope| scope == "document-sign"), "{}", row.guide);
    }
    assert_eq!(sent.len(), PARAMETERS.len(), "{sent:?}");
}

#[tokio::test]
async fn part_1_what_is_wrong_is_not_sent() {
    let base_url = BaseUrl::parse("http://127.0.0.1:4100").unwrap();
    let rows = rows("http://127.0.0.1:4100").refusals;
    assert!(rows.len() > 12);
    for Refusal { field, request } in rows {
        let failure = match Fields::read(request) {
            Ok(request) => request.into_request().check(&base_url).unwrap_err().into(),
            Err(failure) => failure,
        };
        assert_eq!(failure.field.as_deref(), Some(field.as_str()));
    }
}

#[tokio::test]
async fn part_4_sent_signed_completed_and_every_link() {
    let stage = Stage::start().await.unwrap();
    let request = SigningRequest::new()
        .sender(SENDER)
        .sender_methods([SignatureMethod::Eds])
        .recipient(RECIPIENT);
    let token = stage.ask("order-1", request).await.unwrap();
    let sent = stage.until("order-1", "document_sent").await.unwrap();
    let doc_id = sent[0].doc_id().unwrap().to_owned();
    stage
        .press("sign", token.access_token.expose())
        .await
        .unwrap();
    let recipients = stage.sandbox.token_for_next_party(&doc_id).unwrap();
    stage.press("sign", recipients.expose()).await.unwrap();
    let events = stage.until("order-1", "document_completed").await.unwrap();
    let names: Vec<_> = events.iter().map(WebhookEvent::name).collect();
    assert_eq!(
        names,
        [
            "document_sent",
            "signer_signed",
            "signer_signed",
            "document_completed"
        ]
    );
    assert!(
        events
            .iter()
            .all(|event| event.doc_id() == Some(doc_id.as_str()))
    );
    let signers: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            WebhookEvent::SignerSigned { signer, .. } => {
                Some(signer.recipient.valid().unwrap().to_wire())
            }
            _ => None,
        })
        .collect();
    assert_eq!(signers, [SENDER, RECIPIENT]);

    let WebhookEvent::DocumentCompleted { files, .. } = &events[3] else {
        panic!("the last is no document_completed");
    };
    let mut links = vec![
        ("document", &files.view),
        ("download_all_files", &files.all),
    ];
    for (name, of_kind) in [
        ("download_files", &files.plain),
        ("download_files_with_eds", &files.with_eds),
        ("download_files_with_eds_ez", &files.with_eds_ez),
    ] {
        assert_eq!(of_kind.len(), 1, "{name}");
        links.push((name, &of_kind[0].link));
    }
    for (name, link) in links {
        let file = stage.client.download(link, 1_000_000).await.unwrap();
        assert!(
            file.bytes.len() > 100 && file.content_type.is_some(),
            "{name}"
        );
        let small = stage.client.download(link, 100).await.unwrap_err();
        assert!(
            matches!(small, DownloadError::TooLarge(100)),
            "{name}: {small:?}"
        );
    }
    let plain = stage
        .client
        .download(&files.plain[0].link, 1_000_000)
        .await
        .unwrap();
    assert!(plain.bytes.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn part_4_declined() {
    let stage = Stage::start().await.unwrap();
    let request = SigningRequest::new()
        .sender(SENDER)
        .sender_methods([SignatureMethod::Eds]);
    let token = stage.ask("order-1", request).await.unwrap();
    stage
        .press("reject", token.access_token.expose())
        .await
        .unwrap();
    let events = stage.until("order-1", "signer_declined").await.unwrap();
    let WebhookEvent::SignerDeclined { signer, .. } = events.last().unwrap() else {
        panic!("the last is no signer_declined");
    };
    assert_eq!(signer.recipient.valid().unwrap().to_wire(), SENDER);
    assert!(
        !events
            .iter()
            .any(|event| event.name() == "document_completed")
    );
}

/// The process's other way: recipients only view, so the sender's signature completes it.
#[tokio::test]
async fn who_only_views_is_not_waited_for() {
    let stage = Stage::start().await.unwrap();
    let request = SigningRequest::new()
        .sender(SENDER)
        .sender_methods([SignatureMethod::Eds])
        .recipient(RECIPIENT)
        .view_only();
    let token = stage.ask("order-1", request).await.unwrap();
    stage
        .press("sign", token.access_token.expose())
        .await
        .unwrap();
    stage.until("order-1", "document_completed").await.unwrap();
}
