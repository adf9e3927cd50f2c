//! What everything that is started here has in its environment.

use std::env;

use anyhow::Result;
use xshell::Shell;

/// Where tests and the demo serve: no proxy is asked for it.
const LOOPBACK: [&str; 3] = ["127.0.0.1", "localhost", "::1"];

/// Programs read the one or the other.
const NAMES: [&str; 2] = ["NO_PROXY", "no_proxy"];

/// A shell whose commands have these variables.
pub(crate) fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    for (name, value) in variables() {
        shell.set_var(name, value);
    }
    Ok(shell)
}

/// The variables: what is reached without a proxy is what it was, and this machine.
pub(crate) fn variables() -> [(&'static str, String); 2] {
    let listed: Vec<_> = NAMES
        .iter()
        .filter_map(|name| env::var(name).ok())
        .collect();
    let listed = with_loopback(&listed);
    NAMES.map(|name| (name, listed.clone()))
}

fn with_loopback(listed: &[String]) -> String {
    let mut hosts: Vec<&str> = Vec::new();
    let listed = listed.iter().flat_map(|list| list.split(','));
    for host in listed.map(str::trim).chain(LOOPBACK) {
        if !host.is_empty() && !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    // It means everything only where it stands alone.
    if hosts.contains(&"*") {
        return "*".to_owned();
    }
    hosts.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_machine_is_reached_without_a_proxy() {
        let rows: [(&[&str], &str); 3] = [
            (&[], "127.0.0.1,localhost,::1"),
            (
                &["registry.test, localhost", "registry.test,.lan"],
                "registry.test,localhost,.lan,127.0.0.1,::1",
            ),
            (&["*"], "*"),
        ];
        for (listed, all) in rows {
            let listed: Vec<_> = listed.iter().map(ToString::to_string).collect();
            assert_eq!(with_loopback(&listed), all, "{listed:?}");
        }
    }
}
