//! The four ways to sign, step by step, and every way in which each can fail.

use std::time::{Duration, Instant};

use crate::signer::Signer;
use crate::stage::{Stage, config, request_of_one, request_with, stage, stage_with};
use base64::{Engine, engine::general_purpose::STANDARD};
use documentolog_sandbox::{Config, NcaLayerBehaviour, NcaLayerPort, Sandbox, Status};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpSocket;

/// A token for a new document that its sender alone signs.
async fn token(stage: &Stage) -> String {
    stage.token(&request_of_one("http://127.0.0.1:9/")).await
}

async fn status(sandbox: &Sandbox, stage: &Stage) -> Status {
    let document = stage.newest_document().await;
    sandbox
        .status(document["doc_id"].as_str().unwrap())
        .unwrap()
}

fn message(success: bool, method: &str) -> Value {
    json!({"isDocumentolog": true, "type": "sign", "success": success, "signType": method})
}

#[tokio::test]
async fn every_method_fails_and_the_signer_goes_on() {
    for (method, spelling) in [
        ("eds", "eds"),
        ("egov-qr", "egov_gr"),
        ("sms", "sms"),
        ("adobe-sign", "adobe-sign"),
    ] {
        let (sandbox, stage) = stage().await;
        let token = token(&stage).await;
        let signer = Signer::at(&sandbox, &token);
        let failed = match method {
            "eds" => {
                sandbox.set_ncalayer(NcaLayerBehaviour::Cancels);
                let failed = signer.eds().await["message"].clone();
                sandbox.set_ncalayer(NcaLayerBehaviour::Signs);
                failed
            }
            "egov-qr" => signer.egov_qr("refuse").await["message"].clone(),
            "sms" => {
                signer.must("sms/start", json!({})).await;
                let code = json!({"code": signer.newest_code().await, "fail": true});
                let failed = signer.must("sms/confirm", code).await["message"].clone();
                let again = signer.must("sms/start", json!({})).await;
                assert_eq!(again["is_valid"], false, "a right code is used up, too");
                sandbox.advance_clock(Duration::from_secs(60));
                failed
            }
            _ => signer.adobe_sign("refuse").await,
        };
        assert_eq!(failed, message(false, spelling));
        assert_eq!(status(&sandbox, &stage).await, Status::InProgress);
        assert_eq!(signer.sign(method).await, message(true, spelling));
        assert_eq!(status(&sandbox, &stage).await, Status::Completed);
        for method in ["eds", "egov-qr", "sms", "adobe-sign"] {
            let (again, answer) = signer.ask(&format!("{method}/start"), json!({})).await;
            assert_eq!(again, StatusCode::CONFLICT, "{method}: {answer}");
        }
    }
}

#[tokio::test]
async fn no_method_signs_without_its_steps() {
    let (sandbox, stage) = stage().await;
    let token = token(&stage).await;
    let signer = Signer::at(&sandbox, &token);
    for method in ["eds", "egov-qr", "egov_gr", "sms", "adobe-sign"] {
        let (refused, answer) = signer.ask("sign", json!({ "method": method })).await;
        assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer["error"]["code"], "steps", "{method}");
    }
    let expired = signer.must("sms/confirm", json!({"code": "000000"})).await;
    assert_eq!(expired, json!({"state": "expired"}), "no code was sent");
    for path in ["/sandbox/egov-mobile", "/sandbox/adobe-sign"] {
        let (status, _) = signer.decide(path, &json!("0".repeat(32)), "sign").await;
        assert_eq!(status, StatusCode::NOT_FOUND);
    }
    assert_eq!(status(&sandbox, &stage).await, Status::InProgress);
    let only_eds = json!({"iSendToRecipient": 0, "mAvailableSignatureMethods": ["eds"]});
    let other = stage
        .token(&request_with("http://127.0.0.1:9/", &only_eds))
        .await;
    let signer = Signer::at(&sandbox, &other);
    for method in ["egov-qr", "sms", "adobe-sign"] {
        let (refused, answer) = signer.ask(&format!("{method}/start"), json!({})).await;
        assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer["error"]["code"], "method", "{method}");
    }
}

