//! How a session waits, stalls, goes on and ends: with a service that goes wrong on
//! demand, in each browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;

use anyhow::Result;
use documentolog_e2e::{Engine, Page, Policy, in_each_engine};
use documentolog_sandbox::{Fate, Fault, MessageFault, Outcome};
use serde_json::{Value, json};

const FIRST: Option<&str> = Some("#first");
const HOST: &str = "#first > div";
const DIALOG: &str = "body > div:last-child";

/// Pages that never come stall the session; with a new frame and a new token it goes
/// on, and can be signed.
async fn what_never_loads_stalls_and_can_be_tried_again(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let history = page.browser.value("history.length").await?;
    for fault in [Fault::NoContent, Fault::Attachment, Fault::Hang] {
        page.parties.sandbox.set_fault(Some(fault));
        let options = json!({"tokens": page.tokens(2).await?, "timeouts": {"load": 700}});
        page.start("first", FIRST, options).await?;
        assert_eq!(page.stalls("first").await?, "load-timeout", "{fault:?}");
        page.until_phase("first", "stalled").await?;
        page.until_in_shadow(HOST, "shadow.querySelector('[part=alert]').textContent")
            .await?;
        page.parties.sandbox.set_fault(None);
        page.press(HOST, "retry").await?;
        page.until_phase("first", "ready").await?;
        page.sign_in(HOST).await?;
        assert_eq!(page.outcome("first").await?["type"], "signed", "{fault:?}");
        assert_eq!(
            page.kept("first").await?["events"],
            json!(["loading", "stalled", "loading", "ready", "signed"]),
            "{fault:?}"
        );
        assert_eq!(
            page.browser.value("first.requests.length").await?,
            json!(2),
            "{fault:?}"
        );
    }
    assert_eq!(
        page.browser.value("history.length").await?,
        history,
        "opening, retrying and closing have left history entries"
    );
    page.end().await
}

/// What a browser does not tell from the signing page is told by its silence.
async fn what_is_no_signing_page_is_told_by_its_silence(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    for fault in [
        Fault::XFrameOptions,
        Fault::FrameAncestors,
        Fault::NotFound,
        Fault::ServerError,
        Fault::Redirect,
    ] {
        page.parties.sandbox.set_fault(Some(fault));
        let options =
            json!({"token": page.tokens(1).await?[0], "timeouts": {"silence": 500, "load": 3000}});
        page.start("first", FIRST, options).await?;
        let code = page.stalls("first").await?;
        let expected = match (engine, fault) {
            (Engine::Chromium, Fault::FrameAncestors) => "framing-refused",
            _ => "frame-silent",
        };
        assert_eq!(code, expected, "{fault:?}");
        if fault == Fault::Redirect {
            // It has lied meanwhile.
            page.browser
                .until("first.diagnostics.some((d) => d.reason === 'origin')")
                .await?;
        }
        assert_eq!(
            page.browser.value("first.outcome").await?,
            Value::Null,
            "{fault:?}"
        );
        page.browser.value("first.session.close()").await?;
        page.outcome("first").await?;
    }
    page.end().await
}

/// A connection that is refused is an error page in two engines, and nothing in WebKit.
async fn a_service_that_is_away_stalls(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let closed = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
        listener.local_addr()?
    };
    let options = json!({
        "token": "token",
        "baseUrl": format!("http://{closed}"),
        "timeouts": {"silence": 500, "load": 1000},
    });
    page.start("first", FIRST, options).await?;
    let code = page.stalls("first").await?;
    let expected = match engine {
        Engine::WebKit => "load-timeout",
        _ => "frame-silent",
    };
    assert_eq!(code, expected);
    page.end().await
}

/// The signing page that comes after the timeout is shown after all.
async fn a_slow_page_comes_round(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let slow = Fault::Slow(Duration::from_millis(2_500));
    page.parties.sandbox.set_fault(Some(slow));
    let options = json!({"tokens": page.tokens(1).await?, "timeouts": {"load": 500}});
    page.start("first", FIRST, options).await?;
    assert_eq!(page.stalls("first").await?, "load-timeout");
    page.until_phase("first", "ready").await?;
    page.sign_in(HOST).await?;
    page.outcome("first").await?;
    assert_eq!(
        page.kept("first").await?["events"],
        json!(["loading", "stalled", "ready", "signed"])
    );
    page.end().await
}

