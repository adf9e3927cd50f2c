//! What must change nothing: messages of strangers, of other frames, of scripts,
//! and signatures of other documents. On real origins, in each browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use anyhow::Result;
use documentolog_e2e::{Engine, FIRST, HOST, Page, in_each_engine, token_for_a_new_document};
use serde_json::{Value, json};

fn untouched(refused: &Value) -> Value {
    json!({"events": ["loading", "ready"], "outcome": null, "refused": refused, "phase": "ready"})
}

async fn signed_session_ends_once(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    page.sign_in(HOST).await?;
    page.browser.until("first.outcome").await?;
    assert_eq!(
        page.kept("first").await?,
        json!({
            "events": ["loading", "ready", "signed"],
            "outcome": {"type": "signed", "method": "eds", "confirmed": false},
            "refused": [],
            "phase": "ended"
        })
    );
    assert_eq!(
        page.browser
            .value("document.querySelector('#first').childElementCount")
            .await?,
        json!(0)
    );
    page.end().await
}

async fn already_signed(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let token = page.session("first", FIRST).await?;
    page.sign_in(HOST).await?;
    page.browser.until("first.outcome").await?;
    page.start("again", FIRST, json!({ "token": token }))
        .await?;
    page.outcome("again").await?;
    let kept = page.kept("again").await?;
    assert_eq!(
        kept["outcome"],
        json!({"type": "already-signed", "confirmed": false})
    );
    assert_eq!(
        kept["events"].as_array().unwrap().last(),
        Some(&json!("already-signed"))
    );
    page.end().await
}

async fn another_document_changes_nothing(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    page.session("second", Some("#second")).await?;
    page.sign_in("#second > div").await?;
    page.browser.until("second.outcome").await?;
    page.all_messages_delivered().await?;
    assert_eq!(page.kept("first").await?, untouched(&json!([])));
    assert_eq!(page.kept("second").await?["outcome"]["type"], "signed");
    page.end().await
}

/// A plain frame of the service's own origin, for another document: right origin,
/// right message, another window.
async fn a_second_frame_of_the_service_changes_nothing(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    let other = token_for_a_new_document(&page.parties.sandbox).await?;
    let base_url = documentolog_protocol::BaseUrl::parse(page.parties.sandbox.origin())?;
    page.add_frame(base_url.embed_url(&other).expose()).await?;
    page.browser
        .scroll_to("document.querySelector('#other')")
        .await?;
    page.browser.find("#other").await?.enter_frame().await?;
    page.browser.click("#sign").await?;
    page.browser.find("body[data-state=signed]").await?;
    page.browser.leave_signing_frame().await?;
    page.until_a_stranger_is_told("first").await?;
    page.all_messages_delivered().await?;
    assert_eq!(page.kept("first").await?, untouched(&json!(["source"])));
    page.end().await
}

async fn a_stranger_changes_nothing(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    // In a frame of its own.
    page.add_frame(&page.parties.host_page.stranger_url())
        .await?;
    page.browser.find("#other").await?.enter_frame().await?;
    page.browser.find("body[data-state=posted]").await?;
    page.browser.leave_signing_frame().await?;
    page.until_a_stranger_is_told("first").await?;
    page.all_messages_delivered().await?;
    assert_eq!(page.kept("first").await?, untouched(&json!(["source"])));
    // In the session's own frame.
    let script = "document.querySelector('#first > div').shadowRoot.querySelector('iframe')\
                  .contentWindow.location.replace(arguments[0])";
    page.browser
        .client
        .execute(script, vec![json!(page.parties.host_page.stranger_url())])
        .await?;
    page.browser
        .until("first.diagnostics.some((d) => d.reason === 'origin')")
        .await?;
    assert_eq!(
        page.kept("first").await?,
        untouched(&json!(["source", "origin"]))
    );
    page.end().await
}

async fn a_synthetic_event_changes_nothing(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    let script = "dispatchEvent(new MessageEvent('message', { origin: arguments[0], \
                  source: document.querySelector('#first > div').shadowRoot.querySelector('iframe').contentWindow, \
                  data: { isDocumentolog: true, type: 'sign', success: true, signType: 'eds' } }))";
    page.browser
        .client
        .execute(script, vec![json!(page.parties.sandbox.origin())])
        .await?;
    page.all_messages_delivered().await?;
    assert_eq!(page.kept("first").await?, untouched(&json!(["untrusted"])));
    page.end().await
}

