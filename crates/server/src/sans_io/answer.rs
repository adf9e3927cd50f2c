//! What goes to the service and comes from it, before its body is looked at.

use std::time::Duration;

/// How long one request for a token may take, its answer included; and how long a download may
/// be without a byte.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// How long a download may take in all: enough for 100 MB over a line of half a megabit a second.
pub const DOWNLOAD_TIMEOUT: Duration = Duration::from_secs(30 * 60);

/// The longest answer to a token request that is read, in bytes. The guide's is a few hundred.
pub const LARGEST_ANSWER: usize = 64 * 1024;

/// What the status of an answer says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusSays {
    /// There is an answer to read.
    Read,
    /// The api-key is refused (401, 403).
    Unauthorized,
    /// The service refuses, fails, or wants to be asked elsewhere.
    Refused,
}

impl StatusSays {
    /// What this status says.
    #[must_use]
    pub fn of(status: u16) -> Self {
        match status {
            200..=299 => Self::Read,
            401 | 403 => Self::Unauthorized,
            _ => Self::Refused,
        }
    }
}

/// Whether an api-key can stand in an HTTP header: visible ASCII characters, and at least
/// one. What a runtime says of any other may repeat the key.
#[must_use]
pub fn is_header_value(api_key: &str) -> bool {
    !api_key.is_empty() && api_key.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses() {
        for (status, says) in [
            (200, StatusSays::Read),
            (201, StatusSays::Read),
            (0, StatusSays::Refused),
            (302, StatusSays::Refused),
            (401, StatusSays::Unauthorized),
            (403, StatusSays::Unauthorized),
            (422, StatusSays::Refused),
            (503, StatusSays::Refused),
        ] {
            assert_eq!(StatusSays::of(status), says, "{status}");
        }
    }

    #[test]
    fn keys_that_a_header_can_carry() {
        for (key, expected) in [
            ("b2f5-09a7_Z=", true),
            ("", false),
            ("two words", false),
            ("two\nlines", false),
            ("end ", false),
            ("құпия", false),
        ] {
            assert_eq!(is_header_value(key), expected, "{key:?}");
        }
    }
}
