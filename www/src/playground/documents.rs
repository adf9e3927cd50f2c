//! Documents made to measure: who signs, how, and how many files.

use std::convert::Infallible;

use axum::{
    Extension, Json, Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response, Sse, sse::Event},
    routing::{get, post},
};
use documentolog_protocol::{SignatureMethod, TokenResponse};
use documentolog_server::{ClientError, SigningRequest, StoreError, WebhookStore};
use futures_util::Stream;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    control::{Control, ControlError},
    inbox,
};
use crate::{
    OrderState, OrderWebhook,
    api::{CONTRACT, Failure, random, state_events},
    state::Backend,
};

/// Whoever signs here is the guide's placeholder.
const SIGNER: &str = crate::PLACEHOLDER_IIN;

pub(super) fn router() -> Router<Backend> {
    Router::new()
        .route("/playground/api/documents", post(new_document))
        .route("/playground/api/documents/{id}/token", post(token))
        .route("/playground/api/documents/{id}/events", get(events))
        .route("/playground/api/signed-elsewhere", post(signed_elsewhere))
        .route("/playground/attachments/{name}", get(attachment))
}

/// A document as the page's knobs describe it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    signer: Signer,
    methods: Vec<SignatureMethod>,
    /// How many files, from 1 to [`ATTACHMENTS`].
    attachments: u8,
    /// What the signing page does by itself, if it is to.
    #[serde(default)]
    fate: Option<Fate>,
}

/// What the signing page does by itself, in its frame, as a signer would.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Fate {
    /// It signs.
    Sign,
    /// A try fails, and the next signs.
    FailOnce,
    /// It rejects the document.
    Decline,
    /// It closes without a decision.
    Close,
}

impl Fate {
    /// As the sandbox takes it: of the first party. Another decides for itself.
    fn to_json(self) -> Value {
        let outcome = match self {
            Self::Sign | Self::FailOnce => "sign",
            Self::Decline => "decline",
            Self::Close => "close",
        };
        let failures = u32::from(self == Self::FailOnce);
        json!([{"outcome": outcome, "failures": failures, "delay_milliseconds": PAUSE}])
    }
}

/// Before the signing page does something by itself, in milliseconds: time to see it.
const PAUSE: u32 = 1_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Signer {
    /// The sender alone.
    Sender,
    /// A recipient alone.
    Recipient,
    /// The sender, and then a recipient.
    Both,
}

/// The most files that a document has here.
const ATTACHMENTS: u8 = 3;

/// Why there is no token: what the integrator is shown.
#[derive(Debug)]
enum NoToken {
    /// A field of the document is wrong.
    Field {
        field: String,
        reason: String,
    },
    /// The sandbox does not do what is written.
    Control(ControlError),
    Failure(Failure),
}

impl From<ControlError> for NoToken {
    fn from(error: ControlError) -> Self {
        Self::Control(error)
    }
}

