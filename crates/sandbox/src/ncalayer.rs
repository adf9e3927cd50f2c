//! What stands for NCALayer, the program on a signer's computer that holds the key.
//!
//! It speaks NCALayer's own form over a WebSocket, as far as public clients show it: a
//! greeting with a version; `kz.gov.pki.knca.basics`, `sign`, with named arguments;
//! `{"status": true, "body": {"result": […]}}`, with an empty body if the user cancels
//! and `"status": false` with a code if it fails. It signs CMS and nothing else, one
//! document at a time. The key is found by `signerParams.serialNumber`.
//!
//! NCALayer listens on `wss://`, with a certificate that its installation adds to the
//! computer's trusted ones. This one adds none to a developer's computer: it listens on plain
//! `ws://`, which browsers let secure and other pages open on loopback. It has no window: see
//! [`NcaLayerBehaviour`].

use std::{
    net::Ipv4Addr,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    extract::{
        State,
        ws::{Message, WebSocket, WebSocketUpgrade},
    },
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::{
    certificates::{CertificationAuthority, SignerKey, Subject},
    clock::Clock,
    document::NAMELESS,
    lock::lock,
    signed_data,
};

/// The port on which NCALayer listens.
pub const NCALAYER_PORT: u16 = 13_579;

/// A document of 20 MiB in base64, and what is around it.
const LARGEST_MESSAGE: usize = 32 * 1024 * 1024;

/// Where the sandbox's stand-in for NCALayer listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NcaLayerPort {
    /// On any free port. The signing page is told which.
    Any,
    /// On this port, or on any if somebody has it.
    Preferred(u16),
    /// Nowhere: the signing page is told to look on this port.
    NotServed(u16),
}

/// What NCALayer, or whoever sits before it, does when a signing page asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NcaLayerBehaviour {
    /// The user picks the right key and gives its password, at once.
    #[default]
    Signs,
    /// The user closes NCALayer's window.
    Cancels,
    /// The user gives a wrong password.
    WrongPassword,
    /// The user picks the key of somebody else.
    AnotherKey,
    /// The user does nothing.
    NoAnswer,
    /// NCALayer does not run: no connection is taken.
    NotRunning,
}

impl NcaLayerBehaviour {
    /// Every one.
    pub const ALL: [Self; 6] = [
        Self::Signs,
        Self::Cancels,
        Self::WrongPassword,
        Self::AnotherKey,
        Self::NoAnswer,
        Self::NotRunning,
    ];
}

/// A computer with NCALayer. Clones are the same.
#[derive(Clone, Debug)]
pub(crate) struct NcaLayer {
    port: u16,
    behaviour: Arc<Mutex<NcaLayerBehaviour>>,
}

impl NcaLayer {
    fn at(port: u16) -> Self {
        Self {
            port,
            behaviour: Arc::default(),
        }
    }

    /// Where the signing page finds it.
    pub(crate) fn url(&self) -> String {
        format!("ws://127.0.0.1:{}/", self.port)
    }

    pub(crate) fn behaviour(&self) -> NcaLayerBehaviour {
        *lock(&self.behaviour)
    }

    pub(crate) fn set_behaviour(&self, behaviour: NcaLayerBehaviour) {
        *lock(&self.behaviour) = behaviour;
    }
}

/// Listens, on this computer only. No listener if it is not served.
pub(crate) async fn listen(port: NcaLayerPort) -> std::io::Result<(NcaLayer, Option<TcpListener>)> {
    let any = (Ipv4Addr::LOCALHOST, 0);
    let listener = match port {
        NcaLayerPort::NotServed(port) => return Ok((NcaLayer::at(port), None)),
        NcaLayerPort::Any => TcpListener::bind(any).await?,
        NcaLayerPort::Preferred(port) => {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
                Ok(listener) => listener,
                Err(_) => TcpListener::bind(any).await?,
            }
        }
    };
    let ncalayer = NcaLayer::at(listener.local_addr()?.port());
    Ok((ncalayer, Some(listener)))
}

/// What it needs to sign.
#[derive(Clone, Debug)]
pub(crate) struct Desk {
    pub(crate) ncalayer: NcaLayer,
    pub(crate) authority: Arc<CertificationAuthority>,
    pub(crate) clock: Clock,
}

