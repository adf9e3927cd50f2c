//! What is left of sessions that are over: nothing, however many there were. On real
//! origins, in each browser. (How long one takes is `cargo xtask bench`'s to say.)
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::Duration;

use anyhow::{Result, bail};
use documentolog_e2e::{Engine, FIRST, Page, WATCH, in_each_engine};
use serde_json::{Value, json};

/// How long garbage may take to be collected.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether no number has grown.
fn is_at_most(after: &Value, before: &Value) -> bool {
    match (after, before) {
        (Value::Object(after), Value::Object(before)) => {
            after.len() == before.len()
                && after
                    .iter()
                    .all(|(name, after)| before.get(name).is_some_and(|b| is_at_most(after, b)))
        }
        _ => after
            .as_f64()
            .zip(before.as_f64())
            .is_some_and(|(after, before)| after <= before),
    }
}

/// Begins to count: in the page's own world, in which Firefox's driver does not run.
async fn watch(page: &Page) -> Result<()> {
    let script = "const script = document.createElement('script'); script.text = arguments[0]; \
                  document.head.append(script)";
    page.browser
        .client
        .execute(script, vec![json!(WATCH)])
        .await?;
    Ok(())
}

/// Opens and closes sessions, each with a frame that is on its way to the service.
async fn open_and_close(page: &Page, count: usize, token: &str) -> Result<()> {
    let script = "const [count, options, done] = arguments; \
                  open_and_close(count, options).then(() => done(null), (error) => done(String(error)))";
    let options = json!({ "token": token, "baseUrl": page.parties.sandbox.origin() });
    let error = page
        .browser
        .client
        .execute_async(script, vec![json!(count), options])
        .await?;
    assert_eq!(error, Value::Null);
    Ok(())
}

/// What outlives sessions where it is seen by the page, and in Chromium where it is not.
async fn look(page: &Page, engine: Engine) -> Result<Value> {
    let mut seen = page.browser.value("watched.state()").await?;
    if engine == Engine::Chromium {
        // What one collection finds to be garbage may hold what the next one finds.
        for _ in 0..3 {
            page.browser
                .devtools("HeapProfiler.collectGarbage", json!({}))
                .await?;
        }
        seen["alive"] = page
            .browser
            .devtools("Memory.getDOMCounters", json!({}))
            .await?;
    } else if let Some(seen) = seen.as_object_mut() {
        // How much of the module's memory waits for a collection is the browser's affair,
        // where it cannot be told to collect.
        seen.remove("wasmBytes");
    }
    Ok(seen)
}

async fn sessions_leave_nothing(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    watch(&page).await?;
    let token = page.tokens(1).await?.remove(0);
    // Whatever is kept for good is kept by then, and so is the room for what is garbage
    // between two collections.
    let mut before = Value::Null;
    for _ in 0..2 {
        open_and_close(&page, 100, &token).await?;
        before = look(&page, engine).await?;
    }
    assert_eq!(before["messageListeners"], 0);
    assert_eq!(before["modules"], 1, "{before}");
    assert_eq!(
        before["wasmBytes"].as_u64() > Some(0),
        engine == Engine::Chromium,
        "{before}"
    );
    // Chromium is the quickest, and counts the most.
    for _ in 0..if engine == Engine::Chromium { 3 } else { 1 } {
        open_and_close(&page, 100, &token).await?;
        // What JavaScript owns of the module it frees with its garbage.
        look(&page, engine).await?;
    }
    // What one collection leaves for the next is no leak: that stays.
    let mut after = Value::Null;
    let is_flat = async {
        loop {
            after = look(&page, engine).await?;
            if is_at_most(&after, &before) {
                return anyhow::Ok(());
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    };
    match tokio::time::timeout(PATIENCE, is_flat).await {
        Ok(looked) => looked?,
        Err(_) => bail!("something is left: {after}, and before: {before}"),
    }
    page.end().await
}

async fn sessions_share_one_listener(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    watch(&page).await?;
    page.session("first", FIRST).await?;
    let one = page
        .browser
        .value("watched.callbacks('message').length")
        .await?;
    page.session("second", Some("#second")).await?;
    page.session("third", None).await?;
    let three = page
        .browser
        .value("watched.callbacks('message').length")
        .await?;
    assert_eq!((one, three), (json!(1), json!(1)));
    // Messages of a stranger's are told of once, to each, and leave no memory.
    let memory = page.browser.value("watched.state().wasmBytes").await?;
    page.browser
        .client
        .execute(
            "for (let left = 2000; left > 0; left--) postMessage(left, '*')",
            vec![],
        )
        .await?;
    page.all_messages_delivered().await?;
    for name in ["first", "second", "third"] {
        let told = format!("{name}.diagnostics.filter((d) => d.reason === 'source').length");
        // A slow machine may take more than the second for which there is one; of more than
        // five nobody is told.
        let told = page.browser.value(&told).await?.as_u64().unwrap();
        assert!((1..=5).contains(&told), "{name} is told {told} times");
    }
    assert_eq!(
        page.browser.value("watched.state().wasmBytes").await?,
        memory
    );
    for name in ["first", "second", "third"] {
        page.browser
            .value(&format!("{name}.session.close()"))
            .await?;
        page.browser.until(&format!("{name}.outcome")).await?;
    }
    // The test's own, by which it waited, is left.
    let left = page
        .browser
        .value("watched.callbacks('message').length")
        .await?;
    assert_eq!(left, 1);
    page.end().await
}

in_each_engine!(sessions_leave_nothing, sessions_share_one_listener);
