//! The host page in a browser, and what a test does with it.

use anyhow::{Context, Result, bail};
use documentolog_sandbox::Fault;
use serde_json::{Value, json};

use crate::{Browser, Engine, Extras, Parties, Policy, token_for_a_new_document};

/// The place in the host page in which most tests mount a widget.
pub const FIRST: Option<&str> = Some("#first");

/// The host element of a widget that is mounted there.
pub const HOST: &str = "#first > div";

/// The host element of a widget in a dialog.
pub const DIALOG: &str = "body > div:last-child";

/// Every view of the widget.
pub const VIEWS: [&str; 8] = [
    "loading",
    "slow",
    "frame",
    "silent",
    "failed",
    "opened-in-tab",
    "confirming",
    "signed",
];

/// A browser that shows the host page.
#[derive(Debug)]
pub struct Page {
    /// The browser.
    pub browser: Browser,
    /// The parties.
    pub parties: Parties,
}

impl Page {
    /// Opens the host page, under no policy.
    ///
    /// # Errors
    /// When a party or the browser does not start.
    pub async fn open(engine: Engine) -> Result<Self> {
        Self::open_under(engine, Policy::None).await
    }

    /// Opens the host page under a policy.
    ///
    /// # Errors
    /// When a party or the browser does not start.
    pub async fn open_under(engine: Engine, policy: Policy) -> Result<Self> {
        let (browser, parties) = (Browser::start(engine).await?, Parties::start().await?);
        let page = Self { browser, parties };
        page.go(policy).await?;
        Ok(page)
    }

    /// Opens the host page in Chromium, which is told that the host page and the service
    /// are on the public network: it guards the signer's own computer from them as it
    /// does in earnest. (With everything on 127.0.0.1 it guards nothing.) The host page
    /// has the signer's permission or has been denied it, by the profile's own settings:
    /// what drivers grant goes past the frame's permissions.
    ///
    /// # Errors
    /// When a party or the browser does not start.
    pub async fn open_on_public_network(policy: Policy, is_granted: bool) -> Result<Self> {
        let parties = Parties::start().await?;
        let service = parties.sandbox.origin().trim_start_matches("http://");
        let host = parties.host_page.address();
        let overrides = format!("--ip-address-space-overrides={service}=public,{host}=public");
        let origin = format!("http://localhost:{},*", host.port());
        // 1 is allow, 2 is block (Chromium, content settings).
        let setting = json!({ origin: {"setting": if is_granted { 1 } else { 2 }} });
        let extra = Extras {
            arguments: vec![overrides],
            preferences: json!({"profile": {"content_settings": {"exceptions": {
                "loopback_network": setting, "local_network": setting, "local_network_access": setting,
            }}}}),
            ..Extras::default()
        };
        let browser = Browser::start_with(Engine::Chromium, &extra).await?;
        let page = Self { browser, parties };
        page.go(policy).await?;
        Ok(page)
    }

    /// Opens the host page anew, under a policy.
    ///
    /// # Errors
    /// When it does not load.
    pub async fn go(&self, policy: Policy) -> Result<()> {
        let url = self.parties.host_page.url(policy);
        self.browser.client.goto(&url).await?;
        self.browser.until("window.is_loaded").await
    }

    /// Tokens for as many documents that nobody has seen before.
    ///
    /// # Errors
    /// When the service gives none.
    pub async fn tokens(&self, count: usize) -> Result<Vec<String>> {
        let mut tokens = Vec::new();
        for _ in 0..count {
            let token = token_for_a_new_document(&self.parties.sandbox).await?;
            tokens.push(token.expose().to_owned());
        }
        Ok(tokens)
    }

    /// Opens a session for a new document and waits until its frame is ready. In a
    /// dialog, if there is no place.
    ///
    /// # Errors
    /// When it does not come to that.
    pub async fn session(&self, name: &str, place: Option<&str>) -> Result<String> {
        let token = self.tokens(1).await?.remove(0);
        self.start(name, place, json!({ "token": token })).await?;
        self.until_phase(name, "ready").await?;
        Ok(token)
    }

    /// Opens a session with these options, besides where the service is.
    ///
    /// # Errors
    /// When the page's script throws.
    pub async fn start(&self, name: &str, place: Option<&str>, mut options: Value) -> Result<()> {
        if options.get("baseUrl").is_none() {
            options["baseUrl"] = json!(self.parties.sandbox.origin());
        }
        let arguments = vec![json!(name), json!(place), options];
        self.browser
            .client
            .execute("open_session(...arguments)", arguments)
            .await?;
        Ok(())
    }