/// The token is not in the page, its resource timing or its history.
async fn the_token_stays_out_of_sight(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let history = page.browser.value("history.length").await?;
    let token = page.session("first", FIRST).await?;
    // WebKit lists what frames load, however they were sent there: nothing can be done.
    let timing = match engine {
        Engine::WebKit => "[]",
        _ => "performance.getEntriesByType('resource').map((entry) => entry.name)",
    };
    let everything = page
        .browser
        .value(&format!(
            "JSON.stringify([document.documentElement.outerHTML, \
             document.querySelector('#first > div').shadowRoot.innerHTML, {timing}, \
             location.href, document.cookie, logged, first.events, first.session, first.outcome, Object.entries(first.session)])",
        ))
        .await?;
    let has_token = |text: &Value| text.as_str().unwrap().contains(&token);
    assert!(!has_token(&everything), "{engine:?} shows the token");
    // Nor in what a session that goes wrong with it tells.
    page.parties
        .sandbox
        .set_fault(Some(documentolog_sandbox::Fault::NoContent));
    let options = json!({"token": token, "timeouts": {"load": 300}});
    page.start("second", Some("#second"), options).await?;
    page.stalls("second").await?;
    page.start("third", None, json!({"token": format!("{token} {token}")}))
        .await?;
    page.outcome("third").await?;
    let told = "JSON.stringify([second.events.map((event) => [event, String(event.error), event.error?.stack]), \
                third.outcome, third.events.map((event) => [event, String(event.error), event.error?.stack]), logged])";
    assert!(!has_token(&page.browser.value(told).await?));
    page.browser.value("second.session.close()").await?;
    assert_eq!(
        page.browser.value("history.length").await?,
        history,
        "{engine:?}: a history entry was added"
    );
    page.end().await
}

/// In a sandbox of the preset a document can be signed, and messages have their origin.
async fn the_sandbox_preset_lets_sign(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let options = json!({"token": page.tokens(1).await?[0], "sandbox": true});
    page.start("first", FIRST, options).await?;
    page.until_phase("first", "ready").await?;
    let sandbox = page
        .in_shadow(
            HOST,
            "shadow.querySelector('iframe').getAttribute('sandbox')",
        )
        .await?;
    assert!(sandbox.as_str().unwrap().contains("allow-same-origin"));
    page.sign_in(HOST).await?;
    assert_eq!(page.outcome("first").await?["type"], "signed");
    page.end().await
}

/// Options that throw when they are read break out of Rust: the session fails with
/// a typed error, and the next one works.
async fn code_that_throws_fails_one_session_only(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let script = "const done = arguments[0]; \
                  const options = new Proxy({}, { ownKeys() { throw new Error('of the page'); } }); \
                  const session = embed.mount('#first', options); \
                  session.outcome.catch((error) => done([error.code, error.cause?.message, session.phase]))";
    let failure = page.browser.client.execute_async(script, vec![]).await?;
    assert_eq!(failure, json!(["widget-crashed", "of the page", "ended"]));
    page.session("first", FIRST).await?;
    page.sign_in(HOST).await?;
    page.browser.until("first.outcome").await?;
    assert_eq!(page.kept("first").await?["outcome"]["type"], "signed");
    page.end().await
}

/// A place that is not there is an error, and never a dialog instead.
async fn mounting_nowhere_opens_no_dialog(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    for place in ["null", "undefined", "''", "'#nowhere'"] {
        let script = format!(
            "const done = arguments[0]; \
             embed.mount({place}, {{ token: 'x' }}).outcome.catch((error) => done(error.code))"
        );
        let code = page.browser.client.execute_async(&script, vec![]).await?;
        assert_eq!(code, json!("container-missing"), "{place}");
    }
    assert_eq!(
        page.browser
            .value("document.body.lastElementChild.shadowRoot")
            .await?,
        Value::Null
    );
    page.end().await
}

in_each_engine!(
    signed_session_ends_once,
    already_signed,
    another_document_changes_nothing,
    a_second_frame_of_the_service_changes_nothing,
    a_stranger_changes_nothing,
    a_synthetic_event_changes_nothing,
    the_token_stays_out_of_sight,
    the_sandbox_preset_lets_sign,
    code_that_throws_fails_one_session_only,
    mounting_nowhere_opens_no_dialog,
);
