//! How documents are signed, and what is told of it.

use std::io::Read;

use documentolog_protocol::{SignatureMethod, WebhookEvent};
use documentolog_sandbox::Status;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    receiver::{Receiver, names},
    signer::Signer,
    stage::{SENDER, guide_request, request_of_one, stage},
};

#[tokio::test]
async fn each_method_signs_and_the_webhooks_come_in_order_with_links_that_open() {
    for (method, spelling) in [
        ("eds", "eds"),
        ("egov-qr", "egov_gr"),
        ("sms", "sms"),
        ("adobe-sign", "adobe-sign"),
    ] {
        let (sandbox, stage) = stage().await;
        let receiver = Receiver::start(vec![]).await;
        let token = stage.token(&request_of_one(&receiver.url())).await;
        let message = Signer::at(&sandbox, &token).sign(method).await;
        let expected =
            json!({"isDocumentolog": true, "type": "sign", "success": true, "signType": spelling});
        assert_eq!(message, expected, "the guide's message");
        let events = receiver.events(3).await;
        assert_eq!(
            names(&events),
            ["document_sent", "signer_signed", "document_completed"],
            "{method}"
        );
        for event in &events {
            let known = WebhookEvent::parse(event.to_string().as_bytes()).unwrap();
            assert!(!matches!(known, WebhookEvent::Unknown { .. }));
        }
        assert_eq!(events[1]["signer"]["recipient"], "000000000000");
        assert_eq!(
            sandbox.status(events[0]["doc_id"].as_str().unwrap()),
            Some(Status::Completed)
        );
        links_open(&events[2]).await;
    }
}

async fn links_open(completed: &Value) {
    let get = async |link: &Value| crate::stage::get(link.as_str().unwrap()).await;
    let view = get(&completed["document"]).await;
    assert_eq!(view.status(), StatusCode::OK);
    assert!(view.text().await.unwrap().contains("sample.pdf"));
    let plain = get(&completed["download_files"][0]["link"]).await;
    assert_eq!(plain.headers()["content-type"], "application/pdf");
    assert!(plain.bytes().await.unwrap().starts_with(b"%PDF-"));
    let bytes = get(&completed["download_all_files"])
        .await
        .bytes()
        .await
        .unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let found: Vec<_> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(found, ["sample.pdf"]);
    let mut start = [0; 5];
    archive.by_index(0).unwrap().read_exact(&mut start).unwrap();
    assert_eq!(&start, b"%PDF-");
    let signed = [
        ("download_files_with_eds", "p7m"),
        ("download_files_with_eds_ez", "cms"),
    ];
    for (name, extension) in signed {
        let file = get(&completed[name][0]["link"]).await;
        let disposition = file.headers()["content-disposition"].to_str().unwrap();
        let expected = format!("attachment; filename=\"sample.pdf.{extension}\"");
        assert_eq!(disposition, expected);
        let type_ = &file.headers()["content-type"];
        assert_eq!(type_, "application/pkcs7-mime; smime-type=signed-data");
    }
    for link in [
        &completed["document"],
        &completed["download_all_files"],
        &completed["download_files"][0]["link"],
        &completed["download_files_with_eds"][0]["link"],
        &completed["download_files_with_eds_ez"][0]["link"],
    ] {
        let wrong = link.as_str().unwrap().split("capability=").next().unwrap();
        for capability in ["", "0", &"0".repeat(32)] {
            let refused = crate::stage::get(&format!("{wrong}capability={capability}")).await;
            assert_eq!(refused.status(), StatusCode::NOT_FOUND);
        }
    }
}

#[tokio::test]
async fn rejecting_ends_the_document() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let token = stage.token(&request_of_one(&receiver.url())).await;
    let (status, message) = stage.act("reject", &token, json!({})).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(
        message,
        json!({"isDocumentolog": true, "type": "user-close", "success": false})
    );
    let events = receiver.events(2).await;
    assert_eq!(events[1]["event"], "signer_declined");
    assert_eq!(
        sandbox.status(events[1]["doc_id"].as_str().unwrap()),
        Some(Status::Declined)
    );
    let (status, _) = stage.act("eds/start", &token, json!({})).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(stage.state(&token).await, "declined");
}

#[tokio::test]
async fn a_failed_try_and_closing_decide_nothing() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let token = stage.token(&request_of_one(&receiver.url())).await;
    let (_, failed) = stage.act("eds/finish", &token, json!({"fail": true})).await;
    assert_eq!(
        failed["message"],
        json!({"isDocumentolog": true, "type": "sign", "success": false, "signType": "eds"})
    );
    let sent = receiver.events(1).await;
    let doc_id = sent[0]["doc_id"].as_str().unwrap();
    assert_eq!(sandbox.status(doc_id), Some(Status::InProgress));
    let (_, closed) = stage.act("close", &token, json!({})).await;
    assert_eq!(closed["type"], "user-close");
    assert_eq!(sandbox.status(doc_id), Some(Status::NotSigned));
    assert_eq!(stage.state(&token).await, "ready");
    assert!(
        sandbox
            .deliveries()
            .iter()
            .all(|delivery| delivery.event == "document_sent")
    );
}

