//! `cargo xtask screenshots`: what the widget looks like.

use anyhow::Result;
use xshell::cmd;

use crate::{browsers::Browsers, environment, workspace};

/// Takes the pictures, of the package as it is now.
pub(crate) fn run() -> Result<()> {
    let shell = environment::shell()?;
    shell.change_dir(workspace::root());
    let browsers = Browsers::enter(&shell)?;
    let folder = workspace::target().join("screenshots");
    cmd!(
        shell,
        "cargo run --quiet --locked -p documentolog-e2e --bin screenshots -- {folder}"
    )
    .quiet()
    .run()?;
    drop(browsers);
    println!("{}", folder.display());
    Ok(())
}
