//! The parts of the widget, which are in its shadow tree and its frame.

use anyhow::Result;
use fantoccini::Locator;
use webdriver::{
    command::{SwitchToFrameParameters, VoidWebDriverExtensionCommand, WebDriverCommand},
    common::FrameId,
};

use super::Browser;

impl Browser {
    /// Steps into the signing frame of the widget whose host element matches, and
    /// waits for the signing page.
    ///
    /// # Errors
    /// When there is no such frame in time.
    pub async fn enter_signing_frame(&self, host: &str) -> Result<()> {
        // Who enters it before its page comes is on a page that is about to go.
        self.until_a_page_has_come(host).await?;
        self.scroll_to(&signing_frame(host)).await?;
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

    /// Waits until a page of another origin has come into the signing frame: it is blank, and can
    /// be reached, until then.
    ///
    /// # Errors
    /// When none comes in time.
    pub async fn until_a_page_has_come(&self, host: &str) -> Result<()> {
        let frame = signing_frame(host);
        self.until(&format!("{frame}?.contentDocument === null"))
            .await
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
}

fn signing_frame(host: &str) -> String {
    format!("document.querySelector({host:?})?.shadowRoot?.querySelector('iframe')")
}
