//! The steps of each way to sign, through the widget: how each fails, and how the signer
//! goes on.

use std::time::Duration;

use anyhow::{Context, Result};
use documentolog_e2e::{
    Browser, Device, Engine, Page, Policy, in_each_engine, newest_code, token_for_recipient,
};
use documentolog_protocol::SignatureMethod;
use documentolog_sandbox::NcaLayerBehaviour;
use serde_json::{Value, json};

const FIRST: Option<&str> = Some("#first");
const HOST: &str = "#first > div";
const SENDER: &str = "000000000000";
const RECIPIENT: &str = "791028302728";

/// The steps' own statuses, as the page says them in English.
async fn says(page: &Page, method: &str, text: &str) -> Result<()> {
    let said =
        format!("document.querySelector('#step-{method} .step-status').textContent === {text:?}");
    page.browser.until(&said).await
}

/// What the page says when a try has come to its end.
async fn result_says(page: &Page, text: &str) -> Result<()> {
    let said = format!("document.querySelector('.result').textContent === {text:?}");
    page.browser.until(&said).await?;
    page.browser.find("body[data-state=ready]").await?;
    page.browser
        .until("document.activeElement.matches('.result')")
        .await
}

async fn open(page: &Page) -> Result<()> {
    page.session("first", FIRST).await?;
    page.browser.enter_signing_frame(HOST).await?;
    page.browser.click("#lang-en").await?;
    page.browser
        .find("html[lang=en] body[data-state=ready]")
        .await?;
    Ok(())
}

async fn events(page: &Page) -> Result<Value> {
    page.browser.leave_signing_frame().await?;
    Ok(page.kept("first").await?["events"].clone())
}

async fn choose(page: &Page, method: &str) -> Result<()> {
    page.browser
        .click(&format!("input[value={method}]"))
        .await?;
    page.browser.click("#sign").await
}

/// NCALayer that does not run, a user who cancels, a wrong password, the key of somebody
/// else: each is said, and after it the signer signs.
async fn eds_goes_on_whatever_ncalayer_does(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let sandbox = &page.parties.sandbox;
    open(&page).await?;
    sandbox.set_ncalayer(NcaLayerBehaviour::NotRunning);
    choose(&page, "eds").await?;
    says(
        &page,
        "eds",
        "NCALayer does not answer. Start it and try again.",
    )
    .await?;
    for (behaviour, text) in [
        (
            NcaLayerBehaviour::Cancels,
            "You cancelled in NCALayer's window. Please try again.",
        ),
        (
            NcaLayerBehaviour::WrongPassword,
            "NCALayer could not sign. Check the key and its password.",
        ),
        (
            NcaLayerBehaviour::AnotherKey,
            "The signature is not accepted: it is by somebody else's key, or of another document.",
        ),
    ] {
        sandbox.set_ncalayer(behaviour);
        if behaviour == NcaLayerBehaviour::Cancels {
            page.browser.click("#step-eds .retry").await?;
        } else {
            choose(&page, "eds").await?;
        }
        result_says(&page, text).await?;
    }
    sandbox.set_ncalayer(NcaLayerBehaviour::NoAnswer);
    choose(&page, "eds").await?;
    says(
        &page,
        "eds",
        "Choose your key in NCALayer's window and enter its password.",
    )
    .await?;
    page.browser.click("#step-eds .back").await?;
    page.browser
        .until("document.activeElement.id === 'sign'")
        .await?;
    sandbox.set_ncalayer(NcaLayerBehaviour::Signs);
    choose(&page, "eds").await?;
    page.browser.leave_signing_frame().await?;
    assert_eq!(page.outcome("first").await?["method"], "eds");
    let failed = "sign-failed";
    assert_eq!(
        events(&page).await?,
        json!(["loading", "ready", failed, failed, failed, "signed"])
    );
    page.end().await
}