    /// Waits until a session is in a phase.
    ///
    /// # Errors
    /// When it is not in time; says what it is in instead.
    pub async fn until_phase(&self, name: &str, phase: &str) -> Result<()> {
        self.until_kept(name, &format!("{name}.session.phase === '{phase}'"))
            .await
    }

    /// Waits until something that a session keeps is true.
    ///
    /// # Errors
    /// When it is not in time; says what the session keeps instead.
    pub async fn until_kept(&self, name: &str, expression: &str) -> Result<()> {
        self.first_kept(name, &format!("Boolean({expression})"))
            .await
            .map(drop)
    }

    async fn first_kept(&self, name: &str, expression: &str) -> Result<Value> {
        match self.browser.first(expression).await {
            Ok(value) => Ok(value),
            Err(_) => bail!("never {expression}: {}", self.kept(name).await?),
        }
    }

    /// Waits until a session is over, and gives its outcome.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn outcome(&self, name: &str) -> Result<Value> {
        self.first_kept(name, &format!("{name}.outcome")).await
    }

    /// Waits until a session has stalled, and gives why.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn stalls(&self, name: &str) -> Result<String> {
        let code =
            format!("{name}.events.findLast((event) => event.type === 'stalled')?.error.code");
        let code = self.first_kept(name, &code).await?;
        Ok(code.as_str().context("a code is a text")?.to_owned())
    }

    /// What a session has told, but for `activity` and what the page's own window posts.
    ///
    /// # Errors
    /// When there is no such session.
    pub async fn kept(&self, name: &str) -> Result<Value> {
        let expression = format!(
            "({{ events: {name}.events.map((event) => event.type).filter((type) => type !== 'activity'), \
             outcome: {name}.outcome, \
             refused: {name}.diagnostics.filter((d) => d.reason && d.origin !== location.origin).map((d) => d.reason), \
             phase: {name}.session.phase }})"
        );
        self.browser.value(&expression).await
    }

    /// Signs, in the frame of the session whose host element matches.
    ///
    /// # Errors
    /// When there is nothing to sign.
    pub async fn sign_in(&self, host: &str) -> Result<()> {
        self.click_in(host, "#sign").await
    }

    /// Clicks on something in the frame of the session whose host element matches.
    ///
    /// # Errors
    /// When there is no such thing.
    pub async fn click_in(&self, host: &str, target: &str) -> Result<()> {
        self.browser.enter_signing_frame(host).await?;
        self.browser.click(target).await?;
        self.browser.leave_signing_frame().await
    }

    /// The value of a script's expression in which `shadow` is the shadow root of the
    /// widget whose host element matches.
    ///
    /// # Errors
    /// When it throws.
    pub async fn in_shadow(&self, host: &str, expression: &str) -> Result<Value> {
        self.browser.value(&in_shadow(host, expression)).await
    }

    /// Waits until such an expression is true.
    ///
    /// # Errors
    /// When it is not in time.
    pub async fn until_in_shadow(&self, host: &str, expression: &str) -> Result<()> {
        self.browser.until(&in_shadow(host, expression)).await
    }

    /// Presses one of the widget's own buttons, by its part.
    ///
    /// # Errors
    /// When it is not there or not shown.
    pub async fn press(&self, host: &str, part: &str) -> Result<()> {
        let is_shown = format!("shadow?.querySelector('[part={part}]')?.checkVisibility()");
        self.until_in_shadow(host, &is_shown).await?;
        self.in_shadow(
            host,
            &format!("shadow.querySelector('[part={part}]').click()"),
        )
        .await?;
        Ok(())
    }

    /// Brings a session into a state in which the widget shows this view, of [`VIEWS`].
    ///
    /// # Errors
    /// When it does not come to that.
    pub async fn show(&self, view: &str, place: Option<&str>, locale: &str) -> Result<()> {
        self.parties.sandbox.set_fault(match view {
            "loading" | "slow" | "failed" | "opened-in-tab" => Some(Fault::Hang),
            "silent" => Some(Fault::ServerError),
            _ => None,
        });
        let (load, silence) = match view {
            "failed" | "opened-in-tab" => (300, 60_000),
            "silent" => (20_000, 300),
            _ => (60_000, 60_000),
        };
        let mut options = json!({
            "token": self.tokens(1).await?[0],
            "locale": locale,
            "timeouts": {"load": load, "silence": silence},
        });
        let host = place.map_or_else(|| DIALOG.to_owned(), |place| format!("{place} > div"));
        if matches!(view, "confirming" | "signed") {
            options["confirm"] = json!("later");
        }
        self.start("first", place, options).await?;
        match view {
            "opened-in-tab" => {
                self.until_phase("first", "stalled").await?;
                let own = self.browser.client.window().await?;
                self.browser.click_part(&host, "open-in-tab").await?;
                let tab = self.browser.other_window(&own).await?;
                self.browser.client.switch_to_window(tab).await?;
                self.browser.client.close_window().await?;
                self.browser.client.switch_to_window(own).await?;
            }
            "confirming" | "signed" => {
                self.until_phase("first", "ready").await?;
                self.sign_in(&host).await?;
                self.until_phase("first", "confirming").await?;
                if view == "signed" {
                    // Its farewell is short; here it stays.
                    self.browser
                        .value(
                            "(window.set_timeout = setTimeout, window.setTimeout = () => 0, first.answer())",
                        )
                        .await?;
                }
            }
            _ => {}
        }
        self.until_in_shadow(
            &host,
            &format!("shadow?.querySelector('section')?.dataset.view === '{view}'"),
        )
        .await?;
        self.browser
            .value("(window.setTimeout = window.set_timeout ?? setTimeout)")
            .await?;
        Ok(())
    }

    /// Lets the page say that nobody sees it, or again that somebody does: the widget's time
    /// stands still meanwhile. (No engine's driver hides a page.) A page that comes into the frame
    /// then may take as long as the machine needs, however short the session's timeouts are; the
    /// session may see only afterwards that it has come.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn hide(&self, is_hidden: bool) -> Result<()> {
        self.browser.value(&hide(is_hidden)).await?;
        Ok(())
    }

    /// Opens a session in a page that nobody sees any more when the session begins to load.
    ///
    /// # Errors
    /// When the page's script throws.
    pub async fn start_and_hide(&self, name: &str, place: &str, options: Value) -> Result<()> {
        let hide = hide(true);
        let script = format!(
            "open_session(...arguments); \
             {name}.session.addEventListener('loading', () => {hide}, {{ once: true }})"
        );
        let arguments = vec![json!(name), json!(place), options];
        self.browser.client.execute(&script, arguments).await?;
        Ok(())
    }

    /// Waits until a session has been told that a stranger's message does not count.
    ///
    /// Before the page posts anything itself: of strangers' messages, and its own are such, the
    /// widget looks at one in a second.
    ///
    /// # Errors
    /// When it is not in time; says what the session keeps instead.
    pub async fn until_a_stranger_is_told(&self, name: &str) -> Result<()> {
        let is_told = format!(
            "{name}.diagnostics.some((d) => d.reason === 'source' && d.origin !== location.origin)"
        );
        self.until_kept(name, &is_told).await
    }

    /// Adds a plain frame to the page, as a second, unknown party would.
    ///
    /// # Errors
    /// When the page's script throws.
    pub async fn add_frame(&self, url: &str) -> Result<()> {
        let script = "const frame = document.createElement('iframe'); frame.id = 'other'; \
                      frame.src = arguments[0]; document.body.append(frame)";
        self.browser
            .client
            .execute(script, vec![json!(url)])
            .await?;
        Ok(())
    }

    /// Waits until every message that the page's own process has posted so far has been
    /// delivered: they come in order, so one of the page's own comes last. Those of other
    /// processes keep an order of their own.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn all_messages_delivered(&self) -> Result<()> {
        let script = "const done = arguments[0]; const channel = new MessageChannel(); \
                      channel.port1.onmessage = () => setTimeout(done, 0); \
                      addEventListener('message', (event) => event.data === 'flush' && channel.port2.postMessage(0), \
                      { once: false }); postMessage('flush', '*')";
        self.browser.client.execute_async(script, vec![]).await?;
        Ok(())
    }

    /// Ends everything.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn end(self) -> Result<()> {
        self.browser.quit().await?;
        self.parties.shop.shutdown().await;
        self.parties.sandbox.shutdown().await;
        Ok(())
    }
}

fn hide(is_hidden: bool) -> String {
    format!(
        "(Object.defineProperty(document, 'hidden', {{ value: {is_hidden}, configurable: true }}), \
         document.dispatchEvent(new Event('visibilitychange')))"
    )
}

fn in_shadow(host: &str, expression: &str) -> String {
    format!("((shadow) => {expression})(document.querySelector({host:?})?.shadowRoot)")
}