impl From<Failure> for NoToken {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<ClientError> for NoToken {
    fn from(error: ClientError) -> Self {
        match error {
            ClientError::Request(error) => Self::Field {
                field: error.field,
                reason: error.reason.to_string(),
            },
            error => Self::Failure(Failure::Service(error)),
        }
    }
}

impl IntoResponse for NoToken {
    fn into_response(self) -> Response {
        match self {
            Self::Field { field, reason } => {
                let body = json!({"error": reason, "field": field});
                (StatusCode::UNPROCESSABLE_ENTITY, Json(body)).into_response()
            }
            Self::Control(error) => error.into_response(),
            Self::Failure(failure) => failure.into_response(),
        }
    }
}

/// A name under which webhooks come in. The document itself is made with its token.
async fn new_document() -> Result<Response, Failure> {
    let id = random()?;
    Ok((StatusCode::CREATED, Json(json!({"id": id}))).into_response())
}

async fn token(
    State(backend): State<Backend>,
    Extension(control): Extension<Control>,
    Path(id): Path<String>,
    Json(document): Json<Document>,
) -> Result<Response, NoToken> {
    let response = request_token(&backend, &control, &id, document).await?;
    Ok(Json(response).into_response())
}

async fn request_token(
    backend: &Backend,
    control: &Control,
    id: &str,
    document: Document,
) -> Result<TokenResponse, NoToken> {
    if !(1..=ATTACHMENTS).contains(&document.attachments) {
        return Err(NoToken::Field {
            field: "attachments".to_owned(),
            reason: format!("give 1 to {ATTACHMENTS}"),
        });
    }
    let secret = backend
        .webhooks
        .issue_secret(&reference(id))
        .await
        .map_err(Failure::from)?;
    let origin = &backend.origin;
    let mut request =
        SigningRequest::new().webhook_url(format!("{origin}/webhooks/{}", secret.expose()));
    for number in 1..=document.attachments {
        let name = attachment_name(number);
        request = request.attachment(format!("{origin}/playground/attachments/{name}"));
    }
    if document.signer != Signer::Recipient {
        request = request
            .sender(SIGNER)
            .sender_methods(document.methods.clone());
    }
    if document.signer != Signer::Sender {
        request = request
            .recipient(SIGNER)
            .recipient_methods(document.methods);
    }
    // What is written is of the next document, so that one has to be this one.
    let _next = control.next_document.lock().await;
    if let Some(fate) = document.fate {
        control.write_fate(&fate.to_json()).await?;
    }
    let response = backend.client.request_token(request).await;
    if response.is_err() && document.fate.is_some() {
        control.clear_fates().await?;
    }
    Ok(response?)
}

/// The signing page of another document. It signs by itself, and says so to whoever frames
/// it.
async fn signed_elsewhere(
    State(backend): State<Backend>,
    Extension(control): Extension<Control>,
) -> Result<Json<Value>, NoToken> {
    let document = Document {
        signer: Signer::Sender,
        methods: vec![SignatureMethod::Eds],
        attachments: 1,
        fate: Some(Fate::Sign),
    };
    let id = random().map_err(Failure::from)?;
    let response = request_token(&backend, &control, &id, document).await?;
    let url = backend.base_url.embed_url(&response.access_token);
    Ok(Json(json!({"url": url.expose()})))
}

/// What the webhooks say, now and whenever one comes.
async fn events(
    State(backend): State<Backend>,
    Extension(control): Extension<Control>,
    Path(id): Path<String>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    state_events(backend, reference(&id), move |backend, reference| {
        inbox_state(backend, control.clone(), reference)
    })
}

async fn inbox_state(
    backend: Backend,
    control: Control,
    reference: String,
) -> Result<Value, StoreError> {
    let webhooks = backend.orders.store().webhooks_of(&reference).await?;
    let shown: Vec<Value> = webhooks.iter().map(inbox::shown).collect();
    let webhooks: Vec<OrderWebhook> = webhooks.into_iter().map(Into::into).collect();
    // A retry makes another document: the last one is spoken of.
    let mut latest = webhooks.iter().rev();
    let doc_id = latest.find_map(|webhook| webhook.doc_id.clone());
    let at_service = match doc_id {
        Some(doc_id) => control.status(&doc_id).await,
        None => None,
    };
    Ok(json!({
        "state": OrderState::of(&webhooks),
        "atService": at_service,
        "webhooks": shown,
    }))
}

async fn attachment(Path(name): Path<String>) -> Response {
    if !(1..=ATTACHMENTS).any(|number| name == attachment_name(number)) {
        return StatusCode::NOT_FOUND.into_response();
    }
    ([(header::CONTENT_TYPE, "application/pdf")], CONTRACT).into_response()
}

/// Each file has a name of its own, and all are the same contract.
fn attachment_name(number: u8) -> String {
    format!("contract-{number}.pdf")
}

/// Apart from the orders, so that nobody reads an order's webhooks here.
fn reference(id: &str) -> String {
    format!("playground-{id}")
}
