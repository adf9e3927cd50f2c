//! What the service posts to a back end (guide, part 4).

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::{Checked, OtherFields, PersonalText, SensitiveUrl, identifiers::Recipient};

/// An event in a document's life.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum WebhookEvent {
    /// The document has been sent (guide 4.1, `document_sent`).
    DocumentSent {
        /// Which document.
        doc_id: String,
        /// Fields this version does not know, as they are.
        other: OtherFields,
    },
    /// Somebody signed (guide 4.1, `signer_signed`).
    SignerSigned {
        /// Which document.
        doc_id: String,
        /// Who.
        signer: Signer,
        /// Fields this version does not know, as they are.
        other: OtherFields,
    },
    /// Somebody refused to sign (guide 4.1, `signer_declined`).
    SignerDeclined {
        /// Which document.
        doc_id: String,
        /// Who.
        signer: Signer,
        /// Fields this version does not know, as they are.
        other: OtherFields,
    },
    /// Everybody has signed (guide 4.2, `document_completed`).
    DocumentCompleted {
        /// Which document.
        doc_id: String,
        /// Where the results are.
        files: CompletedFiles,
        /// Fields this version does not know, as they are.
        other: OtherFields,
    },
    /// An event this version does not know.
    Unknown {
        /// Its name (`event`).
        event: String,
        /// Which document, if it says so.
        doc_id: Option<String>,
        /// All its other fields, as they are.
        other: OtherFields,
    },
}

/// Somebody who signs (guide 4.1, `signer`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signer {
    /// Full name. Wire: `name`.
    pub name: PersonalText,
    /// IIN or another identifier. Wire: `recipient`.
    pub recipient: Checked<Recipient>,
    /// Fields this version does not know, as they are.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// Where a completed document can be seen and downloaded (guide 4.2).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompletedFiles {
    /// A page that shows the document. Wire: `document`.
    #[serde(rename = "document")]
    pub view: SensitiveUrl,
    /// All files in one archive. Wire: `download_all_files`.
    #[serde(rename = "download_all_files")]
    pub all: SensitiveUrl,
    /// The files. Wire: `download_files`.
    #[serde(rename = "download_files")]
    pub plain: Vec<FileLink>,
    /// The files with their signatures attached. Wire:
    /// `download_files_with_eds`.
    #[serde(rename = "download_files_with_eds")]
    pub with_eds: Vec<FileLink>,
    /// The files with their signatures in "Ez" format. Wire:
    /// `download_files_with_eds_ez`.
    #[serde(rename = "download_files_with_eds_ez")]
    pub with_eds_ez: Vec<FileLink>,
}

/// A file to download.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileLink {
    /// The file's name.
    pub name: String,
    /// Where it is.
    pub link: SensitiveUrl,
    /// Fields this version does not know, as they are.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// Why a body is no webhook of the service. Never contains the body's texts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebhookError {
    /// The body is not a JSON object.
    #[error("the body is not a JSON object")]
    NotAnObject,
    /// A field the guide promises is missing or not of its type.
    #[error("the field `{field}` is missing or malformed")]
    Field {
        /// The field's name on the wire, with its parents.
        field: &'static str,
    },
}

const LINK_FIELDS: [&str; 5] = [
    "document",
    "download_all_files",
    "download_files",
    "download_files_with_eds",
    "download_files_with_eds_ez",
];

impl WebhookEvent {
    /// Reads the body of a webhook.
    ///
    /// # Errors
    /// Says which field is missing or malformed.
    pub fn parse(body: &[u8]) -> Result<Self, WebhookError> {
        let mut fields: Map<String, Value> =
            serde_json::from_slice(body).map_err(|_| WebhookError::NotAnObject)?;
        Self::from_fields(&mut fields)
    }

