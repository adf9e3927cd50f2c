//! The token that opens the signing page.

use alloc::string::String;
use core::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An access token (guide 1.3, `access_token`), checked for what an address can
/// carry. Whoever holds it can sign, so it has no `Display` and its `Debug`
/// prints a placeholder.
///
/// Tokens are taken as opaque: the guide says "JWT", but nothing here depends on that.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct AccessToken(String);

/// Why a text is no access token. Never contains the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccessTokenError {
    /// There is no text.
    #[error("the access token is empty")]
    Empty,
    /// The text is longer than [`AccessToken::MAX_LENGTH`].
    #[error("the access token is longer than 8192 bytes")]
    TooLong,
    /// The text has a character that bearer tokens never have.
    #[error("the access token has a character that no bearer token has")]
    Character,
}

impl AccessToken {
    /// The longest token taken, in bytes. It travels in an address, and common
    /// servers refuse request lines of more than 8 KiB.
    pub const MAX_LENGTH: usize = 8192;

    /// Checks a token: not empty, not longer than [`Self::MAX_LENGTH`], and of
    /// the characters of a bearer token (RFC 6750, section 2.1).
    ///
    /// # Errors
    /// Says which of the three checks failed.
    pub fn new(text: impl Into<String>) -> Result<Self, AccessTokenError> {
        let text = text.into();
        if text.is_empty() {
            return Err(AccessTokenError::Empty);
        }
        if text.len() > Self::MAX_LENGTH {
            return Err(AccessTokenError::TooLong);
        }
        let is_token_byte = |byte: u8| {
            byte.is_ascii_alphanumeric()
                || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'+' | b'/' | b'=')
        };
        if !text.bytes().all(is_token_byte) {
            return Err(AccessTokenError::Character);
        }
        Ok(Self(text))
    }

    /// The token itself. Whoever takes it out answers for where it goes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken(…)")
    }
}

impl FromStr for AccessToken {
    type Err = AccessTokenError;

    fn from_str(text: &str) -> Result<Self, AccessTokenError> {
        Self::new(text)
    }
}

impl Serialize for AccessToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for AccessToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checks() {
        let rows = [
            ("eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9...", Ok(())),
            ("opaque-token_1~+/==", Ok(())),
            ("", Err(AccessTokenError::Empty)),
            ("two words", Err(AccessTokenError::Character)),
            ("a&b", Err(AccessTokenError::Character)),
            ("a#b", Err(AccessTokenError::Character)),
            ("a\u{0}b", Err(AccessTokenError::Character)),
            ("құпия", Err(AccessTokenError::Character)),
        ];
        for (text, expected) in rows {
            assert_eq!(AccessToken::new(text).map(drop), expected, "{text:?}");
        }
        assert!(AccessToken::new("a".repeat(AccessToken::MAX_LENGTH)).is_ok());
        assert_eq!(
            AccessToken::new("a".repeat(AccessToken::MAX_LENGTH + 1)),
            Err(AccessTokenError::TooLong)
        );
    }

    #[test]
    fn debug_does_not_print_the_token() {
        let token = AccessToken::new("abc.def").unwrap();
        assert_eq!(format!("{token:?}"), "AccessToken(…)");
    }
}
