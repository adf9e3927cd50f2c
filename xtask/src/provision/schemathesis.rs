//! schemathesis, which asks the sandbox all that its OpenAPI document allows, from PyPI.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use super::System;
use crate::{cache, digest, environment, report, workspace};

const IS_NEW: &str = "import sys; sys.exit(sys.version_info < (3, 11))";
const IMPORT: &str = "import schemathesis";

/// The Python that runs schemathesis, in an environment of its own. None, with a note, where there
/// is no Python that can make one, of a version that it takes.
pub(crate) fn schemathesis() -> Result<Option<PathBuf>> {
    let shell = environment::shell()?;
    if !has_venv()? && cfg!(target_os = "linux") && !System::Python.install_if_possible()? {
        return Ok(None);
    }
    let Some(python) = python(&shell).filter(|python| makes_environments(&shell, python)) else {
        report::note("no Python of 3.11 or newer with venv: schemathesis is left out");
        return Ok(None);
    };
    let requirements = workspace::root().join("xtask/python/requirements.txt");
    let digest = digest::sha256(shell.read_file(&requirements)?);
    let installed = cache::install_once(&format!("schemathesis-{digest:.12}"), |folder| {
        report::step("installing schemathesis, about half a minute");
        cmd!(shell, "{python} -m venv {folder}")
            .quiet()
            .ignore_stdout()
            .run()?;
        let python = python_in(folder);
        cmd!(
            shell,
            "{python} -m pip install --quiet --disable-pip-version-check --only-binary :all: --requirement {requirements}"
        )
        .quiet()
        .run()?;
        Ok(())
    });
    let folder = match installed {
        Ok(folder) => folder,
        // For others not all of its parts come built.
        Err(error) if !cfg!(target_arch = "x86_64") => {
            report::note(&format!("schemathesis is left out: {error:#}"));
            return Ok(None);
        }
        Err(error) => return Err(error),
    };
    let installed = python_in(&folder);
    cmd!(shell, "{installed} -c {IMPORT}")
        .quiet()
        .run()
        .with_context(|| {
            format!(
                "schemathesis does not run: delete {}, and try again",
                folder.display()
            )
        })?;
    Ok(Some(installed))
}

/// Whether there is a Python that schemathesis can be installed with.
pub(super) fn has_venv() -> Result<bool> {
    let shell = environment::shell()?;
    Ok(python(&shell).is_some_and(|python| makes_environments(&shell, &python)))
}

/// Debian has what this takes in a package of its own.
fn makes_environments(shell: &Shell, python: &Path) -> bool {
    runs(shell, python, "import venv, ensurepip")
}

/// A Python of 3.11 or newer; one that makes environments, if there is any.
fn python(shell: &Shell) -> Option<PathBuf> {
    let new: Vec<_> = ["python3", "python"]
        .into_iter()
        .filter_map(|name| which::which_all(name).ok())
        .flatten()
        .filter(|python| runs(shell, python, IS_NEW))
        .collect();
    let able = new.iter().find(|python| makes_environments(shell, python));
    able.or(new.first()).cloned()
}

fn runs(shell: &Shell, python: &Path, code: &str) -> bool {
    cmd!(shell, "{python} -c {code}")
        .quiet()
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .is_ok()
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
