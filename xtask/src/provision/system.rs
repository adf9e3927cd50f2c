//! What comes from the system's packages: looked for at the start, so that one who has to install
//! it by hand is told of all of it at once, and before anything that takes long.

use anyhow::{Result, bail};

use super::{apt, browsers, node, postgres, schemathesis};
use crate::report;

/// Something that the system has or lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum System {
    Node,
    OpenSsl,
    Chromium,
    Firefox,
    WebKit,
    Postgres,
    Python,
}

impl System {
    /// Its name, for people.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Node => "Node.js",
            Self::OpenSsl => "OpenSSL's program",
            Self::Chromium => "Chromium with its driver",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKitGTK with its driver",
            Self::Postgres => "PostgreSQL",
            Self::Python => "Python's venv",
        }
    }

    /// Debian's packages of it.
    pub(super) fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Node => &["nodejs", "npm"],
            Self::OpenSsl => &["openssl"],
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
            Self::Postgres => &["postgresql"],
            Self::Python => &["python3-venv"],
        }
    }

    /// Whether its tests are left out where it cannot be had.
    fn is_optional(self) -> bool {
        matches!(self, Self::WebKit | Self::Postgres | Self::Python)
    }

    fn is_missing(self) -> Result<bool> {
        Ok(match self {
            Self::Node => !node::is_installed(),
            Self::OpenSsl => which::which("openssl").is_err(),
            Self::Chromium => browsers::find_chromium()?.is_none(),
            Self::Firefox => browsers::find_firefox().is_none(),
            Self::WebKit => browsers::find_webkit().is_none(),
            Self::Postgres => postgres::find().is_none(),
            Self::Python => !schemathesis::has_venv()?,
        })
    }

    /// Installs it, or says in one sentence what to do.
    pub(super) fn install(self) -> Result<()> {
        apt::install(self.name(), self.packages())
    }

    /// Installs it where that can be done, else says that its tests are left out.
    pub(super) fn install_if_possible(self) -> Result<bool> {
        apt::install_if_possible(self.name(), self.packages())
    }
}

/// Where something of this is missing and cannot be installed, says in one sentence what to do
/// about all of it. Where it can be, each is installed when it is needed.
pub(crate) fn expect(needed: &[System]) -> Result<()> {
    // Elsewhere each has its own sentence, with the address that it is had from.
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    if needed.contains(&System::Node) {
        node::expect()?;
    }
    let mut missing = Vec::new();
    for part in needed {
        if !missing.contains(part) && part.is_missing()? {
            missing.push(*part);
        }
    }
    if missing.is_empty() || apt::is_usable()? {
        return Ok(());
    }
    let said = sentence(&missing, apt::advice);
    if missing.iter().all(|part| part.is_optional()) {
        report::note(&format!("{said}; until then, their tests are left out"));
        return Ok(());
    }
    bail!("{said}, and try again");
}

fn sentence(missing: &[System], advice: impl Fn(&[&str]) -> String) -> String {
    let names: Vec<_> = missing.iter().map(|part| part.name()).collect();
    let packages: Vec<_> = missing
        .iter()
        .flat_map(|part| part.packages())
        .copied()
        .collect();
    format!("missing: {}: {}", names.join(", "), advice(&packages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_missing_is_said_at_once() {
        let said = sentence(&[System::Chromium, System::Postgres], |packages| {
            format!("type `sudo apt-get install {}`", packages.join(" "))
        });
        assert_eq!(
            said,
            "missing: Chromium with its driver, PostgreSQL: type `sudo apt-get install chromium chromium-driver postgresql`"
        );
    }
}
