//! Frames that a policy blocks, or that the page moves.

use anyhow::Result;
use documentolog_e2e::{DIALOG, Engine, FIRST, HOST, Page, Policy, in_each_engine};
use serde_json::json;

/// A Content-Security-Policy that blocks the frame is told at once, and not by a timeout: in the
/// quickest of several sessions, since a busy computer delays any one of them.
async fn a_blocked_frame_is_told_at_once(engine: Engine) -> Result<()> {
    let page = Page::open_under(engine, Policy::NoFrame).await?;
    let mut quickest = f64::MAX;
    for _ in 0..5 {
        page.start("first", FIRST, json!({"token": "token"}))
            .await?;
        assert_eq!(page.stalls("first").await?, "blocked-by-csp");
        page.until_phase("first", "stalled").await?;
        let milliseconds = page.browser.value("first.times.stalled").await?;
        quickest = quickest.min(milliseconds.as_f64().unwrap());
        page.browser.value("first.session.close()").await?;
    }
    assert!(quickest < 5_000.0, "{quickest} ms");
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
    // Where the browser tells of it, silence must not be quicker than the browser.
    let (expected, silence) = match engine {
        Engine::Firefox => ("frame-silent", 500),
        _ => ("blocked-by-embedder-policy", 15_000),
    };
    // A slow machine may take its time with a page that loads.
    let options = json!({
        "token": page.tokens(1).await?[0],
        "timeouts": {"load": 15_000, "silence": silence},
    });
    page.start("first", FIRST, options.clone()).await?;
    let code = page.stalls("first").await?;
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

/// A frame that the page moves or sends away is opened anew, with the token that it had: another
/// one may be for another document. One that it takes out ends the session.
async fn a_frame_that_the_page_moves_is_noticed(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let options = json!({"tokens": page.tokens(1).await?});
    page.start("first", FIRST, options).await?;
    page.until_phase("first", "ready").await?;
    let opened = |times: u8| {
        format!("first.events.filter(({{ type }}) => type === 'ready').length === {times}")
    };
    page.browser
        .value("document.querySelector('#second').append(document.querySelector('#first > div'))")
        .await?;
    page.until_kept("first", &opened(2)).await?;
    page.browser
        .value(
            "document.querySelector('#second > div').shadowRoot.querySelector('iframe')\
             .contentWindow.location.replace('about:blank')",
        )
        .await?;
    page.until_kept("first", &opened(3)).await?;
    assert_eq!(page.browser.value("first.requests.length").await?, 1);
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

in_each_engine!(
    a_blocked_frame_is_told_at_once,
    an_embedder_policy_is_told,
    a_frame_that_the_page_moves_is_noticed,
);
