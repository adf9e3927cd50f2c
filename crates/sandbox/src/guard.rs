//! Who may open what stands for no page of the service, inboxes and the control API; and who
//! may ask for tokens.
//!
//! Inboxes and control API are for programs and people on this computer. A web page of another origin is a
//! program of somebody else's that happens to run here, and it is kept out by what
//! browsers say of every request and scripts cannot change:
//!
//! * the peer's address is loopback;
//! * `Host` is a loopback name, so that a name of an attacker's that is made to point
//!   here (DNS rebinding) does not count as this origin;
//! * `Origin`, if there is one, is this origin;
//! * `Sec-Fetch-Site`, if there is one, is `same-origin`, or `none` (typed by a person).
//!   A link from elsewhere may lead to a page, which changes nothing. A frame of another
//!   origin's page may not (`Sec-Fetch-Dest`, if there is one, is `document`).
//!
//! No answer has an `Access-Control-Allow-Origin`, so what gets through is not read by
//! other origins either.

use std::net::SocketAddr;

use axum::{
    extract::{ConnectInfo, Request},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use url::Host;

use crate::{loopback::is_loopback, refusal::Refusal};

/// For the control API.
pub(crate) async fn programs(request: Request, next: Next) -> Response {
    match check(&request, false) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

/// For pages that change nothing.
pub(crate) async fn readers(request: Request, next: Next) -> Response {
    match check(&request, true) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

/// For the token route, which is for back ends: refuses what a browser sends, whatever the
/// origin. A page that asks has the api-key, and so has whoever reads that page. And the
/// default api-key is published: a page of somebody else's, by a name that is made to point
/// here, could have files of this computer fetched and read them. Its `Origin` would name
/// the same host as `Host`, so what counts is that there is one.
pub(crate) fn back_ends(headers: &HeaderMap) -> Result<(), Refusal> {
    let by_a_browser = [
        header::ORIGIN,
        header::HeaderName::from_static("sec-fetch-site"),
    ];
    if by_a_browser.iter().any(|name| headers.contains_key(name)) {
        return Err(refused(
            "browser",
            "a page may not ask for tokens: let it ask your back end, which asks here and keeps the \
             api-key (if it does already, let it not pass on the page's `Origin` and `Sec-Fetch-Site`)",
        ));
    }
    Ok(())
}

fn check(request: &Request, links_may_lead_here: bool) -> Result<(), Refusal> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    if !peer.is_some_and(|ConnectInfo(peer)| peer.ip().to_canonical().is_loopback()) {
        return Err(refused("peer", "this is for programs on this computer"));
    }
    check_headers(request.headers(), links_may_lead_here)
}

fn check_headers(headers: &HeaderMap, links_may_lead_here: bool) -> Result<(), Refusal> {
    let text = |name| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let host = text(header::HOST).unwrap_or_default();
    if !is_loopback_name(host) {
        return Err(refused(
            "host",
            "ask by a loopback name, such as 127.0.0.1 or localhost",
        ));
    }
    let is_navigation = text(header::HeaderName::from_static("sec-fetch-mode")) == Some("navigate");
    let destination = text(header::HeaderName::from_static("sec-fetch-dest"));
    let is_whole_page = matches!(destination, None | Some("document"));
    let is_link = links_may_lead_here && is_navigation && is_whole_page;
    let origin = text(header::ORIGIN);
    if !is_link && origin.is_some_and(|origin| origin != format!("http://{host}")) {
        return Err(refused("origin", "a page of another origin may not ask"));
    }
    let site = text(header::HeaderName::from_static("sec-fetch-site"));
    if !is_link && !matches!(site, None | Some("same-origin" | "none")) {
        return Err(refused("origin", "a page of another origin may not ask"));
    }
    Ok(())
}

fn is_loopback_name(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    Host::parse(name).is_ok_and(|host| is_loopback(&host))
}

fn refused(code: &'static str, message: &str) -> Refusal {
    Refusal::new(StatusCode::FORBIDDEN, code, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_and_own_pages_may_and_other_pages_may_not() {
        // What the browser says, whether a program may, whether a reader may.
        type Row = (&'static [(&'static str, &'static str)], bool, bool);
        let rows: [Row; 15] = [
            (&[], true, true),
            (&[("sec-fetch-site", "none")], true, true),
            (
                &[
                    ("sec-fetch-site", "same-origin"),
                    ("origin", "http://127.0.0.1:4100"),
                ],
                true,
                true,
            ),
            (&[("origin", "http://localhost:4100")], false, false),
            (&[("origin", "https://evil.kz")], false, false),
            (&[("origin", "null")], false, false),
            (&[("sec-fetch-site", "same-site")], false, false),
            (&[("sec-fetch-site", "cross-site")], false, false),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("sec-fetch-mode", "no-cors"),
                ],
                false,
                false,
            ),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("sec-fetch-mode", "navigate"),
                ],
                false,
                true,
            ),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("sec-fetch-mode", "navigate"),
                    ("sec-fetch-dest", "document"),
                ],
                false,
                true,
            ),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("sec-fetch-mode", "navigate"),
                    ("sec-fetch-dest", "iframe"),
                ],
                false,
                false,
            ),
            (
                &[
                    ("sec-fetch-site", "same-origin"),
                    ("sec-fetch-mode", "navigate"),
                    ("sec-fetch-dest", "iframe"),
                ],
                true,
                true,
            ),
            (&[("host", "evil.kz")], false, false),
            (
                &[("host", "evil.kz"), ("sec-fetch-site", "same-origin")],
                false,
                false,
            ),
        ];
        for (row, program, reader) in rows {
            let mut headers = HeaderMap::new();
            headers.insert("host", "127.0.0.1:4100".parse().unwrap());
            for (name, value) in row {
                headers.insert(*name, value.parse().unwrap());
            }
            assert_eq!(check_headers(&headers, false).is_ok(), program, "{row:?}");
            assert_eq!(check_headers(&headers, true).is_ok(), reader, "{row:?}");
        }
        assert!(check_headers(&HeaderMap::new(), false).is_err(), "no host");
    }

    #[test]
    fn back_ends_may_ask_for_tokens_and_browsers_may_not() {
        type Row = (&'static [(&'static str, &'static str)], bool);
        let rows: [Row; 7] = [
            (&[], true),
            // Node.js says this of its `fetch`.
            (&[("sec-fetch-mode", "cors")], true),
            (&[("origin", "http://127.0.0.1:4100")], false),
            (&[("origin", "http://evil.kz:4100")], false),
            (&[("origin", "null")], false),
            (&[("sec-fetch-site", "same-origin")], false),
            (&[("sec-fetch-site", "none")], false),
        ];
        for (row, expected) in rows {
            let mut headers = HeaderMap::new();
            for (name, value) in row {
                headers.insert(*name, value.parse().unwrap());
            }
            assert_eq!(back_ends(&headers).is_ok(), expected, "{row:?}");
        }
    }

    #[test]
    fn loopback_by_its_names() {
        for (host, expected) in [
            ("127.0.0.1:4100", true),
            ("127.9.9.9", true),
            ("localhost:1", true),
            ("app.localhost", true),
            ("[::1]:4100", true),
            ("[::1]", true),
            ("localhost.evil.kz", false),
            ("10.0.0.1:4100", false),
            ("", false),
            ("127.0.0.1:x", false),
        ] {
            assert_eq!(is_loopback_name(host), expected, "{host}");
        }
    }
}
