//! What outlives the shop, and what ends with it.

use std::time::Duration;

use documentolog_shop::Database;

use crate::stage::{KEY, Stage};

#[tokio::test]
async fn a_restart_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::File(folder.path().join("shop.sqlite"));
    let stage = Stage::start_with(database.clone(), KEY).await;
    let order = stage.new_order().await;
    let token = stage.token(&order).await;
    stage.sign(&token);
    stage.until(&order, "confirmed").await;
    stage.shop.shutdown().await;
    let again = Stage::start_with(database, KEY).await;
    assert_eq!(
        again.until(&order, "confirmed").await["webhooks"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}

/// A browser that follows an order is told to reconnect, and does not hold the shop.
#[tokio::test]
async fn an_open_event_stream_ends_with_the_shop() {
    let stage = Stage::start().await;
    let order = stage.new_order().await;
    let path = format!("/api/orders/{order}/events");
    let mut events = stage.get(&path).await;
    assert!(events.chunk().await.unwrap().is_some());
    let url = format!("{}{path}", stage.shop.origin());
    let stopped = tokio::time::timeout(Duration::from_secs(10), stage.shop.shutdown());
    stopped.await.unwrap();
    assert_eq!(events.chunk().await.unwrap(), None);
    assert!(stage.http.get(url).send().await.unwrap_err().is_connect());
}
