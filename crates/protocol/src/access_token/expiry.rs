//! The `exp` of a JWT's payload. A JSON parser would do it too, and would weigh more
//! than everything else in the published wasm.

/// Reads the number of the member `exp` of a JSON object (RFC 8259), cut to whole
/// seconds. None if there is none, or one that no clock shows.
pub(super) fn read(json: &[u8]) -> Option<u64> {
    let mut rest = json;
    let mut depth = 0_usize;
    let mut is_object = false;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'{' | b'[' => {
                if depth == 0 {
                    is_object = byte == b'{';
                }
                depth += 1;
            }
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b'"' => {
                let (text, after) = string(rest)?;
                rest = after;
                if depth == 1 && is_object && text == b"exp" {
                    // Only a member's name is followed by a colon.
                    if let Some(value) = skip_space(rest).strip_prefix(b":") {
                        return seconds(skip_space(value));
                    }
                }
            }
            _ => {}
        }
    }
    None
}

/// What is inside a string whose opening quote has been read, and what follows it.
fn string(json: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut place = 0;
    loop {
        match json.get(place)? {
            b'"' => return Some((json.get(..place)?, json.get(place + 1..)?)),
            b'\\' => place += 2,
            _ => place += 1,
        }
    }
}

fn skip_space(json: &[u8]) -> &[u8] {
    json.trim_ascii_start()
}

/// A number without a sign or an exponent, which must be followed by something.
fn seconds(json: &[u8]) -> Option<u64> {
    let digits = digits_of(json);
    // Fifteen digits are 30 million years.
    if digits == 0 || digits > 15 {
        return None;
    }
    let number = json
        .iter()
        .take(digits)
        .fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
    let mut after = &json[digits..];
    if let Some(fraction) = after.strip_prefix(b".") {
        after = &fraction[digits_of(fraction)..];
    }
    matches!(after.first()?, b',' | b'}' | b' ' | b'\n' | b'\r' | b'\t').then_some(number)
}

fn digits_of(json: &[u8]) -> usize {
    json.iter().take_while(|byte| byte.is_ascii_digit()).count()
}
