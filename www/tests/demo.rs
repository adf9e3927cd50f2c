//! The demo's program, as `cargo xtask demo` runs it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::Stdio;

use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Command,
};

#[tokio::test]
async fn it_says_where_shop_and_playground_are_and_serves_them() {
    let mut demo = Command::new(env!("CARGO_BIN_EXE_documentolog-demo"))
        .args(["--port", "0", "--package", env!("CARGO_MANIFEST_DIR")])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(demo.stdout.take().unwrap()).lines();
    let mut said = String::new();
    let url = loop {
        let line = lines
            .next_line()
            .await
            .unwrap()
            .expect("the demo ended before it was ready");
        if let Some(url) = line.strip_prefix("documentolog-demo ready ") {
            break url.to_owned();
        }
        said.push_str(&line);
    };
    let playground = format!("{url}playground");
    assert!(said.contains(&playground), "{said}");
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let get = async |url: String| http.get(url).send().await.unwrap();
    let page = get(playground).await;
    assert_eq!(page.status(), reqwest::StatusCode::OK);
    let config: serde_json::Value = get(format!("{url}api/config")).await.json().await.unwrap();
    let service = config["baseUrl"].as_str().unwrap();
    assert!(service.starts_with("http://127.0.0.1:") && url.starts_with("http://localhost:"));
    let sample = get(format!("{service}/rct/sample.pdf")).await;
    assert_eq!(sample.headers()["content-type"], "application/pdf");
    demo.kill().await.unwrap();
}
