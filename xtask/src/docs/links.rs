//! Every link of the repository's documents leads somewhere: to a file or folder of the
//! repository, and to a heading that is there. Nothing is asked of the network.

use std::{
    collections::BTreeMap,
    fs,
    ops::Range,
    path::{Component, Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use pulldown_cmark::{Event, Parser, Tag};

use super::anchors;
use crate::{report, workspace};

/// A link or image of a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Where it stands in the document's text.
    pub(super) place: Range<usize>,
    /// The path, without the anchor.
    pub(super) path: String,
    /// The heading.
    pub(super) anchor: Option<String>,
}

/// Whether this leads out of the repository.
pub(super) fn is_elsewhere(destination: &str) -> bool {
    destination.contains("://") || destination.starts_with("mailto:")
}

/// The links of a document that stay in the repository.
pub(super) fn inner_links(text: &str) -> Vec<Link> {
    Parser::new_ext(text, anchors::MARKDOWN)
        .into_offset_iter()
        .filter_map(|(event, place)| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                Some((dest_url, place))
            }
            _ => None,
        })
        .filter(|(destination, _)| !is_elsewhere(destination))
        .map(|(destination, place)| {
            let (path, anchor) = match destination.split_once('#') {
                Some((path, anchor)) => (path, Some(anchor.to_owned())),
                None => (&*destination, None),
            };
            Link {
                place,
                path: path.to_owned(),
                anchor,
            }
        })
        .collect()
}

/// Checks every document of the repository.
pub(crate) fn check() -> Result<()> {
    report::step("checking the documents' links");
    let documents = documents(workspace::root())?;
    let mut broken = Vec::new();
    for (path, text) in &documents {
        for link in inner_links(text) {
            if let Err(why) = follow(path, &link, &documents) {
                let line = text[..link.place.start].lines().count().max(1);
                broken.push(format!("{}:{line}: {why}", path.display()));
            }
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        bail!("links that lead nowhere:\n{}", broken.join("\n"))
    }
}

fn follow(from: &Path, link: &Link, documents: &BTreeMap<PathBuf, String>) -> Result<(), String> {
    let target = match link.path.as_str() {
        "" => from.to_owned(),
        path => resolve(from, path).ok_or_else(|| format!("{path} is outside the repository"))?,
    };
    if !workspace::root().join(&target).exists() {
        return Err(format!("there is no {}", target.display()));
    }
    let Some(anchor) = &link.anchor else {
        return Ok(());
    };
    let Some(text) = documents.get(&target) else {
        return Err(format!(
            "{} is no document: it has no #{anchor}",
            target.display()
        ));
    };
    if anchors::headings(text).1.contains(anchor) {
        Ok(())
    } else {
        Err(format!("{} has no heading #{anchor}", target.display()))
    }
}

/// A relative path from a document, as a path from the root.
pub(super) fn resolve(from: &Path, path: &str) -> Option<PathBuf> {
    let mut resolved = from.parent()?.to_owned();
    for component in Path::new(path).components() {
        match component {
            Component::ParentDir => {
                if !resolved.pop() {
                    return None;
                }
            }
            Component::Normal(name) => resolved.push(name),
            Component::CurDir => {}
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(resolved)
}

/// The repository's documents by their paths from its root.
pub(super) fn documents(root: &Path) -> Result<BTreeMap<PathBuf, String>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let (path, name) = {
                let entry = entry?;
                (entry.path(), entry.file_name())
            };
            // What is built or installed, and what is hidden.
            let is_made = name == "target"
                || name == "node_modules"
                || name.as_encoded_bytes().starts_with(b".");
            if is_made {
                continue;
            } else if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                let text = fs::read_to_string(&path)
                    .with_context(|| format!("{} cannot be read", path.display()))?;
                found.insert(path.strip_prefix(root)?.to_owned(), text);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_in_a_document() {
        let text =
            "[a](b.md#c) `[no](no.md)` ![d](../e.png)\n\n[out](https://example.kz) [here](#f)";
        let found = inner_links(text);
        let found: Vec<_> = found
            .iter()
            .map(|link| (link.path.as_str(), link.anchor.as_deref()))
            .collect();
        assert_eq!(
            found,
            [("b.md", Some("c")), ("../e.png", None), ("", Some("f"))]
        );
    }

    #[test]
    fn a_link_that_leads_nowhere_is_told() {
        let one = PathBuf::from("docs/README.md");
        let documents = BTreeMap::from([(one.clone(), "# Head".to_owned())]);
        let told = |text: &str| follow(&one, &inner_links(text)[0], &documents);
        assert_eq!(told("[a](#head)"), Ok(()));
        assert!(told("[a](#foot)").unwrap_err().contains("no heading #foot"));
        assert!(
            told("[a](nothing.md)")
                .unwrap_err()
                .contains("docs/nothing.md")
        );
        assert!(told("[a](../../etc)").unwrap_err().contains("outside"));
        assert_eq!(told("[a](../Cargo.toml)"), Ok(()));
    }

    #[test]
    fn every_link_of_the_repository_leads_somewhere() {
        check().unwrap();
    }
}