#[tokio::test]
async fn several_parties_sign_in_turn() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let mut request = guide_request();
    request["sSetWebhookUrl"] = json!(receiver.url());
    let sender = stage.token(&request).await;
    sandbox.sign(&sender, SignatureMethod::Eds).unwrap();
    let doc_id = receiver.events(2).await[0]["doc_id"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(sandbox.status(&doc_id), Some(Status::Signing));
    let recipient = sandbox.token_for_next_party(&doc_id).unwrap();
    sandbox
        .sign(recipient.expose(), SignatureMethod::Sms)
        .unwrap();
    let events = receiver.events(4).await;
    assert_eq!(events[3]["event"], "document_completed");
    assert_eq!(sandbox.token_for_next_party(&doc_id), None);
}

#[tokio::test]
async fn a_webhook_is_tried_until_it_is_taken() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![500, 503]).await;
    let token = stage.token(&request_of_one(&receiver.url())).await;
    sandbox.sign(&token, SignatureMethod::Eds).unwrap();
    let bodies = receiver.bodies(5).await;
    assert_eq!(bodies[0], bodies[1]);
    assert_eq!(bodies[1], bodies[2]);
    assert_eq!(
        names(&receiver.events(5).await)[2..],
        ["document_sent", "signer_signed", "document_completed"]
    );
    let statuses: Vec<_> = sandbox
        .deliveries()
        .iter()
        .take(3)
        .map(|delivery| delivery.status)
        .collect();
    assert_eq!(statuses, [Some(500), Some(503), Some(200)]);
}

#[tokio::test]
async fn pages_speak_three_languages_and_run_nothing_inline() {
    let (sandbox, stage) = stage().await;
    let token = stage.token(&request_of_one("")).await;
    for (language, word) in [
        ("kk", "Қол қою тәсілі"),
        ("ru", "Способ подписания"),
        ("en", "How to sign"),
    ] {
        let (_, html) = stage.signing_page(&token, language).await;
        assert!(
            html.contains(word) && html.contains(&format!("<html lang=\"{language}\"")),
            "{language}"
        );
        assert!(!html.contains("<style") && !html.contains(" style=") && !html.contains("onclick"));
        assert!(!html.contains(&token), "the token is written into the page");
        let (_, home) = stage.page(&format!("/?lang={language}")).await;
        assert!(home.contains(&format!("<html lang=\"{language}\"")));
    }
    let url = format!(
        "{}/external/sign/embedded?sParams={token}",
        sandbox.origin()
    );
    let answer = crate::stage::get(&url).await;
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap();
    assert!(
        policy.contains("default-src 'none'") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert_eq!(answer.headers()["referrer-policy"], "no-referrer");
    assert_eq!(answer.headers()["cache-control"], "no-store");
}

/// What belongs into a frame may be framed by whoever embeds the service; any other page by
/// nobody, who could lay it under what people mean to click.
#[tokio::test]
async fn only_what_belongs_into_a_frame_may_be_framed() {
    let (_sandbox, stage) = stage().await;
    let token = stage.token(&request_of_one("")).await;
    let signer = Signer::by_http(&stage.origin, &token);
    let qr = signer.must("egov-qr/start", json!({})).await;
    let phone = format!(
        "/sandbox/egov-mobile?capability={}",
        qr["capability"].as_str().unwrap()
    );
    let adobe = signer.must("adobe-sign/start", json!({})).await;
    let sent = stage.messages(SENDER).await[0].1.clone();
    let inbox = &stage.read("messages").await["mailboxes"][0]["id"];
    for (page, status, may_be_framed) in [
        (
            &*format!("/external/sign/embedded?sParams={token}"),
            200,
            true,
        ),
        ("/external/sign/embedded?sParams=x", 401, true),
        ("/external/sign/embedded", 400, true),
        (adobe["location"].as_str().unwrap(), 200, true),
        ("/sandbox/adobe-sign?capability=x", 404, true),
        ("/external/sign/adobe-sign/return?capability=x", 404, true),
        ("/sandbox/elsewhere", 200, true),
        ("/", 200, false),
        ("/sandbox/inbox", 200, false),
        (
            &format!("/sandbox/inbox/{}", inbox.as_str().unwrap()),
            200,
            false,
        ),
        ("/sandbox/inbox/0", 404, false),
        (sent.strip_prefix(&stage.origin).unwrap(), 200, false),
        ("/external/document/sent/x", 404, false),
        ("/external/sign/link/x", 404, false),
        (
            "/external/document/view-document/dcs_universal_type/1",
            404,
            false,
        ),
        (&phone, 200, false),
        ("/sandbox/egov-mobile?capability=x", 404, false),
    ] {
        let answer = stage.get(&format!("{}{page}", stage.origin)).await;
        assert_eq!(answer.status().as_u16(), status, "{page}");
        let headers = answer.headers();
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src 'none'"), "{page}: {policy}");
        let is_refused = policy.ends_with("; frame-ancestors 'none'");
        assert_eq!(!is_refused, may_be_framed, "{page}: {policy}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{page}");
        assert!(answer.text().await.unwrap().contains("<html lang="));
    }
}
