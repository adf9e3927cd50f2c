//! The benchmark runs in every browser, and gives every number. (How large they are is
//! no test: that is the machine's affair as much as the widget's.)
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use documentolog_benches::{Goal, Scenario, Settings, chart, run, tables};
use documentolog_e2e::{Engine, in_time};

async fn everything_is_measured(engine: Engine) -> Result<()> {
    let bundle = env::var_os("DOCUMENTOLOG_BENCH_BUNDLE")
        .context("DOCUMENTOLOG_BENCH_BUNDLE is not set: run the tests by `cargo xtask test`")?;
    let settings = Settings {
        engines: vec![engine],
        ..Settings::smoke(PathBuf::from(bundle))
    };
    let report = run(&settings, |_| {}).await?;
    let measured = &report.engines[0];
    let opening = measured.opening.as_ref().unwrap();
    for scenario in [Scenario::TokenIn200Ms, Scenario::Cold, Scenario::Preloaded] {
        let ways = &opening.ways[&scenario];
        assert_eq!(ways.len(), 4, "{ways:?}");
        for (way, spread) in ways {
            assert_eq!(spread.count, settings.repeats);
            let least = if scenario == Scenario::TokenIn200Ms {
                190.0
            } else {
                // What is there at once is so a little before or after: clocks are coarse.
                -20.0
            };
            assert!(spread.low > least, "{way} in {scenario:?}: {spread:?}");
        }
    }
    let messages = measured.messages.as_ref().unwrap();
    assert_eq!(messages.refused.keys().collect::<Vec<_>>(), [&1, &3]);
    assert_eq!(messages.refused[&1].len(), 5);
    assert_eq!(messages.accepted[&3].len(), 2);
    assert_eq!(messages.burst.len(), 4);
    let flat = measured.flat.as_ref().unwrap();
    assert_eq!(flat.cycle.len(), 4);
    let last = flat.states.last().unwrap();
    let sent = 1_000 + settings.messages / 10;
    assert_eq!((last.cycles, last.messages), (200, sent));
    assert!(report.goals.len() >= 12, "{:?}", report.goals);
    let failed = report.goals.iter().filter(|goal| !goal.value.is_finite());
    assert_eq!(failed.collect::<Vec<&Goal>>(), Vec::<&Goal>::new());
    assert!(tables(&report).contains("| a refused message, to penpal's | 1.00 × |"));
    assert!(chart(&report).ends_with("</svg>\n"));
    Ok(())
}

#[tokio::test]
async fn in_chromium() -> Result<()> {
    in_time(everything_is_measured(Engine::Chromium)).await
}

#[tokio::test]
async fn in_firefox() -> Result<()> {
    in_time(everything_is_measured(Engine::Firefox)).await
}

#[tokio::test]
async fn in_webkit() -> Result<()> {
    if !Engine::WebKit.is_here() {
        return Ok(());
    }
    in_time(everything_is_measured(Engine::WebKit)).await
}
