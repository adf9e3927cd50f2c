//! The package's `./server`: its Rust to wasm, with a glue and a chunk of its own, apart from
//! the widget's. A back end downloads it once, so it is not deflated, and can be compiled at once.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use base64::Engine as _;
use xshell::{Shell, cmd};

use crate::{
    glue,
    package::without_paths,
    provision::{Bindgen, NpmTools, WasmToolchain},
    workspace,
};

/// The names of the TypeScript's imports of what is made here.
pub(crate) const MADE: [&str; 2] = ["server-glue", "server-wasm-bytes"];

/// Its files in the package: each a source in pkg-template/src.
pub(crate) const MODULES: [&str; 2] = ["server", "server-browser"];

/// Modules whose types nobody can name.
pub(crate) const INTERNAL: [&str; 3] = ["server-browser", "server-module", "server-options"];

const CRATE: &str = "documentolog_server_js";

const GLUE_TYPES: &str = "\
import type * as functions from './documentolog_server_js.js';
/** An instance's functions. */
export type Instance = Omit<typeof functions, 'default' | 'initSync'>;
/** Makes an instance. */
export declare function instantiate(module: WebAssembly.Module): Instance;
";

/// Makes glue and module in the folder `work`.
pub(crate) fn make(
    shell: &Shell,
    toolchain: &WasmToolchain,
    bindgen: &Bindgen,
    npm: &NpmTools,
    work: &Path,
) -> Result<()> {
    let wasm = compile(shell, toolchain)?;
    let wasm_bindgen = bindgen.command_line();
    cmd!(
        shell,
        "{wasm_bindgen} --target web --omit-default-module-path --out-dir {work} {wasm}"
    )
    .args(["--remove-name-section", "--remove-producers-section"])
    .quiet()
    .run()?;
    let made = fs::read_to_string(work.join(format!("{CRATE}.js")))?;
    fs::write(
        work.join("server-glue.js"),
        glue::as_synchronous_function(&made)?,
    )?;
    fs::write(work.join("server-glue.d.ts"), GLUE_TYPES)?;
    let (plain, optimized) = (
        work.join(format!("{CRATE}_bg.wasm")),
        work.join("server-optimized.wasm"),
    );
    let wasm_opt = npm.tool("wasm-opt");
    cmd!(shell, "{wasm_opt} -Oz {plain} -o {optimized}")
        .quiet()
        .run()?;
    let bytes = fs::read(&optimized).context("wasm-opt has written nothing")?;
    let text = base64::engine::general_purpose::STANDARD.encode(bytes);
    fs::write(
        work.join("server-wasm-bytes.js"),
        format!("export const bytes = '{text}';\n"),
    )?;
    fs::write(
        work.join("server-wasm-bytes.d.ts"),
        "export declare const bytes: string;\n",
    )?;
    Ok(())
}

/// On its own, and not together with the widget: features of what both depend on would add up.
fn compile(shell: &Shell, toolchain: &WasmToolchain) -> Result<PathBuf> {
    let _inside = toolchain.enter(shell, &[])?;
    let _flags = shell.push_env("CARGO_ENCODED_RUSTFLAGS", without_paths()?);
    cmd!(
        shell,
        "cargo build --locked --profile wasm --target wasm32-unknown-unknown -p documentolog-server-js"
    )
    .quiet()
    .run()?;
    Ok(workspace::target().join(format!("wasm/wasm32-unknown-unknown/wasm/{CRATE}.wasm")))
}
