//! A sandbox, and a back end that talks to it, for tests.

use std::time::Duration;

use crate::signer::Signer;
use documentolog_protocol::ApiKey;
use documentolog_sandbox::{Config, Sandbox, start};
use reqwest::{Client, Method, Response, StatusCode};
use serde_json::{Value, json};

/// How long anything may take, on a machine that does much besides.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

pub(crate) const KEY: &str = "the-key-of-a-test";
pub(crate) const SENDER: &str = "000000000000";
pub(crate) const RECIPIENT: &str = "791028302728";

/// A running sandbox, reached over HTTP only, in process or as a program.
pub(crate) struct Stage {
    pub(crate) origin: String,
    client: Client,
}

pub(crate) fn config() -> Config {
    Config {
        api_key: ApiKey::new(KEY),
        webhook_retry_pause: Duration::from_millis(5),
        ..Config::default()
    }
}

/// Starts a sandbox in process.
pub(crate) async fn stage() -> (Sandbox, Stage) {
    stage_with(config()).await
}

pub(crate) async fn stage_with(config: Config) -> (Sandbox, Stage) {
    let sandbox = start(config).await.unwrap();
    let stage = Stage::at(sandbox.origin());
    (sandbox, stage)
}

/// A client that no proxy of the environment stands before: whoever is asked is on this computer.
pub(crate) fn http() -> Client {
    Client::builder().no_proxy().build().unwrap()
}

/// What is at an address on this computer.
pub(crate) async fn get(url: &str) -> Response {
    http().get(url).send().await.unwrap()
}

/// A request that the sender signs, and then one recipient.
pub(crate) fn request(webhook_url: &str) -> Value {
    json!({
        "aAttachments": ["https://dlkz.doculite.kz/rct/sample.pdf"],
        "sSetWebhookUrl": webhook_url,
        "iSendToRecipient": 1,
        "mRecipient": [RECIPIENT],
        "mPhonesForSms": [
            {"enableBMG": false, "phone": "+7 (701) 123-45-67", "fio": "Асқар Әлиев", "iin": RECIPIENT, "type": "sms"}
        ],
        "iRecipientSignatureRequired": 1,
        "mAvailableSignatureMethodsForRecipient": ["eds", "egov-qr", "adobe-sign", "sms"],
        "mAvailableSignatureMethods": ["eds", "egov-qr", "adobe-sign", "sms"],
        "sSender": SENDER
    })
}

/// A request that its sender alone signs.
pub(crate) fn request_of_one(webhook_url: &str) -> Value {
    request_with(webhook_url, &json!({"iSendToRecipient": 0}))
}

/// The request of guide 1.1, with the sample's own addresses.
pub(crate) fn guide_request() -> Value {
    json!({
        "aAttachments": ["https://dlkz.doculite.kz/rct/sample.pdf"],
        "sSetWebhookUrl": "https://your-server.com/webhook",
        "iSendToRecipient": 1,
        "mRecipient": ["000000000000"],
        "mPhonesForSms": [
            {"enableBMG": false, "phone": "+X (XXX) XXX-XX-XX", "fio": "Simple name", "iin": "", "type": "sms"}
        ],
        "iRecipientSignatureRequired": 1,
        "mAvailableSignatureMethodsForRecipient": ["eds", "egov-qr", "adobe-sign", "sms"],
        "mAvailableSignatureMethods": ["eds", "egov-qr", "adobe-sign", "sms"],
        "sSender": "000000000000"
    })
}

/// The same as [`request`], with other fields.
pub(crate) fn request_with(webhook_url: &str, changes: &Value) -> Value {
    let mut request = request(webhook_url);
    for (name, value) in changes.as_object().unwrap() {
        request[name] = value.clone();
    }
    request
}

impl Stage {
    pub(crate) fn at(origin: &str) -> Self {
        Self {
            origin: origin.to_owned(),
            client: Client::builder()
                .no_proxy()
                .redirect(reqwest::redirect::Policy::none())
                .build()
                .unwrap(),
        }
    }

    /// Asks for a token. The status, and the answer.
    pub(crate) async fn ask(&self, request: &Value) -> (StatusCode, Value) {
        let answer = self.post_token(KEY, request.to_string()).await;
        (answer.status(), answer.json().await.unwrap())
    }

    /// Posts what is said to be JSON to where tokens are given.
    pub(crate) async fn post_token(&self, key: &str, body: String) -> Response {
        self.client
            .post(format!("{}/json/external/oauth/token", self.origin))
            .header("api-key", key)
            .header("content-type", "application/json")
            .body(body)
            .send()
            .await
            .unwrap()
    }

    /// A token for a new document.
    pub(crate) async fn token(&self, request: &Value) -> String {
        let (status, body) = self.ask(request).await;
        assert_eq!(status, StatusCode::OK, "{body}");
        body["data"]["access_token"].as_str().unwrap().to_owned()
    }

