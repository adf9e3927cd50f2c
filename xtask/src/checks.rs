//! `cargo xtask test`: every check and test, in the order of what they cost.

use std::time::{Duration, Instant};

use anyhow::Result;
use clap::ValueEnum;
use xshell::{Shell, cmd};

use crate::{
    Step, bench,
    browsers::Browsers,
    compiler,
    consumers::{self, Consumers},
    deny, docs, environment, package,
    provision::{self, Bindgen, Browser, System, WasmToolchain},
    report, size,
    targets::{self, FEATURES, Narrowed, PACKAGES},
    workspace,
};

/// Runs these steps, or all. The first that fails ends it.
pub(crate) fn run(only: &[Step], narrowed: &Narrowed) -> Result<()> {
    let steps: Vec<_> = Step::value_variants()
        .iter()
        .copied()
        .filter(|step| only.is_empty() || only.contains(step))
        .collect();
    let needed: Vec<_> = steps
        .iter()
        .flat_map(|step| needs(*step))
        .copied()
        .collect();
    provision::expect(&needed)?;
    let begun = Instant::now();
    let mut done = Vec::new();
    let mut failure = None;
    for step in steps {
        report::step(&format!("{step:?}"));
        let begun = Instant::now();
        let result = run_step(step, narrowed);
        done.push((step, begun.elapsed(), result.is_ok()));
        if let Err(error) = result {
            failure = Some(error.context(format!("{step:?} failed")));
            break;
        }
    }
    print_summary(&done, begun.elapsed());
    failure.map_or(Ok(()), Err)
}

/// What a step needs of the system's packages.
fn needs(step: Step) -> &'static [System] {
    match step {
        Step::Format | Step::Lint => &[],
        Step::Docs | Step::Package => &[System::Node],
        Step::Native => &[
            System::Node,
            System::OpenSsl,
            System::Postgres,
            System::Python,
        ],
        Step::Chromium => &[System::Chromium],
        Step::Firefox => &[System::Firefox],
        Step::EndToEnd | Step::Examples => &[
            System::Node,
            System::Chromium,
            System::Firefox,
            System::WebKit,
        ],
    }
}

fn print_summary(done: &[(Step, Duration, bool)], total: Duration) {
    println!();
    for (step, elapsed, is_passed) in done {
        let verdict = if *is_passed { "passed" } else { "FAILED" };
        println!(
            "{:12} {verdict} {:>7.1} s",
            format!("{step:?}"),
            elapsed.as_secs_f64()
        );
    }
    println!("{:12}        {:>7.1} s", "total", total.as_secs_f64());
    let passed = done.iter().filter(|(_, _, is_passed)| *is_passed).count();
    println!("steps: {passed} passed, {} failed", done.len() - passed);
}

fn run_step(step: Step, narrowed: &Narrowed) -> Result<()> {
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    match step {
        Step::Format => cmd!(shell, "cargo fmt --all --check").quiet().run()?,
        Step::Lint => {
            let denied = denied_warnings(&shell)?;
            cmd!(
                shell,
                "cargo clippy --quiet --locked {PACKAGES...} {FEATURES...} --all-targets -- {denied...}"
            )
            .quiet()
            .run()?;
            deny::check_licences()?;
        }
        Step::Docs => {
            let denied = denied_warnings(&shell)?.join(" ");
            let _flags = shell.push_env("RUSTDOCFLAGS", denied);
            cmd!(shell, "cargo doc --quiet --locked {PACKAGES...} {FEATURES...} --no-deps --document-private-items")
                .quiet()
                .run()?;
            docs::build()?;
        }
        Step::Native => native(&shell)?,
        Step::Package => {
            let package = package::build()?;
            let sizes = size::measure(&package)?;
            size::print_table(&sizes);
            size::check(&sizes, &WasmToolchain::provide()?.compiler()?)?;
            consumers::test_package()?;
        }
        Step::Chromium => browser_tests(
            &shell,
            "--chrome",
            "--chromedriver",
            &provision::chromium()?,
        )?,
        Step::Firefox => {
            browser_tests(&shell, "--firefox", "--geckodriver", &provision::firefox()?)?
        }
        Step::EndToEnd => end_to_end(&shell, narrowed)?,
        Step::Examples => examples(&shell, narrowed)?,
    }
    Ok(())
}

