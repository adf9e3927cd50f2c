//! Signed files, as whoever downloads them can check them: with openssl.

use std::{
    path::Path,
    process::{Command, Output},
    time::Duration,
};

use crate::receiver::Receiver;
use crate::signer::Signer;
use crate::stage::{Stage, config, request_with, stage, stage_with};
use documentolog_protocol::SignatureMethod;
use documentolog_sandbox::{Config, Sandbox};
use reqwest::StatusCode;
use serde_json::{Value, json};

/// Lets the sender and then the recipient sign, and gives the last webhook.
async fn completed(sandbox: &Sandbox, stage: &Stage, sender: &str, recipient: &str) -> Value {
    let receiver = Receiver::start(vec![]).await;
    let links = json!({"aAttachments": [
        "https://dlkz.doculite.kz/rct/sample.pdf",
        format!("{}/assets/pages.css", stage.origin),
    ]});
    let token = stage.token(&request_with(&receiver.url(), &links)).await;
    assert_eq!(
        Signer::at(sandbox, &token).sign(sender).await["success"],
        true
    );
    let document = stage.newest_document().await;
    let doc_id = document["doc_id"].as_str().unwrap();
    let token = sandbox.token_for_next_party(doc_id).unwrap();
    let signer = Signer::at(sandbox, token.expose());
    assert_eq!(signer.sign(recipient).await["success"], true);
    receiver.events(4).await.pop().unwrap()
}

async fn download(link: &Value) -> Vec<u8> {
    let answer = crate::stage::get(link.as_str().unwrap()).await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.bytes().await.unwrap().to_vec()
}

fn openssl(folder: &Path, arguments: &str) -> Output {
    Command::new("openssl")
        .args(arguments.split(' '))
        .current_dir(folder)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const VERIFY: &str =
    "cms -verify -inform DER -in signed.p7m -CAfile ca.pem -out content -signer signers.pem";

#[tokio::test]
async fn openssl_verifies_what_was_signed_in_each_way_and_no_changed_byte() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    let (sandbox, stage) = stage().await;
    let ca = stage.page("/sandbox/ca.pem").await.1;
    write("ca.pem", ca.as_bytes());
    for (sender, recipient) in [("eds", "egov-qr"), ("sms", "eds"), ("adobe-sign", "sms")] {
        let event = completed(&sandbox, &stage, sender, recipient).await;
        for (place, name) in ["sample.pdf", "pages.css"].iter().enumerate() {
            let file = &event["download_files_with_eds"][place];
            assert_eq!(file["name"], *name);
            let signed = download(&file["link"]).await;
            let again = download(&event["download_files_with_eds_ez"][place]["link"]).await;
            assert_eq!(signed, again, "{name} is not the same when asked for again");
            write("signed.p7m", &signed);
            let verified = openssl(folder.path(), VERIFY);
            assert!(
                verified.status.success(),
                "{sender}, {recipient}, {name}: {}",
                text(&verified.stderr)
            );
            let plain = download(&event["download_files"][place]["link"]).await;
            let content = std::fs::read(folder.path().join("content")).unwrap();
            assert_eq!(content, plain, "the content is not the file");
            let signers = openssl(
                folder.path(),
                "crl2pkcs7 -nocrl -certfile signers.pem -out all.p7b",
            );
            assert!(signers.status.success(), "{}", text(&signers.stderr));
            let signers = openssl(folder.path(), "pkcs7 -in all.p7b -print_certs -noout");
            let signers = text(&signers.stdout);
            for iin in ["IIN000000000000", "IIN791028302728"] {
                assert!(signers.contains(iin), "{iin} has not signed: {signers}");
            }

            // One byte of the content, one of each part of a signature.
            let at = signed
                .windows(16)
                .position(|window| window == &plain[plain.len() / 2..][..16])
                .unwrap();
            for place in [at, signed.len() - 1] {
                let mut changed = signed.clone();
                changed[place] ^= 1;
                write("signed.p7m", &changed);
                let refused = openssl(folder.path(), VERIFY);
                assert!(
                    !refused.status.success(),
                    "{name}: a changed byte at {place}"
                );
            }
        }
    }
    // Another sandbox's authority is not this one's.
    let (_other, elsewhere) = stage_with(config()).await;
    let event = completed(&sandbox, &stage, "eds", "eds").await;
    let signed = download(&event["download_files_with_eds"][0]["link"]).await;
    write("signed.p7m", &signed);
    write(
        "ca.pem",
        elsewhere.page("/sandbox/ca.pem").await.1.as_bytes(),
    );
    assert!(!openssl(folder.path(), VERIFY).status.success());
}

