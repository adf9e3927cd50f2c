//! Which links of a webhook are followed.

use std::net::IpAddr;

use documentolog_protocol::BaseUrl;

use super::public::is_public;

/// A link, as the URL parser has read it that the HTTP client uses.
#[derive(Clone, Copy, Debug)]
pub struct LinkParts<'a> {
    /// Its serialized origin (WHATWG URL, `origin`).
    pub origin: &'a str,
    /// Its host, without a port; an IPv6 address in its brackets or without.
    pub host: &'a str,
    /// Whether it has a user name or a password.
    pub has_credentials: bool,
}

/// Whether a link leads to the configured service, with its scheme, host and port, and not to
/// a private address in place of its name.
#[must_use]
pub fn is_own_link(base_url: &BaseUrl, link: LinkParts<'_>) -> bool {
    let host = link.host.trim_start_matches('[').trim_end_matches(']');
    link.origin == base_url.origin()
        && !link.has_credentials
        && host
            .parse()
            .map_or(true, |address| may_lead_to(base_url, address))
}

/// Whether a connection to the service may go to this address: a public one, unless the
/// service is a sandbox on this computer, or the base URL itself names this address.
#[must_use]
pub fn may_lead_to(base_url: &BaseUrl, address: IpAddr) -> bool {
    base_url.is_loopback() || is_public(address) || host_of(base_url).parse() == Ok(address)
}

/// The service's host, in lower case.
pub(crate) fn host_of(base_url: &BaseUrl) -> &str {
    let after_scheme = base_url.origin().split("://").nth(1).unwrap_or_default();
    after_scheme.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_to_public_addresses_and_an_address_to_itself() {
        for (base_url, address, expected) in [
            ("https://sign.kz", "93.184.216.34", true),
            ("https://sign.kz", "10.0.0.7", false),
            ("https://10.0.0.7", "10.0.0.7", true),
            ("https://10.0.0.7:8443", "10.0.0.7", true),
            ("https://10.0.0.7", "10.0.0.8", false),
            ("https://10.0.0.7", "169.254.169.254", false),
            ("http://127.0.0.1:4100", "127.0.0.1", true),
        ] {
            let service = BaseUrl::parse(base_url).unwrap();
            let found = may_lead_to(&service, address.parse().unwrap());
            assert_eq!(found, expected, "{base_url}: {address}");
        }
    }

    #[test]
    fn the_services_host_is_known_without_its_port() {
        for base_url in ["https://sign.example.kz", "https://Sign.example.kz:8443"] {
            let base_url = BaseUrl::parse(base_url).unwrap();
            assert_eq!(host_of(&base_url), "sign.example.kz");
        }
    }
}
