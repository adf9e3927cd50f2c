//! What must change nothing: messages of strangers, of other frames, of scripts,
//! and signatures of other documents. On real origins, in each browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use anyhow::{Result, bail};
use documentolog_e2e::{Browser, Engine, Parties, token_for_a_new_document};
use serde_json::{Value, json};

struct Page {
    browser: Browser,
    parties: Parties,
}

impl Page {
    async fn open(engine: Engine) -> Result<Self> {
        let (browser, parties) = (Browser::start(engine).await?, Parties::start().await?);
        browser.client.goto(&parties.host_page.url()).await?;
        browser.until("window.is_loaded").await?;
        Ok(Self { browser, parties })
    }

    /// Opens a session for a new document and waits until its frame is ready.
    async fn session(&self, name: &str, place: &str) -> Result<String> {
        let token = token_for_a_new_document(&self.parties.sandbox)
            .await?
            .expose()
            .to_owned();
        self.session_with(&token, name, place).await?;
        Ok(token)
    }

    async fn session_with(&self, token: &str, name: &str, place: &str) -> Result<()> {
        let options = json!({"token": token, "baseUrl": self.parties.sandbox.origin()});
        let arguments = vec![json!(name), json!(place), options];
        self.browser
            .client
            .execute("open_session(...arguments)", arguments)
            .await?;
        let is_open = self
            .browser
            .until(&format!(
                "{name}.session.phase === 'ready' || {name}.outcome"
            ))
            .await;
        if is_open.is_err() {
            bail!("{name} does not open: {}", self.kept(name).await?);
        }
        Ok(())
    }

    /// Signs, in the frame of the session mounted at `place`.
    async fn sign_in(&self, place: &str) -> Result<()> {
        self.browser
            .enter_signing_frame(&format!("{place} > div"))
            .await?;
        self.browser.click("#sign").await?;
        self.browser.leave_signing_frame().await
    }

    /// Adds a plain frame to the page, as a second, unknown party would.
    async fn add_frame(&self, url: &str) -> Result<()> {
        let script = "const frame = document.createElement('iframe'); frame.id = 'other'; \
                      frame.src = arguments[0]; document.body.append(frame)";
        self.browser
            .client
            .execute(script, vec![json!(url)])
            .await?;
        Ok(())
    }

    /// Waits until every message posted so far has been delivered: they come in
    /// order, so one of the page's own comes last.
    async fn all_messages_delivered(&self) -> Result<()> {
        let script = "const done = arguments[0]; const channel = new MessageChannel(); \
                      channel.port1.onmessage = () => setTimeout(done, 0); \
                      addEventListener('message', (event) => event.data === 'flush' && channel.port2.postMessage(0), \
                      { once: false }); postMessage('flush', '*')";
        self.browser.client.execute_async(script, vec![]).await?;
        Ok(())
    }

    async fn kept(&self, name: &str) -> Result<Value> {
        let expression = format!(
            "({{ events: {name}.events.map((event) => event.type).filter((type) => type !== 'activity'), outcome: {name}.outcome, \
             refused: {name}.diagnostics.filter((d) => d.reason && d.origin !== location.origin).map((d) => d.reason), phase: {name}.session.phase }})"
        );
        self.browser.value(&expression).await
    }

    async fn end(self) -> Result<()> {
        self.browser.quit().await?;
        self.parties.shop.shutdown().await;
        self.parties.sandbox.shutdown().await;
        Ok(())
    }
}

fn untouched(refused: &Value) -> Value {
    json!({"events": ["loading", "ready"], "outcome": null, "refused": refused, "phase": "ready"})
}

async fn signed_session_ends_once(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", "#first").await?;
    page.sign_in("#first").await?;
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
    let token = page.session("first", "#first").await?;
    page.sign_in("#first").await?;
    page.browser.until("first.outcome").await?;
    page.session_with(&token, "again", "#first").await?;
    page.browser.until("again.outcome").await?;
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
    page.session("first", "#first").await?;
    page.session("second", "#second").await?;
    page.sign_in("#second").await?;
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
    page.session("first", "#first").await?;
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
    page.all_messages_delivered().await?;
    assert_eq!(page.kept("first").await?, untouched(&json!(["source"])));
    page.end().await
}

async fn a_stranger_changes_nothing(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", "#first").await?;
    // In a frame of its own.
    page.add_frame(&page.parties.host_page.stranger_url())
        .await?;
    page.browser.find("#other").await?.enter_frame().await?;
    page.browser.find("body[data-state=posted]").await?;
    page.browser.leave_signing_frame().await?;
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
    page.session("first", "#first").await?;
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
    let token = page.session("first", "#first").await?;
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
             location.href, first.events, first.session, Object.entries(first.session)])",
        ))
        .await?;
    assert!(
        !everything.as_str().unwrap().contains(&token),
        "{engine:?} shows the token"
    );
    assert_eq!(
        page.browser.value("history.length").await?,
        history,
        "{engine:?}: a history entry was added"
    );
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
    page.session("first", "#first").await?;
    page.sign_in("#first").await?;
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

/// Each behaviour in each engine, as a test of its own.
macro_rules! in_each_engine {
    ($($test:ident),+ $(,)?) => {
        $(mod $test {
            use super::*;

            #[tokio::test]
            async fn in_chromium() -> Result<()> {
                super::$test(Engine::Chromium).await
            }

            #[tokio::test]
            async fn in_firefox() -> Result<()> {
                super::$test(Engine::Firefox).await
            }

            #[tokio::test]
            async fn in_webkit() -> Result<()> {
                super::$test(Engine::WebKit).await
            }
        })+
    };
}

in_each_engine!(
    signed_session_ends_once,
    already_signed,
    another_document_changes_nothing,
    a_second_frame_of_the_service_changes_nothing,
    a_stranger_changes_nothing,
    a_synthetic_event_changes_nothing,
    the_token_stays_out_of_sight,
    code_that_throws_fails_one_session_only,
    mounting_nowhere_opens_no_dialog,
);
