//! What a page chooses when it opens a session.

use alloc::{borrow::ToOwned, string::String, vec, vec::Vec};

use documentolog_protocol::BaseUrl;

use crate::{
    error::{Error, ErrorCode},
    texts::Locale,
    timeouts::Timeouts,
};

/// The choices for one session, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Where the signing page is, and whose messages are believed. The frame is
    /// sent to the first; never empty.
    base_urls: Vec<BaseUrl>,
    /// The language of the widget's own texts.
    pub locale: Locale,
    /// The dialog's and the frame's accessible name, where the widget's own does
    /// not fit.
    pub title: Option<String>,
    /// How long it waits.
    pub timeouts: Timeouts,
    /// Features for the frame besides the usual ones.
    permissions: Vec<String>,
    /// The frame's `sandbox` attribute, if it is to have one.
    sandbox: Option<String>,
    /// Whether the frame is loaded without credentials (`iframe.credentialless`), as
    /// pages with a Cross-Origin-Embedder-Policy need it.
    pub credentialless: bool,
    /// Whether the browser asks before the page is left while a session is open.
    pub leave_guard: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base_urls: vec![BaseUrl::default()],
            locale: Locale::default(),
            title: None,
            timeouts: Timeouts::default(),
            permissions: Vec::new(),
            sandbox: None,
            credentialless: false,
            leave_guard: false,
        }
    }
}

const OWN_ORIGIN: &str =
    "this is the page's own origin: a frame of it would be as powerful as the page";

/// What the frame may use without being asked for it.
const FEATURES: [&str; 5] = [
    "loopback-network",
    "local-network-access",
    "clipboard-write",
    "fullscreen",
    "storage-access",
];

/// The `sandbox` tokens with which every way to sign works: eGov's links to its app
/// open by a popup or by the signer's own click at the top.
pub const SANDBOX_PRESET: &str = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation-by-user-activation allow-storage-access-by-user-activation";

/// The other tokens there are (HTML, the iframe element's `sandbox`).
const OTHER_SANDBOX: &str = "allow-orientation-lock allow-pointer-lock allow-presentation allow-top-navigation allow-top-navigation-to-custom-protocols";

/// The words of a text, and nothing where two spaces meet.
fn words(text: &str) -> impl Iterator<Item = &[u8]> {
    text.as_bytes().split(u8::is_ascii_whitespace)
}

fn has_word(text: &str, wanted: &[u8]) -> bool {
    words(text).any(|word| word == wanted)
}

impl Options {
    /// Sets where the service is. `page_origin` is the embedding page's own: a
    /// frame of that origin would be as powerful as the page itself, and the page
    /// could not tell its messages from its own scripts'.
    ///
    /// # Errors
    /// `base-url-refused` if there is no address, or one is the page's own.
    pub fn set_base_urls(
        &mut self,
        base_urls: Vec<BaseUrl>,
        page_origin: &str,
    ) -> Result<(), Error> {
        if base_urls.is_empty() {
            return Err(Error::about(ErrorCode::BaseUrlRefused, "baseUrl"));
        }
        if base_urls
            .iter()
            .any(|base_url| base_url.origin() == page_origin)
        {
            return Err(Error {
                reason: Some(OWN_ORIGIN),
                ..Error::about(ErrorCode::BaseUrlRefused, "baseUrl")
            });
        }
        self.base_urls = base_urls;
        Ok(())
    }

    /// Where the frame is sent.
    #[must_use]
    pub fn base_url(&self) -> &BaseUrl {
        // Never empty: only the default and `set_base_urls` write it.
        &self.base_urls[0]
    }

    /// Whether messages of this origin are believed: exactly one of those
    /// configured.
    #[must_use]
    pub fn trusts(&self, origin: &str) -> bool {
        self.base_urls
            .iter()
            .any(|base_url| base_url.origin() == origin)
    }

    /// The accessible name of the dialog and the frame.
    #[must_use]
    pub fn title(&self) -> &str {
        self.title.as_deref().unwrap_or(self.locale.texts().title)
    }

    /// Lets the frame use a feature besides the usual ones, such as `camera`.
    ///
    /// # Errors
    /// `options-invalid` if this is no feature's name (W3C Permissions Policy).
    pub fn add_permission(&mut self, feature: &str) -> Result<(), Error> {
        let is_name = !feature.is_empty()
            && feature.len() <= 64
            && feature
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !is_name {
            return Err(Error::about(ErrorCode::OptionsInvalid, "permissions"));
        }
        self.permissions.push(feature.to_owned());
        Ok(())
    }

    /// Gives the frame a `sandbox` attribute of these tokens.
    ///
    /// # Errors
    /// `options-invalid` if a token is unknown, or if scripts or the frame's own
    /// origin are missing: nothing can be signed without scripts, and without its
    /// origin every message comes from "null", which could be anybody.
    pub fn set_sandbox(&mut self, tokens: &str) -> Result<(), Error> {
        let is_known = |token: &[u8]| {
            token.is_empty() || has_word(SANDBOX_PRESET, token) || has_word(OTHER_SANDBOX, token)
        };
        if !words(tokens).all(is_known)
            || !has_word(tokens, b"allow-scripts")
            || !has_word(tokens, b"allow-same-origin")
        {
            return Err(Error::about(ErrorCode::OptionsInvalid, "sandbox"));
        }
        self.sandbox = Some(tokens.to_owned());
        Ok(())
    }

