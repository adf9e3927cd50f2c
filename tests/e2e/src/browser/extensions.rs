//! What WebDriver itself has no command for.

use anyhow::Result;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use super::Browser;

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

impl Browser {
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
