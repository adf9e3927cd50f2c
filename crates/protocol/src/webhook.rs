//! What the service posts to a back end (guide, part 4).

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::{
    Checked, OtherFields, PersonalText, SensitiveUrl, identifiers::Recipient, long_numbers,
};

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
    /// An event that this version does not know, or one whose fields are not as the guide has
    /// them ([`WebhookEvent::unfit_field`] tells them apart). Nothing of it is lost: a version
    /// that knows more can read it again.
    Unknown {
        /// Its name (`event`).
        event: String,
        /// Which document, if it says so by a text.
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

/// A file to download. `Debug` does not print its name, which may be a person's.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct FileLink {
    /// The file's name.
    pub name: String,
    /// Where it is.
    pub link: SensitiveUrl,
    /// Fields this version does not know, as they are.
    #[serde(flatten)]
    pub other: OtherFields,
}

impl fmt::Debug for FileLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileLink").finish_non_exhaustive()
    }
}

/// Why a body is no webhook of the service. Never contains the body's texts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebhookError {
    /// The body is not a JSON object.
    #[error("the body is not a JSON object")]
    NotAnObject,
    /// A field without which nothing can be said of it, which is `event` alone, is missing or
    /// not of its type.
    #[error("the field `{field}` is missing or malformed")]
    Field {
        /// The field's name on the wire.
        field: &'static str,
    },
}

impl WebhookEvent {
    /// Reads the body of a webhook. What the guide does not promise is no reason to refuse one:
    /// an event that is new, or whose fields are not as the guide has them, is
    /// [`WebhookEvent::Unknown`]. A number that 64 bits do not hold is read as a text of its
    /// digits: rounded, it could make two events of one name equal.
    ///
    /// # Errors
    /// When it is no JSON object, or has no text `event`.
    pub fn parse(body: &[u8]) -> Result<Self, WebhookError> {
        let fields: Map<String, Value> = serde_json::from_slice(&long_numbers::as_texts(body))
            .map_err(|_| WebhookError::NotAnObject)?;
        Self::from_fields(fields)
    }

    fn from_fields(mut fields: Map<String, Value>) -> Result<Self, WebhookError> {
        let event = text(&fields, "event").map_err(|field| WebhookError::Field { field })?;
        let mut read = match Self::known(&event, &fields) {
            Ok(Some(known)) => known,
            Ok(None) | Err(_) => Self::Unknown {
                doc_id: text(&fields, "doc_id").ok(),
                event,
                other: OtherFields::default(),
            },
        };
        fields.remove("event");
        if read.doc_id().is_some() {
            fields.remove("doc_id");
        }
        match &read {
            Self::SignerSigned { .. } | Self::SignerDeclined { .. } => {
                fields.remove("signer");
            }
            Self::DocumentCompleted { .. } => {
                for field in LINK_FIELDS.into_iter().chain(FILE_FIELDS) {
                    fields.remove(field);
                }
            }
            Self::DocumentSent { .. } | Self::Unknown { .. } => {}
        }
        let (Self::DocumentSent { other, .. }
        | Self::SignerSigned { other, .. }
        | Self::SignerDeclined { other, .. }
        | Self::DocumentCompleted { other, .. }
        | Self::Unknown { other, .. }) = &mut read;
        *other = OtherFields(fields);
        Ok(read)
    }

    /// The event of this name, without its other fields, if the guide has one. Otherwise the
    /// first field that is not as the guide has it.
    fn known(event: &str, fields: &Map<String, Value>) -> Result<Option<Self>, &'static str> {
        let other = OtherFields::default();
        Ok(Some(match event {
            "document_sent" => Self::DocumentSent {
                doc_id: text(fields, "doc_id")?,
                other,
            },
            "signer_signed" => Self::SignerSigned {
                doc_id: text(fields, "doc_id")?,
                signer: signer(fields)?,
                other,
            },
            "signer_declined" => Self::SignerDeclined {
                doc_id: text(fields, "doc_id")?,
                signer: signer(fields)?,
                other,
            },
            "document_completed" => Self::DocumentCompleted {
                doc_id: text(fields, "doc_id")?,
                files: files(fields)?,
                other,
            },
            _ => return Ok(None),
        }))
    }

    /// Why an event of the guide's is [`WebhookEvent::Unknown`]: the first of its fields that is
    /// missing or malformed, by its name on the wire with its parents, such as `signer.recipient`.
    /// `None` for an event that is as the guide has it, and for one that the guide has not.
    #[must_use]
    pub fn unfit_field(&self) -> Option<&'static str> {
        let Self::Unknown { event, .. } = self else {
            return None;
        };
        match self.to_json() {
            Value::Object(fields) => Self::known(event, &fields).err(),
            _ => None,
        }
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
    /// does not say, or not by a text.
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

/// The fields of [`CompletedFiles`] with one link each, and those with files.
const LINK_FIELDS: [&str; 2] = ["document", "download_all_files"];
const FILE_FIELDS: [&str; 3] = [
    "download_files",
    "download_files_with_eds",
    "download_files_with_eds_ez",
];

fn text(fields: &Map<String, Value>, field: &'static str) -> Result<String, &'static str> {
    let text = fields.get(field).and_then(Value::as_str);
    text.map(str::to_owned).ok_or(field)
}

fn signer(fields: &Map<String, Value>) -> Result<Signer, &'static str> {
    let signer = fields.get("signer").ok_or("signer")?;
    let parts = signer.as_object().ok_or("signer")?;
    for (name, field) in [("name", "signer.name"), ("recipient", "signer.recipient")] {
        if !parts.get(name).is_some_and(Value::is_string) {
            return Err(field);
        }
    }
    Signer::deserialize(signer).map_err(|_| "signer")
}

