//! Somebody who signs, as the signing page's script does it: step by step, over HTTP and
//! NCALayer's WebSocket.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use documentolog_sandbox::Sandbox;
use futures_util::{SinkExt, StreamExt};
use reqwest::{Client, StatusCode, redirect::Policy};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{self, Message},
};

/// How long an answer may take, on a machine that does much besides.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Signer<'a> {
    origin: &'a str,
    token: &'a str,
    client: Client,
}

impl<'a> Signer<'a> {
    pub(crate) fn at(sandbox: &'a Sandbox, token: &'a str) -> Self {
        Self::by_http(sandbox.origin(), token)
    }

    /// Wherever the sandbox runs.
    pub(crate) fn by_http(origin: &'a str, token: &'a str) -> Self {
        let client = Client::builder().no_proxy().redirect(Policy::none());
        Self {
            origin,
            token,
            client: client.build().unwrap(),
        }
    }

    /// Signs, and gives the message that the page posts.
    pub(crate) async fn sign(&self, method: &str) -> Value {
        match method {
            "eds" => self.eds().await["message"].clone(),
            "egov-qr" => self.egov_qr("sign").await["message"].clone(),
            "sms" => self.sms().await["message"].clone(),
            "adobe-sign" => self.adobe_sign("sign").await,
            other => panic!("there is no way to sign by {other}"),
        }
    }

    pub(crate) async fn eds(&self) -> Value {
        let start = self.must("eds/start", json!({})).await;
        let mut signatures = Vec::new();
        for file in start["files"].as_array().unwrap() {
            let link = format!("{}{}", self.origin, file.as_str().unwrap());
            let bytes = self.get(&link).await.bytes().await.unwrap();
            let answer = self.ncalayer(&start, &STANDARD.encode(bytes)).await;
            match answer.unwrap()["body"]["result"][0].as_str() {
                Some(signature) => signatures.push(signature.to_owned()),
                None => signatures.clear(),
            }
        }
        self.must("eds/finish", json!({ "signatures": signatures }))
            .await
    }

    /// What NCALayer answers to a request to sign, as the start of EDS says where it is
    /// and whose the key.
    pub(crate) async fn ncalayer(&self, start: &Value, data: &str) -> tungstenite::Result<Value> {
        let mut socket = self.ask_ncalayer(start, data).await?;
        let answer = tokio::time::timeout(PATIENCE, socket.next()).await;
        let answer = answer.unwrap().unwrap()?;
        Ok(serde_json::from_str(answer.to_text()?).unwrap())
    }

    /// Whether NCALayer, asked the same, has not answered for half a second.
    pub(crate) async fn waits_for_ncalayer(&self, start: &Value, data: &str) -> bool {
        let mut socket = self.ask_ncalayer(start, data).await.unwrap();
        tokio::time::timeout(Duration::from_millis(500), socket.next())
            .await
            .is_err()
    }

    async fn ask_ncalayer(
        &self,
        start: &Value,
        data: &str,
    ) -> tungstenite::Result<WebSocketStream<MaybeTlsStream<TcpStream>>> {
        let serial_number = &start["serial_number"];
        let (mut socket, _) = connect_async(start["ncalayer"].as_str().unwrap()).await?;
        let greeting = socket.next().await.unwrap()?;
        let greeting: Value = serde_json::from_str(greeting.to_text()?).unwrap();
        assert!(greeting["result"]["version"].is_string(), "{greeting}");
        let request = json!({
            "module": "kz.gov.pki.knca.basics", "method": "sign",
            "args": {
                "allowedStorages": null, "format": "cms", "data": data,
                "signingParams": {"decode": "true", "encapsulate": "false", "digested": "false", "tsaProfile": {}},
                "signerParams": {"extKeyUsageOids": ["1.3.6.1.5.5.7.3.4"], "serialNumber": serial_number},
                "locale": "ru",
            },
        });
        socket.send(Message::text(request.to_string())).await?;
        Ok(socket)
    }

    pub(crate) async fn egov_qr(&self, decision: &str) -> Value {
        let start = self.must("egov-qr/start", json!({"lang": "en"})).await;
        let capability = &start["capability"];
        let (status, _) = self
            .decide("/sandbox/egov-mobile", capability, decision)
            .await;
        assert_eq!(status, StatusCode::OK);
        self.must("egov-qr/wait", json!({ "capability": capability }))
            .await
    }

    pub(crate) async fn sms(&self) -> Value {
        self.must("sms/start", json!({})).await;
        let code = self.newest_code().await;
        self.must("sms/confirm", json!({ "code": code })).await
    }

    /// The code in the SMS that was sent last.
    pub(crate) async fn newest_code(&self) -> String {
        let url = format!("{}/sandbox/control/messages", self.origin);
        let told: Value = self.get(&url).await.json().await.unwrap();
        let mailboxes = told["mailboxes"].as_array().unwrap();
        let messages = mailboxes
            .iter()
            .flat_map(|mailbox| mailbox["messages"].as_array().unwrap());
        let codes = messages.filter_map(|message| {
            let digits = |part: &&str| part.len() == 6 && part.bytes().all(|b| b.is_ascii_digit());
            let code = message["text"].as_str()?.split(' ').find(digits)?;
            Some((message["sent_at"].as_u64(), code.to_owned()))
        });
        codes.max_by_key(|(sent_at, _)| *sent_at).unwrap().1
    }

    /// Goes to Adobe and back, and gives the message of the page that it comes back to.
    pub(crate) async fn adobe_sign(&self, decision: &str) -> Value {
        let start = self.must("adobe-sign/start", json!({"lang": "en"})).await;
        let adobe = start["location"].as_str().unwrap();
        assert!(!adobe.contains(self.token), "the token is told to Adobe");
        let shown = self.get(&format!("{}{adobe}", self.origin)).await;
        assert_eq!(shown.status(), StatusCode::OK);
        let capability = adobe.split_once("capability=").unwrap().1;
        let (_, decided) = self
            .decide("/sandbox/adobe-sign", &json!(capability), decision)
            .await;
        let back = decided["location"].as_str().unwrap();
        let back = self.get(&format!("{}{back}", self.origin)).await;
        assert_eq!(back.status(), StatusCode::SEE_OTHER);
        let page = back.headers()["location"].to_str().unwrap();
        let page = self
            .get(&format!("{}{page}", self.origin))
            .await
            .text()
            .await
            .unwrap();
        let (_, message) = page.split_once("data-message=\"").unwrap();
        let message = message.split('"').next().unwrap().replace("&quot;", "\"");
        serde_json::from_str(&message).unwrap()
    }

    /// Decides on the phone or at Adobe.
    pub(crate) async fn decide(
        &self,
        path: &str,
        capability: &Value,
        decision: &str,
    ) -> (StatusCode, Value) {
        let body = json!({"capability": capability, "decision": decision});
        let url = format!("{}{path}", self.origin);
        let answer = self.client.post(url).json(&body).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }

    pub(crate) async fn get(&self, url: &str) -> reqwest::Response {
        self.client.get(url).send().await.unwrap()
    }

    /// Asks the service, which must not refuse.
    pub(crate) async fn must(&self, action: &str, body: Value) -> Value {
        let (status, answer) = self.ask(action, body).await;
        assert_eq!(status, StatusCode::OK, "{action}: {answer}");
        answer
    }

    pub(crate) async fn ask(&self, action: &str, body: Value) -> (StatusCode, Value) {
        let url = format!("{}/external/sign/embedded/{action}", self.origin);
        let request = self.client.post(url).bearer_auth(self.token).json(&body);
        let answer = request.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }
}
