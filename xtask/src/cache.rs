//! The project's own folder for tools: `$XDG_CACHE_HOME/documentolog-embed`, or
//! what the platform has in its place. A user's own tools are never touched.

use std::{
    env, fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use anyhow::{Context, Result};

/// After so long nobody is still filling a folder.
const ABANDONED: Duration = Duration::from_secs(24 * 60 * 60);

/// The folder of an installed tool, by a name that holds its version. If it is not
/// there, `install` fills a folder beside it, which becomes it only when done: an
/// interrupted installation leaves nothing that looks whole.
pub(crate) fn install_once(
    name: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    install_once_in(&cache_dir()?, &name_here(name), install)
}

/// The folder of a tool that has been installed.
pub(crate) fn installed(name: &str) -> Option<PathBuf> {
    folder(name).ok().filter(|folder| folder.is_dir())
}

/// Where a tool is, or would be.
pub(crate) fn folder(name: &str) -> Result<PathBuf> {
    Ok(cache_dir()?.join(name_here(name)))
}

/// The folder to delete, if it was a tool of the cache that failed: something that it needs, such
/// as a Python, may have gone since.
pub(crate) fn advice(failure: &str) -> Option<String> {
    let folder = tool_in(failure, &cache_dir().ok()?)?;
    Some(format!(
        "if that tool is broken, delete {}, and try again",
        folder.display()
    ))
}

/// The folder of the tool that a failure to start it names.
fn tool_in(failure: &str, cache: &Path) -> Option<PathBuf> {
    let signs = ["not found", "No such file", "Exec format", "os error"];
    if !signs.iter().any(|sign| failure.contains(sign)) {
        return None;
    }
    let (_, rest) = failure.split_once(&format!("{}/", cache.display()))?;
    let name = rest.split(['/', '`', '\'', '"', ' ', ':']).next()?;
    Some(cache.join(name)).filter(|_| !name.is_empty() && !name.starts_with('.'))
}

/// A cache may be shared by machines, such as by a home folder on the network.
fn name_here(name: &str) -> String {
    format!("{name}-{}-{}", env::consts::OS, env::consts::ARCH)
}

fn cache_dir() -> Result<PathBuf> {
    let platform = dirs::cache_dir().context("no cache folder: set HOME or XDG_CACHE_HOME")?;
    Ok(platform.join("documentolog-embed"))
}

/// Removes what interrupted installations have left.
fn sweep(cache: &Path, now: SystemTime) {
    for entry in fs::read_dir(cache).into_iter().flatten().flatten() {
        let begun = entry.metadata().and_then(|data| data.modified());
        let is_abandoned = begun.is_ok_and(|begun| {
            now.duration_since(begun)
                .is_ok_and(|passed| passed > ABANDONED)
        });
        if is_abandoned && entry.file_name().to_string_lossy().starts_with('.') {
            // If it cannot be removed, it is in nobody's way.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
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
    sweep(cache, SystemTime::now());
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
    #[test]
    fn what_was_left_long_ago_is_removed() {
        let cache = tempfile::tempdir().unwrap();
        for name in [".tool-1-abc", "tool-1"] {
            fs::create_dir_all(cache.path().join(name).join("half")).unwrap();
        }
        let names = || {
            let entries = fs::read_dir(cache.path()).unwrap();
            entries.count()
        };
        sweep(cache.path(), SystemTime::now());
        assert_eq!(names(), 2, "somebody may be filling it");
        sweep(cache.path(), SystemTime::now() + 2 * ABANDONED);
        assert_eq!(names(), 1);
        assert!(cache.path().join("tool-1").is_dir());
    }

    #[test]
    fn a_tool_that_does_not_start_is_named() {
        let cache = Path::new("/home/a/.cache/documentolog-embed");
        let tool = |failure: &str| tool_in(failure, cache).map(|tool| tool.display().to_string());
        assert_eq!(
            tool("command not found: `/home/a/.cache/documentolog-embed/python-1/bin/python`")
                .as_deref(),
            Some("/home/a/.cache/documentolog-embed/python-1")
        );
        assert_eq!(tool("command not found: `node`"), None);
        assert_eq!(
            tool(
                "command exited with non-zero code `/home/a/.cache/documentolog-embed/deny-1/bin/deny check`: 1"
            ),
            None
        );
    }
}
