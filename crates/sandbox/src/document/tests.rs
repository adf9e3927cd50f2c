use serde_json::json;

use super::{people::NAMELESS, *};

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
    let request = serde_json::from_value(request).unwrap();
    let (document, occurrences) = Document::new(7, || "c".to_owned(), &request, 0)?;
    assert_eq!(occurrences[0], Occurrence::Sent);
    Some(document)
}

fn by(method: SignatureMethod) -> Signature {
    Signature {
        method,
        signed_at: 0,
        signed_data: Vec::new(),
    }
}

#[test]
fn sender_then_recipient_then_completed() {
    let mut document = document(json!({})).unwrap();
    assert_eq!(document.doc_id, "KZ000000000000000000000007");
    assert_eq!(
        (document.status(0), document.turn()),
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
        Ok(vec![
            Occurrence::Signed { party: 0 },
            Occurrence::Invited { person: 1 }
        ])
    );
    assert_eq!(
        (document.status(0), document.turn()),
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
        (document.status(0), document.turn()),
        (Status::Completed, Turn::Nobody)
    );
    assert_eq!(document.decline(1, 0), Err(ActionError::AlreadySigned));
}

#[test]
fn a_rejection_ends_it() {
    let mut document = document(json!({})).unwrap();
    assert_eq!(
        document.decline(0, 0),
        Ok(vec![Occurrence::Declined { party: 0 }])
    );
    assert_eq!(
        (document.status(0), document.turn()),
        (Status::Declined, Turn::Nobody)
    );
    assert_eq!(
        document.sign(0, by(SignatureMethod::Eds)),
        Err(ActionError::Declined)
    );
    assert_eq!(document.decline(0, 0), Err(ActionError::Declined));
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
    assert!(document(json!({"mAvailableSignatureMethods": [], "iSendToRecipient": 0})).is_none());
}

#[test]
fn names_come_from_the_request() {
    let person =
        json!([{"phone": "87011234567", "fio": "Асқар", "iin": "791028302728", "type": "sms"}]);
    let document = document(json!({"mPhonesForSms": person})).unwrap();
    assert_eq!(document.parties[0].name.expose(), NAMELESS);
    assert_eq!(document.parties[1].name.expose(), "Асқар");
}

/// The guide's own sample leaves `iin` empty.
#[test]
fn where_the_iin_is_empty_a_phone_is_the_recipients_in_the_same_place() {
    let told =
        |phone: &str, iin: &str| json!({"phone": phone, "fio": phone, "iin": iin, "type": "sms"});
    let (first, second) = ("+7 (701) 123-45-67", "+7 (702) 765-43-21");
    let (asqar, another) = ("791028302728", "061211600012");
    // Recipients, what is told, the endings of their phones.
    let rows = [
        (json!([asqar]), json!([told(first, "")]), vec![Some("67")]),
        (
            json!([asqar, another]),
            json!([told(first, ""), told(second, "")]),
            vec![Some("67"), Some("21")],
        ),
        // By the IIN, whatever the place.
        (
            json!([asqar, another]),
            json!([told(first, another), told(second, asqar)]),
            vec![Some("21"), Some("67")],
        ),
        // What names somebody else is not taken for its place.
        (json!([asqar]), json!([told(first, another)]), vec![None]),
        (
            json!([asqar, "+77011234567"]),
            json!([told(first, "")]),
            vec![None, Some("67")],
        ),
        (
            json!(["+77011234567"]),
            json!([told(second, "")]),
            vec![Some("67")],
        ),
        (json!([asqar]), json!([]), vec![None]),
        (
            json!([asqar]),
            json!([told("+X (XXX) XXX-XX-XX", "")]),
            vec![None],
        ),
    ];
    for (recipients, told, expected) in rows {
        let document = document(json!({
            "mRecipient": recipients, "mPhonesForSms": told, "mAvailableSignatureMethods": [],
            "mAvailableSignatureMethodsForRecipient": ["sms"],
        }));
        let document = document.unwrap();
        let endings: Vec<_> = document.parties.iter().map(Party::phone_ending).collect();
        assert_eq!(endings, expected, "{recipients} {told}");
        let without = expected.iter().filter(|ending| ending.is_none()).count();
        assert_eq!(document.recipients_without_phone(), without);
    }
    let by_qr = document(json!({})).unwrap();
    assert_eq!(by_qr.recipients_without_phone(), 0, "SMS is not offered");
}

