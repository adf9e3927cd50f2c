//! The package's loader: crashes, the ways in which the module comes, what is loaded when,
//! and the sessions' face to JavaScript; in each browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{env, fs, path::PathBuf};

use anyhow::Result;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use documentolog_e2e::{DIALOG, Engine, FIRST, HOST, Page, Policy, in_each_engine};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

/// The scripts and modules that have been loaded, by their names.
const LOADED: &str =
    "performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))";

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

/// Runs a script as one of the page's own. (Firefox's driver runs what it is given in a world
/// beside the page's, with globals and modules of its own.)
async fn script(page: &Page, script: &str) -> Result<()> {
    let add = "document.head.append(Object.assign(document.createElement('script'), { textContent: arguments[0] }))";
    // Each in a block: what it declares is its own.
    let arguments = vec![json!(format!("{{ {script} }}"))];
    page.browser.client.execute(add, arguments).await?;
    Ok(())
}

/// The value that a promise of the page resolves to, or the code of what it rejects with.
async fn resolved(page: &Page, expression: &str) -> Result<Value> {
    let keep = format!(
        "window.resolved = undefined; (async () => {expression})().then((value) => (window.resolved = [value ?? null]), \
         (error) => (window.resolved = [error.code ?? String(error)]))"
    );
    script(page, &keep).await?;
    page.browser.until("window.resolved").await?;
    page.browser.value("window.resolved[0]").await
}

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

/// Nothing is loaded before it is asked for, and then once, beside the token's request.
async fn nothing_is_loaded_before_it_is_needed(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let loaded = page.browser.value(LOADED).await?;
    for later in ["embedded.js", "widget.js", "plain.js", "fallback.js"] {
        assert!(
            !loaded.as_array().unwrap().contains(&json!(later)),
            "{loaded}"
        );
    }
    page.session("first", FIRST).await?;
    page.session("second", Some("#second")).await?;
    let loaded = page.browser.value(LOADED).await?;
    let count = |name: &str| {
        loaded
            .as_array()
            .unwrap()
            .iter()
            .filter(|loaded| *loaded == name)
            .count()
    };
    assert_eq!(
        [count("embedded.js"), count("widget.js")],
        [1, 1],
        "{loaded}"
    );
    assert_eq!(
        [count("plain.js"), count("fallback.js")],
        [0, 0],
        "{loaded}"
    );
    page.end().await
}

/// Where the browser cannot unpack the module, it comes as it is.
async fn a_browser_that_cannot_unpack_gets_the_plain_module(engine: Engine) -> Result<()> {
    let page = Page::open_under(engine, Policy::Strict).await?;
    page.browser
        .value("delete window.DecompressionStream")
        .await?;
    page.session("first", FIRST).await?;
    page.sign_in(HOST).await?;
    assert_eq!(page.outcome("first").await?["type"], "signed");
    let loaded = page.browser.value(LOADED).await?;
    assert!(
        loaded.as_array().unwrap().contains(&json!("plain.js")),
        "{loaded}"
    );
    page.end().await
}

/// The entry `external` streams the module from its file, and every other entry then uses
/// what it has loaded.
async fn the_module_can_be_a_file_of_its_own(engine: Engine) -> Result<()> {
    let page = Page::open_under(engine, Policy::Strict).await?;
    page.browser.value("preload_external()").await?;
    page.session("first", FIRST).await?;
    page.sign_in(HOST).await?;
    assert_eq!(page.outcome("first").await?["type"], "signed");
    let loaded = page.browser.value(LOADED).await?;
    let has = |name: &str| loaded.as_array().unwrap().contains(&json!(name));
    assert!(
        has("documentolog-embed.wasm") && !has("embedded.js"),
        "{loaded}"
    );
    page.end().await
}

