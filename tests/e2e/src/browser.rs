//! A browser under WebDriver.

use std::{
    env, fs,
    io::{self, Read, Write},
    net::{self, IpAddr, Ipv4Addr, Ipv6Addr, TcpListener},
    process::Stdio,
    sync::atomic::{AtomicU16, Ordering},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    elements::Element,
    key::Key,
    wd::{WebDriverCompatibleCommand, WindowHandle},
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    net::TcpStream,
    process::{Child, ChildStdout, Command},
};
use webdriver::{
    command::{SwitchToFrameParameters, VoidWebDriverExtensionCommand, WebDriverCommand},
    common::FrameId,
};

/// How long anything in a page may take.
const PATIENCE: Duration = Duration::from_secs(20);

const CHROMIUM_ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1280,1000",
];

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, in WebKitGTK's MiniBrowser.
    WebKit,
}

impl Engine {
    /// Every engine that the tests run in.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Whether it can be had on this system: WebKitGTK is for Linux only.
    #[must_use]
    pub fn is_here(self) -> bool {
        self != Self::WebKit || env::var_os("DOCUMENTOLOG_WEBKIT").is_some()
    }

    /// Starts the driver, and says where it listens.
    async fn start_driver(self) -> Result<(Child, Option<Lines<BufReader<ChildStdout>>>, u16)> {
        match self {
            Self::Chromium => {
                let mut command = Command::new(required("DOCUMENTOLOG_CHROMEDRIVER")?);
                command.arg(format!("--port={}", free_port()?));
                listening_driver(command).await
            }
            Self::Firefox => {
                let mut command = Command::new(required("DOCUMENTOLOG_GECKODRIVER")?);
                command.args(["--port=0", "--websocket-port=0"]);
                listening_driver(command).await
            }
            Self::WebKit => {
                let port = free_port()?;
                let driver = Command::new(required("DOCUMENTOLOG_WEBKITDRIVER")?)
                    .arg(format!("--port={port}"))
                    // Its own sandbox may need user namespaces, which containers and root
                    // may not have; what it shows here is our own.
                    .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
                    .stdout(Stdio::null())
                    .stderr(Stdio::null())
                    .kill_on_drop(true)
                    .spawn()?;
                // It does not say when it listens.
                let listens = async {
                    while TcpStream::connect((Ipv4Addr::LOCALHOST, port))
                        .await
                        .is_err()
                    {
                        tokio::time::sleep(Duration::from_millis(20)).await;
                    }
                };
                tokio::time::timeout(PATIENCE, listens)
                    .await
                    .context("WebKit's driver does not listen")?;
                Ok((driver, None, port))
            }
        }
    }

    fn capabilities(self, extra: &Extras) -> Result<Value> {
        Ok(match self {
            Self::Chromium => json!({"goog:chromeOptions": {
                "binary": required("DOCUMENTOLOG_CHROME")?,
                "args": CHROMIUM_ARGUMENTS
                    .into_iter()
                    .chain(extra.arguments.iter().map(String::as_str))
                    .collect::<Vec<_>>(),
                "prefs": extra.preferences,
            }, "goog:loggingPrefs": {"browser": "WARNING"}}),
            Self::Firefox => json!({"moz:firefoxOptions": {
                "binary": required("DOCUMENTOLOG_FIREFOX")?,
                "args": ["-headless", "--width=1280", "--height=1000"],
                "prefs": extra.firefox_preferences,
            }}),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": required("DOCUMENTOLOG_WEBKIT")?,
                    "args": ["--automation"],
                },
            }),
        })
    }
}

fn required(variable: &str) -> Result<String> {
    env::var(variable)
        .with_context(|| format!("{variable} is not set: run the tests by `cargo xtask test`"))
}

/// What pages are shown on.
#[derive(Clone, Copy, Debug)]
pub struct Device {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// Whether its user prefers dark colours.
    pub is_dark: bool,
    /// Whether its user has not asked for less motion.
    pub has_motion: bool,
}

/// What browsers are told besides; each engine knows of its own.
#[derive(Debug)]
pub struct Extras {
    /// More arguments for Chromium.
    pub arguments: Vec<String>,
    /// Preferences of Chromium's profile.
    pub preferences: Value,
    /// Preferences of Firefox's profile.
    pub firefox_preferences: Value,
}

impl Default for Extras {
    fn default() -> Self {
        Self {
            arguments: vec![],
            preferences: json!({}),
            firefox_preferences: json!({}),
        }
    }
}

