//! Webhooks that come late, or twice, because a test says so.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use documentolog_sandbox::WebhookBehaviour;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::{
    receiver::{Receiver, names},
    stage::{request_of_one, stage},
};

const BY_DEFAULT: WebhookBehaviour = WebhookBehaviour {
    delay: Duration::ZERO,
    twice: false,
};

#[tokio::test]
async fn they_are_held_back_and_let_go() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let late = json!({"delay_milliseconds": 600_000, "twice": false});
    stage.tell(Method::PUT, "webhooks", late.clone()).await;
    assert_eq!(stage.read("webhooks").await, late);
    let token = stage.token(&request_of_one(&receiver.url())).await;
    stage.act("sign", &token, json!({"method": "eds"})).await;
    // The page has its answer, and asks the back end, which has heard of nothing.
    assert_eq!(stage.newest_document().await["status"], "completed");
    // Whatever is tried from now on is tried an hour later.
    let hour = Duration::from_secs(60 * 60);
    let let_go = SystemTime::now().duration_since(UNIX_EPOCH).unwrap() + hour;
    sandbox.advance_clock(hour);
    stage.tell(Method::PUT, "webhooks", json!({})).await;
    let events = receiver.events(3).await;
    let expected = ["document_sent", "signer_signed", "document_completed"];
    assert_eq!(names(&events), expected);
    let deliveries = sandbox.deliveries();
    let mut tried = deliveries.iter().map(|delivery| delivery.tried_at);
    assert!(tried.all(|at| at >= let_go.as_secs()), "{deliveries:?}");
}

#[tokio::test]
async fn each_is_late_by_as_much_as_is_said() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let delay = Duration::from_secs(1);
    sandbox.set_webhooks(WebhookBehaviour {
        delay,
        ..BY_DEFAULT
    });
    let begun = Instant::now();
    let token = stage.token(&request_of_one(&receiver.url())).await;
    receiver.events(1).await;
    assert!(begun.elapsed() >= delay);
    let begun = Instant::now();
    sandbox
        .sign(&token, documentolog_protocol::SignatureMethod::Eds)
        .unwrap();
    receiver.events(3).await;
    // That it is not twice as late is the unit test's to say: its clock stands still.
    assert!(begun.elapsed() >= delay);
}

#[tokio::test]
async fn each_comes_twice_in_the_same_bytes_once_it_is_taken() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![503]).await;
    sandbox.set_webhooks(WebhookBehaviour {
        twice: true,
        ..BY_DEFAULT
    });
    stage.token(&request_of_one(&receiver.url())).await;
    let bodies = receiver.bodies(3).await;
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    let told = stage
        .until("deliveries", |found| {
            found["deliveries"].as_array().unwrap().len() == 3
        })
        .await;
    let told = told["deliveries"].as_array().unwrap().iter();
    let statuses: Vec<_> = told.map(|delivery| delivery["status"].clone()).collect();
    assert_eq!(statuses, [503, 200, 200]);
}

#[tokio::test]
async fn a_reset_lets_them_come_at_once_and_once_and_gives_up_those_that_wait() {
    let (_sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let late = json!({"delay_milliseconds": 600_000, "twice": true});
    stage.tell(Method::PUT, "webhooks", late).await;
    stage.token(&request_of_one(&receiver.url())).await;
    stage.control(Method::POST, "reset", None).await;
    let by_default = json!({"delay_milliseconds": 0, "twice": false});
    assert_eq!(stage.read("webhooks").await, by_default);
    let token = stage.token(&request_of_one(&receiver.url())).await;
    stage.act("sign", &token, json!({"method": "eds"})).await;
    let events = receiver.events(3).await;
    let expected = ["document_sent", "signer_signed", "document_completed"];
    assert_eq!(names(&events), expected);
}

#[tokio::test]
async fn what_cannot_be_is_refused() {
    let (_sandbox, stage) = stage().await;
    for (body, status, part) in [
        (
            json!({"delay_milliseconds": 600_001}),
            422,
            "at most 600000",
        ),
        (json!({"delay_milliseconds": -1}), 400, "u64"),
        (json!({"delay": 5}), 400, "unknown field"),
        (json!({"twice": 2}), 400, "boolean"),
    ] {
        let (found, answer) = stage
            .control(Method::PUT, "webhooks", Some(body.clone()))
            .await;
        assert_eq!(found, StatusCode::from_u16(status).unwrap(), "{body}");
        let message = answer["error"]["message"].as_str().unwrap();
        assert!(message.contains(part), "{body}: {message}");
    }
}
