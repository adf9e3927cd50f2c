//! `POST /json/external/oauth/token` (guide, part 1).

use std::collections::VecDeque;

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use documentolog_protocol::{OtherFields, TokenRequest, TokenResponse};
use serde::{Deserialize, Serialize};

use crate::{
    access,
    constant_time::is_equal,
    document::{Document, Occurrence},
    guard,
    refusal::Refusal,
    state::Service,
};

/// A token request, as the control API tells of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ReceivedRequest {
    /// Seconds since 1970.
    received_at: u64,
    /// The answer's status.
    status: u16,
    /// The document that it made, if it did.
    doc_id: Option<String>,
    /// What was sent; none if that is not JSON.
    body: Option<PersonalJson>,
}

/// JSON with personal data in it, so `Debug` prints a placeholder.
#[derive(Clone, Serialize, Deserialize)]
struct PersonalJson(serde_json::Value);

impl std::fmt::Debug for PersonalJson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonalJson(…)")
    }
}

pub(crate) async fn give_token(
    State(service): State<Service>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let given = give(&service, &headers, &body).await;
    let (doc_id, response) = match given {
        Ok((doc_id, token)) => {
            let response = ([("cache-control", "no-store")], Json(token)).into_response();
            (Some(doc_id), response)
        }
        Err(refusal) => (None, refusal.into_response()),
    };
    service.keep_token_request(ReceivedRequest {
        received_at: service.clock.unix_seconds(),
        status: response.status().as_u16(),
        doc_id,
        body: serde_json::from_slice(&body).ok().map(PersonalJson),
    });
    response
}

/// Refuses what is not said to be JSON.
pub(crate) fn check_content_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let is_json = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(';')
                .next()
                .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
        });
    if is_json {
        Ok(())
    } else {
        Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "content-type",
            "send Content-Type: application/json",
        ))
    }
}

/// Gives a token for a new document, and the document's `doc_id`.
async fn give(
    service: &Service,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(String, TokenResponse), Refusal> {
    guard::back_ends(headers)?;
    check_api_key(service, headers)?;
    check_content_type(headers)?;
    let request = read(body)?;
    if request.attachments.is_empty() {
        return Err(Refusal::unprocessable(
            "aAttachments",
            "is empty: give at least one link",
        ));
    }
    let (mut document, occurrences) = new_document(service, &request)?;
    document.attachments = service
        .fetcher
        .fetch_all(&service.random, &request.attachments)
        .await?;
    let access_token = service
        .access
        .token(document.id, 0)
        .ok_or_else(Refusal::internal)?;
    tracing::info!(
        doc_id = document.doc_id,
        parties = document.parties.len(),
        "a token is given"
    );
    let without_phone = document.recipients_without_phone();
    if without_phone > 0 {
        tracing::warn!(
            doc_id = document.doc_id,
            recipients = without_phone,
            "SMS is offered to recipients without a phone number: give each in `mPhonesForSms`, \
             with `iin` or in the order of `mRecipient`"
        );
    }
    document.script = service.change_next_scripts(VecDeque::pop_front);
    let (id, doc_id) = (document.id, document.doc_id.clone());
    service.add(document, &occurrences);
    service.play_without_browser(id);
    let token = TokenResponse {
        access_token,
        scope: Some(access::SCOPE.split('|').map(str::to_owned).collect()),
        token_type: Some("Bearer".to_owned()),
        other: OtherFields::default(),
        beside_data: OtherFields::default(),
    };
    Ok((doc_id, token))
}

fn check_api_key(service: &Service, headers: &HeaderMap) -> Result<(), Refusal> {
    let given = headers
        .get("api-key")
        .map(|value| value.as_bytes())
        .unwrap_or_default();
    if is_equal(given, service.config.api_key.expose()) {
        Ok(())
    } else {
        Err(Refusal::new(
            StatusCode::UNAUTHORIZED,
            "api-key",
            "the header `api-key` is missing or wrong",
        ))
    }
}

/// Reads the body. Serde's messages may quote the body, so only the field's place
/// is passed on.
fn read(body: &[u8]) -> Result<TokenRequest, Refusal> {
    let malformed = |message: String| Refusal::new(StatusCode::BAD_REQUEST, "malformed", message);
    let value: serde_json::Value = serde_json::from_slice(body).map_err(|error| {
        malformed(format!(
            "the body is not JSON: see line {}, column {}",
            error.line(),
            error.column()
        ))
    })?;
    let serde_json::Value::Object(fields) = &value else {
        return Err(malformed("the body is not a JSON object".to_owned()));
    };
    // Each known field alone, so that the refusal can name it.
    for (name, field) in fields {
        let alone =
            serde_json::Value::Object([(name.clone(), field.clone())].into_iter().collect());
        if serde_json::from_value::<TokenRequest>(alone).is_err() {
            return Err(malformed(format!(
                "`{name}` is not of the type that the guide gives"
            )));
        }
    }
    serde_json::from_value(value)
        .map_err(|_| malformed("the body is not a token request".to_owned()))
}

fn new_document(
    service: &Service,
    request: &TokenRequest,
) -> Result<(Document, Vec<Occurrence>), Refusal> {
    let new_capability = || service.random.capability();
    let now = service.clock.unix_seconds();
    Document::new(service.new_number(), new_capability, request, now).ok_or_else(|| {
        Refusal::unprocessable(
            "mAvailableSignatureMethods",
            "is empty and there is no recipient: name a method for the sender, or recipients",
        )
    })
}
