//! What the signing page posts to the window that frames it (guide, part 3).

use alloc::{borrow::ToOwned, string::String};

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeMap};

use crate::SignatureMethod;

/// The longest `type` and `signType` taken, in UTF-16 code units as JavaScript
/// counts them. The guide's longest is 14.
pub const MAX_MESSAGE_TEXT: u32 = 32;

/// A message of the signing page.
///
/// It says what a browser saw, which is a claim: the webhook is the fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowMessage {
    /// A try to sign has ended (guide 3.1, `sign`).
    Sign {
        /// Whether the document is signed now. If not, the signer may try again.
        success: bool,
        /// How (`signType`).
        method: Option<SignatureMethod>,
    },
    /// The signer closed the form without signing (guide 3.2, `user-close`).
    UserClose,
    /// The document had been signed before it was opened (guide 3.3,
    /// `already-signed`).
    AlreadySigned,
    /// A message that this version does not know, or one whose parts contradict
    /// each other (`already-signed` without success).
    Unknown {
        /// Its `type`, at most [`MAX_MESSAGE_TEXT`] long.
        message_type: String,
    },
}

/// Why a message that says to be Documentolog's is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageRefusal {
    /// `isDocumentolog` is not `true`.
    #[error("isDocumentolog is not true")]
    Flag,
    /// `type` is no string, or longer than [`MAX_MESSAGE_TEXT`].
    #[error("type is not a string of at most 32 characters")]
    Type,
    /// `success` is no boolean where the guide has one.
    #[error("success is not a boolean")]
    Success,
    /// `signType` is present and no string, or longer than [`MAX_MESSAGE_TEXT`].
    #[error("signType is not a string of at most 32 characters")]
    SignType,
}

impl WindowMessage {
    /// Makes a message of its parts, whose types and lengths have been checked.
    ///
    /// # Errors
    /// [`MessageRefusal::Success`] if `success` is missing where the guide has it.
    pub fn from_parts(
        message_type: &str,
        success: Option<bool>,
        sign_type: Option<&str>,
    ) -> Result<Self, MessageRefusal> {
        let unknown = || Self::Unknown {
            message_type: message_type.to_owned(),
        };
        match message_type {
            "sign" => Ok(Self::Sign {
                success: success.ok_or(MessageRefusal::Success)?,
                method: sign_type.map(SignatureMethod::from_wire),
            }),
            "user-close" => success
                .map(|_| Self::UserClose)
                .ok_or(MessageRefusal::Success),
            "already-signed" => {
                let success = success.ok_or(MessageRefusal::Success)?;
                Ok(if success {
                    Self::AlreadySigned
                } else {
                    unknown()
                })
            }
            _ => Ok(unknown()),
        }
    }
}

impl Serialize for WindowMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("isDocumentolog", &true)?;
        match self {
            Self::Sign { success, method } => {
                map.serialize_entry("type", "sign")?;
                map.serialize_entry("success", success)?;
                if let Some(method) = method {
                    map.serialize_entry("signType", method.as_window_message_str())?;
                }
            }
            Self::UserClose => {
                map.serialize_entry("type", "user-close")?;
                map.serialize_entry("success", &false)?;
            }
            Self::AlreadySigned => {
                map.serialize_entry("type", "already-signed")?;
                map.serialize_entry("success", &true)?;
            }
            Self::Unknown { message_type } => map.serialize_entry("type", message_type)?,
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for WindowMessage {
    /// For native programs and tests. In the browser the gate reads the parts
    /// itself: `event.data` is hostile and never goes through a deserializer.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;

        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Parts {
            is_documentolog: bool,
            r#type: String,
            success: Option<bool>,
            sign_type: Option<String>,
        }

        let parts = Parts::deserialize(deserializer)?;
        let fits = |text: &str| text.encode_utf16().count() <= MAX_MESSAGE_TEXT as usize;
        if !parts.is_documentolog {
            return Err(D::Error::custom(MessageRefusal::Flag));
        }
        if !fits(&parts.r#type) {
            return Err(D::Error::custom(MessageRefusal::Type));
        }
        if !parts.sign_type.as_deref().is_none_or(fits) {
            return Err(D::Error::custom(MessageRefusal::SignType));
        }
        Self::from_parts(&parts.r#type, parts.success, parts.sign_type.as_deref())
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_guides_messages_round_trip() {
        let eds = Some(SignatureMethod::Eds);
        let egov = Some(SignatureMethod::EgovQr);
        let rows = [
            (
                json!({"isDocumentolog": true, "type": "sign", "success": true, "signType": "eds"}),
                WindowMessage::Sign {
                    success: true,
                    method: eds.clone(),
                },
            ),
            (
                json!({"isDocumentolog": true, "type": "sign", "success": false, "signType": "eds"}),
                WindowMessage::Sign {
                    success: false,
                    method: eds,
                },
            ),
            (
                json!({"isDocumentolog": true, "type": "sign", "success": true, "signType": "egov_gr"}),
                WindowMessage::Sign {
                    success: true,
                    method: egov,
                },
            ),
            (
                json!({"isDocumentolog": true, "type": "user-close", "success": false}),
                WindowMessage::UserClose,
            ),
            (
                json!({"isDocumentolog": true, "type": "already-signed", "success": true}),
                WindowMessage::AlreadySigned,
            ),
            (
                json!({"isDocumentolog": true, "type": "resize"}),
                WindowMessage::Unknown {
                    message_type: "resize".to_owned(),
                },
            ),
        ];
        for (wire, message) in rows {
            assert_eq!(
                serde_json::from_value::<WindowMessage>(wire.clone()).unwrap(),
                message
            );
            assert_eq!(serde_json::to_value(&message).unwrap(), wire);
        }
    }

    #[test]
    fn what_is_refused() {
        let long = "x".repeat(33);
        let rows = [
            (
                json!({"isDocumentolog": false, "type": "sign", "success": true}),
                "isDocumentolog",
            ),
            (
                json!({"isDocumentolog": "true", "type": "sign", "success": true}),
                "invalid type",
            ),
            (json!({"type": "sign", "success": true}), "isDocumentolog"),
            (json!({"isDocumentolog": true, "type": "sign"}), "success"),
            (
                json!({"isDocumentolog": true, "type": "sign", "success": 1}),
                "invalid type",
            ),
            (
                json!({"isDocumentolog": true, "type": long, "success": true}),
                "type",
            ),
            (
                json!({"isDocumentolog": true, "type": "sign", "success": true, "signType": long}),
                "signType",
            ),
            (
                json!({"isDocumentolog": true, "type": "user-close"}),
                "success",
            ),
            (
                json!({"isDocumentolog": true, "type": "already-signed"}),
                "success",
            ),
            (json!(null), "invalid type"),
        ];
        for (wire, part) in rows {
            let error = serde_json::from_value::<WindowMessage>(wire.clone())
                .unwrap_err()
                .to_string();
            assert!(error.contains(part), "{wire}: {error}");
        }
    }

    #[test]
    fn a_contradiction_is_not_a_success() {
        assert_eq!(
            WindowMessage::from_parts("already-signed", Some(false), None),
            Ok(WindowMessage::Unknown {
                message_type: "already-signed".to_owned()
            })
        );
    }
}
