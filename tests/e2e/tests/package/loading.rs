//! The ways in which the module comes, and what is loaded when.

use std::{env, fs, path::PathBuf};

use anyhow::Result;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use documentolog_e2e::{DIALOG, Engine, FIRST, HOST, Page, Policy, in_each_engine};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::{resolved, script};

/// The scripts and modules that have been loaded, by their names.
const LOADED: &str =
    "performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1))";

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
    let tokens = page.tokens(2).await?;
    page.start("first", None, json!({ "tokens": tokens }))
        .await?;
    assert_eq!(page.stalls("first").await?, "wasm-unavailable");
    page.press(DIALOG, "retry").await?;
    page.until_phase("first", "ready").await?;
    // Each try has a token of its own.
    let requests = page.browser.value("first.requests.length").await?;
    assert_eq!(requests, json!(2));
    page.sign_in(DIALOG).await?;
    assert_eq!(page.outcome("first").await?["type"], "signed");
    page.end().await
}

in_each_engine!(
    nothing_is_loaded_before_it_is_needed,
    a_browser_that_cannot_unpack_gets_the_plain_module,
    the_module_can_be_a_file_of_its_own,
    the_module_can_be_handed_over,
    one_file_does_for_a_page_without_a_bundler,
    a_load_that_failed_is_tried_again,
);
