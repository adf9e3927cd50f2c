//! The playground's back end, and that a shop by itself has none.

use std::collections::BTreeSet;

use documentolog_shop::Database;
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};

use crate::{
    stage::{KEY, Stage, config, read_events_until},
    texts::between,
};

/// A sandbox, and a shop with a playground.
struct Playground {
    stage: Stage,
}

impl Playground {
    async fn start() -> Self {
        let mut stage = Stage::start().await;
        let config = config(stage.sandbox.origin(), Database::InMemory, KEY);
        stage.shop = documentolog_shop::start_with_playground(config)
            .await
            .unwrap();
        Self { stage }
    }

    async fn get(&self, path: &str) -> Response {
        self.stage.get(&format!("/playground{path}")).await
    }

    async fn post(&self, path: &str, body: Value) -> Response {
        let url = format!("{}/playground/api{path}", self.stage.shop.origin());
        self.stage.http.post(url).json(&body).send().await.unwrap()
    }

    async fn new_document(&self) -> String {
        let answer = self.post("/documents", json!({})).await;
        assert_eq!(answer.status(), StatusCode::CREATED);
        let document: Value = answer.json().await.unwrap();
        document["id"].as_str().unwrap().to_owned()
    }

    async fn token(&self, document: &str, request: Value) -> Response {
        self.post(&format!("/documents/{document}/token"), request)
            .await
    }

    async fn until(&self, document: &str, state: &str) -> Value {
        let events = self.get(&format!("/api/documents/{document}/events")).await;
        read_events_until(events, state).await
    }
}

fn access_token(answer: &Value) -> &str {
    answer["data"]["access_token"].as_str().unwrap()
}

