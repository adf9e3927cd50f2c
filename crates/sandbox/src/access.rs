//! Access tokens: JWTs that say which document and party, and nothing personal,
//! since they travel in addresses.

use std::time::Duration;

use documentolog_protocol::AccessToken;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::clock::Clock;

/// The scope in the guide's sample.
pub(crate) const SCOPE: &str = "document-create|document-sign|document-show";

#[derive(Serialize, Deserialize)]
struct Claims {
    /// The document's number, as a text: JWT's `sub` is one (RFC 7519, 4.1.2).
    sub: String,
    party: usize,
    scope: String,
    iat: u64,
    exp: u64,
}

/// What a token opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Access {
    pub(crate) document: u32,
    pub(crate) party: usize,
}

/// Why a token opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccessError {
    Missing,
    /// Forged, of another sandbox, or no token at all.
    Invalid,
    Expired,
}

/// Makes and checks tokens.
pub(crate) struct Keys {
    encoding: EncodingKey,
    decoding: DecodingKey,
    lifetime: Duration,
    clock: Clock,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    pub(crate) fn new(key: &[u8; 32], lifetime: Duration, clock: Clock) -> Self {
        Self {
            encoding: EncodingKey::from_secret(key),
            decoding: DecodingKey::from_secret(key),
            lifetime,
            clock,
        }
    }

    pub(crate) fn token(&self, document: u32, party: usize) -> Option<AccessToken> {
        let now = self.clock.unix_seconds();
        let claims = Claims {
            sub: document.to_string(),
            party,
            scope: SCOPE.to_owned(),
            iat: now,
            exp: now.saturating_add(self.lifetime.as_secs()),
        };
        let token =
            jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &self.encoding).ok()?;
        AccessToken::new(token).ok()
    }

    pub(crate) fn check(&self, token: &str) -> Result<Access, AccessError> {
        if token.is_empty() {
            return Err(AccessError::Missing);
        }
        let mut validation = Validation::new(Algorithm::HS256);
        // Expiry is checked below, to the second and with an answer of its own.
        validation.validate_exp = false;
        validation.set_required_spec_claims(&["exp", "sub"]);
        let claims: Claims = jsonwebtoken::decode(token, &self.decoding, &validation)
            .map_err(|_| AccessError::Invalid)?
            .claims;
        if claims.exp <= self.clock.unix_seconds() {
            return Err(AccessError::Expired);
        }
        Ok(Access {
            document: claims.sub.parse().map_err(|_| AccessError::Invalid)?,
            party: claims.party,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_its_document_and_only_here() {
        let clock = Clock::default();
        let keys = Keys::new(&[7; 32], Duration::from_secs(60), clock.clone());
        let token = keys.token(7, 1).unwrap();
        assert_eq!(
            keys.check(token.expose()),
            Ok(Access {
                document: 7,
                party: 1
            })
        );
        let elsewhere = Keys::new(&[8; 32], Duration::from_secs(60), clock.clone());
        assert_eq!(elsewhere.check(token.expose()), Err(AccessError::Invalid));
        clock.advance(Duration::from_secs(61));
        assert_eq!(keys.check(token.expose()), Err(AccessError::Expired));
    }

    #[test]
    fn what_opens_nothing() {
        let keys = Keys::new(&[7; 32], Duration::ZERO, Clock::default());
        assert_eq!(
            keys.check(keys.token(7, 0).unwrap().expose()),
            Err(AccessError::Expired)
        );
        assert_eq!(keys.check(""), Err(AccessError::Missing));
        // "alg": "none", no signature.
        let unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOjcsInBhcnR5IjowLCJzY29wZSI6IiIsImlhdCI6MCwiZXhwIjo5OTk5OTk5OTk5fQ.";
        for forged in ["x", "a.b.c", unsigned] {
            assert_eq!(keys.check(forged), Err(AccessError::Invalid), "{forged}");
        }
    }
}
