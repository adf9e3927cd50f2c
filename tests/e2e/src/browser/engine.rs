//! The engines, and what each is told when it starts.

use std::env;

use anyhow::{Context, Result};
use serde_json::{Value, json};

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

    /// What a session is asked for (WebDriver, section 7).
    pub(super) fn capabilities(self, extra: &Extras) -> Result<Value> {
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

/// What `cargo xtask test` says in the environment.
pub(super) fn required(variable: &str) -> Result<String> {
    env::var(variable)
        .with_context(|| format!("{variable} is not set: run the tests by `cargo xtask test`"))
}
