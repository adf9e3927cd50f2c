//! The npm package: Rust to wasm, wasm and its glue to one lazily loaded chunk,
//! TypeScript to JavaScript and types.

use std::{
    env, fs,
    path::{Path, PathBuf},
    sync::OnceLock,
    time::SystemTime,
};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use serde_json::json;
use sha2::{Digest, Sha384};
use walrus::Module;
use xshell::{Shell, cmd};

use crate::{
    digest, environment, glue,
    names::Names,
    order, panics,
    provision::{Bindgen, NpmTools, WasmToolchain, npm},
    report, server_package, workspace,
};

/// The package's modules: each a source in pkg-template/src and a file of it. They
/// import one another by their names, so that entries share what they share.
const MODULES: [&str; 12] = [
    "core", "element", "embedded", "error", "external", "fallback", "index", "plain", "react",
    "streamed", "vue", "widget",
];

/// The one file that needs no other, for `<script type="module">`.
pub(crate) const SINGLE_FILE: &str = "documentolog-embed.js";

/// The WebAssembly module, for those who serve it as a file.
const WASM_FILE: &str = "documentolog-embed.wasm";

/// Modules whose types nobody can name.
const INTERNAL: [&str; 11] = [
    "adapters",
    "core",
    "embedded",
    "fallback",
    "fallback-texts",
    "load",
    "plain",
    "session",
    "spare",
    "streamed",
    "widget",
];

/// Where the package is made.
pub(crate) fn folder() -> PathBuf {
    workspace::target().join("npm/documentolog-embed")
}

/// Makes the package, and returns its folder. In one run it is made once: several of the steps of
/// `test` need it, and nothing changes it between them.
pub(crate) fn build() -> Result<PathBuf> {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    if let Some(package) = BUILT.get() {
        return Ok(package.clone());
    }
    let package = make()?;
    Ok(BUILT.get_or_init(|| package).clone())
}

fn make() -> Result<PathBuf> {
    let (toolchain, bindgen, npm) = (
        WasmToolchain::provide()?,
        Bindgen::provide()?,
        NpmTools::provide()?,
    );
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    report::step("building the npm package");
    let work = workspace::target().join("bindgen");
    fs::create_dir_all(&work)?;
    let style = minify_style(&shell, &npm, &work)?;
    let wasm = compile(&shell, &toolchain, &style)?;
    make_glue(&shell, &bindgen, &wasm, &work)?;
    pack_wasm(&shell, &npm, &work)?;
    server_package::make(&shell, &toolchain, &bindgen, &npm, &work)?;
    let package = folder();
    // Made anew, so that nothing of an older build stays in it.
    if package.is_dir() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(&package)?;
    bundle(&shell, &npm, &work, &package)?;
    write_types(&shell, &npm, &work, &package)?;
    copy_the_rest(&work, &package)?;
    Ok(package)
}

/// Makes the package's tarball, and returns its path.
pub(crate) fn pack() -> Result<PathBuf> {
    let package = build()?;
    let shell = environment::shell()?;
    shell.change_dir(&package);
    let npm = npm();
    let destination = workspace::target().join("npm");
    let name = cmd!(
        shell,
        "{npm} pack --ignore-scripts --loglevel=error --pack-destination {destination}"
    )
    .quiet()
    .read()?;
    let name = name.lines().last().context("npm pack has said no name")?;
    // Without its version: the examples' lock files name it.
    let tarball = destination.join("documentolog-embed.tgz");
    fs::rename(destination.join(name), &tarball)?;
    Ok(tarball)
}

/// What a page that loads the single file from elsewhere says of it, by `integrity`
/// (W3C, Subresource Integrity).
pub(crate) fn integrity() -> Result<String> {
    let digest = Sha384::digest(fs::read(folder().join(SINGLE_FILE))?);
    let text = base64::engine::general_purpose::STANDARD.encode(digest);
    Ok(format!("sha384-{text}"))
}

