//! The widget as people meet it: by eye, by keyboard, by screen reader, on small
//! screens.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use anyhow::Result;
use documentolog_e2e::{
    DIALOG, Device, Engine, FIRST, HOST, Key, Page, Policy, VIEWS, in_chromium, in_each_engine,
    token_for,
};
use documentolog_sandbox::Fault;
use serde_json::{Value, json};

const DESKTOP: Device = Device {
    width: 1280,
    height: 900,
    is_dark: false,
    has_motion: true,
};

/// axe finds nothing, whatever the widget shows, in the dialog and in the page.
async fn axe_finds_nothing(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    for view in VIEWS {
        for place in [FIRST, None] {
            page.show(view, place, "kk").await?;
            assert_eq!(
                page.browser.axe().await?,
                json!([]),
                "{engine:?}, {view}, {place:?}"
            );
            if engine == Engine::Chromium {
                let dark = Device {
                    is_dark: true,
                    ..DESKTOP
                };
                page.browser.emulate(dark).await?;
                assert_eq!(
                    page.browser.axe().await?,
                    json!([]),
                    "{view}, {place:?}, dark"
                );
                page.browser.emulate(DESKTOP).await?;
            }
            page.go(Policy::None).await?;
        }
    }
    page.end().await
}

/// What has the focus: in the widget by part, else by id.
const FOCUSED: &str = "((active) => active.shadowRoot?.activeElement?.getAttribute('part') ?? (active.id || active.tagName))\
                       (document.activeElement)";

async fn focused(page: &Page) -> Result<String> {
    let focused = page.browser.value(FOCUSED).await?;
    Ok(focused.as_str().unwrap().to_owned())
}

async fn until_focused(page: &Page, what: &str) -> Result<()> {
    let is_focused = format!("{FOCUSED} === '{what}'");
    page.browser.until(&is_focused).await
}

/// The dialog takes the focus, Tab goes on into the frame, what is behind never gets it,
/// Esc closes, and the focus returns to where it was.
async fn the_keyboard_is_enough(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.browser
        .value("document.querySelector('#opener').focus()")
        .await?;
    // A document that browsers show in no frame of their own: the keyboard's way through
    // Chromium's PDF viewer is the service's affair.
    let attachment = page
        .parties
        .host_page
        .stranger_url()
        .replace("/stranger", "/host.css");
    let token = token_for(&page.parties.sandbox, attachment).await?;
    page.start("first", None, json!({"token": token.expose()}))
        .await?;
    page.until_phase("first", "ready").await?;
    until_focused(&page, "close").await?;
    // Of a page that is still on its way nothing can have the focus.
    if engine != Engine::WebKit {
        // (Whose driver loses the focus of a page when it has been in its frame.)
        page.browser.enter_signing_frame(DIALOG).await?;
        page.browser.find("#sign:not(:disabled)").await?;
        page.browser.leave_signing_frame().await?;
    }
    page.browser.press_key(Key::Tab).await?;
    // Another process gets it: that takes its time.
    page.until_in_shadow(DIALOG, "shadow.activeElement?.localName === 'iframe'")
        .await?;
    for _ in 0..3 {
        page.browser.press_key(Key::Tab).await?;
        let focused = focused(&page).await?;
        assert!(
            !["opener", "after"].contains(&focused.as_str()),
            "the page behind the dialog has the focus"
        );
    }
    // Forward through the last of the frame's elements and out of it: to the browser's own
    // controls, where it has any, and never to the page behind.
    page.browser.enter_signing_frame(DIALOG).await?;
    page.browser.click("#sandbox-panel summary").await?;
    for next in ["fail-next", "lang-kk", "lang-ru", "lang-en"] {
        page.browser.press_key(Key::Tab).await?;
        page.browser
            .until(&format!("document.activeElement.id === '{next}'"))
            .await?;
    }
    page.browser.press_key(Key::Tab).await?;
    page.browser.leave_signing_frame().await?;
    page.until_in_shadow(DIALOG, "shadow.activeElement?.localName !== 'iframe'")
        .await?;
    assert!(!["opener", "after"].contains(&focused(&page).await?.as_str()));
    // Back through the first of them and out of it: to Close.
    page.browser.enter_signing_frame(DIALOG).await?;
    page.browser.click("input[value=eds]").await?;
    page.browser.press_keys(&[Key::Shift, Key::Tab]).await?;
    page.browser
        .until("document.activeElement.localName === 'a'")
        .await?;
    page.browser.press_keys(&[Key::Shift, Key::Tab]).await?;
    page.browser.leave_signing_frame().await?;
    page.until_in_shadow(
        DIALOG,
        "shadow.activeElement?.getAttribute('part') === 'close'",
    )
    .await?;
    page.browser.press_key(Key::Escape).await?;
    assert_eq!(
        page.outcome("first").await?,
        json!({"type": "closed", "by": "signer"})
    );
    until_focused(&page, "opener").await?;
    page.end().await
}