/// The page can say where the module is, or hand it over; what is no module is told.
async fn the_module_can_be_handed_over(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let wrong = "(await import('/embed/external.js')).preload({ wasm: '/embed/no-such.wasm' })";
    assert_eq!(resolved(&page, wrong).await?, "wasm-unavailable");
    let wrong = "(await import('/embed/external.js')).preload({ wasm: fetch('/embed/index.js') })";
    assert_eq!(resolved(&page, wrong).await?, "wasm-unavailable");
    // A load that failed is tried again.
    let bytes = "(await import('/embed/external.js')).preload({ wasm: (await fetch('/embed/documentolog-embed.wasm')).arrayBuffer() })";
    assert_eq!(resolved(&page, bytes).await?, Value::Null);
    page.session("first", FIRST).await?;
    page.end().await
}

/// One file, as from a CDN, with its integrity checked by the browser.
async fn one_file_does_for_a_page_without_a_bundler(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let package = PathBuf::from(env::var_os("DOCUMENTOLOG_PACKAGE_DIR").unwrap());
    let file = fs::read(package.join("documentolog-embed.js"))?;
    let integrity = format!("sha384-{}", STANDARD.encode(Sha384::digest(file)));
    let add = "const done = arguments[1]; const script = Object.assign(document.createElement('script'), \
               { type: 'module', src: '/embed/documentolog-embed.js', integrity: arguments[0], \
               onload: () => done('loaded'), onerror: () => done('refused') }); document.head.append(script)";
    let wrong = integrity.replace(&integrity[7..15], "AAAAAAAA");
    for (integrity, expected) in [(wrong, "refused"), (integrity, "loaded")] {
        // A page that has refused a module keeps to it.
        page.go(Policy::None).await?;
        let added = page
            .browser
            .client
            .execute_async(add, vec![json!(integrity)])
            .await?;
        assert_eq!(added, expected);
    }
    let open = "const element = Object.assign(document.createElement('documentolog-sign'), { token: arguments[0] }); \
                element.setAttribute('base-url', arguments[1]); element.addEventListener('signed', () => (window.is_signed = true)); \
                document.querySelector('#first').append(element)";
    let token = page.tokens(1).await?.remove(0);
    let arguments = vec![json!(token), json!(page.parties.sandbox.origin())];
    page.browser.client.execute(open, arguments).await?;
    page.sign_in("#first > documentolog-sign > div").await?;
    page.browser.until("window.is_signed").await?;
    let loaded = page.browser.value(LOADED).await?;
    let has = |name: &str| loaded.as_array().unwrap().contains(&json!(name));
    assert!(
        !has("embedded.js") && !has("widget.js") && !has("documentolog-embed.wasm"),
        "{loaded}"
    );
    page.end().await
}

/// A load that failed shows the way to sign all the same, and can be tried again.
async fn a_load_that_failed_is_tried_again(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    script(
        &page,
        "const real = WebAssembly.compile; WebAssembly.compile = () => { WebAssembly.compile = real; return Promise.reject(new Error('once')) }",
    )
    .await?;
    let token = page.tokens(1).await?.remove(0);
    page.start("first", None, json!({"token": token})).await?;
    assert_eq!(page.stalls("first").await?, "wasm-unavailable");
    page.press(DIALOG, "retry").await?;
    page.until_phase("first", "ready").await?;
    page.sign_in(DIALOG).await?;
    assert_eq!(page.outcome("first").await?["type"], "signed");
    page.end().await
}

/// `for await` gives every event from the first to the last, whenever it begins; `using`
/// closes.
async fn a_session_is_iterated_and_disposed_of(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    script(
        &page,
        "window.types = []; (async () => { for await (const { type } of first.session) types.push(type); types.push('over') })()",
    )
    .await?;
    page.sign_in(HOST).await?;
    page.browser.until("types.at(-1) === 'over'").await?;
    let without_activity = "types.filter((type) => type !== 'activity')";
    let all = json!(["loading", "ready", "signed", "over"]);
    assert_eq!(page.browser.value(without_activity).await?, all);
    let again = "{ const again = []; for await (const { type } of first.session) if (type !== 'activity') again.push(type); return again }";
    assert_eq!(
        resolved(&page, again).await?,
        json!(["loading", "ready", "signed"])
    );

    page.session("second", None).await?;
    script(
        &page,
        "second.session[Symbol.dispose ?? Symbol.for('Symbol.dispose')]()",
    )
    .await?;
    assert_eq!(
        page.outcome("second").await?,
        json!({"type": "closed", "by": "page"})
    );
    page.end().await
}

