//! What is made before it is needed: the connection to the service, and the frame.

use anyhow::Result;
use documentolog_e2e::{DIALOG, Engine, FIRST, HOST, Page, in_each_engine};
use serde_json::{Value, json};

use crate::{resolved, script};

/// The connection to the service is asked for ahead of use, and no link stays behind.
async fn the_service_is_connected_to_ahead_of_use(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let links = "[...document.querySelectorAll('link[rel=preconnect]')].map(({ href }) => new URL(href).origin)";
    page.start("first", FIRST, json!({"tokens": [null]}))
        .await?;
    let origin = json!([page.parties.sandbox.origin()]);
    page.browser.until(&format!("{links}.length")).await?;
    assert_eq!(page.browser.value(links).await?, origin);
    script(&page, "first.session.close()").await?;
    assert_eq!(page.browser.value(links).await?, json!([]));

    let preload = format!(
        "embed.preload({{ baseUrl: '{}' }})",
        page.parties.sandbox.origin()
    );
    assert_eq!(resolved(&page, &preload).await?, Value::Null);
    assert_eq!(page.browser.value(links).await?, origin);
    assert_eq!(
        resolved(&page, "embed.preload({ baseUrl: 'http://example.kz' })").await?,
        "base-url-refused"
    );
    page.end().await
}

/// A frame is made while the module is on its way, or by `preload()`, out of sight whatever the
/// page's style says; the session takes it, and one that nobody has taken goes.
async fn a_frame_is_made_ahead(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let moves = page.browser.value("'moveBefore' in document.body").await? == json!(true);
    let spare = "document.querySelectorAll('iframe[data-documentolog-spare]')";
    let count = format!("{spare}.length");
    script(
        &page,
        "const style = document.createElement('style'); \
         style.textContent = 'iframe { display: block !important; width: 50px !important }'; \
         document.head.append(style)",
    )
    .await?;
    // Nobody takes it: the session is over before its module is there.
    page.start("first", FIRST, json!({"tokens": [null]}))
        .await?;
    script(&page, "first.session.close()").await?;
    assert_eq!(page.browser.value(&count).await?, json!(0));

    let origin = page.parties.sandbox.origin().to_owned();
    let preload = format!("embed.preload({{ baseUrl: '{origin}' }})");
    let elements = "document.querySelectorAll(':not(script)').length";
    let before = page.browser.value(elements).await?.as_u64();
    for times in 1..=2 {
        assert_eq!(resolved(&page, &preload).await?, Value::Null);
        assert_eq!(page.browser.value(&count).await?, json!(u8::from(moves)));
        // A link, which is there only once, and nothing of the rehearsal's.
        let after = page.browser.value(elements).await?.as_u64();
        let more = 1 + u64::from(moves);
        assert_eq!(after, before.map(|count| count + more), "{times}");
    }
    if moves {
        assert_eq!(
            page.browser
                .value(&format!("{spare}[0].checkVisibility()"))
                .await?,
            json!(false)
        );
        script(
            &page,
            &format!("window.spare = {spare}[0]; window.inside = spare.contentWindow"),
        )
        .await?;
    }
    let options = json!({"tokens": page.tokens(1).await?});
    page.start("second", FIRST, options).await?;
    page.until_phase("second", "ready").await?;
    assert_eq!(page.browser.value(&count).await?, json!(0));
    if moves {
        let is_taken = "shadow.querySelector('iframe') === spare && spare.contentWindow === inside && \
                        spare.checkVisibility()";
        assert_eq!(page.in_shadow(HOST, is_taken).await?, json!(true));
    }
    page.sign_in(HOST).await?;
    assert_eq!(page.outcome("second").await?["type"], "signed");
    page.end().await
}

/// A spare frame goes with its session, though that has loaded its module in vain and tries again.
async fn a_spare_frame_goes_with_its_session(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    let moves = page.browser.value("'moveBefore' in document.body").await? == json!(true);
    let count = "document.querySelectorAll('iframe[data-documentolog-spare]').length";
    script(
        &page,
        "WebAssembly.compile = () => { WebAssembly.compile = () => new Promise(() => {}); return Promise.reject(new Error('once')) }",
    )
    .await?;
    let token = page.tokens(1).await?.remove(0);
    page.start("first", None, json!({"token": token})).await?;
    assert_eq!(page.stalls("first").await?, "wasm-unavailable");
    page.press(DIALOG, "retry").await?;
    page.until_phase("first", "requesting-token").await?;
    assert_eq!(page.browser.value(count).await?, json!(u8::from(moves)));
    script(&page, "first.session.close()").await?;
    assert_eq!(page.outcome("first").await?["type"], "closed");
    assert_eq!(page.browser.value(count).await?, json!(0));
    page.end().await
}

/// A frame that somebody has written into the page under a spare frame's name is nobody's.
async fn a_foreign_frame_is_no_spare_one(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    script(
        &page,
        "window.foreign = document.createElement('iframe'); \
         for (const name of ['data-documentolog-spare', 'style', 'sandbox']) foreign.setAttribute(name, ''); \
         document.body.append(foreign)",
    )
    .await?;
    page.session("first", FIRST).await?;
    let is_its_own = "shadow.querySelector('iframe') !== foreign && foreign.isConnected";
    assert_eq!(page.in_shadow(HOST, is_its_own).await?, json!(true));
    page.sign_in(HOST).await?;
    assert_eq!(page.outcome("first").await?["type"], "signed");
    page.end().await
}

in_each_engine!(
    the_service_is_connected_to_ahead_of_use,
    a_frame_is_made_ahead,
    a_spare_frame_goes_with_its_session,
    a_foreign_frame_is_no_spare_one,
);
