//! The demo shop, as a customer uses it: every way a signature can go, in each
//! browser, with what the page hears, what its promise gives and what the back
//! end's database holds.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(
    clippy::print_stdout,
    reason = "which way it was is shown when a test fails"
)]

use anyhow::Result;
use documentolog_e2e::{Browser, DIALOG, Engine, Parties, in_time};

/// What the customer does in the signing page, and what must come of it.
struct Way {
    name: &'static str,
    /// Clicks in the signing page, in order.
    clicks: &'static [&'static str],
    /// By which method, and its steps, the customer signs then.
    signs_by: Option<&'static str>,
    /// The widget's events, in order.
    events: &'static [&'static str],
    outcome: &'static str,
    method: Option<&'static str>,
    order_state: &'static str,
    /// The rows in the database, in order.
    webhooks: &'static [&'static str],
}

const SIGNED: [&str; 3] = ["document_sent", "signer_signed", "document_completed"];

const WAYS: [Way; 7] = [
    signing("eds"),
    signing("egov-qr"),
    signing("sms"),
    signing("adobe-sign"),
    Way {
        name: "fails, then signs",
        clicks: &[
            "input[value=eds]",
            "#sandbox-panel summary",
            "#fail-next",
            "#sign",
        ],
        signs_by: Some("eds"),
        events: &["loading", "ready", "sign-failed", "confirming", "signed"],
        outcome: "signed",
        method: Some("eds"),
        order_state: "confirmed",
        webhooks: &SIGNED,
    },
    Way {
        name: "rejects",
        clicks: &["#reject"],
        signs_by: None,
        events: &["loading", "ready", "closed"],
        outcome: "closed",
        method: None,
        order_state: "declined",
        webhooks: &["document_sent", "signer_declined"],
    },
    Way {
        name: "closes",
        clicks: &["#close"],
        signs_by: None,
        events: &["loading", "ready", "closed"],
        outcome: "closed",
        method: None,
        order_state: "closed",
        webhooks: &["document_sent"],
    },
];

const fn signing(method: &'static str) -> Way {
    Way {
        name: method,
        clicks: &[],
        signs_by: Some(method),
        events: &["loading", "ready", "confirming", "signed"],
        outcome: "signed",
        method: Some(method),
        order_state: "confirmed",
        webhooks: &SIGNED,
    }
}

async fn go_every_way(engine: Engine, button: &str, host: &str) -> Result<()> {
    let browser = Browser::start(engine).await?;
    for way in &WAYS {
        let parties = Parties::start().await?;
        println!("{engine:?}, {button}: {}", way.name);
        browser.client.goto(parties.shop.origin()).await?;
        browser.click(button).await?;
        browser.enter_signing_frame(host).await?;
        for target in way.clicks {
            browser.find("body[data-state=ready]").await?;
            browser.click(target).await?;
            if *target == "#sign" {
                browser.find("#fail-next:not(:checked)").await?;
            }
        }
        if let Some(method) = way.signs_by {
            browser.find("body[data-state=ready]").await?;
            browser.sign_by(method, &parties).await?;
        }
        browser.leave_signing_frame().await?;
        let outcome = browser
            .find(&format!("#outcome[data-type={}]", way.outcome))
            .await?;
        assert_eq!(
            outcome
                .attr("data-method")
                .await?
                .filter(|method| !method.is_empty())
                .as_deref(),
            way.method
        );
        browser
            .find(&format!("body[data-order-state={}]", way.order_state))
            .await?;
        // The session's end is the last that it tells.
        browser
            .find(&format!("#event-log li[data-event={}]", way.outcome))
            .await?;
        let events = browser
            .value("[...document.querySelectorAll('#event-log li:not([data-event=activity])')].map((li) => li.dataset.event)")
            .await?;
        assert_eq!(events, serde_json::json!(way.events), "{}", way.name);
        let last = way.webhooks.last().unwrap();
        browser
            .find(&format!("#webhook-log li[data-event={last}]"))
            .await?;
        let rows: Vec<_> = parties
            .shop
            .webhooks()
            .await?
            .into_iter()
            .map(|row| row.event)
            .collect();
        assert_eq!(rows, way.webhooks, "{}", way.name);
        let frames = browser
            .value("[document.querySelectorAll('iframe').length, frames.length]")
            .await?;
        assert_eq!(
            frames,
            serde_json::json!([0, 0]),
            "{}: a frame is left",
            way.name
        );
        parties.shop.shutdown().await;
        parties.sandbox.shutdown().await;
    }
    browser.quit().await
}

/// A customer begins with another order while the widget still says that the first is signed.
/// What becomes of the first one's session is not said of the second.
async fn a_new_order_hears_nothing_of_the_old_ones_session(engine: Engine) -> Result<()> {
    let parties = Parties::start().await?;
    let browser = Browser::start(engine).await?;
    browser.client.goto(parties.shop.origin()).await?;
    browser.click("#sign-inline").await?;
    // In the task in which the order is confirmed: the widget's farewell is short.
    let click_then = "const seen = new MutationObserver(() => {
        if (document.body.dataset.orderState !== 'confirmed') return;
        seen.disconnect();
        document.querySelector('#new-order').click();
    });
    seen.observe(document.body, { attributes: true });";
    browser.client.execute(click_then, Vec::new()).await?;
    browser.enter_signing_frame("#inline-place > div").await?;
    browser.find("body[data-state=ready]").await?;
    browser.sign_by("eds", &parties).await?;
    browser.leave_signing_frame().await?;
    browser
        .find("body[data-order-state=new] #sign-inline:enabled:not([hidden])")
        .await?;
    let told = "[document.querySelectorAll('#event-log li').length, document.querySelector('#outcome').dataset.type ?? null]";
    assert_eq!(browser.value(told).await?, serde_json::json!([0, null]));
    browser.quit().await
}

#[tokio::test]
async fn a_new_order_hears_nothing_of_the_old_ones_session_in_chromium() -> Result<()> {
    in_time(a_new_order_hears_nothing_of_the_old_ones_session(
        Engine::Chromium,
    ))
    .await
}

#[tokio::test]
async fn every_way_in_the_dialog_in_chromium() -> Result<()> {
    in_time(go_every_way(Engine::Chromium, "#sign-modal", DIALOG)).await
}

#[tokio::test]
async fn every_way_inline_in_chromium() -> Result<()> {
    in_time(go_every_way(
        Engine::Chromium,
        "#sign-inline",
        "#inline-place > div",
    ))
    .await
}

#[tokio::test]
async fn every_way_in_the_dialog_in_firefox() -> Result<()> {
    in_time(go_every_way(Engine::Firefox, "#sign-modal", DIALOG)).await
}

#[tokio::test]
async fn every_way_in_the_dialog_in_webkit() -> Result<()> {
    if !Engine::WebKit.is_here() {
        return Ok(());
    }
    in_time(go_every_way(Engine::WebKit, "#sign-modal", DIALOG)).await
}
