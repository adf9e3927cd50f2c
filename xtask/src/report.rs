//! What is said while a chore runs. It goes to standard error, so that a chore's
//! result can be piped.
#![allow(clippy::print_stderr, reason = "progress is for people")]

use crate::cache;

/// Says what begins now.
pub(crate) fn step(text: &str) {
    eprintln!("==> {text}");
}

/// Says something about the step that is going on.
pub(crate) fn note(text: &str) {
    eprintln!("    {text}");
}

/// Says what failed and why, in one line, and what may help.
pub(crate) fn failure(error: &anyhow::Error) {
    let failure = format!("{error:#}");
    eprintln!("error: {failure}");
    if let Some(advice) = cache::advice(&failure) {
        note(&advice);
    }
}
