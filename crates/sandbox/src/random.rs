//! Random identifiers.

use std::fmt::Write;

/// 128 random bits in hexadecimal: nobody guesses it.
pub(crate) fn capability() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes
        .iter()
        .fold(String::with_capacity(32), |mut text, byte| {
            // Writing to a String does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        }))
}

/// A number for a document, such as the guide's `1234`.
pub(crate) fn number() -> Result<u32, getrandom::Error> {
    // Nine digits at most, and never 0.
    Ok(getrandom::u32()? % 999_999_999 + 1)
}

/// A secret key.
pub(crate) fn key() -> Result<[u8; 32], getrandom::Error> {
    let mut key = [0; 32];
    getrandom::fill(&mut key)?;
    Ok(key)
}
