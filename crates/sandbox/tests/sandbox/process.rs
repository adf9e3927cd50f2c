//! The guide's process description, from sending to signing, rejecting and reminding.

use crate::{
    receiver::{Receiver, names},
    stage::{RECIPIENT, SENDER, request, request_with, stage},
};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

#[tokio::test]
async fn the_sender_signs_and_then_the_recipient_by_their_own_link() {
    let (_sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let sender = stage.token(&request(&receiver.url())).await;
    assert_eq!(stage.messages(RECIPIENT).await, [], "before their turn");
    stage.act("sign", &sender, json!({"method": "eds"})).await;

    let invited = stage.messages(RECIPIENT).await;
    assert_eq!(invited.len(), 1);
    let (text, link) = &invited[0];
    assert!(
        text.contains("на подпись") && text.contains("30 дней"),
        "{text}"
    );
    assert!(!link.contains(RECIPIENT), "{link}");
    let recipient = stage.follow(link).await;
    assert_ne!(recipient, sender);
    assert_eq!(stage.state(&recipient).await, "ready");
    let (status, _) = stage
        .act("sign", &recipient, json!({"method": "sms"}))
        .await;
    assert_eq!(status, StatusCode::OK);

    let events = receiver.events(4).await;
    assert_eq!(
        names(&events),
        [
            "document_sent",
            "signer_signed",
            "signer_signed",
            "document_completed"
        ]
    );
    assert_eq!(stage.newest_document().await["status"], "completed");
    let told = stage.messages(SENDER).await;
    let (text, link) = told.last().unwrap();
    assert!(text.contains("подписан"), "{text}");
    assert_eq!(*link, events[3]["download_files_with_eds"][0]["link"]);
    assert_eq!(stage.get(link).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_link_is_active_for_30_days_and_then_says_so() {
    let (_sandbox, stage) = stage().await;
    let request = request_with("", &json!({"mAvailableSignatureMethods": []}));
    let first = stage.token(&request).await;
    let link = stage.messages(RECIPIENT).await[0].1.clone();
    stage.advance_days(29).await;
    assert_eq!(
        stage.state(&first).await,
        "error",
        "the token is of an hour"
    );
    let token = stage.follow(&link).await;
    assert_eq!(stage.state(&token).await, "ready");

    stage
        .tell(
            Method::POST,
            "clock",
            json!({"advance_seconds": 24 * 60 * 60 - 600}),
        )
        .await;
    let late = stage.follow(&link).await;
    stage
        .tell(Method::POST, "clock", json!({"advance_seconds": 600}))
        .await;
    for (language, words) in [
        ("kk", "Сілтеме 30 күн жарамды болды"),
        ("ru", "Ссылка действовала 30 дней"),
        ("en", "The link was active for 30 days and has expired"),
    ] {
        for page in [
            format!("{link}?lang={language}"),
            format!("/external/sign/embedded?sParams={late}&lang={language}"),
        ] {
            let (status, html) = stage.page(&page).await;
            assert_eq!(status, StatusCode::GONE);
            assert!(html.contains(words), "{language}: {html}");
        }
    }
    let (status, refusal) = stage.act("sign", &late, json!({"method": "eds"})).await;
    assert_eq!(
        (status, &refusal["error"]["code"]),
        (StatusCode::GONE, &json!("expired"))
    );
    let document = stage.newest_document().await;
    assert_eq!(document["status"], "not-signed");
    assert_eq!(document["parties"][0]["status"], "expired");

    stage.remind(&document).await;
    let reminder = stage.messages(RECIPIENT).await.pop().unwrap();
    // In the language of the page that was opened last.
    assert!(reminder.0.contains("Reminder"), "{}", reminder.0);
    assert_eq!(reminder.1, link);
    let token = stage.follow(&link).await;
    assert_eq!(
        stage.act("sign", &token, json!({"method": "eds"})).await.0,
        StatusCode::OK
    );
    let (status, _) = stage
        .page(&format!("{}/external/sign/link/0", stage.origin))
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn rejecting_tells_the_sender() {
    let (_sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let request = request_with(&receiver.url(), &json!({"mAvailableSignatureMethods": []}));
    let token = stage.token(&request).await;
    let (_, message) = stage.act("reject", &token, json!({})).await;
    assert_eq!(message["type"], "user-close");
    let events = receiver.events(2).await;
    assert_eq!(events[1]["event"], "signer_declined");
    assert_eq!(events[1]["signer"]["recipient"], RECIPIENT);
    let (text, link) = stage.messages(SENDER).await.pop().unwrap();
    assert!(
        text.contains("отклонён") && text.contains("Асқар Әлиев"),
        "{text}"
    );
    let (status, html) = stage.page(&format!("{link}?lang=en")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        html.contains("Rejected") && !html.contains("id=\"remind\""),
        "{html}"
    );
    let document = stage.newest_document().await;
    assert_eq!(document["status"], "declined");
    assert_eq!(document["parties"][0]["status"], "declined");
}

#[tokio::test]
async fn whoever_closes_without_a_decision_is_reminded_by_the_sender() {
    let (_sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let sender = stage.token(&request(&receiver.url())).await;
    let (_, sender_page) = stage.messages(SENDER).await.remove(0);
    let (_, html) = stage.page(&sender_page).await;
    assert!(
        !html.contains("id=\"remind\""),
        "nobody has been asked yet: {html}"
    );
    stage.act("sign", &sender, json!({"method": "eds"})).await;
    let link = stage.messages(RECIPIENT).await[0].1.clone();
    let token = stage.follow(&link).await;
    let (_, closed) = stage.act("close", &token, json!({})).await;
    assert_eq!(
        closed,
        json!({"isDocumentolog": true, "type": "user-close", "success": false})
    );
    let document = stage.newest_document().await;
    assert_eq!(document["status"], "not-signed");
    assert_eq!(document["parties"][1]["status"], "closed");

    let (_, html) = stage.page(&format!("{sender_page}?lang=en")).await;
    assert!(
        html.contains("Not signed") && html.contains("id=\"remind\""),
        "{html}"
    );
    assert_eq!(
        stage.post(&format!("{sender_page}/reminder")).await,
        StatusCode::OK
    );
    let reminded = stage.messages(RECIPIENT).await;
    assert_eq!(reminded.len(), 2);
    assert_eq!(reminded[1].1, link);
    let token = stage.follow(&link).await;
    stage.act("sign", &token, json!({"method": "eds"})).await;
    assert_eq!(stage.newest_document().await["status"], "completed");
    assert_eq!(
        stage.post(&format!("{sender_page}/reminder")).await,
        StatusCode::CONFLICT
    );
    let stranger = format!("{}/external/document/sent/0/reminder", stage.origin);
    assert_eq!(stage.post(&stranger).await, StatusCode::NOT_FOUND);
    assert_eq!(
        receiver.events(4).await.len(),
        4,
        "closing and reminding are no events"
    );
}

#[tokio::test]
async fn who_only_views_gets_a_link_when_all_have_signed_and_has_nothing_to_sign() {
    let (_sandbox, stage) = stage().await;
    let view_only = json!({"iRecipientSignatureRequired": 0});
    let sender = stage.token(&request_with("", &view_only)).await;
    assert_eq!(stage.messages(RECIPIENT).await, []);
    stage.act("sign", &sender, json!({"method": "eds"})).await;
    let (text, link) = stage.messages(RECIPIENT).await.remove(0);
    assert!(text.contains("для ознакомления"), "{text}");
    let party = |document: Value| document["parties"][1].clone();
    assert_eq!(party(stage.newest_document().await)["status"], "to-view");
    let token = stage.follow(&link).await;
    assert_eq!(stage.state(&token).await, "view");
    let viewer = party(stage.newest_document().await);
    assert_eq!(
        (&viewer["status"], &viewer["role"]),
        (&json!("viewed"), &json!("viewer"))
    );
    let (status, _) = stage.act("sign", &token, json!({"method": "eds"})).await;
    assert_eq!(status, StatusCode::CONFLICT);
    let (_, closed) = stage.act("close", &token, json!({})).await;
    assert_eq!(closed["type"], "user-close");
    assert_eq!(stage.newest_document().await["status"], "completed");

    let nobody_signs = json!({"iRecipientSignatureRequired": 0, "mAvailableSignatureMethods": []});
    let viewer = stage.token(&request_with("", &nobody_signs)).await;
    assert_eq!(stage.state(&viewer).await, "view");
    assert_eq!(stage.newest_document().await["status"], "completed");
}

#[tokio::test]
async fn several_recipients_sign_one_after_another() {
    let (_sandbox, stage) = stage().await;
    let people = ["791028302728", "person@example.kz", "+77017654321"];
    let several = json!({"mRecipient": people, "mAvailableSignatureMethods": []});
    let first = stage.token(&request_with("", &several)).await;
    let mut token = first.clone();
    for (place, person) in people.iter().enumerate() {
        let messages = stage.messages(person).await;
        assert_eq!(messages.len(), 1, "{person}");
        if place > 0 {
            token = stage.follow(&messages[0].1).await;
        }
        for later in &people[place + 1..] {
            assert_eq!(stage.messages(later).await, [], "{later} before {person}");
        }
        let (status, _) = stage.act("sign", &token, json!({"method": "eds"})).await;
        assert_eq!(status, StatusCode::OK, "{person}");
    }
    assert_eq!(stage.newest_document().await["status"], "completed");
    let mailboxes = stage.read("messages").await;
    let channels: Vec<_> = mailboxes["mailboxes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mailbox| mailbox["messages"][0]["channel"].clone())
        .collect();
    assert_eq!(
        channels,
        ["sms", "sms", "email", "sms"],
        "sender and recipients"
    );
}

#[tokio::test]
async fn messages_are_in_the_language_that_the_recipient_reads_and_shown_in_the_inbox() {
    let (_sandbox, stage) = stage().await;
    let view = json!({"mAvailableSignatureMethods": []});
    stage.token(&request_with("", &view)).await;
    let link = stage.messages(RECIPIENT).await[0].1.clone();
    for (language, words) in [
        ("kk", "Еске саламыз"),
        ("en", "Reminder"),
        ("ru", "Напоминаем"),
    ] {
        let token = stage.follow(&link).await;
        stage
            .page(&format!(
                "/external/sign/embedded?sParams={token}&lang={language}"
            ))
            .await;
        stage.remind(&stage.newest_document().await).await;
        let (text, _) = stage.messages(RECIPIENT).await.pop().unwrap();
        assert!(text.contains(words), "{language}: {text}");
    }
    let mailboxes = stage.read("messages").await;
    let mailbox = &mailboxes["mailboxes"][1];
    let id = mailbox["id"].as_str().unwrap();
    let (_, list) = stage.page("/sandbox/inbox?lang=en").await;
    assert!(list.contains(&format!("/sandbox/inbox/{id}")) && list.contains("Асқар Әлиев"));
    let (status, html) = stage.page(&format!("/sandbox/inbox/{id}?lang=en")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        html.contains("Еске саламыз") && html.contains(&link),
        "{html}"
    );
}
