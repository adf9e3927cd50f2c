//! The page as people meet it: by axe, by keyboard, on a phone.

use anyhow::Result;
use documentolog_e2e::{Device, Engine, Key, Playground, in_chromium, in_each_engine};
use serde_json::json;

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
    assert_eq!(
        playground.browser.axe().await?,
        json!([]),
        "{language}, idle"
    );
    playground.press("#attack-synthetic").await?;
    playground.logged("[data-reason=untrusted]").await?;
    playground.press("#attack-stranger").await?;
    playground.browser.find("#frames iframe").await?;
    assert_eq!(
        playground.browser.axe().await?,
        json!([]),
        "{language}, attacked"
    );
    playground.press("#close").await?;
    playground.until_over().await?;
    playground.browser.find("#webhooks li").await?;
    playground
        .browser
        .value(
            "document.querySelectorAll('#webhooks details').forEach((item) => (item.open = true))",
        )
        .await?;
    assert_eq!(
        playground.browser.axe().await?,
        json!([]),
        "{language}, over"
    );
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
    assert_eq!(playground.browser.axe().await?, json!([]), "the source");
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
    // The dialog covers the page's own buttons.
    let covered = "['retry', 'close'].every((id) => document.getElementById(id).disabled)";
    assert_eq!(browser.value(covered).await?, json!(true));
    browser.press_key(Key::Escape).await?;
    playground.until_over().await?;
    browser
        .until("document.activeElement.id === 'open'")
        .await?;
    // In the page, the button that ends the session is disabled with that.
    playground.go("place=inline").await?;
    playground.open().await?;
    playground.until_phase("ready").await?;
    browser
        .value("document.querySelector('#close').focus()")
        .await?;
    browser.press_key(Key::Enter).await?;
    playground.until_over().await?;
    browser
        .until("document.activeElement.id === 'open'")
        .await?;
    playground.end().await
}

in_each_engine!(
    axe_finds_nothing_in_kazakh,
    axe_finds_nothing_in_russian_and_the_dark,
    axe_finds_nothing_in_english_nor_in_the_source,
    the_keyboard_is_enough,
);

/// On a phone nothing is wider than it, in any language, whatever is shown; and every
/// button is big enough for a thumb.
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

in_chromium!(a_phone_holds_everything,);
