//! A browser that shows the page on which everything is measured.

use std::{mem, time::Duration};

use anyhow::{Context, Result, bail};
use documentolog_e2e::{Browser, Engine, Extras};
use serde_json::{Value, json};

use crate::{Settings, servers::PageServer};

/// How long one measurement in the page may take.
const PATIENCE: Duration = Duration::from_secs(300);

/// A browser and the page's server.
#[derive(Debug)]
pub(crate) struct Bench {
    pub(crate) browser: Browser,
    pub(crate) engine: Engine,
    pages: PageServer,
}

impl Bench {
    pub(crate) async fn start(engine: Engine, settings: &Settings) -> Result<Self> {
        Ok(Self {
            browser: start_browser(engine).await?,
            engine,
            pages: PageServer::start(&settings.bundle).await?,
        })
    }

    /// Goes on in a new browser. One that has hundreds of frames to leave may never come to the
    /// next page: Firefox stood still so, with nothing to do, in two runs of four.
    pub(crate) async fn renew(&mut self) -> Result<()> {
        let browser = start_browser(self.engine).await?;
        mem::replace(&mut self.browser, browser).quit().await
    }

    /// What the browser says of itself.
    pub(crate) fn version(&self) -> Result<String> {
        let capabilities = self.browser.client.capabilities();
        let version = capabilities.and_then(|all| all.get("browserVersion")?.as_str());
        Ok(version
            .context("the browser does not say its version")?
            .to_owned())
    }

    /// Loads the page as if for the first time.
    pub(crate) async fn load(&mut self) -> Result<()> {
        self.go(false).await
    }

    /// The same, with a finer clock.
    pub(crate) async fn load_isolated(&mut self) -> Result<()> {
        self.go(true).await
    }

    async fn go(&mut self, is_isolated: bool) -> Result<()> {
        let page = self.pages.next_page(is_isolated);
        self.browser.client.goto(&page).await?;
        self.browser.until("window.bench").await
    }

    /// Calls one of the page's functions, and waits for what it gives.
    pub(crate) async fn call(&self, function: &str, arguments: &[Value]) -> Result<Value> {
        let script = "const [name, given, done] = arguments; \
                      bench[name](...given).then((value) => done({ value: value ?? null }), \
                      (error) => done({ error: `${error} ${error?.stack}` }))";
        let answer = self
            .browser
            .client
            .execute_async(script, vec![json!(function), json!(arguments)])
            .await
            .with_context(|| format!("bench.{function} does not end"))?;
        match answer.get("error") {
            Some(error) => bail!("bench.{function}: {error}"),
            None => Ok(answer["value"].clone()),
        }
    }

    /// The same, for functions that give a number.
    pub(crate) async fn measure(&self, function: &str, arguments: &[Value]) -> Result<f64> {
        let value = self.call(function, arguments).await?;
        value
            .as_f64()
            .with_context(|| format!("bench.{function} gives {value}"))
    }

    pub(crate) async fn end(self) -> Result<()> {
        self.browser.quit().await
    }
}

async fn start_browser(engine: Engine) -> Result<Browser> {
    let extra = Extras {
        // By default Firefox's clock stands still for a millisecond at a time.
        firefox_preferences: json!({"privacy.reduceTimerPrecision": false}),
        ..Extras::default()
    };
    let browser = Browser::start_with(engine, &extra).await?;
    let mut timeouts = browser.client.get_timeouts().await?;
    timeouts.set_script(Some(PATIENCE));
    browser.client.update_timeouts(timeouts).await?;
    Ok(browser)
}

/// Those that are measured in turn: each round begins with another.
pub(crate) fn in_turn<T: Copy>(of: &[T], round: usize) -> impl Iterator<Item = T> {
    (0..of.len()).map(move |place| of[(place + round) % of.len()])
}