fn minify_style(shell: &Shell, npm: &NpmTools, work: &Path) -> Result<PathBuf> {
    let esbuild = npm.tool("esbuild");
    let style = work.join("style.css");
    cmd!(shell, "{esbuild} src/view.css --minify --log-level=warning")
        .arg(format!("--outfile={}", style.display()))
        .quiet()
        .run()?;
    // Without the line's end, which is of no use in a text.
    let text = fs::read_to_string(&style)?;
    fs::write(&style, text.trim_end())?;
    Ok(style)
}

/// A little more is inlined than makes the smallest module: by gzip that is less (measured, see
/// docs/performance.md). A stack of 256 KiB, some hundred times what a session takes, is a
/// quarter of the linker's own, and so is the memory that browsers make ready for the module.
const SMALLER: &str = "-Cllvm-args=-inline-threshold=10\u{1f}-Clink-arg=-zstack-size=262144";

fn compile(shell: &Shell, toolchain: &WasmToolchain, style: &Path) -> Result<PathBuf> {
    let _inside = toolchain.enter(shell, &[])?;
    let _style = shell.push_env("DOCUMENTOLOG_STYLE", style);
    let flags = format!("{}\u{1f}{SMALLER}", without_paths()?);
    let _flags = shell.push_env("CARGO_ENCODED_RUSTFLAGS", flags);
    cmd!(
        shell,
        "cargo build --locked --profile wasm --target wasm32-unknown-unknown -p documentolog-embed --features module"
    )
    .quiet()
    .run()?;
    Ok(workspace::target().join("wasm/wasm32-unknown-unknown/wasm/documentolog_embed.wasm"))
}

/// Flags that keep the paths of this machine out of the module's panics.
pub(crate) fn without_paths() -> Result<String> {
    let cargo_home = match env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => dirs::home_dir()
            .context("no home folder: set HOME")?
            .join(".cargo"),
    };
    let flags = [cargo_home.as_path(), workspace::root()]
        .map(|folder| format!("--remap-path-prefix={}=.", folder.display()));
    Ok(flags.join("\u{1f}"))
}

fn make_glue(shell: &Shell, bindgen: &Bindgen, wasm: &Path, work: &Path) -> Result<()> {
    let wasm_bindgen = bindgen.command_line();
    // Without a default path the glue has no `new URL(…)`, which bundlers guess at.
    cmd!(
        shell,
        "{wasm_bindgen} --target web --omit-default-module-path --out-dir {work} {wasm}"
    )
    .arg("--remove-producers-section")
    .quiet()
    .run()?;
    let glue = fs::read_to_string(work.join("documentolog_embed.js"))?;
    let module = fs::read(work.join("documentolog_embed_bg.wasm"))?;
    let mut module = Module::from_buffer(&module).context("the module cannot be read")?;
    let names = Names::shorten(&mut module, &glue);
    panics::cut(&mut module)?;
    fs::write(work.join("small.wasm"), module.emit_wasm())?;
    fs::write(work.join("glue.js"), glue::as_function(&glue, &names)?)?;
    fs::write(work.join("glue.d.ts"), glue::TYPES)?;
    Ok(())
}

/// Optimizes the module and writes it as a text: deflated, then in base64, which
/// costs a download no more than the module's own gzip.
fn pack_wasm(shell: &Shell, npm: &NpmTools, work: &Path) -> Result<()> {
    let plain = work.join("small.wasm");
    let digest = digest::sha256(fs::read(&plain)?);
    let bytes = work.join("wasm-bytes.js");
    let head = format!("// Of the module with the digest {digest}.\n");
    let is_ours = fs::read_to_string(&bytes).is_ok_and(|written| written.starts_with(&head));
    if is_ours && modified(&bytes)? > modified(&env::current_exe()?)? {
        return Ok(());
    }
    let optimized = work.join("optimized.wasm");
    let wasm_opt = npm.tool("wasm-opt");
    // No feature flags: wasm-opt reads them from the module.
    cmd!(shell, "{wasm_opt} -Oz --converge --one-caller-inline-max-function-size=60 --low-memory-unused --zero-filled-memory --strip-target-features --strip-producers {plain} -o {optimized}")
        .quiet()
        .run()?;
    let arranged = order::arrange(&fs::read(&optimized)?)?;
    fs::write(&optimized, &arranged)?;
    let mut deflated = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Deflate,
        arranged.as_slice(),
        &mut deflated,
    )?;
    for (name, bytes) in [("wasm-bytes-plain", &arranged), ("wasm-bytes", &deflated)] {
        let text = base64::engine::general_purpose::STANDARD.encode(bytes);
        fs::write(
            work.join(format!("{name}.d.ts")),
            "export declare const bytes: string;\n",
        )?;
        fs::write(
            work.join(format!("{name}.js")),
            format!("{head}export const bytes = '{text}';\n"),
        )?;
    }
    Ok(())
}