#[tokio::test]
async fn eds_is_taken_from_the_signers_own_key_and_of_this_document_only() {
    let (sandbox, stage) = stage().await;
    let (token, other) = (token(&stage).await, token(&stage).await);
    let signer = Signer::at(&sandbox, &token);
    let start = signer.must("eds/start", json!({})).await;
    let sign = async |data: &str| {
        let answer = signer.ncalayer(&start, data).await.unwrap();
        answer["body"]["result"][0].clone()
    };
    let of_another_text = sign("0J/RgNC40LLQtdGC").await;
    let link = format!(
        "{}{}",
        sandbox.origin(),
        start["files"][0].as_str().unwrap()
    );
    let bytes = signer.get(&link).await.bytes().await.unwrap();
    let data = STANDARD.encode(bytes);
    let right = sign(&data).await;
    sandbox.set_ncalayer(NcaLayerBehaviour::AnotherKey);
    let by_another = sign(&data).await;
    sandbox.set_ncalayer(NcaLayerBehaviour::Signs);
    // The last byte is the signature's own. (Lengths differ: a place in the text may be the end
    // of a line.)
    let damaged = {
        let lines = right.as_str().unwrap().lines();
        let base64: String = lines.filter(|line| !line.starts_with("-----")).collect();
        let mut bytes = STANDARD.decode(base64).unwrap();
        *bytes.last_mut().unwrap() ^= 1;
        json!(STANDARD.encode(bytes))
    };
    for (name, signatures, reason) in [
        ("none", json!([]), None),
        (
            "no base64",
            json!(["?"]),
            Some("the signature is no CMS SignedData with one signer"),
        ),
        (
            "no CMS",
            json!(["AAAA"]),
            Some("the signature is no CMS SignedData with one signer"),
        ),
        (
            "of another text",
            json!([of_another_text]),
            Some("the signature is not of this document"),
        ),
        (
            "two for one file",
            json!([right, right]),
            Some("the signature is not of this document"),
        ),
        (
            "by another",
            json!([by_another]),
            Some("the certificate is not the signer's"),
        ),
        (
            "damaged",
            json!([damaged]),
            Some("the signature is not by the certificate's key"),
        ),
    ] {
        let failed = signer
            .must("eds/finish", json!({ "signatures": signatures }))
            .await;
        assert_eq!(failed["message"], message(false, "eds"), "{name}");
        assert_eq!(failed["reason"].as_str(), reason, "{name}");
    }
    // Somebody else's authority.
    let (elsewhere, there) = stage_with(config()).await;
    let token = self::token(&there).await;
    let stranger = Signer::at(&elsewhere, &token);
    let start = stranger.must("eds/start", json!({})).await;
    let strange = stranger.ncalayer(&start, &data).await.unwrap();
    let signatures = json!({"signatures": strange["body"]["result"]});
    let failed = signer.must("eds/finish", signatures).await;
    assert_eq!(
        failed["reason"],
        "the certificate is not of this service's test CA"
    );
    // The same person's signature of the same file signs another document, too: as an
    // attached file does. Nothing binds it to one.
    let signatures = json!({ "signatures": [right] });
    let done = signer.must("eds/finish", signatures.clone()).await;
    assert_eq!(done["message"], message(true, "eds"));
    let other = Signer::at(&sandbox, &other);
    let done = other.must("eds/finish", signatures).await;
    assert_eq!(done["message"], message(true, "eds"));
}

#[tokio::test]
async fn ncalayer_does_what_the_test_says() {
    let (sandbox, stage) = stage().await;
    let token = token(&stage).await;
    let signer = Signer::at(&sandbox, &token);
    let start = signer.must("eds/start", json!({})).await;
    assert_eq!(start["ncalayer"], sandbox.ncalayer_url());
    let ask = async || signer.ncalayer(&start, "0J8=").await;
    sandbox.set_ncalayer(NcaLayerBehaviour::WrongPassword);
    assert_eq!(ask().await.unwrap()["status"], false);
    sandbox.set_ncalayer(NcaLayerBehaviour::NoAnswer);
    assert!(signer.waits_for_ncalayer(&start, "0J8=").await);
    sandbox.set_ncalayer(NcaLayerBehaviour::NotRunning);
    assert!(ask().await.is_err(), "it runs");
    sandbox.reset();
    assert_eq!(ask().await.unwrap()["status"], true, "after a reset");

    // Nobody listens there, and nobody else gets the port meanwhile.
    let silent = TcpSocket::new_v4().unwrap();
    silent.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let told = silent.local_addr().unwrap().port();
    let (sandbox, stage) = stage_with(Config {
        ncalayer: NcaLayerPort::NotServed(told),
        ..config()
    })
    .await;
    assert_eq!(sandbox.ncalayer_url(), format!("ws://127.0.0.1:{told}/"));
    let token = self::token(&stage).await;
    let signer = Signer::at(&sandbox, &token);
    assert!(
        signer
            .ncalayer(&signer.must("eds/start", json!({})).await, "0J8=")
            .await
            .is_err()
    );
}

