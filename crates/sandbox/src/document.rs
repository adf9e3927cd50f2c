//! A document's life, as pure values: who may do what, and what follows. No HTTP,
//! no clock.

use documentolog_protocol::{PersonalText, SensitiveUrl, SignatureMethod, TokenRequest};
use serde::Serialize;

/// The name given to a signer of whom the request says none; the guide's own.
const NAMELESS: &str = "Сейтқали Нұрлан";

/// A file to sign.
#[derive(Clone, Debug)]
pub(crate) struct Attachment {
    pub(crate) id: u32,
    pub(crate) name: String,
    pub(crate) content_type: String,
    pub(crate) bytes: Vec<u8>,
}

/// Somebody who signs.
#[derive(Clone, Debug)]
pub(crate) struct Party {
    pub(crate) name: PersonalText,
    /// IIN or another identifier, as the request has it.
    pub(crate) identifier: PersonalText,
    pub(crate) methods: Vec<SignatureMethod>,
    pub(crate) signature: Option<Signature>,
}

/// That somebody signed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Signature {
    pub(crate) method: SignatureMethod,
    /// Seconds since 1970.
    pub(crate) signed_at: u64,
}

/// A document and what has happened to it.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// Its number in addresses, such as the guide's `1234`.
    pub(crate) id: u32,
    /// Its identifier in webhooks, such as the guide's `KZ…`.
    pub(crate) doc_id: String,
    /// What opens its links.
    pub(crate) capability: String,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) webhook_url: Option<SensitiveUrl>,
    pub(crate) parties: Vec<Party>,
    declined: bool,
}

/// Where a document stands (guide, process description).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nobody has signed yet.
    InProgress,
    /// Some have signed, not all.
    Signing,
    /// Everybody has signed.
    Completed,
    /// Somebody has rejected it.
    Declined,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The party with this number, from 0.
    Party(usize),
    /// Nobody's: the document is completed or declined.
    Nobody,
}

/// Something that happened, for the webhook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occurrence {
    Sent,
    Signed { party: usize },
    Declined { party: usize },
    Completed,
}

/// Why an action is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ActionError {
    #[error("this party has signed already")]
    AlreadySigned,
    #[error("the document has been rejected")]
    Declined,
    #[error("it is another party's turn")]
    NotYet,
    #[error("this method is not among those of the request")]
    MethodNotOffered,
}

impl Document {
    /// A new document. `None` if the request names nobody who signs.
    pub(crate) fn new(
        id: u32,
        capability: String,
        attachments: Vec<Attachment>,
        request: &TokenRequest,
    ) -> Option<Self> {
        let parties = parties(request);
        (!parties.is_empty()).then(|| Self {
            id,
            doc_id: format!("KZ{id:024}"),
            capability,
            attachments,
            webhook_url: request.webhook_url.clone(),
            parties,
            declined: false,
        })
    }

    pub(crate) fn status(&self) -> Status {
        let signed = self
            .parties
            .iter()
            .filter(|party| party.signature.is_some())
            .count();
        match signed {
            _ if self.declined => Status::Declined,
            all if all == self.parties.len() => Status::Completed,
            0 => Status::InProgress,
            _ => Status::Signing,
        }
    }

    pub(crate) fn turn(&self) -> Turn {
        if self.declined {
            return Turn::Nobody;
        }
        self.parties
            .iter()
            .position(|party| party.signature.is_none())
            .map_or(Turn::Nobody, Turn::Party)
    }

    pub(crate) fn sign(
        &mut self,
        party: usize,
        signature: Signature,
    ) -> Result<Vec<Occurrence>, ActionError> {
        self.may_act(party)?;
        let signer = &mut self.parties[party];
        if !signer.methods.contains(&signature.method) {
            return Err(ActionError::MethodNotOffered);
        }
        signer.signature = Some(signature);
        let mut occurrences = vec![Occurrence::Signed { party }];
        if self.status() == Status::Completed {
            occurrences.push(Occurrence::Completed);
        }
        Ok(occurrences)
    }

    pub(crate) fn decline(&mut self, party: usize) -> Result<Vec<Occurrence>, ActionError> {
        self.may_act(party)?;
        self.declined = true;
        Ok(vec![Occurrence::Declined { party }])
    }

    fn may_act(&self, party: usize) -> Result<(), ActionError> {
        if self.declined {
            return Err(ActionError::Declined);
        }
        match (self.parties.get(party), self.turn()) {
            (Some(signer), _) if signer.signature.is_some() => Err(ActionError::AlreadySigned),
            (Some(_), Turn::Party(turn)) if turn == party => Ok(()),
            _ => Err(ActionError::NotYet),
        }
    }
}

