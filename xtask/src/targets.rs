//! What the steps of `test` build: one set of packages with one set of features, so that every
//! dependency is built once for all of them. (With fewer packages it would have fewer features,
//! and be another one to cargo.) What a step runs of it is told by the names of its tests.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

/// The packages. wasm-bindgen's tools are built, and so checked, when they are installed.
pub(crate) const PACKAGES: [&str; 3] = ["--workspace", "--exclude", "xtask-bindgen"];

/// The features of theirs that are not on by themselves.
pub(crate) const FEATURES: [&str; 2] = ["--features", "documentolog-server/postgres"];

/// The packages whose integration tests need browsers.
const WITH_BROWSERS: [&str; 3] = [
    "documentolog-e2e",
    "documentolog-benches",
    "documentolog-examples",
];

/// Builds some of these targets, as the tests have them.
pub(crate) fn build(shell: &Shell, what: &[&str]) -> Result<()> {
    cmd!(
        shell,
        "cargo {what...} --quiet --locked {PACKAGES...} {FEATURES...}"
    )
    .quiet()
    .run()?;
    Ok(())
}

/// What to run of a step's tests in browsers, while one works on them.
#[derive(clap::Args)]
pub(crate) struct Narrowed {
    /// Of the steps end-to-end and examples, runs only these integration tests: the names of
    /// files in `tests/e2e/tests`, `tests/examples/tests` and `benches/tests`.
    #[arg(long, value_delimiter = ',', requires = "only")]
    test: Vec<String>,
    /// What their programs are told, such as a part of a test's name.
    #[arg(last = true, requires = "test")]
    arguments: Vec<String>,
}

/// Runs the integration tests of these packages.
pub(crate) fn test(shell: &Shell, packages: &[&str], narrowed: &Narrowed) -> Result<()> {
    let tests = IntegrationTests::read(shell)?.options(|package, name| {
        packages.contains(&package)
            && (narrowed.test.is_empty() || narrowed.test.iter().any(|test| test == name))
    })?;
    let arguments = &narrowed.arguments;
    cmd!(
        shell,
        "cargo test --quiet --locked --no-fail-fast {PACKAGES...} {FEATURES...} {tests...} -- {arguments...}"
    )
    .quiet()
    .run()?;
    Ok(())
}

/// Options that choose the integration tests that need no browser.
pub(crate) fn tests_without_browsers(shell: &Shell) -> Result<Vec<String>> {
    let tests = IntegrationTests::read(shell)?;
    tests.options(|package, _| !WITH_BROWSERS.contains(&package))
}

/// Every integration test of the workspace: its package's name, and its own.
#[derive(Debug)]
struct IntegrationTests(Vec<(String, String)>);

impl IntegrationTests {
    fn read(shell: &Shell) -> Result<Self> {
        let metadata = cmd!(
            shell,
            "cargo metadata --format-version 1 --locked --no-deps"
        )
        .quiet()
        .read()?;
        Self::of(&serde_json::from_str(&metadata)?)
    }

    fn of(metadata: &Value) -> Result<Self> {
        let packages = metadata["packages"]
            .as_array()
            .context("cargo names no packages")?;
        let mut tests: Vec<(String, String)> = Vec::new();
        for package in packages {
            for target in package["targets"].as_array().into_iter().flatten() {
                let kinds = target["kind"].as_array().into_iter().flatten();
                let mut kinds = kinds.filter_map(Value::as_str);
                if !kinds.any(|kind| kind == "test") {
                    continue;
                }
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                let (package, name) = (text(&package["name"]), text(&target["name"]));
                // They are chosen by their names, and with one its namesake would run, too.
                let namesake = tests.iter().find(|(_, other)| *other == name);
                ensure!(
                    namesake.is_none(),
                    "two integration tests are called {name}, in {package} and in {}: rename one",
                    namesake.map_or("", |(other, _)| other)
                );
                tests.push((package, name));
            }
        }
        Ok(Self(tests))
    }

    /// Those that are chosen by their package and their name.
    fn options(&self, is_chosen: impl Fn(&str, &str) -> bool) -> Result<Vec<String>> {
        let chosen = self.0.iter();
        let chosen = chosen.filter(|(package, name)| is_chosen(package, name));
        let options: Vec<_> = chosen
            .flat_map(|(_, name)| ["--test".to_owned(), name.clone()])
            .collect();
        // Without any, cargo would run whatever there is.
        ensure!(!options.is_empty(), "there are no such integration tests");
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn metadata(tests: &[(&str, &str)]) -> Value {
        let packages: Vec<_> = tests
            .iter()
            .map(|(package, test)| {
                json!({"name": package, "targets": [
                    {"name": package, "kind": ["lib"]},
                    {"name": test, "kind": ["test"]},
                ]})
            })
            .collect();
        json!({ "packages": packages })
    }

    #[test]
    fn integration_tests_are_chosen_by_their_packages() {
        let tests = IntegrationTests::of(&metadata(&[("a", "one"), ("b", "two")])).unwrap();
        assert_eq!(
            tests.options(|package, _| package == "b").unwrap(),
            ["--test", "two"]
        );
        assert_eq!(
            tests.options(|_, name| name == "one").unwrap(),
            ["--test", "one"]
        );
        assert!(tests.options(|package, _| package == "c").is_err());
    }

    #[test]
    fn integration_tests_share_no_name() {
        let error = IntegrationTests::of(&metadata(&[("a", "one"), ("b", "one")])).unwrap_err();
        assert!(error.to_string().contains("called one, in b and in a"));
    }

    /// A package that is named here and is not there would leave its tests to another step.
    #[test]
    fn each_package_with_browsers_has_tests() {
        let shell = Shell::new().unwrap();
        shell.change_dir(crate::workspace::root());
        let tests = IntegrationTests::read(&shell).unwrap();
        for package in WITH_BROWSERS {
            assert!(tests.options(|of, _| of == package).is_ok(), "{package}");
        }
    }
}
