//! What strangers send, in every shape: arbitrary bytes, arbitrary JSON, and the guide's own
//! samples with bytes changed, lost and doubled. Nothing may panic, and what is taken must
//! mean the same when it is read again.
//!
//! `cargo xtask fuzz --minutes 10` runs these for as long as one likes.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::str::FromStr;

use documentolog_protocol::{
    AccessToken, BaseUrl, SignatureMethod, TokenRequest, TokenResponse, WebhookEvent,
    identifiers::{Bin, EmailAddress, Iin, PhoneNumber, Recipient},
};
use documentolog_server::{
    SigningRequest,
    sans_io::{CanonicalWebhook, LinkParts, Sent, is_own_link, pause_before_next},
};
use proptest::{collection::vec, prelude::*};
use serde_json::{Map, Number, Value};

/// Samples of the guide: 4.1, 4.2, 1.3 and 1.1.
const SAMPLES: [&str; 5] = [
    r#"{"event":"document_sent","doc_id":"KZ000000000000000001234567"}"#,
    r#"{"event":"signer_signed","doc_id":"KZ1","signer":{"name":"Сейтқали Нұрлан","recipient":"000000000000"}}"#,
    r#"{"event":"document_completed","doc_id":"KZ1","document":"https://a.kz/1","download_all_files":"https://a.kz/2","download_files":[{"name":"sample.pdf","link":"https://a.kz/3"}],"download_files_with_eds":[{"name":"sample.pdf","link":"https://a.kz/4"}],"download_files_with_eds_ez":[]}"#,
    r#"{"status":1,"data":{"access_token":"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9...","scope":"document-create|document-sign","token_type":"Bearer"}}"#,
    r#"{"aAttachments":["https://a.kz/1.pdf"],"sSetWebhookUrl":"https://a.kz/w","iSendToRecipient":1,"mRecipient":["000000000000"],"mPhonesForSms":[{"enableBMG":false,"phone":"+7 (701) 123-45-67","fio":"Simple name","iin":"","type":"sms"}],"iRecipientSignatureRequired":1,"mAvailableSignatureMethods":["eds"],"sSender":"000000000000"}"#,
];

/// Names that mean something to a reader, and others.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec![
            "event", "doc_id", "signer", "name", "recipient", "document", "download_all_files",
            "download_files", "download_files_with_eds", "download_files_with_eds_ez", "link",
            "status", "data", "access_token", "scope", "token_type", "exp", "__proto__",
        ]).prop_map(str::to_owned),
        1 => ".{0,6}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "document_sent",
            "signer_signed",
            "signer_declined",
            "document_completed",
            "KZ1",
            "791028302728",
            "https://a.kz/1",
            "eyJ0.eyJl.c2ln",
            "\u{0}",
            "Bearer",
        ])
        .prop_map(str::to_owned),
        ".{0,12}",
    ]
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::Number)),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::Array),
            vec((name(), inner), 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// A change to some bytes: where, of what kind, with what.
type Change = (prop::sample::Index, u8, u8);

fn changed(sample: &str, changes: &[Change]) -> Vec<u8> {
    let mut bytes = sample.as_bytes().to_vec();
    for (place, kind, byte) in changes {
        if bytes.is_empty() {
            break;
        }
        let place = place.index(bytes.len());
        match kind % 5 {
            0 => bytes[place] = *byte,
            1 => bytes.insert(place, *byte),
            2 => drop(bytes.remove(place)),
            3 => bytes.truncate(place),
            _ => {
                let copy = bytes[place..].to_vec();
                bytes.splice(place..place, copy);
            }
        }
    }
    bytes
}

/// What somebody may send.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let changes = vec(
        (any::<prop::sample::Index>(), any::<u8>(), any::<u8>()),
        0..6,
    );
    prop_oneof![
        vec(any::<u8>(), 0..512),
        json().prop_map(|value| value.to_string().into_bytes()),
        (prop::sample::select(SAMPLES.to_vec()), changes)
            .prop_map(|(sample, changes)| changed(sample, &changes)),
        (0_usize..400, ".{0,8}").prop_map(|(depth, inner)| {
            let (open, close) = ("[".repeat(depth), "]".repeat(depth));
            format!(r#"{{"event":"x","y":{open}{inner}{close}}}"#).into_bytes()
        }),
    ]
}

/// Reads a text as one kind of identifier, and what it makes of it once more.
fn reads_back<T>(text: &str, to_wire: impl Fn(&T) -> String) -> Result<(), TestCaseError>
where
    T: FromStr + PartialEq + std::fmt::Debug,
{
    if let Ok(identifier) = text.parse::<T>() {
        let wire = to_wire(&identifier);
        let printed = format!("{identifier:?}");
        prop_assert!(!printed.contains(&wire));
        prop_assert!(wire.parse::<T>().is_ok_and(|again| again == identifier));
    }
    Ok(())
}

