//! `cargo xtask release`: what a release consists of, in one folder, and the tag. Publishing is
//! a person's to do.

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::{package, provision, report, workspace};

/// The crates that are published, each after those that it uses.
const CRATES: [&str; 4] = [
    "documentolog-protocol",
    "documentolog-server",
    "documentolog-embed",
    "documentolog-sandbox",
];

/// The checksums' file, as `sha256sum --check` reads it.
const CHECKSUMS: &str = "SHA256SUMS";

/// Makes everything; and, if it is no rehearsal, the tag.
pub(crate) fn run(is_rehearsal: bool) -> Result<()> {
    let shell = Shell::new()?;
    shell.change_dir(workspace::root());
    let version = workspace::version();
    check(&shell, version)?;
    let artifacts = workspace::target().join("release-artifacts");
    if artifacts.is_dir() {
        fs::remove_dir_all(&artifacts)?;
    }
    fs::create_dir_all(&artifacts)?;
    let tarball = package::pack()?;
    let integrity = package::integrity()?;
    fs::copy(
        tarball,
        artifacts.join(format!("documentolog-embed-{version}.tgz")),
    )?;
    pack_crates(&shell, version, &artifacts)?;
    let target = build_sandbox(&shell, version, &artifacts)?;
    list_materials(&shell, version, &target, &artifacts)?;
    let sums = checksums(&artifacts)?;
    fs::write(artifacts.join(CHECKSUMS), &sums)?;
    print!("{sums}");
    println!("{} {integrity}", package::SINGLE_FILE);
    println!("{}", artifacts.display());
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
            "{name}: `publish` in its Cargo.toml and the list in xtask/src/release.rs part"
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

/// Packs each crate, and builds each from its pack.
fn pack_crates(shell: &Shell, version: &str, artifacts: &Path) -> Result<()> {
    report::step("packing the crates");
    let crates = CRATES.into_iter().flat_map(|name| ["-p", name]);
    cmd!(shell, "cargo package --quiet --locked {crates...}")
        .quiet()
        .run()?;
    for name in CRATES {
        let file = format!("{name}-{version}.crate");
        fs::copy(
            workspace::target().join("package").join(&file),
            artifacts.join(&file),
        )
        .with_context(|| format!("{file} was not made"))?;
    }
    Ok(())
}

/// Builds the sandbox's program for this machine, and gives the machine's name.
fn build_sandbox(shell: &Shell, version: &str, artifacts: &Path) -> Result<String> {
    report::step("building the sandbox");
    let said = cmd!(shell, "rustc -vV").quiet().read()?;
    let target = said
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("rustc does not say what it builds for")?;
    {
        let _flags = shell.push_env("CARGO_ENCODED_RUSTFLAGS", package::without_paths()?);
        cmd!(
            shell,
            "cargo build --quiet --locked --release -p documentolog-sandbox"
        )
        .quiet()
        .run()?;
    }
    let suffix = env::consts::EXE_SUFFIX;
    let built = workspace::target().join(format!("release/documentolog-sandbox{suffix}"));
    let name = format!("documentolog-sandbox-{version}-{target}{suffix}");
    fs::copy(built, artifacts.join(name))?;
    Ok(target.to_owned())
}

/// Bills of materials (CycloneDX, ECMA-424): of the module in the package, of the kit and of
/// the sandbox.
fn list_materials(shell: &Shell, version: &str, target: &str, artifacts: &Path) -> Result<()> {
    report::step("listing what is in it");
    let cyclonedx = provision::cargo_cyclonedx()?;
    // It writes beside each manifest: so it is given a copy of the tree.
    let copy = tempfile::tempdir()?;
    let (tree, root) = (copy.path(), workspace::root());
    cmd!(
        shell,
        "git clone --quiet --local --no-hardlinks {root} {tree}"
    )
    .quiet()
    .run()?;
    let _inside = shell.push_dir(tree);
    let bills: [(&str, &str, &str); 3] = [
        ("documentolog-embed", ".", "wasm32-unknown-unknown"),
        ("documentolog-server", "crates/server", target),
        ("documentolog-sandbox", "crates/sandbox", target),
    ];
    for (name, folder, target) in bills {
        cmd!(
            shell,
            "{cyclonedx} cyclonedx --quiet --manifest-path {folder}/Cargo.toml --format json --target {target} --no-build-deps --override-filename bill"
        )
        .quiet()
        .run()?;
        let bill = fs::read_to_string(tree.join(folder).join("bill.json"))?;
        let bill: Value = serde_json::from_str(&bill)?;
        let described = bill["metadata"]["component"]["name"].as_str();
        ensure!(
            described == Some(name),
            "the bill is of {described:?}, and not of {name}"
        );
        fs::write(
            artifacts.join(format!("{name}-{version}.cdx.json")),
            serde_json::to_string_pretty(&bill)?,
        )?;
    }
    Ok(())
}

/// The SHA-256 of every file in a folder, by their names.
fn checksums(folder: &Path) -> Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    let mut sums = String::new();
    for file in files {
        for byte in Sha256::digest(fs::read(&file)?) {
            write!(sums, "{byte:02x}")?;
        }
        let name = file.file_name().unwrap_or_default();
        writeln!(sums, "  {}", name.display())?;
    }
    if sums.is_empty() {
        bail!("{} is empty", folder.display());
    }
    Ok(sums)
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

    #[test]
    fn checksums_as_sha256sum_writes_them() {
        let folder = tempfile::tempdir().unwrap();
        assert!(checksums(folder.path()).is_err());
        fs::write(folder.path().join("b"), "").unwrap();
        fs::write(folder.path().join("a"), "a").unwrap();
        assert_eq!(
            checksums(folder.path()).unwrap(),
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
        );
    }
}
