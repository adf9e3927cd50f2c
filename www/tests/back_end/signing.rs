//! The way of a signature: token, signing page, webhooks, the order's state.

use futures_util::future::join_all;
use reqwest::{Response, StatusCode};
use serde_json::json;

use crate::stage::Stage;

#[tokio::test]
async fn a_signature_is_confirmed_by_webhook() {
    let stage = Stage::start().await;
    let order = stage.new_order().await;
    assert_eq!(stage.until(&order, "new").await["webhooks"], json!([]));
    let token = stage.token(&order).await;
    stage.sign(&token);
    let state = stage.until(&order, "confirmed").await;
    let names: Vec<_> = state["webhooks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["event"].clone())
        .collect();
    assert_eq!(
        names,
        ["document_sent", "signer_signed", "document_completed"]
    );
    let shown = state.to_string();
    assert!(
        !shown.contains("\"000000000000\"") && !shown.contains("Нұрлан"),
        "personal data is shown: {shown}"
    );
    assert_eq!(stage.rows().await.len(), 3);
}

#[tokio::test]
async fn a_rejection_is_known_and_can_be_followed_by_a_signature() {
    let stage = Stage::start().await;
    let order = stage.new_order().await;
    let token = stage.token(&order).await;
    stage.reject(&token).await;
    stage.until(&order, "declined").await;
    let token = stage.token(&order).await;
    stage.sign(&token);
    stage.until(&order, "confirmed").await;
}

#[tokio::test]
async fn another_orders_signature_confirms_nothing_here() {
    let stage = Stage::start().await;
    let (mine, other) = (stage.new_order().await, stage.new_order().await);
    stage.token(&mine).await;
    let token = stage.token(&other).await;
    stage.sign(&token);
    stage.until(&other, "confirmed").await;
    stage.until(&mine, "signing").await;
    assert_eq!(
        stage
            .rows()
            .await
            .iter()
            .filter(|(order, _)| *order == mine)
            .count(),
        1
    );
}

/// The shop has no login, so it is bounded, by those who ask all at once too.
#[tokio::test]
async fn an_order_gets_ten_tokens_and_a_minute_so_many_orders() {
    let stage = Stage::start().await;
    let order = stage.new_order().await;
    let token = format!("/api/orders/{order}/token");
    let answers = join_all((0..25).map(|_| stage.post(&token, ""))).await;
    assert_eq!(count(&answers, StatusCode::OK), 10);
    assert_eq!(count(&answers, StatusCode::TOO_MANY_REQUESTS), 15);
    let answers = join_all((0..130).map(|_| stage.post("/api/orders", ""))).await;
    assert_eq!(count(&answers, StatusCode::CREATED), 119);
    let refused = answers
        .iter()
        .find(|answer| answer.status() == StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.unwrap().headers()["retry-after"], "60");
}

fn count(answers: &[Response], status: StatusCode) -> usize {
    let is_it = |answer: &&Response| answer.status() == status;
    answers.iter().filter(is_it).count()
}

#[tokio::test]
async fn what_another_sites_page_posts_is_refused() {
    let stage = Stage::start().await;
    let own = stage.shop.origin();
    let by_number = own.replace("localhost", "127.0.0.1");
    for (origin, expected) in [
        (own, StatusCode::CREATED),
        (&by_number, StatusCode::CREATED),
        ("http://localhost:1", StatusCode::FORBIDDEN),
        ("https://evil.example", StatusCode::FORBIDDEN),
        ("null", StatusCode::FORBIDDEN),
    ] {
        let request = stage.http.post(format!("{own}/api/orders"));
        let answer = request.header("origin", origin).send().await.unwrap();
        assert_eq!(answer.status(), expected, "{origin}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_there() {
    let stage = Stage::start().await;
    for path in [
        "/api/orders/1",
        "/api/orders/1/events",
        "/contracts/1/contract.pdf",
        "/contracts/x",
    ] {
        assert_eq!(
            stage.get(path).await.status(),
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    assert_eq!(
        stage.post("/api/orders/1/token", "").await.status(),
        StatusCode::NOT_FOUND
    );
}