/// Focus that was in a frame that fails stays in the widget, and so does that of the
/// button that tries again.
async fn the_focus_is_not_lost(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let options = json!({"tokens": page.tokens(2).await?, "confirm": "later"});
    page.start("first", FIRST, options).await?;
    page.until_phase("first", "ready").await?;
    page.in_shadow(HOST, "shadow.querySelector('iframe').focus()")
        .await?;
    until_focused(&page, "frame").await?;
    page.sign_in(HOST).await?;
    page.until_phase("first", "confirming").await?;
    until_focused(&page, "panel").await?;
    page.browser.value("first.session.close()").await?;

    page.parties.sandbox.set_fault(Some(Fault::NoContent));
    let options = json!({"tokens": page.tokens(2).await?, "timeouts": {"load": 500}});
    page.start("first", None, options).await?;
    page.stalls("first").await?;
    page.until_in_shadow(
        DIALOG,
        "shadow.querySelector('[part=retry]').checkVisibility()",
    )
    .await?;
    until_focused(&page, "close").await?;
    page.browser.press_key(Key::Tab).await?;
    until_focused(&page, "retry").await?;
    page.parties.sandbox.set_fault(None);
    // The page that comes now may take its time.
    page.hide(true).await?;
    page.browser.press_key(Key::Enter).await?;
    page.browser.until_a_page_has_come(DIALOG).await?;
    page.hide(false).await?;
    page.until_phase("first", "ready").await?;
    let after = focused(&page).await?;
    assert!(
        ["panel", "close", "frame"].contains(&after.as_str()),
        "{after} has the focus"
    );
    page.end().await
}

/// What is said is said where screen readers listen, in the signer's language.
async fn what_happens_is_announced(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let said = "[...shadow.querySelectorAll('[role=status], [role=alert]')].map((element) => \
                [element.getAttribute('role'), element.textContent]).filter(([, text]) => text)";
    for (view, locale, expected) in [
        (
            "loading",
            "kk",
            json!([["status", "Қол қою беті ашылуда…"]]),
        ),
        ("frame", "ru", json!([])),
        (
            "failed",
            "ru",
            json!([[
                "alert",
                "Страница подписания не открылась. Проверьте подключение к интернету и повторите попытку."
            ]]),
        ),
        (
            "silent",
            "en",
            json!([["status", "Is the signing page not showing?"]]),
        ),
        (
            "confirming",
            "kk",
            json!([["status", "Қолтаңба расталуда…"]]),
        ),
        ("signed", "ru", json!([["status", "Документ подписан"]])),
    ] {
        page.show(view, FIRST, locale).await?;
        assert_eq!(page.in_shadow(HOST, said).await?, expected, "{view}");
        let lang = format!("document.querySelector('{HOST}').lang");
        assert_eq!(page.browser.value(&lang).await?, json!(locale));
        let role = "shadow.querySelector('iframe')?.getAttribute('role') ?? null";
        assert_eq!(page.in_shadow(HOST, role).await?, Value::Null);
        page.go(Policy::None).await?;
    }
    page.end().await
}

/// A place for texts is there before it says anything, since screen readers announce what changes
/// in it; while it says nothing it takes no room, no click and no focus.
async fn what_will_speak_is_there_before(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let unrendered = "[...shadow.querySelectorAll('[role=status], [role=alert]')]\
                      .filter((element) => !element.checkVisibility()).map((element) => element.getAttribute('part'))";
    for (place, host) in [(FIRST, HOST), (None, DIALOG)] {
        for view in VIEWS {
            page.show(view, place, "en").await?;
            assert_eq!(page.in_shadow(host, unrendered).await?, json!([]), "{view}");
            if view == "frame" {
                let alone = "(([frame, room]) => ['top', 'right', 'bottom', 'left'].every((side) => Math.abs(frame[side] - room[side]) < 0.1))\
                             (['iframe', 'section'].map((name) => shadow.querySelector(name).getBoundingClientRect()))";
                assert_eq!(page.in_shadow(host, alone).await?, json!(true), "{host}");
                let hit = "(({ left, top, width }) => [[left + 2, top + 2], [left + width / 2, top + 20], [left + 30, top + 100]]\
                           .map(([x, y]) => shadow.elementFromPoint(x, y).localName))\
                           (shadow.querySelector('section').getBoundingClientRect())";
                assert_eq!(
                    page.in_shadow(host, hit).await?,
                    json!(["iframe", "iframe", "iframe"]),
                    "{host}"
                );
                // And where the frame lets clicks through, they come to nothing.
                let under = hit.replacen(
                    "((",
                    "(shadow.querySelector('iframe').style.pointerEvents = 'none', ((",
                    1,
                ) + ")";
                assert_eq!(
                    page.in_shadow(host, &under).await?,
                    json!(["section", "section", "section"]),
                    "{host}"
                );
                let buttons = "[...shadow.querySelectorAll('section button')].filter((button) => button.checkVisibility()).length";
                assert_eq!(page.in_shadow(host, buttons).await?, json!(0), "{host}");
            }
            page.go(Policy::None).await?;
        }
    }
    page.end().await
}