/// A Content-Security-Policy that blocks the frame is told within a second.
async fn a_blocked_frame_is_told_at_once(engine: Engine) -> Result<()> {
    let page = Page::open_under(engine, Policy::NoFrame).await?;
    page.start("first", FIRST, json!({"token": "token"}))
        .await?;
    assert_eq!(page.stalls("first").await?, "blocked-by-csp");
    let milliseconds = page.browser.value("first.times.stalled").await?;
    assert!(milliseconds.as_f64().unwrap() < 1_000.0, "{milliseconds}");
    page.until_phase("first", "stalled").await?;
    // The signer gives up, and the page learns why.
    page.start("second", None, json!({"token": "token"}))
        .await?;
    assert_eq!(page.stalls("second").await?, "blocked-by-csp");
    page.press(DIALOG, "close").await?;
    assert_eq!(page.outcome("second").await?["code"], "blocked-by-csp");
    page.end().await
}

/// A Cross-Origin-Embedder-Policy blocks plain frames: told at once where browsers
/// report it, by the timeout where they do not.
async fn an_embedder_policy_is_told(engine: Engine) -> Result<()> {
    let page = Page::open_under(engine, Policy::EmbedderPolicy).await?;
    let options =
        json!({"token": page.tokens(1).await?[0], "timeouts": {"load": 2000, "silence": 500}});
    page.start("first", FIRST, options.clone()).await?;
    let code = page.stalls("first").await?;
    let expected = match engine {
        Engine::Firefox => "frame-silent",
        _ => "blocked-by-embedder-policy",
    };
    assert_eq!(code, expected);
    page.browser.value("first.session.close()").await?;

    page.go(Policy::Isolated).await?;
    page.start("first", FIRST, options.clone()).await?;
    page.stalls("first").await?;
    assert_eq!(
        page.browser
            .value("first.diagnostics.filter((d) => d.type === 'embedder-policy').length")
            .await?,
        json!(1)
    );
    page.browser.value("first.session.close()").await?;

    // Chromium alone can load a frame without credentials.
    let mut options = options;
    options["credentialless"] = json!(true);
    page.start("first", FIRST, options).await?;
    if engine == Engine::Chromium {
        page.until_phase("first", "ready").await?;
        page.sign_in(HOST).await?;
        assert_eq!(page.outcome("first").await?["type"], "signed");
    } else {
        page.stalls("first").await?;
    }
    page.end().await
}

/// A token that does not come is not waited for for ever, and the page is told.
async fn a_token_that_never_comes_stalls(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let token = page.tokens(1).await?.remove(0);
    let options = json!({"tokens": [null, token], "timeouts": {"token": 400}});
    page.start("first", FIRST, options).await?;
    assert_eq!(page.stalls("first").await?, "token-timeout");
    assert_eq!(
        page.browser.value("first.requests[0].aborted").await?,
        json!(true)
    );
    page.browser.value("first.session.retry()").await?;
    page.until_phase("first", "ready").await?;
    assert_eq!(
        page.browser
            .value("first.requests.map((signal) => signal.aborted)")
            .await?,
        json!([true, false])
    );
    page.end().await
}

/// Opens a session and brings it into a phase.
async fn bring_to(page: &Page, phase: &str) -> Result<()> {
    page.parties.sandbox.set_fault(match phase {
        "loading" | "stalled" => Some(Fault::Hang),
        _ => None,
    });
    let token = page.tokens(1).await?.remove(0);
    let tokens = if phase == "requesting-token" {
        json!([null])
    } else {
        json!([token])
    };
    let load = if phase == "stalled" { 300 } else { 20_000 };
    let options = json!({
        "tokens": tokens,
        "timeouts": {"load": load},
        "abortable": true,
        "confirm": "never",
    });
    page.start("first", FIRST, options).await?;
    match phase {
        "before wasm" => return Ok(()),
        "confirming" => {
            page.until_phase("first", "ready").await?;
            page.sign_in(HOST).await?;
        }
        _ => {}
    }
    page.until_kept(
        "first",
        &format!("first.session.phase === '{phase}' && first.events.length"),
    )
    .await
}

const PHASES: [&str; 6] = [
    "before wasm",
    "requesting-token",
    "loading",
    "ready",
    "stalled",
    "confirming",
];

