//! A back end that receives webhooks.

use std::sync::{Arc, Mutex};

use axum::{Router, body::Bytes, extract::State, http::StatusCode, routing::post};
use serde_json::Value;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use crate::stage::PATIENCE;

/// Takes webhooks and keeps them, after the refusals it was told to give.
pub(crate) struct Receiver {
    url: String,
    bodies: watch::Receiver<Vec<Bytes>>,
    server: JoinHandle<()>,
}

#[derive(Clone)]
struct Inbox {
    refusals: Arc<Mutex<Vec<u16>>>,
    bodies: watch::Sender<Vec<Bytes>>,
}

impl Receiver {
    pub(crate) async fn start(refusals: Vec<u16>) -> Self {
        let (sender, bodies) = watch::channel(Vec::new());
        let inbox = Inbox {
            refusals: Arc::new(Mutex::new(refusals)),
            bodies: sender,
        };
        let router = Router::new()
            .route("/hook-secret", post(take))
            .with_state(inbox);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook-secret", listener.local_addr().unwrap());
        let server = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self {
            url,
            bodies,
            server,
        }
    }

    pub(crate) fn url(&self) -> String {
        self.url.clone()
    }

    /// Waits for so many webhooks.
    pub(crate) async fn bodies(&self, count: usize) -> Vec<Bytes> {
        let mut bodies = self.bodies.clone();
        let waiting = bodies.wait_for(|bodies| bodies.len() >= count);
        tokio::time::timeout(PATIENCE, waiting)
            .await
            .unwrap()
            .unwrap()
            .clone()
    }

    pub(crate) async fn events(&self, count: usize) -> Vec<Value> {
        self.bodies(count)
            .await
            .iter()
            .map(|body| serde_json::from_slice(body).unwrap())
            .collect()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The events' names, in order.
pub(crate) fn names(events: &[Value]) -> Vec<&str> {
    events
        .iter()
        .map(|event| event["event"].as_str().unwrap())
        .collect()
}

async fn take(State(inbox): State<Inbox>, body: Bytes) -> StatusCode {
    let refusal = {
        let mut refusals = inbox.refusals.lock().unwrap();
        if refusals.is_empty() {
            None
        } else {
            Some(refusals.remove(0))
        }
    };
    inbox.bodies.send_modify(|bodies| bodies.push(body));
    refusal.map_or(StatusCode::OK, |status| {
        StatusCode::from_u16(status).unwrap()
    })
}
