//! `cargo xtask`: every chore of the workspace, on every platform.
#![allow(
    clippy::print_stdout,
    reason = "a program at a terminal speaks to people"
)]

mod bench;
mod browsers;
mod cache;
mod checks;
mod compiler;
mod consumers;
mod demo;
mod deny;
mod digest;
mod docs;
mod environment;
mod fuzz;
mod glue;
mod names;
mod order;
mod package;
mod panics;
mod provision;
mod release;
mod report;
mod screenshots;
mod server_package;
mod size;
mod targets;
mod versions;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};

/// The chores of documentolog-embed. What they need and do not find, they install.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Builds everything, starts sandbox and shop, and opens the shop.
    Demo {
        /// Prints the address and opens no browser.
        #[arg(long)]
        no_open: bool,
        /// The shop's port; the next free one if it is taken.
        #[arg(long, default_value_t = 4000)]
        port: u16,
    },
    /// Runs every check and test.
    Test {
        /// Runs only these.
        #[arg(long, value_enum, value_delimiter = ',')]
        only: Vec<Step>,
        #[command(flatten)]
        narrowed: targets::Narrowed,
    },
    /// Runs the property tests of what strangers send, with ever new cases.
    Fuzz {
        /// For how long.
        #[arg(long, default_value_t = 10)]
        minutes: u64,
    },
    /// Makes the npm package in target/npm/documentolog-embed.
    Build,
    /// Makes the npm package's tarball in target/npm.
    Pack,
    /// Measures the npm package.
    Size {
        /// Prints JSON.
        #[arg(long)]
        json: bool,
    },
    /// Measures the widget in real browsers, beside the guide's snippet and its peers.
    Bench(bench::Options),
    /// Takes pictures of the widget in every state, into target/screenshots.
    Screenshots,
    /// Makes the site of the documents and the references, in target/site.
    Docs,
    /// Checks the dependencies: licences, sources, known vulnerabilities.
    Deny,
    /// Makes what a release consists of, in target/release-artifacts, and sets its tag.
    Release {
        /// Makes and checks everything, and sets no tag.
        #[arg(long)]
        dry_run: bool,
    },
    /// Installs what is missing and says what was found where.
    Install,
}

/// A step of `test`, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// rustfmt.
    Format,
    /// clippy, warnings denied; the licences of what is depended on.
    Lint,
    /// rustdoc, warnings denied; the site, and every link of the documents.
    Docs,
    /// Unit and integration tests that need no browser.
    Native,
    /// The npm package: its size, and its tests as its users install it.
    Package,
    /// wasm-pack test in Chromium.
    Chromium,
    /// wasm-pack test in Firefox.
    Firefox,
    /// The demo through real browsers.
    EndToEnd,
    /// The examples, built from the packed package and driven through a signature.
    Examples,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report::failure(&error);
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    match Arguments::parse().chore {
        Chore::Demo { no_open, port } => demo::run(port, no_open),
        Chore::Test { only, narrowed } => checks::run(&only, &narrowed),
        Chore::Fuzz { minutes } => fuzz::run(minutes),
        Chore::Build => {
            let package = package::build()?;
            println!("{}", package.display());
            Ok(())
        }
        Chore::Pack => {
            println!("{}", package::pack()?.display());
            println!("{} {}", package::SINGLE_FILE, package::integrity()?);
            Ok(())
        }
        Chore::Size { json } => size::print(json),
        Chore::Bench(options) => bench::run(options),
        Chore::Screenshots => screenshots::run(),
        Chore::Docs => {
            println!("{}", docs::build()?.display());
            Ok(())
        }
        Chore::Deny => deny::run(),
        Chore::Release { dry_run } => release::run(dry_run),
        Chore::Install => provision::print_all(),
    }
}
