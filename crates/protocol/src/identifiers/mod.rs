//! Who sends and who signs: IIN, BIN, phone number, e-mail address.
//!
//! All of it is personal data (a BIN may be a sole trader's), so nothing here
//! has `Display` and every `Debug` prints a placeholder; errors say what is wrong
//! and never repeat the value.

mod email;
mod phone;
mod recipient;
mod registry_number;

pub use email::EmailAddress;
pub use phone::PhoneNumber;
pub use recipient::Recipient;
pub use registry_number::{Bin, Iin};

/// Why a text is not the identifier it is meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentifierError {
    /// An IIN or BIN that is not 12 digits.
    #[error("an IIN or BIN has 12 digits")]
    NotTwelveDigits,
    /// An IIN or BIN whose last digit does not agree with the others.
    #[error("the control digit (the last one) does not agree with the others: a digit is mistyped")]
    ControlDigit,
    /// A number for which no control digit exists.
    #[error("no IIN or BIN begins with these eleven digits: a digit is mistyped")]
    NeverIssued,
    /// A BIN where an IIN is wanted.
    #[error("this is not an IIN: its fifth digit is not 0 to 3")]
    NotAnIin,
    /// An IIN where a BIN is wanted.
    #[error("this is not a BIN: its fifth digit is not 4 to 6")]
    NotABin,
    /// Not a Kazakhstan mobile number.
    #[error("a phone number is +77 and nine digits")]
    Phone,
    /// Not an e-mail address.
    #[error("an e-mail address is name@domain")]
    Email,
    /// Bare digits, and not the 12 of an IIN or BIN: one of those with a digit lost or doubled
    /// looks like somebody's phone number.
    #[error(
        "bare digits are an IIN or a BIN, and those have 12: a digit is missing, or there are too many; write a phone number with a plus or with separators, such as +7 700 000 00 00"
    )]
    BareDigits,
    /// None of the four.
    #[error(
        "a recipient is an IIN, a BIN, a phone number (+77 and nine digits) or an e-mail address"
    )]
    Recipient,
}

/// `Debug` with a placeholder, and the wire form as serde.
macro_rules! personal_identifier {
    ($name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.to_wire())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?
                    .parse()
                    .map_err(serde::de::Error::custom)
            }
        }
    };
}
use personal_identifier;
