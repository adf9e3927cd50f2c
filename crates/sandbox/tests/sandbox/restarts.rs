//! What is kept across restarts, with `kill -9` too; and what a seed makes the same.

use std::time::Duration;

use documentolog_sandbox::{Config, Fate, StartError, StoreError, start};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::{
    program::Program,
    receiver::{Receiver, names},
    stage::{RECIPIENT, Stage, config, request, stage_with},
};

#[tokio::test]
async fn a_kill_in_the_middle_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").to_str().unwrap().to_owned();
    let any_port = ["--listen", "127.0.0.1:0"];
    let kept = ["--data", &data, "--webhook-retry-pause", "60000"];
    let arguments = [any_port.as_slice(), &kept].concat();
    let receiver = Receiver::start(vec![503]).await;
    let first = Program::start(&arguments).await;
    let sender = first.stage.token(&request(&receiver.url())).await;
    receiver.bodies(1).await;
    // Its webhook waits behind the one that was refused.
    let (status, _) = first
        .stage
        .act("sign", &sender, json!({"method": "eds"}))
        .await;
    assert_eq!(status, StatusCode::OK);
    first.stage.advance_days(29).await;
    let fate = json!({"outcome": "decline"});
    first.stage.tell(Method::POST, "fates", fate).await;
    first.kill().await;

    // Somebody else may have its port by now, so links are followed to where it is.
    let second = Program::start(&arguments).await;
    let stage = &second.stage;
    assert_eq!(
        names(&receiver.events(3).await),
        ["document_sent", "document_sent", "signer_signed"]
    );
    let link = path_of(&stage.messages(RECIPIENT).await[0].1).to_owned();
    let recipient = stage.follow(&format!("{}{link}", stage.origin)).await;
    assert_eq!(stage.state(&recipient).await, "ready");
    let (status, _) = stage
        .act("sign", &recipient, json!({"method": "sms"}))
        .await;
    assert_eq!(status, StatusCode::OK);
    let events = receiver.events(5).await;
    second.kill().await;

    let third = Program::start(&arguments).await;
    let stage = &third.stage;
    assert_eq!(names(&events)[3..], ["signer_signed", "document_completed"]);
    assert_eq!(stage.newest_document().await["status"], "completed");
    let file = events[4]["download_files"][0]["link"].as_str().unwrap();
    assert_eq!(stage.page(path_of(file)).await.0, StatusCode::OK);
    assert_eq!(stage.read("fates").await["fates"][0]["outcome"], "decline");
    stage.advance_days(1).await;
    assert_eq!(
        stage.page(&link).await.0,
        StatusCode::GONE,
        "the clock stands where it stood"
    );
}

/// The part of a link that stays, wherever the service is.
fn path_of(link: &str) -> &str {
    &link[link.find("/external/").unwrap()..]
}

