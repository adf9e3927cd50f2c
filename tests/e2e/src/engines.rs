//! How a behaviour becomes tests: one in each engine, each in its time.

use std::time::Duration;

use anyhow::{Result, bail};

use crate::surroundings;

/// How long a test may take: many times what the longest takes, on a machine that does much
/// besides. What a page does in time is asked where it is waited for.
const LONGEST: Duration = Duration::from_secs(600);

/// A test that takes longer than any should has failed: a driver may never answer.
///
/// # Errors
/// Those of the test, and when it does not end.
pub async fn in_time(test: impl Future<Output = Result<()>>) -> Result<()> {
    if let Ok(ended) = tokio::time::timeout(LONGEST, test).await {
        return ended;
    }
    match surroundings::problem() {
        Some(problem) => bail!("the test does not end: {problem}"),
        None => bail!("the test does not end"),
    }
}

/// Each behaviour that is Chromium's alone, or looked at there only, as a test of its own.
#[macro_export]
macro_rules! in_chromium {
    ($($test:ident),+ $(,)?) => {
        $(mod $test {
            #[tokio::test]
            async fn in_chromium() -> anyhow::Result<()> {
                $crate::in_time(super::$test()).await
            }
        })+
    };
}

/// Each behaviour in each engine, as a test of its own.
#[macro_export]
macro_rules! in_each_engine {
    ($($test:ident),+ $(,)?) => {
        $(mod $test {
            use $crate::Engine;

            #[tokio::test]
            async fn in_chromium() -> anyhow::Result<()> {
                $crate::in_time(super::$test(Engine::Chromium)).await
            }

            #[tokio::test]
            async fn in_firefox() -> anyhow::Result<()> {
                $crate::in_time(super::$test(Engine::Firefox)).await
            }

            #[tokio::test]
            async fn in_webkit() -> anyhow::Result<()> {
                if !Engine::WebKit.is_here() {
                    return Ok(());
                }
                $crate::in_time(super::$test(Engine::WebKit)).await
            }
        })+
    };
}
