//! What is written of documents comes true, with a page and without.

use std::time::Duration;

use documentolog_protocol::SignatureMethod;
use documentolog_sandbox::{Fate, Outcome, Status};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::{
    receiver::{Receiver, names},
    stage::{RECIPIENT, request, request_of_one, request_with, stage},
};

#[tokio::test]
async fn without_a_browser_every_party_signs_and_the_webhooks_follow() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let headless = Fate {
        failures: 2,
        without_browser: true,
        ..Fate::default()
    };
    sandbox.script_next(headless).unwrap();
    stage.token(&request(&receiver.url())).await;
    let events = receiver.events(4).await;
    assert_eq!(
        names(&events),
        [
            "document_sent",
            "signer_signed",
            "signer_signed",
            "document_completed"
        ]
    );
    let doc_id = events[0]["doc_id"].as_str().unwrap();
    assert_eq!(sandbox.status(doc_id), Some(Status::Completed));
    stage.token(&request("")).await;
    assert_eq!(
        stage.newest_document().await["status"],
        "in-progress",
        "one script, one document"
    );
}

#[tokio::test]
async fn a_list_is_one_fate_for_each_party() {
    let (_sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let fates = json!([
        {"method": "sms", "without_browser": true},
        {"outcome": "decline", "without_browser": true, "delay_milliseconds": 30}
    ]);
    stage.tell(Method::POST, "fates", fates.clone()).await;
    assert_eq!(
        stage.read("fates").await["fates"],
        json!([
            [
                {"outcome": "sign", "failures": 0, "method": "sms", "delay_milliseconds": 0, "fault": null, "without_browser": true},
                {"outcome": "decline", "failures": 0, "method": null, "delay_milliseconds": 30, "fault": null, "without_browser": true}
            ]
        ])
    );
    stage.token(&request(&receiver.url())).await;
    let events = receiver.events(3).await;
    assert_eq!(
        names(&events),
        ["document_sent", "signer_signed", "signer_declined"]
    );
    assert_eq!(events[2]["signer"]["recipient"], RECIPIENT);
    let document = stage.newest_document().await;
    assert_eq!(document["status"], "declined");
    assert_eq!(document["parties"][0]["method"], "sms");
    assert_eq!(stage.read("fates").await, json!({"fates": []}));
}

/// Whoever signs in a page, by themselves or as written, leaves the rest to what is
/// written of the others.
#[tokio::test]
async fn after_a_party_with_a_page_the_others_go_on_without_one() {
    let (_sandbox, stage) = stage().await;
    for action in ["fate", "sign"] {
        let receiver = Receiver::start(vec![]).await;
        let fates = json!([
            {"method": "sms"},
            {"without_browser": true, "failures": 1},
            {"without_browser": true, "method": "egov-qr"}
        ]);
        stage.tell(Method::POST, "fates", fates).await;
        let two = request_with(
            &receiver.url(),
            &json!({"mRecipient": [RECIPIENT, "061211600012"]}),
        );
        let token = stage.token(&two).await;
        let (status, _) = stage.act(action, &token, json!({"method": "sms"})).await;
        assert_eq!(status, StatusCode::OK, "{action}");
        let events = receiver.events(5).await;
        let signed = "signer_signed";
        assert_eq!(
            names(&events),
            [
                "document_sent",
                signed,
                signed,
                signed,
                "document_completed"
            ],
            "{action}"
        );
        let document = stage.newest_document().await;
        assert_eq!(document["status"], "completed", "{action}");
        let parties = document["parties"].as_array().unwrap();
        let methods: Vec<_> = parties.iter().map(|party| &party["method"]).collect();
        assert_eq!(methods, ["sms", "eds", "egov-qr"], "{action}");
    }
}

/// A link that has expired stops what is written, and a reminder lets it go on.
#[tokio::test]
async fn a_reminder_lets_what_is_written_go_on() {
    let (_sandbox, stage) = stage().await;
    let token = stage.token(&request("")).await;
    stage.act("sign", &token, json!({"method": "sms"})).await;
    stage.advance_days(31).await;
    let document = stage.newest_document().await;
    let path = format!("documents/{}/fate", document["doc_id"].as_str().unwrap());
    let fate = json!({"without_browser": true});
    stage.tell(Method::PUT, &path, fate).await;
    stage.remind(&document).await;
    stage
        .until("documents", |found| {
            found["documents"][0]["status"] == "completed"
        })
        .await;
}

#[tokio::test]
async fn a_document_that_waits_gets_its_fate_by_its_doc_id() {
    let (_sandbox, stage) = stage().await;
    stage.token(&request_of_one("")).await;
    let document = stage.newest_document().await;
    let path = format!("documents/{}/fate", document["doc_id"].as_str().unwrap());
    stage
        .tell(
            Method::PUT,
            &path,
            json!({"outcome": "close", "without_browser": true}),
        )
        .await;
    stage
        .until("documents", |found| {
            found["documents"][0]["status"] == "not-signed"
        })
        .await;
    stage
        .tell(Method::PUT, &path, json!({"without_browser": true}))
        .await;
    stage
        .until("documents", |found| {
            found["documents"][0]["status"] == "completed"
        })
        .await;
    let (status, _) = stage.control(Method::DELETE, &path, None).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let (status, _) = stage
        .control(Method::DELETE, "documents/KZ0/fate", None)
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn in_a_page_each_step_is_the_services_to_tell() {
    let (sandbox, stage) = stage().await;
    let fate = Fate {
        failures: 1,
        method: Some(SignatureMethod::Sms),
        delay: Duration::from_millis(7),
        ..Fate::default()
    };
    sandbox.script_next(fate).unwrap();
    let token = stage.token(&request("")).await;
    let page = format!("/external/sign/embedded?sParams={token}");
    let (_, html) = stage.page(&page).await;
    assert!(
        html.contains(r#"data-fate="signed" data-fate-delay="7""#),
        "{html}"
    );
    let (_, first) = stage.act("fate", &token, json!({})).await;
    let failed =
        json!({"isDocumentolog": true, "type": "sign", "success": false, "signType": "sms"});
    assert_eq!(first, failed);
    let (_, second) = stage.act("fate", &token, json!({})).await;
    assert_eq!(second["success"], true);
    assert_eq!(stage.newest_document().await["status"], "signing");
    let (status, refusal) = stage.act("fate", &token, json!({})).await;
    assert_eq!(
        (status, &refusal["error"]["code"]),
        (StatusCode::CONFLICT, &json!("already-signed"))
    );

    let plain = stage.token(&request("")).await;
    let (_, html) = stage
        .page(&format!("/external/sign/embedded?sParams={plain}"))
        .await;
    assert!(!html.contains("data-fate="), "{html}");
    let (status, _) = stage.act("fate", &plain, json!({})).await;
    assert_eq!(status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_fault_of_one_document_is_no_other_ones() {
    let (sandbox, stage) = stage().await;
    let fault = json!({"fault": {"name": "server-error"}, "outcome": "decline"});
    stage.tell(Method::POST, "fates", fault).await;
    let (broken, whole) = (
        stage.token(&request("")).await,
        stage.token(&request("")).await,
    );
    let status = async |token: &str| {
        let page = format!("/external/sign/embedded?sParams={token}");
        stage.page(&page).await.0
    };
    assert_eq!(status(&broken).await, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(status(&whole).await, StatusCode::OK);
    let impossible = Fate {
        outcome: Outcome::Sign,
        failures: 100_000,
        ..Fate::default()
    };
    assert!(sandbox.script_next(impossible).is_err());
}