/// A running browser. Dropping it ends its processes, unless the driver hangs.
pub struct Browser {
    /// The WebDriver session.
    pub client: Client,
    engine: Engine,
    session: OpenSession,
    _driver: Child,
    /// The driver would be ended by a closed pipe, were it to write once more.
    _output: Option<Lines<BufReader<ChildStdout>>>,
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
        let (driver, output, port) = engine.start_driver().await?;
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
            _output: output,
        })
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
        self.client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(css))
            .await
            .with_context(|| format!("no {css} in the page"))
    }

    /// Waits for an element that can be used and clicks on it. (Pages keep their
    /// buttons disabled until their scripts listen.)
    ///
    /// # Errors
    /// When it does not come in time or cannot be clicked.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.find(&format!("{css}:not(:disabled)"))
            .await?
            .click()
            .await
            .with_context(|| format!("{css} cannot be clicked"))
    }

    /// Waits until a script's expression is true.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn until(&self, expression: &str) -> Result<()> {
        let script = format!("return Boolean({expression})");
        let is_true = async {
            while self.client.execute(&script, vec![]).await? != json!(true) {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            anyhow::Ok(())
        };
        tokio::time::timeout(PATIENCE, is_true)
            .await
            .with_context(|| format!("never: {expression}"))?
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
        // The page's policy lets no foreign script in; the driver's own are no part of it.
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

    /// Steps into the signing frame of the widget whose host element matches, and
    /// waits for the signing page.
    ///
    /// # Errors
    /// When there is no such frame in time.
    pub async fn enter_signing_frame(&self, host: &str) -> Result<()> {
        let frame =
            format!("document.querySelector({host:?})?.shadowRoot?.querySelector('iframe')");
        self.until(&frame).await?;
        self.scroll_to(&frame).await?;
        let host = self.find(host).await?;
        let root = host.shadow_root().await?;
        root.find(Locator::Css("iframe"))
            .await?
            .enter_frame()
            .await?;
        // Of the blank page that the frame begins with, nothing matches.
        self.find("body[data-state]").await?;
        Ok(())
    }

    /// Clicks, as a person does, on one of the widget's own buttons.
    ///
    /// # Errors
    /// When it is not there or cannot be clicked.
    pub async fn click_part(&self, host: &str, part: &str) -> Result<()> {
        let button =
            format!("document.querySelector({host:?})?.shadowRoot?.querySelector('[part={part}]')");
        self.until(&format!("{button}?.checkVisibility()")).await?;
        self.scroll_to(&button).await?;
        let root = self.find(host).await?.shadow_root().await?;
        let selector = format!("[part={part}]");
        root.find(Locator::Css(&selector)).await?.click().await?;
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

    /// Answers a permission prompt of the page's in advance (W3C Permissions, automation).
    ///
    /// # Errors
    /// When the browser does not know it.
    pub async fn set_permission(&self, name: &str, state: &str) -> Result<()> {
        // Permissions, section 9.
        let body = json!({"descriptor": {"name": name}, "state": state});
        self.client
            .issue_cmd(Extension {
                path: "permissions",
                body,
            })
            .await?;
        Ok(())
    }

    /// Gives Chromium a command of the DevTools protocol.
    ///
    /// # Errors
    /// When it does not know it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({"cmd": command, "params": parameters});
        Ok(self
            .client
            .issue_cmd(Extension {
                path: "goog/cdp/execute",
                body,
            })
            .await?)
    }

    /// Warnings and errors of Chromium's console since this was asked last, as texts.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console(&self) -> Result<Vec<String>> {
        let path = "se/log";
        let body = json!({"type": "browser"});
        let entries = self.client.issue_cmd(Extension { path, body }).await?;
        Ok(entries
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry["message"].as_str()?.to_owned()))
            .collect())
    }

    /// Shows pages in Chromium as a device would.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn emulate(&self, device: Device) -> Result<()> {
        let metrics = json!({
            "width": device.width, "height": device.height,
            "deviceScaleFactor": 1, "mobile": device.width < 700,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        let scheme = if device.is_dark { "dark" } else { "light" };
        let motion = if device.has_motion {
            "no-preference"
        } else {
            "reduce"
        };
        let media = json!({"features": [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": motion},
        ]});
        self.devtools("Emulation.setEmulatedMedia", media).await?;
        Ok(())
    }

    /// Presses a key, wherever the focus is.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_key(&self, key: Key) -> Result<()> {
        self.press_keys(&[key]).await
    }

    /// Presses keys together, wherever the focus is.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn press_keys(&self, keys: &[Key]) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in keys {
            actions = actions.then(KeyAction::Down {
                value: (*key).into(),
            });
        }
        for key in keys.iter().rev() {
            actions = actions.then(KeyAction::Up {
                value: (*key).into(),
            });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Steps out of the signing frame.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn leave_signing_frame(&self) -> Result<()> {
        // To the top and not to the parent: the frame may be gone with its session.
        let to_the_top = SwitchToFrameParameters { id: FrameId::Top };
        self.client
            .issue_cmd(WebDriverCommand::<VoidWebDriverExtensionCommand>::SwitchToFrame(to_the_top))
            .await?;
        Ok(())
    }
}