#[tokio::test]
async fn sms_codes_are_wrong_expire_and_are_sent_again() {
    // One code in a million is that which was sent before: not with this seed.
    let (sandbox, stage) = stage_with(Config {
        seed: Some(7),
        ..config()
    })
    .await;
    sandbox.stop_clock(true);
    let token = token(&stage).await;
    let signer = Signer::at(&sandbox, &token);
    let sent = signer.must("sms/start", json!({"lang": "kk"})).await;
    assert_eq!(
        sent,
        json!({"is_valid": true, "phone_ending": null, "again_in": 60})
    );
    let first = signer.newest_code().await;
    let texts = sandbox.mailboxes();
    let text = texts[0].messages.last().unwrap().text.expose();
    assert!(
        text.contains("Оны ешкімге айтпаңыз"),
        "in the page's language: {text}"
    );
    let wrong = if first == "000000" {
        "000001"
    } else {
        "000000"
    };
    for tries_left in [2, 1] {
        let answer = signer.must("sms/confirm", json!({ "code": wrong })).await;
        assert_eq!(
            answer,
            json!({"state": "wrong-code", "tries_left": tries_left})
        );
    }
    let failed = signer.must("sms/confirm", json!({ "code": wrong })).await;
    assert_eq!(failed["message"], message(false, "sms"));
    let late = signer.must("sms/confirm", json!({ "code": first })).await;
    assert_eq!(late, json!({"state": "expired"}), "after three wrong tries");
    let sent = signer.must("sms/start", json!({})).await;
    assert_eq!(
        (&sent["is_valid"], &sent["again_in"]),
        (&json!(false), &json!(60))
    );

    sandbox.advance_clock(Duration::from_secs(60));
    let sent = signer.must("sms/start", json!({})).await;
    assert_eq!(sent["is_valid"], true);
    let second = signer.newest_code().await;
    assert_ne!(first, second);
    sandbox.advance_clock(Duration::from_secs(60));
    signer.must("sms/start", json!({"again": true})).await;
    let third = signer.newest_code().await;
    assert_ne!(second, third);
    sandbox.advance_clock(Duration::from_secs(300));
    let late = signer.must("sms/confirm", json!({ "code": third })).await;
    assert_eq!(late, json!({"state": "expired"}), "after five minutes");
    signer.must("sms/start", json!({})).await;
    let code = json!({"code": format!(" {} ", signer.newest_code().await)});
    let done = signer.must("sms/confirm", code).await;
    assert_eq!(done["message"], message(true, "sms"));
}

#[tokio::test]
async fn of_a_phone_number_only_the_end_is_told() {
    // The page has random numbers in it, and three digits are soon among them.
    let (sandbox, stage) = stage_with(Config {
        seed: Some(7),
        ..config()
    })
    .await;
    let recipient_alone = json!({"mAvailableSignatureMethods": []});
    let token = stage
        .token(&request_with("http://127.0.0.1:9/", &recipient_alone))
        .await;
    let signer = Signer::at(&sandbox, &token);
    let sent = signer.must("sms/start", json!({})).await;
    assert_eq!(sent["phone_ending"], "67");
    let (_, html) = stage
        .page(&format!("/external/sign/embedded?sParams={token}"))
        .await;
    for secret in ["701", "123-45", "791028302728"] {
        assert!(!html.contains(secret), "{secret} is in the page");
    }
}

