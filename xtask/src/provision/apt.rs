//! Debian's packages, where there are any.

use std::cell::Cell;

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::{environment, report};

thread_local! {
    static IS_UPDATED: Cell<bool> = const { Cell::new(false) };
}

/// Installs packages, or says in one sentence what to type.
pub(crate) fn install(what: &str, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if which::which("apt-get").is_err() {
        bail!("{what} is missing: install it with this system's package manager, and try again");
    }
    let shell = environment::shell()?;
    let Some(sudo) = sudo(&shell) else {
        bail!("{what} is missing: type `sudo apt-get install {list}`, and try again");
    };
    report::step(&format!("installing {what} ({list}), about a minute"));
    update(&shell, sudo)?;
    let install = "apt-get -qq -o DPkg::Lock::Timeout=300 install -y --no-install-recommends";
    let words = sudo
        .iter()
        .chain(&["env", "DEBIAN_FRONTEND=noninteractive"])
        .copied()
        .chain(install.split(' '));
    run(&shell, words.chain(packages.iter().copied()).collect())
        .with_context(|| format!("apt-get could not install {list}"))
}

/// The packages that a package depends on.
pub(crate) fn depends(package: &str) -> Result<Vec<String>> {
    let shell = environment::shell()?;
    if let Some(sudo) = sudo(&shell) {
        update(&shell, sudo)?;
    }
    let output = cmd!(shell, "apt-cache depends {package}")
        .quiet()
        .ignore_stderr()
        .read()?;
    Ok(dependencies(&output))
}

fn dependencies(output: &str) -> Vec<String> {
    output
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Depends: "))
        .map(str::to_owned)
        .collect()
}

/// The words before a command that needs root; none if that cannot be had without
/// a password.
fn sudo(shell: &Shell) -> Option<&'static [&'static str]> {
    let is_root = cmd!(shell, "id -u")
        .quiet()
        .read()
        .is_ok_and(|id| id == "0");
    if is_root {
        Some(&[])
    } else if cmd!(shell, "sudo -n true")
        .quiet()
        .ignore_stderr()
        .run()
        .is_ok()
    {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}

fn update(shell: &Shell, sudo: &[&str]) -> Result<()> {
    if !IS_UPDATED.replace(true) {
        let words = sudo
            .iter()
            .copied()
            .chain("apt-get -qq -o DPkg::Lock::Timeout=300 update".split(' '));
        run(shell, words.collect()).context("apt-get could not read its lists of packages")?;
    }
    Ok(())
}

fn run(shell: &Shell, words: Vec<&str>) -> Result<()> {
    let Some((program, arguments)) = words.split_first() else {
        return Ok(());
    };
    let output = cmd!(shell, "{program} {arguments...}")
        .quiet()
        .ignore_status()
        .output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_package_depends_on() {
        let output =
            "rust-web-llvm\n  Depends: libc6\n  Depends: llvm-22\n  Conflicts: <rust-llvm>\n";
        assert_eq!(super::dependencies(output), ["libc6", "llvm-22"]);
    }
}
