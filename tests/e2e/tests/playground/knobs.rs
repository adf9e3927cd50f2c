//! Every knob has its effect, and the page's address shares it.

use anyhow::Result;
use documentolog_e2e::{Engine, Playground, in_each_engine};
use serde_json::json;

/// Settings, and what must be so once a session has been opened with them: expressions of
/// the page's (`shadow` is the widget's shadow root).
type Knob = (&'static str, &'static [&'static str]);

const LOOKS: [Knob; 5] = [
    (
        "place=modal&line=%23010203&radius=3px&parts=header,close",
        &[
            "shadow.querySelector('dialog').open",
            "getComputedStyle(shadow.querySelector('header')).borderBottomColor === 'rgb(1, 2, 3)'",
            "getComputedStyle(shadow.querySelector('dialog')).borderTopLeftRadius === '3px'",
            "['header', 'close'].every((part) => getComputedStyle(shadow.querySelector(`[part=${part}]`)).outlineStyle === 'dashed')",
        ],
    ),
    (
        "place=inline&locale=kk&title=Lease&height=450px&background=%23010203&text=%23040506\
         &accent=%23070809&on-accent=%230a0b0c&notice=%230d0e0f",
        &[
            "document.querySelector('#place > div') && !shadow.querySelector('dialog')",
            "shadow.host.lang === 'kk'",
            "shadow.querySelector('iframe').title === 'Lease'",
            "shadow.querySelector('section').offsetHeight === 450",
            "getComputedStyle(shadow.querySelector('section')).backgroundColor === 'rgb(1, 2, 3)'",
            "getComputedStyle(shadow.host).color === 'rgb(4, 5, 6)'",
            "getComputedStyle(shadow.host).getPropertyValue('--accent') === '#070809'",
            "getComputedStyle(shadow.host).getPropertyValue('--on-accent') === '#0a0b0c'",
            "getComputedStyle(shadow.host).getPropertyValue('--notice') === '#0d0e0f'",
        ],
    ),
    (
        "place=inline&locale=ru&theme=dark",
        &[
            "shadow.host.lang === 'ru'",
            "getComputedStyle(shadow.host).getPropertyValue('--background') === '#17202a'",
            "getComputedStyle(document.body).colorScheme === 'dark'",
            "document.documentElement.dataset.theme === 'dark'",
        ],
    ),
    (
        "place=inline&locale=en&theme=light",
        &[
            "shadow.host.lang === 'en'",
            "getComputedStyle(shadow.host).getPropertyValue('--background') === '#ffffff'",
            "getComputedStyle(document.body).colorScheme === 'light'",
        ],
    ),
    (
        "place=inline",
        &[
            "shadow.host.lang === document.documentElement.lang",
            "getComputedStyle(document.body).getPropertyValue('--documentolog-background') === ''",
        ],
    ),
];

const OPTIONS: [Knob; 3] = [
    (
        "place=inline&sandbox=true&permissions=camera,microphone&credentialless=1&leaveGuard=1\
         &signal=1&token=promise",
        &[
            "shadow.querySelector('iframe').sandbox.contains('allow-popups')",
            "/camera .*;microphone /.test(shadow.querySelector('iframe').allow)",
            "shadow.querySelector('iframe').hasAttribute('credentialless')",
            "((leaving) => { dispatchEvent(leaving); return leaving.defaultPrevented; })(new Event('beforeunload', { cancelable: true }))",
            "!document.querySelector('#abort').hidden && !document.querySelector('#abort').disabled",
        ],
    ),
    (
        "place=inline&sandbox=allow-scripts+allow-same-origin&signer=recipient",
        &[
            "shadow.querySelector('iframe').getAttribute('sandbox') === 'allow-scripts allow-same-origin'",
            "document.querySelector('#webhooks li[data-event=document_sent]')",
        ],
    ),
    (
        "place=inline",
        &[
            "!shadow.querySelector('iframe').hasAttribute('sandbox')",
            "!shadow.querySelector('iframe').hasAttribute('credentialless')",
            "!shadow.querySelector('iframe').allow.includes('camera')",
            "!((leaving) => { dispatchEvent(leaving); return leaving.defaultPrevented; })(new Event('beforeunload', { cancelable: true }))",
            "document.querySelector('#abort').hidden",
        ],
    ),
];

/// What is refused or comes to nothing gives its code, and names its field.
const REFUSED: [Knob; 11] = [
    (
        "place=inline&token=missing",
        &["document.querySelector('#log li[data-kind=outcome][data-code=token-missing]')"],
    ),
    (
        "place=inline&token=malformed",
        &["document.querySelector('#log li[data-kind=outcome][data-code=token-malformed]')"],
    ),
    (
        "place=inline&token=refused",
        &["document.querySelector('#log li[data-kind=outcome][data-code=token-refused]')"],
    ),
    (
        "place=inline&token=expired",
        &["document.querySelector('#log li[data-kind=outcome][data-code=token-expired]')"],
    ),
    (
        "place=inline&token=failing",
        &["document.querySelector('#log li[data-kind=outcome][data-code=token-request-failed]')"],
    ),
    (
        "place=inline&token=never&timeouts.token=300",
        &["document.querySelector('#log li[data-name=stalled][data-code=token-timeout]')"],
    ),
    (
        "place=inline&methods=",
        &[
            "document.querySelector('#log li[data-kind=outcome][data-code=token-request-failed]').textContent.includes('recipients:')",
        ],
    ),
    (
        "place=inline&baseUrl=own",
        &["document.querySelector('#log li[data-code=base-url-refused][data-field=baseUrl]')"],
    ),
    (
        "place=inline&sandbox=allow-forms",
        &["document.querySelector('#log li[data-code=options-invalid][data-field=sandbox]')"],
    ),
    (
        "place=inline&permissions=Camera",
        &["document.querySelector('#log li[data-code=options-invalid][data-field=permissions]')"],
    ),
    (
        "place=inline&timeouts.load=0",
        &[
            "document.querySelector(\"#log li[data-code=options-invalid][data-field='timeouts.load']\")",
        ],
    ),
];

async fn every_knob_of_place_and_looks_has_its_effect(engine: Engine) -> Result<()> {
    knobs_have_their_effect(engine, &LOOKS).await
}

async fn every_option_has_its_effect(engine: Engine) -> Result<()> {
    knobs_have_their_effect(engine, &OPTIONS).await
}

async fn what_is_refused_names_its_field(engine: Engine) -> Result<()> {
    knobs_have_their_effect(engine, &REFUSED).await
}

async fn knobs_have_their_effect(engine: Engine, knobs: &[Knob]) -> Result<()> {
    let playground = Playground::start(engine).await?;
    for (settings, expected) in knobs {
        playground.go(settings).await?;
        playground.open().await?;
        playground
            .logged(":is([data-name=ready], [data-code])")
            .await?;
        for expression in *expected {
            let effect = playground.until_in_widget(expression).await;
            assert!(
                effect.is_ok(),
                "{engine:?}, {settings}: never {expression}; {}",
                playground.log().await?
            );
        }
        assert_eq!(playground.browser.value("violations").await?, json!([]));
    }
    playground.end().await
}

/// A setting is shared by the page's address, which holds nothing else.
async fn settings_are_shared_by_the_address(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    let browser = &playground.browser;
    playground.go("").await?;
    let choose = |knob: &str, value: &str| {
        format!(
            "((control) => {{ control.value = '{value}'; \
             for (const type of ['input', 'change']) control.dispatchEvent(new Event(type)); }})\
             (document.getElementById('knob-{knob}'))"
        )
    };
    browser.value(&choose("place", "inline")).await?;
    browser.value(&choose("timeouts.load", "5000")).await?;
    browser.value(&choose("title", "A & B #1")).await?;
    browser
        .value("document.getElementById('knob-methods-eds').click()")
        .await?;
    let hash =
        "#methods=egov-qr%2Csms%2Cadobe-sign&place=inline&title=A+%26+B+%231&timeouts.load=5000";
    assert_eq!(browser.value("location.hash").await?, json!(hash));
    playground.open().await?;
    playground.logged("[data-name=ready]").await?;
    assert_eq!(
        browser.value("location.hash").await?,
        json!(hash),
        "a session has left something in the address"
    );
    // Somebody else opens it.
    playground.go(&hash[1..]).await?;
    let shown = "['place', 'timeouts.load', 'title'].map((name) => document.getElementById(`knob-${name}`).value)\
                 .concat(document.getElementById('knob-methods-eds').checked)";
    assert_eq!(
        browser.value(shown).await?,
        json!(["inline", "5000", "A & B #1", false])
    );
    // What fits no knob is left out, and what is wrong is not taken.
    playground
        .go("place=nowhere&accent=red;}&height=1px;x:y&timeouts.load=-1&methods=blood&nothing=1&fault=%3Cb%3E")
        .await?;
    browser.value(&choose("accent", "#12")).await?;
    browser.find("#knob-accent[aria-invalid=true]").await?;
    let told = "document.getElementById(document.getElementById('knob-accent').getAttribute('aria-describedby')).textContent";
    let told_example = format!("{told}.includes('#0b5cbf')");
    assert_eq!(browser.value(&told_example).await?, json!(true));
    browser.value(&choose("accent", "#123456")).await?;
    assert_eq!(browser.value(told).await?, json!(""));
    assert_eq!(
        browser.value("location.hash").await?,
        json!("#accent=%23123456")
    );
    playground.press("#reset").await?;
    assert_eq!(browser.value("location.hash").await?, json!(""));
    playground.end().await
}

in_each_engine!(
    every_knob_of_place_and_looks_has_its_effect,
    every_option_has_its_effect,
    what_is_refused_names_its_field,
    settings_are_shared_by_the_address,
);
