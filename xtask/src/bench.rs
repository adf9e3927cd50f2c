//! `cargo xtask bench`: the widget beside the snippet and its peers, in real browsers.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use xshell::cmd;

use crate::{
    browsers::Browsers,
    environment, package,
    provision::{self, NpmTools},
    report, workspace,
};

/// What is measured, and where that goes.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Writes everything that was measured to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Renews docs/performance.md and its chart.
    #[arg(long)]
    write: bool,
    /// How often each is measured.
    #[arg(long)]
    repeats: Option<usize>,
    /// How often a session is opened and closed.
    #[arg(long)]
    cycles: Option<usize>,
    /// Only in these browsers: chromium, firefox, webkit.
    #[arg(long, value_delimiter = ',')]
    engines: Vec<String>,
    /// Only these parts: opening, messages, flat.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
}

impl Options {
    fn arguments(self) -> Result<Vec<String>> {
        let mut arguments = Vec::new();
        let mut add = |name: &str, value: String| arguments.extend([name.to_owned(), value]);
        if let Some(json) = self.json {
            add(
                "--json",
                env::current_dir()?.join(json).display().to_string(),
            );
        }
        if self.write {
            add("--write", workspace::root().display().to_string());
        }
        for (name, count) in [("--repeats", self.repeats), ("--cycles", self.cycles)] {
            if let Some(count) = count {
                add(name, count.to_string());
            }
        }
        for (name, list) in [("--engines", self.engines), ("--only", self.only)] {
            if !list.is_empty() {
                add(name, list.join(","));
            }
        }
        Ok(arguments)
    }
}

/// Measures the package as it is now.
pub(crate) fn run(options: Options) -> Result<()> {
    let arguments = options.arguments()?;
    let bundle = bundle()?;
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    let browsers = Browsers::enter(&shell)?;
    report::step("measuring: on a machine that does nothing else, if it is to count");
    cmd!(
        shell,
        "cargo run --quiet --locked -p documentolog-benches -- --bundle {bundle} {arguments...}"
    )
    .quiet()
    .run()?;
    drop(browsers);
    Ok(())
}

/// Bundles the page as an app's bundler would, with the package as it is now and the peers
/// that the lock file lists.
pub(crate) fn bundle() -> Result<PathBuf> {
    let package = package::build()?;
    let npm = NpmTools::provide()?;
    let peers = provision::peers()?;
    report::step("bundling the benchmark's page");
    let shell = environment::shell()?;
    let pages = workspace::root().join("benches/pages");
    let bundle = workspace::target().join("benches");
    if bundle.is_dir() {
        fs::remove_dir_all(&bundle)?;
    }
    fs::create_dir_all(&bundle)?;
    let _peers = shell.push_env("NODE_PATH", peers);
    let (esbuild, page) = (npm.tool("esbuild"), pages.join("page.js"));
    let alias = |name: &str, file: &Path| format!("--alias:{name}={}", file.display());
    cmd!(
        shell,
        "{esbuild} {page} --bundle --minify --format=esm --splitting --log-level=warning"
    )
    .args([
        "--chunk-names=[name]-[hash]",
        "--define:process.env.NODE_ENV=\"production\"",
    ])
    .arg(alias("documentolog-embed", &package.join("index.js")))
    .arg(format!("--outdir={}", bundle.display()))
    .quiet()
    .run()?;
    fs::copy(pages.join("page.html"), bundle.join("page.html"))?;
    Ok(bundle)
}
