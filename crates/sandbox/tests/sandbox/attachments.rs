//! Attachments are fetched, and from where.

use crate::{
    receiver::Receiver,
    stage::{config, request_with, stage, stage_with},
};
use axum::{
    Router,
    response::{Html, Redirect},
    routing::get,
};
use documentolog_sandbox::Config;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::net::TcpListener;

const SVG: (&str, &str) = ("content-type", "image/svg+xml");
const PNG: (&str, &str) = ("content-type", "image/png");

/// A server of files. Its address, such as `127.0.0.1:40000`.
async fn files() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let elsewhere = format!(
        "http://localhost:{}/a.txt",
        listener.local_addr().unwrap().port()
    );
    let router = Router::new()
        .route("/a.txt", get(|| async { "the first" }))
        .route("/b.txt", get(|| async { "the second" }))
        .route("/page.html", get(|| async { Html("<script></script>") }))
        .route("/image.svg", get(|| async { ([SVG], "<svg/>") }))
        .route("/image.png", get(|| async { ([PNG], "?") }))
        .route("/moved", get(|| async { Redirect::temporary("/b.txt") }))
        .route("/round", get(|| async { Redirect::temporary("/round") }))
        .route("/away", get(async move || Redirect::temporary(&elsewhere)))
        .route("/large", get(|| async { vec![0_u8; 20 * 1024 * 1024 + 1] }));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}

fn with_links(webhook_url: &str, links: &[String]) -> Value {
    request_with(
        webhook_url,
        &json!({"aAttachments": links, "iSendToRecipient": 0}),
    )
}

#[tokio::test]
async fn several_files_are_fetched_and_come_back_as_they_were() {
    let (_sandbox, stage) = stage().await;
    let (receiver, files) = (Receiver::start(vec![]).await, files().await);
    let links = ["a.txt", "b.txt", "moved"].map(|name| format!("http://{files}/{name}"));
    let token = stage.token(&with_links(&receiver.url(), &links)).await;
    stage.act("sign", &token, json!({"method": "eds"})).await;
    let completed = receiver.events(3).await.pop().unwrap();
    for (place, text) in ["the first", "the second", "the second"].iter().enumerate() {
        let link = completed["download_files"][place]["link"].as_str().unwrap();
        assert_eq!(stage.page(link).await.1, *text);
    }
}

/// Shown, HTML or SVG would run in the origin that has the inboxes.
#[tokio::test]
async fn what_could_run_scripts_is_saved_and_not_shown() {
    let (_sandbox, stage) = stage().await;
    let (receiver, files) = (Receiver::start(vec![]).await, files().await);
    let names = ["page.html", "image.svg", "a.txt", "image.png"];
    let mut links = names.map(|name| format!("http://{files}/{name}")).to_vec();
    links.push(format!("{}/rct/sample.pdf", stage.origin));
    let token = stage.token(&with_links(&receiver.url(), &links)).await;
    stage.act("sign", &token, json!({"method": "eds"})).await;
    let completed = receiver.events(3).await.pop().unwrap();
    let expected = [
        ("attachment; filename=\"page.html\"", Some("sandbox")),
        ("attachment; filename=\"image.svg\"", Some("sandbox")),
        ("attachment; filename=\"a.txt\"", Some("sandbox")),
        ("inline; filename=\"image.png\"", None),
        ("inline; filename=\"sample.pdf\"", None),
    ];
    for (place, expected) in expected.into_iter().enumerate() {
        let link = completed["download_files"][place]["link"].as_str().unwrap();
        let answer = stage.get(&format!("{link}&inline=1")).await;
        let said = |name| Some(answer.headers().get(name)?.to_str().unwrap());
        assert_eq!(said("content-disposition"), Some(expected.0));
        assert_eq!(said("content-security-policy"), expected.1);
        assert_eq!(said("x-content-type-options"), Some("nosniff"));
    }
}

#[tokio::test]
async fn what_is_not_fetched_is_refused_with_the_reason() {
    let (_sandbox, stage) = stage().await;
    let files = files().await;
    let of = |name: &str| vec![format!("http://{files}/{name}")];
    let rows = [
        (of("none"), "cannot be fetched"),
        (of("away"), "cannot be fetched"),
        (of("round"), "cannot be fetched"),
        (of("large"), "20 MiB"),
        (
            vec!["https://files.example.kz/a.pdf".to_owned()],
            "--attachment-host",
        ),
        (
            vec!["http://169.254.169.254/latest".to_owned()],
            "--attachment-host",
        ),
        (vec![format!("http://{files}/a.txt"); 51], "50"),
    ];
    for (links, part) in rows {
        let (status, refusal) = stage.ask(&with_links("", &links)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{links:?}");
        let message = refusal["error"]["message"].as_str().unwrap();
        assert!(
            message.contains("aAttachments") && message.contains(part),
            "{message}"
        );
        assert!(!message.contains("http"), "the link is repeated: {message}");
    }
    assert_eq!(stage.read("documents").await, json!({"documents": []}));
}

#[tokio::test]
async fn a_configured_host_is_fetched_from() {
    // No name but loopback's resolves everywhere; this one names another address of it.
    let address = files().await.replace("127.0.0.1", "[::ffff:127.0.0.1]");
    let link = vec![format!("http://{address}/a.txt")];
    let (_sandbox, plain) = stage().await;
    assert_eq!(
        plain.ask(&with_links("", &link)).await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let attachment_hosts = vec![address.replace("127.0.0.1", "7f00:1")];
    let (_sandbox, stage) = stage_with(Config {
        attachment_hosts,
        ..config()
    })
    .await;
    let token = stage.token(&with_links("", &link)).await;
    assert_eq!(stage.state(&token).await, "ready");
}
