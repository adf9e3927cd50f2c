//! Kazakhstan phone numbers.

use std::str::FromStr;

use super::{IdentifierError, personal_identifier};
use crate::FromWire;

/// A Kazakhstan mobile number: `+77` and nine digits.
///
/// People write it in many ways; spaces, brackets, hyphens and dots are passed
/// over, and a leading `8` or bare `7` stands for `+7`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// The number as `+77011234567` (E.164). Personal data.
    #[must_use]
    pub fn to_wire(&self) -> String {
        self.0.clone()
    }

    /// The number as the guide writes it in `mPhonesForSms`:
    /// `+7 (701) 123-45-67`. Personal data.
    #[must_use]
    pub fn to_guide_format(&self) -> String {
        let digits = &self.0[2..];
        format!(
            "+7 ({}) {}-{}-{}",
            &digits[..3],
            &digits[3..6],
            &digits[6..8],
            &digits[8..]
        )
    }
}

impl FromStr for PhoneNumber {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, IdentifierError> {
        let plain: String = text
            .trim()
            .chars()
            .filter(|c| !matches!(c, ' ' | '\u{a0}' | '(' | ')' | '-' | '.'))
            .collect();
        let subscriber = plain
            .strip_prefix("+7")
            .or_else(|| plain.strip_prefix(['7', '8']))
            .ok_or(IdentifierError::Phone)?;
        let is_mobile = subscriber.len() == 10
            && subscriber.starts_with('7')
            && subscriber.bytes().all(|byte| byte.is_ascii_digit());
        if is_mobile {
            Ok(Self(format!("+7{subscriber}")))
        } else {
            Err(IdentifierError::Phone)
        }
    }
}

personal_identifier!(PhoneNumber);

impl FromWire for PhoneNumber {
    fn from_wire(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_number() {
        for text in [
            "+77011234567",
            "87011234567",
            "77011234567",
            "+7 (701) 123-45-67",
            " 8 701 123 45 67 ",
            "8.701.123.4567",
        ] {
            let phone: PhoneNumber = text.parse().unwrap();
            assert_eq!(phone.to_wire(), "+77011234567", "{text:?}");
            assert_eq!(phone.to_guide_format(), "+7 (701) 123-45-67");
            assert_eq!(format!("{phone:?}"), "PhoneNumber(…)");
        }
    }

    #[test]
    fn what_is_refused() {
        for text in [
            "",
            "+7",
            "+X (XXX) XXX-XX-XX",
            "+7701123456",
            "+770112345678",
            "+79161234567",
            "87271234567x",
            "++77011234567",
            "+٧٧٠١١٢٣٤٥٦٧",
            "701 123 45 67",
        ] {
            assert_eq!(
                text.parse::<PhoneNumber>(),
                Err(IdentifierError::Phone),
                "{text:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_answered_and_what_is_taken_reads_back(text in ".*") {
            if let Ok(phone) = text.parse::<PhoneNumber>() {
                prop_assert_eq!(phone.to_guide_format().parse(), Ok(phone));
            }
        }

        #[test]
        fn every_mobile_number_reads_back(number in 0_u64..1_000_000_000) {
            let phone: PhoneNumber = format!("+77{number:09}").parse().unwrap();
            prop_assert_eq!(phone.to_guide_format().parse(), Ok(phone));
        }
    }
}
