//! `cargo xtask docs`: the references, of the package (TypeDoc) and of the crates (rustdoc).

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::json;
use xshell::{Shell, cmd};

use crate::{package, provision, report, workspace};

/// The entries of the package that people import.
const ENTRIES: [&str; 6] = ["index", "external", "react", "vue", "element", "server"];

/// Makes both, and returns their folder.
pub(crate) fn build() -> Result<PathBuf> {
    package::build()?;
    let folder = package_reference()?;
    let shell = Shell::new()?;
    shell.change_dir(workspace::root());
    cmd!(
        shell,
        "cargo doc --quiet --locked --no-deps -p documentolog-embed -p documentolog-protocol -p documentolog-server -p documentolog-sandbox"
    )
    .quiet()
    .run()?;
    Ok(folder)
}

/// The package's reference. A public name without a word about it, and a link that leads
/// nowhere, are errors.
pub(crate) fn package_reference() -> Result<PathBuf> {
    report::step("making the package's reference");
    let typedoc = provision::typedoc()?;
    let sources = workspace::root().join("pkg-template");
    let folder = workspace::target().join("docs/package");
    let settings = workspace::target().join("bindgen/typedoc.json");
    let options = json!({
        "entryPoints": ENTRIES.map(|name| sources.join(format!("src/{name}.ts"))),
        "tsconfig": package::types_project(),
        "out": folder,
        "name": "documentolog-embed",
        "readme": sources.join("README.md"),
        "includeVersion": false,
        "highlightLanguages": ["bash", "css", "html", "javascript", "tsx", "typescript", "vue"],
        "disableSources": true,
        "treatWarningsAsErrors": true,
        "treatValidationWarningsAsErrors": true,
        "validation": {"notExported": true, "invalidLink": true, "notDocumented": true},
        "requiredToBeDocumented": [
            "Class", "Interface", "Function", "Method", "Property", "TypeAlias", "Accessor", "Variable",
        ],
        "intentionallyNotDocumented": speaks_for_itself(),
        "intentionallyNotExported": ["Pascal"],
        // What the platform's own types hold is documented elsewhere.
        "excludeExternals": true,
        "excludePrivate": true,
        "logLevel": "Warn",
    });
    fs::write(&settings, serde_json::to_string_pretty(&options)?)?;
    let shell = Shell::new()?;
    shell.change_dir(workspace::root());
    cmd!(shell, "{typedoc} --options {settings}")
        .quiet()
        .run()
        .context("the package's reference has gaps")?;
    Ok(folder)
}

/// What needs no words: that which tells one kind of a union from another, and how Vue is
/// told of a prop (the prop itself has its words).
fn speaks_for_itself() -> Vec<String> {
    const PROPS: [&str; 11] = [
        "token",
        "baseUrl",
        "confirm",
        "credentialless",
        "leaveGuard",
        "locale",
        "permissions",
        "sandbox",
        "signal",
        "timeouts",
        "title",
    ];
    let kinds = ["Outcome", "Progress", "Diagnostic", "SessionEventOf"]
        .map(|union| format!("index.{union}.__type.type"));
    let props = PROPS.iter().flat_map(|prop| {
        ["type", "default", "required"]
            .map(|part| format!("vue.DocumentologSign.__type.{prop}.__type.{part}"))
    });
    let events = ["server.WebhookEvent.__type.type".to_owned()];
    // A name that is not there is a warning, too.
    kinds
        .into_iter()
        .chain(events)
        .chain(props)
        .filter(|name| match name.rsplit_once('.') {
            Some((prop, "default")) => !prop.contains(".token."),
            Some((prop, "required")) => prop.contains(".token."),
            _ => true,
        })
        .collect()
}
