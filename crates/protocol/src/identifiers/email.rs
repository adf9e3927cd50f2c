//! E-mail addresses.

use std::str::FromStr;

use super::{IdentifierError, personal_identifier};

/// An e-mail address: what WHATWG HTML takes as a valid one, with a dot in its
/// domain and within the lengths of RFC 5321.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address as it was given. Personal data.
    #[must_use]
    pub fn to_wire(&self) -> String {
        self.0.clone()
    }
}

impl FromStr for EmailAddress {
    type Err = IdentifierError;

    fn from_str(text: &str) -> Result<Self, IdentifierError> {
        let (local, domain) = text.split_once('@').ok_or(IdentifierError::Email)?;
        let is_local = (1..=64).contains(&local.len())
            && local.bytes().all(|byte| {
                byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte)
            });
        let is_label = |label: &str| {
            (1..=63).contains(&label.len())
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        if is_local && text.len() <= 254 && domain.contains('.') && domain.split('.').all(is_label)
        {
            Ok(Self(text.to_owned()))
        } else {
            Err(IdentifierError::Email)
        }
    }
}

personal_identifier!(EmailAddress);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taken_and_refused() {
        for text in [
            "a@b.kz",
            "first.last+tag@mail.example.com",
            "x_y@xn--80ak6aa92e.kz",
        ] {
            assert!(text.parse::<EmailAddress>().is_ok(), "{text}");
        }
        let long_local = format!("{}@b.kz", "a".repeat(65));
        for text in [
            "",
            "a",
            "@b.kz",
            "a@",
            "a@b",
            "a@b..kz",
            "a@-b.kz",
            "a b@c.kz",
            "a@b@c.kz",
            "a@b.kz\n",
            &long_local,
        ] {
            assert_eq!(
                text.parse::<EmailAddress>(),
                Err(IdentifierError::Email),
                "{text:?}"
            );
        }
    }
}
