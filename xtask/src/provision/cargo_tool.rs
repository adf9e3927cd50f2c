//! Tools that come as crates.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{cache, report};

/// The tool on PATH if it is of this version, else one built into the cache.
pub(crate) fn find_or_install(name: &str, version: &str, duration: &str) -> Result<PathBuf> {
    let shell = Shell::new()?;
    if let Ok(found) = which::which(name) {
        let said = cmd!(shell, "{found} --version")
            .quiet()
            .ignore_stderr()
            .read()
            .unwrap_or_default();
        if said.split_whitespace().any(|word| word == version) {
            return Ok(found);
        }
    }
    let folder = cache::install_once(&format!("{name}-{version}"), |folder| {
        report::step(&format!("building {name} {version}, {duration}"));
        let build = tempfile::tempdir()?;
        let target = build.path();
        cmd!(
            shell,
            "cargo install --locked {name}@{version} --root {folder} --target-dir {target}"
        )
        .quiet()
        .run()?;
        Ok(())
    })?;
    Ok(folder
        .join("bin")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
