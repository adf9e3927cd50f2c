//! A signing request as JavaScript gives it.

use documentolog_protocol::{PersonalText, SensitiveUrl, SignatureMethod};
use documentolog_server as server;
use serde::Deserialize;
#[cfg(test)]
use ts_rs::TS;

use crate::{Failure, ServerErrorCode};

/// A document to be signed: what, by whom, how. It is checked before it is sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[cfg_attr(test, ts(optional_fields = nullable))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SigningRequest {
    /// Links to the files to sign, which the service follows: https, of a format that it signs.
    // Left out, it is named like an empty one.
    #[cfg_attr(test, ts(type = "string[]"))]
    #[serde(default)]
    pub attachments: Vec<SensitiveUrl>,
    /// Who sends the document: an IIN, BIN, phone number or e-mail address. Bare digits are an
    /// IIN or a BIN; a phone number has its plus or separators, such as `+7 700 000 00 00`.
    #[cfg_attr(test, ts(as = "Option<String>"))]
    pub sender: Option<PersonalText>,
    /// How the sender may sign. The sender signs first; with none, not at all.
    #[cfg_attr(test, ts(as = "Option<Vec<Method>>"))]
    pub sender_methods: Option<Vec<SignatureMethod>>,
    /// To whom the document goes on: IINs, BINs, phone numbers (with a plus or separators) or
    /// e-mail addresses.
    #[cfg_attr(test, ts(as = "Option<Vec<String>>"))]
    pub recipients: Option<Vec<PersonalText>>,
    /// How recipients may sign. If none is named, the field is left out: the guide does not say
    /// what that means.
    #[cfg_attr(test, ts(as = "Option<Vec<Method>>"))]
    pub recipient_methods: Option<Vec<SignatureMethod>>,
    /// Whether recipients only view the document. Otherwise they sign it.
    pub view_only: Option<bool>,
    /// Who is reached by SMS.
    pub sms: Option<Vec<SmsPerson>>,
    /// Where webhooks go: an address of yours with a secret of the webhook handler's in it.
    #[cfg_attr(test, ts(as = "Option<String>"))]
    pub webhook_url: Option<SensitiveUrl>,
}

