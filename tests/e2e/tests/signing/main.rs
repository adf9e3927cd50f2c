//! The steps of each way to sign, through the widget and on the service's own pages.

mod accessibility;
mod steps;

use anyhow::Result;
use documentolog_e2e::Page;

/// Chooses a way to sign, on the signing page in whose frame the browser is.
async fn choose(page: &Page, method: &str) -> Result<()> {
    page.browser
        .click(&format!("input[value={method}]"))
        .await?;
    page.browser.click("#sign").await
}
