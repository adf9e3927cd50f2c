//! The OpenAPI document, and what schemathesis finds when it goes by it.

use std::env;

use reqwest::Method;
use serde_json::json;
use tokio::process::Command;

use crate::{
    program::succeeds,
    stage::{KEY, RECIPIENT, Stage, request, stage},
};

/// What changes the pages of other tests: it is tried apart.
const SPOILERS: [&str; 3] = ["setFault", "addFate", "setFate"];

/// How long each run may take, in seconds.
const TIME: &str = "25";

#[tokio::test]
async fn it_is_served() {
    let (_sandbox, stage) = stage().await;
    let (_, text) = stage.page("/sandbox/openapi.json").await;
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
}

/// Runs where `cargo xtask test` has installed schemathesis.
#[tokio::test]
async fn schemathesis_finds_no_answer_that_is_not_described() {
    let Some(python) = env::var_os("DOCUMENTOLOG_SCHEMATHESIS") else {
        return;
    };
    let (_sandbox, stage) = stage().await;
    // So that there is something to read.
    let token = stage.token(&request("")).await;
    stage.act("sign", &token, json!({"method": "eds"})).await;
    assert_eq!(stage.messages(RECIPIENT).await.len(), 1);
    let apart: Vec<_> = SPOILERS
        .iter()
        .flat_map(|name| ["--exclude-operation-id", name])
        .collect();
    run(&python, &stage, &token, &apart).await;
    let only: Vec<_> = SPOILERS
        .iter()
        .flat_map(|name| ["--include-operation-id", name])
        .collect();
    run(&python, &stage, &token, &only).await;
    stage.control(Method::POST, "reset", None).await;
}

async fn run(python: &std::ffi::OsStr, stage: &Stage, token: &str, which: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let mut schemathesis = Command::new(python);
    schemathesis
        .args(["-m", "schemathesis.cli", "run"])
        .arg(format!("{}/sandbox/openapi.json", stage.origin))
        .args(["--seed", "1", "--max-time", TIME, "--request-timeout", "10"])
        .args(["--header", &format!("api-key:{KEY}")])
        .args(["--header", &format!("Authorization:Bearer {token}")])
        .args(["--phases", "examples,coverage,fuzzing", "--warnings", "off"])
        .args([
            "--checks",
            "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,unsupported_method",
        ])
        .args(which)
        .current_dir(folder.path())
        .env("NO_COLOR", "1");
    let said = succeeds(&mut schemathesis).await;
    // It has asked: an empty run proves nothing.
    assert!(
        said.contains("generated") || said.contains("passed"),
        "{said}"
    );
}
