//! Texts that must not be printed: secrets, personal data, links that open
//! documents to whoever holds them.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! unprintable {
    ($(#[$meta:meta])* $name:ident, $placeholder:literal) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps the text as it is.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text itself. Whoever takes it out answers for where it goes.
            #[must_use]
            pub fn expose(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($placeholder)
            }
        }
    };
}

unprintable!(
    /// The key with which a company's back end identifies itself to the service
    /// (guide 1.1, header `api-key`). It never leaves the back end.
    ApiKey,
    "ApiKey(…)"
);

unprintable!(
    /// Personal data in free text, such as a person's full name.
    PersonalText,
    "PersonalText(…)"
);

unprintable!(
    /// A link that opens something to whoever holds it: a webhook address with
    /// its secret, a link to a document's file.
    SensitiveUrl,
    "SensitiveUrl(…)"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_prints_a_placeholder_only() {
        assert_eq!(format!("{:?}", ApiKey::new("k-123")), "ApiKey(…)");
        assert_eq!(
            format!("{:?}", PersonalText::new("Нұрлан")),
            "PersonalText(…)"
        );
        assert_eq!(
            format!("{:?}", SensitiveUrl::new("https://x/y")),
            "SensitiveUrl(…)"
        );
    }
}
