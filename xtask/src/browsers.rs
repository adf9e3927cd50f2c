//! What programs that drive browsers are told by their environment.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use xshell::{PushEnv, Shell};

use crate::{package, provision, report};

/// While this lives, a shell's commands find the browsers, their drivers, the built
/// package and a display.
#[must_use = "dropping it takes the environment back"]
pub(crate) struct Browsers<'a> {
    _variables: Vec<PushEnv<'a>>,
    _display: Option<Display>,
}

impl<'a> Browsers<'a> {
    /// Provides the browsers, and the package as it is now.
    pub(crate) fn enter(shell: &'a Shell) -> Result<Self> {
        let (chromium, firefox) = (provision::chromium()?, provision::firefox()?);
        let npm = provision::NpmTools::provide()?;
        let package = package::build()?;
        let mut variables = vec![
            shell.push_env("DOCUMENTOLOG_PACKAGE_DIR", package),
            shell.push_env("DOCUMENTOLOG_AXE", npm.file("axe-core/axe.min.js")),
            shell.push_env("DOCUMENTOLOG_CHROME", chromium.binary),
            shell.push_env("DOCUMENTOLOG_CHROMEDRIVER", chromium.driver),
            shell.push_env("DOCUMENTOLOG_FIREFOX", firefox.binary),
            shell.push_env("DOCUMENTOLOG_GECKODRIVER", firefox.driver),
        ];
        let mut display = None;
        match provision::webkit()? {
            Some(webkit) => {
                let started = Display::start(&webkit.display)?;
                variables.push(shell.push_env("DISPLAY", &started.name));
                display = Some(started);
                variables.push(shell.push_env("DOCUMENTOLOG_WEBKIT", webkit.browser.binary));
                variables.push(shell.push_env("DOCUMENTOLOG_WEBKITDRIVER", webkit.browser.driver));
            }
            None => report::note("no WebKitGTK: its tests are left out"),
        }
        Ok(Self {
            _variables: variables,
            _display: display,
        })
    }
}

/// So large that its middle, where the pointer of a display begins and stays, is beside
/// every window: browsers tell pages of a pointer that rests on them, as other tests'
/// windows come and go, and the widget takes that for the signer's.
const SCREEN: &str = "3200x2400x24";

/// A display that nobody sees. Dropping it ends it.
struct Display {
    name: String,
    server: Child,
}

impl Display {
    fn start(program: &Path) -> Result<Self> {
        provide_sockets()?;
        let server = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", SCREEN])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb does not start")?;
        let mut display = Self {
            name: String::new(),
            server,
        };
        let mut number = String::new();
        if let Some(output) = display.server.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        let number = number.trim();
        ensure!(!number.is_empty(), "Xvfb ended before it had a display");
        display.name = format!(":{number}");
        Ok(display)
    }
}

/// The folder of displays' sockets, which is made when a system with a screen starts, and which
/// Xvfb makes for root alone.
#[cfg(unix)]
fn provide_sockets() -> Result<()> {
    use std::{fs, os::unix::fs::PermissionsExt};
    let folder = Path::new("/tmp/.X11-unix");
    if folder.is_dir() {
        return Ok(());
    }
    let for_all = fs::Permissions::from_mode(0o1777);
    fs::create_dir(folder)
        .and_then(|()| fs::set_permissions(folder, for_all))
        .with_context(|| format!("Xvfb needs the folder {}", folder.display()))
}

#[cfg(not(unix))]
fn provide_sockets() -> Result<()> {
    Ok(())
}

impl Drop for Display {
    fn drop(&mut self) {
        // It holds nothing that could be lost.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
