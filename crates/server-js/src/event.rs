//! Webhooks as JavaScript sees them: the protocol's, in this project's own names.

use documentolog_protocol as protocol;
use protocol::{Checked, PersonalText, SensitiveUrl, identifiers::Recipient};
use serde::{Serialize, Serializer};
#[cfg(test)]
use ts_rs::TS;

/// An event in a document's life (guide, part 4). It names people: keep it from logs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(
    tag = "type",
    rename_all = "kebab-case",
    rename_all_fields = "camelCase"
)]
pub enum WebhookEvent {
    /// The document has been sent (guide 4.1, `document_sent`).
    DocumentSent {
        /// Which document.
        doc_id: String,
        /// Fields this version does not know, as they are.
        other: Other,
    },
    /// Somebody signed (guide 4.1, `signer_signed`).
    SignerSigned {
        /// Which document.
        doc_id: String,
        /// Who.
        signer: Signer,
        /// Fields this version does not know, as they are.
        other: Other,
    },
    /// Somebody refused to sign (guide 4.1, `signer_declined`).
    SignerDeclined {
        /// Which document.
        doc_id: String,
        /// Who.
        signer: Signer,
        /// Fields this version does not know, as they are.
        other: Other,
    },
    /// Everybody has signed (guide 4.2, `document_completed`).
    DocumentCompleted {
        /// Which document.
        doc_id: String,
        /// Where the results are.
        files: CompletedFiles,
        /// Fields this version does not know, as they are.
        other: Other,
    },
    /// An event that this version does not know, or one whose fields are not as the guide has
    /// them.
    Unknown {
        /// Its name, as it came.
        event: String,
        /// Which document, if it says so by a text.
        doc_id: Option<String>,
        /// All its other fields, as they are.
        other: Other,
    },
}

/// Somebody who signs (guide 4.1, `signer`).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct Signer {
    /// Full name.
    #[cfg_attr(test, ts(type = "string"))]
    pub name: PersonalText,
    /// IIN or another identifier, as it came.
    #[cfg_attr(test, ts(type = "string"))]
    pub recipient: Checked<Recipient>,
    /// Fields this version does not know, as they are.
    pub other: Other,
}

/// Where a completed document can be seen and downloaded (guide 4.2).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct CompletedFiles {
    /// A page that shows the document (`document`).
    #[cfg_attr(test, ts(type = "string"))]
    pub view: SensitiveUrl,
    /// All files in one archive (`download_all_files`).
    #[cfg_attr(test, ts(type = "string"))]
    pub all: SensitiveUrl,
    /// The files (`download_files`).
    pub plain: Vec<FileLink>,
    /// The files with their signatures attached (`download_files_with_eds`).
    pub with_eds: Vec<FileLink>,
    /// The files with their signatures in "Ez" format (`download_files_with_eds_ez`).
    pub with_eds_ez: Vec<FileLink>,
}

/// A file to download.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
pub struct FileLink {
    /// The file's name.
    pub name: String,
    /// Where it is.
    #[cfg_attr(test, ts(type = "string"))]
    pub link: SensitiveUrl,
    /// Fields this version does not know, as they are.
    pub other: Other,
}

/// JSON fields as they came.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(test, derive(TS))]
#[cfg_attr(test, ts(as = "std::collections::BTreeMap<String, Unknown>"))]
pub struct Other(pub protocol::OtherFields);

/// TypeScript's `unknown`.
#[cfg(test)]
#[derive(TS)]
#[ts(type = "unknown")]
struct Unknown;

