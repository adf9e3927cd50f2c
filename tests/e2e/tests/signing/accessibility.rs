//! The service's pages as people meet them: each step of each way to sign, in the light and the
//! dark, on a phone, by axe.

use std::time::Duration;

use anyhow::{Context, Result};
use documentolog_e2e::{
    Browser, Device, Engine, Page, in_chromium, newest_code, token_for_recipient,
};
use documentolog_protocol::SignatureMethod;
use documentolog_sandbox::NcaLayerBehaviour;
use serde_json::json;

use crate::choose;

const SENDER: &str = "000000000000";
const RECIPIENT: &str = "791028302728";

/// axe finds nothing on the page as it is now, light or dark; nothing is wider than a
/// phone, and no button has grown into something else. What is said is heard, and once.
async fn is_in_order(browser: &Browser, step: &str) -> Result<()> {
    for is_dark in [false, true] {
        browser
            .emulate(Device {
                width: 390,
                height: 844,
                is_dark,
                has_motion: true,
            })
            .await?;
        let found = browser.axe().await?;
        assert_eq!(found, json!([]), "{step}, dark: {is_dark}");
    }
    let misshapen = "[...document.querySelectorAll('body *')].filter((element) => element.checkVisibility() && \
                     (element.getBoundingClientRect().right > innerWidth + 0.5 || \
                      element.localName === 'button' && element.offsetHeight > 80)).map(({ outerHTML }) => outerHTML)";
    assert_eq!(browser.value(misshapen).await?, json!([]), "{step}");
    // A live region that is not rendered before it speaks is not heard; one that has the focus is
    // heard twice.
    let misheard = "[...document.querySelectorAll('[role=status], [role=alert]')].filter((region) => \
                    !region.closest('[hidden]') && !region.checkVisibility() || \
                    region.contains(document.activeElement)).map(({ outerHTML }) => outerHTML)";
    assert_eq!(browser.value(misheard).await?, json!([]), "{step}");
    Ok(())
}

async fn focus_is_on(page: &Page, css: &str) -> Result<()> {
    let is_there = format!("document.activeElement.matches({css:?})");
    page.browser.until(&is_there).await
}

/// The status of a method's step is this of its texts.
async fn status_is(page: &Page, method: &str, text: &str) -> Result<()> {
    let is_said = format!(
        "(({{ textContent, dataset }}) => textContent === dataset.{text})\
         (document.querySelector('#step-{method} .step-status'))"
    );
    page.browser.until(&is_said).await
}

async fn eds_is_in_order(page: &Page, language: &str) -> Result<()> {
    let sandbox = &page.parties.sandbox;
    sandbox.set_ncalayer(NcaLayerBehaviour::NotRunning);
    choose(page, "eds").await?;
    focus_is_on(page, "#step-eds .retry").await?;
    is_in_order(&page.browser, &format!("EDS without NCALayer, {language}")).await?;
    sandbox.set_ncalayer(NcaLayerBehaviour::NoAnswer);
    page.browser.click("#step-eds .retry").await?;
    focus_is_on(page, "#step-eds-title").await?;
    status_is(page, "eds", "chooseKey").await?;
    is_in_order(
        &page.browser,
        &format!("EDS, NCALayer's window, {language}"),
    )
    .await?;
    page.browser.click("#step-eds .back").await?;
    sandbox.set_ncalayer(NcaLayerBehaviour::AnotherKey);
    choose(page, "eds").await?;
    focus_is_on(page, ".result").await?;
    is_in_order(&page.browser, &format!("EDS, refused, {language}")).await
}

async fn egov_qr_is_in_order(page: &Page, language: &str) -> Result<()> {
    choose(page, "egov-qr").await?;
    page.browser
        .until("document.querySelector('#step-egov-qr .qr').naturalWidth > 200")
        .await?;
    is_in_order(&page.browser, &format!("eGov QR, {language}")).await?;
    let link = page.browser.find("#step-egov-qr .phone[href]").await?;
    let address = link.attr("href").await?.context("no address")?;
    let phone = Browser::start(page.browser.engine()).await?;
    phone.client.goto(&address).await?;
    phone.find("#refuse:not(:disabled)").await?;
    is_in_order(&phone, &format!("the phone, {language}")).await?;
    phone.click("#refuse").await?;
    phone.find("body[data-state=decided]").await?;
    is_in_order(&phone, &format!("the phone, refused, {language}")).await?;
    phone.client.goto(&address).await?;
    is_in_order(&phone, &format!("the phone, used, {language}")).await?;
    phone.quit().await?;
    focus_is_on(page, ".result").await?;
    choose(page, "egov-qr").await?;
    status_is(page, "egov-qr", "waiting").await?;
    let lifetime_and_more = Duration::from_secs(10 * 60);
    page.parties.sandbox.advance_clock(lifetime_and_more);
    focus_is_on(page, "#step-egov-qr .retry").await?;
    // What has expired cannot be followed.
    page.browser
        .until("!document.querySelector('#step-egov-qr .phone').checkVisibility()")
        .await?;
    is_in_order(&page.browser, &format!("eGov QR, expired, {language}")).await?;
    page.browser.click("#step-egov-qr .back").await
}

async fn sms_is_in_order(page: &Page, language: &str) -> Result<()> {
    choose(page, "sms").await?;
    let code = newest_code(&page.browser, &page.parties).await?;
    is_in_order(&page.browser, &format!("SMS, {language}")).await?;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    page.browser.enter_code(wrong).await?;
    focus_is_on(page, "#sms-code[aria-invalid=true]").await?;
    is_in_order(&page.browser, &format!("SMS, wrong, {language}")).await?;
    page.browser.click("#step-sms .back").await
}

