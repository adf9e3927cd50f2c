//! The versions of the tools that are installed where they are missing, and which are no
//! dependencies of the workspace. Those from npm stand in `xtask/npm/*/package.json`, where their
//! lock files belong; wasm-bindgen's is the workspace's own, in `Cargo.lock`. Browsers are those
//! of the system: `cargo xtask install` says which.

/// Runs the browser tests.
pub(crate) const WASM_PACK: &str = "0.15.1";
/// Drives Firefox.
pub(crate) const GECKODRIVER: &str = "0.37.1";
/// Checks licences, sources and advisories.
pub(crate) const CARGO_DENY: &str = "0.20.2";
/// Writes bills of materials.
pub(crate) const CARGO_CYCLONEDX: &str = "0.5.9";
