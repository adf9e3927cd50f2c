//! Where the service is, and the address of its signing page.

use alloc::{borrow::ToOwned, string::String};
use core::{fmt, str::FromStr};

use crate::AccessToken;

/// The service's address: a scheme, a host and perhaps a port, and nothing else.
///
/// The guide and the vendor's newer page name two different hosts with the same
/// paths, so the address is configuration. It is also the origin from which
/// window messages are believed, so what is taken is narrower than what URLs
/// allow: `https` (or `http` on loopback), a plain ASCII host, an optional port.
/// The text kept is the serialized origin (WHATWG HTML, "serialization of an
/// origin"), to be compared with `MessageEvent.origin` for equality.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BaseUrl(String);

/// Why a text is refused as the service's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum BaseUrlError {
    /// Not a preset's name and not an absolute URL.
    NotAnOrigin,
    /// A scheme other than https, or http where the host is not loopback.
    Scheme,
    /// A user name or password.
    Credentials,
    /// A path, query or fragment.
    Path,
    /// A host with characters that no host name has, or an empty one.
    Host,
    /// A port that is not a number from 1 to 65535.
    Port,
}

impl BaseUrlError {
    /// What to do about it. (`Display` says the same, and would bring the formatting
    /// machinery into the published wasm.)
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::NotAnOrigin => {
                "use a preset (doculite, documentolog-business) or an origin such as https://sign.example.kz"
            }
            Self::Scheme => "use https; http is for localhost, 127.0.0.1 and [::1] only",
            Self::Credentials => "remove the user name and password",
            Self::Path => {
                "remove everything after the host and port: the paths are the service's own"
            }
            Self::Host => "use a plain host name (for an international name, its xn-- form)",
            Self::Port => "use a port from 1 to 65535",
        }
    }
}

impl BaseUrl {
    /// The address in the guide. Preset `doculite`.
    pub const DOCULITE: &str = "https://apiv1dlkz.doculite.kz";
    /// The address on the vendor's newer public page. Preset
    /// `documentolog-business`.
    pub const DOCUMENTOLOG_BUSINESS: &str = "https://apibusiness.documentolog.com";

    /// Reads a preset's name or an origin.
    ///
    /// # Errors
    /// Says what is wrong with the text and what to do.
    pub fn parse(text: &str) -> Result<Self, BaseUrlError> {
        match text {
            "doculite" => return Ok(Self(Self::DOCULITE.to_owned())),
            "documentolog-business" => return Ok(Self(Self::DOCUMENTOLOG_BUSINESS.to_owned())),
            _ => {}
        }
        let (scheme, rest) = split_scheme(text).ok_or(BaseUrlError::NotAnOrigin)?;
        let default_port = match scheme {
            "https" => 443,
            "http" => 80,
            _ => return Err(BaseUrlError::Scheme),
        };
        let ends_authority = |byte: &u8| matches!(byte, b'/' | b'\\' | b'?' | b'#');
        let (authority, after) = split_before(rest, ends_authority);
        if authority.bytes().any(|byte| byte == b'@') {
            return Err(BaseUrlError::Credentials);
        }
        if !matches!(after, "" | "/") {
            return Err(BaseUrlError::Path);
        }
        let (host, port) = split_port(authority)?;
        let host = host.to_ascii_lowercase();
        if !is_host(&host) {
            return Err(BaseUrlError::Host);
        }
        if scheme == "http" && !is_loopback(&host) {
            return Err(BaseUrlError::Scheme);
        }
        let mut origin = String::with_capacity(text.len());
        origin.push_str(scheme);
        origin.push_str("://");
        origin.push_str(&host);
        if let Some(port) = port.filter(|port| *port != default_port) {
            origin.push(':');
            push_number(&mut origin, port);
        }
        Ok(Self(origin))
    }

