//! How each way to sign fails, and how the signer goes on.

use anyhow::Result;
use documentolog_e2e::{DIALOG, Engine, FIRST, HOST, Page, Policy, in_each_engine, newest_code};
use documentolog_sandbox::NcaLayerBehaviour;
use serde_json::{Value, json};

use crate::choose;

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
/// signer signs in another way. (A right one that comes to nothing is used up, too: what is
/// said of it then is true of both.)
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
    choose(&page, "sms").await?;
    let text = "This code is no longer valid. Ask for a new one or choose another way.";
    says(&page, "sms", text).await?;
    page.browser.click("#step-sms .back").await?;
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

/// What was signed while the frame was away is claimed by a page that is still loading,
/// and confirmed at once: the service's webhooks came first.
async fn a_claim_of_a_page_that_is_loading_is_confirmed(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    for _ in 0..5 {
        let token = page.tokens(1).await?.remove(0);
        page.start("first", None, json!({"token": token, "confirm": "yes"}))
            .await?;
        page.until_phase("first", "ready").await?;
        page.browser.enter_signing_frame(DIALOG).await?;
        page.browser.sign_by("adobe-sign", &page.parties).await?;
        page.browser.leave_signing_frame().await?;
        let outcome = page.outcome("first").await?;
        assert_eq!(outcome["type"], "signed", "{outcome}");
        assert_eq!(outcome["confirmed"], true);
    }
    page.end().await
}

in_each_engine!(
    eds_goes_on_whatever_ncalayer_does,
    sms_takes_the_right_code_only,
    the_phone_decides,
    the_widget_survives_the_way_to_adobe_and_back,
    a_claim_of_a_page_that_is_loading_is_confirmed,
);
