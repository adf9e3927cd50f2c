//! The HTML that the playground shows does in a browser what it does on screen.

use std::{env, time::Duration};

use anyhow::{Context, Result};
use axum::{
    Json, Router,
    http::StatusCode,
    response::Html,
    routing::{get, post},
};
use documentolog_e2e::{Engine, Playground, in_each_engine, token_for_a_new_document};
use documentolog_sandbox::Fate;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// The settings of which the code is compiled and bundled, too.
const TABLE: &str = include_str!("../../../../www/tests/code/settings.json");

/// What the page's paragraph begins with in the end.
const RESULTS: [(&str, &str); 10] = [
    ("as_it_is", "signed"),
    ("everything", "signed"),
    ("hostile_title", "signed"),
    ("own_origin", "base-url-refused: "),
    // It goes on: the signer is asked what to do.
    ("never", ""),
    ("malformed_token", "token-malformed: "),
    ("refused_token", "token-refused: "),
    ("expired_token", "token-expired: "),
    ("failing_token", "token-request-failed: "),
    ("no_time", "options-invalid: "),
];

/// A page of the code, with the two routes that it asks of a back end: what that answers to who asks
/// for a token.
async fn serve(page: String, answer: (StatusCode, Value)) -> Result<String> {
    let (status, body) = answer;
    let router = Router::new()
        .route("/", get(async || Html(page)))
        .route("/api/token", post(async move || (status, Json(body))))
        .route("/api/signed", get(async || StatusCode::OK))
        .nest_service(
            "/node_modules/documentolog-embed",
            ServeDir::new(env::var("DOCUMENTOLOG_PACKAGE_DIR")?),
        );
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let port = listener.local_addr()?.port();
    // It ends with the test's runtime.
    tokio::spawn(async { axum::serve(listener, router).await });
    Ok(format!("http://localhost:{port}/"))
}

async fn the_html_does_what_is_on_screen(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    let browser = &playground.browser;
    let table: Value = serde_json::from_str(TABLE)?;
    assert_eq!(table.as_object().unwrap().len(), RESULTS.len());
    for (name, expected) in RESULTS {
        let settings = table[name].as_str().unwrap();
        playground.go(settings).await?;
        let code = browser.value("document.querySelector('#code').textContent");
        let code = code.await?.as_str().unwrap().to_owned();
        // The signing page signs by itself; not before the frame has been looked at, where it is.
        let delay = Duration::from_secs(if name == "hostile_title" { 2 } else { 0 });
        playground.sandbox.script_next(Fate {
            delay,
            ..Fate::default()
        })?;
        let token = token_for_a_new_document(&playground.sandbox).await?;
        let answer = (StatusCode::OK, json!({ "access_token": token.expose() }));
        browser.client.goto(&serve(code, answer).await?).await?;
        browser.click("#open").await?;
        if name == "hostile_title" {
            let title = "document.body.lastElementChild.shadowRoot?.querySelector('iframe')?.title";
            assert_eq!(
                browser.first(title).await?,
                json!("</script><b>'\"\\${}\u{202e}")
            );
        }
        if name == "never" {
            let asked = "document.querySelector('#place > div')?.shadowRoot?.querySelector('[part=alert]')?.textContent";
            browser.until(asked).await?;
            continue;
        }
        let result = "document.querySelector('#result').textContent";
        let result = browser.first(result).await.context(name)?;
        assert!(
            result.as_str().unwrap().starts_with(expected),
            "{engine:?}, {name}: {result}"
        );
    }
    playground.end().await
}

in_each_engine!(the_html_does_what_is_on_screen);

/// Read as an answer of the service's, an error in JSON would be told as what it is not.
async fn an_error_as_json_is_told_as_a_request_that_failed(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    let browser = &playground.browser;
    for settings in ["", "token=promise"] {
        playground.go(settings).await?;
        let code = browser.value("document.querySelector('#code').textContent");
        let code = code.await?.as_str().unwrap().to_owned();
        let answer = (
            StatusCode::INTERNAL_SERVER_ERROR,
            json!({ "status": 500, "error": "the database is away" }),
        );
        browser.client.goto(&serve(code, answer).await?).await?;
        browser.click("#open").await?;
        let result = "document.querySelector('#result').textContent";
        browser.until(result).await.context(settings)?;
        let result = browser.value(result).await?;
        assert!(
            result
                .as_str()
                .unwrap()
                .starts_with("token-request-failed: "),
            "{engine:?}, {settings}: {result}"
        );
    }
    playground.end().await
}

in_each_engine!(an_error_as_json_is_told_as_a_request_that_failed);
