//! What must not leave the back end.

use documentolog_shop::Database;
use reqwest::StatusCode;
use serde_json::json;

use crate::{
    stage::{KEY, Stage},
    webhooks::{FakeService, TOKEN},
};

/// Every answer of the shop, while a contract is signed.
#[tokio::test]
async fn answers_hold_no_secret_but_the_token_that_was_asked_for() {
    let (stage, service) = FakeService::with_shop().await;
    let created = stage.post("/api/orders", "").await.text().await.unwrap();
    let order: serde_json::Value = serde_json::from_str(&created).unwrap();
    let id = order["id"].as_str().unwrap();
    let token = stage.post(&format!("/api/orders/{id}/token"), "").await;
    let headers = format!("{:?}", token.headers());
    let token = token.text().await.unwrap();
    let webhook = service.webhook_url(0);
    let secret = webhook.rsplit('/').next().unwrap().to_owned();
    let event = json!({"event": "signer_declined", "doc_id": "KZ1",
        "signer": {"name": "Сейтқали Нұрлан", "recipient": "791028302728"}});
    let received = stage.send(&webhook, &event.to_string()).await;
    let unfit = json!({"event": "signer_declined", "doc_id": 791028302728_u64,
        "signer": {"name": "Сейтқали Нұрлан", "recipient": null}});
    let unfit = stage.send(&webhook, &unfit.to_string()).await;
    let refused = stage.send(&webhook, r#"{"event":7,"doc_id":"791028302728"}"#);
    let refused = refused.await;
    assert_eq!(
        (unfit.status(), refused.status()),
        (StatusCode::OK, StatusCode::BAD_REQUEST)
    );

    let mut answers = vec![
        ("the order made", created),
        ("the token's headers", headers),
        ("a webhook taken", received.text().await.unwrap()),
        ("a webhook kept as unknown", unfit.text().await.unwrap()),
        ("a webhook refused", refused.text().await.unwrap()),
        ("events", stage.until(id, "declined").await.to_string()),
    ];
    let contract = order["contract"].as_str().unwrap();
    for path in ["/", "/api/config", &format!("/api/orders/{id}"), contract] {
        let answer = stage.get(path).await;
        let headers = format!("{:?}", answer.headers());
        let body = String::from_utf8_lossy(&answer.bytes().await.unwrap()).into_owned();
        answers.push(("a page", format!("{path} {headers} {body}")));
    }
    for hidden in [KEY, &secret, "Нұрлан", "791028302728"] {
        assert!(!token.contains(hidden), "{hidden} is in the token's answer");
        for (name, answer) in &answers {
            assert!(!answer.contains(hidden), "{hidden} is in {name}: {answer}");
        }
    }
    assert!(token.contains(TOKEN));
    for (name, answer) in &answers {
        assert!(!answer.contains(TOKEN), "the token is in {name}: {answer}");
    }
}

#[tokio::test]
async fn what_concerns_one_customer_is_not_cached() {
    let stage = Stage::start().await;
    let order = stage.new_order().await;
    let answers = [
        stage.post(&format!("/api/orders/{order}/token"), "").await,
        stage.get(&format!("/api/orders/{order}")).await,
    ];
    for answer in answers {
        assert_eq!(answer.headers()["cache-control"], "no-store");
    }
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
