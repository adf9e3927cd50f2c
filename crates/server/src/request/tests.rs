use proptest::prelude::*;
use serde_json::json;

use super::*;

const IIN: &str = "791028302728";

fn service() -> BaseUrl {
    BaseUrl::default()
}

fn request() -> SigningRequest {
    SigningRequest::new()
        .attachment("https://a.kz/contracts/1.pdf")
        .sender(IIN)
        .sender_methods([SignatureMethod::Eds])
}

fn person() -> SmsPerson {
    SmsPerson {
        phone: PersonalText::new("8 701 123 45 67"),
        full_name: PersonalText::new("Асқар"),
        iin: None,
        enable_bmg: false,
    }
}

#[test]
fn the_guides_request_in_the_fields_words() {
    let request = request()
        .sender_methods(SignatureMethod::KNOWN)
        .recipient("180140005198")
        .recipient_methods(SignatureMethod::KNOWN)
        .sms(person())
        .webhook_url("https://shop.kz/webhooks/secret");
    assert_eq!(
        serde_json::to_value(request.check(&service()).unwrap()).unwrap(),
        json!({
            "aAttachments": ["https://a.kz/contracts/1.pdf"],
            "sSetWebhookUrl": "https://shop.kz/webhooks/secret",
            "iSendToRecipient": 1,
            "mRecipient": ["180140005198"],
            "mPhonesForSms": [{
                "enableBMG": false, "phone": "+7 (701) 123-45-67", "fio": "Асқар", "iin": "", "type": "sms",
            }],
            "iRecipientSignatureRequired": 1,
            "mAvailableSignatureMethodsForRecipient": ["eds", "egov-qr", "adobe-sign", "sms"],
            "mAvailableSignatureMethods": ["eds", "egov-qr", "adobe-sign", "sms"],
            "sSender": IIN,
        })
    );
}

#[test]
fn recipients_may_only_view() {
    let viewed = request().recipient("a@b.kz").view_only();
    let viewed = viewed.check(&service()).unwrap();
    assert!(viewed.send_to_recipient && !viewed.recipient_signature_required);
}

#[test]
fn refusals_name_the_field_and_not_the_value() {
    use RequestRefusal as R;
    let other = SignatureMethod::from_wire("face-id");
    let rows: [(SigningRequest, &str, R); 22] = [
        (SigningRequest::new(), "attachments", R::Empty),
        (
            request().attachment("http://a.kz/1.pdf"),
            "attachments[1]",
            R::NotALink,
        ),
        (
            request().attachment("https://u:p@a.kz/1.pdf"),
            "attachments[1]",
            R::NotALink,
        ),
        (
            request().attachment("http://localhost/1.pdf"),
            "attachments[1]",
            R::Loopback,
        ),
        (
            request().attachment("http://localhost/a b.pdf"),
            "attachments[1]",
            R::NotALink,
        ),
        (
            request().webhook_url("http://localhost:3000/webhook"),
            "webhook_url",
            R::Loopback,
        ),
        (
            request().webhook_url("https://127.0.0.1/webhook"),
            "webhook_url",
            R::Loopback,
        ),
        (
            request().attachment("javascript:alert(1)"),
            "attachments[1]",
            R::NotALink,
        ),
        (
            request().attachment("https://a.kz/a b.pdf"),
            "attachments[1]",
            R::NotALink,
        ),
        (
            request().attachment(format!("https://a.kz/{}", "x".repeat(2_048))),
            "attachments[1]",
            R::TooLong,
        ),
        (
            request().attachment("https://a.kz/setup.exe?x=1.pdf"),
            "attachments[1]",
            R::Format,
        ),
        (
            request().webhook_url("shop.kz/webhooks"),
            "webhook_url",
            R::NotALink,
        ),
        (
            request().sender("791028302729"),
            "sender",
            R::Identifier(IdentifierError::ControlDigit),
        ),
        (
            request().recipient("nobody"),
            "recipients[0]",
            R::Identifier(IdentifierError::Recipient),
        ),
        // An IIN that lost a digit would be a stranger's phone number.
        (
            request().recipient("87011230045"),
            "recipients[0]",
            R::Identifier(IdentifierError::BareDigits),
        ),
        (
            request().recipient(IIN).recipient(IIN),
            "recipients[1]",
            R::Twice,
        ),
        (
            request().sender_methods([SignatureMethod::Eds, other]),
            "sender_methods[1]",
            R::Method,
        ),
        (
            request().sms(SmsPerson {
                phone: PersonalText::new("123"),
                ..person()
            }),
            "sms[0].phone",
            R::Identifier(IdentifierError::Phone),
        ),
        (
            request().sms(SmsPerson {
                full_name: PersonalText::new(" "),
                ..person()
            }),
            "sms[0].full_name",
            R::Blank,
        ),
        (request().sender_methods([]), "recipients", R::Nobody),
        (request().view_only(), "view_only", R::NoRecipient),
        (
            request().recipient_methods([SignatureMethod::Eds]),
            "recipient_methods",
            R::NoRecipient,
        ),
    ];
    for (request, field, reason) in rows {
        let error = request.check(&service()).unwrap_err();
        assert_eq!((error.field.as_str(), error.reason), (field, reason));
        let text = format!("{error} {error:?}");
        for value in ["a.kz", "791028302729", "8701", "nobody", "123", "face-id"] {
            assert!(!text.contains(value), "{text}");
        }
    }
}

#[test]
fn every_listed_format_and_a_link_without_an_ending_are_taken() {
    for ending in FORMATS {
        let link = format!("https://a.kz/file.{}?v=1", ending.to_uppercase());
        assert!(
            request().attachment(link).check(&service()).is_ok(),
            "{ending}"
        );
    }
    for link in [
        "https://a.kz/files/42",
        "https://a.kz",
        "https://a.kz/?file=1.exe",
    ] {
        assert!(
            request().attachment(link).check(&service()).is_ok(),
            "{link}"
        );
    }
}

#[test]
fn a_local_service_may_fetch_from_loopback() {
    let sandbox = BaseUrl::parse("http://127.0.0.1:4100").unwrap();
    let local = request()
        .attachment("http://localhost:4000/1.pdf")
        .webhook_url("http://localhost:4000/webhooks/x");
    assert!(local.check(&sandbox).is_ok());
}

#[test]
fn nothing_personal_is_printed() {
    let request = request().recipient("a@b.kz").sms(person());
    let printed = format!("{request:?}");
    for part in [IIN, "a@b.kz", "Асқар", "701", "a.kz"] {
        assert!(!printed.contains(part), "{part} in {printed}");
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(text in "\\PC{0,40}") {
        let request = request()
            .attachment(text.clone())
            .webhook_url(text.clone())
            .sender(text.clone())
            .recipient(text);
        let _ = request.check(&service());
    }
}
