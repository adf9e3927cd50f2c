//! What the workspace depends on: licences, sources, known vulnerabilities.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use spdx::{Expression, ParseMode};
use xshell::cmd;

use crate::{environment, provision, report, workspace};

/// Runs cargo-deny by `deny.toml`. Its advisories are a repository on the network: where that
/// cannot be had, it is said, and the rest is checked all the same.
pub(crate) fn run() -> Result<()> {
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    let deny = provision::cargo_deny()?;
    // Without `--workspace` it would look at the root package alone.
    cmd!(
        shell,
        "{deny} --locked --workspace check bans licenses sources"
    )
    .quiet()
    .run()
    .context("bans, licences or sources are not as deny.toml has them")?;
    let has_advisories = cmd!(shell, "{deny} fetch db")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_ok();
    if !has_advisories {
        report::note(
            "RustSec's advisories cannot be fetched here: known vulnerabilities are NOT checked",
        );
        return Ok(());
    }
    cmd!(shell, "{deny} --locked --workspace check advisories")
        .quiet()
        .run()
        .context("a dependency has a known vulnerability, or was taken back")?;
    Ok(())
}

/// Checks every dependency's licence by the list in `deny.toml`. Needs no tool that takes
/// minutes to build.
pub(crate) fn check_licences() -> Result<()> {
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    let metadata = cmd!(
        shell,
        "cargo metadata --format-version 1 --locked --all-features"
    )
    .quiet()
    .read()?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let settings = fs::read_to_string(workspace::root().join("deny.toml"))
        .context("deny.toml cannot be read")?;
    let allowed = Allowed::read(&settings)?;
    let mut refused = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let (name, licence) = (text(package, "name"), text(package, "license"));
        if let Err(why) = allowed.check(name, licence) {
            refused.push(format!("{name} {}: {why}", text(package, "version")));
        }
    }
    if !refused.is_empty() {
        bail!(
            "licences that deny.toml does not list:\n{}",
            refused.join("\n")
        );
    }
    Ok(())
}

fn text<'value>(package: &'value Value, name: &str) -> &'value str {
    package[name].as_str().unwrap_or_default()
}

/// The licences of `deny.toml`.
#[derive(Debug)]
struct Allowed {
    everywhere: Vec<String>,
    exceptions: BTreeMap<String, Vec<String>>,
}

impl Allowed {
    fn read(settings: &str) -> Result<Self> {
        let settings: toml::Table = settings.parse()?;
        let licenses = settings.get("licenses").context("no [licenses]")?;
        let list = |value: Option<&toml::Value>| -> Vec<String> {
            let texts = value.and_then(toml::Value::as_array).into_iter().flatten();
            texts
                .filter_map(|text| Some(text.as_str()?.to_owned()))
                .collect()
        };
        let exceptions = licenses.get("exceptions").and_then(toml::Value::as_array);
        Ok(Self {
            everywhere: list(licenses.get("allow")),
            exceptions: exceptions
                .into_iter()
                .flatten()
                .filter_map(|entry| {
                    let name = entry.get("crate")?.as_str()?;
                    Some((name.to_owned(), list(entry.get("allow"))))
                })
                .collect(),
        })
    }

    fn check(&self, name: &str, licence: &str) -> Result<(), String> {
        if licence.is_empty() {
            return Err("it names none".to_owned());
        }
        // Old crates write a slash for "or".
        let expression = Expression::parse_mode(licence, ParseMode::LAX)
            .map_err(|_| format!("{licence} cannot be read"))?;
        let exceptions = self.exceptions.get(name);
        let is_allowed = expression.evaluate(|requirement| {
            let named = requirement.to_string();
            let mut listed = self
                .everywhere
                .iter()
                .chain(exceptions.into_iter().flatten());
            listed.any(|allowed| *allowed == named)
        });
        if is_allowed {
            Ok(())
        } else {
            Err(licence.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_listed_or_refused() {
        let settings = "[licenses]\nallow = [\"MIT\", \"Apache-2.0 WITH LLVM-exception\"]\nexceptions = [{ crate = \"a\", allow = [\"MPL-2.0\"] }]";
        let allowed = Allowed::read(settings).unwrap();
        let rows = [
            ("b", "MIT OR Apache-2.0", true),
            ("b", "GPL-3.0-only/MIT", true),
            ("b", "Apache-2.0 WITH LLVM-exception", true),
            ("b", "Apache-2.0", false),
            ("b", "MIT AND GPL-3.0-only", false),
            ("a", "MPL-2.0", true),
            ("b", "MPL-2.0", false),
            ("b", "", false),
            ("b", "Our own", false),
        ];
        for (name, licence, is_allowed) in rows {
            assert_eq!(
                allowed.check(name, licence).is_ok(),
                is_allowed,
                "{name}: {licence}"
            );
        }
    }
}
