//! esbuild, TypeScript, wasm-opt, axe and the frameworks' types, from npm.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::node;

/// The installed tools.
#[derive(Debug)]
pub(crate) struct NpmTools {
    folder: PathBuf,
}

impl NpmTools {
    pub(crate) fn provide() -> Result<Self> {
        let what = "esbuild, TypeScript, wasm-opt and axe";
        let folder = node::install_from_npm("npm", "xtask/npm", what)?;
        Ok(Self { folder })
    }

    /// One of the tools.
    pub(crate) fn tool(&self, name: &str) -> PathBuf {
        program(&self.folder, name)
    }

    /// A file of one of the packages.
    pub(crate) fn file(&self, path: &str) -> PathBuf {
        self.folder.join("node_modules").join(path)
    }

    /// Where they are, for people.
    pub(crate) fn describe(&self) -> String {
        self.folder.display().to_string()
    }
}

/// TypeDoc.
pub(crate) fn typedoc() -> Result<PathBuf> {
    let folder = node::install_from_npm("typedoc", "xtask/npm/docs", "TypeDoc")?;
    Ok(program(&folder, "typedoc"))
}

/// A program of what has been installed in a folder.
fn program(folder: &Path, name: &str) -> PathBuf {
    let suffix = if cfg!(windows) { ".cmd" } else { "" };
    folder
        .join("node_modules/.bin")
        .join(format!("{name}{suffix}"))
}

/// The folder of the packages that the widget is measured beside.
pub(crate) fn peers() -> Result<PathBuf> {
    let folder = node::install_from_npm("peers", "benches", "the benchmark's peers")?;
    Ok(folder.join("node_modules"))
}

/// The name of npm's program.
pub(crate) fn npm() -> &'static Path {
    Path::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}