/// The connection to the service is asked for ahead of use, and no link stays behind.
async fn the_service_is_connected_to_ahead_of_use(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let links = "[...document.querySelectorAll('link[rel=preconnect]')].map(({ href }) => new URL(href).origin)";
    page.start("first", FIRST, json!({"tokens": [null]}))
        .await?;
    let origin = json!([page.parties.sandbox.origin()]);
    page.browser.until(&format!("{links}.length")).await?;
    assert_eq!(page.browser.value(links).await?, origin);
    script(&page, "first.session.close()").await?;
    assert_eq!(page.browser.value(links).await?, json!([]));

    let preload = format!(
        "embed.preload({{ baseUrl: '{}' }})",
        page.parties.sandbox.origin()
    );
    assert_eq!(resolved(&page, &preload).await?, Value::Null);
    assert_eq!(page.browser.value(links).await?, origin);
    assert_eq!(
        resolved(&page, "embed.preload({ baseUrl: 'http://example.kz' })").await?,
        "base-url-refused"
    );
    page.end().await
}

/// A frame is made while the module is on its way, or by `preload()`, out of sight whatever the
/// page's style says; the session takes it, and one that nobody has taken goes.
async fn a_frame_is_made_ahead(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let moves = page.browser.value("'moveBefore' in document.body").await? == json!(true);
    let spare = "document.querySelectorAll('iframe[data-documentolog-spare]')";
    let count = format!("{spare}.length");
    script(
        &page,
        "const style = document.createElement('style'); \
         style.textContent = 'iframe { display: block !important; width: 50px !important }'; \
         document.head.append(style)",
    )
    .await?;
    // Nobody takes it: the session is over before its module is there.
    page.start("first", FIRST, json!({"tokens": [null]}))
        .await?;
    script(&page, "first.session.close()").await?;
    assert_eq!(page.browser.value(&count).await?, json!(0));

    let origin = page.parties.sandbox.origin().to_owned();
    let preload = format!("embed.preload({{ baseUrl: '{origin}' }})");
    for _ in 0..2 {
        assert_eq!(resolved(&page, &preload).await?, Value::Null);
        assert_eq!(page.browser.value(&count).await?, json!(u8::from(moves)));
    }
    if moves {
        assert_eq!(
            page.browser
                .value(&format!("{spare}[0].checkVisibility()"))
                .await?,
            json!(false)
        );
        script(
            &page,
            &format!("window.spare = {spare}[0]; window.inside = spare.contentWindow"),
        )
        .await?;
    }
    let options = json!({"tokens": page.tokens(1).await?});
    page.start("second", FIRST, options).await?;
    page.until_phase("second", "ready").await?;
    assert_eq!(page.browser.value(&count).await?, json!(0));
    if moves {
        let is_taken = "shadow.querySelector('iframe') === spare && spare.contentWindow === inside && \
                        spare.checkVisibility()";
        assert_eq!(page.in_shadow(HOST, is_taken).await?, json!(true));
    }
    page.sign_in(HOST).await?;
    assert_eq!(page.outcome("second").await?["type"], "signed");
    page.end().await
}

in_each_engine!(
    a_crash_ends_its_sessions_and_not_the_page,
    a_crash_while_opening_or_calling_back,
    nothing_is_loaded_before_it_is_needed,
    a_browser_that_cannot_unpack_gets_the_plain_module,
    the_module_can_be_a_file_of_its_own,
    the_module_can_be_handed_over,
    one_file_does_for_a_page_without_a_bundler,
    a_load_that_failed_is_tried_again,
    a_session_is_iterated_and_disposed_of,
    the_service_is_connected_to_ahead_of_use,
    a_frame_is_made_ahead,
);
