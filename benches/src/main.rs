//! Measures, and writes down what was measured. Run it by `cargo xtask bench`.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};
use documentolog_benches::{Part, Settings, chart, insert, run, tables};
use documentolog_e2e::Engine;

#[derive(Parser)]
struct Arguments {
    /// The folder of the page's bundle.
    #[arg(long)]
    bundle: PathBuf,
    /// Writes everything that was measured to this file.
    #[arg(long)]
    json: Option<PathBuf>,
    /// Renews docs/performance.md and its chart, in this workspace.
    #[arg(long)]
    write: Option<PathBuf>,
    /// How often each is measured.
    #[arg(long)]
    repeats: Option<usize>,
    /// How often a session is opened and closed.
    #[arg(long)]
    cycles: Option<usize>,
    /// Only in these browsers.
    #[arg(long, value_enum, value_delimiter = ',')]
    engines: Vec<EngineName>,
    /// Only these parts.
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<PartName>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum EngineName {
    Chromium,
    Firefox,
    Webkit,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PartName {
    Opening,
    Messages,
    Flat,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut settings = Settings::full(arguments.bundle);
    if let Some(repeats) = arguments.repeats {
        settings.repeats = repeats;
        settings.passes = settings.passes.min(repeats.div_ceil(10));
    }
    settings.cycles = arguments.cycles.unwrap_or(settings.cycles);
    if !arguments.engines.is_empty() {
        settings.engines = arguments
            .engines
            .iter()
            .map(|engine| match engine {
                EngineName::Chromium => Engine::Chromium,
                EngineName::Firefox => Engine::Firefox,
                EngineName::Webkit => Engine::WebKit,
            })
            .collect();
    }
    settings.parts = arguments
        .only
        .iter()
        .map(|part| match part {
            PartName::Opening => Part::Opening,
            PartName::Messages => Part::Messages,
            PartName::Flat => Part::Flat,
        })
        .collect();
    let report = run(&settings, tell).await?;
    if let Some(file) = arguments.json {
        fs::write(&file, serde_json::to_string_pretty(&report)? + "\n")
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    let made = tables(&report);
    match arguments.write {
        Some(workspace) => {
            let document = workspace.join("docs/performance.md");
            fs::write(&document, insert(&fs::read_to_string(&document)?, &made)?)?;
            fs::write(
                workspace.join("docs/images/performance.svg"),
                chart(&report),
            )?;
        }
        None => print(&made),
    }
    Ok(())
}

#[allow(clippy::print_stderr, reason = "progress is for people")]
fn tell(what: &str) {
    eprintln!("    {what}");
}

#[allow(clippy::print_stdout, reason = "the result, for people")]
fn print(made: &str) {
    println!("{made}");
}
