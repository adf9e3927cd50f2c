//! The one form of all equal webhooks.

use documentolog_protocol::WebhookEvent;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// A webhook as stores keep it: its JSON, in one form for all equal ones, and the digest by
/// which an equal one is known. The JSON names people, so `Debug` prints its length only.
#[derive(Clone, PartialEq, Eq)]
pub struct CanonicalWebhook {
    /// The JSON, without spaces and with the names of every object in order.
    pub body: String,
    /// The SHA-256 of `body`.
    pub digest: Vec<u8>,
}

impl CanonicalWebhook {
    /// The form of an event.
    #[must_use]
    pub fn of(event: &WebhookEvent) -> Self {
        let body = sorted(event.to_json()).to_string();
        let digest = Sha256::digest(&body).to_vec();
        Self { body, digest }
    }
}

impl std::fmt::Debug for CanonicalWebhook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "CanonicalWebhook({} bytes)", self.body.len())
    }
}

/// With the names of every object in order, so that equal events have equal texts. serde_json
/// keeps them so by itself unless somebody's dependency has switched its `preserve_order` on.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.into_iter().collect();
            fields.sort_by(|one, other| one.0.cmp(&other.0));
            let fields = fields
                .into_iter()
                .map(|(name, value)| (name, sorted(value)));
            Value::Object(fields.collect())
        }
        Value::Array(values) => Value::Array(values.into_iter().map(sorted).collect()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::webhooks::hexadecimal;

    /// What is known of a webhook by each kit, whatever language it is in: the npm package's
    /// tests read the same file.
    #[derive(Deserialize)]
    struct Row {
        bodies: Vec<String>,
        digest: String,
    }

    #[test]
    fn equal_events_have_one_digest_in_every_language() {
        let rows: Vec<Row> =
            serde_json::from_str(include_str!("../../tests/digests.json")).unwrap();
        assert!(rows.len() >= 4);
        for row in rows {
            for body in row.bodies {
                let event = WebhookEvent::parse(body.as_bytes()).unwrap();
                let canonical = CanonicalWebhook::of(&event);
                assert_eq!(hexadecimal(&canonical.digest), row.digest, "{body}");
                let again = WebhookEvent::parse(canonical.body.as_bytes()).unwrap();
                assert_eq!(again, event);
            }
        }
    }
}
