//! Where things are in the workspace.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The workspace's root.
pub(crate) fn root() -> &'static Path {
    // xtask is one folder below it.
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
}

/// The folder of what is built.
pub(crate) fn target() -> PathBuf {
    root().join("target")
}

/// The version of a package in Cargo.lock.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let lock =
        std::fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    version_in(&lock, package).with_context(|| format!("{package} is not in Cargo.lock"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let found = packages
        .iter()
        .find(|entry| entry.get("name").and_then(|name| name.as_str()) == Some(package))?;
    Some(found.get("version")?.as_str()?.to_owned())
}

/// The workspace's own version.
pub(crate) fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_in_a_lock_file() {
        let lock = "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n";
        assert_eq!(version_in(lock, "a").as_deref(), Some("1.2.3"));
        assert_eq!(version_in(lock, "b"), None);
    }

    #[test]
    fn wasm_bindgen_and_its_command_line_are_of_one_version() {
        assert_eq!(
            locked_version("wasm-bindgen").unwrap(),
            locked_version("wasm-bindgen-cli").unwrap()
        );
    }
}
