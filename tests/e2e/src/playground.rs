//! The demo's playground in a browser, and what a test does with it.

use anyhow::{Context, Result, bail};
use documentolog_sandbox::Sandbox;
use documentolog_shop::Shop;
use serde_json::{Value, json};

use crate::{
    Browser, Engine,
    parties::{shop_config, start_sandbox},
};

/// A browser, with a sandbox and a shop that has a playground.
#[derive(Debug)]
pub struct Playground {
    /// The browser.
    pub browser: Browser,
    /// The service.
    pub sandbox: Sandbox,
    /// The shop, with the playground beside it.
    pub shop: Shop,
}

impl Playground {
    /// Starts everything.
    ///
    /// # Errors
    /// When something does not start.
    pub async fn start(engine: Engine) -> Result<Self> {
        let sandbox = start_sandbox().await?;
        let shop = documentolog_shop::start_with_playground(shop_config(&sandbox)?).await?;
        let browser = Browser::start(engine).await?;
        Ok(Self {
            browser,
            sandbox,
            shop,
        })
    }

    /// Where the playground is.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}/playground", self.shop.origin())
    }

    /// Opens the playground anew with these settings, and waits until it can be used.
    /// Whatever breaks its policies is kept.
    ///
    /// # Errors
    /// When it does not load.
    pub async fn go(&self, settings: &str) -> Result<()> {
        // Another fragment alone would load nothing.
        self.browser.client.goto("about:blank").await?;
        let url = format!("{}#{settings}", self.url());
        self.browser.client.goto(&url).await?;
        self.browser.find("#open:not(:disabled)").await?;
        self.browser
            .value(
                "(window.violations = [], addEventListener('securitypolicyviolation', \
                 ({ effectiveDirective, blockedURI }) => violations.push(`${effectiveDirective} ${blockedURI}`)))",
            )
            .await?;
        Ok(())
    }

    /// Shows the page in a language.
    ///
    /// # Errors
    /// When it has no such button.
    pub async fn speak(&self, language: &str) -> Result<()> {
        self.browser.click(&format!("#lang-{language}")).await?;
        self.browser
            .find(&format!("html[lang={language}]"))
            .await
            .map(drop)
    }

    /// Opens a session, as the knobs say.
    ///
    /// # Errors
    /// When the button cannot be pressed.
    pub async fn open(&self) -> Result<()> {
        self.press("#open").await
    }

    /// Presses a button of the page, which may be out of view or behind a dialog.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn press(&self, button: &str) -> Result<()> {
        self.browser
            .find(&format!("{button}:not(:disabled)"))
            .await?;
        self.browser
            .value(&format!("document.querySelector('{button}').click()"))
            .await?;
        Ok(())
    }

    /// Waits for a line in the log, and gives its text.
    ///
    /// # Errors
    /// When it does not come; says what did.
    pub async fn logged(&self, selector: &str) -> Result<String> {
        let line = format!("document.querySelector(\"#log li{selector}\")?.textContent");
        let Ok(text) = self.browser.first(&line).await else {
            bail!("no {selector} in the log: {}", self.log().await?);
        };
        Ok(text.as_str().context("a text is a text")?.to_owned())
    }

    /// The log's lines: their kinds and names, but for phases and activity.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn log(&self) -> Result<Value> {
        self.browser
            .value(
                "[...document.querySelectorAll('#log li:not([data-kind=phase], [data-name=activity])')]\
                 .map(({ dataset }) => [dataset.kind, dataset.name, dataset.code ?? dataset.reason].filter(Boolean).join(' '))",
            )
            .await
    }

    /// Waits until a session is over.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn until_over(&self) -> Result<()> {
        self.browser
            .find("#status[data-phase=idle]")
            .await
            .map(drop)
    }

    /// Waits until the session is in this phase.
    ///
    /// # Errors
    /// When it is not in time; says what is in the log.
    pub async fn until_phase(&self, phase: &str) -> Result<()> {
        let selector = format!("#status[data-phase={phase}]");
        if self.browser.find(&selector).await.is_err() {
            bail!("never {phase}: {}", self.log().await?);
        }
        Ok(())
    }

    /// The value of an expression in which `shadow` is the widget's shadow root.
    ///
    /// # Errors
    /// When it throws.
    pub async fn in_widget(&self, expression: &str) -> Result<Value> {
        self.browser.value(&in_widget(expression)).await
    }

    /// Waits until such an expression is true.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn until_in_widget(&self, expression: &str) -> Result<()> {
        self.browser.until(&in_widget(expression)).await
    }

    /// Ends everything; nothing may have broken the page's policy.
    ///
    /// # Errors
    /// When it was broken, or the browser does not answer.
    pub async fn end(self) -> Result<()> {
        let violations = self.browser.value("window.violations ?? []").await?;
        if violations != json!([]) {
            bail!("the policy was broken: {violations}");
        }
        self.browser.quit().await?;
        self.shop.shutdown().await;
        self.sandbox.shutdown().await;
        Ok(())
    }
}

fn in_widget(expression: &str) -> String {
    format!(
        "((shadow) => {expression})([...document.querySelectorAll('#place > div, body > div')]\
         .map(({{ shadowRoot }}) => shadowRoot).find(Boolean))"
    )
}
