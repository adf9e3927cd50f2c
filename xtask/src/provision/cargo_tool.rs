//! Tools that come as crates.

use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::{cache, environment, report};

/// How a tool is built.
#[derive(Clone, Copy)]
pub(super) enum Build {
    /// For what runs for as long as tests do.
    Optimized,
    /// For what runs for seconds: the build takes less than half as long.
    Quick,
}

/// The tool on PATH if it is of this version, else one built into the cache.
pub(super) fn find_or_install(
    name: &str,
    version: &str,
    build: Build,
    duration: &str,
) -> Result<PathBuf> {
    let shell = environment::shell()?;
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
        let made = tempfile::tempdir()?;
        let target = made.path();
        let _debug = shell.push_env("CARGO_PROFILE_DEV_DEBUG", "false");
        let profile = match build {
            Build::Optimized => "release",
            Build::Quick => "dev",
        };
        cmd!(
            shell,
            "cargo install --locked --profile {profile} {name}@{version} --root {folder} --target-dir {target}"
        )
        .quiet()
        .run()?;
        Ok(())
    })?;
    Ok(folder
        .join("bin")
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}
