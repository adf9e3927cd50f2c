//! A value that the wire may carry in a shape we do not know.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::PersonalText;

/// How a value is read where the service gives it. That may be more lenient than its `FromStr`,
/// which reads what people give.
pub trait FromWire: FromStr {
    /// The value, if the text is one.
    fn from_wire(text: &str) -> Option<Self>;
}

/// A value read from the wire: either it passes `T`'s checks, or it is kept just
/// as it came.
///
/// The service is not obliged to share our idea of a valid IIN or phone number
/// (its own guide uses `+X (XXX) XXX-XX-XX` as a sample), and a webhook must
/// not be lost for that.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Checked<T> {
    /// The value passes the checks of `T`.
    Valid(T),
    /// The value does not pass them. It may still be personal data.
    Unrecognized(PersonalText),
}

impl<T> Checked<T> {
    /// The value, if it passed its checks.
    #[must_use]
    pub fn valid(&self) -> Option<&T> {
        match self {
            Self::Valid(value) => Some(value),
            Self::Unrecognized(_) => None,
        }
    }
}

impl<T: FromWire> Checked<T> {
    /// Checks a text, and keeps it either way.
    #[must_use]
    pub fn read(text: &str) -> Self {
        T::from_wire(text).map_or_else(|| Self::Unrecognized(PersonalText::new(text)), Self::Valid)
    }
}

impl<T> From<T> for Checked<T> {
    fn from(value: T) -> Self {
        Self::Valid(value)
    }
}

impl<T: Serialize> Serialize for Checked<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Valid(value) => value.serialize(serializer),
            Self::Unrecognized(text) => text.serialize(serializer),
        }
    }
}

impl<'de, T: FromWire> Deserialize<'de> for Checked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::read(&text))
    }
}
