//! What the wire carries beyond what we know.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// JSON fields that this version does not know, carried along as they are. They
/// may hold anything, so `Debug` prints their number only.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OtherFields(pub Map<String, Value>);

impl std::fmt::Debug for OtherFields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OtherFields({})", self.0.len())
    }
}
