//! wasm-bindgen's glue, made into a function: each call gives an instance of the
//! module of its own, so that a session after a crash begins with fresh memory.

use anyhow::{Context, Result, ensure};

use crate::names::{self, Names};

/// Where the glue's own loading begins. The package has its own loader.
const LOADING: &str = "let wasmModule, wasmInstance, wasm;";
/// Where its list of what the module imports begins and ends.
const IMPORTS: [&str; 2] = ["function __wbg_get_imports() {", "\n}\n"];
/// What it says of the one thing that the module gets from nowhere else.
const OWN: [&str; 2] = [
    "    const import0 = {\n        __proto__: null,\n",
    "\n    };\n",
];

/// Its types, beside those that wasm-bindgen writes.
pub(crate) const TYPES: &str = "\
import type { close, open, phase, preconnect, retry, setErrorClass } from './documentolog_embed.js';
/** An instance's functions. */
export interface Instance {
  close: typeof close;
  open: typeof open;
  phase: typeof phase;
  preconnect: typeof preconnect;
  retry: typeof retry;
  setErrorClass: typeof setErrorClass;
}
/** Makes an instance. Every function of the module passes through `guard` before it is used. */
export declare function instantiate(
  module: WebAssembly.Module,
  guard: <Exports extends object>(exports: Exports) => Exports,
): Promise<Instance>;
";

/// Functions of the glue that can do with less. wasm-bindgen writes them for every browser there
/// ever was and for texts of gigabytes; the widget's are short, and its one callback stays.
const SHORTER: [(&str, &str); 5] = [
    (
        "getDataViewMemory0()",
        "return new DataView(wasm.memory.buffer);",
    ),
    (
        "getUint8ArrayMemory0()",
        "return new Uint8Array(wasm.memory.buffer);",
    ),
    (
        "decodeText(bytes)",
        "return cachedTextDecoder.decode(bytes);",
    ),
    (
        "passStringToWasm0(arg, malloc, realloc)",
        "const bytes = cachedTextEncoder.encode(arg);
        const pointer = malloc(bytes.length, 1) >>> 0;
        getUint8ArrayMemory0().set(bytes, pointer);
        WASM_VECTOR_LEN = bytes.length;
        return pointer;",
    ),
    (
        "makeClosure(arg0, arg1, f)",
        "return (...values) => f(arg0, arg1, ...values);",
    ),
];

/// What is of no use then: a beginning and its end.
const UNUSED: [[&str; 2]; 2] = [
    ["if (!('encodeInto' in cachedTextEncoder)) {", "\n}\n"],
    [
        "const MAX_SAFARI_DECODE_BYTES",
        "let numBytesDecoded = 0;\n",
    ],
];

/// The glue as a module that exports `instantiate`, for a module with these names.
pub(crate) fn as_function(glue: &str, module: &Names) -> Result<String> {
    let changed = || "wasm-bindgen's glue is not as it was: see xtask/src/glue.rs";
    let (body, loading) = glue.split_once(LOADING).with_context(changed)?;
    ensure!(loading.contains("wasm.__wbindgen_start();"), changed());
    let (before, rest) = body.split_once(IMPORTS[0]).with_context(changed)?;
    let (imports, after) = rest.split_once(IMPORTS[1]).with_context(changed)?;
    let (_, own) = imports.split_once(OWN[0]).with_context(changed)?;
    let (own, _) = own.split_once(OWN[1]).with_context(changed)?;

    let lines = before.lines().chain(after.lines());
    let (imported, lines): (Vec<_>, Vec<_>) = lines.partition(|line| line.starts_with("import "));
    let (lines, exported) = declarations(lines);
    ensure!(exported.contains(&"open"), changed());
    // The first has names, the rest repeat the file as a whole.
    let imported = *imported.first().with_context(changed)?;
    let host = imported.rsplit('\'').nth(1).with_context(changed)?;
    let lines = module.in_glue(&shorter(&without_registries(&lines)?)?);
    let own = module.in_glue(own);
    let direct: String = module
        .imports_from(host)
        .map(|(name, short)| format!("{short}: host.{name},\n"))
        .collect();
    Ok(format!(
        "{imported}\nimport * as host from '{host}';\n\
         export async function instantiate(module, guard) {{\n{lines}\nlet wasm;\n\
         const imports = {{\n{own}\n{direct}}};\n\
         const instance = await WebAssembly.instantiate(module, {{ {}: imports }});\n\
         wasm = guard(instance.exports);\nwasm.{}();\n\
         return {{ {} }};\n}}\n",
        names::MODULE,
        module.export("__wbindgen_start").with_context(changed)?,
        exported.join(", ")
    ))
}

/// The glue without what frees, some time after JavaScript has forgotten them, sessions and
/// closures: the loader frees a session at its end, and the one closure stays with the module.
fn without_registries(lines: &[&str]) -> Result<String> {
    let mut kept = Vec::new();
    let mut is_inside = false;
    for line in lines {
        if is_inside || line.contains("(typeof FinalizationRegistry ===") {
            is_inside = !line.ends_with(';');
        } else if !line.contains("Finalization.") && !line.contains("CLOSURE_DTORS.") {
            kept.push(*line);
        }
    }
    let kept = kept.join("\n");
    ensure!(
        !is_inside && !kept.contains("Finalization") && !kept.contains("CLOSURE_DTORS"),
        "wasm-bindgen's glue registers what is to be freed otherwise than it did: see xtask/src/glue.rs"
    );
    Ok(kept)
}