/// Somebody who is reached by SMS (guide 1.2, `mPhonesForSms`).
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[cfg_attr(test, ts(optional_fields = nullable))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SmsPerson {
    /// The phone number, as people write it.
    // Left out, it is named like an empty one; the full name, too.
    #[cfg_attr(test, ts(type = "string"))]
    #[serde(default = "nothing")]
    pub phone: PersonalText,
    /// The full name.
    #[cfg_attr(test, ts(type = "string"))]
    #[serde(default = "nothing")]
    pub full_name: PersonalText,
    /// The IIN, if it is known.
    #[cfg_attr(test, ts(as = "Option<String>"))]
    pub iin: Option<PersonalText>,
    /// Whether the BMG service sends the SMS.
    pub enable_bmg: Option<bool>,
}

fn nothing() -> PersonalText {
    PersonalText::new("")
}

/// The widget's type of the same name.
#[cfg(test)]
#[derive(TS)]
#[ts(rename = "SignatureMethod")]
struct Method;

impl SmsPerson {
    /// The names of its fields in JavaScript.
    pub const FIELDS: [&str; 4] = ["phone", "fullName", "iin", "enableBmg"];
}

impl SigningRequest {
    /// The names of its fields in JavaScript.
    pub const FIELDS: [&str; 8] = [
        "attachments",
        "sender",
        "senderMethods",
        "recipients",
        "recipientMethods",
        "viewOnly",
        "sms",
        "webhookUrl",
    ];

    /// Those of them that are lists.
    pub const LISTS: [&str; 5] = [
        "attachments",
        "senderMethods",
        "recipients",
        "recipientMethods",
        "sms",
    ];

    /// Reads one, and says which field is not of its type.
    ///
    /// # Errors
    /// Names the field. Never repeats a value, as serde's own messages would.
    pub fn read<'de, D>(deserializer: D) -> Result<Self, Failure>
    where
        D: serde::Deserializer<'de>,
    {
        serde_path_to_error::deserialize(deserializer).map_err(|error| {
            let field = error.path().to_string();
            let field = match field.as_str() {
                "." => "request".to_owned(),
                _ => field,
            };
            Self::refused(field)
        })
    }

    /// That a field is not as it should be.
    pub(crate) fn refused(field: String) -> Failure {
        Failure::new(
            ServerErrorCode::RequestInvalid,
            "is missing, not of its type, or not a field of a signing request",
        )
        .with_field(Some(field))
    }

    /// The Rust kit's own.
    pub fn into_request(self) -> server::SigningRequest {
        let mut request = server::SigningRequest::new()
            .sender_methods(self.sender_methods.unwrap_or_default())
            .recipient_methods(self.recipient_methods.unwrap_or_default());
        for link in &self.attachments {
            request = request.attachment(link.expose());
        }
        if let Some(sender) = &self.sender {
            request = request.sender(sender.expose());
        }
        for recipient in self.recipients.iter().flatten() {
            request = request.recipient(recipient.expose());
        }
        if self.view_only == Some(true) {
            request = request.view_only();
        }
        for person in self.sms.into_iter().flatten() {
            request = request.sms(server::SmsPerson {
                phone: person.phone,
                full_name: person.full_name,
                iin: person.iin,
                enable_bmg: person.enable_bmg.unwrap_or_default(),
            });
        }
        if let Some(url) = &self.webhook_url {
            request = request.webhook_url(url.expose());
        }
        request
    }
}

#[cfg(test)]
mod tests {
    use documentolog_protocol::BaseUrl;
    use serde_json::{Value, json};

    use super::*;

    fn whole() -> Value {
        json!({
            "attachments": ["https://a.kz/1.pdf"],
            "sender": "791028302728",
            "senderMethods": ["eds", "sms"],
            "recipients": ["180140005198"],
            "recipientMethods": ["egov-qr"],
            "viewOnly": false,
            "sms": [{"phone": "87011234567", "fullName": "Асқар", "iin": null, "enableBmg": true}],
            "webhookUrl": "https://shop.kz/webhooks/x",
        })
    }

    #[test]
    fn every_field_arrives() {
        let fields: Vec<_> = whole().as_object().unwrap().keys().cloned().collect();
        let mut named = SigningRequest::FIELDS.map(str::to_owned).to_vec();
        named.sort();
        assert_eq!(fields, named);
        let person = &whole()["sms"][0];
        for field in SmsPerson::FIELDS {
            assert!(person.get(field).is_some(), "{field}");
        }
        for list in SigningRequest::LISTS {
            assert!(whole()[list].is_array(), "{list}");
        }
        let request = SigningRequest::read(whole()).unwrap().into_request();
        let wire = request.check(&BaseUrl::default()).unwrap();
        assert_eq!(
            serde_json::to_value(wire).unwrap(),
            json!({
                "aAttachments": ["https://a.kz/1.pdf"],
                "sSetWebhookUrl": "https://shop.kz/webhooks/x",
                "iSendToRecipient": 1,
                "mRecipient": ["180140005198"],
                "mPhonesForSms": [{
                    "enableBMG": true, "phone": "+7 (701) 123-45-67", "fio": "Асқар", "iin": "", "type": "sms",
                }],
                "iRecipientSignatureRequired": 1,
                "mAvailableSignatureMethodsForRecipient": ["egov-qr"],
                "mAvailableSignatureMethods": ["eds", "sms"],
                "sSender": "791028302728",
            })
        );
    }

    #[test]
    fn what_is_left_out_is_named_with_its_own_reason() {
        for (place, left_out, field, reason) in [
            ("", "attachments", "attachments", "give at least one"),
            ("/sms/0", "phone", "sms[0].phone", "a phone number"),
            ("/sms/0", "fullName", "sms[0].fullName", "is missing"),
        ] {
            let mut request = whole();
            let fields = request.pointer_mut(place).unwrap();
            fields.as_object_mut().unwrap().remove(left_out).unwrap();
            let request = SigningRequest::read(request).unwrap().into_request();
            let failure = Failure::from(request.check(&BaseUrl::default()).unwrap_err());
            assert_eq!(failure.field.as_deref(), Some(field));
            assert!(failure.message.contains(reason), "{}", failure.message);
        }
    }

    #[test]
    fn what_is_of_another_type_is_named_and_not_repeated() {
        let rows = [
            ("/attachments", json!("https://a.kz"), Some("attachments")),
            ("/attachments/0", json!(7_910_283), Some("attachments[0]")),
            ("/viewOnly", json!("7910283"), Some("viewOnly")),
            ("/sms/0/phone", json!(7_910_283), Some("sms[0].phone")),
            (
                "/sms/0",
                json!({"phone": "x", "fullName": "7910283", "fio": "7910283"}),
                Some("sms[0].fio"),
            ),
            ("/sms/0", json!("7910283"), Some("sms[0]")),
            (
                "/senderMethods",
                json!({"7910283": 1}),
                Some("senderMethods"),
            ),
        ];
        for (place, wrong, field) in rows {
            let mut request = whole();
            *request.pointer_mut(place).unwrap() = wrong;
            let failure = SigningRequest::read(request).unwrap_err();
            assert_eq!(failure.field.as_deref(), field, "{place}");
            assert!(!failure.message.contains("7910283"), "{}", failure.message);
        }
        let failure = SigningRequest::read(json!({"attachments": [], "reciepients": []}));
        assert_eq!(failure.unwrap_err().field.as_deref(), Some("reciepients"));
        let failure = SigningRequest::read(json!("x")).unwrap_err();
        assert_eq!(failure.field.as_deref(), Some("request"));
    }
}
