//! Bills of materials (CycloneDX, ECMA-424): what is in each thing that is released.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

use super::artifacts::Artifacts;
use crate::{provision, report, workspace};

const WASM: &str = "wasm32-unknown-unknown";

/// Of what there are bills: both modules in the npm package, the kit and the sandbox. Each with
/// the folder of its crate, and the features that it is built with.
const BILLS: [(&str, &str, On, &[&str]); 4] = [
    (
        "documentolog-embed",
        ".",
        On::Wasm,
        &["--features", "module"],
    ),
    ("documentolog-server-js", "crates/server-js", On::Wasm, &[]),
    (
        "documentolog-server",
        "crates/server",
        On::Host,
        &["--all-features"],
    ),
    ("documentolog-sandbox", "crates/sandbox", On::Host, &[]),
];

/// What it is built for.
#[derive(Clone, Copy)]
enum On {
    Wasm,
    Host,
}

/// A crate's name and its version.
type Crate = (String, String);

/// Writes them.
pub(super) fn list(shell: &Shell, artifacts: &Artifacts, host: &str) -> Result<()> {
    report::step("listing what is in it");
    let cyclonedx = provision::cargo_cyclonedx()?;
    let committed_at = cmd!(shell, "git log -1 --format=%ct").quiet().read()?;
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
    // The same bill of the same commit.
    let _time = shell.push_env("SOURCE_DATE_EPOCH", committed_at);
    for (name, folder, on, features) in BILLS {
        let target = match on {
            On::Wasm => WASM,
            On::Host => host,
        };
        cmd!(
            shell,
            "{cyclonedx} cyclonedx --quiet --manifest-path {folder}/Cargo.toml --format json --spec-version 1.5 --target {target} --no-build-deps {features...} --override-filename bill"
        )
        .quiet()
        .run()
        .context("cargo-cyclonedx has written no bill")?;
        let bill = fs::read_to_string(tree.join(folder).join("bill.json"))?;
        let mut bill: Value = serde_json::from_str(&without_folder(&bill, tree))?;
        let described = bill["metadata"]["component"]["name"].as_str();
        ensure!(
            described == Some(name),
            "the bill is of {described:?}, and not of {name}"
        );
        let said = cmd!(
            shell,
            "cargo tree --locked -p {name} --target {target} --edges normal --prefix none {features...}"
        )
        .quiet()
        .read()?;
        keep(&mut bill, &crates(&said, name)).with_context(|| format!("the bill of {name}"))?;
        fs::write(artifacts.bill(name), serde_json::to_string_pretty(&bill)?)?;
    }
    Ok(())
}

/// The bill, without where its copy of the tree was.
fn without_folder(bill: &str, tree: &Path) -> String {
    bill.replace(&format!("path+file://{}", tree.display()), "path+file://")
}

/// The crates in what `cargo tree` says, without the one that it is asked of.
fn crates(said: &str, root: &str) -> BTreeSet<Crate> {
    said.lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
            Some((name.to_owned(), version.to_owned()))
        })
        .filter(|(name, _)| name != root)
        .collect()
}

/// Takes out of a bill what is not built into the crate. cargo-cyclonedx looks at the features
/// that dependencies have in the whole workspace, tests included, and so at more of them.
fn keep(bill: &mut Value, crates: &BTreeSet<Crate>) -> Result<()> {
    let text = |component: &Value, name: &str| {
        component[name]
            .as_str()
            .map(str::to_owned)
            .with_context(|| format!("a component without {name}"))
    };
    ensure!(bill["bomFormat"] == "CycloneDX", "it is none of CycloneDX");
    let components = bill["components"]
        .as_array_mut()
        .context("there are no components")?;
    let (mut found, mut kept) = (BTreeSet::new(), BTreeSet::new());
    let mut left = Vec::new();
    for component in components.drain(..) {
        let of = (text(&component, "name")?, text(&component, "version")?);
        if crates.contains(&of) {
            kept.insert(text(&component, "bom-ref")?);
            found.insert(of);
            left.push(component);
        }
    }
    let missing: Vec<_> = crates.difference(&found).collect();
    ensure!(missing.is_empty(), "it lacks {missing:?}");
    *components = left;
    let itself = text(&bill["metadata"]["component"], "bom-ref")?;
    kept.insert(itself);
    let is_kept = |reference: &Value| reference.as_str().is_some_and(|it| kept.contains(it));
    let dependencies = bill["dependencies"]
        .as_array_mut()
        .context("there are no dependencies")?;
    dependencies.retain(|entry| is_kept(&entry["ref"]));
    for entry in dependencies {
        let on = entry.get_mut("dependsOn").and_then(Value::as_array_mut);
        if let Some(on) = on {
            on.retain(is_kept);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn bill() -> Value {
        let component = |name: &str| json!({"name": name, "version": "1.0.0", "bom-ref": name});
        json!({
            "bomFormat": "CycloneDX",
            "metadata": {"component": component("ours")},
            "components": [component("used"), component("unused")],
            "dependencies": [
                {"ref": "ours", "dependsOn": ["used", "unused"]},
                {"ref": "used"},
                {"ref": "unused", "dependsOn": ["used"]},
            ],
        })
    }

    #[test]
    fn a_bill_lists_what_is_built_in_and_nothing_else() {
        let mut bill = bill();
        let tree = "ours v0.1.0 (/somewhere)\nused v1.0.0 (proc-macro)\nused v1.0.0 (*)";
        keep(&mut bill, &crates(tree, "ours")).unwrap();
        assert_eq!(bill["components"].as_array().unwrap().len(), 1);
        assert_eq!(
            bill["dependencies"],
            json!([{"ref": "ours", "dependsOn": ["used"]}, {"ref": "used"}])
        );
    }

    #[test]
    fn a_bill_that_lacks_something_is_none() {
        let error = keep(&mut bill(), &crates("used v1.0.0\nused v2.0.0", "ours")).unwrap_err();
        assert!(error.to_string().contains("\"2.0.0\""), "{error}");
    }

    #[test]
    fn a_bill_does_not_say_where_it_was_made() {
        let said = r#""path+file:///tmp/x/crates/a#a@1""#;
        assert_eq!(
            without_folder(said, Path::new("/tmp/x")),
            r#""path+file:///crates/a#a@1""#
        );
    }
}
