//! How the runtimes' `fetch` says that no connection came about. The Fetch standard knows one
//! error for everything ("network error"), so each says the rest in its own way.

use documentolog_server::sans_io::Sent;

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
    /// What came of sending. In doubt the request may have been done.
    pub(crate) fn what_came_of_it(self) -> Sent<'static> {
        let is_not_connected = match self.code {
            // Nothing but connecting, and looking a name up, fails like this.
            "ECONNREFUSED" | "ENOTFOUND" | "EAI_AGAIN" | "UND_ERR_CONNECT_TIMEOUT" => true,
            // An established connection may end like this, too.
            "EHOSTUNREACH" | "ENETUNREACH" | "ETIMEDOUT" | "ECONNRESET" => {
                self.syscall == "connect"
            }
            // Bun's own.
            "ConnectionRefused" | "FailedToOpenSocket" | "DNSResolveFailed" => true,
            // Deno.
            _ => self.message.contains("client error (Connect)"),
        };
        if is_not_connected {
            Sent::NotConnected
        } else {
            Sent::Unknown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_runtimes_say() {
        let deno = "error sending request for url (http://127.0.0.1:9/): client error (Connect): tcp connect error";
        for (code, syscall, message, expected) in [
            ("ECONNREFUSED", "connect", "", Sent::NotConnected),
            ("ECONNREFUSED", "", "", Sent::NotConnected),
            ("ETIMEDOUT", "connect", "", Sent::NotConnected),
            ("ENOTFOUND", "getaddrinfo", "", Sent::NotConnected),
            ("UND_ERR_CONNECT_TIMEOUT", "", "", Sent::NotConnected),
            ("ConnectionRefused", "", "", Sent::NotConnected),
            ("", "", deno, Sent::NotConnected),
            ("ETIMEDOUT", "read", "", Sent::Unknown),
            ("ECONNRESET", "", "", Sent::Unknown),
            ("ECONNRESET", "read", "", Sent::Unknown),
            ("UND_ERR_SOCKET", "", "other side closed", Sent::Unknown),
            ("UND_ERR_HEADERS_TIMEOUT", "", "", Sent::Unknown),
            ("", "", "fetch failed", Sent::Unknown),
            ("", "", "client error (SendRequest)", Sent::Unknown),
        ] {
            let error = FetchError {
                code,
                syscall,
                message,
            };
            assert_eq!(error.what_came_of_it(), expected, "{code} {message}");
        }
    }
}