pub(crate) fn router(desk: Desk) -> Router {
    Router::new().route("/", get(connect)).with_state(desk)
}

async fn connect(State(desk): State<Desk>, upgrade: WebSocketUpgrade) -> Response {
    if desk.ncalayer.behaviour() == NcaLayerBehaviour::NotRunning {
        // To a page this is the same as no program at all.
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    upgrade
        .max_message_size(LARGEST_MESSAGE)
        .max_frame_size(LARGEST_MESSAGE)
        .on_upgrade(move |mut socket| async move {
            // A page that goes away ends it.
            let _ = serve(&desk, &mut socket).await;
        })
}

async fn serve(desk: &Desk, socket: &mut WebSocket) -> Result<(), axum::Error> {
    let greeting = json!({"result": {"version": "1.4"}});
    socket.send(Message::text(greeting.to_string())).await?;
    while let Some(message) = socket.recv().await {
        let Message::Text(text) = message? else {
            continue;
        };
        // Pages send it now and then, to keep the connection.
        if text.as_str() == "--heartbeat--" {
            socket.send(Message::Text(text)).await?;
            continue;
        }
        if let Some(answer) = answer(desk, &text) {
            socket.send(Message::text(answer.to_string())).await?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    module: String,
    #[serde(default)]
    method: String,
    #[serde(default)]
    args: Value,
}

/// The answer, if there is one.
fn answer(desk: &Desk, text: &str) -> Option<Value> {
    let Ok(request) = serde_json::from_str::<Request>(text) else {
        return Some(refused("INVOCATION_ERROR", "the request is not JSON"));
    };
    match (request.module.as_str(), request.method.as_str()) {
        ("kz.gov.pki.knca.basics", "sign") => match desk.ncalayer.behaviour() {
            NcaLayerBehaviour::NoAnswer => None,
            NcaLayerBehaviour::Cancels => Some(json!({"status": true, "body": {}})),
            NcaLayerBehaviour::WrongPassword => {
                Some(refused("SIGNING_FAILURE", "the password is wrong"))
            }
            behaviour => Some(sign(desk, &request.args, behaviour)),
        },
        ("kz.gov.pki.knca.basics", _) => Some(refused("INVOCATION_ERROR", "no such method")),
        _ => Some(json!({"success": false, "errorCode": "MODULE_NOT_FOUND"})),
    }
}

fn sign(desk: &Desk, args: &Value, behaviour: NcaLayerBehaviour) -> Value {
    if args["format"] != "cms" {
        return refused("INVALID_SIGNING_PARAMS", "the format must be cms");
    }
    // Clients write flags as booleans or as texts.
    let flag = |name: &str| match &args["signingParams"][name] {
        Value::Bool(flag) => *flag,
        Value::String(text) => text == "true",
        _ => false,
    };
    if flag("digested") {
        return refused("INVALID_SIGNING_PARAMS", "a digest is not signed here");
    }
    let Some(data) = args["data"].as_str() else {
        return refused("INVALID_SIGNING_PARAMS", "data must be one text");
    };
    let content = if flag("decode") {
        match STANDARD.decode(data) {
            Ok(bytes) => bytes,
            Err(_) => return refused("INVALID_SIGNING_PARAMS", "data is not base64"),
        }
    } else {
        data.as_bytes().to_vec()
    };
    let key = match behaviour {
        NcaLayerBehaviour::AnotherKey => key_of(desk, "Бөтен Адам"),
        _ => match args["signerParams"]["serialNumber"].as_str() {
            Some(number) => desk
                .authority
                .signer_key_by_serial_number(number)
                .and_then(Result::ok),
            None => key_of(desk, NAMELESS),
        },
    };
    let signed = key.and_then(|key| {
        let now = desk.clock.unix_seconds();
        signed_data::sign(&key, &content, now, flag("encapsulate")).ok()
    });
    match signed {
        Some(signed) => json!({"status": true, "body": {"result": [pem(&signed)]}}),
        None => refused("SIGNING_FAILURE", "there is no such key"),
    }
}

/// The key of somebody who is no party of a document.
fn key_of(desk: &Desk, name: &str) -> Option<SignerKey> {
    let somebody = Subject {
        name: name.to_owned(),
        identifier: String::new(),
    };
    desk.authority.signer_key(&somebody).ok()
}

fn pem(der: &[u8]) -> String {
    let base64 = STANDARD.encode(der);
    let lines: Vec<_> = base64
        .as_bytes()
        .chunks(64)
        .map(String::from_utf8_lossy)
        .collect();
    format!(
        "-----BEGIN CMS-----\n{}\n-----END CMS-----\n",
        lines.join("\n")
    )
}

fn refused(code: &str, message: &str) -> Value {
    json!({"status": false, "code": code, "message": message, "details": ""})
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn desk() -> Desk {
        Desk {
            ncalayer: listen(NcaLayerPort::Any).await.unwrap().0,
            authority: Arc::new(CertificationAuthority::new(&[7; 32]).unwrap()),
            clock: Clock::default(),
        }
    }

    fn request(change: impl FnOnce(&mut Value)) -> String {
        let mut request = json!({
            "module": "kz.gov.pki.knca.basics", "method": "sign",
            "args": {
                "allowedStorages": null, "format": "cms", "data": "0J/RgNC40LLQtdGC",
                "signingParams": {"decode": "true", "encapsulate": true, "digested": false},
                "signerParams": {"extKeyUsageOids": ["1.3.6.1.5.5.7.3.4"]}, "locale": "ru",
            },
        });
        change(&mut request);
        request.to_string()
    }

    #[tokio::test]
    async fn requests_are_answered_as_ncalayer_answers_them() {
        let desk = desk().await;
        let signed = answer(&desk, &request(|_| {})).unwrap();
        assert_eq!(signed["status"], true);
        let pem = signed["body"]["result"][0].as_str().unwrap();
        assert!(pem.starts_with("-----BEGIN CMS-----\n"), "{pem}");
        for (name, text, code) in [
            ("no JSON", "{".to_owned(), "INVOCATION_ERROR"),
            (
                "another method",
                request(|request| request["method"] = json!("getKeyInfo")),
                "INVOCATION_ERROR",
            ),
            (
                "XML",
                request(|request| request["args"]["format"] = json!("xml")),
                "INVALID_SIGNING_PARAMS",
            ),
            (
                "several documents",
                request(|request| request["args"]["data"] = json!(["0J8="])),
                "INVALID_SIGNING_PARAMS",
            ),
            (
                "no base64",
                request(|request| request["args"]["data"] = json!("?")),
                "INVALID_SIGNING_PARAMS",
            ),
            (
                "a key that is not there",
                request(|request| request["args"]["signerParams"]["serialNumber"] = json!("00")),
                "SIGNING_FAILURE",
            ),
        ] {
            let answer = answer(&desk, &text).unwrap();
            assert_eq!(
                (&answer["status"], &answer["code"]),
                (&json!(false), &json!(code)),
                "{name}"
            );
        }
        let unknown = request(|request| request["module"] = json!("kz.digiflow.mobile.extensions"));
        assert_eq!(
            answer(&desk, &unknown).unwrap()["errorCode"],
            "MODULE_NOT_FOUND"
        );
    }

    #[tokio::test]
    async fn its_user_does_what_the_test_says() {
        let desk = desk().await;
        for (behaviour, expected) in [
            (
                NcaLayerBehaviour::Cancels,
                Some(json!({"status": true, "body": {}})),
            ),
            (
                NcaLayerBehaviour::WrongPassword,
                Some(refused("SIGNING_FAILURE", "the password is wrong")),
            ),
            (NcaLayerBehaviour::NoAnswer, None),
        ] {
            desk.ncalayer.set_behaviour(behaviour);
            assert_eq!(answer(&desk, &request(|_| {})), expected);
        }
    }

    #[tokio::test]
    async fn a_port_that_is_taken_is_not_insisted_on() {
        let (first, _listener) = listen(NcaLayerPort::Any).await.unwrap();
        let (second, listener) = listen(NcaLayerPort::Preferred(first.port)).await.unwrap();
        assert!(listener.is_some());
        assert_ne!(first.url(), second.url());
        let (told, listener) = listen(NcaLayerPort::NotServed(7)).await.unwrap();
        assert!(listener.is_none());
        assert_eq!(told.url(), "ws://127.0.0.1:7/");
    }
}
