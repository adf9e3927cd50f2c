//! A browser under WebDriver.

mod driver;
mod engine;
mod extensions;
mod input;
mod widget;

use std::{env, fs, time::Duration};

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::{
    Client, ClientBuilder, Locator, elements::Element, error::CmdError, wd::WindowHandle,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;

use crate::surroundings;
use driver::{Driver, OpenSession};

pub use driver::free_port;
pub use engine::{Engine, Extras};
pub use extensions::Device;

/// How long a browser may take to start, on a machine that does much besides.
const START: Duration = Duration::from_secs(60);

/// How long anything in a page may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running browser. Dropping it ends its processes, unless the driver hangs.
pub struct Browser {
    /// The WebDriver session.
    pub client: Client,
    engine: Engine,
    session: OpenSession,
    _driver: Driver,
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Browser")
            .field("engine", &self.engine)
            .finish_non_exhaustive()
    }
}

impl Browser {
    /// Starts a driver on a free port, and a browser.
    ///
    /// # Errors
    /// When either does not start.
    pub async fn start(engine: Engine) -> Result<Self> {
        Self::start_with(engine, &Extras::default()).await
    }

    /// Starts a driver and a browser that is told more than others.
    ///
    /// # Errors
    /// When either does not start.
    pub async fn start_with(engine: Engine, extra: &Extras) -> Result<Self> {
        // Its driver waits for ever for a browser that has ended for want of a display.
        if engine == Engine::WebKit
            && let Some(problem) = surroundings::display_problem()
        {
            bail!(problem);
        }
        let started = tokio::time::timeout(START, Self::begin(engine, extra)).await;
        let error = match started {
            Ok(Ok(browser)) => return Ok(browser),
            Ok(Err(error)) => error,
            Err(_) => anyhow!("it has not answered in {} s", START.as_secs()),
        };
        let problem = surroundings::problem().unwrap_or_default();
        Err(error.context(format!("{engine:?} does not start. {problem}")))
    }

    async fn begin(engine: Engine, extra: &Extras) -> Result<Self> {
        let driver = Driver::start(engine).await?;
        let port = driver.port;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let Value::Object(capabilities) = engine.capabilities(extra)? else {
            bail!("capabilities are an object")
        };
        builder.capabilities(capabilities);
        let client = builder.connect(&format!("http://127.0.0.1:{port}")).await?;
        let id = client.session_id().await?;
        Ok(Self {
            client,
            engine,
            session: OpenSession { port, id },
            _driver: driver,
        })
    }

    /// Its engine.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Ends the browser and its driver.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn quit(mut self) -> Result<()> {
        self.client.clone().close().await?;
        self.session.id = None;
        Ok(())
    }

    /// Waits for an element.
    ///
    /// # Errors
    /// When it does not come in time.
    pub async fn find(&self, css: &str) -> Result<Element> {
        let look = async || match self.client.find(Locator::Css(css)).await {
            Err(error) if error.is_no_such_element() => Ok(None),
            found => found.map(Some),
        };
        first_seen(look)
            .await
            .with_context(|| format!("no {css} in the page"))
    }

    /// Waits for an element that can be used and clicks on it. (Pages keep their
    /// buttons disabled until their scripts listen.)
    ///
    /// A click may take its own frame out of the page, as that which signs does. Chromium's
    /// driver looks at the frame once more after it has clicked, and says so when that is
    /// gone by then: what the click has done is for the test to see.
    ///
    /// # Errors
    /// When it does not come in time or cannot be clicked.
    pub async fn click(&self, css: &str) -> Result<()> {
        let element = self.find(&format!("{css}:not(:disabled)")).await?;
        match element.click().await {
            Err(CmdError::NotW3C(Value::String(text))) if text == "target frame detached" => Ok(()),
            result => result.with_context(|| format!("{css} cannot be clicked")),
        }
    }

    /// Waits until a script's expression is true.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn until(&self, expression: &str) -> Result<()> {
        self.first(&format!("Boolean({expression})"))
            .await
            .map(drop)
    }

    /// The first value of a script's expression that is true. (What is looked for again, after it
    /// was seen, may be gone by then: a page goes on by itself.)
    ///
    /// # Errors
    /// When there is none in time.
    pub async fn first(&self, expression: &str) -> Result<Value> {
        let script = format!("return {expression} || null");
        let look = async || match self.client.execute(&script, vec![]).await? {
            Value::Null => Ok(None),
            value => Ok(Some(value)),
        };
        first_seen(look)
            .await
            .with_context(|| format!("never: {expression}"))
    }

    /// The value of a script's expression.
    ///
    /// # Errors
    /// When it throws.
    pub async fn value(&self, expression: &str) -> Result<Value> {
        Ok(self
            .client
            .execute(&format!("return {expression}"), vec![])
            .await?)
    }

    /// What axe finds wrong with the page in which the browser is, as rules with the
    /// elements that break them.
    ///
    /// # Errors
    /// When axe does not run.
    pub async fn axe(&self) -> Result<Value> {
        let axe = env::var("DOCUMENTOLOG_AXE").context("DOCUMENTOLOG_AXE is not set")?;
        // The page's policy lets no foreign script in; the driver's own are no part of it. What is
        // in a frame is another page's.
        let script = format!(
            "{}; const done = arguments[arguments.length - 1]; \
             axe.run(document, {{ iframes: false }}).then(({{ violations }}) => \
             done(violations.map(({{ id, nodes }}) => [id, nodes.map(({{ html }}) => html)])), \
             (error) => done(String(error)))",
            fs::read_to_string(axe)?
        );
        Ok(self.client.execute_async(&script, vec![]).await?)
    }

    /// Brings an element into view. (Inside a frame that is out of view WebKit's driver
    /// clicks beside what it is told to click on.)
    ///
    /// # Errors
    /// When the expression gives no element.
    pub async fn scroll_to(&self, expression: &str) -> Result<()> {
        self.client
            .execute(
                &format!("({expression}).scrollIntoView({{ block: 'center' }})"),
                vec![],
            )
            .await?;
        Ok(())
    }

    /// Waits for a second window or tab.
    ///
    /// # Errors
    /// When none is opened in time.
    pub async fn other_window(&self, own: &WindowHandle) -> Result<WindowHandle> {
        let opened = async {
            loop {
                let windows = self.client.windows().await?;
                if let Some(other) = windows.into_iter().find(|window| window != own) {
                    return anyhow::Ok(other);
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(PATIENCE, opened)
            .await
            .context("no other window was opened")?
    }
}

/// What is seen at the first look that sees anything. A page that is left while it is looked at
/// (WebKit says so by an error) has shown nothing: the next one is looked at.
async fn first_seen<T>(look: impl AsyncFn() -> Result<Option<T>, CmdError>) -> Result<T> {
    let seen = async {
        loop {
            match look().await {
                Ok(Some(seen)) => return anyhow::Ok(seen),
                Ok(None) => {}
                Err(CmdError::Standard(error)) if error.message.contains("unload event") => {}
                Err(error) => return Err(error.into()),
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(PATIENCE, seen).await?
}
