//! esbuild, TypeScript, wasm-opt and axe, from npm.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use super::apt;
use crate::{cache, report, workspace};

/// The oldest Node.js that the tools run on.
const OLDEST_NODE: u32 = 20;

/// The installed tools.
#[derive(Debug)]
pub(crate) struct NpmTools {
    folder: PathBuf,
}

impl NpmTools {
    pub(crate) fn provide() -> Result<Self> {
        let shell = Shell::new()?;
        provide_node(&shell)?;
        let source = workspace::root().join("xtask/npm");
        let lock = fs::read(source.join("package-lock.json"))?;
        let digest: String = Sha256::digest(&lock)
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let folder = cache::install_once(&format!("npm-{digest}"), |folder| {
            report::step("installing esbuild, TypeScript, wasm-opt and axe from npm");
            for file in ["package.json", "package-lock.json"] {
                fs::copy(source.join(file), folder.join(file))?;
            }
            shell.change_dir(folder);
            let npm = npm();
            // Their programs come inside the packages: no script has to run.
            cmd!(
                shell,
                "{npm} ci --ignore-scripts --no-audit --no-fund --loglevel=error"
            )
            .quiet()
            .run()?;
            Ok(())
        })?;
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

/// The name of npm's program.
pub(crate) fn npm() -> &'static Path {
    Path::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn provide_node(shell: &Shell) -> Result<()> {
    if which::which("node").is_err() || which::which("npm").is_err() {
        apt::install("Node.js", &["nodejs", "npm"])?;
    }
    let version = cmd!(shell, "node --version").quiet().read()?;
    if major(&version).is_none_or(|major| major < OLDEST_NODE) {
        bail!(
            "Node.js is {version}: install {OLDEST_NODE} or newer from https://nodejs.org, and try again"
        );
    }
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn node_versions() {
        assert_eq!(super::major("v20.20.2\n"), Some(20));
        assert_eq!(super::major("weird"), None);
    }
}
