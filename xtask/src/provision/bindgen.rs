//! wasm-bindgen's command line and test runner, built from Cargo.lock.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use xshell::cmd;

use crate::{cache, environment, report, workspace};

/// The programs by their names in our crate, and as wasm-pack looks for them. (The
/// compiler refuses a crate `wasm_bindgen` of a version as low as ours.)
const PROGRAMS: [(&str, &str); 2] = [
    ("bindgen", "wasm-bindgen"),
    ("bindgen-test-runner", "wasm-bindgen-test-runner"),
];

/// The two programs.
#[derive(Debug)]
pub(crate) struct Bindgen {
    folder: PathBuf,
}

impl Bindgen {
    pub(crate) fn provide() -> Result<Self> {
        let version = workspace::locked_version("wasm-bindgen")?;
        let folder = cache::install_once(&format!("wasm-bindgen-{version}"), |folder| {
            report::step(&format!(
                "building wasm-bindgen {version}'s tools, about 2 minutes"
            ));
            let shell = environment::shell()?;
            shell.change_dir(workspace::root());
            // Their own target folder, gone afterwards: they are built once.
            let build = tempfile::tempdir()?;
            let target = build.path();
            cmd!(
                shell,
                "cargo build --locked --profile tool -p xtask-bindgen --target-dir {target}"
            )
            .quiet()
            .run()?;
            for (built, installed) in PROGRAMS {
                let suffix = std::env::consts::EXE_SUFFIX;
                let built = target.join("tool").join(format!("{built}{suffix}"));
                fs::copy(built, folder.join(format!("{installed}{suffix}")))?;
            }
            Ok(())
        })?;
        Ok(Self { folder })
    }

    /// Their folder, for PATH.
    pub(crate) fn bin_dir(&self) -> &Path {
        &self.folder
    }

    /// The command line.
    pub(crate) fn command_line(&self) -> PathBuf {
        self.folder.join(PROGRAMS[0].1)
    }
}
