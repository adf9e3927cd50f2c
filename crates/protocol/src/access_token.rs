//! The token that opens the signing page.

use alloc::{string::String, vec::Vec};
use core::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod expiry;

/// An access token (guide 1.3, `access_token`), checked for what an address can
/// carry. Whoever holds it can sign, so it has no `Display` and its `Debug`
/// prints a placeholder.
///
/// Tokens are taken as opaque: the guide says "JWT", but nothing here depends on
/// that; one that is a JWT can tell when it expires ([`Self::expires_at`]).
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

    /// When it expires, in seconds since 1970 (RFC 7519, section 4.1.4, `exp`), if it
    /// is a JWT that says so. It is not verified: the service does that.
    #[must_use]
    pub fn expires_at(&self) -> Option<u64> {
        let mut parts = self.0.as_bytes().split(|byte| *byte == b'.');
        let (_header, payload, _signature) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        expiry::read(&base64url(payload)?)
    }

    /// The token itself. Whoever takes it out answers for where it goes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// Decodes base64url without padding (RFC 4648, section 5).
fn base64url(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' => 62,
            b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
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

    /// A JWT with this payload.
    fn jwt(payload: &str) -> AccessToken {
        const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        let mut text = "eyJhbGciOiJIUzI1NiJ9.".to_owned();
        for group in payload.as_bytes().chunks(3) {
            let bits = group
                .iter()
                .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
                << (8 * (3 - group.len()));
            for place in 0..=group.len() {
                text.push(char::from(
                    ALPHABET[(bits >> (18 - 6 * place)) as usize & 63],
                ));
            }
        }
        text.push_str(".c2lnbmF0dXJl");
        AccessToken::new(text).unwrap()
    }

    #[test]
    fn when_it_expires() {
        let rows = [
            (r#"{"exp":1763900000}"#, Some(1_763_900_000)),
            (r#"{"exp" : 1763900000.25 , "iat":1}"#, Some(1_763_900_000)),
            (r#"{"sub":"exp","aud":["exp"],"exp":5}"#, Some(5)),
            (r#"{"act":{"exp":1},"exp":2}"#, Some(2)),
            (r#"{"name":"\"exp\":9","exp":3}"#, Some(3)),
            (r#"{"name":"қол\\","exp":4}"#, Some(4)),
            (r#"{"act":{"exp":1}}"#, None),
            (r#"[{"exp":1}]"#, None),
            (r#"{"exp":"soon"}"#, None),
            (r#"{"exp":-1}"#, None),
            (r#"{"exp":1e9}"#, None),
            (r#"{"exp":1.7639e9}"#, None),
            (r#"{"exp":99999999999999999999999}"#, None),
            (r#"{"exp"#, None),
            (r#"{"exp":"#, None),
            (r#"{"exp":7"#, None),
            ("", None),
            ("}}}", None),
        ];
        for (payload, expected) in rows {
            assert_eq!(jwt(payload).expires_at(), expected, "{payload}");
        }
        for opaque in ["opaque", "a.b", "a.b.c.d", "header.p+yload.signature", ".."] {
            assert_eq!(
                AccessToken::new(opaque).unwrap().expires_at(),
                None,
                "{opaque}"
            );
        }
    }

    proptest::proptest! {
        #[test]
        fn no_token_is_too_much(text in "[A-Za-z0-9_.-]{1,64}") {
            let _ = AccessToken::new(text).unwrap().expires_at();
        }

        #[test]
        fn any_expiry_is_read(seconds in 0_u64..1_000_000_000_000, name in "[ -~]{0,16}") {
            let payload = serde_json::json!({"a": name, "exp": seconds}).to_string();
            proptest::prop_assert_eq!(jwt(&payload).expires_at(), Some(seconds));
        }
    }

    #[test]
    fn debug_does_not_print_the_token() {
        let token = AccessToken::new("abc.def").unwrap();
        assert_eq!(format!("{token:?}"), "AccessToken(…)");
    }
}
