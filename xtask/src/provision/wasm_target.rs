//! A Rust compiler with a standard library for wasm32-unknown-unknown.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use xshell::{Shell, cmd};

use super::apt;
use crate::{cache, environment, package, report, workspace};

const TARGET: &str = "wasm32-unknown-unknown";
/// Where Debian puts its compiler and its standard library's source.
const DISTRIBUTION_RUSTC: &str = "/usr/bin/rustc";
const DISTRIBUTION_LIBRARY: &str = "/usr/lib/rustlib/src/rust/library/sysroot/Cargo.toml";

/// A compiler that can build for wasm32.
#[derive(Debug)]
pub(crate) struct WasmToolchain {
    /// A folder to stand first on PATH; none if the user's own toolchain does.
    bin_dir: Option<PathBuf>,
}

impl WasmToolchain {
    /// The user's own toolchain if it has the target or rustup can give it; else
    /// the distribution's compiler with a standard library built from its source.
    pub(crate) fn provide() -> Result<Self> {
        let shell = environment::shell()?;
        if has_target(&shell) {
            return Ok(Self { bin_dir: None });
        }
        if distribution_version(&shell)
            .is_ok_and(|version| cache::installed(&folder_name(&version)).is_some())
        {
            return Self::from_distribution(&shell);
        }
        if which::which("rustup").is_ok() {
            report::step(&format!("rustup target add {TARGET}"));
            // Whether it worked is seen by what is there afterwards.
            let _ = cmd!(shell, "rustup target add {TARGET}")
                .quiet()
                .ignore_status()
                .ignore_stderr()
                .run();
            if has_target(&shell) {
                return Ok(Self { bin_dir: None });
            }
            report::note("rustup cannot fetch it here");
        }
        if !cfg!(target_os = "linux") {
            bail!("the wasm32 target is missing: type `rustup target add {TARGET}`, and try again");
        }
        Self::from_distribution(&shell)
    }

    fn from_distribution(shell: &Shell) -> Result<Self> {
        if !Path::new(DISTRIBUTION_LIBRARY).is_file() || !Path::new(DISTRIBUTION_RUSTC).is_file() {
            // The linker is LLVM's, of the version that the compiler was built with.
            let llvm = apt::depends("rust-web-llvm")?
                .iter()
                .find_map(|name| name.strip_prefix("llvm-").map(str::to_owned))
                .with_context(|| {
                    format!("the wasm32 target is missing: type `rustup target add {TARGET}`, and try again")
                })?;
            let linker = format!("lld-{llvm}");
            let packages = [
                "rustc-web",
                "cargo-web",
                "rust-web-src",
                "rust-web-llvm",
                &linker,
            ];
            apt::install("a compiler with the source of its library", &packages)?;
        }
        let version = distribution_version(shell)?;
        let folder = cache::install_once(&folder_name(&version), |folder| {
            report::step("building the wasm32 standard library, about a minute");
            build_library(shell, folder)
        })?;
        // Written each time: it names the folder, which has its name only now.
        write_rustc(&folder)?;
        let toolchain = Self {
            bin_dir: Some(folder.join("bin")),
        };
        let is_found = {
            let _inside = toolchain.enter(shell, &[])?;
            has_target(shell)
        };
        if is_found {
            Ok(toolchain)
        } else {
            bail!("the built wasm32 library is not found by rustc")
        }
    }

    /// Lets a shell's commands build for wasm32, with these folders on PATH before
    /// others, until what is returned is dropped.
    pub(crate) fn enter<'shell>(
        &self,
        shell: &'shell Shell,
        folders: &[&Path],
    ) -> Result<[xshell::PushEnv<'shell>; 2]> {
        let path = with_first_on_path(
            self.bin_dir
                .as_deref()
                .into_iter()
                .chain(folders.iter().copied()),
        )?;
        // It may be another compiler than the host's: they share no artefacts.
        let target = workspace::target().join("wasm");
        Ok([
            shell.push_env("PATH", path),
            shell.push_env("CARGO_TARGET_DIR", target),
        ])
    }

    /// What its `rustc -vV` says.
    pub(crate) fn compiler(&self) -> Result<String> {
        let shell = environment::shell()?;
        let _inside = self.enter(&shell, &[])?;
        Ok(cmd!(shell, "rustc -vV").quiet().read()?)
    }

    /// Where it is, for people.
    pub(crate) fn describe(&self) -> String {
        self.bin_dir.as_ref().map_or_else(
            || "the installed toolchain".to_owned(),
            |dir| dir.display().to_string(),
        )
    }
}