#[tokio::test]
async fn the_qr_code_leads_to_the_phone_and_the_page_waits() {
    let (sandbox, stage) = stage().await;
    let (token, other) = (token(&stage).await, token(&stage).await);
    let signer = Signer::at(&sandbox, &token);
    let start = signer.must("egov-qr/start", json!({"lang": "kk"})).await;
    let capability = &start["capability"];
    let phone = start["phone"].as_str().unwrap();
    assert!(!phone.contains(&token), "the token is in the code");
    assert_eq!(start["app"], format!("mobileSign:{phone}"));
    let (status, html) = stage.page(phone).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        html.contains("Қол қоюды растау") && html.contains("sample.pdf"),
        "{html}"
    );
    let image = format!("{}{}", sandbox.origin(), start["image"].as_str().unwrap());
    let image = signer.get(&image).await;
    assert_eq!(image.headers()["content-type"], "image/svg+xml");
    assert!(image.text().await.unwrap().contains("<svg"));

    let stranger = Signer::at(&sandbox, &other);
    let wait = json!({ "capability": capability });
    let asked = Instant::now();
    let (refused, _) = stranger.ask("egov-qr/wait", wait.clone()).await;
    // Whoever may wait waits for 20.
    assert!(
        asked.elapsed() < Duration::from_secs(10),
        "when it ends is told to others"
    );
    let (done, decided) = tokio::join!(
        signer.must("egov-qr/wait", wait.clone()),
        signer.decide("/sandbox/egov-mobile", capability, "sign"),
    );
    assert_eq!(refused, StatusCode::NOT_FOUND, "another's step");
    assert_eq!(decided.1, json!({"success": true}));
    assert_eq!(done["message"], message(true, "egov_gr"));
    let (again, _) = signer
        .decide("/sandbox/egov-mobile", capability, "sign")
        .await;
    assert_eq!(again, StatusCode::CONFLICT);

    let start = stranger.must("egov-qr/start", json!({})).await;
    sandbox.advance_clock(Duration::from_secs(300));
    let wait = json!({"capability": start["capability"]});
    let expired = stranger.must("egov-qr/wait", wait).await;
    assert_eq!(expired, json!({"state": "expired"}));
    let (late, _) = stranger
        .decide("/sandbox/egov-mobile", &start["capability"], "sign")
        .await;
    assert_eq!(late, StatusCode::GONE);
}

#[tokio::test]
async fn the_way_back_from_adobe_tells_once() {
    let (sandbox, stage) = stage().await;
    let token = token(&stage).await;
    let signer = Signer::at(&sandbox, &token);
    let start = signer.must("adobe-sign/start", json!({"lang": "en"})).await;
    let adobe = start["location"].as_str().unwrap();
    let capability = adobe.split_once("capability=").unwrap().1;
    let back = format!(
        "{}/external/sign/adobe-sign/return?capability={capability}",
        sandbox.origin()
    );
    // Back without having decided.
    let page = signer.get(&back).await.headers()["location"].clone();
    let (_, html) = stage.page(page.to_str().unwrap()).await;
    assert!(
        html.contains(r#"data-state="ready""#) && html.contains("It was not signed at Adobe Sign")
    );
    let (gone, _) = signer
        .decide("/sandbox/adobe-sign", &json!(capability), "sign")
        .await;
    assert_eq!(gone, StatusCode::NOT_FOUND);
    assert_eq!(signer.adobe_sign("sign").await, message(true, "adobe-sign"));
    let (_, html) = stage
        .page(&format!(
            "/external/sign/embedded?sParams={token}&returned={capability}"
        ))
        .await;
    assert!(html.contains(r#"data-state="already-signed""#));
}

#[tokio::test]
async fn programs_say_what_ncalayer_does_and_sign_without_steps() {
    let (sandbox, stage) = stage().await;
    let token = token(&stage).await;
    for behaviour in NcaLayerBehaviour::ALL {
        let told = json!({ "behaviour": behaviour });
        stage.tell(Method::PUT, "ncalayer", told.clone()).await;
        assert_eq!(stage.read("ncalayer").await, told);
    }
    let body = Some(json!({"method": "sms"}));
    let bearer = format!("Bearer {token}");
    let sign = async |headers: &[(&str, &str)]| {
        let signed = stage.control_from(Method::POST, "sign", body.clone(), headers);
        signed.await.0
    };
    assert_eq!(sign(&[]).await, StatusCode::UNAUTHORIZED);
    let page = [
        ("authorization", bearer.as_str()),
        ("origin", "https://evil.kz"),
    ];
    assert_eq!(sign(&page).await, StatusCode::FORBIDDEN);
    assert_eq!(sign(&page[..1]).await, StatusCode::NO_CONTENT);
    assert_eq!(status(&sandbox, &stage).await, Status::Completed);
    assert_eq!(sign(&page[..1]).await, StatusCode::CONFLICT);
}
