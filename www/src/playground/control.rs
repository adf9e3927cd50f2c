//! What the sandbox lets one steer: faults, what becomes of documents, and where they stand. It is
//! asked over HTTP (`/sandbox/control/…`), as any program would.

use std::sync::Arc;

use documentolog_protocol::BaseUrl;
use reqwest::{Client, RequestBuilder, redirect::Policy};
use serde_json::{Value, json};
use tokio::sync::Mutex;

/// How late a slow page is, in milliseconds.
const SLOW: u32 = 3_000;

/// The sandbox's control API.
#[derive(Clone, Debug)]
pub(crate) struct Control {
    http: Client,
    origin: String,
    /// Held from the writing of a fate until its document has come.
    pub(super) next_document: Arc<Mutex<()>>,
}

/// Why the sandbox did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(super) enum ControlError {
    /// It refuses, and says why.
    #[error("{0}")]
    Refused(String),
    /// It is not there, or is no sandbox.
    #[error("the sandbox cannot be reached")]
    Unreachable(#[from] reqwest::Error),
}

impl Control {
    pub(crate) fn new(service: &BaseUrl) -> Result<Self, reqwest::Error> {
        let http = Client::builder()
            .no_proxy()
            .redirect(Policy::none())
            .build()?;
        Ok(Self {
            http,
            origin: service.origin().to_owned(),
            next_document: Arc::default(),
        })
    }

    /// Lets every signing page go wrong like this, or again not.
    pub(super) async fn set_fault(&self, fault: Option<&str>) -> Result<(), ControlError> {
        let url = format!("{}/sandbox/control/fault", self.origin);
        let request = match fault {
            None => self.http.delete(url),
            Some("slow") => self
                .http
                .put(url)
                .json(&json!({"name": "slow", "milliseconds": SLOW})),
            Some(name) => self.http.put(url).json(&json!({ "name": name })),
        };
        ask(request).await.map(drop)
    }

    /// Writes what becomes of the next document.
    pub(super) async fn write_fate(&self, fate: &Value) -> Result<(), ControlError> {
        let url = format!("{}/sandbox/control/fates", self.origin);
        ask(self.http.post(url).json(fate)).await.map(drop)
    }

    /// Takes back what is written of documents that have not come.
    pub(super) async fn clear_fates(&self) -> Result<(), ControlError> {
        let url = format!("{}/sandbox/control/fates", self.origin);
        ask(self.http.delete(url)).await.map(drop)
    }

    /// A document's status as the service has it, such as `in-progress`.
    pub(super) async fn status(&self, doc_id: &str) -> Option<String> {
        // A `doc_id` comes from a webhook, so it is not believed to be a path's part.
        let is_plain = doc_id.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_plain {
            return None;
        }
        let url = format!("{}/sandbox/control/documents/{doc_id}", self.origin);
        let document = ask(self.http.get(url)).await.ok()?;
        Some(document["status"].as_str()?.to_owned())
    }
}

async fn ask(request: RequestBuilder) -> Result<Value, ControlError> {
    let answer = request.send().await.map_err(reqwest::Error::without_url)?;
    let is_refused = !answer.status().is_success();
    let body = answer.bytes().await.map_err(reqwest::Error::without_url)?;
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    if is_refused {
        let message = body["error"]["message"].as_str();
        return Err(ControlError::Refused(
            message.unwrap_or("the sandbox refuses").to_owned(),
        ));
    }
    Ok(body)
}
