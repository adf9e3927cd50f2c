//! The repository's documents as pages of the site. TypeDoc takes them with a few lines at
//! their head, which would only be in the way of those who read them in the repository: so it
//! is given copies.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use super::{anchors, links};
use crate::workspace;

/// The site's parts, in their order, and the documents of each: a file, or a folder.
const PARTS: [(&str, &[&str]); 4] = [
    (
        "Start here",
        &[
            "docs/start.md",
            "pkg-template/README.md",
            "examples/README.md",
        ],
    ),
    ("Guides", &["docs/guides"]),
    (
        "The house",
        &[
            "docs/architecture.md",
            "docs/threat-model.md",
            "docs/performance.md",
            "docs/browser-facts.md",
            "docs/decisions/README.md",
            "SECURITY.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
        ],
    ),
    ("Reference", &["docs/errors.md"]),
];

/// The front page.
const FRONT: &str = "docs/README.md";

/// What TypeDoc is given.
#[derive(Debug)]
pub(super) struct Pages {
    /// The front page.
    pub(super) front: PathBuf,
    /// The others, in their order.
    pub(super) documents: Vec<PathBuf>,
    /// The parts' names, in their order.
    pub(super) parts: Vec<&'static str>,
}

/// Writes the copies.
pub(super) fn stage() -> Result<Pages> {
    let staged = workspace::target().join("docs/pages");
    if staged.is_dir() {
        fs::remove_dir_all(&staged)?;
    }
    let mut documents = Vec::new();
    let all = links::documents(workspace::root())?;
    let pages: Vec<_> = all.keys().map(PathBuf::as_path).collect();
    for (part, places) in PARTS {
        for place in places {
            let found: Vec<_> = all.keys().filter(|path| path.starts_with(place)).collect();
            ensure!(!found.is_empty(), "there is no document at {place}");
            for document in found {
                documents.push(stage_one(&staged, document, &all[document], part, &pages)?);
            }
        }
    }
    // Below the table that leads to them.
    for (document, text) in &all {
        if document.starts_with("docs/decisions") && !document.ends_with("README.md") {
            stage_one(&staged, document, text, "The house", &pages)?;
        }
    }
    let front = all
        .get(Path::new(FRONT))
        .context("docs/README.md is missing")?;
    let front = stage_one(&staged, Path::new(FRONT), front, "", &pages)?;
    Ok(Pages {
        front,
        documents,
        parts: PARTS.map(|(part, _)| part).to_vec(),
    })
}

fn stage_one(
    staged: &Path,
    document: &Path,
    text: &str,
    part: &str,
    pages: &[&Path],
) -> Result<PathBuf> {
    let place = staged.join(document);
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut page = String::new();
    if !part.is_empty() {
        page = head(document, text, part, pages)?;
    }
    page.push_str(&with_copies(staged, document, text, pages)?);
    fs::write(&place, page)?;
    Ok(place)
}

fn head(document: &Path, text: &str, part: &str, pages: &[&Path]) -> Result<String> {
    let (title, _) = anchors::headings(text);
    let title = title.with_context(|| format!("{} has no heading", document.display()))?;
    let title = serde_json::to_string(&title)?;
    let mut head = format!("---\ntitle: {title}\ngroup: {part}\n");
    let children = pages.iter().filter(|page| {
        document.ends_with("decisions/README.md")
            && page.parent() == document.parent()
            && *page != &document
    });
    for (index, child) in children.enumerate() {
        if index == 0 {
            head.push_str("children:\n");
        }
        let name = child.file_name().unwrap_or_default();
        writeln!(head, "  - ./{}", name.display())?;
    }
    head.push_str("---\n");
    Ok(head)
}

/// The text, its links led to pages and to copies of the files that are none.
fn with_copies(staged: &Path, document: &Path, text: &str, pages: &[&Path]) -> Result<String> {
    let mut links = links::inner_links(text);
    links.sort_by_key(|link| link.place.start);
    let mut result = text.to_owned();
    // From the end, so that places stay what they are.
    for link in links.into_iter().rev().filter(|link| !link.path.is_empty()) {
        let Some(target) = links::resolve(document, &link.path) else {
            continue;
        };
        let source = workspace::root().join(&target);
        let new = if source.is_dir() {
            let index = target.join("README.md");
            pages
                .contains(&index.as_path())
                .then(|| format!("{}/README.md", link.path.trim_end_matches('/')))
        } else if pages.contains(&target.as_path()) {
            Some(link.path.clone())
        } else {
            // As text, which every browser shows.
            let is_image = ["png", "svg", "webp"]
                .iter()
                .any(|extension| target.extension().is_some_and(|found| found == *extension));
            let suffix = if is_image { "" } else { ".txt" };
            let copy = staged.join(format!("{}{suffix}", target.display()));
            if let Some(folder) = copy.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::copy(&source, copy)?;
            Some(format!("{}{suffix}", link.path))
        };
        let written = &text[link.place.clone()];
        let replaced = match new {
            Some(new) => written.replacen(&format!("]({}", link.path), &format!("]({new}"), 1),
            // A folder without a page of its own.
            None => written
                .trim_start_matches('[')
                .split("](")
                .next()
                .unwrap_or_default()
                .to_owned(),
        };
        result.replace_range(link.place, &replaced);
    }
    Ok(result)
}
