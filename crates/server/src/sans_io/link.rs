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
/// a private address in place of a name.
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
/// service is a sandbox on this computer.
#[must_use]
pub fn may_lead_to(base_url: &BaseUrl, address: IpAddr) -> bool {
    base_url.is_loopback() || is_public(address)
}
