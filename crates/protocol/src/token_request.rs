//! What a back end asks a token for (guide 1.1 and 1.2).

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    Checked, OtherFields, PersonalText, SensitiveUrl, SignatureMethod,
    identifiers::{Iin, PhoneNumber, Recipient},
};

/// The body of a token request: documents, who sends them, who receives them and
/// how each may sign.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TokenRequest {
    /// Links to the files to sign. Wire: `aAttachments`.
    #[serde(rename = "aAttachments")]
    pub attachments: Vec<SensitiveUrl>,
    /// Where webhooks go. Webhooks carry no signature, so a back end puts a
    /// secret of its own into this address. Wire: `sSetWebhookUrl`.
    #[serde(rename = "sSetWebhookUrl", skip_serializing_if = "Option::is_none")]
    pub webhook_url: Option<SensitiveUrl>,
    /// Whether the document goes on to the recipients. Wire: `iSendToRecipient`,
    /// 1 or 0.
    #[serde(rename = "iSendToRecipient", with = "flag")]
    pub send_to_recipient: bool,
    /// Who receives the document. Wire: `mRecipient`.
    #[serde(rename = "mRecipient")]
    pub recipients: Vec<Checked<Recipient>>,
    /// How recipients are reached by SMS. Wire: `mPhonesForSms`.
    #[serde(rename = "mPhonesForSms", skip_serializing_if = "Vec::is_empty")]
    pub sms_recipients: Vec<SmsRecipient>,
    /// Whether recipients sign (true) or only view (false). Wire:
    /// `iRecipientSignatureRequired`, 1 or 0.
    #[serde(rename = "iRecipientSignatureRequired", with = "flag")]
    pub recipient_signature_required: bool,
    /// The methods recipients may choose from. Wire:
    /// `mAvailableSignatureMethodsForRecipient`.
    #[serde(
        rename = "mAvailableSignatureMethodsForRecipient",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub recipient_signature_methods: Vec<SignatureMethod>,
    /// The methods the sender may choose from. Wire:
    /// `mAvailableSignatureMethods`.
    #[serde(
        rename = "mAvailableSignatureMethods",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub sender_signature_methods: Vec<SignatureMethod>,
    /// Who sends the document. Wire: `sSender`.
    #[serde(rename = "sSender", skip_serializing_if = "Option::is_none")]
    pub sender: Option<Checked<Recipient>>,
    /// Fields this version does not know, as they are.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// How one recipient is reached by SMS (guide 1.2, `mPhonesForSms`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SmsRecipient {
    /// Whether the BMG service sends the SMS. Wire: `enableBMG`.
    #[serde(rename = "enableBMG", default)]
    pub enable_bmg: bool,
    /// The phone number. Wire: `phone`, as `+X (XXX) XXX-XX-XX`.
    #[serde(with = "guide_phone")]
    pub phone: Checked<PhoneNumber>,
    /// The person's full name. Wire: `fio`.
    #[serde(rename = "fio")]
    pub full_name: PersonalText,
    /// The person's IIN, if known. Wire: `iin`, empty where unknown.
    #[serde(default, with = "optional_iin")]
    pub iin: Option<Checked<Iin>>,
    /// How the code is sent. Wire: `type`.
    #[serde(rename = "type")]
    pub sending_type: SmsSendingType,
    /// Fields this version does not know, as they are.
    #[serde(flatten)]
    pub other: OtherFields,
}

/// How a code is sent (guide 1.2, `type`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SmsSendingType {
    /// By SMS, the only type in the guide.
    Sms,
    /// A type this version does not know, as it came.
    #[serde(untagged)]
    Other(String),
}

/// The guide's flags: 1 for yes, 0 for no.
mod flag {
    use super::{Deserialize, Deserializer, Serializer};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde's `with` passes references"
    )]
    pub(super) fn serialize<S: Serializer>(flag: &bool, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(u8::from(*flag))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<bool, D::Error> {
        match u8::deserialize(deserializer)? {
            0 => Ok(false),
            1 => Ok(true),
            _ => Err(serde::de::Error::custom("a flag is 1 or 0")),
        }
    }
}

