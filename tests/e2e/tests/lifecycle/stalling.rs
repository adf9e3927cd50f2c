//! What waits for too long stalls, and goes on with a new frame and a new token.

use std::time::Duration;

use anyhow::Result;
use documentolog_e2e::{Engine, FIRST, HOST, Page, in_each_engine};
use documentolog_sandbox::Fault;
use fantoccini::key::Key;
use serde_json::{Value, json};
use tokio::net::TcpSocket;

/// Pages that never come stall the session; with a new frame and a new token it goes
/// on, and can be signed.
async fn what_never_loads_stalls_and_can_be_tried_again(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let history = page.browser.value("history.length").await?;
    for fault in [Fault::NoContent, Fault::Attachment, Fault::Hang] {
        page.parties.sandbox.set_fault(Some(fault));
        let options = json!({"tokens": page.tokens(2).await?, "timeouts": {"load": 500}});
        page.start("first", FIRST, options).await?;
        assert_eq!(page.stalls("first").await?, "load-timeout", "{fault:?}");
        page.until_phase("first", "stalled").await?;
        page.until_in_shadow(HOST, "shadow.querySelector('[part=alert]').textContent")
            .await?;
        page.parties.sandbox.set_fault(None);
        // The page that comes now may take its time.
        page.hide(true).await?;
        page.press(HOST, "retry").await?;
        page.browser.until_a_page_has_come(HOST).await?;
        page.hide(false).await?;
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
        // Where the browser tells of it, silence must not be quicker than the browser.
        let (expected, silence) = match (engine, fault) {
            (Engine::Chromium, Fault::FrameAncestors) => ("framing-refused", 15_000),
            _ => ("frame-silent", 500),
        };
        let options = json!({
            "token": page.tokens(1).await?[0],
            "timeouts": {"silence": silence, "load": 15_000},
        });
        page.start("first", FIRST, options).await?;
        let code = page.stalls("first").await?;
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

/// Whoever comes to the signing page from another frame is noticed, though the page's
/// window is told nothing of it, and what they have in hand keeps the focus.
async fn a_silent_page_that_is_used_is_alive(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let origin = page.parties.sandbox.origin();
    let tokens = page.tokens(2).await?;
    let other = format!("{origin}/external/sign/embedded?sParams={}", tokens[0]);
    page.add_frame(&other).await?;
    page.browser.find("#other").await?.enter_frame().await?;
    page.browser.click("input[value=sms]").await?;
    page.browser.leave_signing_frame().await?;
    let options = json!({"token": tokens[1], "timeouts": {"silence": 500}});
    page.start("first", FIRST, options).await?;
    assert_eq!(page.stalls("first").await?, "frame-silent");
    page.click_in(HOST, "input[value=sms]").await?;
    page.until_phase("first", "ready").await?;
    assert_eq!(
        page.kept("first").await?["events"],
        json!(["loading", "ready", "stalled", "ready"])
    );
    page.browser.enter_signing_frame(HOST).await?;
    assert_eq!(
        page.browser.value("document.activeElement.value").await?,
        json!("sms"),
        "the focus is lost"
    );
    page.end().await
}

/// The focus that the widget itself gives to the frame, after the signer has pressed a button of
/// its, is no sign of life: a service that fails again is told again.
async fn a_frame_that_is_given_the_focus_is_still_silent(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.parties.sandbox.set_fault(Some(Fault::ServerError));
    let options = json!({
        "tokens": page.tokens(2).await?,
        "timeouts": {"silence": 1_500, "load": 15_000, "activity": 300},
    });
    page.start("first", FIRST, options).await?;
    assert_eq!(page.stalls("first").await?, "frame-silent");
    page.in_shadow(HOST, "shadow.querySelector('[part=retry]').focus()")
        .await?;
    page.browser.press_key(Key::Enter).await?;
    let stalled = "first.events.filter(({ type }) => type === 'stalled').length === 2";
    page.until_in_shadow(HOST, "shadow.activeElement?.localName === 'iframe'")
        .await?;
    page.until_kept("first", stalled).await?;
    let types = "first.events.map(({ type }) => type)";
    assert_eq!(
        page.browser.value(types).await?,
        json!(["loading", "ready", "stalled", "loading", "ready", "stalled"])
    );
    page.end().await
}

/// A connection that is refused is an error page in two engines, and nothing in WebKit.
async fn a_service_that_is_away_stalls(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    // Nobody listens there, and nobody else gets the port meanwhile.
    let silent = TcpSocket::new_v4()?;
    silent.bind(([127, 0, 0, 1], 0).into())?;
    let options = json!({
        "token": "token",
        "baseUrl": format!("http://{}", silent.local_addr()?),
        "timeouts": {"silence": 500, "load": 5_000},
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

/// A token that does not come is not waited for for ever, and the page is told.
async fn a_token_that_never_comes_stalls(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let token = page.tokens(1).await?.remove(0);
    let options = json!({"tokens": [null, token], "timeouts": {"token": 400}});
    page.start("first", FIRST, options).await?;
    assert_eq!(page.stalls("first").await?, "token-timeout");
    page.until_kept("first", "first.requests[0].aborted")
        .await?;
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

/// Time stands still while nobody sees the page: a signer who has left for another
/// app finds the session where it was.
async fn time_stands_still_while_the_page_is_hidden(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.parties.sandbox.set_fault(Some(Fault::Hang));
    let options = json!({
        "tokens": page.tokens(1).await?,
        "timeouts": {"load": 1_000},
        "baseUrl": page.parties.sandbox.origin(),
    });
    page.start_and_hide("first", "#first", options).await?;
    page.until_phase("first", "loading").await?;
    // More than the timeout, by the page's own clock.
    let wait = "const done = arguments[0]; setTimeout(done, 2000)";
    page.browser.client.execute_async(wait, vec![]).await?;
    assert_eq!(
        page.browser.value("first.session.phase").await?,
        json!("loading")
    );
    page.hide(false).await?;
    assert_eq!(page.stalls("first").await?, "load-timeout");
    page.end().await
}

in_each_engine!(
    what_never_loads_stalls_and_can_be_tried_again,
    what_is_no_signing_page_is_told_by_its_silence,
    a_silent_page_that_is_used_is_alive,
    a_frame_that_is_given_the_focus_is_still_silent,
    a_service_that_is_away_stalls,
    a_slow_page_comes_round,
    a_token_that_never_comes_stalls,
    time_stands_still_while_the_page_is_hidden,
);
