//! The site, by TypeDoc: the package's reference, the documents as pages beside it, and the
//! crates' reference in a folder of it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::json;
use xshell::cmd;

use super::{documents::Pages, links};
use crate::{environment, package, provision, report, workspace};

/// The entries of the package that people import.
const ENTRIES: [&str; 6] = ["index", "external", "react", "vue", "element", "server"];

/// The crates' folder in the site.
const CRATES: &str = "rust";
/// The crate whose page leads to the others.
const FIRST_CRATE: &str = "documentolog_server/index.html";
/// What stands for the way to the crates' folder, until it is known how far it is from a page.
const TO_CRATES: &str = "https://crates.invalid/";

/// Makes it, without the crates. A public name without a word about it, and a link that leads
/// nowhere, are errors.
pub(super) fn make(pages: &Pages) -> Result<PathBuf> {
    report::step("making the site");
    let typedoc = provision::typedoc()?;
    let sources = workspace::root().join("pkg-template");
    let folder = workspace::target().join("site");
    let settings = workspace::target().join("docs/typedoc.json");
    let order: Vec<_> = pages
        .parts
        .iter()
        .copied()
        .chain(["Modules", "*"])
        .collect();
    let options = json!({
        "entryPoints": ENTRIES.map(|name| sources.join(format!("src/{name}.ts"))),
        "tsconfig": package::types_project(),
        "out": folder,
        "name": "documentolog-embed",
        "readme": pages.front,
        "projectDocuments": pages.documents,
        "groupOrder": order,
        "sort": ["documents-first", "kind", "instance-first", "alphabetical-ignoring-documents"],
        "navigation": {"includeGroups": true},
        "navigationLinks": {"Rust": format!("{TO_CRATES}{FIRST_CRATE}")},
        "includeVersion": false,
        "highlightLanguages": [
            "bash", "css", "html", "javascript", "json", "nginx", "rust", "tsx", "typescript", "vue",
        ],
        "disableSources": true,
        // Its links to what extends nothing lead nowhere.
        "includeHierarchySummary": false,
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
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    cmd!(shell, "{typedoc} --options {settings}")
        .quiet()
        .run()
        .context("the package's reference has gaps")?;
    Ok(folder)
}

/// Puts the crates' reference into the site, and leads each page to it.
pub(super) fn add_crates(site: &Path, reference: &Path) -> Result<()> {
    for page in pages(site)? {
        let text = fs::read_to_string(site.join(&page))?;
        let up = "../".repeat(page.components().count() - 1);
        fs::write(
            site.join(&page),
            text.replace(TO_CRATES, &format!("{up}{CRATES}/")),
        )?;
    }
    copy_folder(reference, &site.join(CRATES))
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let copy = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &copy)?;
        } else {
            fs::copy(entry.path(), copy)?;
        }
    }
    Ok(())
}

/// The site's pages by their paths in it. The crates' are rustdoc's, which checks its own.
fn pages(site: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let inner = path.strip_prefix(site)?;
            if path.is_dir() && inner != Path::new(CRATES) {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                found.insert(inner.to_owned());
            }
        }
    }
    Ok(found)
}

/// Checks that every link of every page leads to a file that is there, and to a place in it.
pub(super) fn check(site: &Path) -> Result<()> {
    let mut broken = Vec::new();
    for page in pages(site)? {
        let text = fs::read_to_string(site.join(&page))?;
        for link in attributes(&text, "href").chain(attributes(&text, "src")) {
            if links::is_elsewhere(link) || link.starts_with("data:") {
                continue;
            }
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let path = path.split('?').next().unwrap_or_default();
            let target = match path {
                "" => Some(page.clone()),
                path => links::resolve(&page, path),
            };
            let Some(target) = target
                .map(|target| site.join(target))
                .filter(|target| target.exists())
            else {
                broken.push(format!("{}: {link}", page.display()));
                continue;
            };
            let is_page = target
                .extension()
                .is_some_and(|extension| extension == "html");
            if !anchor.is_empty() && is_page {
                let text = fs::read_to_string(&target)?;
                if !attributes(&text, "id").any(|id| id == anchor) {
                    broken.push(format!("{}: {link}", page.display()));
                }
            }
        }
    }
    if !broken.is_empty() {
        bail!("the site's links lead nowhere:\n{}", broken.join("\n"));
    }
    Ok(())
}

/// What an attribute holds, wherever it stands in a page that TypeDoc has written.
fn attributes<'page>(page: &'page str, name: &str) -> impl Iterator<Item = &'page str> {
    let start = format!(" {name}=\"");
    let places: Vec<_> = page
        .match_indices(&start)
        .map(|(place, _)| place + start.len())
        .collect();
    places
        .into_iter()
        .filter_map(|place| page[place..].split('"').next())
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
