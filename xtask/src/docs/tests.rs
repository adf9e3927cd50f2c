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
    for entry in fs::read_dir(workspace::root()).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let is_made = name == "target" || name == "node_modules" || name.starts_with('.');
        if entry.path().is_dir() && !is_made {
            let is_named = named
                .iter()
                .any(|folder| folder.split('/').next() == Some(&name));
            assert!(is_named, "the diagram does not name {name}/");
        }
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
