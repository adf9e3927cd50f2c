//! Debian's packages, where there are any.

use std::{cell::Cell, thread, time::Duration};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use crate::{environment, report};

thread_local! {
    static IS_UPDATED: Cell<bool> = const { Cell::new(false) };
}

/// How often the lists of packages are tried to be read, and what lies between: on a machine
/// that has just started, its own update holds their lock, for which apt-get does not wait.
const TRIES: u32 = 3;
const PAUSE: Duration = Duration::from_secs(20);

/// Installs packages, or says in one sentence what to do.
pub(crate) fn install(what: &str, packages: &[&str]) -> Result<()> {
    match obstacle(packages)? {
        None => install_now(what, packages),
        Some(obstacle) => bail!("{what} is missing: {obstacle}, and try again"),
    }
}

/// Installs packages where that can be done. Where it cannot be, says why, and that what needs
/// them is left out.
pub(crate) fn install_if_possible(what: &str, packages: &[&str]) -> Result<bool> {
    match obstacle(packages)? {
        None => install_now(what, packages).map(|()| true),
        Some(obstacle) => {
            report::note(&format!(
                "{what} is missing, and its tests are left out: to have them, {obstacle}"
            ));
            Ok(false)
        }
    }
}

/// Whether packages can be installed at all, without a password.
pub(crate) fn is_usable() -> Result<bool> {
    Ok(which::which("apt-get").is_ok() && sudo(&shell()?).is_some())
}

/// What to type to have packages.
pub(crate) fn advice(packages: &[&str]) -> String {
    if which::which("apt-get").is_ok() {
        format!("type `sudo apt-get install {}`", packages.join(" "))
    } else {
        "install it with this system's package manager".to_owned()
    }
}

/// The version of a package that would be installed. None without apt, or if it has none.
pub(crate) fn version_on_offer(package: &str) -> Result<Option<String>> {
    let shell = shell()?;
    if which::which("apt-cache").is_err() {
        return Ok(None);
    }
    if let Some(sudo) = sudo(&shell) {
        update(&shell, sudo)?;
    }
    let said = cmd!(shell, "apt-cache --no-all-versions show {package}")
        .quiet()
        .ignore_stderr()
        .ignore_status()
        .read()?;
    Ok(field(&said, "Version").map(str::to_owned))
}

/// A field of what apt-cache shows of a package.
pub(super) fn field<'said>(said: &'said str, name: &str) -> Option<&'said str> {
    said.lines().find_map(|line| {
        let (field, value) = line.split_once(':')?;
        (field == name).then(|| value.trim())
    })
}

/// A shell in which apt speaks English, for what it says is read here.
pub(super) fn shell() -> Result<Shell> {
    let shell = environment::shell()?;
    shell.set_var("LC_ALL", "C");
    Ok(shell)
}

/// Why packages cannot be installed here, as what to do about it. None if they can be.
fn obstacle(packages: &[&str]) -> Result<Option<String>> {
    let shell = shell()?;
    if which::which("apt-get").is_err() {
        return Ok(Some(advice(packages)));
    }
    let Some(sudo) = sudo(&shell) else {
        return Ok(Some(advice(packages)));
    };
    update(&shell, sudo)?;
    for package in packages {
        if version_on_offer(package)?.is_none() {
            return Ok(Some(format!(
                "add a source of packages that has {package} to apt's, or install it otherwise"
            )));
        }
    }
    let trial = cmd!(
        shell,
        "apt-get -s install --no-install-recommends {packages...}"
    )
    .quiet()
    .ignore_stderr()
    .ignore_status()
    .read()?;
    let removed = removed(&trial);
    if removed.is_empty() {
        return Ok(None);
    }
    Ok(Some(format!(
        "{} (not done for you: it would remove {})",
        advice(packages),
        removed.join(", ")
    )))
}

/// What an installation would remove, by what a trial of it says.
fn removed(trial: &str) -> Vec<&str> {
    let lines = trial.lines().filter_map(|line| line.strip_prefix("Remv "));
    lines
        .filter_map(|line| line.split_whitespace().next())
        .collect()
}

fn install_now(what: &str, packages: &[&str]) -> Result<()> {
    let shell = shell()?;
    let sudo = sudo(&shell).context("no root")?;
    let list = packages.join(" ");
    report::step(&format!("installing {what} ({list}), about a minute"));
    let install = "apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 install -y --no-remove --no-install-recommends";
    let words = sudo
        .iter()
        .chain(&["env", "LC_ALL=C", "DEBIAN_FRONTEND=noninteractive"])
        .copied()
        .chain(install.split(' '));
    run(&shell, words.chain(packages.iter().copied()).collect())
        .with_context(|| format!("apt-get could not install {list}"))
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

/// Reads the lists of packages anew, once.
fn update(shell: &Shell, sudo: &[&str]) -> Result<()> {
    if IS_UPDATED.get() {
        return Ok(());
    }
    // Without the first option a list that could not be read would be a warning.
    let update =
        "apt-get -qq -o APT::Update::Error-Mode=any -o Acquire::Retries=3 update".split(' ');
    let words: Vec<_> = sudo.iter().copied().chain(update).collect();
    tried(|| run(shell, words.clone())).context("apt-get could not read its lists of packages")?;
    IS_UPDATED.set(true);
    Ok(())
}

/// What the first try that succeeds gives, or the last.
pub(super) fn tried<T>(mut attempt: impl FnMut() -> Result<T>) -> Result<T> {
    for _ in 1..TRIES {
        match attempt() {
            Ok(done) => return Ok(done),
            Err(error) => report::note(&format!("{error:#}: tried again in {} s", PAUSE.as_secs())),
        }
        thread::sleep(PAUSE);
    }
    attempt()
}

/// Runs a command that says nothing but what is wrong.
pub(super) fn run(shell: &Shell, words: Vec<&str>) -> Result<()> {
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
    use super::*;

    #[test]
    fn fields_of_a_package() {
        let said = "Package: rust-web-llvm\nVersion: 1.96.0+dfsg1-1~deb12u2\nDepends: libc6, llvm-22\nHomepage: http://a.test\n";
        assert_eq!(field(said, "Version"), Some("1.96.0+dfsg1-1~deb12u2"));
        assert_eq!(field(said, "Depends"), Some("libc6, llvm-22"));
        assert_eq!(field("", "Version"), None);
    }

    #[test]
    fn what_would_be_removed() {
        let trial = "Reading package lists...\nRemv cargo [0.66.0]\nRemv rustc [1.63.0] []\nInst rustc-web (1.96.0 Debian:12 [amd64])\nConf rustc-web (1.96.0 Debian:12 [amd64])\n";
        assert_eq!(removed(trial), ["cargo", "rustc"]);
        assert!(removed("Inst a (1 Debian [amd64])\n").is_empty());
    }
}
