//! Those who install the package: its own tests in `tests/package`, and the examples. Each
//! installs the packed tarball, as the apps do that they stand for, and never the sources.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::Mutex,
    thread,
};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::{
    digest::hexadecimal, docs, environment, package, provision, report, targets, workspace,
};

/// What a project's installation was made of; in its `node_modules`.
const STAMP: &str = ".documentolog-stamp";

/// Packs the package, and runs its tests: its types, its contents, its imports, and the back
/// end's half against the sandbox, in each runtime.
pub(crate) fn test_package() -> Result<()> {
    let mut consumers = Consumers::prepare()?;
    consumers.environment = provision::runtimes()?;
    consumers
        .environment
        .push(("DOCUMENTOLOG_SANDBOX", sandbox()?));
    let project = workspace::root().join("tests/package");
    consumers.install(&project)?;
    docs::write_snippets(&project.join("types/made/snippets"))?;
    consumers.run(&project, "test", true)
}

/// The sandbox's program.
fn sandbox() -> Result<PathBuf> {
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    // A package's programs are built for its integration tests.
    targets::build(&shell, &["test", "--no-run", "--test", "sandbox"])?;
    let name = format!("documentolog-sandbox{}", env::consts::EXE_SUFFIX);
    Ok(workspace::target().join("debug").join(name))
}

/// Installs and builds every example, and gives their names.
pub(crate) fn build_examples(consumers: &Consumers) -> Result<()> {
    let names = examples()?;
    let waiting = Mutex::new(names.iter());
    let failures = Mutex::new(Vec::new());
    let work = || {
        loop {
            let next = waiting.lock().ok().and_then(|mut waiting| waiting.next());
            let Some(project) = next else { return };
            report::step(&format!("building {}", name_of(project)));
            let built = consumers
                .install(project)
                .and_then(|()| consumers.run(project, "build", false))
                .and_then(|()| consumers.run(project, "test", false));
            if let (Err(error), Ok(mut failures)) = (built, failures.lock()) {
                failures.push(error.context(format!("{} does not build", name_of(project))));
            }
        }
    };
    // Installing waits for the network, and building for the processor.
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    let mut failures = failures.into_inner().unwrap_or_default();
    for further in failures.drain(failures.len().min(1)..) {
        report::failure(&further);
    }
    failures.pop().map_or(Ok(()), Err)
}

/// The examples' folders.
fn examples() -> Result<Vec<PathBuf>> {
    let mut found: Vec<_> = fs::read_dir(workspace::root().join("examples"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|folder| folder.join("package.json").is_file())
        .collect();
    found.sort();
    Ok(found)
}

fn name_of(project: &Path) -> String {
    project
        .strip_prefix(workspace::root())
        .unwrap_or(project)
        .display()
        .to_string()
}

/// What they are installed and run with.
#[derive(Debug)]
pub(crate) struct Consumers {
    path: OsString,
    tarball: Vec<u8>,
    /// What else their programs are told, by variables.
    environment: Vec<(&'static str, PathBuf)>,
}

impl Consumers {
    /// Packs the package, and finds a Node.js that is new enough.
    pub(crate) fn prepare() -> Result<Self> {
        let tarball = package::pack()?;
        let mut folders: Vec<_> = provision::node_for_examples()?.into_iter().collect();
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        Ok(Self {
            path: env::join_paths(folders)?,
            tarball: Sha256::digest(fs::read(tarball)?).to_vec(),
            environment: Vec::new(),
        })
    }

    /// The PATH on which that Node.js comes first.
    pub(crate) fn path(&self) -> &OsString {
        &self.path
    }

    /// Installs what the lock file lists, and the tarball; not again if nothing has changed.
    fn install(&self, project: &Path) -> Result<()> {
        let mut digest = Sha256::new();
        for file in ["package.json", "package-lock.json"] {
            let text = fs::read(project.join(file))
                .with_context(|| format!("{} has no {file}", project.display()))?;
            digest.update(text);
        }
        digest.update(&self.tarball);
        let stamp = hexadecimal(&digest.finalize());
        let place = project.join("node_modules").join(STAMP);
        if fs::read_to_string(&place).is_ok_and(|installed| installed == stamp) {
            return Ok(());
        }
        let modules = project.join("node_modules");
        if modules.is_dir() {
            fs::remove_dir_all(&modules)?;
        }
        // Not `ci`: that refuses a lock file which does not list the binaries of every other
        // platform, and not every registry has them all. What is listed is installed as it
        // is, and the lock file is left as it is.
        let arguments = [
            "install",
            "--no-save",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefer-offline",
            "--loglevel=error",
        ];
        self.npm(project, &arguments, false)?;
        fs::write(place, stamp)?;
        Ok(())
    }

    /// Runs a script of the project, if it has it.
    fn run(&self, project: &Path, script: &str, is_shown: bool) -> Result<()> {
        self.npm(
            project,
            &["run", "--if-present", "--silent", script],
            is_shown,
        )
    }

    fn npm(&self, project: &Path, arguments: &[&str], is_shown: bool) -> Result<()> {
        let program = which::which_in(provision::npm(), Some(&self.path), workspace::root())?;
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(project)
            .env("PATH", &self.path)
            .envs(environment::variables())
            .envs(self.environment.iter().cloned())
            .env("NEXT_TELEMETRY_DISABLED", "1");
        if is_shown {
            ensure!(command.status()?.success(), "npm {arguments:?} failed");
            return Ok(());
        }
        let Output {
            status,
            stdout,
            stderr,
        } = command.output()?;
        if !status.success() {
            bail!(
                "npm {arguments:?} failed:\n{}{}",
                String::from_utf8_lossy(&stdout),
                String::from_utf8_lossy(&stderr)
            );
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A lock file of the machine that made it would be of no use to others, and one with
    /// the tarball's digest would be stale with every change of the package.
    #[test]
    fn lock_files_hold_on_every_machine() {
        let mut projects = examples().unwrap();
        projects.push(workspace::root().join("tests/package"));
        assert!(projects.len() > 5);
        for project in projects {
            let text = fs::read_to_string(project.join("package-lock.json")).unwrap();
            let lock: serde_json::Value = serde_json::from_str(&text).unwrap();
            for (name, package) in lock["packages"].as_object().unwrap() {
                let is_ours = name.ends_with("/documentolog-embed");
                let resolved = package["resolved"].as_str();
                assert_eq!(
                    resolved,
                    is_ours.then_some("file:../../target/npm/documentolog-embed.tgz"),
                    "{}: {name}",
                    project.display()
                );
                let is_pinned = package["integrity"].is_string();
                assert!(
                    name.is_empty() || package["inBundle"] == true || is_pinned != is_ours,
                    "{}: {name}",
                    project.display()
                );
            }
        }
    }
}
