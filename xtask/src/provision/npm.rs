//! esbuild, TypeScript, wasm-opt, axe and the frameworks' types, from npm.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::Shell;

use super::node;
use crate::workspace;

/// The installed tools.
#[derive(Debug)]
pub(crate) struct NpmTools {
    folder: PathBuf,
}

impl NpmTools {
    pub(crate) fn provide() -> Result<Self> {
        let shell = Shell::new()?;
        node::provide(&shell)?;
        let source = workspace::root().join("xtask/npm");
        let what = "esbuild, TypeScript, wasm-opt and axe";
        let folder = node::install_from_npm(&shell, "npm", &source, what)?;
        Ok(Self { folder })
    }

    /// One of the tools.
    pub(crate) fn tool(&self, name: &str) -> PathBuf {
        let suffix = if cfg!(windows) { ".cmd" } else { "" };
        self.folder
            .join("node_modules/.bin")
            .join(format!("{name}{suffix}"))
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
    let shell = Shell::new()?;
    node::provide(&shell)?;
    let source = workspace::root().join("xtask/npm/docs");
    let folder = node::install_from_npm(&shell, "typedoc", &source, "TypeDoc")?;
    Ok(folder.join("node_modules/.bin").join(if cfg!(windows) {
        "typedoc.cmd"
    } else {
        "typedoc"
    }))
}

/// The folder of the packages that the widget is measured beside.
pub(crate) fn peers() -> Result<PathBuf> {
    let shell = Shell::new()?;
    node::provide(&shell)?;
    let source = workspace::root().join("benches");
    let folder = node::install_from_npm(&shell, "peers", &source, "the benchmark's peers")?;
    Ok(folder.join("node_modules"))
}

/// The name of npm's program.
pub(crate) fn npm() -> &'static Path {
    Path::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}
