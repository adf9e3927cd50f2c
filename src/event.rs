//! What a page hears of a session.

use alloc::string::String;

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
    AlreadySigned {
        /// Whether the page's back end has confirmed it. Until then it is a claim
        /// of the browser's.
        confirmed: bool,
    },
    /// The session was closed before anything was signed.
    Closed {
        /// Who closed it.
        by: ClosedBy,
    },
}

impl Outcome {
    /// The same outcome, confirmed by the page's back end.
    #[must_use]
    pub fn confirmed(self) -> Self {
        match self {
            Self::Signed { method, .. } => Self::Signed {
                method,
                confirmed: true,
            },
            Self::AlreadySigned { .. } => Self::AlreadySigned { confirmed: true },
            Self::Closed { .. } => self,
        }
    }
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
    /// A token is being asked for and the signing page opened. Comes again with
    /// each retry.
    Loading,
    /// The browser has put a page into the frame, or the signing page has posted its
    /// first message, whichever comes first. A page alone does not say that it is the
    /// signing page: errors are pages as well. Comes again when a stalled session
    /// goes on.
    Ready,
    /// The signer is doing something in the frame: time to keep the page's own
    /// session alive.
    Activity,
    /// The signer has opened the signing page in a tab of its own, from which no
    /// message comes: only the back end will know how it ends.
    OpenedInTab,
    /// The browser says that it is signed; the page's `confirm` is being asked.
    Confirming {
        /// What the browser says.
        claim: Outcome,
    },
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
    /// The signing page does not come, or shows no sign of life. The signer or the
    /// page may retry, open it in a tab, or close.
    Stalled,
    /// The page's back end is being asked whether it is signed.
    Confirming,
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
            Self::Stalled => "stalled",
            Self::Confirming => "confirming",
            Self::Ended => "ended",
        }
    }
}

/// Something an integrator may want to know, and a signer need not.
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
pub enum Diagnostic {
    /// A window message was not taken. Each reason is told at most once a second and
    /// five times a session.
    MessageRefused {
        /// Why.
        reason: Refusal,
        /// The origin of the window that posted it.
        origin: String,
    },
    /// The frame may not reach this computer, so signing by EDS will not find
    /// NCALayer.
    LocalNetworkBlocked {
        /// By whom.
        by: BlockedBy,
        /// What to do.
        message: &'static str,
    },
    /// The page is cross-origin isolated (COEP), so a plain frame is not loaded.
    EmbedderPolicy {
        /// What to do.
        message: &'static str,
    },
}

impl Diagnostic {
    /// The frame may not reach this computer.
    #[must_use]
    pub fn local_network_blocked(by: BlockedBy) -> Self {
        Self::LocalNetworkBlocked {
            by,
            message: match by {
                BlockedBy::Page => {
                    "The page's Permissions-Policy header blocks EDS: list the service's origin in it, for loopback-network and local-network-access."
                }
                BlockedBy::Signer => {
                    "The signer has denied access to the local network: the browser's site settings allow it again."
                }
            },
        }
    }

    /// The page is cross-origin isolated.
    #[must_use]
    pub fn embedder_policy() -> Self {
        Self::EmbedderPolicy {
            message: "The page has a Cross-Origin-Embedder-Policy: set credentialless, or serve this page without that header.",
        }
    }
}

/// Who keeps the frame from the local network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(
    all(test, not(target_arch = "wasm32")),
    derive(ts_rs::TS),
    ts(rename_all = "kebab-case")
)]
pub enum BlockedBy {
    /// The page's `Permissions-Policy` header.
    Page,
    /// The signer, by the browser's permission prompt.
    Signer,
}

/// Why a window message was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
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
    pub(crate) const COUNT: usize = Self::SignType as usize + 1;
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
        let rows: [(Value, Value); 11] = [
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
                to_value(Outcome::AlreadySigned { confirmed: false }).unwrap(),
                json!({"type": "already-signed", "confirmed": false}),
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
                to_value(Progress::OpenedInTab).unwrap(),
                json!({"type": "opened-in-tab"}),
            ),
            (
                to_value(Progress::Confirming {
                    claim: Outcome::AlreadySigned { confirmed: false },
                })
                .unwrap(),
                json!({"type": "confirming", "claim": {"type": "already-signed", "confirmed": false}}),
            ),
            (
                to_value(Diagnostic::MessageRefused {
                    reason: Refusal::SignType,
                    origin: "https://a.kz".to_owned(),
                })
                .unwrap(),
                json!({"type": "message-refused", "reason": "sign-type", "origin": "https://a.kz"}),
            ),
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