/// Whoever runs a shop for an account at the service serves nothing of it.
#[tokio::test]
async fn a_shop_by_itself_has_no_playground() {
    let stage = Stage::start().await;
    for path in [
        "/playground",
        "/playground/",
        "/playground/playground.js",
        "/playground/texts.json",
        "/playground/api/config",
        "/playground/attachments/contract-1.pdf",
        "/playground/source/src/browser/gate.rs",
    ] {
        let status = stage.get(path).await.status();
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in [
        "documents",
        "documents/a/token",
        "fault",
        "signed-elsewhere",
    ] {
        let answer = stage.post(&format!("/playground/api/{path}"), "{}").await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let config: Value = stage.get("/api/config").await.json().await.unwrap();
    assert_eq!(config["hasPlayground"], false);
}

/// As strict as the shop's, but for the frame of the stranger that one attack comes from.
#[tokio::test]
async fn its_page_runs_under_a_strict_policy() {
    let playground = Playground::start().await;
    let answer = playground.get("").await;
    assert_eq!(answer.status(), StatusCode::OK);
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap();
    let service = playground.stage.sandbox.origin();
    let stranger = service.replace("127.0.0.1", "localhost");
    assert!(
        policy.contains(&format!("frame-src {service} {stranger};")),
        "{policy}"
    );
    let shop = playground.stage.get("/").await;
    let of_the_shop = shop.headers()["content-security-policy"].to_str().unwrap();
    assert_eq!(
        policy.replace(&format!(" {stranger}"), ""),
        of_the_shop,
        "what else is different?"
    );
    let html = answer.text().await.unwrap();
    assert!(!html.contains("<style") && !html.contains(" style="));
}

#[tokio::test]
async fn each_document_is_what_was_asked_for() {
    let playground = Playground::start().await;
    let control = format!(
        "{}/sandbox/control/documents",
        playground.stage.sandbox.origin()
    );
    // Who signs, how, how many files; then how many parties there are.
    for (signer, methods, attachments, parties) in [
        ("sender", json!(["eds"]), 1, 1),
        ("recipient", json!(["egov-qr", "sms"]), 2, 1),
        ("both", json!(["adobe-sign", "eds"]), 3, 2),
        ("recipient", json!([]), 1, 1),
    ] {
        let id = playground.new_document().await;
        let request = json!({"signer": signer, "methods": methods, "attachments": attachments});
        let answer = playground.token(&id, request).await;
        assert_eq!(answer.status(), StatusCode::OK, "{signer}");
        playground.until(&id, "signing").await;
        let documents = playground.stage.http.get(&control).send().await.unwrap();
        let documents: Value = documents.json().await.unwrap();
        let document = documents["documents"].as_array().unwrap().last().unwrap();
        assert_eq!(document["parties"].as_array().unwrap().len(), parties);
        if methods != json!([]) {
            assert_eq!(document["parties"][0]["methods"], methods, "{signer}");
        }
        let files: Vec<_> = document["attachments"]
            .as_array()
            .unwrap()
            .iter()
            .map(|file| file["name"].as_str().unwrap().to_owned())
            .collect();
        let expected: Vec<_> = (1..=attachments)
            .map(|number| format!("contract-{number}.pdf"))
            .collect();
        assert_eq!(files, expected, "{signer}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_document_is_said_by_its_field() {
    let playground = Playground::start().await;
    let id = playground.new_document().await;
    for (request, field) in [
        (
            json!({"signer": "sender", "methods": [], "attachments": 1}),
            "recipients",
        ),
        (
            json!({"signer": "sender", "methods": ["eds"], "attachments": 0}),
            "attachments",
        ),
        (
            json!({"signer": "sender", "methods": ["eds"], "attachments": 4}),
            "attachments",
        ),
        (
            json!({"signer": "sender", "methods": ["blood"], "attachments": 1}),
            "sender_methods[0]",
        ),
    ] {
        let answer = playground.token(&id, request.clone()).await;
        assert_eq!(
            answer.status(),
            StatusCode::UNPROCESSABLE_ENTITY,
            "{request}"
        );
        let answer: Value = answer.json().await.unwrap();
        assert_eq!(answer["field"], field, "{request}");
    }
}

/// The inbox shows what has come, without what is about a person or opens a file.
#[tokio::test]
async fn the_inbox_shows_webhooks_and_no_personal_data() {
    let playground = Playground::start().await;
    let id = playground.new_document().await;
    let request = json!({"signer": "sender", "methods": ["eds"], "attachments": 1});
    let answer: Value = playground.token(&id, request).await.json().await.unwrap();
    assert_eq!(
        playground.until(&id, "signing").await["atService"],
        "in-progress"
    );
    playground.stage.sign(access_token(&answer));
    let inbox = playground.until(&id, "confirmed").await;
    assert_eq!(inbox["atService"], "completed");
    let webhooks = inbox["webhooks"].as_array().unwrap();
    let events: Vec<_> = webhooks.iter().map(|webhook| &webhook["event"]).collect();
    assert_eq!(
        events,
        ["document_sent", "signer_signed", "document_completed"]
    );
    let signer = &webhooks[1]["body"]["signer"];
    assert_eq!(signer["recipient"], documentolog_shop::PLACEHOLDER_IIN);
    let text = inbox.to_string();
    assert!(!text.contains("capability"), "{text}");
    // Another document's inbox has none of it, and an order's cannot be read here.
    let other = playground.new_document().await;
    assert_eq!(playground.until(&other, "new").await["webhooks"], json!([]));
    let order = playground.stage.new_order().await;
    playground.stage.token(&order).await;
    playground.stage.until(&order, "signing").await;
    assert_eq!(playground.until(&order, "new").await["webhooks"], json!([]));
}

/// Of what closes without a decision no webhook tells: whoever listens anew is told.
#[tokio::test]
async fn the_inbox_begins_with_how_the_document_stands_at_the_service() {
    let playground = Playground::start().await;
    let id = playground.new_document().await;
    let request = json!({"signer": "sender", "methods": ["eds"], "attachments": 1});
    let answer: Value = playground.token(&id, request).await.json().await.unwrap();
    playground.until(&id, "signing").await;
    let url = format!(
        "{}/external/sign/embedded/close",
        playground.stage.sandbox.origin()
    );
    let close = Client::new().post(url).bearer_auth(access_token(&answer));
    assert_eq!(close.send().await.unwrap().status(), StatusCode::OK);
    let inbox = playground.until(&id, "signing").await;
    assert_eq!(inbox["atService"], "not-signed");
}

/// The faults that the page offers are the sandbox's, every one.
#[tokio::test]
async fn every_fault_is_the_sandboxs() {
    let playground = Playground::start().await;
    let settings = include_str!("../../page/playground/settings.js");
    let list = between(settings, "FAULTS = [", ']').next().unwrap();
    // Every second part stands between quotation marks.
    let faults: BTreeSet<&str> = list.split('\'').skip(1).step_by(2).collect();
    let url = format!(
        "{}/sandbox/control/fault",
        playground.stage.sandbox.origin()
    );
    for fault in &faults {
        let answer = playground.post("/fault", json!({ "fault": fault })).await;
        assert_eq!(answer.status(), StatusCode::NO_CONTENT, "{fault}");
        let set = playground.stage.http.get(&url).send().await.unwrap();
        let set: Value = set.json().await.unwrap();
        assert_eq!(set["fault"]["name"], *fault);
    }
    let answer = playground.post("/fault", json!({"fault": null})).await;
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    // The sandbox says which there are when it is asked for another.
    let answer = playground.post("/fault", json!({"fault": "?"})).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let refusal: Value = answer.json().await.unwrap();
    let names = refusal["error"].as_str().unwrap();
    let names: BTreeSet<&str> = names
        .split_once("is one of ")
        .unwrap()
        .1
        .split(", ")
        .collect();
    assert_eq!(names, faults);
}

#[tokio::test]
async fn the_lines_that_refuse_can_be_read() {
    let playground = Playground::start().await;
    let config: Value = playground.get("/api/config").await.json().await.unwrap();
    let place = &config["refusals"]["origin"];
    let (file, line) = (place["file"].as_str().unwrap(), &place["line"]);
    let page = playground.get(&format!("/source/{file}")).await;
    assert_eq!(page.status(), StatusCode::OK);
    let page = page.text().await.unwrap();
    let anchor = format!("<span id=\"L{line}\"");
    let shown = between(&page, &anchor, '\n').next();
    assert!(
        shown.unwrap().contains("return Err(Refusal::Origin)"),
        "{shown:?}"
    );
    for file in ["src/lib.rs", "Cargo.toml", "src/browser/..%2Ferror.rs"] {
        let answer = playground.get(&format!("/source/{file}")).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{file}");
    }
}

/// The page's modules, with the texts that they use.
pub(crate) const SOURCES: [&str; 8] = [
    include_str!("../../page/playground/index.html"),
    include_str!("../../page/playground/playground.js"),
    include_str!("../../page/playground/attacks.js"),
    include_str!("../../page/playground/backend.js"),
    include_str!("../../page/playground/inbox.js"),
    include_str!("../../page/playground/knobs.js"),
    include_str!("../../page/playground/log.js"),
    include_str!("../../page/playground/code/index.js"),
];

#[tokio::test]
async fn every_file_that_it_names_is_served() {
    let playground = Playground::start().await;
    let mut files = BTreeSet::from(["texts.json".to_owned()]);
    for source in SOURCES {
        for start in ["href=\"/playground/", "src=\"/playground/"] {
            files.extend(between(source, start, '"').map(str::to_owned));
        }
        let folder = if std::ptr::eq(source, SOURCES[7]) {
            "code/"
        } else {
            ""
        };
        let imports = between(source, "from './", '\'');
        files.extend(imports.map(|file| format!("{folder}{file}")));
    }
    assert!(files.len() > 15, "{files:?}");
    for file in files {
        let answer = playground.get(&format!("/{file}")).await;
        assert_eq!(answer.status(), StatusCode::OK, "{file}");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
    }
}
