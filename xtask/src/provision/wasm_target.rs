//! A Rust compiler with a standard library for wasm32-unknown-unknown.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use super::{major_and_minor, unpacked::Offer};
use crate::{cache, environment, package, report, workspace};

const TARGET: &str = "wasm32-unknown-unknown";
/// The oldest compiler that this workspace is built with.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");
/// Debian's newest compiler, which it keeps for its browsers.
const COMPILER: &str = "rustc-web";

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
        // Any that is new enough will do: the name is of the oldest.
        let name = format!("wasm-toolchain-{OLDEST}");
        let mut folder = cache::installed(&name);
        if folder.is_none() && rustup_adds_target(&shell) {
            return Ok(Self { bin_dir: None });
        }
        if folder.is_none() {
            let made = cache::install_once(&name, |folder| from_distribution(&shell, folder));
            folder = Some(made.with_context(|| {
                format!(
                    "the wasm32 target is missing, and there is no other way to it \
                     (type `rustup target add {TARGET}` where that works, and try again)"
                )
            })?);
        }
        let toolchain = Self {
            bin_dir: folder.map(|folder| folder.join("bin")),
        };
        let is_found = {
            let _inside = toolchain.enter(&shell, &[])?;
            has_target(&shell)
        };
        ensure!(
            is_found,
            "rustc does not find the wasm32 library in {0}: delete {0}, and try again",
            cache::folder(&name)?.display()
        );
        Ok(toolchain)
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

/// Whether rustup gives the target.
fn rustup_adds_target(shell: &Shell) -> bool {
    if which::which("rustup").is_err() {
        return false;
    }
    report::step(&format!("rustup target add {TARGET}"));
    // Whether it worked is seen by what is there afterwards.
    let _ = cmd!(shell, "rustup target add {TARGET}")
        .quiet()
        .ignore_status()
        .ignore_stderr()
        .run();
    let is_added = has_target(shell);
    if !is_added {
        report::note("rustup cannot fetch it here");
    }
    is_added
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

/// Unpacks the distribution's compiler in a folder, and builds the library from its source.
/// Nothing is installed: the package conflicts with those that may have the user's own Rust.
fn from_distribution(shell: &Shell, folder: &Path) -> Result<()> {
    report::step("unpacking Debian's newest Rust compiler, about half a minute");
    let offer = Offer::read(|name| name.contains("rust") || name.contains("cargo"))?;
    let version = offer
        .field(COMPILER, "Version")?
        .with_context(|| format!("apt knows no package {COMPILER}"))?;
    ensure!(
        major_and_minor(&version) >= major_and_minor(OLDEST),
        "Debian's {COMPILER} is {version}, and {OLDEST} is needed"
    );
    let depends = offer.field("rust-web-llvm", "Depends")?;
    let linker = depends
        .as_deref()
        .and_then(linker)
        .context("apt does not say which linker Debian's compiler has")?;
    let packages = [
        COMPILER,
        "cargo-web",
        "rust-web-src",
        "rust-web-llvm",
        &linker,
    ];
    offer.unpack(&packages, folder)?;
    let bin = folder.join("bin");
    fs::create_dir(&bin)?;
    write_program(&bin.join("rustc"), "--sysroot \"$usr\"")?;
    write_program(&bin.join("cargo"), "")?;
    // It may have been installed, and so not been unpacked.
    let unpacked = Path::new("../usr/bin").join(&linker);
    let linker = if bin.join(&unpacked).exists() {
        unpacked
    } else {
        which::which(&linker).with_context(|| format!("there is no {linker}"))?
    };
    link(&linker, &bin.join("rust-lld"))?;
    report::step("building the wasm32 standard library, about a minute");
    build_library(shell, folder)?;
    // Some 700 MB, of use no more.
    for folder in ["usr/src", "usr/share"].map(|name| folder.join(name)) {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}

/// The linker is LLVM's, of the version that the compiler was built with.
fn linker(depends: &str) -> Option<String> {
    let version = depends.split([',', ' ']).find_map(|name| {
        let version = name.strip_prefix("llvm-")?;
        version.parse::<u32>().ok()
    })?;
    Some(format!("lld-{version}"))
}

/// Builds the standard library, and puts it where the unpacked compiler looks for it.
fn build_library(shell: &Shell, folder: &Path) -> Result<()> {
    let build = tempfile::tempdir()?;
    let target_dir = build.path();
    // Cargo takes `rustc` from PATH, and rustup's would not fit this source.
    let bin = folder.join("bin");
    let _path = shell.push_env("PATH", with_first_on_path([bin.as_path()])?);
    let _bootstrap = shell.push_env("RUSTC_BOOTSTRAP", "1");
    let _metadata = shell.push_env("__CARGO_DEFAULT_LIB_METADATA", "stablestd");
    let flags = [
        "-Cembed-bitcode=yes".to_owned(),
        "-Zforce-unstable-if-unmarked".to_owned(),
        package::without_paths()?,
        // The folder's name of now is in no message of the library.
        format!("--remap-path-prefix={}=", folder.display()),
    ];
    let _flags = shell.push_env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    let _target = shell.push_env("CARGO_TARGET_DIR", target_dir);
    let (cargo, rustlib) = (bin.join("cargo"), folder.join("usr/lib/rustlib"));
    let manifest = rustlib.join("src/rust/library/sysroot/Cargo.toml");
    cmd!(
        shell,
        "{cargo} build --quiet --release --target {TARGET} --manifest-path {manifest}"
    )
    .args(["--features", "panic-unwind compiler-builtins-mem"])
    .quiet()
    .run()?;
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
    Ok(())
}

/// A program that runs its namesake among what was unpacked, with its libraries. It looks for
/// them from where it lies: the folder gets its name when it is whole.
fn write_program(program: &Path, arguments: &str) -> Result<()> {
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let libraries = format!("lib/{}-linux-gnu", env::consts::ARCH);
    let script = format!(
        "#!/bin/sh\nusr=\"${{0%/*}}/../usr\"\n\
         export LD_LIBRARY_PATH=\"$usr/{libraries}${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}}\"\n\
         exec \"$usr/bin/{name}\" {arguments} \"$@\"\n"
    );
    fs::write(program, script)?;
    make_executable(program)
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
    anyhow::bail!("type `rustup target add {TARGET}`, and try again")
}

#[cfg(not(unix))]
fn make_executable(_: &Path) -> Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_linker_is_of_the_compilers_llvm() {
        let depends = "libc6 (>= 2.34), libgcc-s1 (>= 4.2), llvm-22";
        assert_eq!(super::linker(depends).as_deref(), Some("lld-22"));
        assert_eq!(super::linker("llvm-runtime"), None);
    }
}
