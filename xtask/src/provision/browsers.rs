//! Browsers and their drivers.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

use super::{
    System,
    cargo_tool::{self, Build},
};
use crate::{environment, versions};

/// A browser and what drives it.
#[derive(Debug)]
pub(crate) struct Browser {
    pub(crate) binary: PathBuf,
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// Where it is, for people.
    pub(crate) fn describe(&self) -> String {
        format!("{} with {}", self.binary.display(), self.driver.display())
    }
}

/// Chrome or Chromium, with a driver of the same version.
pub(crate) fn chromium() -> Result<Browser> {
    if let Some(found) = find_chromium()? {
        return Ok(found);
    }
    System::Chromium.install()?;
    find_chromium()?.ok_or_else(|| {
        anyhow::anyhow!("no Chrome whose version is its driver's: install both from https://googlechromelabs.github.io/chrome-for-testing, and try again")
    })
}

pub(super) fn find_chromium() -> Result<Option<Browser>> {
    let shell = environment::shell()?;
    let Ok(driver) = which::which("chromedriver") else {
        return Ok(None);
    };
    let driver_version = major_version(&shell, &driver);
    let names = [
        "chromium",
        "google-chrome",
        "google-chrome-stable",
        "chromium-browser",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    // A driver drives browsers of its own major version only.
    let binary = names
        .iter()
        .filter_map(|name| which::which(name).ok())
        .find(|binary| driver_version.is_some() && major_version(&shell, binary) == driver_version);
    Ok(binary.map(|binary| Browser { binary, driver }))
}

/// Firefox, with geckodriver.
pub(crate) fn firefox() -> Result<Browser> {
    let binary = match find_firefox() {
        Some(found) => found,
        None => {
            System::Firefox.install()?;
            find_firefox().ok_or_else(|| {
                anyhow::anyhow!(
                    "no Firefox: install it from https://www.mozilla.org/firefox, and try again"
                )
            })?
        }
    };
    let driver = match which::which("geckodriver") {
        Ok(found) => found,
        Err(_) => cargo_tool::find_or_install(
            "geckodriver",
            versions::GECKODRIVER,
            Build::Optimized,
            "about 2 minutes",
        )?,
    };
    Ok(Browser { binary, driver })
}

pub(super) fn find_firefox() -> Option<PathBuf> {
    [
        "firefox",
        "firefox-esr",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ]
    .iter()
    .find_map(|name| which::which(name).ok())
}

/// WebKit's MiniBrowser, with its driver, and what it is shown on.
#[derive(Debug)]
pub(crate) struct WebKit {
    pub(crate) browser: Browser,
    /// Xvfb: MiniBrowser has no headless mode.
    pub(crate) display: PathBuf,
}

/// WebKitGTK's MiniBrowser. None where it cannot be had: it exists for Linux only, and may need
/// root to be installed.
pub(crate) fn webkit() -> Result<Option<WebKit>> {
    if !cfg!(target_os = "linux") {
        return Ok(None);
    }
    if let Some(found) = find_webkit() {
        return Ok(Some(found));
    }
    if !System::WebKit.install_if_possible()? {
        return Ok(None);
    }
    match find_webkit() {
        Some(found) => Ok(Some(found)),
        None => anyhow::bail!(
            "no WebKitGTK: install WebKitWebDriver, its MiniBrowser and Xvfb, and try again"
        ),
    }
}

pub(super) fn find_webkit() -> Option<WebKit> {
    let driver = which::which("WebKitWebDriver").ok()?;
    let display = which::which("Xvfb").ok()?;
    // The browser is none that people use, so it is on nobody's PATH.
    let libraries = ["/usr/lib", "/usr/libexec", "/usr/lib64"];
    let folders = libraries.iter().flat_map(|folder| {
        let inner = std::fs::read_dir(folder).into_iter().flatten().flatten();
        inner
            .map(|entry| entry.path())
            .chain([PathBuf::from(folder)])
    });
    let binary = folders
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkitgtk-6.0"].map(|name| folder.join(name).join("MiniBrowser"))
        })
        .find(|path| path.is_file())?;
    Some(WebKit {
        browser: Browser { binary, driver },
        display,
    })
}

fn major_version(shell: &Shell, program: &PathBuf) -> Option<u32> {
    let said = cmd!(shell, "{program} --version")
        .quiet()
        .ignore_stderr()
        .read()
        .ok()?;
    major(&said)
}

/// The first number with dots in what a program says of itself.
fn major(said: &str) -> Option<u32> {
    said.split_whitespace()
        .find(|word| word.contains('.'))?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn versions_of_browsers_and_drivers() {
        let rows = [
            ("Chromium 156.0.8078.79 built on Debian", Some(156)),
            ("ChromeDriver 156.0.8078.79 (abc)", Some(156)),
            ("Google Chrome 156.0.1.2 ", Some(156)),
            ("nothing", None),
        ];
        for (said, major) in rows {
            assert_eq!(super::major(said), major, "{said}");
        }
    }
}
