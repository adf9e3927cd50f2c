//! The compiler that this workspace is held to: its size budgets are of what that one makes, and
//! the warnings that are errors are those that it has. Nobody has to use it: with another one the
//! budgets have slack, and warnings are shown and fail nothing.

/// What `rustc -vV` says of it.
const KNOWN: [&str; 2] = [
    "rustc 1.95.0 (59807616e 2026-04-14)",
    "host: x86_64-unknown-linux-gnu",
];

/// Whether a compiler makes the same bytes, by what `rustc -vV` says. (Its host is in the names
/// of symbols, and so in their order.)
pub(crate) fn makes_known_bytes(said: &str) -> bool {
    KNOWN
        .iter()
        .all(|known| said.lines().any(|line| line == *known))
}

/// Whether a compiler has the same warnings, by what `rustc -vV` says.
pub(crate) fn has_known_warnings(said: &str) -> bool {
    release(said).is_some() && release(said) == release(KNOWN[0])
}

/// The first line of what `rustc -vV` says, for people.
pub(crate) fn name(said: &str) -> &str {
    said.lines().next().unwrap_or("an unknown compiler")
}

/// The known compiler, for people.
pub(crate) fn known() -> &'static str {
    KNOWN[0]
}

/// Major and minor version.
fn release(said: &str) -> Option<[&str; 2]> {
    let mut numbers = name(said).strip_prefix("rustc ")?.split('.');
    Some([numbers.next()?, numbers.next()?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compilers_are_known_by_what_they_say() {
        let rows = [
            (
                "rustc 1.95.0 (59807616e 2026-04-14)\nbinary: rustc\nhost: x86_64-unknown-linux-gnu\n",
                true,
                true,
            ),
            (
                "rustc 1.95.0 (59807616e 2026-04-14)\nhost: aarch64-unknown-linux-gnu",
                false,
                true,
            ),
            (
                "rustc 1.95.0 (59807616e 2026-04-14) (built from a source tarball)\nhost: x86_64-unknown-linux-gnu",
                false,
                true,
            ),
            ("rustc 1.96.0 (ac68faa20 2026-05-25)", false, false),
            ("", false, false),
        ];
        for (said, bytes, warnings) in rows {
            assert_eq!(makes_known_bytes(said), bytes, "{said}");
            assert_eq!(has_known_warnings(said), warnings, "{said}");
        }
    }
}
