//! `cargo xtask docs`: one site of the repository's own documents, the package's reference
//! (TypeDoc) and the crates' (rustdoc).

mod anchors;
mod documents;
mod links;
#[cfg(test)]
mod named_tests;
mod site;
mod snippets;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::{
    environment, package,
    targets::{FEATURES, PACKAGES},
    workspace,
};

pub(crate) use snippets::write as write_snippets;

/// Makes the site, and returns its folder. A link that leads nowhere, and a public name
/// without a word about it, are errors.
pub(crate) fn build() -> Result<PathBuf> {
    package::build()?;
    links::check()?;
    let pages = documents::stage()?;
    let folder = site::make(&pages)?;
    let crates = crates_reference()?;
    site::add_crates(&folder, &crates)?;
    site::check(&folder)?;
    Ok(folder)
}

/// The crates' reference, of public items alone.
fn crates_reference() -> Result<PathBuf> {
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    // What was made for another purpose, such as private items, would stay in it.
    let folder = workspace::target().join("doc");
    shell.remove_path(&folder)?;
    // All crates, as the check of the documentation has them: with fewer, dependencies would
    // have other features, and be built once more.
    cmd!(
        shell,
        "cargo doc --quiet --locked --no-deps {PACKAGES...} {FEATURES...}"
    )
    .quiet()
    .run()?;
    Ok(folder)
}