    fn from_fields(fields: &mut Map<String, Value>) -> Result<Self, WebhookError> {
        let event = take_text(fields, "event")?;
        let rest = |fields: &mut Map<String, Value>| OtherFields(std::mem::take(fields));
        Ok(match event.as_str() {
            "document_sent" => Self::DocumentSent {
                doc_id: take_text(fields, "doc_id")?,
                other: rest(fields),
            },
            "signer_signed" => Self::SignerSigned {
                doc_id: take_text(fields, "doc_id")?,
                signer: take_signer(fields)?,
                other: rest(fields),
            },
            "signer_declined" => Self::SignerDeclined {
                doc_id: take_text(fields, "doc_id")?,
                signer: take_signer(fields)?,
                other: rest(fields),
            },
            "document_completed" => Self::DocumentCompleted {
                doc_id: take_text(fields, "doc_id")?,
                files: take_files(fields)?,
                other: rest(fields),
            },
            _ => Self::Unknown {
                event,
                doc_id: take_text(fields, "doc_id").ok(),
                other: rest(fields),
            },
        })
    }

    /// The event's name on the wire, such as `document_sent`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::DocumentSent { .. } => "document_sent",
            Self::SignerSigned { .. } => "signer_signed",
            Self::SignerDeclined { .. } => "signer_declined",
            Self::DocumentCompleted { .. } => "document_completed",
            Self::Unknown { event, .. } => event,
        }
    }

    /// Which document the event is about. `None` only for an unknown event that
    /// does not say.
    #[must_use]
    pub fn doc_id(&self) -> Option<&str> {
        match self {
            Self::DocumentSent { doc_id, .. }
            | Self::SignerSigned { doc_id, .. }
            | Self::SignerDeclined { doc_id, .. }
            | Self::DocumentCompleted { doc_id, .. } => Some(doc_id),
            Self::Unknown { doc_id, .. } => doc_id.as_deref(),
        }
    }

    /// The event as the service writes it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        let (Self::DocumentSent { other, .. }
        | Self::SignerSigned { other, .. }
        | Self::SignerDeclined { other, .. }
        | Self::DocumentCompleted { other, .. }
        | Self::Unknown { other, .. }) = self;
        let mut fields = other.0.clone();
        fields.insert("event".to_owned(), self.name().into());
        if let Some(doc_id) = self.doc_id() {
            fields.insert("doc_id".to_owned(), doc_id.into());
        }
        match self {
            Self::SignerSigned { signer, .. } | Self::SignerDeclined { signer, .. } => {
                fields.insert("signer".to_owned(), json_of(signer));
            }
            Self::DocumentCompleted { files, .. } => {
                if let Value::Object(links) = json_of(files) {
                    fields.extend(links);
                }
            }
            Self::DocumentSent { .. } | Self::Unknown { .. } => {}
        }
        Value::Object(fields)
    }
}

