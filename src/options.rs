//! What a page chooses when it opens a session.

use documentolog_protocol::BaseUrl;

use crate::{
    error::{Error, ErrorCode},
    texts::Locale,
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
}

impl Default for Options {
    fn default() -> Self {
        Self {
            base_urls: vec![BaseUrl::default()],
            locale: Locale::default(),
            title: None,
        }
    }
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
        if base_urls.is_empty()
            || base_urls
                .iter()
                .any(|base_url| base_url.origin() == page_origin)
        {
            return Err(Error::about(ErrorCode::BaseUrlRefused, "baseUrl"));
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

    /// The frame's `allow` attribute (W3C Permissions Policy): what the signing
    /// page may use, granted to the service's origins by name. A bare feature name
    /// would mean "the origin of `src`", and the frame has none.
    ///
    /// Loopback and local network access let the page reach NCALayer on the
    /// signer's computer; the second is the first's older name.
    #[must_use]
    pub fn frame_permissions(&self) -> String {
        const FEATURES: [&str; 5] = [
            "loopback-network",
            "local-network-access",
            "clipboard-write",
            "fullscreen",
            "storage-access",
        ];
        let mut allow = String::new();
        for feature in FEATURES {
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
            let refused = options.set_base_urls(origins(&urls), page);
            assert_eq!(
                refused,
                Err(Error::about(ErrorCode::BaseUrlRefused, "baseUrl")),
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
}
