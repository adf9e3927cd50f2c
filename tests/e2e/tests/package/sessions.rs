//! The sessions' face to JavaScript.

use anyhow::Result;
use documentolog_e2e::{Engine, FIRST, HOST, Page, in_each_engine};
use serde_json::json;

use crate::{resolved, script};

/// `for await` gives every event from the first to the last, whenever it begins; `using`
/// closes.
async fn a_session_is_iterated_and_disposed_of(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    page.session("first", FIRST).await?;
    script(
        &page,
        "window.types = []; (async () => { for await (const { type } of first.session) types.push(type); types.push('over') })()",
    )
    .await?;
    page.sign_in(HOST).await?;
    page.browser.until("types.at(-1) === 'over'").await?;
    let without_activity = "types.filter((type) => type !== 'activity')";
    let all = json!(["loading", "ready", "signed", "over"]);
    assert_eq!(page.browser.value(without_activity).await?, all);
    let again = "{ const again = []; for await (const { type } of first.session) if (type !== 'activity') again.push(type); return again }";
    assert_eq!(
        resolved(&page, again).await?,
        json!(["loading", "ready", "signed"])
    );

    page.session("second", None).await?;
    script(
        &page,
        "second.session[Symbol.dispose ?? Symbol.for('Symbol.dispose')]()",
    )
    .await?;
    assert_eq!(
        page.outcome("second").await?,
        json!({"type": "closed", "by": "page"})
    );
    page.end().await
}

/// Closed by whoever is told that it opens, a session is over, and nothing of it is left.
async fn a_session_that_is_closed_while_it_opens_is_over(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let (token, origin) = (
        page.tokens(1).await?.remove(0),
        page.parties.sandbox.origin(),
    );
    for place in ["embed.sign(", "embed.mount('#first', "] {
        for token in [&format!("'{token}'"), "() => new Promise(() => {})"] {
            let expression = format!(
                "{{ const session = {place}{{ token: {token}, baseUrl: '{origin}' }}); \
                   session.addEventListener('loading', () => session.close()); \
                   const {{ type }} = await session.outcome; \
                   await new Promise((done) => setTimeout(done)); \
                   return [type, session.phase, frames.length, document.querySelector('#first').childElementCount, \
                     [...document.body.children].filter(({{ shadowRoot }}) => shadowRoot).length] }}"
            );
            assert_eq!(
                resolved(&page, &expression).await?,
                json!(["closed", "ended", 0, 0, 0]),
                "{place}{token}"
            );
        }
    }
    page.end().await
}

/// A place that leaves the page takes its session along, whenever that is, and no other session.
async fn a_place_that_goes_takes_its_session_along(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let mut tokens = page.tokens(2).await?;
    let (second, token) = (tokens.remove(1), tokens.remove(0));
    let origin = page.parties.sandbox.origin();
    page.session("first", FIRST).await?;
    let before_the_token = format!(
        "{{ const place = document.body.appendChild(document.createElement('div')); \
           let give; \
           const token = () => new Promise((resolve) => (give = resolve)); \
           const session = embed.mount(place, {{ token, baseUrl: '{origin}' }}); \
           await new Promise((done) => session.addEventListener('loading', done)); \
           place.remove(); \
           give('{token}'); \
           return await session.outcome }}"
    );
    let before_it_is_shown = format!(
        "{{ const session = embed.sign({{ token: () => new Promise(() => {{}}), baseUrl: '{origin}' }}); \
           session.addEventListener('loading', () => document.body.lastElementChild.remove()); \
           return await session.outcome }}"
    );
    // Hidden first: what has had no size loses none when it goes.
    let while_it_is_hidden = format!(
        "{{ const place = document.body.appendChild(document.createElement('div')); \
           const session = embed.mount(place, {{ token: '{second}', baseUrl: '{origin}' }}); \
           await new Promise((done) => session.addEventListener('ready', done)); \
           place.style.display = 'none'; \
           await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); \
           place.remove(); \
           return await session.outcome }}"
    );
    for expression in [before_the_token, before_it_is_shown, while_it_is_hidden] {
        assert_eq!(
            resolved(&page, &expression).await?,
            json!({"type": "closed", "by": "page"})
        );
    }
    assert_eq!(page.kept("first").await?["phase"], "ready");
    page.end().await
}

/// A dialog is over the page, which stays as it is below: also where the body lays its children out.
async fn a_dialog_takes_no_room_in_the_page(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let origin = page.parties.sandbox.origin();
    let expression = format!(
        "{{ const column = 'display: flex; flex-direction: column; height: 100vh; margin: 0'; \
           const middle = 'display: grid; place-items: center; min-height: 100vh; margin: 0'; \
           const boxes = []; \
           const app = document.body.appendChild(document.createElement('div')); \
           app.style = 'flex: 1; min-height: 0; width: 50vw'; \
           app.textContent = 'the page'; \
           for (const style of [column, middle]) {{ \
             document.body.style = style; \
             const box = () => JSON.stringify(app.getBoundingClientRect()); \
             const before = box(); \
             const session = embed.sign({{ token: () => new Promise(() => {{}}), baseUrl: '{origin}' }}); \
             await new Promise((done) => session.addEventListener('loading', () => setTimeout(done))); \
             boxes.push(document.body.lastElementChild.shadowRoot.querySelector('dialog').open, box() === before); \
             session.close(); \
           }} \
           return boxes }}"
    );
    assert_eq!(
        resolved(&page, &expression).await?,
        json!([true, true, true, true])
    );
    page.end().await
}

/// What a token function fails with when nobody waits for it any more is nobody's error.
async fn a_token_that_nobody_waits_for_fails_in_silence(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let expression = "{ const uncaught = []; \
        addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason))); \
        const token = (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))); \
        const session = embed.sign({ token }); \
        session.close(); \
        await session.outcome; \
        for (let tasks = 0; tasks < 3; tasks++) await new Promise((done) => setTimeout(done)); \
        return uncaught }";
    assert_eq!(resolved(&page, expression).await?, json!([]));
    page.end().await
}

in_each_engine!(
    a_session_is_iterated_and_disposed_of,
    a_session_that_is_closed_while_it_opens_is_over,
    a_dialog_takes_no_room_in_the_page,
    a_place_that_goes_takes_its_session_along,
    a_token_that_nobody_waits_for_fails_in_silence,
);