/// Who signs, in order: the sender if there are methods for it, then each
/// recipient if recipients sign.
fn parties(request: &TokenRequest) -> Vec<Party> {
    let party = |identifier: String, methods: &[SignatureMethod]| Party {
        name: name_of(request, &identifier),
        identifier: PersonalText::new(identifier),
        methods: methods.to_vec(),
        signature: None,
    };
    let text_of = |value: &documentolog_protocol::Checked<_>| match value {
        documentolog_protocol::Checked::Valid(recipient) => {
            documentolog_protocol::identifiers::Recipient::to_wire(recipient)
        }
        documentolog_protocol::Checked::Unrecognized(text) => text.expose().to_owned(),
    };
    let mut parties = Vec::new();
    if !request.sender_signature_methods.is_empty() {
        let identifier = request.sender.as_ref().map(text_of).unwrap_or_default();
        parties.push(party(identifier, &request.sender_signature_methods));
    }
    if request.send_to_recipient && request.recipient_signature_required {
        let methods = match request.recipient_signature_methods.as_slice() {
            [] => &SignatureMethod::KNOWN,
            named => named,
        };
        parties.extend(
            request
                .recipients
                .iter()
                .map(|recipient| party(text_of(recipient), methods)),
        );
    }
    parties
}

fn name_of(request: &TokenRequest, identifier: &str) -> PersonalText {
    let is_meant = |iin: &documentolog_protocol::identifiers::Iin| iin.to_wire() == identifier;
    request
        .sms_recipients
        .iter()
        .find(|person| {
            person
                .iin
                .as_ref()
                .and_then(|iin| iin.valid())
                .is_some_and(is_meant)
        })
        .map_or_else(
            || PersonalText::new(NAMELESS),
            |person| person.full_name.clone(),
        )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document(changes: serde_json::Value) -> Option<Document> {
        let mut request = json!({
            "aAttachments": [], "iSendToRecipient": 1, "iRecipientSignatureRequired": 1,
            "mRecipient": ["791028302728"], "sSender": "000000000000",
            "mAvailableSignatureMethods": ["eds", "sms"],
            "mAvailableSignatureMethodsForRecipient": ["egov-qr"],
        });
        for (name, value) in changes.as_object().unwrap() {
            request[name] = value.clone();
        }
        Document::new(
            7,
            "c".to_owned(),
            Vec::new(),
            &serde_json::from_value(request).unwrap(),
        )
    }

    fn by(method: SignatureMethod) -> Signature {
        Signature {
            method,
            signed_at: 0,
        }
    }

    #[test]
    fn sender_then_recipient_then_completed() {
        let mut document = document(json!({})).unwrap();
        assert_eq!(document.doc_id, "KZ000000000000000000000007");
        assert_eq!(
            (document.status(), document.turn()),
            (Status::InProgress, Turn::Party(0))
        );
        assert_eq!(
            document.sign(1, by(SignatureMethod::EgovQr)),
            Err(ActionError::NotYet)
        );
        assert_eq!(
            document.sign(0, by(SignatureMethod::EgovQr)),
            Err(ActionError::MethodNotOffered)
        );
        assert_eq!(
            document.sign(0, by(SignatureMethod::Eds)),
            Ok(vec![Occurrence::Signed { party: 0 }])
        );
        assert_eq!(
            (document.status(), document.turn()),
            (Status::Signing, Turn::Party(1))
        );
        assert_eq!(
            document.sign(0, by(SignatureMethod::Eds)),
            Err(ActionError::AlreadySigned)
        );
        assert_eq!(
            document.sign(1, by(SignatureMethod::EgovQr)),
            Ok(vec![Occurrence::Signed { party: 1 }, Occurrence::Completed])
        );
        assert_eq!(
            (document.status(), document.turn()),
            (Status::Completed, Turn::Nobody)
        );
        assert_eq!(document.decline(1), Err(ActionError::AlreadySigned));
    }

    #[test]
    fn a_rejection_ends_it() {
        let mut document = document(json!({})).unwrap();
        assert_eq!(
            document.decline(0),
            Ok(vec![Occurrence::Declined { party: 0 }])
        );
        assert_eq!(
            (document.status(), document.turn()),
            (Status::Declined, Turn::Nobody)
        );
        assert_eq!(
            document.sign(0, by(SignatureMethod::Eds)),
            Err(ActionError::Declined)
        );
        assert_eq!(document.decline(0), Err(ActionError::Declined));
    }

    #[test]
    fn who_signs_is_what_the_request_says() {
        let rows = [
            (json!({}), 2),
            (json!({"mAvailableSignatureMethods": []}), 1),
            (json!({"iSendToRecipient": 0}), 1),
            (json!({"iRecipientSignatureRequired": 0}), 1),
            (json!({"mRecipient": ["791028302728", "a@b.kz"]}), 3),
        ];
        for (changes, count) in rows {
            assert_eq!(
                document(changes.clone()).unwrap().parties.len(),
                count,
                "{changes}"
            );
        }
        assert!(
            document(json!({"mAvailableSignatureMethods": [], "iSendToRecipient": 0})).is_none()
        );
    }

    #[test]
    fn names_come_from_the_request() {
        let person =
            json!([{"phone": "87011234567", "fio": "Асқар", "iin": "791028302728", "type": "sms"}]);
        let document = document(json!({"mPhonesForSms": person})).unwrap();
        assert_eq!(document.parties[0].name.expose(), NAMELESS);
        assert_eq!(document.parties[1].name.expose(), "Асқар");
    }
}
