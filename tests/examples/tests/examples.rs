//! Each example, built from the packed package, through a whole signature: its own page, its
//! own back end, the sandbox.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use anyhow::{Context, Result};
use documentolog_e2e::{Browser, Engine, in_time};
use documentolog_examples::{Example, folder, sandbox};
use documentolog_protocol::SignatureMethod;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Gives the widget's element a name, wherever the example has put it.
const NAME_THE_WIDGET: &str = "(() => { for (const element of document.querySelectorAll('*')) \
     if (element.shadowRoot?.querySelector('iframe')) return (element.id = 'widget'); })()";

async fn sign(name: &str, path: &str) -> Result<()> {
    sandbox()?;
    sign_in(Example::start(name).await?, path).await
}

async fn sign_in(example: Example, path: &str) -> Result<()> {
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
    // Confirmed by the back end, which has it from the webhook.
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
    browser.quit().await
}

/// The page of an example, with the back end that is written in Rust.
#[tokio::test]
async fn html_with_the_back_end_in_rust() -> Result<()> {
    sandbox()?;
    in_time(async { sign_in(Example::start_in_rust("html").await?, "/").await }).await
}

/// What a back end answers to a request with these words and headers, which no browser and no
/// HTTP client would let one choose.
async fn ask(example: &Example, words: &str, headers: &str) -> Result<String> {
    let address = example.origin.trim_start_matches("http://");
    let mut connection = TcpStream::connect(address).await?;
    let request = format!("{words} HTTP/1.1\r\nconnection: close\r\n{headers}\r\n");
    connection.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await?;
    Ok(answer)
}

#[tokio::test]
async fn a_path_that_is_no_address_ends_nothing() -> Result<()> {
    in_time(ask_for_paths()).await
}

async fn ask_for_paths() -> Result<()> {
    let back_end = Example::serve(&folder("examples/html")).await?;
    for (path, status) in [("//", "400"), ("/nothing", "404"), ("/", "200")] {
        let answer = ask(&back_end, &format!("GET {path}"), "host: localhost\r\n").await?;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{path}");
    }
    Ok(())
}

/// Whoever asks for a token writes `Host`. Were the webhooks' address made of it, he would have
/// their secret.
async fn webhooks_come_home(name: &str) -> Result<()> {
    const STRANGER: &str = "host: localhost:1\r\nx-forwarded-host: localhost:1\r\n\
                            content-type: application/json\r\ncontent-length: 0\r\n";
    let sandbox = sandbox()?;
    let example = Example::start(name).await?;
    let answer = ask(&example, "POST /api/token?order=mine", STRANGER).await?;
    let token = answer
        .split("\"access_token\":\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .with_context(|| format!("{name} gives no token"))?;
    sandbox.sign(token, SignatureMethod::Eds)?;
    let answer = ask(
        &example,
        "GET /api/signed?order=mine",
        "host: localhost\r\n",
    )
    .await?;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{name}: no webhook");
    Ok(())
}

#[tokio::test]
async fn who_asks_does_not_say_where_webhooks_go() -> Result<()> {
    for name in ["next", "nuxt", "sveltekit"] {
        in_time(webhooks_come_home(name)).await?;
    }
    Ok(())
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
