//! The ways to sign.

use alloc::{borrow::ToOwned, string::String};
use core::{convert::Infallible, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A way to sign a document (guide 1.2 and 3.1).
///
/// The guide spells the eGov method `egov-qr` in requests and `egov_gr` in
/// window messages; `egov-qr`, `egov_qr` and `egov_gr` are read as the same.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignatureMethod {
    /// An electronic digital signature with a key on the signer's computer,
    /// through the local program NCALayer.
    Eds,
    /// The state's phone application, by a QR code or a link.
    EgovQr,
    /// A code sent by SMS.
    Sms,
    /// Adobe Sign.
    AdobeSign,
    /// A method that this version does not know, spelt as it came.
    Other(String),
}

impl SignatureMethod {
    /// The four methods of the guide, in its order.
    pub const KNOWN: [Self; 4] = [Self::Eds, Self::EgovQr, Self::AdobeSign, Self::Sms];

    /// The method's name: as the guide spells it in requests, and as this
    /// project spells it everywhere.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Eds => "eds",
            Self::EgovQr => "egov-qr",
            Self::Sms => "sms",
            Self::AdobeSign => "adobe-sign",
            Self::Other(name) => name,
        }
    }

    /// The method's name as the guide spells it in window messages (guide 3.1).
    #[must_use]
    pub fn as_window_message_str(&self) -> &str {
        match self {
            Self::EgovQr => "egov_gr",
            other => other.as_str(),
        }
    }

    /// Reads a method in any of the guide's spellings.
    #[must_use]
    pub fn from_wire(name: &str) -> Self {
        match name {
            "eds" => Self::Eds,
            "egov-qr" | "egov_qr" | "egov_gr" => Self::EgovQr,
            "sms" => Self::Sms,
            "adobe-sign" => Self::AdobeSign,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl FromStr for SignatureMethod {
    type Err = Infallible;

    fn from_str(name: &str) -> Result<Self, Infallible> {
        Ok(Self::from_wire(name))
    }
}

impl fmt::Display for SignatureMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for SignatureMethod {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for SignatureMethod {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|name| Self::from_wire(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_spellings_of_egov_are_one_method() {
        for spelling in ["egov-qr", "egov_qr", "egov_gr"] {
            assert_eq!(
                SignatureMethod::from_wire(spelling),
                SignatureMethod::EgovQr,
                "{spelling}"
            );
        }
    }

    #[test]
    fn an_unknown_method_is_kept_as_it_came() {
        let method = SignatureMethod::from_wire("eGov_Face");
        assert_eq!(method.as_str(), "eGov_Face");
        assert_eq!(serde_json::to_string(&method).unwrap(), r#""eGov_Face""#);
    }

    #[test]
    fn known_methods_survive_both_wires() {
        for method in SignatureMethod::KNOWN {
            assert_eq!(SignatureMethod::from_wire(method.as_str()), method);
            assert_eq!(
                SignatureMethod::from_wire(method.as_window_message_str()),
                method
            );
        }
    }
}
