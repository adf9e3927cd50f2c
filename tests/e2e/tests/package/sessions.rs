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

in_each_engine!(a_session_is_iterated_and_disposed_of,);
