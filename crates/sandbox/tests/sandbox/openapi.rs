//! The OpenAPI document, and what schemathesis finds when it goes by it.

use std::{env, io::Write};

use reqwest::Method;
use serde_json::json;
use tokio::process::Command;

use crate::{
    program::succeeds,
    stage::{KEY, RECIPIENT, Stage, request, stage},
};

/// What changes the pages of other tests: it is tried apart.
const SPOILERS: [&str; 3] = ["setFault", "addFate", "setFate"];

/// How many requests each operation is fuzzed with. With the seed, they are the same each time, on
/// machines of every speed.
const EXAMPLES: &str = "40";

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
        // Past what keeps the words of tests that pass: nothing was tried here.
        let left_out = "schemathesis is left out: `cargo xtask test` installs it";
        writeln!(std::io::stderr(), "{left_out}").unwrap();
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
    let all = operations(&stage).await;
    let tested = run(&python, &stage, &token, &apart).await;
    assert_eq!(tested.0, all - SPOILERS.len(), "{}", tested.1);
    let only: Vec<_> = SPOILERS
        .iter()
        .flat_map(|name| ["--include-operation-id", name])
        .collect();
    let tested = run(&python, &stage, &token, &only).await;
    assert_eq!(tested.0, SPOILERS.len(), "{}", tested.1);
    stage.control(Method::POST, "reset", None).await;
}

/// How many operations the document describes, but for the one that gives itself: that is what
/// schemathesis asks for first, and not again.
async fn operations(stage: &Stage) -> usize {
    let (_, text) = stage.page("/sandbox/openapi.json").await;
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let paths = document["paths"].as_object().unwrap().values();
    let operations = paths.flat_map(|path| path.as_object().unwrap().values());
    operations
        .filter_map(|operation| operation.get("operationId"))
        .filter(|name| *name != "openApi")
        .count()
}

/// Runs it, and gives how many operations it has tested, and what it has said.
async fn run(
    python: &std::ffi::OsStr,
    stage: &Stage,
    token: &str,
    which: &[&str],
) -> (usize, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut schemathesis = Command::new(python);
    schemathesis
        .args(["-m", "schemathesis.cli", "run"])
        .arg(format!("{}/sandbox/openapi.json", stage.origin))
        .args(["--seed", "1", "--max-examples", EXAMPLES, "--request-timeout", "60"])
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
    let tested = said.split("Tested: ").nth(1).unwrap_or_default();
    let digits = tested.split(|letter: char| !letter.is_ascii_digit()).next();
    let count = digits
        .and_then(|digits| digits.parse().ok())
        .unwrap_or_else(|| panic!("it does not say what it has tested: {said}"));
    (count, said)
}