/// The code is wrong, another is not to be had at once, and after three wrong ones the
/// signer signs in another way.
async fn sms_takes_the_right_code_only(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    open(&page).await?;
    choose(&page, "sms").await?;
    let code = newest_code(&page.browser, &page.parties).await?;
    page.browser.find("#sms-again:disabled").await?;
    page.browser
        .until("/in [0-9]+ s/.test(document.querySelector('#sms-again').textContent)")
        .await?;
    let complains = async |text: &str| {
        let said = format!("document.querySelector('#sms-problem').textContent === {text:?}");
        page.browser.until(&said).await?;
        let marked = "document.activeElement.matches('#sms-code[aria-invalid=true]')";
        page.browser.until(marked).await
    };
    page.browser.enter_code("12").await?;
    complains("Enter the 6 digits from the SMS.").await?;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for left in [2, 1] {
        // What was entered is selected: the next code takes its place.
        page.browser.enter_code(wrong).await?;
        complains(&format!("The code is wrong. Tries left: {left}.")).await?;
    }
    page.browser.enter_code(wrong).await?;
    let text = "The code was wrong three times. Ask for a new one or choose another way.";
    result_says(&page, text).await?;
    page.browser.sign_by("eds", &page.parties).await?;
    page.browser.leave_signing_frame().await?;
    assert_eq!(page.outcome("first").await?["method"], "eds");
    assert_eq!(
        events(&page).await?,
        json!(["loading", "ready", "sign-failed", "signed"])
    );
    page.end().await
}

/// On the phone the signer refuses, then confirms.
async fn the_phone_decides(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    open(&page).await?;
    choose(&page, "egov-qr").await?;
    page.browser
        .until("document.querySelector('#step-egov-qr .qr').naturalWidth > 200")
        .await?;
    // Engines differ in whether they spell a scheme small.
    page.browser
        .until("/^mobilesign:http/i.test(document.querySelector('#step-egov-qr .app').href)")
        .await?;
    page.browser.decide_on_phone("#refuse").await?;
    result_says(&page, "It was not signed on the phone. Please try again.").await?;
    page.browser.sign_by("egov-qr", &page.parties).await?;
    page.browser.leave_signing_frame().await?;
    assert_eq!(page.outcome("first").await?["method"], "egov-qr");
    assert_eq!(
        events(&page).await?,
        json!(["loading", "ready", "sign-failed", "signed"])
    );
    page.end().await
}

/// The frame goes to Adobe's page and back, twice, and the widget stays with it.
async fn the_widget_survives_the_way_to_adobe_and_back(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let history = page.browser.value("history.length").await?;
    open(&page).await?;
    choose(&page, "adobe-sign").await?;
    page.browser.find("body[data-state=adobe]").await?;
    page.browser.decide_at_adobe("#refuse").await?;
    page.browser.find("body[data-state=ready]").await?;
    let text = "It was not signed at Adobe Sign. Please try again.";
    page.browser
        .until(&format!(
            "document.querySelector('.result').textContent === {text:?}"
        ))
        .await?;
    assert_eq!(
        page.browser.value("location.origin").await?,
        json!(page.parties.sandbox.origin())
    );
    page.browser.leave_signing_frame().await?;
    assert_eq!(page.browser.value("first.outcome").await?, Value::Null);
    page.until_phase("first", "ready").await?;
    page.browser.enter_signing_frame(HOST).await?;
    page.browser.sign_by("adobe-sign", &page.parties).await?;
    page.browser.leave_signing_frame().await?;
    assert_eq!(page.outcome("first").await?["method"], "adobe-sign");
    assert_eq!(
        events(&page).await?,
        json!(["loading", "ready", "sign-failed", "signed"])
    );
    assert_eq!(
        page.browser.value("history.length").await?,
        history,
        "Back is broken"
    );
    page.go(Policy::None).await?;
    page.end().await
}

in_each_engine!(
    eds_goes_on_whatever_ncalayer_does,
    sms_takes_the_right_code_only,
    the_phone_decides,
    the_widget_survives_the_way_to_adobe_and_back,
);

/// What was signed while the frame was away is claimed by a page that is still loading,
/// and confirmed at once: the service's webhooks came first.
async fn a_claim_of_a_page_that_is_loading_is_confirmed(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    for _ in 0..5 {
        let token = page.tokens(1).await?.remove(0);
        page.start("first", None, json!({"token": token, "confirm": "yes"}))
            .await?;
        page.until_phase("first", "ready").await?;
        page.browser
            .enter_signing_frame("body > div:last-child")
            .await?;
        page.browser.sign_by("adobe-sign", &page.parties).await?;
        page.browser.leave_signing_frame().await?;
        let outcome = page.outcome("first").await?;
        assert_eq!(outcome["type"], "signed", "{outcome}");
        assert_eq!(outcome["confirmed"], true);
    }
    page.end().await
}

in_each_engine!(a_claim_of_a_page_that_is_loading_is_confirmed);

/// axe finds nothing on the page as it is now, light or dark; nothing is wider than a
/// phone, and no button has grown into something else.
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
#[tokio::test]
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
#[tokio::test]
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
