//! `cargo xtask release`: what a release consists of, in one folder, and the tag. Publishing is
//! a person's to do.

mod artifacts;
mod materials;
mod trial;

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

use crate::{environment, package, report, workspace};
use artifacts::{Artifacts, CRATES};

/// Makes everything; and, if it is no rehearsal, the tag.
pub(crate) fn run(is_rehearsal: bool) -> Result<()> {
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    let version = workspace::version();
    check(&shell, version)?;
    let host = host(&shell)?;
    let artifacts = Artifacts::new(&host)?;
    artifacts.make_package()?;
    let integrity = package::integrity()?;
    artifacts.make_crates(&shell)?;
    artifacts.make_sandbox(&shell)?;
    materials::list(&shell, &artifacts, &host)?;
    trial::run(&artifacts)?;
    let sums = artifacts.make_checksums(&shell)?;
    print!("{sums}");
    println!("{} {integrity}", package::SINGLE_FILE);
    println!("{}", artifacts.folder().display());
    let tag = format!("v{version}");
    if is_rehearsal {
        report::note(&format!("a rehearsal: no tag {tag} was set"));
        return Ok(());
    }
    cmd!(shell, "git tag --annotate {tag} --message {tag}")
        .quiet()
        .run()?;
    report::note(&format!("tagged {tag}. What is left for a person:"));
    for step in [
        format!("git push origin {tag}"),
        format!("npm publish documentolog-embed-{version}.tgz"),
        CRATES
            .map(|name| format!("cargo publish -p {name}"))
            .join(" && "),
        "attach the other files to the release, with the changelog's lines and the hash above"
            .to_owned(),
    ] {
        report::note(&format!("  {step}"));
    }
    Ok(())
}

/// What must be so before anything is made.
fn check(shell: &Shell, version: &str) -> Result<()> {
    report::step("checking tree, versions and changelog");
    let changes = cmd!(shell, "git status --porcelain").quiet().read()?;
    ensure!(
        changes.is_empty(),
        "the tree is not clean: commit first\n{changes}"
    );
    let tag = format!("v{version}");
    let tags = cmd!(shell, "git tag --list {tag}").quiet().read()?;
    ensure!(
        tags.is_empty(),
        "there is a tag {tag} already: raise the version in Cargo.toml"
    );
    // Locked: a lock file that does not follow is an error, too.
    let metadata = cmd!(
        shell,
        "cargo metadata --format-version 1 --locked --no-deps"
    )
    .quiet()
    .read()?;
    check_versions(&serde_json::from_str(&metadata)?, version)?;
    let changelog = fs::read_to_string(workspace::root().join("CHANGELOG.md"))
        .context("CHANGELOG.md cannot be read")?;
    ensure!(
        changes_of(&changelog, version).is_some(),
        "CHANGELOG.md says nothing under \"## {version}\""
    );
    Ok(())
}

/// Every crate of the workspace has its version, and the published ones may be published.
fn check_versions(metadata: &Value, version: &str) -> Result<()> {
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let found = package["version"].as_str().unwrap_or_default();
        ensure!(
            found == version,
            "{name} has the version {found}, and not {version}"
        );
        // Where nothing is said everything is allowed; `false` is an empty list.
        let is_public = package["publish"].is_null();
        ensure!(
            is_public == CRATES.contains(&name),
            "{name}: `publish` in its Cargo.toml and the list in xtask/src/release/artifacts.rs part"
        );
    }
    Ok(())
}

/// What the changelog says of a version.
fn changes_of<'text>(changelog: &'text str, version: &str) -> Option<&'text str> {
    let heading = format!("\n## {version}\n");
    let (_, after) = changelog.split_once(&heading)?;
    let changes = after.split("\n## ").next()?.trim();
    (!changes.is_empty()).then_some(changes)
}

/// What rustc calls this machine.
fn host(shell: &Shell) -> Result<String> {
    let said = cmd!(shell, "rustc -vV").quiet().read()?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host
        .context("rustc does not say what it builds for")?
        .to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_changelog_says_of_a_version() {
        let changelog = "# Changelog\n\n## 0.2.0\n\n## 0.1.0\n\nThe first.\n";
        assert_eq!(changes_of(changelog, "0.1.0"), Some("The first."));
        assert_eq!(changes_of(changelog, "0.2.0"), None);
        assert_eq!(changes_of(changelog, "0.1"), None);
    }

    #[test]
    fn the_changelog_has_this_version() {
        let changelog = fs::read_to_string(workspace::root().join("CHANGELOG.md")).unwrap();
        assert!(changes_of(&changelog, workspace::version()).is_some());
    }

    #[test]
    fn versions_agree_or_are_told() {
        let package = |name: &str, version: &str, publish: Value| serde_json::json!({"packages": [{"name": name, "version": version, "publish": publish}]});
        let is_right = |metadata: &Value| check_versions(metadata, "1.0.0").is_ok();
        assert!(is_right(&package(CRATES[0], "1.0.0", Value::Null)));
        assert!(is_right(&package("xtask", "1.0.0", serde_json::json!([]))));
        assert!(!is_right(&package(CRATES[0], "1.0.1", Value::Null)));
        assert!(!is_right(&package(
            CRATES[0],
            "1.0.0",
            serde_json::json!([])
        )));
        assert!(!is_right(&package("xtask", "1.0.0", Value::Null)));
    }
}