/// A session that is still open when a test fails. Dropping it closes it: a driver that
/// is killed leaves its browser running. The test's runtime may be gone by then, so this
/// waits for the driver in the ordinary way.
#[derive(Debug)]
struct OpenSession {
    port: u16,
    id: Option<String>,
}

impl OpenSession {
    /// WebDriver, section 8.2. The answer comes when the browser has been told to end.
    fn close(&self, id: &str) -> io::Result<()> {
        let address = (Ipv4Addr::LOCALHOST, self.port);
        let mut driver = net::TcpStream::connect(address)?;
        driver.set_read_timeout(Some(PATIENCE))?;
        let port = self.port;
        write!(
            driver,
            "DELETE /session/{id} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        driver.read_exact(&mut [0])
    }
}

impl Drop for OpenSession {
    #[allow(
        clippy::print_stderr,
        reason = "the test has failed already, of something that matters more"
    )]
    fn drop(&mut self) {
        if let Some(id) = self.id.take()
            && let Err(error) = self.close(&id)
        {
            eprintln!("a browser may still run: {error}");
        }
    }
}

/// An extension command of WebDriver.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> std::result::Result<url::Url, url::ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// Starts a driver that says where it listens.
async fn listening_driver(
    mut command: Command,
) -> Result<(Child, Option<Lines<BufReader<ChildStdout>>>, u16)> {
    let mut driver = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()?;
    let mut output =
        BufReader::new(driver.stdout.take().context("the driver has no output")?).lines();
    loop {
        let Some(line) = output.next_line().await? else {
            bail!("{command:?} ended")
        };
        if let Some(port) = listening_port(&line) {
            return Ok((driver, Some(output), port));
        }
    }
}

/// A port that is free on both loopback addresses, for servers and drivers that cannot choose one
/// themselves: chromedriver takes one that is free on `::1` and ends if somebody has it
/// on `127.0.0.1`, which a busy test machine has it do once in forty times. These are
/// below the ports that systems hand out by themselves, and each is tried by one test
/// only.
///
/// # Errors
/// When all are taken.
pub fn free_port() -> Result<u16> {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Test programs that run at the same time begin at different places.
    let first = 20_000 + u16::try_from(std::process::id() % 100)? * 100;
    (0..100)
        .map(|_| first + NEXT.fetch_add(1, Ordering::Relaxed) % 100)
        .find(|port| {
            let is_free = |address: IpAddr| match TcpListener::bind((address, *port)) {
                Ok(_) => true,
                // A machine without IPv6 has no ::1 to be taken.
                Err(error) => error.kind() == std::io::ErrorKind::AddrNotAvailable,
            };
            is_free(Ipv4Addr::LOCALHOST.into()) && is_free(Ipv6Addr::LOCALHOST.into())
        })
        .context("no free port")
}

/// The port in what a driver says when it listens: chromedriver `… on port 1234.`,
/// geckodriver `… Listening on 127.0.0.1:1234`.
fn listening_port(line: &str) -> Option<u16> {
    let (_, after) = line
        .split_once("successfully on port ")
        .or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
    after.trim().trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_of_a_driver() {
        let rows = [
            (
                "ChromeDriver was started successfully on port 40123.",
                Some(40123),
            ),
            (
                "1700000000000\tgeckodriver\tINFO\tListening on 127.0.0.1:4444",
                Some(4444),
            ),
            ("Only local connections are allowed.", None),
        ];
        for (line, port) in rows {
            assert_eq!(listening_port(line), port, "{line}");
        }
    }
}
