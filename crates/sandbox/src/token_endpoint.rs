//! `POST /json/external/oauth/token` (guide, part 1).

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use documentolog_protocol::{OtherFields, TokenRequest, TokenResponse};
use subtle::ConstantTimeEq;

use crate::{access, attachments, document::Document, random, refusal::Refusal, state::Service};

pub(crate) async fn give_token(
    State(service): State<Service>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    check_api_key(&service, &headers)?;
    let is_json = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(';')
                .next()
                .is_some_and(|kind| kind.trim() == "application/json")
        });
    if !is_json {
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "content-type",
            "send Content-Type: application/json",
        ));
    }
    let request = read(&body)?;
    if request.attachments.is_empty() {
        return Err(Refusal::unprocessable(
            "aAttachments",
            "is empty: give at least one link",
        ));
    }
    let attachments = attachments::fetch_all(&service.client, &request.attachments).await?;
    let document = new_document(attachments, &request)?;
    let access_token = service
        .access
        .token(document.id, 0)
        .ok_or_else(Refusal::internal)?;
    tracing::info!(
        doc_id = document.doc_id,
        parties = document.parties.len(),
        "a token is given"
    );
    service.add(document);
    let response = TokenResponse {
        access_token,
        scope: access::SCOPE.split('|').map(str::to_owned).collect(),
        token_type: "Bearer".to_owned(),
        other: OtherFields::default(),
    };
    Ok(([("cache-control", "no-store")], Json(response)).into_response())
}

fn check_api_key(service: &Service, headers: &HeaderMap) -> Result<(), Refusal> {
    let given = headers
        .get("api-key")
        .map(|value| value.as_bytes())
        .unwrap_or_default();
    let is_right: bool = given
        .ct_eq(service.config.api_key.expose().as_bytes())
        .into();
    if is_right {
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
    attachments: Vec<crate::document::Attachment>,
    request: &TokenRequest,
) -> Result<Document, Refusal> {
    let random = random::number().and_then(|id| Ok((id, random::capability()?)));
    let (id, capability) = random.map_err(|_| Refusal::internal())?;
    Document::new(id, capability, attachments, request).ok_or_else(|| {
        Refusal::unprocessable(
            "mAvailableSignatureMethods",
            "is empty and no recipient signs: name a method for the sender, or recipients who sign",
        )
    })
}
