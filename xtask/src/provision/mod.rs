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
mod system;
mod unpacked;
mod wasm_target;

use anyhow::Result;

use cargo_tool::Build;

pub(crate) use bindgen::Bindgen;
pub(crate) use browsers::{Browser, chromium, firefox, webkit};
pub(crate) use node::{for_examples as node_for_examples, provide as node};
pub(crate) use npm::{NpmTools, npm, peers, typedoc};
pub(crate) use postgres::postgres;
pub(crate) use runtimes::runtimes;
pub(crate) use schemathesis::schemathesis;
pub(crate) use system::{System, expect};
pub(crate) use wasm_target::WasmToolchain;

use crate::versions;

/// The program `openssl`, by which tests check signatures.
pub(crate) fn openssl() -> Result<()> {
    if which::which("openssl").is_err() {
        System::OpenSsl.install()?;
    }
    Ok(())
}

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
    expect(&[
        System::Node,
        System::OpenSsl,
        System::Chromium,
        System::Firefox,
        System::WebKit,
        System::Postgres,
        System::Python,
    ])?;
    openssl()?;
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

/// Major and minor of a version.
fn major_and_minor(version: &str) -> Option<[u32; 2]> {
    let mut numbers = version.trim().trim_start_matches('v').split('.');
    let mut next = || numbers.next()?.parse().ok();
    Some([next()?, next()?])
}

#[cfg(test)]
mod tests {
    use super::major_and_minor;

    #[test]
    fn versions() {
        assert_eq!(major_and_minor("v20.20.2\n"), Some([20, 20]));
        assert_eq!(major_and_minor("1.96.0+dfsg1-1~deb12u2"), Some([1, 96]));
        assert_eq!(major_and_minor("1.95"), Some([1, 95]));
        assert_eq!(major_and_minor("18.20.4+dfsg-1~deb12u3"), Some([18, 20]));
        assert_eq!(major_and_minor("weird"), None);
    }
}