#[test]
fn a_link_is_active_for_30_days_and_again_after_a_reminder() {
    let mut document = document(json!({"mAvailableSignatureMethods": []})).unwrap();
    assert_eq!(document.status(LINK_LIFETIME - 1), Status::InProgress);
    assert_eq!(document.status(LINK_LIFETIME), Status::NotSigned);
    assert_eq!(
        document.party_status(0, LINK_LIFETIME),
        PartyStatus::Expired
    );
    assert_eq!(
        document.decline(0, LINK_LIFETIME),
        Err(ActionError::Expired)
    );
    let reminded = Ok(vec![Occurrence::Reminded { person: 0 }]);
    assert_eq!(document.remind(LINK_LIFETIME - 1), reminded);
    assert_eq!(
        document.status(LINK_LIFETIME),
        Status::NotSigned,
        "a reminder of an active link prolongs it"
    );
    assert_eq!(document.remind(LINK_LIFETIME), reminded);
    assert_eq!(document.status(2 * LINK_LIFETIME - 1), Status::InProgress);
    let late = Signature {
        signed_at: 2 * LINK_LIFETIME,
        ..by(SignatureMethod::EgovQr)
    };
    assert_eq!(document.sign(0, late), Err(ActionError::Expired));
}

#[test]
fn closing_leaves_the_link_and_says_not_signed() {
    let mut document = document(json!({})).unwrap();
    assert_eq!(document.close(1, 0), Ok(vec![]), "not their turn");
    assert_eq!(document.status(0), Status::InProgress);
    assert_eq!(document.close(0, 0), Ok(vec![]));
    assert_eq!(document.status(0), Status::NotSigned);
    assert_eq!(document.remind(0), Err(ActionError::NobodyToRemind));
    document.sign(0, by(SignatureMethod::Eds)).unwrap();
    assert_eq!(document.status(0), Status::Signing);
    document.close(1, 0).unwrap();
    assert_eq!(document.status(0), Status::NotSigned);
    assert!(document.remind(0).is_ok());
    document.sign(1, by(SignatureMethod::EgovQr)).unwrap();
    assert_eq!(document.status(0), Status::Completed);
    assert_eq!(document.remind(0), Err(ActionError::NobodyToRemind));
}

#[test]
fn who_only_views_gets_the_document_once_it_is_signed() {
    let view_only =
        json!({"iRecipientSignatureRequired": 0, "mRecipient": ["791028302728", "a@b.kz"]});
    let mut document = document(view_only.clone()).unwrap();
    assert_eq!(document.party_status(1, 0), PartyStatus::Waiting);
    assert_eq!(
        document.sign(0, by(SignatureMethod::Eds)),
        Ok(vec![
            Occurrence::Signed { party: 0 },
            Occurrence::Completed,
            Occurrence::Invited { person: 1 },
            Occurrence::Invited { person: 2 },
        ])
    );
    document.view(2);
    let statuses: Vec<_> = (0..4)
        .map(|number| document.party_status(number, 0))
        .collect();
    let expected = [
        PartyStatus::Signed,
        PartyStatus::ToView,
        PartyStatus::Viewed,
        PartyStatus::Waiting,
    ];
    assert_eq!(statuses, expected);
    assert_eq!(
        document.party_status(1, LINK_LIFETIME),
        PartyStatus::Expired
    );
    assert_eq!(
        document.sign(1, by(SignatureMethod::Eds)),
        Err(ActionError::NotYet)
    );
}

#[test]
fn a_document_that_nobody_signs_is_completed_by_sending_it() {
    let request = json!({"iSendToRecipient": 1, "mRecipient": ["a@b.kz"]});
    let request = serde_json::from_value(request).unwrap();
    let (document, occurrences) = Document::new(7, String::new, &request, 0).unwrap();
    assert_eq!(
        occurrences,
        [
            Occurrence::Sent,
            Occurrence::Completed,
            Occurrence::Invited { person: 0 }
        ]
    );
    assert_eq!(document.status(0), Status::Completed);
}
