//! Deno and Bun, in which the package's `./server` runs, too.

use std::path::PathBuf;

use anyhow::Result;

use super::node;
use crate::report;

/// The environment's variables by which the package's tests are told where the runtimes are.
const VARIABLES: [(&str, &str, &str); 2] = [
    ("deno", "DOCUMENTOLOG_DENO", "@deno/linux-x64-glibc/deno"),
    ("bun", "DOCUMENTOLOG_BUN", "@oven/bun-linux-x64/bin/bun"),
];

/// Where the runtimes are, by the variables that say so. Where npm has no program for this
/// system, those on PATH; what is not there either is left out, and said to be.
pub(crate) fn runtimes() -> Result<Vec<(&'static str, PathBuf)>> {
    let installed = if cfg!(all(
        target_os = "linux",
        target_arch = "x86_64",
        target_env = "gnu"
    )) {
        let what = "Deno and Bun";
        Some(node::install_from_npm(
            "runtimes",
            "xtask/npm/runtimes",
            what,
        )?)
    } else {
        None
    };
    let mut found = Vec::new();
    for (name, variable, file) in VARIABLES {
        let program = match &installed {
            Some(folder) => Some(folder.join("node_modules").join(file)),
            None => which::which(name).ok(),
        };
        match program {
            Some(program) => found.push((variable, program)),
            None => report::note(&format!("no {name} on this system: its tests are left out")),
        }
    }
    Ok(found)
}
