//! What can go wrong, as codes and sentences.

use alloc::{borrow::ToOwned, string::String};
use core::fmt;

use crate::event::Outcome;

macro_rules! error_codes {
    ($($(#[$meta:meta])* $variant:ident = $code:literal, $message:literal;)+) => {
        /// What went wrong. JavaScript sees the name in kebab-case as
        /// `error.code`; names stay, sentences may improve.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(all(test, not(target_arch = "wasm32")), derive(ts_rs::TS), ts(rename_all = "kebab-case"))]
        #[non_exhaustive]
        pub enum ErrorCode {
            $($(#[$meta])* $variant,)+
        }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The code's name in JavaScript.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// What happened and what to do, for the engineer who embeds the
            /// widget.
            #[must_use]
            pub fn message(self) -> &'static str {
                match self {
                    $(Self::$variant => $message,)+
                }
            }
        }
    };
}

error_codes! {
    /// An option is unknown, missing or of the wrong type; `field` names it.
    OptionsInvalid = "options-invalid",
        "Unknown, missing or of the wrong type: see the documented options.";
    /// `baseUrl` is not an address that messages can be believed from.
    BaseUrlRefused = "base-url-refused",
        "Give a preset's name or an https origin (http on loopback only) that is not the page's own.";
    /// The place to mount into is not there.
    ContainerMissing = "container-missing",
        "No such element is in the document: call mount() when it is there.";
    /// The token function gave nothing, or no token was given.
    TokenMissing = "token-missing",
        "No access token: let `token` give the token or the service's whole answer.";
    /// The token function threw or its promise was rejected; see `cause`.
    TokenRequestFailed = "token-request-failed",
        "The token function failed: see cause, and the answer of your own back end.";
    /// The service's answer, handed over as the token, is a refusal.
    TokenRefused = "token-refused",
        "The service gave no token (status is not 1): see your back end's log.";
    /// What was given cannot be an access token.
    TokenMalformed = "token-malformed",
        "This is not an access token: pass data.access_token of the service's answer, unchanged.";
    /// The token's `exp` has passed.
    TokenExpired = "token-expired",
        "The access token has expired: ask for a new one when the signer is about to sign, and check this computer's clock.";
    /// The token function has not given a token in `timeouts.token`.
    TokenTimeout = "token-timeout",
        "The token has not come in time: see your own back end, or raise timeouts.token.";
    /// Nothing has loaded in `timeouts.load`.
    LoadTimeout = "load-timeout",
        "The signing page has not loaded in time: the service is slow or away, or has nothing to show.";
    /// The page's Content-Security-Policy does not let the frame load.
    BlockedByCsp = "blocked-by-csp",
        "The page's Content-Security-Policy blocks the signing page: list the service's origin in frame-src.";
    /// The page's Cross-Origin-Embedder-Policy does not let the frame load.
    BlockedByEmbedderPolicy = "blocked-by-embedder-policy",
        "The page's Cross-Origin-Embedder-Policy blocks the signing page: set credentialless, or serve this page without that header.";
    /// The service does not let itself be framed by this page.
    FramingRefused = "framing-refused",
        "The service refuses to be framed by this page (frame-ancestors): ask it to allow your origin.";
    /// The frame has loaded but has shown no sign of life in `timeouts.silence`.
    FrameSilent = "frame-silent",
        "The frame has loaded but shows no sign of life: it may be a browser's error page (connection refused, X-Frame-Options, a failing server).";
    /// The back end has not confirmed what the browser claims; see `claim` and
    /// `cause`.
    ConfirmFailed = "confirm-failed",
        "The back end has not confirmed the signature (confirm gives true if it has): see cause, and claim for what the browser says.";
    /// The page's `AbortSignal` was aborted; see `cause`.
    Aborted = "aborted",
        "The session was aborted by the page's AbortSignal.";
    /// The WebAssembly module could not be loaded or compiled.
    WasmUnavailable = "wasm-unavailable",
        "The WebAssembly module did not load: allow 'wasm-unsafe-eval' in script-src, and serve the widget's chunks.";
    /// The widget's code threw; see `cause`.
    WidgetCrashed = "widget-crashed",
        "The widget failed: report it with cause, browser and steps.";
}

/// An error of a session. Its texts never contain the token or personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What went wrong.
    pub code: ErrorCode,
    /// The option or field it is about, if there is one.
    pub field: Option<String>,
    /// What exactly is wrong with it, where there are several ways to be wrong.
    pub reason: Option<&'static str>,
    /// What the browser had claimed, if it had: it is not lost with the error.
    pub claim: Option<Outcome>,
}

impl Error {
    /// An error about a field.
    #[must_use]
    pub fn about(code: ErrorCode, field: &str) -> Self {
        Self {
            code,
            field: Some(field.to_owned()),
            reason: None,
            claim: None,
        }
    }

    /// The reason or else the code's sentence, headed by the field where there is one.
    #[must_use]
    pub fn message(&self) -> String {
        let mut text = String::new();
        if let Some(field) = &self.field {
            text.push_str(field);
            text.push_str(": ");
        }
        text.push_str(self.reason.unwrap_or(self.code.message()));
        text
    }
}

impl From<ErrorCode> for Error {
    fn from(code: ErrorCode) -> Self {
        Self {
            code,
            field: None,
            reason: None,
            claim: None,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_kebab_case_with_a_sentence() {
        let mut names: Vec<_> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ErrorCode::ALL.len());
        for code in ErrorCode::ALL {
            assert!(
                code.as_str()
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
                "{code:?}"
            );
            assert!(
                code.message().ends_with('.') && code.message().contains(' '),
                "{code:?}"
            );
        }
    }

    #[test]
    fn the_field_heads_the_sentence() {
        let error = Error::about(ErrorCode::OptionsInvalid, "locale");
        assert!(error.to_string().starts_with("locale: Unknown"), "{error}");
    }
}
