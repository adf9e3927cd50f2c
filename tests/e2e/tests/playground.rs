//! The demo's playground: every knob, every fault and every attack, as an integrator tries
//! them, in each browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use anyhow::Result;
use documentolog_e2e::{Device, Engine, Key, Playground, in_each_engine};
use serde_json::json;

const INLINE: &str = "#place > div";

/// Each attack is refused with the reason that the gate documents, and the log leads to
/// the line that refuses it.
async fn every_attack_is_refused(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    for place in ["inline", "modal"] {
        for (attack, reason, line) in [
            ("synthetic", "untrusted", "return Err(Refusal::Untrusted)"),
            ("stranger", "source", "fn refuse_foreign("),
            ("second", "source", "fn refuse_foreign("),
            ("navigated", "origin", "return Err(Refusal::Origin)"),
        ] {
            playground.go(&format!("place={place}")).await?;
            // It opens a session by itself.
            playground.press(&format!("#attack-{attack}")).await?;
            playground
                .logged(&format!("[data-kind=attack][data-name={attack}]"))
                .await?;
            playground
                .logged(&format!("[data-reason={reason}]"))
                .await?;
            assert_ne!(
                playground
                    .browser
                    .value("document.querySelector('#status').dataset.phase")
                    .await?,
                json!("idle"),
                "{attack} has ended the session"
            );
            let ends = "[data-kind=outcome], [data-name=confirming]";
            let ends = format!("document.querySelectorAll('#log li:is({ends})').length");
            assert_eq!(playground.browser.value(&ends).await?, json!(0), "{attack}");
            let link = format!("document.querySelector('#log li[data-reason={reason}] a').href");
            let link = playground.browser.value(&link).await?;
            assert_eq!(playground.browser.value("violations").await?, json!([]));
            playground
                .browser
                .client
                .goto(link.as_str().unwrap())
                .await?;
            // WebKit's driver goes on before the address has found its target.
            let target = "document.querySelector(':target')";
            playground.browser.until(target).await?;
            let shown = format!("{target}.textContent");
            let shown = playground.browser.value(&shown).await?;
            assert!(shown.as_str().unwrap().contains(line), "{attack}: {shown}");
        }
    }
    playground.end().await
}