    /// The serialized origin, such as `https://apiv1dlkz.doculite.kz`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.0
    }

    /// Whether it is on the computer itself: a sandbox, and not the service.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        let host = split_scheme(&self.0).map_or("", |(_, rest)| rest);
        split_port(host).is_ok_and(|(host, _)| is_loopback(host))
    }

    /// The address of the signing page for a token (guide, part 2).
    #[must_use]
    pub fn embed_url(&self, token: &AccessToken) -> EmbedUrl {
        let mut url = String::with_capacity(self.0.len() + EMBED_PATH.len() + token.expose().len());
        url.push_str(&self.0);
        url.push_str(EMBED_PATH);
        for byte in token.expose().bytes() {
            match byte {
                b'+' => url.push_str("%2B"),
                b'/' => url.push_str("%2F"),
                b'=' => url.push_str("%3D"),
                // The token's own check leaves nothing else to encode.
                _ => url.push(char::from(byte)),
            }
        }
        EmbedUrl(url)
    }

    /// The address that gives access tokens (guide 1.1).
    #[must_use]
    pub fn token_url(&self) -> String {
        let mut url = self.0.clone();
        url.push_str("/json/external/oauth/token");
        url
    }
}

const EMBED_PATH: &str = "/external/sign/embedded?sParams=";

/// Splits `host:port`. A port is digits only, so that `[::1]` is a host.
fn split_port(authority: &str) -> Result<(&str, Option<u16>), BaseUrlError> {
    let mut is_in_brackets = authority.as_bytes().first() == Some(&b'[');
    let (host, port) = split_before(authority, |byte| {
        let ends = !is_in_brackets && *byte == b':';
        // What follows the bracket is a port or nothing.
        is_in_brackets &= *byte != b']';
        ends
    });
    let Some((_colon, digits)) = port.as_bytes().split_first() else {
        return Ok((host, None));
    };
    match number(digits, u16::MAX) {
        None | Some(0) => Err(BaseUrlError::Port),
        port => Ok((host, port)),
    }
}

/// Whether a lower-case text is a host name that browsers serialize unchanged.
/// Numeric hosts are left to browsers' parsers only in the usual four-part form:
/// `127.1` or `0x7f000001` would be rewritten, and never equal the origin.
fn is_host(host: &str) -> bool {
    if host == "[::1]" {
        return true;
    }
    let label_is_plain = |label: &[u8]| {
        !label.is_empty()
            && label.len() <= 63
            && label.first() != Some(&b'-')
            && label.last() != Some(&b'-')
            && label
                .iter()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-')
    };
    if host.is_empty() || host.len() > 253 || !labels(host).all(label_is_plain) {
        return false;
    }
    let last = labels(host).next_back().unwrap_or_default();
    let last_is_numeric = last.iter().all(u8::is_ascii_digit) || last.starts_with(b"0x");
    !last_is_numeric || is_ipv4(host)
}

fn labels(host: &str) -> impl DoubleEndedIterator<Item = &[u8]> {
    host.as_bytes().split(|byte| *byte == b'.')
}

fn is_ipv4(host: &str) -> bool {
    let is_octet =
        |part: &[u8]| (part == b"0" || part.first() != Some(&b'0')) && number(part, 255).is_some();
    labels(host).count() == 4 && labels(host).all(is_octet)
}

/// A decimal number of at least one digit that is not above `most`.
fn number(digits: &[u8], most: u16) -> Option<u16> {
    let mut number = 0_u32;
    for byte in digits {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + u32::from(byte - b'0');
        if number > u32::from(most) {
            return None;
        }
    }
    (!digits.is_empty()).then_some(number as u16)
}

/// Splits a text before the first byte that is looked for. (The standard library's searches
/// for texts would weigh more in the published wasm than all of this file.)
fn split_before(text: &str, is_it: impl FnMut(&u8) -> bool) -> (&str, &str) {
    let end = text.as_bytes().iter().position(is_it);
    end.and_then(|end| text.split_at_checked(end))
        .unwrap_or((text, ""))
}

/// Splits `scheme://rest`.
fn split_scheme(text: &str) -> Option<(&str, &str)> {
    const SEPARATOR: &[u8] = b"://";
    let place = text
        .as_bytes()
        .windows(SEPARATOR.len())
        .position(|part| part == SEPARATOR)?;
    Some((text.get(..place)?, text.get(place + SEPARATOR.len()..)?))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || (host.starts_with("127.") && is_ipv4(host))
}

/// Appends a number in decimal. (`to_string` would bring the formatting
/// machinery into the published wasm.)
fn push_number(text: &mut String, number: u16) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        Self::parse(text)
    }
}

impl Default for BaseUrl {
    /// The address in the guide.
    fn default() -> Self {
        Self(Self::DOCULITE.to_owned())
    }
}

/// The address of the signing page with its token: it opens the document to
/// whoever holds it, so it has no `Display` and its `Debug` prints a placeholder.
#[derive(Clone, PartialEq, Eq)]
pub struct EmbedUrl(String);