fn files(fields: &Map<String, Value>) -> Result<CompletedFiles, &'static str> {
    let link = |field| text(fields, field).map(SensitiveUrl::new);
    let files = |field| {
        let files = fields.get(field).ok_or(field)?;
        Vec::<FileLink>::deserialize(files).map_err(|_| field)
    };
    let ([view, all], [plain, with_eds, with_eds_ez]) = (LINK_FIELDS, FILE_FIELDS);
    Ok(CompletedFiles {
        view: link(view)?,
        all: link(all)?,
        plain: files(plain)?,
        with_eds: files(with_eds)?,
        with_eds_ez: files(with_eds_ez)?,
    })
}

impl Serialize for WebhookEvent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for WebhookEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = Map::deserialize(deserializer)?;
        Self::from_fields(fields).map_err(serde::de::Error::custom)
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

    /// Every field of the guide's, left out, null, a number, and of another kind within.
    #[test]
    fn an_event_that_is_not_as_the_guide_has_it_is_kept_whole() {
        let mut seen = 0;
        for sample in guide_samples() {
            for field in sample.as_object().unwrap().keys() {
                for wrong in [None, Some(Value::Null), Some(json!(7)), Some(json!([{}]))] {
                    let mut unfit = sample.clone();
                    match wrong {
                        Some(wrong) => unfit[field] = wrong,
                        None => drop(unfit.as_object_mut().unwrap().remove(field)),
                    }
                    let read = WebhookEvent::parse(unfit.to_string().as_bytes());
                    if field == "event" {
                        assert_eq!(read, Err(WebhookError::Field { field: "event" }));
                        continue;
                    }
                    let event = read.unwrap();
                    assert!(matches!(event, WebhookEvent::Unknown { .. }), "{unfit}");
                    assert_eq!(event.name(), sample["event"]);
                    assert_eq!(event.to_json(), unfit);
                    assert_eq!(event.unfit_field(), Some(field.as_str()), "{unfit}");
                    assert_eq!(event.doc_id(), unfit["doc_id"].as_str());
                    let again: WebhookEvent = serde_json::from_value(event.to_json()).unwrap();
                    assert_eq!(again, event);
                    seen += 1;
                }
            }
        }
        assert_eq!(seen, 4 * (1 + 2 + 2 + 6));
    }

    #[test]
    fn what_is_not_as_the_guide_has_it_is_named_with_its_parents() {
        for (signer, field) in [
            (json!({"name": "A", "recipient": null}), "signer.recipient"),
            (
                json!({"name": "A", "recipient": 791028302728_u64}),
                "signer.recipient",
            ),
            (json!({"recipient": "x"}), "signer.name"),
            (json!("A"), "signer"),
        ] {
            let body = json!({"event": "signer_signed", "doc_id": "KZ1", "signer": signer});
            let event: WebhookEvent = serde_json::from_value(body.clone()).unwrap();
            assert_eq!(event.unfit_field(), Some(field), "{body}");
            assert_eq!(event.to_json(), body);
            assert!(!format!("{event:?}").contains("7910"));
        }
        for fit in guide_samples()
            .into_iter()
            .chain([json!({"event": "ping", "doc_id": 7})])
        {
            let event: WebhookEvent = serde_json::from_value(fit).unwrap();
            assert_eq!(event.unfit_field(), None, "{event:?}");
        }
    }

    #[test]
    fn what_has_no_name_is_refused() {
        for body in [
            "{}",
            r#"{"event": null}"#,
            r#"{"event": 7, "doc_id": "KZ1"}"#,
        ] {
            let refused = WebhookEvent::parse(body.as_bytes());
            assert_eq!(
                refused,
                Err(WebhookError::Field { field: "event" }),
                "{body}"
            );
            assert!(
                serde_json::from_str::<WebhookEvent>(body).is_err(),
                "{body}"
            );
        }
        for body in ["", "null", "[]", "{", "\"x\"", "\u{feff}{}"] {
            assert_eq!(
                WebhookEvent::parse(body.as_bytes()),
                Err(WebhookError::NotAnObject),
                "{body:?}"
            );
        }
    }

    /// Rounded, the two would be one, and the second a repeat.
    #[test]
    fn a_number_of_any_length_is_kept() {
        let read = |number: &str| {
            let body = format!(r#"{{"event":"ping","n":{number}}}"#);
            WebhookEvent::parse(body.as_bytes()).unwrap()
        };
        let [one, other] = ["123456789012345678901", "123456789012345678902"].map(read);
        assert_ne!(one, other);
        for number in ["123456789012345678901", "1e400"] {
            let event = read(number);
            assert_eq!(event.to_json(), json!({"event": "ping", "n": number}));
            let again = WebhookEvent::parse(event.to_json().to_string().as_bytes());
            assert_eq!(again, Ok(event));
        }
        assert_eq!(read("18446744073709551615").to_json()["n"], json!(u64::MAX));
    }

    #[test]
    fn debug_prints_nothing_personal() {
        for sample in guide_samples() {
            let printed = format!(
                "{:?}",
                serde_json::from_value::<WebhookEvent>(sample).unwrap()
            );
            for part in ["Нұрлан", "\"000000000000\"", "https://", "sample.pdf"] {
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
