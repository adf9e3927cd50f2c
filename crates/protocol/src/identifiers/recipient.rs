//! Whoever a document is for.

use std::str::FromStr;

use super::{Bin, EmailAddress, IdentifierError, Iin, PhoneNumber, personal_identifier};

/// A sender or recipient, by any of the four identifiers of the guide's process
/// description.
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Recipient {
    /// A person, by IIN.
    Iin(Iin),
    /// A company, by BIN.
    Bin(Bin),
    /// By phone number.
    Phone(PhoneNumber),
    /// By e-mail address.
    Email(EmailAddress),
}

impl Recipient {
    /// The identifier as it goes over the wire. Personal data.
    #[must_use]
    pub fn to_wire(&self) -> String {
        match self {
            Self::Iin(iin) => iin.to_wire(),
            Self::Bin(bin) => bin.to_wire(),
            Self::Phone(phone) => phone.to_wire(),
            Self::Email(email) => email.to_wire(),
        }
    }
}

impl FromStr for Recipient {
    type Err = IdentifierError;

    /// Twelve digits are an IIN or a BIN, something with `@` an e-mail address,
    /// and the rest a phone number.
    fn from_str(text: &str) -> Result<Self, IdentifierError> {
        if text.contains('@') {
            return text.parse().map(Self::Email);
        }
        if text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return match text.parse() {
                Ok(iin) => Ok(Self::Iin(iin)),
                Err(IdentifierError::NotAnIin) => match text.parse() {
                    Ok(bin) => Ok(Self::Bin(bin)),
                    // The fifth digit is 7 to 9: nobody's number.
                    Err(_) => Err(IdentifierError::NeverIssued),
                },
                Err(error) => Err(error),
            };
        }
        text.parse()
            .map(Self::Phone)
            .map_err(|_| IdentifierError::Recipient)
    }
}

personal_identifier!(Recipient);

impl From<Iin> for Recipient {
    fn from(iin: Iin) -> Self {
        Self::Iin(iin)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_four_kinds() {
        assert!(matches!("791028302728".parse(), Ok(Recipient::Iin(_))));
        assert!(matches!("180140005198".parse(), Ok(Recipient::Bin(_))));
        assert!(matches!("8 701 123 45 67".parse(), Ok(Recipient::Phone(_))));
        assert!(matches!("a@b.kz".parse(), Ok(Recipient::Email(_))));
    }

    #[test]
    fn refusals_are_those_of_the_kind_meant() {
        let rows = [
            ("791028302729", IdentifierError::ControlDigit),
            ("a@b", IdentifierError::Email),
            ("12345", IdentifierError::Recipient),
            ("", IdentifierError::Recipient),
        ];
        for (text, error) in rows {
            assert_eq!(text.parse::<Recipient>(), Err(error), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered_and_what_is_taken_reads_back(text in "[0-9a-z@.+ ()-]{0,24}") {
            if let Ok(recipient) = text.parse::<Recipient>() {
                prop_assert_eq!(format!("{recipient:?}"), "Recipient(…)");
                prop_assert_eq!(recipient.to_wire().parse(), Ok(recipient));
            }
        }
    }
}