/// What a test has written, and what it can read: both are as if nothing had happened.
#[tokio::test]
async fn a_kill_changes_nothing_of_what_a_test_wrote_and_reads() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data").to_str().unwrap().to_owned();
    let arguments = ["--listen", "127.0.0.1:0", "--data", &data];
    let receiver = Receiver::start(vec![]).await;
    let first = Program::start(&arguments).await;
    let stage = &first.stage;
    let written = [
        ("fault", json!({"name": "slow", "milliseconds": 7})),
        ("ncalayer", json!({"behaviour": "wrong-password"})),
        ("webhooks", json!({"delay_milliseconds": 7, "twice": false})),
    ];
    for (path, what) in &written {
        stage.tell(Method::PUT, path, what.clone()).await;
    }
    for fate in ["decline", "close"] {
        let fate = json!([{}, {"outcome": fate, "without_browser": true}]);
        stage.tell(Method::POST, "fates", fate).await;
    }
    let token = stage.token(&request(&receiver.url())).await;
    let (status, _) = stage.ask(&json!({"sSender": "nobody"})).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    stage
        .until("deliveries", |found| found["deliveries"][0].is_object())
        .await;
    let paths = [
        "fault",
        "ncalayer",
        "fates",
        "deliveries",
        "token-requests",
        "messages",
        "documents",
        "webhooks",
    ];
    let everything = async |stage: &Stage| {
        let mut read = Vec::new();
        for path in paths {
            read.push((path, stage.read(path).await));
        }
        read
    };
    let before = everything(stage).await;
    assert_eq!(before[0].1["fault"], written[0].1);
    assert_eq!(before[1].1, written[1].1);
    assert_eq!(before[2].1["fates"][0][1]["outcome"], "close");
    assert_eq!(before[3].1["deliveries"][0]["status"], 200);
    assert_eq!(before[7].1, written[2].1);
    let requests = before[4].1["token_requests"].as_array().unwrap();
    assert_eq!(
        (&requests[0]["status"], &requests[1]["status"]),
        (&json!(200), &json!(422))
    );
    first.kill().await;

    let second = Program::start(&arguments).await;
    let stage = &second.stage;
    assert_eq!(everything(stage).await, before);
    // What was written of the first document comes true.
    let (status, _) = stage.act("sign", &token, json!({"method": "sms"})).await;
    assert_eq!(status, StatusCode::OK);
    stage
        .until("documents", |found| {
            found["documents"][0]["status"] == "declined"
        })
        .await;
    let (status, _) = stage.control(Method::POST, "reset", None).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let reset = everything(stage).await;
    second.kill().await;

    let third = Program::start(&arguments).await;
    assert_eq!(everything(&third.stage).await, reset);
    for (path, told) in reset {
        let nothing = match path {
            "fault" => json!({"fault": null}),
            "ncalayer" => json!({"behaviour": "signs"}),
            "messages" => json!({"mailboxes": []}),
            "webhooks" => json!({"delay_milliseconds": 0, "twice": false}),
            _ => json!({path.replace('-', "_"): []}),
        };
        assert_eq!(told, nothing);
    }
}

#[tokio::test]
async fn what_is_written_goes_on_after_a_restart_and_tokens_stay_good() {
    let folder = tempfile::tempdir().unwrap();
    let with_data = || Config {
        data_dir: Some(folder.path().to_owned()),
        ..config()
    };
    let (sandbox, stage) = stage_with(with_data()).await;
    let late = Fate {
        delay: Duration::from_secs(1),
        without_browser: true,
        ..Fate::default()
    };
    sandbox.script_next(late).unwrap();
    stage.token(&request("")).await;
    // Nothing is written of this one.
    let token = stage.token(&request("")).await;
    let second = start(with_data()).await;
    assert!(
        matches!(second, Err(StartError::Store(StoreError::Used))),
        "two on one folder"
    );
    sandbox.shutdown().await;

    let (_sandbox, stage) = stage_with(with_data()).await;
    assert_eq!(stage.state(&token).await, "ready");
    stage
        .until("documents", |found| {
            found["documents"][0]["status"] == "completed"
        })
        .await;
    let (status, _) = stage.control(Method::POST, "reset", None).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!(stage.read("documents").await, json!({"documents": []}));
}

#[tokio::test]
async fn a_seed_makes_everything_the_same() {
    let run = async |seed: Option<u64>| {
        let (sandbox, stage) = stage_with(Config { seed, ..config() }).await;
        let first = everything(&stage).await;
        sandbox.reset();
        (first, everything(&stage).await)
    };
    let (first, again) = run(Some(7)).await;
    assert_eq!(first, again, "after a reset");
    assert_eq!(first, run(Some(7)).await.0);
    assert_ne!(first, run(Some(8)).await.0);
    let (system, other) = run(None).await;
    assert_ne!(system, other);
}

/// All that is random of two documents, at one time.
async fn everything(stage: &Stage) -> String {
    let clock = json!({"now": 1_800_000_000, "is_stopped": true});
    stage.tell(Method::POST, "clock", clock).await;
    let first = stage.token(&request("")).await;
    stage.act("sign", &first, json!({"method": "eds"})).await;
    let second = stage.token(&request("")).await;
    let told = [stage.read("documents").await, stage.read("messages").await];
    let told = format!("{first} {second} {told:?}");
    told.replace(&stage.origin, "")
}
