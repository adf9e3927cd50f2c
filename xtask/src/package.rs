//! The npm package: Rust to wasm, wasm and its glue to one lazily loaded chunk,
//! TypeScript to JavaScript and types.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use flate2::{Compression, write::DeflateEncoder};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

use crate::{
    provision::{Bindgen, NpmTools, WasmToolchain},
    report, workspace,
};

/// The entries of the package: each a source in pkg-template/src and a file of it.
const ENTRIES: [&str; 3] = ["index", "widget", "fallback"];

/// Where the package is made.
pub(crate) fn folder() -> PathBuf {
    workspace::target().join("npm/documentolog-embed")
}

/// Makes the package, and returns its folder.
pub(crate) fn build() -> Result<PathBuf> {
    let (toolchain, bindgen, npm) = (
        WasmToolchain::provide()?,
        Bindgen::provide()?,
        NpmTools::provide()?,
    );
    let shell = Shell::new()?;
    shell.change_dir(workspace::root());
    report::step("building the npm package");
    let work = workspace::target().join("bindgen");
    fs::create_dir_all(&work)?;
    let wasm = compile(&shell, &toolchain)?;
    make_glue(&shell, &bindgen, &wasm, &work)?;
    pack_wasm(&shell, &npm, &work)?;
    let package = folder();
    // Made anew, so that nothing of an older build stays in it.
    if package.is_dir() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    bundle(&shell, &npm, &work, &package)?;
    write_types(&shell, &npm, &package)?;
    copy_the_rest(&package)?;
    Ok(package)
}

/// Makes the package's tarball, and returns its path.
pub(crate) fn pack() -> Result<PathBuf> {
    let package = build()?;
    let shell = Shell::new()?;
    shell.change_dir(&package);
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let destination = workspace::target().join("npm");
    let name = cmd!(
        shell,
        "{npm} pack --ignore-scripts --loglevel=error --pack-destination {destination}"
    )
    .quiet()
    .read()?;
    Ok(destination.join(name.lines().last().context("npm pack has said no name")?))
}

fn compile(shell: &Shell, toolchain: &WasmToolchain) -> Result<PathBuf> {
    let _inside = toolchain.enter(shell, &[])?;
    cmd!(
        shell,
        "cargo build --locked --profile wasm --target wasm32-unknown-unknown -p documentolog-embed"
    )
    .quiet()
    .run()?;
    Ok(workspace::target().join("wasm/wasm32-unknown-unknown/wasm/documentolog_embed.wasm"))
}

fn make_glue(shell: &Shell, bindgen: &Bindgen, wasm: &Path, work: &Path) -> Result<()> {
    let wasm_bindgen = bindgen.command_line();
    // Without a default path the glue has no `new URL(…)`, which bundlers guess at.
    cmd!(
        shell,
        "{wasm_bindgen} --target web --omit-default-module-path --out-dir {work} {wasm}"
    )
    .args(["--remove-name-section", "--remove-producers-section"])
    .quiet()
    .run()?;
    Ok(())
}

/// Optimizes the module and writes it as a text: deflated, then in base64, which
/// costs a download no more than the module's own gzip.
fn pack_wasm(shell: &Shell, npm: &NpmTools, work: &Path) -> Result<()> {
    let plain = work.join("documentolog_embed_bg.wasm");
    let digest: String = Sha256::digest(fs::read(&plain)?)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let bytes = work.join("wasm-bytes.js");
    let head = format!("// Of the module with the digest {digest}.\n");
    if fs::read_to_string(&bytes).is_ok_and(|written| written.starts_with(&head)) {
        return Ok(());
    }
    let optimized = work.join("optimized.wasm");
    let wasm_opt = npm.tool("wasm-opt");
    // No feature flags: wasm-opt reads them from the module.
    cmd!(shell, "{wasm_opt} -Oz --converge {plain} -o {optimized}")
        .quiet()
        .run()?;
    let mut deflated = DeflateEncoder::new(Vec::new(), Compression::best());
    deflated.write_all(&fs::read(&optimized)?)?;
    let text = base64::engine::general_purpose::STANDARD.encode(deflated.finish()?);
    fs::write(
        work.join("wasm-bytes.d.ts"),
        "export declare const bytes: string;\n",
    )?;
    fs::write(bytes, format!("{head}export const bytes = '{text}';\n"))?;
    Ok(())
}

fn bundle(shell: &Shell, npm: &NpmTools, work: &Path, package: &Path) -> Result<()> {
    let esbuild = npm.tool("esbuild");
    let glue = format!(
        "--alias:documentolog-embed/glue={}",
        work.join("documentolog_embed.js").display()
    );
    let bytes = format!(
        "--alias:documentolog-embed/wasm-bytes={}",
        work.join("wasm-bytes.js").display()
    );
    for entry in ENTRIES {
        let source = format!("pkg-template/src/{entry}.ts");
        let output = format!(
            "--outfile={}",
            package.join(format!("{entry}.js")).display()
        );
        cmd!(
            shell,
            "{esbuild} {source} --bundle --minify --format=esm --target=es2022 --log-level=warning"
        )
        .args([
            glue.as_str(),
            bytes.as_str(),
            output.as_str(),
            "--external:./widget.js",
            "--external:./fallback.js",
        ])
        .quiet()
        .run()?;
    }
    Ok(())
}

fn write_types(shell: &Shell, npm: &NpmTools, package: &Path) -> Result<()> {
    let tsc = npm.tool("tsc");
    cmd!(
        shell,
        "{tsc} -p pkg-template/tsconfig.json --declaration --emitDeclarationOnly --outDir {package}"
    )
    .quiet()
    .run()
    .context("the package's TypeScript does not check")?;
    // The chunk is the package's own affair.
    for internal in
        ["widget", "load", "fallback", "fallback-texts"].map(|name| format!("{name}.d.ts"))
    {
        let _ = fs::remove_file(package.join(internal));
    }
    Ok(())
}

fn copy_the_rest(package: &Path) -> Result<()> {
    let root = workspace::root();
    for (source, name) in [
        ("pkg-template/README.md", "README.md"),
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
    ] {
        fs::copy(root.join(source), package.join(name))
            .with_context(|| format!("{source} cannot be copied"))?;
    }
    let manifest = fs::read_to_string(root.join("pkg-template/package.json"))?;
    fs::write(
        package.join("package.json"),
        with_version(&manifest, workspace::version())?,
    )?;
    Ok(())
}

/// The manifest with the workspace's version, its order and form kept.
fn with_version(manifest: &str, version: &str) -> Result<String> {
    const PLACE: &str = "\"version\": \"0.0.0\"";
    if manifest.matches(PLACE).count() != 1 {
        bail!("pkg-template/package.json has no {PLACE} to replace");
    }
    Ok(manifest.replace(PLACE, &format!("\"version\": \"{version}\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_workspaces() {
        let manifest = "{\n  \"version\": \"0.0.0\"\n}";
        assert_eq!(
            with_version(manifest, "1.2.3").unwrap(),
            "{\n  \"version\": \"1.2.3\"\n}"
        );
        assert!(with_version("{}", "1.2.3").is_err());
    }
}