/// The page's signal and `close()` end a session whatever it is doing, once, and leave
/// nothing behind.
async fn abort_and_close_work_in_every_phase(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    for phase in PHASES {
        for end in [
            "first.controller.abort(new Error('by the page'))",
            "first.session.close()",
        ] {
            if phase == "before wasm" {
                // A page that has loaded nothing yet.
                page.go(Policy::None).await?;
                let options = json!({
                    "tokens": page.tokens(1).await?,
                    "abortable": true,
                    "baseUrl": page.parties.sandbox.origin(),
                });
                // In one breath: nothing can load between the two.
                let script = format!("open_session('first', '#first', arguments[0]); {end}");
                page.browser.client.execute(&script, vec![options]).await?;
            } else {
                bring_to(&page, phase).await?;
                page.browser.value(end).await?;
            }
            let outcome = page.outcome("first").await?;
            page.browser.value("first.session.close()").await?;
            page.browser.value("first.session.retry()").await?;
            page.browser.value("first.controller.abort()").await?;
            let is_claimed = phase == "confirming";
            if end.contains("abort") {
                assert_eq!(outcome["code"], "aborted", "{phase}");
                assert_eq!(outcome["cause"], "by the page", "{phase}");
                assert_eq!(outcome["claim"].is_object(), is_claimed, "{phase}");
            } else if is_claimed {
                assert_eq!(outcome["code"], "confirm-failed");
                assert_eq!(outcome["claim"]["type"], "signed");
            } else {
                assert_eq!(outcome, json!({"type": "closed", "by": "page"}), "{phase}");
            }
            let left = page
                .browser
                .value("[document.querySelector('#first').childElementCount, frames.length, first.session.phase]")
                .await?;
            assert_eq!(left, json!([0, 0, "ended"]), "{phase}, {end}");
            let ends = "first.events.filter(({ type }) => ['signed', 'already-signed', 'closed', 'failed'].includes(type)).length";
            assert_eq!(page.browser.value(ends).await?, json!(1), "{phase}, {end}");
            let signals = "[first.requests, first.confirmations.map((asked) => asked.signal)].flat().at(-1).aborted";
            if matches!(phase, "requesting-token" | "confirming" | "before wasm") {
                assert_eq!(page.browser.value(signals).await?, json!(true), "{phase}");
            }
        }
    }
    // A signal that was aborted before.
    let options = json!({"tokens": ["token"], "abortable": "aborted"});
    page.start("first", FIRST, options).await?;
    assert_eq!(page.outcome("first").await?["code"], "aborted");
    assert_eq!(
        page.browser.value("first.requests.length").await?,
        json!(0),
        "a token was asked for in vain"
    );
    page.end().await
}