/// The words by which warnings are errors. None with a compiler that may have others than the one
/// that this workspace is free of them with.
fn denied_warnings(shell: &Shell) -> Result<&'static [&'static str]> {
    let said = cmd!(shell, "rustc -vV").quiet().read()?;
    if compiler::has_known_warnings(&said) {
        return Ok(&["-D", "warnings"]);
    }
    report::note(&format!(
        "{} may warn of other things than {}: warnings are shown, and fail nothing",
        compiler::name(&said),
        compiler::known()
    ));
    Ok(&[])
}

fn native(shell: &Shell) -> Result<()> {
    let postgres = provision::postgres()?;
    let features = match &postgres {
        Some(_) => FEATURES.as_slice(),
        None => {
            report::note("no PostgreSQL: its tests are left out");
            &[]
        }
    };
    let schemathesis = provision::schemathesis()?;
    provision::node()?;
    provision::openssl()?;
    let _schemathesis =
        schemathesis.map(|python| shell.push_env("DOCUMENTOLOG_SCHEMATHESIS", python));
    let _postgres = postgres.map(|folder| shell.push_env("DOCUMENTOLOG_POSTGRES", folder));
    let tests = targets::tests_without_browsers(shell)?;
    let run = |what: &[&str]| {
        cmd!(
            shell,
            "cargo test --quiet --locked --no-fail-fast {PACKAGES...} {features...} {what...}"
        )
        .quiet()
        .run()
    };
    // Some tests run an example as the program that it is. Cargo builds those for tests only
    // where no target is named.
    cmd!(
        shell,
        "cargo build --quiet --locked {PACKAGES...} {features...} --examples"
    )
    .quiet()
    .run()?;
    let mut what = vec!["--lib", "--bins"];
    what.extend(tests.iter().map(String::as_str));
    // The examples in the documentation run even if a test has failed: each failure is told.
    let results = [run(&what), run(&["--doc"])];
    for result in results {
        result?;
    }
    Ok(())
}

fn browser_tests(
    shell: &Shell,
    engine: &str,
    driver_option: &str,
    browser: &Browser,
) -> Result<()> {
    let (toolchain, bindgen, wasm_pack) = (
        WasmToolchain::provide()?,
        Bindgen::provide()?,
        provision::wasm_pack()?,
    );
    let _inside = toolchain.enter(shell, &[bindgen.bin_dir()])?;
    let _timeout = shell.push_env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    // By itself it waits five seconds for the driver's port: too few on a busy machine.
    let _driver_timeout = shell.push_env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
    let driver = &browser.driver;
    // Without doc tests: those run natively, and beside a built toolchain rustdoc may be
    // another compiler's.
    cmd!(
        shell,
        "{wasm_pack} test --headless {engine} {driver_option} {driver} --mode no-install . --test *"
    )
    .quiet()
    .run()?;
    Ok(())
}

fn end_to_end(shell: &Shell, narrowed: &Narrowed) -> Result<()> {
    let browsers = Browsers::enter(shell)?;
    let _bundle = shell.push_env("DOCUMENTOLOG_BENCH_BUNDLE", bench::bundle()?);
    let packages = ["documentolog-e2e", "documentolog-benches"];
    targets::test(shell, &packages, narrowed)?;
    drop(browsers);
    Ok(())
}

fn examples(shell: &Shell, narrowed: &Narrowed) -> Result<()> {
    let consumers = Consumers::prepare()?;
    consumers::build_examples(&consumers)?;
    targets::build(shell, &["build", "--example", "back_end"])?;
    let browsers = Browsers::enter(shell)?;
    let _path = shell.push_env("PATH", consumers.path());
    targets::test(shell, &["documentolog-examples"], narrowed)?;
    drop(browsers);
    Ok(())
}
