//! A crash of the module ends its sessions, and nothing else.

use anyhow::Result;
use documentolog_e2e::{Engine, FIRST, HOST, Page, in_each_engine};
use serde_json::json;

use crate::{resolved, script};

/// Makes the next call out of the module trap, once `crash_now` is set: as if the module
/// had reached what cannot be reached.
const PREPARE_A_CRASH: &str = "
  const unreachable = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11);
  const { f } = new WebAssembly.Instance(new WebAssembly.Module(unreachable)).exports;
  const real = WebAssembly.instantiate;
  window.instances = 0;
  window.uncaught = [];
  addEventListener('error', ({ message }) => uncaught.push(message));
  addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));
  WebAssembly.instantiate = (module, imports) => {
    instances++;
    for (const group of Object.values(imports)) {
      for (const [name, run] of Object.entries(group)) {
        if (typeof run !== 'function') continue;
        group[name] = (...values) => {
          if (window.crash_now) {
            window.crash_now = false;
            f();
          }
          return run(...values);
        };
      }
    }
    return real(module, imports);
  };
";

/// A trap in the module ends the sessions that it holds, with a typed error and nothing left
/// in the page; the page's own code hears nothing of it, and the next session lives.
async fn a_crash_ends_its_sessions_and_not_the_page(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    script(&page, PREPARE_A_CRASH).await?;
    script(&page, "document.body.append(Object.assign(document.createElement('button'), { id: 'begin' })); document.querySelector('#begin').focus()").await?;
    page.session("first", FIRST).await?;
    page.session("second", None).await?;
    assert_eq!(page.browser.value("instances").await?, 1);
    // A message from the page itself, which the module refuses, and would have survived.
    script(
        &page,
        "window.crash_now = true; postMessage('anything', '*')",
    )
    .await?;
    for name in ["first", "second"] {
        let outcome = page.outcome(name).await?;
        assert_eq!(outcome["code"], "widget-crashed", "{outcome}");
        assert_eq!(outcome["isError"], true);
        let kept = page.kept(name).await?;
        assert_eq!(kept["events"], json!(["loading", "ready", "failed"]));
        assert_eq!(kept["phase"], "ended");
    }
    let left = "[frames.length, document.querySelectorAll('dialog').length, document.querySelector('#first').childElementCount, \
                getComputedStyle(document.documentElement).overflow, document.activeElement.id]";
    assert_eq!(
        page.browser.value(left).await?,
        json!([0, 0, 0, "visible", "begin"])
    );
    // What the dead module had asked for comes to nothing: messages, timers, observers.
    script(
        &page,
        "postMessage('anything', '*'); first.session.retry(); first.session.close()",
    )
    .await?;
    page.all_messages_delivered().await?;
    assert_eq!(page.browser.value("uncaught").await?, json!([]));

    page.session("first", FIRST).await?;
    assert_eq!(
        page.browser.value("instances").await?,
        2,
        "a fresh instance"
    );
    page.sign_in(HOST).await?;
    assert_eq!(page.outcome("first").await?["type"], "signed");
    assert_eq!(page.browser.value("uncaught").await?, json!([]));
    page.end().await
}

/// A crash in the very opening is no different, and neither is one while the page's own
/// callback is being run.
async fn a_crash_while_opening_or_calling_back(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    script(&page, PREPARE_A_CRASH).await?;
    page.session("first", FIRST).await?;
    let token = page.tokens(1).await?.remove(0);
    let options = json!({"token": token, "baseUrl": page.parties.sandbox.origin()});
    script(
        &page,
        &format!("window.crash_now = true; open_session('second', null, {options})"),
    )
    .await?;
    for name in ["first", "second"] {
        assert_eq!(
            page.outcome(name).await?["code"],
            "widget-crashed",
            "{name}"
        );
    }
    let left = "[frames.length, document.querySelectorAll('[data-documentolog-dialog]').length]";
    assert_eq!(page.browser.value(left).await?, json!([0, 0]));

    let calling_back = "
      window.third = { events: [] };
      const session = embed.mount('#first', { ...OPTIONS, onEvent: (event) => {
        third.events.push(event.type);
        if (event.type === 'ready') { window.crash_now = true; session.retry(); }
      } });
      session.outcome.catch((error) => (third.outcome = { code: error.code, cause: error.cause instanceof WebAssembly.RuntimeError }));
    ";
    script(
        &page,
        &calling_back.replace("OPTIONS", &options.to_string()),
    )
    .await?;
    page.browser.until("third.outcome").await?;
    assert_eq!(
        page.browser.value("third").await?,
        json!({"events": ["loading", "ready", "failed"], "outcome": {"code": "widget-crashed", "cause": true}})
    );
    assert_eq!(page.browser.value("frames.length").await?, 0);
    assert_eq!(page.browser.value("uncaught").await?, json!([]));
    page.end().await
}

/// What the browser has claimed is not lost when the module crashes while the back end is asked.
async fn a_crash_keeps_the_claim(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    script(&page, PREPARE_A_CRASH).await?;
    let token = page.tokens(1).await?.remove(0);
    page.start("first", FIRST, json!({"token": token, "confirm": "never"}))
        .await?;
    page.until_phase("first", "ready").await?;
    page.sign_in(HOST).await?;
    page.until_phase("first", "confirming").await?;
    script(&page, "window.crash_now = true; first.session.close()").await?;
    let outcome = page.outcome("first").await?;
    assert_eq!(outcome["code"], "widget-crashed");
    assert_eq!(
        outcome["claim"],
        json!({"type": "signed", "method": "eds", "confirmed": false})
    );
    page.end().await
}

/// A session that was about to open on an instance that another one has just crashed fails, too.
async fn a_crash_fails_who_comes_just_after_it(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    script(&page, PREPARE_A_CRASH).await?;
    let both = "{ const crashing = { token: 'a', get title() { window.crash_now = true; return 'a title'; } }; \
        const sessions = [embed.sign(crashing), embed.sign({ token: 'a' })]; \
        const codes = await Promise.all(sessions.map(({ outcome }) => outcome.catch(({ code }) => code))); \
        return [codes, sessions.map(({ phase }) => phase)] }";
    assert_eq!(
        resolved(&page, both).await?,
        json!([["widget-crashed", "widget-crashed"], ["ended", "ended"]])
    );
    page.end().await
}

/// An event that a script has made up, and that throws when it is read, is refused as any other.
async fn a_made_up_event_crashes_nothing(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    script(
        &page,
        "for (const name of ['isTrusted', 'source', 'origin', 'data', 'timeStamp']) { \
           const event = new MessageEvent('message', { source: document.querySelector('#first').firstChild.shadowRoot.querySelector('iframe').contentWindow }); \
           try { Object.defineProperty(event, name, { get() { throw new Error(name); } }); } catch {} \
           dispatchEvent(event); \
         }",
    )
    .await?;
    page.sign_in(HOST).await?;
    assert_eq!(page.outcome("first").await?["type"], "signed");
    page.end().await
}

in_each_engine!(
    a_crash_ends_its_sessions_and_not_the_page,
    a_crash_while_opening_or_calling_back,
    a_crash_fails_who_comes_just_after_it,
    a_crash_keeps_the_claim,
    a_made_up_event_crashes_nothing,
);
