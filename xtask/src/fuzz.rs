//! `cargo xtask fuzz`: the property tests of what strangers send, again and again with new
//! cases, for as long as one likes.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::{environment, report, workspace};

/// How many cases each test runs between two looks at the clock.
const CASES: u64 = 20_000;

/// Runs them for so long, and says how many cases there were. The first that fails ends it;
/// proptest then writes what failed beside the test, to be kept there.
pub(crate) fn run(minutes: u64) -> Result<()> {
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    let _cases = shell.push_env("PROPTEST_CASES", CASES.to_string());
    // Optimized a little, with every check of overflow.
    let run = || {
        cmd!(
            shell,
            "cargo test --locked --profile tool -p documentolog-server --test fuzz"
        )
        .quiet()
        .ignore_stderr()
    };
    report::step("building the tests");
    run().args(["--no-run"]).run()?;
    report::step(&format!("fuzzing for {minutes} minutes"));
    let begun = Instant::now();
    let mut cases = 0;
    while begun.elapsed() < Duration::from_secs(60 * minutes) {
        let said = run()
            .read()
            .context("a case fails: see crates/server/tests")?;
        cases += CASES * passed(&said).context("the tests have not said how many there are")?;
    }
    println!(
        "{cases} cases in {:.1} minutes, and none failed",
        begun.elapsed().as_secs_f64() / 60.0
    );
    Ok(())
}

/// How many tests have passed, by what they say at their end.
fn passed(said: &str) -> Option<u64> {
    let result = said
        .lines()
        .find_map(|line| line.strip_prefix("test result: ok. "))?;
    result.split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn tests_are_counted() {
        let said = "test webhooks ... ok\n\ntest result: ok. 8 passed; 0 failed; 0 ignored\n";
        assert_eq!(super::passed(said), Some(8));
        assert_eq!(
            super::passed("test result: FAILED. 7 passed; 1 failed"),
            None
        );
    }
}
