//! The versions of the tools that are installed where they are missing. npm's are
//! in `npm/package.json`, wasm-bindgen's in `Cargo.lock`.

/// Runs the browser tests.
pub(crate) const WASM_PACK: &str = "0.15.1";
/// Drives Firefox.
pub(crate) const GECKODRIVER: &str = "0.37.1";
