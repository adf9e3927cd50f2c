//! What browsers need of the machine. Those that miss it may say nothing and hang, so it is
//! looked at when one does not start or a test does not end.

use std::{env, io::Write, path::Path};

use crate::Engine;

/// Enough for a browser's profile to begin with, in bytes.
const ROOM: usize = 4 * 1024 * 1024;

/// What is wrong with the machine, if anything is.
pub(crate) fn problem() -> Option<String> {
    display_problem().or_else(|| disk_problem(&env::temp_dir()))
}

/// What is wrong with the display, on which only WebKit's browser is shown.
pub(crate) fn display_problem() -> Option<String> {
    if !Engine::WebKit.is_here() {
        return None;
    }
    match env::var("DISPLAY") {
        Ok(display) => dead_display(&display),
        Err(_) => Some("DISPLAY is not set: WebKit's browser has no display".to_owned()),
    }
}

/// Whether nobody answers at a display of this machine, such as `:99` or `:99.0`. Of another
/// machine's nothing is known.
#[cfg(unix)]
fn dead_display(display: &str) -> Option<String> {
    let number = display.strip_prefix(':')?.split('.').next()?;
    let socket = format!("/tmp/.X11-unix/X{number}");
    let error = std::os::unix::net::UnixStream::connect(&socket).err()?;
    Some(format!(
        "nobody answers at the display {display} ({error}): has Xvfb ended?"
    ))
}

#[cfg(not(unix))]
fn dead_display(_: &str) -> Option<String> {
    None
}

/// Whether nothing more can be written to a folder.
fn disk_problem(folder: &Path) -> Option<String> {
    let written = tempfile::tempfile_in(folder).and_then(|mut file| {
        file.write_all(&vec![1; ROOM])?;
        // Some file systems find out only here.
        file.sync_all()
    });
    let error = written.err()?;
    Some(format!(
        "{} cannot be written to ({error}): is the disk full?",
        folder.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_display_that_does_not_answer_is_named() {
        let problem = dead_display(":65000.0").unwrap_or_default();
        assert!(
            problem.contains(":65000.0") && problem.contains("Xvfb"),
            "{problem}"
        );
        assert_eq!(dead_display("elsewhere:0"), None);
    }

    #[test]
    fn a_folder_that_cannot_be_written_to_is_named() {
        assert_eq!(disk_problem(&env::temp_dir()), None);
        let problem = disk_problem(Path::new("/no/such/folder")).unwrap_or_default();
        assert!(problem.contains("/no/such/folder"), "{problem}");
    }
}