/// When a file was last written.
fn modified(file: &Path) -> Result<SystemTime> {
    Ok(fs::metadata(file)?.modified()?)
}

fn bundle(shell: &Shell, npm: &NpmTools, work: &Path, package: &Path) -> Result<()> {
    let esbuild = npm.tool("esbuild");
    let made = ["glue", "wasm-bytes", "wasm-bytes-plain"];
    let ours = made.iter().chain(&server_package::MADE).map(|name| {
        let made = work.join(format!("{name}.js"));
        format!("--alias:documentolog-embed/{name}={}", made.display())
    });
    let ours: Vec<_> = ours.collect();
    let bundle = |source: &str, output: &str, rest: &[&str]| -> Result<()> {
        let source = format!("pkg-template/src/{source}.ts");
        let output = format!("--outfile={}", package.join(output).display());
        // A neutral platform leaves `process.env.NODE_ENV` to the bundler of the app.
        cmd!(
            shell,
            "{esbuild} {source} --bundle --minify --format=esm --target=es2022 --platform=neutral --log-level=warning"
        )
        .args(&ours)
        .arg(output)
        .args(rest)
        .quiet()
        .run()?;
        Ok(())
    };
    let mut apart = vec!["--external:react".to_owned(), "--external:vue".to_owned()];
    apart.extend(MODULES.map(|name| format!("--external:./{name}.js")));
    let apart: Vec<_> = apart.iter().map(String::as_str).collect();
    for module in MODULES.into_iter().chain(server_package::MODULES) {
        bundle(module, &format!("{module}.js"), &apart)?;
    }
    // Without the plain bytes, which would double it.
    bundle("single-file", SINGLE_FILE, &["--external:./plain.js"])
}

fn write_types(shell: &Shell, npm: &NpmTools, work: &Path, package: &Path) -> Result<()> {
    let tsc = npm.tool("tsc");
    let project = types_project();
    fs::write(&project, types_settings(npm, work)?)?;
    cmd!(
        shell,
        "{tsc} -p {project} --declaration --emitDeclarationOnly --outDir {package}"
    )
    .quiet()
    .run()
    .context("the package's TypeScript does not check")?;
    for internal in INTERNAL.into_iter().chain(server_package::INTERNAL) {
        fs::remove_file(package.join(format!("{internal}.d.ts")))?;
    }
    Ok(())
}

/// The package's TypeScript project, once it has been built.
pub(crate) fn types_project() -> PathBuf {
    workspace::target().join("bindgen/tsconfig.json")
}

/// Its settings: where what is made is, and the frameworks.
fn types_settings(npm: &NpmTools, work: &Path) -> Result<String> {
    let sources = workspace::root().join("pkg-template");
    let modules = npm.file("");
    let project = json!({
        "extends": sources.join("tsconfig.json"),
        "compilerOptions": {
            "rootDir": sources.join("src"),
            "paths": {
                "documentolog-embed/*": [work.join("*")],
                "react": [modules.join("@types/react/index.d.ts")],
                "vue": [modules.join("vue/dist/vue.d.mts")],
            },
        },
        "include": [sources.join("src")],
    });
    Ok(serde_json::to_string_pretty(&project)?)
}

fn copy_the_rest(work: &Path, package: &Path) -> Result<()> {
    let root = workspace::root();
    fs::copy(work.join("optimized.wasm"), package.join(WASM_FILE))?;
    for (source, name) in [
        ("pkg-template/README.md", "README.md"),
        ("CHANGELOG.md", "CHANGELOG.md"),
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