/// A phone number in the guide's format, or whatever came.
mod guide_phone {
    use super::{Checked, Deserialize, Deserializer, PhoneNumber, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        phone: &Checked<PhoneNumber>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match phone {
            Checked::Valid(phone) => serializer.serialize_str(&phone.to_guide_format()),
            Checked::Unrecognized(text) => text.serialize(serializer),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Checked<PhoneNumber>, D::Error> {
        Checked::deserialize(deserializer)
    }
}

/// An IIN that is an empty text where there is none.
mod optional_iin {
    use super::{Checked, Deserialize, Deserializer, Iin, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        iin: &Option<Checked<Iin>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match iin {
            Some(iin) => iin.serialize(serializer),
            None => serializer.serialize_str(""),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Checked<Iin>>, D::Error> {
        let text = String::deserialize(deserializer)?;
        Ok((!text.is_empty()).then(|| Checked::read(&text)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The sample of guide 1.1.
    fn guide_sample() -> Value {
        json!({
            "aAttachments": ["https://dlkz.doculite.kz/rct/sample.pdf"],
            "sSetWebhookUrl": "https://your-server.com/webhook",
            "iSendToRecipient": 1,
            "mRecipient": ["000000000000"],
            "mPhonesForSms": [{
                "enableBMG": false,
                "phone": "+X (XXX) XXX-XX-XX",
                "fio": "Simple name",
                "iin": "",
                "type": "sms"
            }],
            "iRecipientSignatureRequired": 1,
            "mAvailableSignatureMethodsForRecipient": ["eds", "egov-qr", "adobe-sign", "sms"],
            "mAvailableSignatureMethods": ["eds", "egov-qr", "adobe-sign", "sms"],
            "sSender": "000000000000"
        })
    }

    #[test]
    fn the_guides_sample_round_trips() {
        let request: TokenRequest = serde_json::from_value(guide_sample()).unwrap();
        assert_eq!(
            request.attachments[0].expose(),
            "https://dlkz.doculite.kz/rct/sample.pdf"
        );
        assert!(request.send_to_recipient && request.recipient_signature_required);
        assert!(matches!(
            request.recipients[0],
            Checked::Valid(Recipient::Iin(_))
        ));
        assert_eq!(request.sender_signature_methods, SignatureMethod::KNOWN);
        assert_eq!(request.sms_recipients[0].iin, None);
        assert_eq!(request.sms_recipients[0].phone.valid(), None);
        assert_eq!(serde_json::to_value(&request).unwrap(), guide_sample());
    }

    #[test]
    fn unknown_fields_methods_and_types_are_kept() {
        let mut sample = guide_sample();
        sample["bNew"] = json!({"deep": [1, 2]});
        sample["mAvailableSignatureMethods"] = json!(["face-id"]);
        sample["mPhonesForSms"][0]["type"] = json!("whatsapp");
        sample["mPhonesForSms"][0]["lang"] = json!("kk");
        let request: TokenRequest = serde_json::from_value(sample.clone()).unwrap();
        assert_eq!(serde_json::to_value(&request).unwrap(), sample);
    }

    #[test]
    fn a_phone_goes_out_in_the_guides_format() {
        let mut sample = guide_sample();
        sample["mPhonesForSms"][0]["phone"] = json!("87011234567");
        let request: TokenRequest = serde_json::from_value(sample).unwrap();
        let wire = serde_json::to_value(&request).unwrap();
        assert_eq!(wire["mPhonesForSms"][0]["phone"], "+7 (701) 123-45-67");
    }

    #[test]
    fn a_flag_is_1_or_0() {
        for wrong in [json!(2), json!(true), json!("1"), json!(-1)] {
            let mut sample = guide_sample();
            sample["iSendToRecipient"] = wrong.clone();
            assert!(
                serde_json::from_value::<TokenRequest>(sample).is_err(),
                "{wrong}"
            );
        }
    }

    #[test]
    fn debug_prints_nothing_personal_or_secret() {
        let mut sample = guide_sample();
        sample["sExtra"] = json!("791028302728");
        sample["mPhonesForSms"][0]["phone"] = json!("87011234567");
        sample["mPhonesForSms"][0]["iin"] = json!("791028302728");
        let printed = format!(
            "{:?}",
            serde_json::from_value::<TokenRequest>(sample).unwrap()
        );
        for part in [
            "000000000000",
            "791028302728",
            "701",
            "Simple name",
            "your-server",
            "dlkz.doculite",
        ] {
            assert!(!printed.contains(part), "{part} in {printed}");
        }
    }
}
