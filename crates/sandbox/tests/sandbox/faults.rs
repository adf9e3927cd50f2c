//! What goes wrong on demand goes wrong as it should.

use std::time::Duration;

use documentolog_sandbox::{Fault, MessageFault};
use reqwest::StatusCode;

use crate::stage::stage;

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
    let hanging = stage.get(&page);
    assert!(
        tokio::time::timeout(Duration::from_millis(300), hanging)
            .await
            .is_err(),
        "a hanging page has answered"
    );
    sandbox.set_fault(None);
    let response = stage.get(&page).await;
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
}