    /// The frame's `sandbox` attribute, if it is to have one.
    #[must_use]
    pub fn sandbox(&self) -> Option<&str> {
        self.sandbox.as_deref()
    }

    /// The frame's `allow` attribute (W3C Permissions Policy): what the signing
    /// page may use, granted to the service's origins by name. A bare feature name
    /// would mean "the origin of `src`", and the frame has none.
    ///
    /// Loopback and local network access let the page reach NCALayer on the
    /// signer's computer; the second is the first's older name.
    #[must_use]
    pub fn frame_permissions(&self) -> String {
        let mut allow = String::new();
        let extra = self.permissions.iter().map(String::as_str);
        for feature in FEATURES.into_iter().chain(extra) {
            allow.push_str(feature);
            for base_url in &self.base_urls {
                allow.push(' ');
                allow.push_str(base_url.origin());
            }
            allow.push(';');
        }
        allow
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(texts: &[&str]) -> Vec<BaseUrl> {
        texts
            .iter()
            .map(|text| BaseUrl::parse(text).unwrap())
            .collect()
    }

    #[test]
    fn trust_is_exact() {
        let mut options = Options::default();
        options
            .set_base_urls(
                origins(&["https://sign.example.kz", "http://localhost:4100"]),
                "https://shop.kz",
            )
            .unwrap();
        assert!(options.trusts("https://sign.example.kz"));
        assert!(options.trusts("http://localhost:4100"));
        for origin in [
            "",
            "null",
            "*",
            "http://sign.example.kz",
            "https://sign.example.kz:8443",
            "https://sign.example.kz/",
            "https://sign.example.kz.evil.kz",
            "https://evil.sign.example.kz",
            "https://SIGN.example.kz",
            "http://localhost:4101",
        ] {
            assert!(!options.trusts(origin), "{origin:?}");
        }
    }

    #[test]
    fn no_address_and_the_pages_own_are_refused() {
        for (urls, page) in [
            (vec![], "https://shop.kz"),
            (vec!["https://shop.kz"], "https://shop.kz"),
            (
                vec!["doculite", "http://localhost:4000"],
                "http://localhost:4000",
            ),
        ] {
            let mut options = Options::default();
            let refused = options.set_base_urls(origins(&urls), page).unwrap_err();
            assert_eq!(refused.code, ErrorCode::BaseUrlRefused, "{urls:?}");
            assert_eq!(refused.field.as_deref(), Some("baseUrl"), "{urls:?}");
            assert_eq!(
                refused.reason,
                (!urls.is_empty()).then_some(OWN_ORIGIN),
                "{urls:?}"
            );
            assert_eq!(options, Options::default());
        }
    }

    #[test]
    fn permissions_name_each_origin_and_never_everyone() {
        let mut options = Options::default();
        options
            .set_base_urls(
                origins(&["https://a.kz", "https://b.kz"]),
                "https://shop.kz",
            )
            .unwrap();
        let allow = options.frame_permissions();
        assert!(
            allow.contains("loopback-network https://a.kz https://b.kz;"),
            "{allow}"
        );
        assert!(
            allow.contains("local-network-access https://a.kz https://b.kz;"),
            "{allow}"
        );
        assert!(!allow.contains('*'), "{allow}");
    }

    #[test]
    fn more_permissions_are_names_and_nothing_else() {
        let mut options = Options::default();
        options.add_permission("camera").unwrap();
        let allow = options.frame_permissions();
        assert!(
            allow.ends_with("camera https://apiv1dlkz.doculite.kz;"),
            "{allow}"
        );
        for name in [
            "",
            "*",
            "camera *",
            "camera; microphone",
            "Camera",
            "камера",
            "a\"b",
        ] {
            assert_eq!(
                options.add_permission(name),
                Err(Error::about(ErrorCode::OptionsInvalid, "permissions")),
                "{name:?}"
            );
        }
        assert_eq!(options.frame_permissions(), allow);
    }

    #[test]
    fn a_sandbox_that_defeats_itself_is_refused() {
        let rows = [
            (SANDBOX_PRESET, true),
            ("allow-scripts allow-same-origin", true),
            ("allow-same-origin  allow-scripts allow-pointer-lock", true),
            ("", false),
            ("allow-scripts", false),
            ("allow-same-origin allow-forms", false),
            ("allow-scripts allow-same-origin allow-everything", false),
            ("ALLOW-SCRIPTS allow-same-origin", false),
        ];
        for (tokens, is_taken) in rows {
            let mut options = Options::default();
            assert_eq!(options.set_sandbox(tokens).is_ok(), is_taken, "{tokens:?}");
            assert_eq!(options.sandbox(), is_taken.then_some(tokens));
        }
    }
}
