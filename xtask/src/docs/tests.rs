//! What the documents say of the repository's folders is so.

use std::{collections::BTreeSet, fs};

use crate::workspace;

/// The names in the diagram that end as a folder's does.
fn folders_in_the_diagram() -> BTreeSet<String> {
    let diagram = workspace::root().join("docs/images/architecture.svg");
    let diagram = fs::read_to_string(diagram).unwrap();
    diagram
        .split('>')
        .filter_map(|part| part.split_once("</").map(|(text, _)| text.trim()))
        .filter_map(|text| text.strip_suffix('/'))
        .map(str::to_owned)
        .collect()
}

/// The folders in one of the repository's, by their paths from its root.
fn folders_in(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(workspace::root().join(folder)).unwrap();
    entries
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| name != "target" && name != "node_modules" && !name.starts_with('.'))
        .map(|name| format!("{folder}{name}"))
        .collect()
}

#[test]
fn the_diagram_names_each_folder_that_is_there_and_none_that_is_not() {
    let named = folders_in_the_diagram();
    assert!(
        named.len() > 10,
        "the diagram has changed its form: {named:?}"
    );
    for folder in &named {
        assert!(
            workspace::root().join(folder).is_dir(),
            "there is no {folder}/"
        );
    }
    let is_named = |folder: &str| {
        named
            .iter()
            .any(|name| name == folder || name.starts_with(&format!("{folder}/")))
    };
    for folder in folders_in("").into_iter().chain(folders_in("crates/")) {
        assert!(is_named(&folder), "the diagram does not name {folder}/");
    }
}

#[test]
fn the_houses_tables_name_each_folder() {
    for document in ["README.md", "docs/architecture.md"] {
        let text = fs::read_to_string(workspace::root().join(document)).unwrap();
        for folder in folders_in_the_diagram() {
            let top = folder.split('/').next().unwrap_or_default();
            assert!(
                text.contains(&format!("`{folder}/")) || text.contains(&format!("`{top}/`")),
                "{document} does not name {folder}/"
            );
        }
    }
}

/// The codes of a union in the TypeScript that is made from Rust.
fn codes(file: &str, union: &str) -> Vec<String> {
    let file = workspace::root().join("pkg-template/src").join(file);
    let text = fs::read_to_string(file).unwrap();
    let (_, after) = text.split_once(&format!("export type {union} = ")).unwrap();
    let (codes, _) = after.split_once(';').unwrap();
    codes
        .split('|')
        .map(|code| code.trim().trim_matches('"').to_owned())
        .collect()
}

#[test]
fn every_error_code_is_explained_once() {
    let text = fs::read_to_string(workspace::root().join("docs/errors.md")).unwrap();
    let (page, rest) = text.split_once("## In the back end").unwrap();
    let (back_end, refusals) = rest.split_once("## What the gate refused").unwrap();

    let expected = codes("bindings.ts", "ErrorCode");
    let sections: Vec<_> = page.split("\n### ").skip(1).collect();
    let explained: Vec<_> = sections
        .iter()
        .filter_map(|section| section.lines().next())
        .collect();
    assert_eq!(sorted(&explained), sorted(&expected));
    for section in sections {
        for part in ["* **Meaning:** ", "* **Cause:** ", "* **What to do:** "] {
            assert!(section.contains(part), "no {part} in {section}");
        }
    }

    let expected = codes("server-bindings.ts", "ServerErrorCode");
    assert_eq!(sorted(&first_column(back_end)), sorted(&expected));

    let expected = codes("bindings.ts", "Refusal");
    assert_eq!(sorted(&first_column(refusals)), sorted(&expected));
}

/// What stands as code in the first column of a table.
fn first_column(text: &str) -> Vec<&str> {
    text.lines()
        .filter(|line| line.starts_with("| `"))
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .collect()
}

fn sorted(names: &[impl AsRef<str>]) -> Vec<&str> {
    let mut names: Vec<_> = names.iter().map(AsRef::as_ref).collect();
    names.sort_unstable();
    names
}
