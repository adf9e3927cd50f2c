//! The package's loader: crashes, the ways in which the module comes, what is loaded and made
//! when, and the sessions' face to JavaScript; in each browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod ahead;
mod crashes;
mod loading;
mod sessions;

use anyhow::Result;
use documentolog_e2e::Page;
use serde_json::{Value, json};

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
    let mut resolved = page.browser.first("window.resolved").await?;
    Ok(resolved[0].take())
}