impl Serialize for Other {
    /// By JavaScript's own JSON: a number that is larger than JavaScript's, or a field of the
    /// name `__proto__`, is then what it would be if JavaScript had read the body.
    #[cfg(target_arch = "wasm32")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error;
        let text = serde_json::to_string(&self.0).map_err(S::Error::custom)?;
        let value = js_sys::JSON::parse(&text).map_err(|_| S::Error::custom("no JSON"))?;
        serde_wasm_bindgen::preserve::serialize(&value, serializer)
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl From<protocol::WebhookEvent> for WebhookEvent {
    fn from(event: protocol::WebhookEvent) -> Self {
        use protocol::WebhookEvent as Event;
        match event {
            Event::DocumentSent { doc_id, other } => Self::DocumentSent {
                doc_id,
                other: Other(other),
            },
            Event::SignerSigned {
                doc_id,
                signer,
                other,
            } => Self::SignerSigned {
                doc_id,
                signer: signer.into(),
                other: Other(other),
            },
            Event::SignerDeclined {
                doc_id,
                signer,
                other,
            } => Self::SignerDeclined {
                doc_id,
                signer: signer.into(),
                other: Other(other),
            },
            Event::DocumentCompleted {
                doc_id,
                files,
                other,
            } => Self::DocumentCompleted {
                doc_id,
                files: files.into(),
                other: Other(other),
            },
            Event::Unknown {
                event,
                doc_id,
                other,
            } => Self::Unknown {
                event,
                doc_id,
                other: Other(other),
            },
            // The protocol may learn of an event before this does.
            other => Self::Unknown {
                event: other.name().to_owned(),
                doc_id: other.doc_id().map(str::to_owned),
                other: match other.to_json() {
                    serde_json::Value::Object(fields) => Other(protocol::OtherFields(fields)),
                    _ => Other::default(),
                },
            },
        }
    }
}

impl From<protocol::Signer> for Signer {
    fn from(signer: protocol::Signer) -> Self {
        Self {
            name: signer.name,
            recipient: signer.recipient,
            other: Other(signer.other),
        }
    }
}

impl From<protocol::CompletedFiles> for CompletedFiles {
    fn from(files: protocol::CompletedFiles) -> Self {
        let all = |links: Vec<protocol::FileLink>| links.into_iter().map(Into::into).collect();
        Self {
            view: files.view,
            all: files.all,
            plain: all(files.plain),
            with_eds: all(files.with_eds),
            with_eds_ez: all(files.with_eds_ez),
        }
    }
}

impl From<protocol::FileLink> for FileLink {
    fn from(file: protocol::FileLink) -> Self {
        Self {
            name: file.name,
            link: file.link,
            other: Other(file.other),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn seen(body: Value) -> Value {
        let event = protocol::WebhookEvent::parse(body.to_string().as_bytes()).unwrap();
        serde_json::to_value(WebhookEvent::from(event)).unwrap()
    }

    #[test]
    fn the_guides_events_in_our_names() {
        let signer = json!({"name": "Сейтқали Нұрлан", "recipient": "000000000000"});
        let file = json!([{"name": "sample.pdf", "link": "https://a.kz/1"}]);
        let seen_signer =
            json!({"name": "Сейтқали Нұрлан", "recipient": "000000000000", "other": {}});
        let seen_file = json!([{"name": "sample.pdf", "link": "https://a.kz/1", "other": {}}]);
        let rows = [
            (
                json!({"event": "document_sent", "doc_id": "KZ1", "at": 7}),
                json!({"type": "document-sent", "docId": "KZ1", "other": {"at": 7}}),
            ),
            (
                json!({"event": "signer_signed", "doc_id": "KZ1", "signer": signer}),
                json!({"type": "signer-signed", "docId": "KZ1", "signer": seen_signer, "other": {}}),
            ),
            (
                json!({"event": "signer_declined", "doc_id": "KZ1", "signer": signer}),
                json!({"type": "signer-declined", "docId": "KZ1", "signer": seen_signer, "other": {}}),
            ),
            (
                json!({"event": "document_completed", "doc_id": "KZ1", "document": "https://a.kz/2",
                    "download_all_files": "https://a.kz/3", "download_files": file,
                    "download_files_with_eds": file, "download_files_with_eds_ez": []}),
                json!({"type": "document-completed", "docId": "KZ1", "other": {}, "files": {
                    "view": "https://a.kz/2", "all": "https://a.kz/3", "plain": seen_file,
                    "withEds": seen_file, "withEdsEz": []}}),
            ),
            (
                json!({"event": "ping", "extra": [1]}),
                json!({"type": "unknown", "event": "ping", "docId": null, "other": {"extra": [1]}}),
            ),
            (
                json!({"event": "signer_signed", "doc_id": "KZ1", "signer": null}),
                json!({"type": "unknown", "event": "signer_signed", "docId": "KZ1",
                    "other": {"signer": null}}),
            ),
            (
                json!({"event": "document_sent", "doc_id": 7}),
                json!({"type": "unknown", "event": "document_sent", "docId": null,
                    "other": {"doc_id": 7}}),
            ),
        ];
        for (body, expected) in rows {
            assert_eq!(seen(body), expected);
        }
    }
}