/// These types hold only texts, lists and JSON, which always serialize.
fn json_of(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn take_text(fields: &mut Map<String, Value>, field: &'static str) -> Result<String, WebhookError> {
    match fields.get_mut(field) {
        Some(Value::String(text)) => {
            let text = std::mem::take(text);
            fields.remove(field);
            Ok(text)
        }
        _ => Err(WebhookError::Field { field }),
    }
}

fn take_signer(fields: &mut Map<String, Value>) -> Result<Signer, WebhookError> {
    let signer = fields
        .remove("signer")
        .ok_or(WebhookError::Field { field: "signer" })?;
    serde_json::from_value(signer).map_err(|_| WebhookError::Field { field: "signer" })
}

fn take_files(fields: &mut Map<String, Value>) -> Result<CompletedFiles, WebhookError> {
    let mut links = Map::new();
    for field in LINK_FIELDS {
        let value = fields.remove(field).ok_or(WebhookError::Field { field })?;
        let well_formed = match field {
            "document" | "download_all_files" => value.is_string(),
            _ => serde_json::from_value::<Vec<FileLink>>(value.clone()).is_ok(),
        };
        if !well_formed {
            return Err(WebhookError::Field { field });
        }
        links.insert(field.to_owned(), value);
    }
    serde_json::from_value(Value::Object(links))
        .map_err(|_| WebhookError::Field { field: "document" })
}

impl Serialize for WebhookEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for WebhookEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut fields = Map::deserialize(deserializer)?;
        Self::from_fields(&mut fields).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// The samples of guide 4.1 and 4.2.
    fn guide_samples() -> Vec<Value> {
        let signer = json!({"name": "Сейтқали Нұрлан", "recipient": "000000000000"});
        let file = |link: &str| json!([{"name": "sample.pdf", "link": link}]);
        vec![
            json!({"event": "document_sent", "doc_id": "KZ000000000000000001234567"}),
            json!({"event": "signer_signed", "doc_id": "KZ000000000000000001234567", "signer": signer}),
            json!({"event": "signer_declined", "doc_id": "KZ000000000000000001234567", "signer": signer}),
            json!({
                "event": "document_completed",
                "doc_id": "KZ000000000000000001234567",
                "document": "https://apiv1dlkz.doculite.kz/external/document/view-document/dcs_universal_type/1234",
                "download_all_files": "https://apiv1dlkz.doculite.kz/external/media/download-many?files=4444",
                "download_files": file("https://apiv1dlkz.doculite.kz/external/media/download/4444"),
                "download_files_with_eds":
                    file("https://apiv1dlkz.doculite.kz/external/media/download-eds/dcs_universal_type/1234/4444"),
                "download_files_with_eds_ez":
                    file("https://apiv1dlkz.doculite.kz/external/media/download-eds-ez/dcs_universal_type/1234/4444")
            }),
        ]
    }

    #[test]
    fn the_guides_samples_round_trip() {
        for sample in guide_samples() {
            let event = WebhookEvent::parse(sample.to_string().as_bytes()).unwrap();
            assert!(!matches!(event, WebhookEvent::Unknown { .. }), "{sample}");
            assert_eq!(event.doc_id(), Some("KZ000000000000000001234567"));
            assert_eq!(serde_json::to_value(&event).unwrap(), sample);
        }
    }

    #[test]
    fn unknown_fields_and_events_are_kept() {
        for mut sample in guide_samples() {
            sample["at"] = json!("2026-01-01T00:00:00Z");
            let event: WebhookEvent = serde_json::from_value(sample.clone()).unwrap();
            assert_eq!(event.to_json(), sample);
        }
        for sample in [
            json!({"event": "document_archived", "doc_id": "KZ1", "by": {"x": [1]}}),
            json!({"event": "ping"}),
            json!({"event": "ping", "doc_id": 7}),
        ] {
            let event: WebhookEvent = serde_json::from_value(sample.clone()).unwrap();
            assert!(matches!(event, WebhookEvent::Unknown { .. }));
            assert_eq!(event.to_json(), sample);
        }
    }

    #[test]
    fn refusals_name_the_field() {
        for sample in guide_samples() {
            for field in sample.as_object().unwrap().keys() {
                for wrong in [None, Some(json!(7))] {
                    let mut broken = sample.clone();
                    match wrong {
                        Some(wrong) => broken[field] = wrong,
                        None => drop(broken.as_object_mut().unwrap().remove(field)),
                    }
                    let error = WebhookEvent::parse(broken.to_string().as_bytes()).unwrap_err();
                    assert_eq!(
                        error,
                        WebhookError::Field {
                            field: field_name(field)
                        },
                        "{broken}"
                    );
                }
            }
        }
        for body in ["", "null", "[]", "{", "\"x\"", "\u{feff}{}"] {
            assert_eq!(
                WebhookEvent::parse(body.as_bytes()),
                Err(WebhookError::NotAnObject),
                "{body:?}"
            );
        }
    }

    fn field_name(field: &str) -> &'static str {
        LINK_FIELDS
            .into_iter()
            .chain(["event", "doc_id", "signer"])
            .find(|name| *name == field)
            .unwrap()
    }

    #[test]
    fn debug_prints_nothing_personal() {
        for sample in guide_samples() {
            let printed = format!(
                "{:?}",
                serde_json::from_value::<WebhookEvent>(sample).unwrap()
            );
            for part in ["Нұрлан", "\"000000000000\"", "https://"] {
                assert!(!printed.contains(part), "{part} in {printed}");
            }
        }
    }

    #[test]
    fn nesting_without_end_is_refused() {
        let deep = format!(
            "{{\"event\":\"x\",\"y\":{}{}}}",
            "[".repeat(100_000),
            "]".repeat(100_000)
        );
        assert_eq!(
            WebhookEvent::parse(deep.as_bytes()),
            Err(WebhookError::NotAnObject)
        );
    }

    proptest! {
        #[test]
        fn any_bytes_are_answered(body in proptest::collection::vec(any::<u8>(), 0..256)) {
            let _ = WebhookEvent::parse(&body);
        }
    }
}
