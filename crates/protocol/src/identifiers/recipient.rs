//! Whoever a document is for.

use std::str::FromStr;

use super::{Bin, EmailAddress, IdentifierError, Iin, PhoneNumber, personal_identifier};
use crate::FromWire;

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

/// Whether a text is digits alone, but for what stands around them. A phone number is told from
/// a mistyped IIN by its plus or by what stands between its digits.
fn is_bare_digits(text: &str) -> bool {
    let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
    !text.contains('+') && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

impl FromStr for Recipient {
    type Err = IdentifierError;

    /// Twelve digits are an IIN or a BIN, something with `@` an e-mail address,
    /// and the rest a phone number, which has a plus or separators here: an IIN that has lost a
    /// digit must not become a stranger's number.
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
        if is_bare_digits(text) {
            return Err(IdentifierError::BareDigits);
        }
        text.parse()
            .map(Self::Phone)
            .map_err(|_| IdentifierError::Recipient)
    }
}

impl FromWire for Recipient {
    /// Here bare digits may be a phone number, too: the service knows whom it means.
    fn from_wire(text: &str) -> Option<Self> {
        let phone = || text.parse().map(Self::Phone);
        text.parse().or_else(|_| phone()).ok()
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
    use crate::Checked;

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
            ("12345", IdentifierError::BareDigits),
            ("8 701 123 45 6", IdentifierError::Recipient),
            ("nobody", IdentifierError::Recipient),
            ("", IdentifierError::Recipient),
        ];
        for (text, error) in rows {
            assert_eq!(text.parse::<Recipient>(), Err(error), "{text:?}");
        }
    }

    #[test]
    fn a_phone_number_has_a_plus_or_separators() {
        for text in [
            "+77011230045",
            "8 701 123 00 45",
            "8 (701) 123-00-45",
            "8.701.1230045",
        ] {
            assert!(
                matches!(text.parse(), Ok(Recipient::Phone(_))),
                "{text:?} is refused"
            );
        }
        for text in [
            "87011230045",
            "77011230045",
            " 87011230045\n",
            "(87011230045)",
            "87011230045.",
        ] {
            let refused = text.parse::<Recipient>();
            assert_eq!(refused, Err(IdentifierError::BareDigits), "{text:?}");
        }
    }

    /// What the service says is read all the same.
    #[test]
    fn on_the_wire_a_phone_number_may_be_bare() {
        for text in ["87011230045", "77011230045", "+77011230045"] {
            let read = Checked::<Recipient>::read(text);
            assert!(
                matches!(read, Checked::Valid(Recipient::Phone(_))),
                "{text}"
            );
        }
        for text in ["791028302729", "7910283027"] {
            let read = Checked::<Recipient>::read(text);
            assert_eq!(read.valid(), None, "{text}");
        }
    }

    /// The twelve digits of an IIN or a BIN that begins with these eleven, if there is one.
    fn valid_number(first_eleven: u64) -> Option<String> {
        (0..10)
            .map(|control| format!("{first_eleven:011}{control}"))
            .find(|digits| digits.parse::<Recipient>().is_ok())
    }

    proptest! {
        /// Those that begin with the digits of a phone number above all.
        #[test]
        fn a_number_that_lost_a_digit_is_nobodys_phone(
            first_eleven in prop_oneof![
                0_u64..100_000_000_000,
                77_000_000_000_u64..78_000_000_000,
                87_000_000_000_u64..88_000_000_000,
            ],
        ) {
            let Some(number) = valid_number(first_eleven) else { return Ok(()) };
            for lost in 0..number.len() {
                let mut mistyped = number.clone();
                mistyped.remove(lost);
                prop_assert_eq!(
                    mistyped.parse::<Recipient>(),
                    Err(IdentifierError::BareDigits),
                    "{}", mistyped
                );
            }
        }

        #[test]
        fn any_text_is_answered_and_what_is_taken_reads_back(text in "[0-9a-z@.+ ()-]{0,24}") {
            if let Ok(recipient) = text.parse::<Recipient>() {
                prop_assert_eq!(format!("{recipient:?}"), "Recipient(…)");
                prop_assert_eq!(recipient.to_wire().parse(), Ok(recipient));
            }
        }
    }
}