impl EmbedUrl {
    /// The address itself. Whoever takes it out answers for where it goes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for EmbedUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmbedUrl(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guides_embed_url() {
        let token = AccessToken::new("eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9...").unwrap();
        assert_eq!(
            BaseUrl::default().embed_url(&token).expose(),
            "https://apiv1dlkz.doculite.kz/external/sign/embedded?sParams=eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9..."
        );
    }

    #[test]
    fn the_token_is_percent_encoded() {
        let token = AccessToken::new("a+b/c==").unwrap();
        assert!(
            BaseUrl::default()
                .embed_url(&token)
                .expose()
                .ends_with("?sParams=a%2Bb%2Fc%3D%3D")
        );
    }

    #[test]
    fn origins_taken_and_refused() {
        use BaseUrlError::{Credentials, Host, NotAnOrigin, Path, Port, Scheme};
        let rows = [
            ("doculite", Ok("https://apiv1dlkz.doculite.kz")),
            (
                "documentolog-business",
                Ok("https://apibusiness.documentolog.com"),
            ),
            ("https://sign.example.kz", Ok("https://sign.example.kz")),
            ("https://sign.example.kz/", Ok("https://sign.example.kz")),
            ("https://Sign.Example.KZ:443", Ok("https://sign.example.kz")),
            (
                "https://sign.example.kz:8443",
                Ok("https://sign.example.kz:8443"),
            ),
            ("https://xn--80ak6aa92e.kz", Ok("https://xn--80ak6aa92e.kz")),
            ("http://localhost:4100", Ok("http://localhost:4100")),
            ("http://127.0.0.1:80", Ok("http://127.0.0.1")),
            ("http://[::1]:4100", Ok("http://[::1]:4100")),
            ("http://shop.localhost", Ok("http://shop.localhost")),
            ("https://10.0.0.7", Ok("https://10.0.0.7")),
            ("", Err(NotAnOrigin)),
            ("sign.example.kz", Err(NotAnOrigin)),
            ("//sign.example.kz", Err(NotAnOrigin)),
            ("*", Err(NotAnOrigin)),
            ("null", Err(NotAnOrigin)),
            ("HTTPS://sign.example.kz", Err(Scheme)),
            ("http://sign.example.kz", Err(Scheme)),
            ("http://127.0.0.1.evil.kz", Err(Scheme)),
            ("http://localhost.evil.kz", Err(Scheme)),
            ("javascript://sign.example.kz", Err(Scheme)),
            ("ftp://sign.example.kz", Err(Scheme)),
            ("data://text", Err(Scheme)),
            ("https://user:pass@sign.example.kz", Err(Credentials)),
            ("https://sign.example.kz@evil.kz", Err(Credentials)),
            ("https://sign.example.kz/path", Err(Path)),
            ("https://sign.example.kz?x", Err(Path)),
            ("https://sign.example.kz#x", Err(Path)),
            ("https://sign.example.kz\\@evil.kz", Err(Path)),
            ("https://", Err(Host)),
            ("https://*.example.kz", Err(Host)),
            ("https://sign .kz", Err(Host)),
            ("https://sign..kz", Err(Host)),
            ("https://sign.kz.", Err(Host)),
            ("https://-sign.kz", Err(Host)),
            ("https://қол.қаз", Err(Host)),
            ("https://[::2]", Err(Host)),
            ("https://[::1", Err(Host)),
            ("https://127.1", Err(Host)),
            ("https://256.1.1.1", Err(Host)),
            ("https://01.1.1.1", Err(Host)),
            ("https://0x7f000001", Err(Host)),
            ("https://sign.kz:", Err(Port)),
            ("https://sign.kz:0", Err(Port)),
            ("https://sign.kz:65536", Err(Port)),
            ("https://sign.kz:+1", Err(Port)),
            ("https://sign.kz:1:2", Err(Port)),
        ];
        for (text, expected) in rows {
            let got = BaseUrl::parse(text);
            assert_eq!(
                got.as_ref().map(BaseUrl::origin).map_err(|error| *error),
                expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn debug_does_not_print_the_token() {
        let token = AccessToken::new("secret").unwrap();
        assert_eq!(
            format!("{:?}", BaseUrl::default().embed_url(&token)),
            "EmbedUrl(…)"
        );
    }
}
