//! What the frame says, and what of it is told.

use std::time::Duration;

use anyhow::Result;
use documentolog_e2e::{Engine, FIRST, HOST, Page, in_each_engine};
use documentolog_sandbox::{Fate, Fault, MessageFault, Outcome};
use serde_json::{Value, json};

/// What the browser claims is told only when the back end has confirmed it.
async fn a_claim_is_confirmed_before_it_is_told(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let claim = json!({"type": "signed", "method": "eds", "confirmed": false});
    for (answer, times) in [
        ("later", json!({})),
        ("no", json!({})),
        ("error", json!({})),
        ("unread", json!({})),
        ("object", json!({})),
        ("nothing", json!({})),
        ("never", json!({"confirm": 500})),
    ] {
        let token = page.tokens(1).await?.remove(0);
        let options = json!({"token": token, "confirm": answer, "timeouts": times});
        page.start("first", FIRST, options).await?;
        page.until_phase("first", "ready").await?;
        page.sign_in(HOST).await?;
        if answer == "later" {
            page.until_phase("first", "confirming").await?;
            let view = page
                .in_shadow(
                    HOST,
                    "[shadow.querySelector('section').dataset.view, shadow.querySelector('[role=status][part=status]').textContent, \
                     shadow.querySelectorAll('iframe').length]",
                )
                .await?;
            assert_eq!(view, json!(["confirming", "Confirming the signature…", 0]));
            assert_eq!(page.browser.value("first.outcome").await?, Value::Null);
            assert_eq!(
                page.browser.value("first.confirmations[0].claim").await?,
                claim
            );
            // The farewell is short: the page itself looks for it.
            let answer = "const [host, done] = arguments; first.answer(); \
                          const view = () => document.querySelector(host)?.shadowRoot?.querySelector('section')?.dataset.view; \
                          const look = () => (view() === 'signed' ? done() : setTimeout(look, 10)); look()";
            page.browser
                .client
                .execute_async(answer, vec![json!(HOST)])
                .await?;
            let outcome = page.outcome("first").await?;
            assert_eq!(
                outcome,
                json!({"type": "signed", "method": "eds", "confirmed": true})
            );
            assert_eq!(
                page.kept("first").await?["events"],
                json!(["loading", "ready", "confirming", "signed"])
            );
            assert_eq!(
                page.browser
                    .value("first.confirmations[0].signal.aborted")
                    .await?,
                json!(false)
            );
            continue;
        }
        let outcome = page.outcome("first").await?;
        assert_eq!(outcome["code"], "confirm-failed", "{answer}");
        assert_eq!(outcome["claim"], claim, "{answer}");
        let cause = if answer == "error" {
            json!("of the back end")
        } else {
            Value::Null
        };
        assert_eq!(outcome["cause"], cause, "{answer}");
        assert_eq!(
            page.browser
                .value("first.confirmations[0].signal.aborted")
                .await?,
            json!(answer == "never"),
            "{answer}"
        );
    }
    page.end().await
}

/// Messages as no service should post them: none ends the session, and it can be
/// signed after them.
async fn hostile_messages_change_nothing(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.browser
        .value("addEventListener('error', (event) => (window.uncaught ??= []).push(event.message))")
        .await?;
    for fault in MessageFault::ALL {
        page.parties.sandbox.set_fault(Some(Fault::Messages(fault)));
        page.session("first", FIRST).await?;
        page.browser.enter_signing_frame(HOST).await?;
        // The page's buttons work when it has posted everything.
        page.browser.find("#close:not(:disabled)").await?;
        page.browser.leave_signing_frame().await?;
        let is_quiet = matches!(fault, MessageFault::Twice | MessageFault::Late);
        if !is_quiet {
            // Another process posts: what the page itself posts may come before.
            let is_told = "first.diagnostics.some((d) => d.reason && d.origin !== location.origin)";
            page.until_kept("first", is_told).await?;
        }
        page.all_messages_delivered().await?;
        let before = page.kept("first").await?;
        assert_eq!(before["events"], json!(["loading", "ready"]), "{fault:?}");
        assert_eq!(before["outcome"], Value::Null, "{fault:?}");
        let told: Vec<_> = before["refused"].as_array().unwrap().iter().collect();
        assert_eq!(told.is_empty(), is_quiet, "{fault:?}: {before}");
        for reason in &told {
            let times = told.iter().filter(|other| other == &reason).count();
            assert!(times <= 5, "{fault:?}: {reason} was told {times} times");
        }
        let target = if fault == MessageFault::Late {
            "#close"
        } else {
            "#sign"
        };
        page.click_in(HOST, target).await?;
        let outcome = page.outcome("first").await?;
        let expected = if fault == MessageFault::Late {
            "closed"
        } else {
            "signed"
        };
        assert_eq!(outcome["type"], expected, "{fault:?}");
        page.all_messages_delivered().await?;
        assert_eq!(
            page.kept("first").await?["events"],
            json!(["loading", "ready", expected]),
            "{fault:?}"
        );
        assert_eq!(
            page.browser.value("({}).isDocumentolog").await?,
            Value::Null
        );
    }
    assert_eq!(page.browser.value("window.uncaught").await?, Value::Null);
    page.end().await
}

