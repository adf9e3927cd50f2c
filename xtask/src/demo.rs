//! `cargo xtask demo`.

use std::{
    env,
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{
    environment, package,
    provision::{self, System},
    report, workspace,
};

/// What the demo's program says when it can be used.
const READY: &str = "documentolog-demo ready ";

pub(crate) fn run(port: u16, no_open: bool) -> Result<()> {
    provision::expect(&[System::Node])?;
    let package = package::build()?;
    report::step("building the sandbox and the shop, about two minutes the first time");
    // Ctrl-C reaches the demo's program too, which stops in order; this waits for it.
    ctrlc::set_handler(|| {}).context("Ctrl-C cannot be waited for")?;
    let mut demo = Command::new(env!("CARGO"))
        .current_dir(workspace::root())
        .envs(environment::variables())
        .args([
            "run",
            "--locked",
            "-p",
            "documentolog-shop",
            "--bin",
            "documentolog-demo",
            "--",
        ])
        .args(["--port", &port.to_string(), "--package"])
        .arg(package)
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo cannot be run")?;
    let output = demo.stdout.take().context("the demo has no output")?;
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        if let Some(url) = line.strip_prefix(READY)
            && !no_open
            && has_screen()
            && open::that(url).is_err()
        {
            report::note("no browser could be opened: open the address by hand");
        }
    }
    let status = demo.wait()?;
    if status.success() {
        Ok(())
    } else {
        bail!("the demo ended with {status}")
    }
}

/// Whether somebody may be looking.
fn has_screen() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