fn folder_name(version: &str) -> String {
    format!("wasm-library-{version}")
}

/// The version of the distribution's compiler.
fn distribution_version(shell: &Shell) -> Result<String> {
    let said = cmd!(shell, "{DISTRIBUTION_RUSTC} --version")
        .quiet()
        .ignore_stderr()
        .read()?;
    Ok(said
        .split_whitespace()
        .nth(1)
        .context("rustc has no version")?
        .to_owned())
}

/// PATH with folders before it.
fn with_first_on_path<'a>(first: impl IntoIterator<Item = &'a Path>) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = first
        .into_iter()
        .map(Path::to_path_buf)
        .chain(env::split_paths(&path));
    Ok(env::join_paths(folders)?)
}

fn has_target(shell: &Shell) -> bool {
    let Ok(sysroot) = cmd!(shell, "rustc --print sysroot")
        .quiet()
        .ignore_stderr()
        .read()
    else {
        return false;
    };
    let library = Path::new(&sysroot)
        .join("lib/rustlib")
        .join(TARGET)
        .join("lib");
    fs::read_dir(library).is_ok_and(|mut files| {
        files.any(|file| {
            file.is_ok_and(|file| file.file_name().to_string_lossy().starts_with("libcore-"))
        })
    })
}

/// Builds the standard library in a folder that is laid out as a sysroot, so that
/// nothing is written beside the distribution's compiler.
fn build_library(shell: &Shell, folder: &Path) -> Result<()> {
    let build = tempfile::tempdir()?;
    let target_dir = build.path();
    // Cargo takes `rustc` from PATH, and rustup's would not fit this source.
    let _path = shell.push_env("PATH", with_first_on_path([Path::new("/usr/bin")])?);
    let _bootstrap = shell.push_env("RUSTC_BOOTSTRAP", "1");
    let _metadata = shell.push_env("__CARGO_DEFAULT_LIB_METADATA", "stablestd");
    let flags = [
        "-Cembed-bitcode=yes".to_owned(),
        "-Zforce-unstable-if-unmarked".to_owned(),
        package::without_paths()?,
    ];
    let _flags = shell.push_env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    let _target = shell.push_env("CARGO_TARGET_DIR", target_dir);
    cmd!(
        shell,
        "/usr/bin/cargo build --release --target {TARGET} --manifest-path {DISTRIBUTION_LIBRARY}"
    )
    .args(["--features", "panic-unwind compiler-builtins-mem"])
    .quiet()
    .run()?;
    let rustlib = folder.join("sysroot/lib/rustlib");
    let library = rustlib.join(TARGET).join("lib");
    fs::create_dir_all(&library)?;
    for file in fs::read_dir(target_dir.join(TARGET).join("release/deps"))? {
        let file = file?.path();
        if file
            .extension()
            .is_some_and(|extension| extension == "rlib")
            && let Some(name) = file.file_name()
        {
            fs::copy(&file, library.join(name))?;
        }
    }
    let sysroot = cmd!(shell, "{DISTRIBUTION_RUSTC} --print sysroot")
        .quiet()
        .read()?;
    for entry in fs::read_dir(Path::new(&sysroot).join("lib/rustlib"))? {
        let entry = entry?;
        // Build scripts and macros need the host's library beside ours.
        if entry.file_name() != TARGET {
            link(&entry.path(), &rustlib.join(entry.file_name()))?;
        }
    }
    let bin = folder.join("bin");
    fs::create_dir(&bin)?;
    link(Path::new("/usr/bin/cargo"), &bin.join("cargo"))
}

/// A `rustc` that knows where this sysroot is.
fn write_rustc(folder: &Path) -> Result<()> {
    let rustc = folder.join("bin/rustc");
    let sysroot = folder.join("sysroot");
    let script = format!(
        "#!/bin/sh\nexec {DISTRIBUTION_RUSTC} --sysroot '{}' \"$@\"\n",
        sysroot.display()
    );
    if fs::read_to_string(&rustc).is_ok_and(|written| written == script) {
        return Ok(());
    }
    fs::write(&rustc, script)?;
    make_executable(&rustc)
}

#[cfg(unix)]
fn link(original: &Path, link: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(original, link)?)
}

#[cfg(unix)]
fn make_executable(file: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(
        file,
        fs::Permissions::from_mode(0o755),
    )?)
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    bail!("type `rustup target add {TARGET}`, and try again")
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> Result<()> {
    Ok(())
}