/// The host's own short session can be kept alive while the signer works in the frame.
async fn work_in_the_frame_is_told(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let options = json!({
        "token": page.tokens(1).await?[0],
        "timeouts": {"activity": 300, "silence": 60_000},
    });
    page.start("first", FIRST, options).await?;
    page.until_phase("first", "ready").await?;
    let count = "first.events.filter(({ type }) => type === 'activity').length";
    assert_eq!(page.browser.value(count).await?, json!(0));
    page.click_in(HOST, "input[value=sms]").await?;
    // Once for the click, and again for as long as the focus stays there.
    page.until_kept("first", &format!("{count} >= 3")).await?;
    page.browser
        .value("document.querySelector('#opener').focus()")
        .await?;
    let before = page.browser.value(count).await?.as_u64().unwrap();
    let wait = "const done = arguments[0]; setTimeout(done, 1500)";
    page.browser.client.execute_async(wait, vec![]).await?;
    let after = page.browser.value(count).await?.as_u64().unwrap();
    assert!(after <= before + 1, "{before} and then {after}");
    page.end().await
}

/// What is written of the signer comes true in the frame: its messages are the page's, and
/// nobody clicks.
async fn a_written_fate_comes_true_in_the_frame(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let rows = [
        (
            Outcome::Sign,
            "signed",
            json!(["loading", "ready", "sign-failed", "sign-failed", "signed"]),
        ),
        (
            Outcome::Decline,
            "closed",
            json!(["loading", "ready", "sign-failed", "sign-failed", "closed"]),
        ),
        (
            Outcome::Close,
            "closed",
            json!(["loading", "ready", "sign-failed", "sign-failed", "closed"]),
        ),
    ];
    for (outcome, ends, events) in rows {
        page.parties.sandbox.script_next(Fate {
            outcome,
            failures: 2,
            // So that the widget has told that the page is ready.
            delay: Duration::from_millis(400),
            ..Fate::default()
        })?;
        let options = json!({"token": page.tokens(1).await?[0]});
        page.start("first", FIRST, options).await?;
        assert_eq!(page.outcome("first").await?["type"], ends, "{outcome:?}");
        assert_eq!(page.kept("first").await?["events"], events, "{outcome:?}");
    }
    page.end().await
}

/// A way to sign that is written as nothing is one that is not named: the signature counts.
async fn a_signature_without_its_way_counts(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    page.browser.enter_signing_frame(HOST).await?;
    // Not at once: the frame goes with the message, and the driver's script with the frame.
    let on_click = "addEventListener('click', () => parent.postMessage({ isDocumentolog: true, type: 'sign', success: true, signType: null }, '*'))";
    page.browser.value(on_click).await?;
    page.browser.click("input[value=sms]").await?;
    page.browser.leave_signing_frame().await?;
    assert_eq!(
        page.outcome("first").await?,
        json!({"type": "signed", "method": null, "confirmed": false})
    );
    page.end().await
}

in_each_engine!(
    a_claim_is_confirmed_before_it_is_told,
    a_signature_without_its_way_counts,
    hostile_messages_change_nothing,
    work_in_the_frame_is_told,
    a_written_fate_comes_true_in_the_frame,
);