#[tokio::test]
async fn certificates_are_those_of_signers_in_kazakhstan() {
    let folder = tempfile::tempdir().unwrap();
    let (_sandbox, stage) = stage_with(Config {
        seed: Some(7),
        ..config()
    })
    .await;
    let ca = stage.page("/sandbox/ca.pem").await.1;
    std::fs::write(folder.path().join("ca.pem"), &ca).unwrap();
    let shown = openssl(folder.path(), "x509 -in ca.pem -noout -text");
    let shown = text(&shown.stdout);
    for part in [
        "CA:TRUE",
        "Certificate Sign",
        "no legal force",
        "prime256v1",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let (_same, again) = stage_with(Config {
        seed: Some(7),
        ..config()
    })
    .await;
    assert_eq!(ca, again.page("/sandbox/ca.pem").await.1, "the same seed");
    let (_other, other) = stage_with(config()).await;
    assert_ne!(ca, other.page("/sandbox/ca.pem").await.1);
}

#[tokio::test]
async fn links_close_thirty_days_after_the_last_signature() {
    let (sandbox, stage) = stage().await;
    let event = completed(&sandbox, &stage, "sms", "sms").await;
    let links = [
        &event["document"],
        &event["download_all_files"],
        &event["download_files"][0]["link"],
        &event["download_files_with_eds"][0]["link"],
        &event["download_files_with_eds_ez"][0]["link"],
    ];
    let status = async |link: &Value| stage.page(link.as_str().unwrap()).await.0;
    sandbox.advance_clock(Duration::from_secs(30 * 24 * 60 * 60 - 60));
    for link in links {
        assert_eq!(status(link).await, StatusCode::OK, "{link}");
    }
    sandbox.advance_clock(Duration::from_secs(60));
    for link in links {
        assert_eq!(status(link).await, StatusCode::GONE, "{link}");
    }
    let (_, shown) = stage
        .page(&format!("{}&lang=en", event["document"].as_str().unwrap()))
        .await;
    assert!(shown.contains("This link has expired."), "{shown}");
}

#[tokio::test]
async fn the_document_is_shown_with_its_signatures() {
    let (sandbox, stage) = stage().await;
    sandbox.stop_clock(true);
    sandbox.set_clock(1_795_532_400);
    let event = completed(&sandbox, &stage, "eds", "sms").await;
    let link = format!("{}&lang=en", event["document"].as_str().unwrap());
    let (status, shown) = stage.page(&link).await;
    assert_eq!(status, StatusCode::OK);
    for part in [
        "Completed",
        "sample.pdf",
        "pages.css",
        "Асқар Әлиев — SMS code, ",
        "EDS (NCALayer)",
        "2026-11-24T15:00:00Z",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    assert!(!shown.contains("791028302728"), "an IIN is shown");
}

#[tokio::test]
async fn nothing_is_signed_before_somebody_has() {
    let (sandbox, stage) = stage().await;
    let receiver = Receiver::start(vec![]).await;
    let token = stage.token(&crate::stage::request(&receiver.url())).await;
    let page = format!("/external/sign/embedded?sParams={token}");
    let (_, html) = stage.page(&page).await;
    // The page shows the file by the capability that opens the other links as well.
    let link = html
        .split('"')
        .find(|part| part.contains("/media/download/"));
    let (path, query) = link.unwrap().split_once('?').unwrap();
    let capability = query.split("&amp;").next().unwrap();
    let file = path.rsplit('/').next().unwrap();
    let document = receiver.events(1).await[0]["doc_id"].clone();
    let number: u32 = document
        .as_str()
        .unwrap()
        .trim_start_matches("KZ")
        .parse()
        .unwrap();
    let signed =
        format!("/external/media/download-eds/dcs_universal_type/{number}/{file}?{capability}");
    assert_eq!(stage.page(&signed).await.0, StatusCode::CONFLICT);
    sandbox.sign(&token, SignatureMethod::EgovQr).unwrap();
    assert_eq!(stage.page(&signed).await.0, StatusCode::OK);
}
