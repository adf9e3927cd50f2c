//! PostgreSQL, for the tests of back ends that share one.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use super::System;

/// The folder of `initdb` and `postgres`. None where it cannot be had.
pub(crate) fn postgres() -> Result<Option<PathBuf>> {
    if let Some(found) = find() {
        return Ok(Some(found));
    }
    if !cfg!(target_os = "linux") || !System::Postgres.install_if_possible()? {
        return Ok(None);
    }
    let installed = find();
    ensure!(
        installed.is_some(),
        "PostgreSQL has been installed, and has no initdb"
    );
    Ok(installed)
}

pub(super) fn find() -> Option<PathBuf> {
    let on_path = which::which("initdb").ok();
    let on_path = on_path.and_then(|program| Some(program.parent()?.to_owned()));
    // Debian keeps each version in a folder of its own, and none of them on the path.
    let of_debian = || {
        let mut versions: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
            .ok()?
            .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
            .collect();
        versions.sort();
        versions
            .into_iter()
            .rev()
            .find(|folder| has_programs(folder))
    };
    on_path
        .filter(|folder| has_programs(folder))
        .or_else(of_debian)
}

fn has_programs(folder: &Path) -> bool {
    ["initdb", "postgres"]
        .iter()
        .all(|program| folder.join(program).is_file())
}
