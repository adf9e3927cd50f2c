//! The steps of each way to sign, as the signer takes them on the signing page.

use anyhow::{Context, Result, bail};

use crate::{Browser, Parties};

impl Browser {
    /// Signs in this way, on the signing page in whose frame the browser is.
    ///
    /// # Errors
    /// When a step cannot be taken.
    pub async fn sign_by(&self, method: &str, parties: &Parties) -> Result<()> {
        self.click(&format!("input[value={method}]")).await?;
        self.click("#sign").await?;
        match method {
            // NCALayer's user does as the sandbox is told.
            "eds" => Ok(()),
            "egov-qr" => self.decide_on_phone("#confirm").await,
            "sms" => self.enter_code(&newest_code(self, parties).await?).await,
            "adobe-sign" => self.decide_at_adobe("#confirm").await,
            other => bail!("there is no way to sign by {other}"),
        }
    }

    /// Decides on the phone, which is a browser of its own. (A second window of this one
    /// would take the focus from the page, and hide it.)
    ///
    /// # Errors
    /// When it does not start, or its page cannot be used.
    pub async fn decide_on_phone(&self, button: &str) -> Result<()> {
        let link = self.find("#step-egov-qr .phone[href]").await?;
        let address = link.attr("href").await?.context("the link leads nowhere")?;
        let phone = Self::start(self.engine()).await?;
        phone.client.goto(&address).await?;
        phone.click(button).await?;
        phone.find("body[data-state=decided]").await?;
        phone.quit().await
    }

    /// Enters the code of an SMS.
    ///
    /// # Errors
    /// When there is no place for it.
    pub async fn enter_code(&self, code: &str) -> Result<()> {
        self.find("#sms-code").await?.send_keys(code).await?;
        self.click("#sms-confirm").await
    }

    /// Decides on Adobe's page, to which the frame goes.
    ///
    /// # Errors
    /// When it does not go there.
    pub async fn decide_at_adobe(&self, button: &str) -> Result<()> {
        self.find("body[data-state=adobe]").await?;
        self.click(button).await
    }
}

/// The code in the SMS that was sent last.
///
/// # Errors
/// When none was sent.
pub async fn newest_code(browser: &Browser, parties: &Parties) -> Result<String> {
    // The page says so when the service has sent it.
    browser.find("#step-sms .step-status:not(:empty)").await?;
    let mailboxes = parties.sandbox.mailboxes();
    let messages = mailboxes.iter().flat_map(|mailbox| &mailbox.messages);
    let is_code = |part: &&str| part.len() == 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    messages
        .filter_map(|message| message.text.expose().split(' ').find(is_code))
        .next_back()
        .map(str::to_owned)
        .context("no code was sent")
}
