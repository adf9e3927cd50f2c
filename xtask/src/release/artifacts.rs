//! The files of a release, in a folder of their own.

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::{digest, package, report, workspace};

/// The crates that are published, each after those that it uses.
pub(super) const CRATES: [&str; 4] = [
    "documentolog-protocol",
    "documentolog-server",
    "documentolog-embed",
    "documentolog-sandbox",
];

/// The texts that each must carry.
const LICENCES: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];

/// The checksums' file, as `sha256sum --check` reads it.
const CHECKSUMS: &str = "SHA256SUMS";

/// The folder, and what its files are called.
#[derive(Debug)]
pub(super) struct Artifacts {
    folder: PathBuf,
    version: &'static str,
    /// The machine that the sandbox's program is for.
    host: String,
}

impl Artifacts {
    /// An empty folder.
    pub(super) fn new(host: &str) -> Result<Self> {
        let folder = workspace::target().join("release-artifacts");
        if folder.is_dir() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        Ok(Self {
            folder,
            version: workspace::version(),
            host: host.to_owned(),
        })
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn version(&self) -> &'static str {
        self.version
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The npm package.
    pub(super) fn package(&self) -> PathBuf {
        self.file(&format!("documentolog-embed-{}.tgz", self.version))
    }

    /// The sandbox's program.
    pub(super) fn sandbox(&self) -> PathBuf {
        let (version, host) = (self.version, &self.host);
        let suffix = env::consts::EXE_SUFFIX;
        self.file(&format!("documentolog-sandbox-{version}-{host}{suffix}"))
    }

    /// What a crate consists of.
    pub(super) fn bill(&self, name: &str) -> PathBuf {
        self.file(&format!("{name}-{}.cdx.json", self.version))
    }

    /// Packs the npm package.
    pub(super) fn make_package(&self) -> Result<()> {
        fs::copy(package::pack()?, self.package())?;
        Ok(())
    }

    /// Packs each crate, and builds each from its pack.
    pub(super) fn make_crates(&self, shell: &Shell) -> Result<()> {
        report::step("packing the crates");
        // That they build is all that is asked: what a debugger would read takes as long again.
        let _debug = shell.push_env("CARGO_PROFILE_DEV_DEBUG", "false");
        let crates = CRATES.into_iter().flat_map(|name| ["-p", name]);
        cmd!(shell, "cargo package --quiet --locked {crates...}")
            .quiet()
            .run()
            .context("a crate cannot be packed, or is not built from its pack")?;
        for name in CRATES {
            let said = cmd!(shell, "cargo package --list --locked -p {name}")
                .quiet()
                .read()?;
            for licence in LICENCES {
                ensure!(
                    said.lines().any(|file| file == licence),
                    "{name}'s pack has no {licence}"
                );
            }
            let file = format!("{name}-{}.crate", self.version);
            let packed = workspace::target().join("package").join(&file);
            fs::copy(packed, self.file(&file)).with_context(|| format!("{file} was not made"))?;
        }
        Ok(())
    }

    /// Builds the sandbox's program, without the paths of this machine.
    pub(super) fn make_sandbox(&self, shell: &Shell) -> Result<()> {
        report::step("building the sandbox");
        let _flags = shell.push_env("CARGO_ENCODED_RUSTFLAGS", package::without_paths()?);
        cmd!(
            shell,
            "cargo build --quiet --locked --release -p documentolog-sandbox"
        )
        .quiet()
        .run()?;
        let suffix = env::consts::EXE_SUFFIX;
        let built = workspace::target().join(format!("release/documentolog-sandbox{suffix}"));
        fs::copy(built, self.sandbox())?;
        Ok(())
    }

    /// Writes the checksums of all files, has them checked as their users would, and gives them.
    pub(super) fn make_checksums(&self, shell: &Shell) -> Result<String> {
        let sums = checksums(&self.folder)?;
        fs::write(self.file(CHECKSUMS), &sums)?;
        // Not every system has it.
        if which::which("sha256sum").is_ok() {
            let _inside = shell.push_dir(&self.folder);
            cmd!(shell, "sha256sum --check --strict --quiet {CHECKSUMS}")
                .quiet()
                .run()?;
        }
        Ok(sums)
    }
}

/// The SHA-256 of every file in a folder, by their names.
fn checksums(folder: &Path) -> Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.sort();
    let mut sums = String::new();
    for file in files {
        let digest = digest::sha256(fs::read(&file)?);
        let name = file.file_name().unwrap_or_default();
        writeln!(sums, "{digest}  {}", name.display())?;
    }
    ensure!(!sums.is_empty(), "{} is empty", folder.display());
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_as_sha256sum_writes_them() {
        let folder = tempfile::tempdir().unwrap();
        assert!(checksums(folder.path()).is_err());
        fs::write(folder.path().join("b"), "").unwrap();
        fs::write(folder.path().join("a"), "a").unwrap();
        assert_eq!(
            checksums(folder.path()).unwrap(),
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
        );
    }
}
