//! Debian's packages, unpacked into a folder of ours. That needs no root, and nothing of the
//! system is changed: what has been installed from packages that conflict with these stays.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use xshell::{Shell, cmd};

use super::apt;

/// The packages that are on offer, in lists that are read for this alone: the system's own may be
/// old, and only root can renew them.
#[derive(Debug)]
pub(super) struct Offer {
    folder: TempDir,
    shell: Shell,
    options: Vec<String>,
}

impl Offer {
    /// Reads the lists. Packages of which `is_apart` says so count as not installed.
    pub(super) fn read(is_apart: impl Fn(&str) -> bool) -> Result<Self> {
        ensure!(
            which::which("apt-get").is_ok() && which::which("dpkg").is_ok(),
            "this system has no apt-get"
        );
        let folder = tempfile::tempdir()?;
        let path = |name: &str| folder.path().join(name);
        for name in ["state/lists/partial", "cache/archives/partial", "packages"] {
            fs::create_dir_all(path(name))?;
        }
        let status = fs::read_to_string("/var/lib/dpkg/status")
            .context("what is installed cannot be read")?;
        fs::write(path("status"), without(&status, is_apart))?;
        let settings = [
            ("Dir::State", path("state").display().to_string()),
            ("Dir::State::status", path("status").display().to_string()),
            ("Dir::Cache", path("cache").display().to_string()),
            // The user that apt takes in root's place may not enter the folder.
            ("APT::Sandbox::User", "root".to_owned()),
            ("APT::Update::Error-Mode", "any".to_owned()),
            ("Acquire::Retries", "3".to_owned()),
        ];
        let options = settings.map(|(name, value)| format!("-o{name}={value}"));
        let offer = Self {
            shell: apt::shell()?,
            options: options.to_vec(),
            folder,
        };
        apt::tried(|| offer.apt_get(&["update"]))
            .context("the lists of packages cannot be read")?;
        Ok(offer)
    }

    /// A field of a package's newest version. None if there is no such package.
    pub(super) fn field(&self, package: &str, name: &str) -> Result<Option<String>> {
        let options = &self.options;
        let said = cmd!(
            self.shell,
            "apt-cache {options...} --no-all-versions show {package}"
        )
        .quiet()
        .ignore_stderr()
        .ignore_status()
        .read()?;
        Ok(apt::field(&said, name).map(str::to_owned))
    }

    /// Unpacks packages, with what they need and the system does not have.
    pub(super) fn unpack(&self, packages: &[&str], folder: &Path) -> Result<()> {
        let options = &self.options;
        let trial = cmd!(
            self.shell,
            "apt-get {options...} -s install --no-install-recommends {packages...}"
        )
        .quiet()
        .ignore_stderr()
        .read()?;
        let mut words = vec!["download"];
        words.extend(added(&trial));
        let downloads = self.folder.path().join("packages");
        let _inside = self.shell.push_dir(&downloads);
        self.apt_get(&words)
            .with_context(|| format!("{} cannot be downloaded", packages.join(", ")))?;
        for package in fs::read_dir(&downloads)? {
            let package = package?.path();
            cmd!(self.shell, "dpkg -x {package} {folder}")
                .quiet()
                .run()?;
        }
        Ok(())
    }

    fn apt_get(&self, words: &[&str]) -> Result<()> {
        let options = self.options.iter().map(String::as_str);
        let command = ["apt-get", "-qq"].into_iter().chain(options);
        apt::run(&self.shell, command.chain(words.iter().copied()).collect())
    }
}

/// dpkg's list of what is installed, without some packages.
fn without(status: &str, is_apart: impl Fn(&str) -> bool) -> String {
    let kept = status
        .split_inclusive("\n\n")
        .filter(|entry| !apt::field(entry, "Package").is_some_and(&is_apart));
    kept.collect()
}

/// What an installation would add, by what a trial of it says. What it would renew, with its
/// version in brackets, is there, and is used as it is.
fn added(trial: &str) -> Vec<&str> {
    let lines = trial.lines().filter_map(|line| line.strip_prefix("Inst "));
    lines
        .filter_map(|line| {
            let (name, rest) = line.split_once(' ')?;
            rest.starts_with('(').then_some(name)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_installation_adds() {
        let trial = "Inst libllvm22 (1:22.1.8 Debian:12 [amd64])\nInst libc6 [2.36-9] (2.36-10 Debian:12 [amd64])\nInst rustc-web (1.96.0 Debian:12 [amd64]) []\nConf libllvm22 (1:22.1.8 Debian:12 [amd64])\n";
        assert_eq!(added(trial), ["libllvm22", "rustc-web"]);
    }

    #[test]
    fn packages_that_count_as_not_installed() {
        let status =
            "Package: gcc\nStatus: a\n\nPackage: rustc\nStatus: b\n\nPackage: zip\nStatus: c\n";
        assert_eq!(
            without(status, |name| name.contains("rust")),
            "Package: gcc\nStatus: a\n\nPackage: zip\nStatus: c\n"
        );
    }
}