proptest! {
    #[test]
    fn webhooks(body in body()) {
        let named = serde_json::from_slice::<Map<String, Value>>(&body)
            .ok()
            .filter(|fields| fields.get("event").is_some_and(Value::is_string));
        let event = WebhookEvent::parse(&body);
        // A number that is too large for `serde_json` is no reason to refuse an event.
        prop_assert!(event.is_ok() || named.is_none());
        let (Ok(event), Some(fields)) = (event, named) else { return Ok(()) };
        if matches!(event, WebhookEvent::Unknown { .. }) {
            prop_assert_eq!(event.to_json(), Value::Object(fields));
        }
        let canonical = CanonicalWebhook::of(&event);
        let again = WebhookEvent::parse(canonical.body.as_bytes()).unwrap();
        prop_assert_eq!(&CanonicalWebhook::of(&again), &canonical);
        prop_assert_eq!(again.name(), event.name());
        prop_assert_eq!(again.unfit_field(), event.unfit_field());
        prop_assert_eq!(&again, &event);
        prop_assert_eq!(again.doc_id(), event.doc_id());
        prop_assert!(canonical.body.len() <= 7 * body.len() + 64);
        let printed = format!("{event:?} {canonical:?}");
        prop_assert!(!printed.contains("Нұрлан"));
    }

    #[test]
    fn token_responses(body in body()) {
        let Ok(response) = TokenResponse::parse(&body) else { return Ok(()) };
        let again = serde_json::to_vec(&response).unwrap();
        let again = TokenResponse::parse(&again).unwrap();
        prop_assert_eq!(&again.access_token, &response.access_token);
        prop_assert_eq!(again.scope, response.scope);
        let printed = format!("{:?}", response.access_token);
        prop_assert_eq!(printed, "AccessToken(…)");
    }

    #[test]
    fn token_requests(body in body()) {
        let Ok(request) = serde_json::from_slice::<TokenRequest>(&body) else { return Ok(()) };
        let wire = serde_json::to_vec(&request).unwrap();
        prop_assert!(serde_json::from_slice::<TokenRequest>(&wire).is_ok());
        let _ = format!("{request:?}");
    }

    #[test]
    fn access_tokens(text in prop_oneof!["[A-Za-z0-9_.-]{0,80}", ".{0,40}", "[.]{0,5}"]) {
        if let Ok(token) = AccessToken::new(text.clone()) {
            let url = BaseUrl::default().embed_url(&token);
            prop_assert!(url.expose().is_ascii());
            prop_assert_eq!(format!("{token:?}"), "AccessToken(…)");
        }
    }

    #[test]
    fn identifiers(text in prop_oneof![
        ".{0,24}", "[0-9]{11,13}", "[+]?[78 ()-]{1,4}[0-9 ()-]{8,16}", "[a-z.@ü]{1,40}",
    ]) {
        reads_back::<Iin>(&text, Iin::to_wire)?;
        reads_back::<Bin>(&text, Bin::to_wire)?;
        reads_back::<PhoneNumber>(&text, PhoneNumber::to_wire)?;
        reads_back::<EmailAddress>(&text, EmailAddress::to_wire)?;
        reads_back::<Recipient>(&text, Recipient::to_wire)?;
        let _ = SignatureMethod::from_wire(&text);
    }

    #[test]
    fn addresses(text in prop_oneof![
        ".{0,40}",
        "https?://[a-z0-9.:@\\[\\]/-]{0,30}",
        "https?://(localhost|127[.]0[.]0[.]1|10[.]0[.]0[.]1|\\[::1\\]|a[.]kz)(:[0-9]{0,6})?(/.{0,8})?",
    ]) {
        if let Ok(base_url) = BaseUrl::parse(&text) {
            prop_assert_eq!(BaseUrl::parse(base_url.origin()), Ok(base_url));
        }
        let link = LinkParts { origin: &text, host: &text, has_credentials: false };
        prop_assert!(!is_own_link(&BaseUrl::default(), link) || text == BaseUrl::DOCULITE);
        let sent = Sent::Answered { status: 503, retry_after: Some(&text) };
        prop_assert!(pause_before_next(1, sent, 0.5).is_none_or(|pause| pause.as_secs() <= 4));
    }

    /// Whatever is given to the builder, it is refused by its field or makes a request that the
    /// wire carries there and back.
    #[test]
    fn signing_requests(link in "(https://a.kz/)?.{0,20}", who in "[0-9a-z@.]{0,14}|791028302728", method in "eds|sms|.{0,6}") {
        let request = SigningRequest::new()
            .attachment(link)
            .sender(who.clone())
            .recipient(who.clone())
            .sender_methods([SignatureMethod::from_wire(&method)]);
        match request.check(&BaseUrl::default()) {
            Ok(request) => {
                let wire = serde_json::to_vec(&request).unwrap();
                prop_assert_eq!(serde_json::from_slice::<TokenRequest>(&wire).unwrap(), request);
            }
            Err(error) => prop_assert!(who.len() < 8 || !error.to_string().contains(&who)),
        }
    }
}
