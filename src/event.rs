//! What a page hears of a session.

use documentolog_protocol::SignatureMethod;
use serde::Serialize;

/// How a session ended, when it did not fail.
///
/// It is what the signer's browser says: a claim. The fact is the webhook that
/// reaches the back end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(
    all(test, not(target_arch = "wasm32")),
    derive(ts_rs::TS),
    ts(rename_all = "kebab-case", rename_all_fields = "camelCase")
)]
pub enum Outcome {
    /// The signer has signed.
    Signed {
        /// How, if the service said so: `eds`, `egov-qr`, `sms`, `adobe-sign`, or
        /// a method that this version does not know, spelt as the service spells it.
        #[cfg_attr(
            all(test, not(target_arch = "wasm32")),
            ts(type = "SignatureMethod | null")
        )]
        method: Option<SignatureMethod>,
        /// Whether the page's back end has confirmed it. Until then it is a claim
        /// of the browser's.
        confirmed: bool,
    },
    /// The document had been signed before it was opened.
    AlreadySigned,
    /// The session was closed before anything was signed.
    Closed {
        /// Who closed it.
        by: ClosedBy,
    },
}

/// Who closed a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(
    all(test, not(target_arch = "wasm32")),
    derive(ts_rs::TS),
    ts(rename_all = "kebab-case")
)]
pub enum ClosedBy {
    /// The signer: in the signing page, by the dialog's Close button or by Esc.
    Signer,
    /// The page that embeds it, by `close()`.
    Page,
}

/// Something that happened in a session, besides its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
#[cfg_attr(
    all(test, not(target_arch = "wasm32")),
    derive(ts_rs::TS),
    ts(rename_all = "kebab-case", rename_all_fields = "camelCase")
)]
pub enum Progress {
    /// The session has begun: a token is being asked for and the signing page
    /// opened.
    Loading,
    /// The browser has loaded something into the frame, or the signing page has
    /// posted its first message, whichever comes first. A load alone does not say
    /// that it is the signing page: errors load as well.
    Ready,
    /// A try to sign failed. The signer may try again.
    SignFailed {
        /// How it was tried, if the service said so.
        #[cfg_attr(
            all(test, not(target_arch = "wasm32")),
            ts(type = "SignatureMethod | null")
        )]
        method: Option<SignatureMethod>,
    },
    /// The signing page posted a message that this version does not know.
    Unknown {
        /// The message's type, at most 32 characters.
        message_type: String,
    },
}

/// What a session is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    all(test, not(target_arch = "wasm32")),
    derive(ts_rs::TS),
    ts(rename_all = "kebab-case")
)]
pub enum Phase {
    /// It has not begun.
    Idle,
    /// It waits for an access token.
    RequestingToken,
    /// The frame is being loaded.
    Loading,
    /// The frame has loaded, or has posted a message.
    Ready,
    /// It is over.
    Ended,
}

impl Phase {
    /// The phase's name in JavaScript.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::RequestingToken => "requesting-token",
            Self::Loading => "loading",
            Self::Ready => "ready",
            Self::Ended => "ended",
        }
    }
}

/// Why a window message was not taken, for `onDiagnostic`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    all(test, not(target_arch = "wasm32")),
    derive(ts_rs::TS),
    ts(rename_all = "kebab-case")
)]
pub enum Refusal {
    /// A script made the event; no window posted it (`isTrusted` is false).
    Untrusted,
    /// Another window than the session's frame posted it.
    Source,
    /// The frame posted it, but shows a page of an origin that is not configured.
    Origin,
    /// It does not carry `isDocumentolog: true` as a property of its own.
    Flag,
    /// Its `type` is no string of at most 32 characters.
    Type,
    /// Its `success` is no boolean.
    Success,
    /// Its `signType` is no string of at most 32 characters.
    SignType,
}

impl Refusal {
    /// The reason's name in JavaScript.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Untrusted => "untrusted",
            Self::Source => "source",
            Self::Origin => "origin",
            Self::Flag => "flag",
            Self::Type => "type",
            Self::Success => "success",
            Self::SignType => "sign-type",
        }
    }
}

impl From<documentolog_protocol::MessageRefusal> for Refusal {
    fn from(refusal: documentolog_protocol::MessageRefusal) -> Self {
        use documentolog_protocol::MessageRefusal;
        match refusal {
            MessageRefusal::Flag => Self::Flag,
            MessageRefusal::Type => Self::Type,
            MessageRefusal::Success => Self::Success,
            MessageRefusal::SignType => Self::SignType,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json, to_value};

    use super::*;

    #[test]
    fn events_are_written_as_javascript_expects_them() {
        let egov = Some(SignatureMethod::EgovQr);
        let rows: [(Value, Value); 8] = [
            (
                to_value(Outcome::Signed {
                    method: egov.clone(),
                    confirmed: false,
                })
                .unwrap(),
                json!({"type": "signed", "method": "egov-qr", "confirmed": false}),
            ),
            (
                to_value(Outcome::Signed {
                    method: None,
                    confirmed: true,
                })
                .unwrap(),
                json!({"type": "signed", "method": null, "confirmed": true}),
            ),
            (
                to_value(Outcome::AlreadySigned).unwrap(),
                json!({"type": "already-signed"}),
            ),
            (
                to_value(Outcome::Closed {
                    by: ClosedBy::Signer,
                })
                .unwrap(),
                json!({"type": "closed", "by": "signer"}),
            ),
            (
                to_value(Progress::Loading).unwrap(),
                json!({"type": "loading"}),
            ),
            (to_value(Progress::Ready).unwrap(), json!({"type": "ready"})),
            (
                to_value(Progress::SignFailed { method: egov }).unwrap(),
                json!({"type": "sign-failed", "method": "egov-qr"}),
            ),
            (
                to_value(Progress::Unknown {
                    message_type: "resize".to_owned(),
                })
                .unwrap(),
                json!({"type": "unknown", "messageType": "resize"}),
            ),
        ];
        for (written, expected) in rows {
            assert_eq!(written, expected);
        }
    }
}
