//! Webhooks carry no signature, so their address carries a secret.

use std::fmt;

use sha2::{Digest, Sha256};

/// 256 random bits, as text for the webhook's address. Made per token request,
/// given to the service and kept only as a [`WebhookSecretHash`].
#[derive(Clone)]
pub struct WebhookSecret(String);

/// What is kept of a secret: enough to know it again, not enough to make it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct WebhookSecretHash([u8; 32]);

impl WebhookSecret {
    /// Makes a secret.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn generate() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes)?;
        Ok(Self(hexadecimal(&bytes)))
    }

    /// The text for the address: 64 hexadecimal digits.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// What to keep.
    #[must_use]
    pub fn hash(&self) -> WebhookSecretHash {
        WebhookSecretHash::of(&self.0)
    }
}

impl WebhookSecretHash {
    /// The hash of a text that may be a secret, as found in a webhook's address.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(Sha256::digest(text.as_bytes()).into())
    }

    /// The hash as 64 hexadecimal digits, to store and to look up.
    #[must_use]
    pub fn to_hexadecimal(&self) -> String {
        hexadecimal(&self.0)
    }
}

pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecret(…)")
    }
}

impl fmt::Debug for WebhookSecretHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecretHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_known_by_its_hash_alone() {
        let secret = WebhookSecret::generate().unwrap();
        assert_eq!(secret.expose().len(), 64);
        let hash = secret.hash();
        assert!(hash == WebhookSecretHash::of(secret.expose()));
        let another = WebhookSecret::generate().unwrap();
        for text in ["", &hash.to_hexadecimal(), another.expose()] {
            assert!(hash != WebhookSecretHash::of(text));
        }
        assert!(!format!("{secret:?} {hash:?}").contains(secret.expose()));
    }

    #[test]
    fn the_hash_is_sha_256() {
        let of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(WebhookSecretHash::of("abc").to_hexadecimal(), of_abc);
    }
}
