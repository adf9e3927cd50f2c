//! The two 12-digit numbers of Kazakhstan's state registries.

use std::str::FromStr;

use super::{IdentifierError, personal_identifier};
use crate::FromWire;

/// A person's individual identification number (ЖСН, ИИН): 12 digits.
///
/// Its digits need not agree with the person's birth date (they have not had to
/// since 2013), so that is not checked. `000000000000`, the guide's placeholder,
/// passes.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Iin(String);

/// A company's business identification number (БСН, БИН): 12 digits.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Bin(String);

impl Iin {
    /// The twelve digits. Personal data: see the module's head.
    #[must_use]
    pub fn to_wire(&self) -> String {
        self.0.clone()
    }
}

impl Bin {
    /// The twelve digits. Personal data: see the module's head.
    #[must_use]
    pub fn to_wire(&self) -> String {
        self.0.clone()
    }
}

impl FromStr for Iin {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, IdentifierError> {
        let digits = registry_digits(text)?;
        if digits[4] > 3 {
            return Err(IdentifierError::NotAnIin);
        }
        Ok(Self(text.to_owned()))
    }
}

impl FromStr for Bin {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, IdentifierError> {
        let digits = registry_digits(text)?;
        if !(4..=6).contains(&digits[4]) {
            return Err(IdentifierError::NotABin);
        }
        Ok(Self(text.to_owned()))
    }
}

personal_identifier!(Iin);
personal_identifier!(Bin);

impl FromWire for Iin {
    fn from_wire(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

const DIGITS: usize = 12;
const FIRST_ROUND: [u32; DIGITS - 1] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/// Used where the first round gives 10, as it does for 8 % of all numbers.
const SECOND_ROUND: [u32; DIGITS - 1] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/// The twelve digits of a number whose control digit agrees. (It catches most
/// mistyped digits, not all: the second round folds some numbers together.)
fn registry_digits(text: &str) -> Result<[u32; DIGITS], IdentifierError> {
    let bytes: &[u8; DIGITS] = text
        .as_bytes()
        .try_into()
        .map_err(|_| IdentifierError::NotTwelveDigits)?;
    if !bytes.iter().all(u8::is_ascii_digit) {
        return Err(IdentifierError::NotTwelveDigits);
    }
    let digits = bytes.map(|byte| u32::from(byte - b'0'));
    match control_digit(&digits) {
        None => Err(IdentifierError::NeverIssued),
        Some(control) if control == digits[DIGITS - 1] => Ok(digits),
        Some(_) => Err(IdentifierError::ControlDigit),
    }
}

/// The control digit of the first eleven, if there is one.
fn control_digit(digits: &[u32; DIGITS]) -> Option<u32> {
    [FIRST_ROUND, SECOND_ROUND].iter().find_map(|weights| {
        let sum: u32 = digits
            .iter()
            .zip(weights)
            .map(|(digit, weight)| digit * weight)
            .sum();
        Some(sum % 11).filter(|control| *control < 10)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_numbers() {
        let rows = [
            // Valid in the first round.
            ("791028302728", true),
            ("180140005198", false),
            // Valid only in the second round.
            ("061211600012", true),
            ("171028341798", true),
            ("000000000000", true),
        ];
        for (text, is_iin) in rows {
            assert_eq!(text.parse::<Iin>().is_ok(), is_iin, "{text} as an IIN");
            assert_eq!(text.parse::<Bin>().is_ok(), !is_iin, "{text} as a BIN");
        }
    }

    #[test]
    fn refusals_say_why() {
        let rows = [
            ("", IdentifierError::NotTwelveDigits),
            ("79102830272", IdentifierError::NotTwelveDigits),
            ("7910283027280", IdentifierError::NotTwelveDigits),
            ("79102830272x", IdentifierError::NotTwelveDigits),
            ("79102830272 ", IdentifierError::NotTwelveDigits),
            ("٧٩١٠٢٨", IdentifierError::NotTwelveDigits),
            ("791028302729", IdentifierError::ControlDigit),
            ("180140005198", IdentifierError::NotAnIin),
        ];
        for (text, error) in rows {
            assert_eq!(text.parse::<Iin>(), Err(error), "{text:?}");
        }
        assert_eq!("791028302728".parse::<Bin>(), Err(IdentifierError::NotABin));
    }

    #[test]
    fn debug_prints_no_digit() {
        let iin: Iin = "791028302728".parse().unwrap();
        assert_eq!(format!("{iin:?}"), "Iin(…)");
    }

    /// Eleven digits have one control digit or none, never two.
    fn valid_endings(first_eleven: u64) -> (usize, bool) {
        let mut valid = 0;
        let mut never_issued = false;
        for last in 0..10 {
            match registry_digits(&format!("{first_eleven:011}{last}")) {
                Ok(_) => valid += 1,
                Err(IdentifierError::NeverIssued) => never_issued = true,
                Err(_) => {}
            }
        }
        (valid, never_issued)
    }

    proptest! {
        #[test]
        fn exactly_one_last_digit_fits(first_eleven in 0_u64..100_000_000_000) {
            let (valid, never_issued) = valid_endings(first_eleven);
            prop_assert_eq!(valid, usize::from(!never_issued));
        }

        #[test]
        fn any_text_is_answered(text in ".*") {
            let _ = text.parse::<Iin>();
            let _ = text.parse::<Bin>();
        }
    }
}
