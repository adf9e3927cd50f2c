//! The project's own folder for tools: `$XDG_CACHE_HOME/documentolog-embed`, or
//! what the platform has in its place. A user's own tools are never touched.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// The folder of an installed tool, by a name that holds its version. If it is not
/// there, `install` fills a folder beside it, which becomes it only when done: an
/// interrupted installation leaves nothing that looks whole.
pub(crate) fn install_once(
    name: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    install_once_in(&cache_dir()?, name, install)
}

/// The folder of a tool that has been installed.
pub(crate) fn installed(name: &str) -> Option<PathBuf> {
    Some(cache_dir().ok()?.join(name)).filter(|folder| folder.is_dir())
}

fn cache_dir() -> Result<PathBuf> {
    let platform = dirs::cache_dir().context("no cache folder: set HOME or XDG_CACHE_HOME")?;
    Ok(platform.join("documentolog-embed"))
}

fn install_once_in(
    cache: &Path,
    name: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let folder = cache.join(name);
    if folder.is_dir() {
        return Ok(folder);
    }
    fs::create_dir_all(cache).with_context(|| format!("{} cannot be made", cache.display()))?;
    let unfinished = tempfile::Builder::new()
        .prefix(&format!(".{name}-"))
        .tempdir_in(cache)?;
    install(unfinished.path()).with_context(|| format!("{name} cannot be installed"))?;
    let unfinished = unfinished.keep();
    if let Err(error) = fs::rename(&unfinished, &folder) {
        // Somebody else may have been quicker.
        fs::remove_dir_all(&unfinished)?;
        if !folder.is_dir() {
            return Err(error).with_context(|| format!("{} cannot be made", folder.display()));
        }
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn installs_once_and_never_by_half() {
        let cache = tempfile::tempdir().unwrap();
        let failed = install_once_in(cache.path(), "tool-1", |folder| {
            fs::write(folder.join("half"), "")?;
            anyhow::bail!("no network")
        });
        assert!(failed.is_err());
        assert_eq!(
            fs::read_dir(cache.path()).unwrap().count(),
            0,
            "a failed installation leaves something"
        );
        let folder = install_once_in(cache.path(), "tool-1", |folder| {
            Ok(fs::write(folder.join("whole"), "")?)
        });
        assert!(folder.unwrap().join("whole").is_file());
        let again = install_once_in(cache.path(), "tool-1", |_| anyhow::bail!("installed twice"));
        assert!(again.is_ok());
    }
}
