//! The control API, and who may use it.

use crate::{
    receiver::Receiver,
    stage::{KEY, request, stage},
};
use reqwest::{Method, StatusCode};
use serde_json::json;

#[tokio::test]
async fn every_fault_is_set_read_and_cleared_by_name() {
    let (_sandbox, stage) = stage().await;
    let (_, refusal) = stage
        .control(Method::PUT, "fault", Some(json!({"name": "no-such"})))
        .await;
    let message = refusal["error"]["message"].as_str().unwrap().to_owned();
    let names: Vec<_> = message
        .strip_prefix("`name` is one of ")
        .unwrap()
        .split(", ")
        .collect();
    assert_eq!(names.len(), 17, "{message}");
    for name in names {
        let mut body = json!({ "name": name });
        if name == "slow" {
            body["milliseconds"] = json!(20);
        }
        stage.tell(Method::PUT, "fault", body.clone()).await;
        assert_eq!(stage.read("fault").await["fault"], body);
    }
    stage
        .tell(Method::PUT, "fault", json!({"name": "server-error"}))
        .await;
    let page = "/external/sign/embedded?sParams=x";
    assert_eq!(stage.page(page).await.0, StatusCode::INTERNAL_SERVER_ERROR);
    stage.control(Method::DELETE, "fault", None).await;
    assert_eq!(stage.read("fault").await, json!({"fault": null}));
    assert_eq!(stage.page(page).await.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn what_is_wrong_with_a_body_is_said() {
    let (_sandbox, stage) = stage().await;
    let rows = [
        (
            "fault",
            Method::PUT,
            json!({"name": "slow"}),
            422,
            "milliseconds",
        ),
        (
            "fault",
            Method::PUT,
            json!({"name": "hang", "milliseconds": 5}),
            422,
            "slow only",
        ),
        (
            "fault",
            Method::PUT,
            json!({"name": "slow", "milliseconds": u64::MAX}),
            422,
            "at most",
        ),
        (
            "fault",
            Method::PUT,
            json!({"fault": "hang"}),
            400,
            "unknown field",
        ),
        ("fault", Method::PUT, json!([]), 400, "not what is expected"),
        (
            "clock",
            Method::POST,
            json!({"now": u64::MAX}),
            422,
            "`now`",
        ),
        (
            "clock",
            Method::POST,
            json!({"advance_seconds": -1}),
            400,
            "integer",
        ),
    ];
    for (path, method, body, status, part) in rows {
        let (found, answer) = stage.control(method, path, Some(body.clone())).await;
        assert_eq!(found.as_u16(), status, "{body}: {answer}");
        let message = answer["error"]["message"].as_str().unwrap();
        assert!(message.contains(part), "{body}: {message}");
    }
    let (status, _) = stage
        .control_from(
            Method::POST,
            "clock",
            None,
            &[("content-type", "text/plain")],
        )
        .await;
    assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn a_program_may_and_a_page_of_another_origin_may_not() {
    let (_sandbox, stage) = stage().await;
    let own = stage.origin.clone();
    let rows: [(&[(&str, &str)], u16); 7] = [
        (&[], 204),
        (&[("origin", &own), ("sec-fetch-site", "same-origin")], 204),
        (
            &[
                ("origin", "https://evil.kz"),
                ("sec-fetch-site", "cross-site"),
            ],
            403,
        ),
        (&[("origin", "null")], 403),
        (&[("sec-fetch-site", "same-site")], 403),
        (
            &[
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-mode", "navigate"),
            ],
            403,
        ),
        (&[("host", "evil.kz")], 403),
    ];
    for (headers, expected) in rows {
        let (status, answer) = stage
            .control_from(Method::POST, "reset", None, headers)
            .await;
        assert_eq!(status.as_u16(), expected, "{headers:?}: {answer}");
    }
    let (status, _) = stage.control(Method::OPTIONS, "reset", None).await;
    assert_eq!(
        status,
        StatusCode::METHOD_NOT_ALLOWED,
        "no preflight is granted"
    );
}

#[tokio::test]
async fn documents_deliveries_and_requests_are_told() {
    let (_sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![503]).await;
    let sent = request(&receiver.url());
    let token = stage.token(&sent).await;
    stage.act("sign", &token, json!({"method": "eds"})).await;
    receiver.events(3).await;
    let refused = stage.ask(&json!({"aAttachments": []})).await.0;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);

    let document = stage.newest_document().await;
    assert_eq!(document["status"], "signing");
    assert_eq!(document["attachments"][0]["name"], "sample.pdf");
    let parties = document["parties"].as_array().unwrap();
    let statuses: Vec<_> = parties
        .iter()
        .map(|party| party["status"].clone())
        .collect();
    assert_eq!(statuses, ["signed", "to-sign"]);
    assert_eq!(parties[0]["method"], "eds");
    assert_eq!(parties[1]["name"], "Асқар Әлиев");

    // The receiver has a webhook before the sandbox has its answer.
    let deliveries = stage
        .until("deliveries", |found| {
            found["deliveries"].as_array().unwrap().len() == 3
        })
        .await;
    let told: Vec<_> = deliveries["deliveries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|delivery| (delivery["event"].clone(), delivery["status"].clone()))
        .collect();
    let expected = [
        (json!("document_sent"), json!(503)),
        (json!("document_sent"), json!(200)),
        (json!("signer_signed"), json!(200)),
    ];
    assert_eq!(told, expected);
    let doc_id = document["doc_id"].as_str().unwrap();
    let of_document = stage.read(&format!("deliveries?doc_id={doc_id}")).await;
    assert_eq!(of_document, deliveries);
    let none = stage.read("deliveries?doc_id=KZ0").await;
    assert_eq!(none, json!({"deliveries": []}));

    let requests = stage.read("token-requests").await;
    assert_eq!(requests["token_requests"][0]["body"], sent);
    assert_eq!(requests["token_requests"][0]["doc_id"], doc_id);
    assert_eq!(requests["token_requests"][1]["status"], 422);
    let everything = format!("{requests} {document} {deliveries}");
    assert!(!everything.contains(KEY) && !everything.contains(&token));
    let (status, _) = stage.control(Method::GET, "documents/KZ0", None).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn tokens_expire_by_the_clock_that_is_moved() {
    let (_sandbox, stage) = stage().await;
    let token = stage.token(&request("")).await;
    let page = format!("/external/sign/embedded?sParams={token}");
    assert_eq!(stage.page(&page).await.0, StatusCode::OK);
    // Stopped, it shows to the second what it is moved by.
    let stopped = stage.tell(Method::POST, "clock", json!({"is_stopped": true}));
    let before = stopped.await["now"].as_u64().unwrap();
    let moved = stage
        .tell(
            Method::POST,
            "clock",
            json!({"advance_seconds": 3600, "is_stopped": true}),
        )
        .await;
    assert_eq!(moved, json!({"now": before + 3600, "is_stopped": true}));
    assert_eq!(stage.read("clock").await, moved);
    assert_eq!(stage.page(&page).await.0, StatusCode::UNAUTHORIZED);
    stage
        .tell(Method::POST, "clock", json!({ "now": before }))
        .await;
    assert_eq!(stage.page(&page).await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_reset_forgets() {
    let (_sandbox, stage) = stage().await;
    stage.token(&request("")).await;
    stage
        .tell(Method::PUT, "fault", json!({"name": "hang"}))
        .await;
    let (status, _) = stage.control(Method::POST, "reset", None).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    for (path, expected) in [
        ("documents", json!({"documents": []})),
        ("token-requests", json!({"token_requests": []})),
        ("messages", json!({"mailboxes": []})),
        ("deliveries", json!({"deliveries": []})),
        ("fault", json!({"fault": null})),
    ] {
        assert_eq!(stage.read(path).await, expected, "{path}");
    }
}

#[tokio::test]
async fn inboxes_are_read_on_this_computer_only() {
    let (_sandbox, stage) = stage().await;
    for (language, words) in [
        ("kk", "Алушылардың хабарламалары"),
        ("ru", "Сообщения получателей"),
        ("en", "Recipients’ messages"),
    ] {
        let (status, html) = stage.page(&format!("/sandbox/inbox?lang={language}")).await;
        assert_eq!(status, StatusCode::OK);
        assert!(html.contains(words), "{language}: {html}");
    }
    let (status, _) = stage.page("/sandbox/inbox/0").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
