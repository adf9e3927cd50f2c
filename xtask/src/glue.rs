//! wasm-bindgen's glue, made into a function: each call gives an instance of the
//! module of its own, so that a session after a crash begins with fresh memory.

use anyhow::{Context, Result, ensure};

/// Where the glue's own loading begins. The package has its own loader.
const LOADING: &str = "let wasmModule, wasmInstance, wasm;";

/// Its types, beside those that wasm-bindgen writes.
pub(crate) const TYPES: &str = "\
import type { open, preconnect, setErrorClass } from './documentolog_embed.js';
export type { WidgetSession } from './documentolog_embed.js';
/** An instance's functions. */
export interface Instance {
  open: typeof open;
  preconnect: typeof preconnect;
  setErrorClass: typeof setErrorClass;
}
/** Makes an instance. Every function of the module passes through `guard` before it is used. */
export declare function instantiate(
  module: WebAssembly.Module,
  guard: <Exports extends object>(exports: Exports) => Exports,
): Promise<Instance>;
";

/// The glue as a module that exports `instantiate`.
pub(crate) fn as_function(glue: &str) -> Result<String> {
    let (lines, names) = parts(glue)?;
    ensure!(
        names.contains(&"open"),
        "wasm-bindgen's glue has no open(): see xtask/src/glue.rs"
    );
    // A function imports nothing: what the module brings along stands before it.
    let (mut imports, lines): (Vec<_>, Vec<_>) = lines
        .into_iter()
        .partition(|line| line.starts_with("import "));
    imports.push("");
    Ok(format!(
        "{}export async function instantiate(module, guard) {{\n{}\nlet wasm;\n\
         const instance = await WebAssembly.instantiate(module, __wbg_get_imports());\n\
         wasm = guard(instance.exports);\nwasm.__wbindgen_start();\n\
         return {{ {} }};\n}}\n",
        imports.join("\n"),
        lines.join("\n"),
        names.join(", ")
    ))
}

/// The same for a back end, where a module may be instantiated at once.
pub(crate) fn as_synchronous_function(glue: &str) -> Result<String> {
    let (lines, names) = parts(glue)?;
    Ok(format!(
        "export function instantiate(module) {{\n{}\nlet wasm;\n\
         wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;\n\
         wasm.__wbindgen_start();\nreturn {{ {} }};\n}}\n",
        lines.join("\n"),
        names.join(", ")
    ))
}

/// The glue's lines without its loading and its exports, and the functions that it exports.
fn parts(glue: &str) -> Result<(Vec<&str>, Vec<&str>)> {
    let (body, loading) = glue
        .split_once(LOADING)
        .context("wasm-bindgen's glue is not as it was: see xtask/src/glue.rs")?;
    ensure!(
        loading.contains("wasm.__wbindgen_start();")
            && body.contains("function __wbg_get_imports("),
        "wasm-bindgen's glue starts otherwise than it did: see xtask/src/glue.rs"
    );
    let mut names = Vec::new();
    let mut lines = Vec::new();
    for line in body.lines() {
        let Some(declaration) = line.strip_prefix("export ") else {
            lines.push(line);
            continue;
        };
        lines.push(declaration);
        if let Some(function) = declaration.strip_prefix("function ") {
            names.push(function.split('(').next().unwrap_or_default());
        }
    }
    Ok((lines, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import { listen } from './snippets/a/listener.js';\n\
        export class WidgetSession {\n}\nexport function open(place) {\n}\n\
        function __wbg_get_imports() {\n}\nlet wasmModule, wasmInstance, wasm;\n\
        function finalize() {\n    wasm.__wbindgen_start();\n}\nexport { initSync };\n";

    #[test]
    fn the_glue_becomes_one_function() {
        let made = as_function(GLUE).unwrap();
        assert_eq!(made.matches("export ").count(), 1, "{made}");
        assert!(made.starts_with("import { listen } from"), "{made}");
        assert!(made.contains("\nclass WidgetSession {"), "{made}");
        assert!(made.contains("return { open };"), "{made}");
        assert!(!made.contains("initSync"), "{made}");
        let synchronous = as_synchronous_function(GLUE).unwrap();
        assert!(!synchronous.contains("await"), "{synchronous}");
        assert!(synchronous.contains("return { open };"), "{synchronous}");
    }

    #[test]
    fn another_glue_is_told() {
        assert!(as_function("export function open() {}").is_err());
    }
}