/// What must come of a fault.
enum Becomes {
    /// An error with this code, while the session goes on.
    Stalled(&'static str),
    /// Messages that are refused, for this reason among others; then it can be closed.
    Refused(&'static str),
    /// A session that ends like this, once, with these settings besides.
    Ends(&'static str, &'static str),
}

/// Each fault of the service's pages gives the code that the package's README has for it.
async fn every_faulty_page_gives_the_documented_code(engine: Engine) -> Result<()> {
    use Becomes::Stalled;
    let framing = match engine {
        Engine::Chromium => "framing-refused",
        _ => "frame-silent",
    };
    let faults = [
        ("redirect", Stalled("frame-silent")),
        ("no-content", Stalled("load-timeout")),
        ("hang", Stalled("load-timeout")),
        ("slow", Stalled("load-timeout")),
        ("attachment", Stalled("load-timeout")),
        ("not-found", Stalled("frame-silent")),
        ("server-error", Stalled("frame-silent")),
        ("x-frame-options", Stalled("frame-silent")),
        ("frame-ancestors", Stalled(framing)),
    ];
    faults_become(engine, faults).await
}

/// Each fault of the service's messages is refused for the documented reason, or changes
/// nothing.
async fn every_faulty_message_is_refused(engine: Engine) -> Result<()> {
    use Becomes::{Ends, Refused};
    let faults = [
        ("messages-burst", Refused("flag")),
        ("messages-huge", Refused("type")),
        ("messages-cyclic", Refused("flag")),
        ("messages-deep", Refused("flag")),
        ("messages-prototype-keys", Refused("flag")),
        ("messages-malformed", Refused("success")),
        ("messages-late", Ends("&fate=close", "closed")),
        ("messages-twice", Ends("&fate=sign", "signed")),
    ];
    faults_become(engine, faults).await
}

async fn faults_become(
    engine: Engine,
    faults: impl IntoIterator<Item = (&'static str, Becomes)>,
) -> Result<()> {
    use Becomes::{Ends, Refused, Stalled};
    let playground = Playground::start(engine).await?;
    for (fault, becomes) in faults {
        // A slow machine may take its time with a page that is in order.
        let more = match becomes {
            Stalled("load-timeout") => "&timeouts.load=700",
            Stalled(_) => "&timeouts.silence=500",
            Refused(_) => "",
            Ends(settings, _) => settings,
        };
        playground
            .go(&format!("place=inline&fault={fault}{more}"))
            .await?;
        playground.open().await?;
        match becomes {
            Stalled(code) => {
                playground
                    .logged(&format!("[data-name=stalled][data-code={code}]"))
                    .await?;
                if fault == "redirect" {
                    // It has lied meanwhile.
                    playground.logged("[data-reason=origin]").await?;
                }
                if fault == "slow" {
                    playground.logged("[data-name=ready]").await?;
                }
                playground.press("#close").await?;
            }
            Refused(reason) => {
                playground
                    .logged(&format!("[data-reason={reason}]"))
                    .await?;
                playground.press("#close").await?;
            }
            Ends(..) => {}
        }
        playground.logged("[data-kind=outcome]").await?;
        playground.until_over().await?;
        let ends = "[...document.querySelectorAll('#log li[data-kind=outcome]')].map(({ dataset }) => dataset.name)";
        let ends = playground.browser.value(ends).await?;
        let expected = match becomes {
            Ends(_, end) => end,
            _ => "closed",
        };
        assert_eq!(ends, json!([expected]), "{fault}");
    }
    playground.end().await
}

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

/// Knobs whose effect is seen in the signing page itself, or after something is done there.
async fn knobs_that_are_felt_in_the_signing_page(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    let browser = &playground.browser;
    for (settings, methods, files) in [
        ("", "eds,egov-qr,sms,adobe-sign", 1),
        ("&methods=egov-qr,sms&attachments=3", "egov-qr,sms", 3),
        (
            "&signer=both&attachments=2",
            "eds,egov-qr,sms,adobe-sign",
            2,
        ),
        ("&signer=recipient&methods=adobe-sign", "adobe-sign", 1),
    ] {
        playground.go(&format!("place=inline{settings}")).await?;
        playground.open().await?;
        browser.enter_signing_frame(INLINE).await?;
        let shown = browser
            .value(
                "[[...document.querySelectorAll('input[name=method]')].map(({ value }) => value).join(), \
                 document.querySelectorAll('.document a').length]",
            )
            .await?;
        browser.leave_signing_frame().await?;
        assert_eq!(shown, json!([methods, files]), "{engine:?}, {settings}");
    }
    // The signer's hand, told as often as the knob says.
    playground.go("place=inline&timeouts.activity=300").await?;
    playground.open().await?;
    playground.logged("[data-name=ready]").await?;
    // By the focus and not by a click: while the log grows WebKit's driver may click beside it.
    let frame = format!("document.querySelector({INLINE:?}).shadowRoot.querySelector('iframe')");
    browser.value(&format!("{frame}.focus()")).await?;
    browser
        .until("document.querySelectorAll('#log li[data-name=activity]').length >= 3")
        .await?;
    // Abort, retry and close, by the page's buttons.
    playground.go("place=inline&signal=1").await?;
    playground.open().await?;
    playground.logged("[data-name=ready]").await?;
    playground.press("#retry").await?;
    browser
        .until(
            "document.querySelectorAll('#log li[data-kind=event][data-name=ready]').length === 2",
        )
        .await?;
    playground.press("#abort").await?;
    playground
        .logged("[data-kind=outcome][data-code=aborted]")
        .await?;
    // Code that is there before it is used.
    playground.go("place=inline&preload=1").await?;
    browser
        .value("document.querySelector('#open').dispatchEvent(new Event('pointerenter'))")
        .await?;
    playground.logged("[data-name=preload]").await?;
    playground.end().await
}

/// What the back end says of a signature, by the knob.
async fn confirmations(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    for (settings, expected) in [
        ("confirm=webhook", "[data-kind=outcome][data-name=signed]"),
        ("confirm=off", "[data-kind=outcome][data-name=signed]"),
        (
            "confirm=refuse",
            "[data-kind=outcome][data-code=confirm-failed]",
        ),
        (
            "confirm=never&timeouts.confirm=300",
            "[data-kind=outcome][data-code=confirm-failed]",
        ),
    ] {
        playground
            .go(&format!("place=inline&fate=sign&{settings}"))
            .await?;
        playground.open().await?;
        let end = playground.logged(expected).await?;
        let is_confirmed = end.contains("confirmed: true");
        assert_eq!(is_confirmed, settings == "confirm=webhook", "{end}");
        // Whatever the page was told, the webhooks come.
        let complete = "#webhooks li[data-event=document_completed]";
        playground.browser.find(complete).await?;
        playground
            .browser
            .find("#document[data-state=confirmed]")
            .await?;
        let inbox = "document.querySelector('#webhooks').textContent";
        let inbox = playground.browser.value(inbox).await?;
        let inbox = inbox.as_str().unwrap();
        assert!(inbox.contains("\"recipient\": \"000000000000\""), "{inbox}");
        assert!(!inbox.contains("capability"), "{inbox}");
    }
    playground.end().await
}

/// What the signer does, by the knob: each way that a session can end.
async fn every_fate_comes_true(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    for (settings, events, state) in [
        (
            "fate=sign",
            json!(["loading", "ready", "confirming", "signed"]),
            "confirmed",
        ),
        (
            "fate=fail-once&signer=both",
            json!(["loading", "ready", "sign-failed", "confirming", "signed"]),
            "signing",
        ),
        (
            "fate=decline",
            json!(["loading", "ready", "closed"]),
            "declined",
        ),
        (
            "fate=close",
            json!(["loading", "ready", "closed"]),
            "signing",
        ),
    ] {
        playground.go(&format!("place=inline&{settings}")).await?;
        playground.open().await?;
        playground.logged("[data-kind=outcome]").await?;
        let told = "[...document.querySelectorAll('#log li[data-kind=event]:not([data-name=activity])')]\
                    .map(({ dataset }) => dataset.name)";
        assert_eq!(playground.browser.value(told).await?, events, "{settings}");
        let document = format!("#document[data-state={state}]");
        assert!(
            playground.browser.find(&document).await.is_ok(),
            "{settings}"
        );
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
    browser.value(&choose("accent", "#123456")).await?;
    assert_eq!(
        browser.value("location.hash").await?,
        json!("#accent=%23123456")
    );
    playground.press("#reset").await?;
    assert_eq!(browser.value("location.hash").await?, json!(""));
    playground.end().await
}

/// axe finds nothing in any language, before, during and after a session.
async fn axe_finds_nothing(engine: Engine, language: &str, theme: &str) -> Result<Playground> {
    let playground = Playground::start(engine).await?;
    playground
        .go(&format!("place=inline&theme={theme}"))
        .await?;
    playground.speak(language).await?;
    playground
        .browser
        .value("document.querySelectorAll('.group').forEach((group) => (group.open = true))")
        .await?;
    assert_eq!(playground.axe().await?, json!([]), "{language}, idle");
    playground.press("#attack-synthetic").await?;
    playground.logged("[data-reason=untrusted]").await?;
    playground.press("#attack-stranger").await?;
    playground.browser.find("#frames iframe").await?;
    assert_eq!(playground.axe().await?, json!([]), "{language}, attacked");
    playground.press("#close").await?;
    playground.until_over().await?;
    playground.browser.find("#webhooks li").await?;
    playground
        .browser
        .value(
            "document.querySelectorAll('#webhooks details').forEach((item) => (item.open = true))",
        )
        .await?;
    assert_eq!(playground.axe().await?, json!([]), "{language}, over");
    Ok(playground)
}

async fn axe_finds_nothing_in_kazakh(engine: Engine) -> Result<()> {
    axe_finds_nothing(engine, "kk", "light").await?.end().await
}

async fn axe_finds_nothing_in_russian_and_the_dark(engine: Engine) -> Result<()> {
    axe_finds_nothing(engine, "ru", "dark").await?.end().await
}

async fn axe_finds_nothing_in_english_nor_in_the_source(engine: Engine) -> Result<()> {
    let playground = axe_finds_nothing(engine, "en", "light").await?;
    let source = format!("{}/source/src/browser/gate.rs#L30", playground.url());
    playground.browser.client.goto(&source).await?;
    assert_eq!(playground.axe().await?, json!([]), "the source");
    playground.end().await
}

/// The keyboard is enough: tabs by arrows, and the focus comes back to where it was.
async fn the_keyboard_is_enough(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    let browser = &playground.browser;
    playground.go("place=modal").await?;
    browser
        .value("document.querySelector('#tab-html').focus()")
        .await?;
    for (key, tab, start) in [
        (Key::Right, "react", "import { useDocumentologSign }"),
        (Key::Right, "vue", "<script setup"),
        (Key::Right, "rust", "//! In the page"),
        (Key::Right, "back-end", "//! The back end"),
        (Key::Right, "html", "<!doctype html>"),
        (Key::Left, "back-end", "//! The back end"),
    ] {
        browser.press_key(key).await?;
        browser
            .until(&format!(
                "document.activeElement.id === 'tab-{tab}' && document.activeElement.ariaSelected === 'true'"
            ))
            .await?;
        let code = browser
            .value("document.querySelector('#code').textContent")
            .await?;
        assert!(code.as_str().unwrap().starts_with(start), "{tab}");
    }
    browser
        .value("document.querySelector('#open').focus()")
        .await?;
    browser.press_key(Key::Enter).await?;
    playground.until_phase("ready").await?;
    playground
        .until_in_widget("shadow.activeElement?.getAttribute('part') === 'close'")
        .await?;
    browser.press_key(Key::Escape).await?;
    playground.until_over().await?;
    browser
        .until("document.activeElement.id === 'open'")
        .await?;
    playground.end().await
}

in_each_engine!(
    every_attack_is_refused,
    every_faulty_page_gives_the_documented_code,
    every_faulty_message_is_refused,
    every_knob_of_place_and_looks_has_its_effect,
    every_option_has_its_effect,
    what_is_refused_names_its_field,
    knobs_that_are_felt_in_the_signing_page,
    confirmations,
    every_fate_comes_true,
    settings_are_shared_by_the_address,
    axe_finds_nothing_in_kazakh,
    axe_finds_nothing_in_russian_and_the_dark,
    axe_finds_nothing_in_english_nor_in_the_source,
    the_keyboard_is_enough,
);

/// On a phone nothing is wider than it, in any language, whatever is shown; and every
/// button is big enough for a thumb.
#[tokio::test]
async fn a_phone_holds_everything() -> Result<()> {
    let playground = Playground::start(Engine::Chromium).await?;
    for width in [390, 320] {
        playground
            .browser
            .emulate(Device {
                width,
                height: 844,
                is_dark: false,
                has_motion: true,
            })
            .await?;
        for language in ["kk", "ru", "en"] {
            playground.go("place=inline").await?;
            playground.speak(language).await?;
            playground.press("#attack-synthetic").await?;
            playground.logged("[data-reason=untrusted]").await?;
            playground
                .browser
                .value("document.querySelectorAll('details').forEach((details) => (details.open = true))")
                .await?;
            let overflow = "[document.documentElement.scrollWidth, \
                            [...document.querySelectorAll('body *')].filter((element) => \
                            element.checkVisibility() && !element.closest('pre') && \
                            element.getBoundingClientRect().right > innerWidth + 0.5).map(({ outerHTML }) => outerHTML.slice(0, 80))]";
            assert_eq!(
                playground.browser.value(overflow).await?,
                json!([width, []]),
                "{language}"
            );
            let small = "[...document.querySelectorAll('button, select, input:not([type=checkbox]), summary, .box')]\
                         .filter((element) => element.checkVisibility() && element.offsetHeight < 44)\
                         .map((element) => element.id || element.textContent)";
            assert_eq!(
                playground.browser.value(small).await?,
                json!([]),
                "{language} at {width}"
            );
        }
    }
    playground.end().await
}