/// Mounted in the page, the widget fills its place, whatever size that has; where it has
/// none, the widget's own.
async fn a_place_is_filled(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    for (style, view, expected) in [
        ("height: 300px; width: 280px", "frame", json!([280, 300])),
        ("height: 300px; width: 280px", "failed", json!([280, 300])),
        (
            "height: 700px; width: 500px",
            "confirming",
            json!([500, 700]),
        ),
        ("width: 400px", "frame", json!([400, 600])),
        ("width: 400px", "loading", json!([400, 600])),
        (
            "width: 400px; --documentolog-height: 450px",
            "frame",
            json!([400, 450]),
        ),
    ] {
        page.browser
            .value(&format!(
                "(document.querySelector('#first').style.cssText = '{style}')"
            ))
            .await?;
        page.show(view, FIRST, "en").await?;
        let size = "(({ width, height }) => [width, height])(shadow.querySelector('section').getBoundingClientRect())";
        assert_eq!(
            page.in_shadow(HOST, size).await?,
            expected,
            "{style}, {view}"
        );
        let overflow = "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('#first'))";
        assert_eq!(
            page.browser.value(overflow).await?,
            json!(0),
            "{style}, {view}"
        );
        page.go(Policy::None).await?;
    }
    page.end().await
}

in_each_engine!(
    a_place_is_filled,
    axe_finds_nothing,
    the_keyboard_is_enough,
    the_focus_is_not_lost,
    what_happens_is_announced,
    what_will_speak_is_there_before,
);

/// On a phone the dialog is a sheet that fills it; at 320 px (which is also 640 px at
/// 200 %) nothing overflows, and every button is big enough for a thumb.
async fn small_screens_hold_everything() -> Result<()> {
    let page = Page::open(Engine::Chromium).await?;
    for (width, height) in [(320, 568), (320, 256), (390, 844)] {
        page.browser
            .emulate(Device {
                width,
                height,
                ..DESKTOP
            })
            .await?;
        for view in ["loading", "frame", "silent", "failed", "confirming"] {
            page.show(view, None, "ru").await?;
            let sheet = page
                .in_shadow(
                    DIALOG,
                    "(({ x, y, width, height }) => [x, y, width, height])(shadow.querySelector('dialog').getBoundingClientRect())",
                )
                .await?;
            assert_eq!(sheet, json!([0, 0, width, height]), "{view}");
            let outside = page
                .in_shadow(
                    DIALOG,
                    "[...shadow.querySelectorAll('*')].filter((element) => element.checkVisibility() && \
                     (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 || \
                      element.getBoundingClientRect().right > innerWidth + 0.5)).map((element) => element.getAttribute('part'))",
                )
                .await?;
            assert_eq!(outside, json!([]), "{view} at {width} px overflows");
            let small = page
                .in_shadow(
                    DIALOG,
                    "[...shadow.querySelectorAll('button')].filter((button) => button.checkVisibility() && \
                     (button.offsetWidth < 44 || button.offsetHeight < 44)).map((button) => button.textContent)",
                )
                .await?;
            assert_eq!(small, json!([]), "{view} at {width} px");
            page.go(Policy::None).await?;
        }
    }
    page.end().await
}

/// Who has asked for less motion sees none.
async fn motion_is_reduced() -> Result<()> {
    let page = Page::open(Engine::Chromium).await?;
    let animation =
        "getComputedStyle(shadow.querySelector('[part=status]'), '::before').animationName";
    for (has_motion, expected) in [(true, "turn"), (false, "none")] {
        page.browser
            .emulate(Device {
                has_motion,
                ..DESKTOP
            })
            .await?;
        page.show("loading", FIRST, "en").await?;
        assert_eq!(page.in_shadow(HOST, animation).await?, json!(expected));
        page.go(Policy::None).await?;
    }
    page.end().await
}

/// A page themes the widget by custom properties and parts; its own styles do not
/// reach in.
async fn a_page_themes_the_widget() -> Result<()> {
    let page = Page::open(Engine::Chromium).await?;
    page.browser
        .value(
            "(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`\
             #first { --documentolog-accent: rgb(1, 2, 3); } \
             #first > div::part(status) { font-style: italic; } \
             p, button { color: red !important; }`); document.adoptedStyleSheets = [sheet]; })()",
        )
        .await?;
    page.show("failed", FIRST, "en").await?;
    let styles = page
        .in_shadow(
            HOST,
            "[getComputedStyle(shadow.querySelector('[part=retry]')).backgroundColor, \
             getComputedStyle(shadow.querySelector('[part=status]')).fontStyle, \
             getComputedStyle(shadow.querySelector('[part=alert]')).color]",
        )
        .await?;
    assert_eq!(styles, json!(["rgb(1, 2, 3)", "italic", "rgb(20, 32, 43)"]));
    page.end().await
}

in_chromium!(
    small_screens_hold_everything,
    motion_is_reduced,
    a_page_themes_the_widget,
);