async fn adobe_sign_is_in_order(page: &Page, language: &str) -> Result<()> {
    choose(page, "adobe-sign").await?;
    page.browser
        .find("body[data-state=adobe] #refuse:not(:disabled)")
        .await?;
    is_in_order(&page.browser, &format!("Adobe Sign, {language}")).await?;
    page.browser.click("#refuse").await?;
    page.browser
        .find("body[data-state=ready] .result:not(:empty)")
        .await?;
    page.browser.find("#sign:not(:disabled)").await?;
    is_in_order(&page.browser, &format!("Adobe Sign, refused, {language}")).await
}

async fn inboxes_are_in_order(page: &Page, language: &str) -> Result<()> {
    let origin = page.parties.sandbox.origin();
    let inboxes = format!("{origin}/sandbox/inbox?lang={language}");
    page.browser.client.goto(&inboxes).await?;
    is_in_order(&page.browser, &format!("inboxes, {language}")).await?;
    page.browser.click(".mailboxes a").await?;
    page.browser.find("body[data-state=inbox]").await?;
    is_in_order(&page.browser, &format!("inbox, {language}")).await?;
    // The first message leads to where the sender follows the document.
    page.browser.click(".messages li:last-child a").await?;
    page.browser.find("body[data-state=sent]").await?;
    is_in_order(&page.browser, &format!("the sender's page, {language}")).await
}

/// Where the newest of somebody's messages leads that leads anywhere.
fn newest_link(page: &Page, recipient: &str) -> Result<String> {
    let mailboxes = page.parties.sandbox.mailboxes();
    let messages = mailboxes
        .iter()
        .filter(|mailbox| mailbox.recipient.expose() == recipient)
        .flat_map(|mailbox| &mailbox.messages);
    let link = messages
        .filter_map(|message| message.link.as_ref())
        .next_back();
    Ok(link
        .context("no message leads anywhere")?
        .expose()
        .to_owned())
}

/// A signed document, an invitation that is too late, and the messages that lead to both.
async fn what_comes_before_and_after_is_in_order() -> Result<()> {
    let page = Page::open(Engine::Chromium).await?;
    let (browser, sandbox) = (&page.browser, &page.parties.sandbox);
    let token = page.tokens(1).await?.remove(0);
    sandbox.sign(&token, SignatureMethod::Eds)?;
    // The message leads to the file, `…/download-eds/dcs_universal_type/{document}/{file}`.
    let file = newest_link(&page, SENDER)?;
    let (path, capability) = file.split_once('?').context("no capability")?;
    let (document, _) = path.rsplit_once('/').context("no file")?;
    let document = document.replace("media/download-eds", "document/view-document");
    let signed = format!("{document}?{capability}");
    token_for_recipient(sandbox, RECIPIENT).await?;
    let invitation = newest_link(&page, RECIPIENT)?;
    let origin = sandbox.origin();
    for language in ["kk", "ru", "en"] {
        browser
            .client
            .goto(&format!("{signed}&lang={language}"))
            .await?;
        browser.find("body[data-state=view] .signers time").await?;
        is_in_order(browser, &format!("a signed document, {language}")).await?;
        let inboxes = format!("{origin}/sandbox/inbox?lang={language}");
        browser.client.goto(&inboxes).await?;
        browser.find("body[data-state=inboxes]").await?;
        is_in_order(browser, &format!("inboxes, {language}")).await?;
        for place in ["first", "last"] {
            browser.client.goto(&inboxes).await?;
            browser
                .click(&format!(".mailboxes li:{place}-child a"))
                .await?;
            browser.find("body[data-state=inbox] .messages li").await?;
            is_in_order(browser, &format!("the {place} inbox, {language}")).await?;
        }
    }
    sandbox.advance_clock(Duration::from_secs(30 * 24 * 60 * 60));
    for language in ["kk", "ru", "en"] {
        browser
            .client
            .goto(&format!("{invitation}?lang={language}"))
            .await?;
        browser.find("body[data-state=error] .result").await?;
        let says = browser
            .value("document.querySelector('.result').textContent")
            .await?;
        assert!(
            says.as_str().is_some_and(|text| text.contains("30")),
            "{says}"
        );
        is_in_order(browser, &format!("an expired invitation, {language}")).await?;
    }
    page.end().await
}

/// Every step of every method, with what goes wrong in it, and the pages around them.
async fn every_step_is_in_order() -> Result<()> {
    let page = Page::open(Engine::Chromium).await?;
    let sandbox = &page.parties.sandbox;
    for language in ["kk", "ru"] {
        let token = page.tokens(1).await?.remove(0);
        let origin = sandbox.origin();
        let address = format!("{origin}/external/sign/embedded?sParams={token}&lang={language}");
        page.browser.client.goto(&address).await?;
        page.browser.find("#sign:not(:disabled)").await?;
        is_in_order(&page.browser, &format!("the choice of methods, {language}")).await?;
        eds_is_in_order(&page, language).await?;
        egov_qr_is_in_order(&page, language).await?;
        sms_is_in_order(&page, language).await?;
        adobe_sign_is_in_order(&page, language).await?;
        sandbox.set_ncalayer(NcaLayerBehaviour::Signs);
        choose(&page, "eds").await?;
        page.browser.find("body[data-state=signed]").await?;
        is_in_order(&page.browser, &format!("signed, {language}")).await?;
        inboxes_are_in_order(&page, language).await?;
        sandbox.advance_clock(Duration::from_secs(60 * 60));
        page.browser.client.goto(&address).await?;
        page.browser.find("body[data-state=error]").await?;
        is_in_order(&page.browser, &format!("expired, {language}")).await?;
    }
    page.end().await
}

in_chromium!(
    what_comes_before_and_after_is_in_order,
    every_step_is_in_order,
);