/// The glue with [`SHORTER`] functions.
fn shorter(glue: &str) -> Result<String> {
    let mut glue = glue.to_owned();
    let mut replace = |begins: &str, ends: &str, with: &str| -> Result<()> {
        let changed =
            || format!("wasm-bindgen's glue has no `{begins}` any more: see xtask/src/glue.rs");
        let (before, rest) = glue.split_once(begins).with_context(changed)?;
        let (_, after) = rest.split_once(ends).with_context(changed)?;
        glue = format!("{before}{with}{after}");
        Ok(())
    };
    for (signature, body) in SHORTER {
        let function = format!("function {signature} {{");
        replace(&function, "\n}\n", &format!("{function}\n    {body}\n}}\n"))?;
    }
    for [begins, ends] in UNUSED {
        replace(begins, ends, "")?;
    }
    Ok(glue)
}

/// The same for a back end, where a module may be instantiated at once.
pub(crate) fn as_synchronous_function(glue: &str) -> Result<String> {
    let (body, loading) = glue
        .split_once(LOADING)
        .context("wasm-bindgen's glue is not as it was: see xtask/src/glue.rs")?;
    ensure!(
        loading.contains("wasm.__wbindgen_start();")
            && body.contains("function __wbg_get_imports("),
        "wasm-bindgen's glue starts otherwise than it did: see xtask/src/glue.rs"
    );
    let (lines, exported) = declarations(body.lines());
    Ok(format!(
        "export function instantiate(module) {{\n{}\nlet wasm;\n\
         wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;\n\
         wasm.__wbindgen_start();\nreturn {{ {} }};\n}}\n",
        lines.join("\n"),
        exported.join(", ")
    ))
}

/// The glue's lines without their `export`, and the functions that had it.
fn declarations<'glue>(
    glue: impl IntoIterator<Item = &'glue str>,
) -> (Vec<&'glue str>, Vec<&'glue str>) {
    let (mut lines, mut exported) = (Vec::new(), Vec::new());
    for line in glue {
        let Some(declaration) = line.strip_prefix("export ") else {
            lines.push(line);
            continue;
        };
        lines.push(declaration);
        if let Some(function) = declaration.strip_prefix("function ") {
            exported.push(function.split('(').next().unwrap_or_default());
        }
    }
    (lines, exported)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import { get } from './snippets/host.js';\n\
        import * as import1 from \"./snippets/host.js\"\n\
        export class Other {\n}\n\
        function getDataViewMemory0() {\n    long;\n}\n\
        function getUint8ArrayMemory0() {\n    long;\n}\n\
        const MAX_SAFARI_DECODE_BYTES = 2146435072;\nlet numBytesDecoded = 0;\n\
        function decodeText(bytes) {\n    long;\n}\n\
        function passStringToWasm0(arg, malloc, realloc) {\n    if (long) {\n    }\n}\n\
        function makeClosure(arg0, arg1, f) {\n    long;\n}\n\
        if (!('encodeInto' in cachedTextEncoder)) {\n    long;\n}\n\
        export function open(place) {\n    wasm.open(place);\n}\n\
        function __wbg_get_imports() {\n    const import0 = {\n        __proto__: null,\n\
        \x20       __wbg_get_12: function(arg0) {\n            get(arg0);\n        },\n    };\n    return {};\n}\n\
        let wasmModule, wasmInstance, wasm;\n\
        function finalize() {\n    wasm.__wbindgen_start();\n}\nexport { initSync };\n";

    fn names() -> Names {
        Names::of(
            [
                ("./documentolog_embed_bg.js", "__wbg_get_12"),
                ("./snippets/host.js", "ask"),
            ],
            ["memory", "open", "__wbindgen_start"],
        )
    }

    #[test]
    fn the_glue_becomes_one_function_with_the_modules_names() {
        let made = as_function(GLUE, &names()).unwrap();
        assert_eq!(made.matches("export ").count(), 1, "{made}");
        assert!(made.contains("\nclass Other {"), "{made}");
        assert!(!made.contains("long") && !made.contains("SAFARI"), "{made}");
        assert!(
            made.contains("return cachedTextDecoder.decode(bytes);"),
            "{made}"
        );
        assert!(made.contains("return { open };"), "{made}");
        assert!(made.contains("wasm.b(place);"), "{made}");
        assert!(
            made.contains("a: function(arg0) {\n            get(arg0);"),
            "{made}"
        );
        assert!(made.contains("b: host.ask,"), "{made}");
        assert!(made.contains("wasm.c();"), "{made}");
        assert!(!made.contains("initSync"), "{made}");
        let synchronous = as_synchronous_function(GLUE).unwrap();
        assert!(!synchronous.contains("await"), "{synchronous}");
        assert!(synchronous.contains("return { open };"), "{synchronous}");
    }

    #[test]
    fn nothing_is_registered_to_be_freed() {
        let glue = [
            "const SessionFinalization = (typeof FinalizationRegistry === 'undefined')",
            "    ? { register: () => {} }",
            "    : new FinalizationRegistry(ptr => wasm.free(ptr, 1));",
            "function wrap(obj) {",
            "    SessionFinalization.register(obj, obj.pointer, obj);",
            "    return obj;",
            "}",
        ];
        let kept = without_registries(&glue).unwrap();
        assert_eq!(kept, "function wrap(obj) {\n    return obj;\n}");
        assert!(without_registries(&["use(Finalization)"]).is_err());
    }

    #[test]
    fn another_glue_is_told() {
        assert!(as_function("export function open() {}", &names()).is_err());
        let other = GLUE.replace("decodeText", "readText");
        assert!(as_function(&other, &names()).is_err());
    }
}