    /// Presses a button of the signing page. To sign means to take the method's steps.
    pub(crate) async fn act(&self, action: &str, token: &str, body: Value) -> (StatusCode, Value) {
        if action == "sign" {
            let method = body["method"].as_str().unwrap();
            let signer = Signer::by_http(&self.origin, token);
            let (status, refusal) = signer.ask(&format!("{method}/start"), json!({})).await;
            return match status {
                StatusCode::OK => (status, signer.sign(method).await),
                _ => (status, refusal),
            };
        }
        let url = format!("{}/external/sign/embedded/{action}", self.origin);
        let request = self.client.post(url).bearer_auth(token).json(&body);
        let answer = request.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }

    /// Opens a page: its status and HTML.
    pub(crate) async fn page(&self, url: &str) -> (StatusCode, String) {
        let url = match url.strip_prefix('/') {
            Some(path) => format!("{}/{path}", self.origin),
            None => url.to_owned(),
        };
        let answer = self.get(&url).await;
        (answer.status(), answer.text().await.unwrap())
    }

    /// Opens the signing page, in a language: its status and HTML.
    pub(crate) async fn signing_page(&self, token: &str, language: &str) -> (StatusCode, String) {
        let page = format!("/external/sign/embedded?sParams={token}&lang={language}");
        self.page(&page).await
    }

    pub(crate) async fn get(&self, url: &str) -> Response {
        self.client.get(url).send().await.unwrap()
    }

    /// Uses the control API.
    pub(crate) async fn control(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> (StatusCode, Value) {
        self.control_from(method, path, body, &[]).await
    }

    /// The same, with what a browser says of the request.
    pub(crate) async fn control_from(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> (StatusCode, Value) {
        let url = format!("{}/sandbox/control/{path}", self.origin);
        let mut request = self.client.request(method, url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        let status = answer.status();
        assert!(
            !answer.headers().contains_key("access-control-allow-origin"),
            "other origins may read {path}"
        );
        let text = answer.text().await.unwrap();
        let value = match text.as_str() {
            "" => Value::Null,
            text => serde_json::from_str(text).unwrap(),
        };
        (status, value)
    }

    /// Reads from the control API.
    pub(crate) async fn read(&self, path: &str) -> Value {
        let (status, value) = self.control(Method::GET, path, None).await;
        assert_eq!(status, StatusCode::OK, "{path}: {value}");
        value
    }

    /// Tells the control API something.
    pub(crate) async fn tell(&self, method: Method, path: &str, body: Value) -> Value {
        let (status, value) = self.control(method, path, Some(body)).await;
        assert!(status.is_success(), "{path}: {status} {value}");
        value
    }

    /// The newest document, as the control API tells of it.
    pub(crate) async fn newest_document(&self) -> Value {
        let documents = self.read("documents").await;
        let doc_id = documents["documents"].as_array().unwrap().last().unwrap()["doc_id"].clone();
        self.read(&format!("documents/{}", doc_id.as_str().unwrap()))
            .await
    }

    /// The texts and links of somebody's messages, oldest first.
    pub(crate) async fn messages(&self, recipient: &str) -> Vec<(String, String)> {
        let read = self.read("messages").await;
        let mailboxes = read["mailboxes"].as_array().unwrap();
        let mailbox = mailboxes
            .iter()
            .find(|mailbox| mailbox["recipient"] == recipient);
        let messages = mailbox.and_then(|mailbox| mailbox["messages"].as_array());
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        messages
            .into_iter()
            .flatten()
            .map(|message| (text(&message["text"]), text(&message["link"])))
            .collect()
    }

    /// Opens a recipient's own link: the token of the page it leads to.
    pub(crate) async fn follow(&self, link: &str) -> String {
        let answer = self.get(link).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{link}");
        let place = answer.headers()["location"].to_str().unwrap();
        let token = place.split("sParams=").nth(1).unwrap();
        token.split('&').next().unwrap().to_owned()
    }

    /// The signing page's state, for this token.
    pub(crate) async fn state(&self, token: &str) -> String {
        let (_, html) = self
            .page(&format!("/external/sign/embedded?sParams={token}"))
            .await;
        let state = html.split("data-state=\"").nth(1).unwrap();
        state.split('"').next().unwrap().to_owned()
    }

    pub(crate) async fn advance_days(&self, days: u64) {
        let seconds = json!({"advance_seconds": days * 24 * 60 * 60});
        self.tell(Method::POST, "clock", seconds).await;
    }

    pub(crate) async fn post(&self, url: &str) -> StatusCode {
        self.client.post(url).send().await.unwrap().status()
    }

    /// Reminds by the control API.
    pub(crate) async fn remind(&self, document: &Value) {
        let path = format!(
            "documents/{}/reminder",
            document["doc_id"].as_str().unwrap()
        );
        let (status, answer) = self.control(Method::POST, &path, None).await;
        assert_eq!(status, StatusCode::OK, "{answer}");
    }

    /// What the control API tells, once it is so.
    pub(crate) async fn until(&self, path: &str, is_so: impl Fn(&Value) -> bool) -> Value {
        let asked = async {
            loop {
                let found = self.read(path).await;
                if is_so(&found) {
                    return found;
                }
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(PATIENCE, asked).await.unwrap()
    }
}
