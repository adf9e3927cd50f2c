//! Each example, built from the packed package, through a whole signature: its own page, its
//! own back end, the sandbox.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use anyhow::Result;
use documentolog_e2e::{Browser, Engine, in_time};
use documentolog_examples::{Example, sandbox};
use serde_json::json;

/// Gives the widget's element a name, wherever the example has put it.
const NAME_THE_WIDGET: &str = "(() => { for (const element of document.querySelectorAll('*')) \
     if (element.shadowRoot?.querySelector('iframe')) return (element.id = 'widget'); })()";

async fn sign(name: &str, path: &str) -> Result<()> {
    sandbox()?;
    sign_in(Example::start(name).await?, path).await
}

async fn sign_in(example: Example, path: &str) -> Result<()> {
    let sandbox = sandbox()?;
    let browser = Browser::start(Engine::Chromium).await?;
    browser
        .client
        .goto(&format!("{}{path}", example.origin))
        .await?;
    // The script of the page may not have run yet: it says so by what it makes.
    browser
        .until("document.querySelector('#open') || document.querySelector('#outcome')")
        .await?;
    if browser
        .value("Boolean(document.querySelector('#open'))")
        .await?
        == json!(true)
    {
        browser.click("#open").await?;
    }
    browser.until(NAME_THE_WIDGET).await?;
    browser.enter_signing_frame("#widget").await?;
    browser.find("body[data-state=ready]").await?;
    browser.click("input[value=egov-qr]").await?;
    browser.click("#sign").await?;
    browser.decide_on_phone("#confirm").await?;
    browser.leave_signing_frame().await?;
    let outcome = browser.find("#outcome[data-type=signed]").await?;
    assert_eq!(outcome.text().await?, "Signed by egov-qr, and confirmed.");
    let requests = browser
        .value("performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/token')).length")
        .await?;
    assert_eq!(
        requests,
        json!(1),
        "one token is asked for, however often a page renders"
    );
    let console = browser.console().await?;
    let complaints: Vec<_> = console
        .iter()
        // Browsers look for an icon by themselves; and Chromium warns of the blank frame's
        // features before it has an origin.
        .filter(|entry| !entry.contains("favicon.ico") && !entry.contains("permissions policy"))
        .collect();
    assert_eq!(complaints, Vec::<&String>::new(), "the console is quiet");
    assert!(!sandbox.deliveries().is_empty());
    browser.quit().await
}

/// The page of an example, with the back end that is written in Rust.
#[tokio::test]
async fn html_with_the_back_end_in_rust() -> Result<()> {
    sandbox()?;
    in_time(async { sign_in(Example::start_in_rust("html").await?, "/").await }).await
}

macro_rules! examples {
    ($($test:ident: $name:literal $path:literal),+ $(,)?) => {
        $(#[tokio::test]
        async fn $test() -> Result<()> {
            in_time(sign($name, $path)).await
        })+
    };
}

examples! {
    html_without_a_bundler: "html" "/",
    react_with_vite_by_the_hook: "react-vite" "/",
    react_with_vite_by_the_component: "react-vite" "/#inline",
    vue_with_vite_by_the_composable: "vue-vite" "/",
    vue_with_vite_by_the_component: "vue-vite" "/#inline",
    next_rendered_on_the_server: "next" "/",
    nuxt_rendered_on_the_server: "nuxt" "/",
    webpack_with_the_module_as_a_file: "webpack" "/",
    esbuild_with_split_chunks: "esbuild" "/",
    parcel_with_the_element: "parcel" "/",
    sveltekit_with_the_element: "sveltekit" "/",
    angular_with_the_element: "angular" "/",
}
