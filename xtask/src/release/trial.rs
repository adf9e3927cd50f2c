//! What was made is taken as its users take it: the package is installed from its tarball, the
//! sandbox's program is started, and the one asks the other for an access token.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use xshell::cmd;

use super::artifacts::Artifacts;
use crate::{environment, provision, report};

const SCRIPT: &str = include_str!("trial.mjs");
/// What the sandbox's first line begins with.
const READY: &str = "documentolog-sandbox ready ";
const API_KEY: &str = "the-api-key-of-a-trial";

/// Tries package and sandbox.
pub(super) fn run(artifacts: &Artifacts) -> Result<()> {
    report::step("trying the package with the sandbox");
    let project = tempfile::tempdir()?;
    let shell = environment::shell()?;
    shell.change_dir(project.path());
    fs::write(project.path().join("package.json"), "{\"private\": true}")?;
    fs::write(project.path().join("trial.mjs"), SCRIPT)?;
    let (npm, package) = (provision::npm(), artifacts.package());
    cmd!(
        shell,
        "{npm} install --offline --ignore-scripts --no-audit --no-fund --loglevel=error {package}"
    )
    .quiet()
    .ignore_stdout()
    .run()
    .context("the package's tarball cannot be installed")?;
    let sandbox = Sandbox::start(&artifacts.sandbox())?;
    let (origin, version) = (&sandbox.origin, artifacts.version());
    cmd!(shell, "node trial.mjs {origin} {API_KEY} {version}")
        .quiet()
        .run()
        .context("the released package and the released sandbox do not work together")?;
    Ok(())
}

/// The released program. Dropping it ends it.
struct Sandbox {
    process: Child,
    origin: String,
    /// Kept: a closed pipe would end it, as it goes on to say more.
    output: BufReader<ChildStdout>,
}

impl Sandbox {
    fn start(program: &Path) -> Result<Self> {
        let mut process = Command::new(program)
            .args(["--listen", "127.0.0.1:0", "--no-ncalayer"])
            .args(["--api-key", API_KEY])
            .env("RUST_LOG", "warn")
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} does not start", program.display()))?;
        let stdout = process.stdout.take().context("it has no output")?;
        let mut sandbox = Self {
            process,
            origin: String::new(),
            output: BufReader::new(stdout),
        };
        let mut line = String::new();
        sandbox.output.read_line(&mut line)?;
        let origin = line.trim_end().strip_prefix(READY).unwrap_or_default();
        ensure!(!origin.is_empty(), "the sandbox is not ready: {line:?}");
        sandbox.origin = origin.to_owned();
        Ok(sandbox)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It holds nothing that could be lost.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
