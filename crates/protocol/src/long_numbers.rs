//! Numbers of more digits than JSON's readers keep.
//!
//! RFC 8259 sets no limit to a number, and its readers round long ones to what 64 bits hold: two
//! that differ become one, and one that is too large is refused (section 6). The guide has no
//! numbers in its webhooks, so what one may mean is not known: each that would be altered is read
//! as a text of its digits.

use std::{borrow::Cow, ops::Range};

use serde_json::Value;

/// A body in which every number that would be altered is a text.
pub(crate) fn as_texts(body: &[u8]) -> Cow<'_, [u8]> {
    let mut made = Vec::new();
    let mut copied = 0;
    for number in numbers(body).filter(|place| is_altered(&body[place.clone()])) {
        made.extend_from_slice(&body[copied..number.start]);
        made.push(b'"');
        made.extend_from_slice(&body[number.clone()]);
        made.push(b'"');
        copied = number.end;
    }
    if copied == 0 {
        return Cow::Borrowed(body);
    }
    made.extend_from_slice(&body[copied..]);
    Cow::Owned(made)
}

/// Where something like a number stands, outside of texts.
fn numbers(body: &[u8]) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut place = 0;
    std::iter::from_fn(move || {
        while let Some(byte) = body.get(place) {
            let start = place;
            place += 1;
            match byte {
                b'"' => {
                    while let Some(byte) = body.get(place).filter(|byte| **byte != b'"') {
                        place += if *byte == b'\\' { 2 } else { 1 };
                    }
                    place += 1;
                }
                b'-' | b'0'..=b'9' => {
                    let is_part =
                        |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
                    let rest = body[place..].iter();
                    place += rest.take_while(|byte| is_part(byte)).count();
                    return Some(start..place);
                }
                _ => {}
            }
        }
        None
    })
}

/// Whether a text is a number of JSON's and 64 bits do not hold it. What the reader makes of it is
/// asked of the reader: another way to read numbers would weigh 20 KB in the npm package.
fn is_altered(number: &[u8]) -> bool {
    let given = std::str::from_utf8(number).ok().and_then(Decimal::parse);
    let read = serde_json::from_slice::<Value>(number).map(|read| read.to_string());
    match (given, read) {
        (None, _) => false,
        (given, Ok(read)) => Decimal::parse(&read) != given,
        (_, Err(_)) => true,
    }
}

/// A number without its sign: these digits, times ten to this power.
#[derive(PartialEq, Eq)]
struct Decimal {
    /// Neither the first nor the last is 0. Of nothing, none.
    digits: String,
    power: i64,
}

impl Decimal {
    /// By the grammar of RFC 8259, section 6.
    fn parse(number: &str) -> Option<Self> {
        let is_digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = number.strip_prefix('-').unwrap_or(number);
        let (mantissa, power) = match number.split_once(['e', 'E']) {
            Some((mantissa, power)) => {
                let unsigned = power.strip_prefix(['+', '-']).unwrap_or(power);
                if !is_digits(unsigned) {
                    return None;
                }
                // What is larger than this is no `f64` whichever it is.
                (mantissa, power.parse().unwrap_or(i64::MAX / 2))
            }
            None => (number, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return None,
            None => (mantissa, ""),
        };
        if !is_digits(whole) || (whole.len() > 1 && whole.starts_with('0')) {
            return None;
        }
        let all = format!("{whole}{fraction}");
        let digits = all.trim_end_matches('0');
        let zeros = i64::try_from(all.len() - digits.len()).ok()?;
        let digits = digits.trim_start_matches('0').to_owned();
        let power = match digits.as_str() {
            "" => 0,
            // A sender may write any power.
            _ => power
                .saturating_add(zeros)
                .saturating_sub(i64::try_from(fraction.len()).ok()?),
        };
        Some(Self { digits, power })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(body: &str) -> String {
        String::from_utf8(as_texts(body.as_bytes()).into_owned()).unwrap()
    }

    #[test]
    fn what_64_bits_hold_is_left_as_it_is() {
        for number in [
            "0",
            "-0",
            "0.0",
            "0e99999999999999999999",
            "7",
            "-9223372036854775808",
            "18446744073709551615",
            "1.50",
            "100e-2",
            "1E+2",
            "0.1",
            "5e-324",
            "1.7976931348623157e308",
            "123456789012345680000",
            // No numbers of JSON's: refused as they are.
            "01",
            "-",
            "1.",
            "1.2.3",
            "1e",
            "--1",
            "1-2",
            "00000000000000000000000001",
        ] {
            assert_eq!(read(number), number);
        }
        for text in [
            r#"{"n":"123456789012345678901"}"#,
            r#"{"123456789012345678901":"\"1e400"}"#,
            r#"["\\",7,"1e400"]"#,
            r#""1e400"#,
            r#""1e400\"#,
        ] {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn what_they_do_not_hold_is_a_text() {
        for number in [
            "123456789012345678901",
            "-123456789012345678901",
            "18446744073709551616.5",
            "1e400",
            "-1e400",
            "1e-400",
            "1e99999999999999999999",
            "1e-99999999999999999999",
            "1.5e-9223372036854775808",
            "10e9223372036854775807",
            "0.10000000000000000001",
        ] {
            let made = format!("\"{number}\"");
            assert_eq!(read(number), made);
            let within =
                |number: &str| format!(r#"{{"a":"1e400","n":[{number}, {number}],"b":7}}"#);
            assert_eq!(read(&within(number)), within(&made));
        }
    }

    proptest! {
        #[test]
        fn every_number_of_64_bits_is_left_as_it_is(
            float in any::<f64>(), signed in any::<i64>(), unsigned in any::<u64>(),
        ) {
            let body = format!("[{float:e},{signed},{unsigned}]");
            prop_assert!(!float.is_finite() || read(&body) == body, "{}", body);
        }

        #[test]
        fn any_bytes_are_answered(body in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = as_texts(&body);
        }

        /// Of anything but a number too large nothing changes whether it is JSON.
        #[test]
        fn what_is_json_stays_so(body in "[\\[\\]{}\",:0-9eE.+ -]{0,24}") {
            let is_json = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).is_ok();
            let made = as_texts(body.as_bytes());
            prop_assert!(!is_json(body.as_bytes()) || is_json(&made), "{}", body);
        }
    }
}
