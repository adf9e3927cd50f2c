//! schemathesis, which asks the sandbox all that its OpenAPI document allows, from PyPI.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::{Shell, cmd};

use super::apt;
use crate::{cache, digest, environment, report, workspace};

/// The Python that runs schemathesis, in an environment of its own. None where there is no
/// Python of a version that it takes.
pub(crate) fn schemathesis() -> Result<Option<PathBuf>> {
    let shell = environment::shell()?;
    let Some(python) = python(&shell) else {
        return Ok(None);
    };
    let requirements = workspace::root().join("xtask/python/requirements.txt");
    let digest = digest::sha256(shell.read_file(&requirements)?);
    let folder = cache::install_once(&format!("schemathesis-{digest:.12}"), |folder| {
        report::step("installing schemathesis, about half a minute");
        make_environment(&shell, &python, folder)?;
        let python = python_in(folder);
        cmd!(
            shell,
            "{python} -m pip install --quiet --disable-pip-version-check --only-binary :all: --requirement {requirements}"
        )
        .quiet()
        .run()?;
        Ok(())
    })?;
    Ok(Some(python_in(&folder)))
}

fn make_environment(shell: &Shell, python: &Path, folder: &Path) -> Result<()> {
    let make = || {
        cmd!(shell, "{python} -m venv {folder}")
            .quiet()
            .ignore_stdout()
            .ignore_stderr()
            .run()
    };
    if make().is_err() {
        // Debian has it in a package of its own.
        apt::install("Python's venv", &["python3-venv"])?;
        cmd!(shell, "{python} -m venv --clear {folder}")
            .quiet()
            .run()?;
    }
    Ok(())
}

/// A Python of 3.11 or newer.
fn python(shell: &Shell) -> Option<PathBuf> {
    let is_new = "import sys; sys.exit(sys.version_info < (3, 11))";
    ["python3", "python"]
        .into_iter()
        .filter_map(|name| which::which(name).ok())
        .find(|python| {
            cmd!(shell, "{python} -c {is_new}")
                .quiet()
                .ignore_stdout()
                .ignore_stderr()
                .run()
                .is_ok()
        })
}

/// The environment is moved when it is whole, so its own scripts, which hold the place where
/// they were made, are not used.
fn python_in(folder: &Path) -> PathBuf {
    if cfg!(windows) {
        folder.join("Scripts").join("python.exe")
    } else {
        folder.join("bin").join("python")
    }
}
