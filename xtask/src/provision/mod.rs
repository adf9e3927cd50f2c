//! The tools that the chores need: found if they are there, else downloaded in the
//! ordinary way, else from the distribution's packages or built from source.

mod apt;
mod bindgen;
mod browsers;
mod cargo_tool;
mod node;
mod npm;
mod postgres;
mod runtimes;
mod schemathesis;
mod wasm_target;

use anyhow::Result;

use cargo_tool::Build;

pub(crate) use bindgen::Bindgen;
pub(crate) use browsers::{Browser, chromium, firefox, webkit};
pub(crate) use node::for_examples as node_for_examples;
pub(crate) use npm::{NpmTools, npm, peers, typedoc};
pub(crate) use postgres::postgres;
pub(crate) use runtimes::runtimes;
pub(crate) use schemathesis::schemathesis;
pub(crate) use wasm_target::WasmToolchain;

use crate::versions;

/// wasm-pack.
pub(crate) fn wasm_pack() -> Result<std::path::PathBuf> {
    cargo_tool::find_or_install(
        "wasm-pack",
        versions::WASM_PACK,
        Build::Quick,
        "about 2 minutes",
    )
}

/// cargo-deny.
pub(crate) fn cargo_deny() -> Result<std::path::PathBuf> {
    cargo_tool::find_or_install(
        "cargo-deny",
        versions::CARGO_DENY,
        Build::Quick,
        "about 2 minutes",
    )
}

/// cargo-cyclonedx.
pub(crate) fn cargo_cyclonedx() -> Result<std::path::PathBuf> {
    cargo_tool::find_or_install(
        "cargo-cyclonedx",
        versions::CARGO_CYCLONEDX,
        Build::Quick,
        "about a minute",
    )
}

/// Installs everything and says where it is.
pub(crate) fn print_all() -> Result<()> {
    let rows = [
        ("wasm32 target", WasmToolchain::provide()?.describe()),
        (
            "wasm-bindgen",
            Bindgen::provide()?.bin_dir().display().to_string(),
        ),
        ("npm tools", NpmTools::provide()?.describe()),
        ("wasm-pack", wasm_pack()?.display().to_string()),
        ("Chromium", chromium()?.describe()),
        ("Firefox", firefox()?.describe()),
    ];
    let webkit = webkit()?.map(|webkit| ("WebKit", webkit.browser.describe()));
    let postgres = postgres()?.map(|folder| ("PostgreSQL", folder.display().to_string()));
    let schemathesis = schemathesis()?.map(|python| ("schemathesis", python.display().to_string()));
    for (name, place) in rows
        .into_iter()
        .chain(webkit)
        .chain(postgres)
        .chain(schemathesis)
    {
        println!("{name:14} {place}");
    }
    Ok(())
}
