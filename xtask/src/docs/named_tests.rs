//! The threat model and the facts about browsers name the tests that hold them: each must
//! exist.

use std::{collections::BTreeSet, fs, path::Path};

use crate::workspace;

/// The names of all functions in the workspace's tests and sources.
fn functions(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let is_ours = name != "target" && name != "node_modules" && name != ".git";
        if path.is_dir() && is_ours {
            functions(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.extend(text.split("fn ").skip(1).filter_map(|after| {
                let (name, _) = after.split_once('(')?;
                Some(name.to_owned())
            }));
        }
    }
}

/// The names in the last column of a row.
fn names(row: &str) -> Vec<&str> {
    let Some(last) = row.trim_end_matches('|').rsplit('|').next() else {
        return vec![];
    };
    last.split('`')
        .skip(1)
        .step_by(2)
        .filter(|name| name.contains('_'))
        .collect()
}

#[test]
fn every_test_that_is_named_exists() {
    let mut found = BTreeSet::new();
    functions(workspace::root(), &mut found);
    for (document, least) in [("docs/threat-model.md", 41), ("docs/browser-facts.md", 18)] {
        let text = fs::read_to_string(workspace::root().join(document)).unwrap();
        let rows: Vec<_> = text.lines().filter(|line| line.starts_with("| ")).collect();
        let named: Vec<_> = rows.iter().flat_map(|row| names(row)).collect();
        assert!(
            named.len() >= least,
            "the tables of {document} have changed their form"
        );
        for name in named {
            assert!(found.contains(name), "{document} names {name}");
        }
    }
}

#[test]
fn names_in_a_row() {
    assert_eq!(
        names("| a `not_this` | b | `one_test`, `another_test`; `sandbox` |"),
        ["one_test", "another_test"]
    );
}
