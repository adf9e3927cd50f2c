//! The ends that the page brings about, in every phase.

use anyhow::{Result, bail};
use documentolog_e2e::{Engine, FIRST, HOST, Page, Policy, in_each_engine};
use documentolog_sandbox::Fault;
use serde_json::json;

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
///
/// Any page may be let go for want of memory, and is not kept once in a while; one that the
/// widget keeps from being kept never is. So it is enough that one of several visits is.
async fn the_back_forward_cache_keeps_the_page(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    for _ in 0..3 {
        if is_kept(&page).await? {
            assert_eq!(
                page.browser.value("first.outcome.type").await?,
                json!("signed")
            );
            return page.end().await;
        }
    }
    bail!("the page is not kept")
}

/// Whether the page is kept when it is left after a session, and come back to.
async fn is_kept(page: &Page) -> Result<bool> {
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
    // A page that was kept has its session still; one that was not has loaded anew.
    page.browser
        .until("window.is_back !== undefined || window.is_loaded && !window.first?.outcome")
        .await?;
    Ok(page.browser.value("window.is_back").await? == json!(true))
}

in_each_engine!(
    abort_and_close_work_in_every_phase,
    the_leave_guard_goes_with_the_session,
    the_back_forward_cache_keeps_the_page,
);
