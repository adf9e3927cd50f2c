//! What is felt in the signing page and at the back end: who signs what, how it ends, and whether
//! that is confirmed.

use anyhow::Result;
use documentolog_e2e::{Engine, Playground, in_each_engine};
use serde_json::json;

/// The host element of a widget in the page's own place.
const INLINE: &str = "#place > div";

/// Knobs whose effect is seen in the signing page itself, or after something is done there.
async fn knobs_that_are_felt_in_the_signing_page(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    let browser = &playground.browser;
    for (settings, methods, files) in [
        ("", "eds,egov-qr,sms,adobe-sign", 1),
        ("&methods=egov-qr,sms&attachments=3", "egov-qr,sms", 3),
        (
            "&signer=both&attachments=2",
            "eds,egov-qr,sms,adobe-sign",
            2,
        ),
        ("&signer=recipient&methods=adobe-sign", "adobe-sign", 1),
    ] {
        playground.go(&format!("place=inline{settings}")).await?;
        playground.open().await?;
        browser.enter_signing_frame(INLINE).await?;
        let shown = browser
            .value(
                "[[...document.querySelectorAll('input[name=method]')].map(({ value }) => value).join(), \
                 document.querySelectorAll('.document a').length]",
            )
            .await?;
        browser.leave_signing_frame().await?;
        assert_eq!(shown, json!([methods, files]), "{engine:?}, {settings}");
    }
    // The signer's hand, told as often as the knob says.
    playground.go("place=inline&timeouts.activity=300").await?;
    playground.open().await?;
    playground.logged("[data-name=ready]").await?;
    // By the focus and not by a click: while the log grows WebKit's driver may click beside it.
    let frame = format!("document.querySelector({INLINE:?}).shadowRoot.querySelector('iframe')");
    browser.value(&format!("{frame}.focus()")).await?;
    browser
        .until("document.querySelectorAll('#log li[data-name=activity]').length >= 3")
        .await?;
    // Abort, retry and close, by the page's buttons.
    playground.go("place=inline&signal=1").await?;
    playground.open().await?;
    playground.logged("[data-name=ready]").await?;
    playground.press("#retry").await?;
    browser
        .until(
            "document.querySelectorAll('#log li[data-kind=event][data-name=ready]').length === 2",
        )
        .await?;
    playground.press("#abort").await?;
    playground
        .logged("[data-kind=outcome][data-code=aborted]")
        .await?;
    // Code that is there before it is used.
    playground.go("place=inline&preload=1").await?;
    browser
        .value("document.querySelector('#open').dispatchEvent(new Event('pointerenter'))")
        .await?;
    playground.logged("[data-name=preload]").await?;
    playground.end().await
}

/// What the back end says of a signature, by the knob.
async fn confirmations(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    for (settings, expected) in [
        ("confirm=webhook", "[data-kind=outcome][data-name=signed]"),
        ("confirm=off", "[data-kind=outcome][data-name=signed]"),
        (
            "confirm=refuse",
            "[data-kind=outcome][data-code=confirm-failed]",
        ),
        (
            "confirm=never&timeouts.confirm=300",
            "[data-kind=outcome][data-code=confirm-failed]",
        ),
    ] {
        playground
            .go(&format!("place=inline&fate=sign&{settings}"))
            .await?;
        playground.open().await?;
        let end = playground.logged(expected).await?;
        let is_confirmed = end.contains("confirmed: true");
        assert_eq!(is_confirmed, settings == "confirm=webhook", "{end}");
        // Whatever the page was told, the webhooks come.
        let complete = "#webhooks li[data-event=document_completed]";
        playground.browser.find(complete).await?;
        playground
            .browser
            .find("#document[data-state=confirmed]")
            .await?;
        let inbox = "document.querySelector('#webhooks').textContent";
        let inbox = playground.browser.value(inbox).await?;
        let inbox = inbox.as_str().unwrap();
        assert!(inbox.contains("\"recipient\": \"000000000000\""), "{inbox}");
        assert!(!inbox.contains("capability"), "{inbox}");
    }
    playground.end().await
}

/// What the signer does, by the knob: each way that a session can end.
async fn every_fate_comes_true(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    // The document's state, by the webhooks and at the service.
    for (settings, events, state, at_service) in [
        (
            "fate=sign",
            json!(["loading", "ready", "confirming", "signed"]),
            "confirmed",
            "completed",
        ),
        (
            "fate=fail-once&signer=both",
            json!(["loading", "ready", "sign-failed", "confirming", "signed"]),
            "signing",
            "signing",
        ),
        (
            "fate=decline",
            json!(["loading", "ready", "closed"]),
            "declined",
            "declined",
        ),
        (
            "fate=close",
            json!(["loading", "ready", "closed"]),
            "signing",
            "not-signed",
        ),
    ] {
        playground.go(&format!("place=inline&{settings}")).await?;
        playground.open().await?;
        playground.logged("[data-kind=outcome]").await?;
        let told = "[...document.querySelectorAll('#log li[data-kind=event]:not([data-name=activity])')]\
                    .map(({ dataset }) => dataset.name)";
        assert_eq!(playground.browser.value(told).await?, events, "{settings}");
        let document = format!("#document[data-state={state}][data-at-service={at_service}]");
        assert!(
            playground.browser.find(&document).await.is_ok(),
            "{settings}"
        );
    }
    playground.end().await
}

in_each_engine!(
    knobs_that_are_felt_in_the_signing_page,
    confirmations,
    every_fate_comes_true,
);
