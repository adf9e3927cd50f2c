//! What goes wrong on demand goes wrong as it should.

use std::time::Duration;

use documentolog_sandbox::{Config, Fate, Fault, MessageFault};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::stage::{Stage, config, request, stage, stage_with};

#[tokio::test]
async fn every_fault_answers_as_it_says() {
    let (sandbox, stage) = stage().await;
    let page = format!("{}/external/sign/embedded?sParams=x", sandbox.origin());
    let rows = [
        (
            Fault::Redirect,
            307,
            Some(("location", "http://localhost:")),
        ),
        (Fault::NoContent, 204, None),
        (Fault::NotFound, 404, None),
        (Fault::ServerError, 500, None),
        (Fault::XFrameOptions, 200, Some(("x-frame-options", "DENY"))),
        (
            Fault::FrameAncestors,
            200,
            Some((
                "content-security-policy",
                "default-src 'none'; frame-ancestors 'none'",
            )),
        ),
        (
            Fault::Attachment,
            200,
            Some(("content-disposition", "attachment;")),
        ),
        // These pages answer for themselves: the token is none.
        (Fault::Slow(Duration::from_millis(50)), 401, None),
        (Fault::Messages(MessageFault::Burst), 401, None),
    ];
    for (fault, status, expected) in rows {
        sandbox.set_fault(Some(fault));
        let response = stage.get(&page).await;
        assert_eq!(response.status().as_u16(), status, "{fault:?}");
        if let Some((name, value)) = expected {
            let found = response.headers()[name].to_str().unwrap();
            assert!(found.starts_with(value), "{fault:?}: {found}");
        }
    }
    sandbox.set_fault(Some(Fault::Hang));
    let mut hanging = std::pin::pin!(stage.get(&page));
    let mut hangs_for = async |time| tokio::time::timeout(time, &mut hanging).await.is_err();
    assert!(hangs_for(Duration::from_millis(300)).await);
    sandbox.set_fault(None);
    let response = stage.get(&page).await;
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    // One that was asked later has been answered.
    assert!(hangs_for(Duration::ZERO).await, "it has answered");
}

/// A redirect to the origin that is trusted would test nothing.
#[tokio::test]
async fn a_redirect_is_refused_where_there_is_no_other_origin() {
    let listen = "0.0.0.0:0".parse().unwrap();
    let (sandbox, stage) = stage_with(Config { listen, ..config() }).await;
    let by_loopback = stage.origin.replace("0.0.0.0", "127.0.0.1");
    let stage = Stage::at(&by_loopback);
    let token = stage.token(&request("")).await;
    let document = stage.newest_document().await;
    let redirect = json!({"name": "redirect"});
    let fate = json!({ "fault": redirect });
    let of_document = format!("documents/{}/fate", document["doc_id"].as_str().unwrap());
    for (method, path, body) in [
        (Method::PUT, "fault", &redirect),
        (Method::POST, "fates", &fate),
        (Method::PUT, &of_document, &fate),
    ] {
        let (status, answer) = stage.control(method, path, Some(body.clone())).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        let message = answer["error"]["message"].as_str().unwrap();
        assert!(message.contains("listen on 127.0.0.1"), "{message}");
    }
    let fate = Fate {
        fault: Some(Fault::Redirect),
        ..Fate::default()
    };
    assert!(sandbox.script_next(fate).is_err());
    sandbox.set_fault(Some(Fault::Redirect));
    let (status, _) = stage.signing_page(&token, "en").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    let other = stage.tell(Method::PUT, "fault", json!({"name": "no-content"}));
    assert_eq!(other.await["fault"]["name"], "no-content");
}