/// What the browser claims is told only when the back end has confirmed it.
async fn a_claim_is_confirmed_before_it_is_told(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let claim = json!({"type": "signed", "method": "eds", "confirmed": false});
    for (answer, times) in [
        ("later", json!({})),
        ("no", json!({})),
        ("error", json!({})),
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
            page.browser.value("first.answer()").await?;
            page.until_in_shadow(
                HOST,
                "shadow.querySelector('section').dataset.view === 'signed'",
            )
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

/// A frame that the page moves or sends away is opened anew, with a new token; one
/// that it takes out ends the session.
async fn a_frame_that_the_page_moves_is_noticed(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let options = json!({"tokens": page.tokens(3).await?});
    page.start("first", FIRST, options).await?;
    page.until_phase("first", "ready").await?;
    page.browser
        .value("document.querySelector('#second').append(document.querySelector('#first > div'))")
        .await?;
    page.until_kept("first", "first.requests.length === 2")
        .await?;
    page.until_phase("first", "ready").await?;
    page.browser
        .value(
            "document.querySelector('#second > div').shadowRoot.querySelector('iframe')\
             .contentWindow.location.replace('about:blank')",
        )
        .await?;
    page.until_kept("first", "first.requests.length === 3")
        .await?;
    page.until_phase("first", "ready").await?;
    assert_eq!(
        page.kept("first").await?["events"],
        json!(["loading", "ready", "loading", "ready", "loading", "ready"])
    );
    page.sign_in("#second > div").await?;
    assert_eq!(page.outcome("first").await?["type"], "signed");

    for place in [FIRST, None] {
        page.session("first", place).await?;
        let host = if place.is_some() { HOST } else { DIALOG };
        page.browser
            .value(&format!("document.querySelector('{host}').remove()"))
            .await?;
        assert_eq!(
            page.outcome("first").await?,
            json!({"type": "closed", "by": "page"})
        );
        assert_eq!(
            page.browser
                .value(
                    "[frames.length, getComputedStyle(document.documentElement).overflow, \
                     document.adoptedStyleSheets.length]"
                )
                .await?,
            json!([0, "visible", 0])
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
        page.all_messages_delivered().await?;
        let before = page.kept("first").await?;
        assert_eq!(before["events"], json!(["loading", "ready"]), "{fault:?}");
        assert_eq!(before["outcome"], Value::Null, "{fault:?}");
        let told: Vec<_> = before["refused"].as_array().unwrap().iter().collect();
        let is_quiet = matches!(fault, MessageFault::Twice | MessageFault::Late);
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

/// Time stands still while nobody sees the page: a signer who has left for another
/// app finds the session where it was.
async fn time_stands_still_while_the_page_is_hidden(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.parties.sandbox.set_fault(Some(Fault::Hang));
    let options = json!({"tokens": page.tokens(1).await?, "timeouts": {"load": 1500}});
    page.start("first", FIRST, options).await?;
    page.until_phase("first", "loading").await?;
    // No engine's driver hides a page, so its word for it is changed.
    let hide = |hidden: bool| {
        format!(
            "(Object.defineProperty(document, 'hidden', {{ value: {hidden}, configurable: true }}), \
             document.dispatchEvent(new Event('visibilitychange')))"
        )
    };
    page.browser.value(&hide(true)).await?;
    // Twice the timeout, by the page's own clock.
    let wait = "const done = arguments[0]; setTimeout(done, 3000)";
    page.browser.client.execute_async(wait, vec![]).await?;
    assert_eq!(
        page.browser.value("first.session.phase").await?,
        json!("loading")
    );
    page.browser.value(&hide(false)).await?;
    assert_eq!(page.stalls("first").await?, "load-timeout");
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

/// The browser asks before the page is left while a session is open, if the page wants
/// it so, and never afterwards.
async fn the_leave_guard_goes_with_the_session(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let asks = "(() => { const leaving = new Event('beforeunload', { cancelable: true }); \
                dispatchEvent(leaving); return leaving.defaultPrevented; })()";
    let options = json!({"token": page.tokens(1).await?[0]});
    page.start("first", FIRST, options.clone()).await?;
    page.until_phase("first", "ready").await?;
    assert_eq!(page.browser.value(asks).await?, json!(false), "by default");
    page.browser.value("first.session.close()").await?;
    let mut guarded = options;
    guarded["leaveGuard"] = json!(true);
    page.start("first", FIRST, guarded).await?;
    page.until_phase("first", "ready").await?;
    assert_eq!(page.browser.value(asks).await?, json!(true), "while open");
    page.browser
        .value(&format!(
            "first.session.outcome.then(() => (window.asked = {asks})) && first.session.close()"
        ))
        .await?;
    page.browser.until("window.asked === false").await?;
    page.end().await
}

/// A page that has had a session can be kept by the browser and come back to.
async fn the_back_forward_cache_keeps_the_page(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    page.sign_in(HOST).await?;
    page.outcome("first").await?;
    page.browser
        .value("addEventListener('pageshow', (event) => (window.is_back = event.persisted))")
        .await?;
    let url = page.parties.host_page.elsewhere_url();
    page.browser
        .client
        .execute("location.href = arguments[0]", vec![json!(url)])
        .await?;
    page.browser.until("document.title === 'Elsewhere'").await?;
    page.browser.client.back().await?;
    page.browser.until("document.title === 'Host'").await?;
    page.browser
        .until("window.is_back !== undefined || window.is_loaded")
        .await?;
    assert_eq!(page.browser.value("window.is_back").await?, json!(true));
    assert_eq!(
        page.browser.value("first.outcome.type").await?,
        json!("signed")
    );
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

in_each_engine!(
    a_written_fate_comes_true_in_the_frame,
    what_never_loads_stalls_and_can_be_tried_again,
    what_is_no_signing_page_is_told_by_its_silence,
    a_service_that_is_away_stalls,
    a_slow_page_comes_round,
    a_blocked_frame_is_told_at_once,
    an_embedder_policy_is_told,
    a_token_that_never_comes_stalls,
    abort_and_close_work_in_every_phase,
    a_claim_is_confirmed_before_it_is_told,
    a_frame_that_the_page_moves_is_noticed,
    hostile_messages_change_nothing,
    time_stands_still_while_the_page_is_hidden,
    work_in_the_frame_is_told,
    the_leave_guard_goes_with_the_session,
    the_back_forward_cache_keeps_the_page,
);
