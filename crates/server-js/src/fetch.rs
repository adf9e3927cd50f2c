//! How the runtimes' `fetch` says that no connection came about. The Fetch standard knows one
//! error for everything ("network error"), so each says the rest in its own way.

/// What kept a request from being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// No connection came about.
    Connection,
    /// The runtime does not trust who answers. It will not a second later, either.
    Certificate,
}

/// What Node.js and Bun call it, by OpenSSL's names, when a certificate is refused (Node.js,
/// "TLS (SSL)", "X509 certificate error codes"). Nothing is sent before it is trusted.
const CERTIFICATES: [&str; 20] = [
    "CERT_CHAIN_TOO_LONG",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_REJECTED",
    "CERT_REVOKED",
    "CERT_SIGNATURE_FAILURE",
    "CERT_UNTRUSTED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "ERR_TLS_CERT_ALTNAME_FORMAT",
    "HOSTNAME_MISMATCH",
    "INVALID_CA",
    "INVALID_PURPOSE",
    "PATH_LENGTH_EXCEEDED",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
    "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
];

/// What an error of `fetch`, or its cause, says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct FetchError<'a> {
    /// Its `code`, such as Node.js's `ECONNREFUSED`.
    pub(crate) code: &'a str,
    /// Its `syscall`, such as Node.js's `connect`.
    pub(crate) syscall: &'a str,
    /// Its message. Looked at only for Deno's words.
    pub(crate) message: &'a str,
}

impl FetchError<'_> {
    /// What kept the request from being sent; none in doubt, since it may have been done.
    pub(crate) fn obstacle(self) -> Option<Obstacle> {
        let is_deno = self.message.contains("client error (Connect)");
        if CERTIFICATES.contains(&self.code)
            || (is_deno && self.message.contains("invalid peer certificate"))
        {
            return Some(Obstacle::Certificate);
        }
        let is_not_connected = match self.code {
            // Nothing but connecting, and looking a name up, fails like this.
            "ECONNREFUSED" | "ENOTFOUND" | "EAI_AGAIN" | "UND_ERR_CONNECT_TIMEOUT" => true,
            // An established connection may end like this, too.
            "EHOSTUNREACH" | "ENETUNREACH" | "ETIMEDOUT" | "ECONNRESET" => {
                self.syscall == "connect"
            }
            // Bun's own.
            "ConnectionRefused" | "FailedToOpenSocket" | "DNSResolveFailed" => true,
            // Deno has no codes.
            _ => is_deno,
        };
        is_not_connected.then_some(Obstacle::Connection)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_runtimes_say() {
        let deno = "error sending request for url (http://127.0.0.1:9/): client error (Connect): tcp connect error";
        let untrusted = "error sending request for url (https://127.0.0.1:9/): client error (Connect): invalid peer certificate: UnknownIssuer";
        for (code, syscall, message, expected) in [
            ("", "", untrusted, Some(Obstacle::Certificate)),
            ("ECONNREFUSED", "connect", "", Some(Obstacle::Connection)),
            ("ECONNREFUSED", "", "", Some(Obstacle::Connection)),
            ("ETIMEDOUT", "connect", "", Some(Obstacle::Connection)),
            ("ENOTFOUND", "getaddrinfo", "", Some(Obstacle::Connection)),
            (
                "UND_ERR_CONNECT_TIMEOUT",
                "",
                "",
                Some(Obstacle::Connection),
            ),
            ("ConnectionRefused", "", "", Some(Obstacle::Connection)),
            ("", "", deno, Some(Obstacle::Connection)),
            ("ETIMEDOUT", "read", "", None),
            ("ECONNRESET", "", "", None),
            ("ECONNRESET", "read", "", None),
            ("UND_ERR_SOCKET", "", "other side closed", None),
            ("UND_ERR_HEADERS_TIMEOUT", "", "", None),
            ("", "", "fetch failed", None),
            ("", "", "client error (SendRequest)", None),
        ] {
            let error = FetchError {
                code,
                syscall,
                message,
            };
            assert_eq!(error.obstacle(), expected, "{code} {message}");
        }
    }

    #[test]
    fn a_certificate_that_is_refused_is_no_answer_that_broke_off() {
        for code in [
            "CERT_HAS_EXPIRED",
            "CERT_NOT_YET_VALID",
            "CERT_REVOKED",
            "CERT_UNTRUSTED",
            "DEPTH_ZERO_SELF_SIGNED_CERT",
            "ERR_TLS_CERT_ALTNAME_INVALID",
            "HOSTNAME_MISMATCH",
            "SELF_SIGNED_CERT_IN_CHAIN",
            "UNABLE_TO_GET_ISSUER_CERT",
            "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
            "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
        ] {
            let error = FetchError {
                code,
                ..FetchError::default()
            };
            assert_eq!(error.obstacle(), Some(Obstacle::Certificate), "{code}");
        }
    }
}
