//! The face for the npm package's TypeScript: values in, values out, and no decision of its own.
//! What is thrown is a [`Failure`] as a plain object.

use documentolog_protocol::{BaseUrl, TokenResponse, WebhookEvent as WireEvent};
use documentolog_server::{
    LARGEST_WEBHOOK, WebhookSecret, WebhookSecretHash,
    sans_io::{
        CanonicalWebhook, LinkParts, Sent, StatusSays, is_header_value, is_own_link, may_lead_to,
        pause_before_next,
    },
};
use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::{
    Failure, ServerErrorCode, SigningRequest, SmsPerson, WebhookEvent,
    fetch::{FetchError, Obstacle},
};

/// The service's origin, by a preset's name or an origin; the guide's if nothing is given.
///
/// # Errors
/// `base-url-refused`.
#[wasm_bindgen(js_name = readBaseUrl)]
pub fn read_base_url(text: Option<String>) -> Result<String, JsValue> {
    let base_url = text.map_or_else(|| Ok(BaseUrl::default()), |text| BaseUrl::parse(&text));
    Ok(base_url.map_err(thrown)?.origin().to_owned())
}

/// Refuses an api-key that no header can carry: what a runtime says of it may repeat it.
///
/// # Errors
/// `api-key-malformed`.
#[wasm_bindgen(js_name = checkApiKey)]
pub fn check_api_key(api_key: &str) -> Result<(), JsValue> {
    if is_header_value(api_key) {
        return Ok(());
    }
    let failure = Failure::new(
        ServerErrorCode::ApiKeyMalformed,
        "is empty, or has characters that no HTTP header can carry: check how it was copied",
    );
    Err(thrown(failure.with_field(Some("apiKey".to_owned()))))
}

/// Where tokens are asked for.
///
/// # Errors
/// `base-url-refused`.
#[wasm_bindgen(js_name = tokenUrl)]
pub fn token_url(base_url: &str) -> Result<String, JsValue> {
    Ok(BaseUrl::parse(base_url).map_err(thrown)?.token_url())
}

/// The body of a token request.
///
/// # Errors
/// `request-invalid`, with the field.
#[wasm_bindgen(js_name = writeTokenRequest)]
pub fn write_token_request(request: JsValue, base_url: &str) -> Result<String, JsValue> {
    let base_url = BaseUrl::parse(base_url).map_err(thrown)?;
    let request = read_request(request).map_err(thrown)?.into_request();
    let request = request.check(&base_url).map_err(thrown)?;
    serde_json::to_string(&request).map_err(|_| {
        let code = ServerErrorCode::RequestInvalid;
        thrown(Failure::new(code, "the request cannot be written as JSON"))
    })
}

/// How many milliseconds after an answer the request is sent again; undefined if it is not.
#[wasm_bindgen(js_name = pauseAfterAnswer)]
#[must_use]
pub fn pause_after_answer(
    attempt: u32,
    status: u16,
    retry_after: Option<String>,
    chance: f64,
) -> Option<u32> {
    let sent = Sent::Answered {
        status,
        retry_after: retry_after.as_deref(),
    };
    pause(attempt, sent, chance)
}

/// How many milliseconds after a `fetch` that failed the request is sent again; undefined if it
/// is not.
#[wasm_bindgen(js_name = pauseAfterFailure)]
#[must_use]
pub fn pause_after_failure(attempt: u32, is_not_connected: bool, chance: f64) -> Option<u32> {
    let sent = if is_not_connected {
        Sent::NotConnected
    } else {
        Sent::Unknown
    };
    pause(attempt, sent, chance)
}

/// What an error of `fetch` says that kept the request from being sent: `connection` or
/// `certificate`; undefined if it may have been sent.
#[wasm_bindgen(js_name = obstacleOf)]
#[must_use]
pub fn obstacle_of(code: &str, syscall: &str, message: &str) -> Option<String> {
    let error = FetchError {
        code,
        syscall,
        message,
    };
    let name = match error.obstacle()? {
        Obstacle::Connection => "connection",
        Obstacle::Certificate => "certificate",
    };
    Some(name.to_owned())
}

/// Refuses an answer by its status.
///
/// # Errors
/// `service-unauthorized`, `service-status`.
#[wasm_bindgen(js_name = checkStatus)]
pub fn check_status(status: u16) -> Result<(), JsValue> {
    let failure = match StatusSays::of(status) {
        StatusSays::Read => return Ok(()),
        StatusSays::Unauthorized => Failure::new(
            ServerErrorCode::ServiceUnauthorized,
            format!(
                "The service refuses the api-key (status {status}): check the key and the plan."
            ),
        ),
        StatusSays::Refused => Failure::new(
            ServerErrorCode::ServiceStatus,
            format!("The service answers with status {status}."),
        ),
    };
    Err(thrown(failure.with_status(status)))
}

/// Reads an answer, and gives it back as JSON.
///
/// # Errors
/// `answer-malformed`, with the field; `token-refused`.
#[wasm_bindgen(js_name = readAnswer)]
pub fn read_answer(body: &[u8]) -> Result<String, JsValue> {
    let response = TokenResponse::parse(body).map_err(thrown)?;
    serde_json::to_string(&response).map_err(|_| {
        let code = ServerErrorCode::AnswerMalformed;
        thrown(Failure::new(code, "the answer cannot be written as JSON"))
    })
}

/// Refuses a link that does not lead to the service. Its parts are those of JavaScript's `URL`,
/// which `fetch` uses, too.
///
/// # Errors
/// `link-refused`.
#[wasm_bindgen(js_name = checkLink)]
pub fn check_link(
    base_url: &str,
    origin: &str,
    host: &str,
    has_credentials: bool,
) -> Result<(), JsValue> {
    let base_url = BaseUrl::parse(base_url).map_err(thrown)?;
    let parts = LinkParts {
        origin,
        host,
        has_credentials,
    };
    if is_own_link(&base_url, parts) {
        Ok(())
    } else {
        Err(link_refused("The link does not lead to the service."))
    }
}

/// Refuses an address that the service's name was found to have.
///
/// # Errors
/// `link-refused`.
#[wasm_bindgen(js_name = checkAddress)]
pub fn check_address(base_url: &str, address: &str) -> Result<(), JsValue> {
    let base_url = BaseUrl::parse(base_url).map_err(thrown)?;
    match address.parse() {
        Ok(address) if may_lead_to(&base_url, address) => Ok(()),
        _ => Err(link_refused(
            "The service's name leads into a private network.",
        )),
    }
}

/// A webhook, as it is read and as it is kept.
#[derive(Serialize)]
struct ReadWebhook {
    event: WebhookEvent,
    body: String,
    digest: String,
    /// What is not as the guide has it, if the event is one of the guide's.
    unfit: Option<Failure>,
}

/// Reads a webhook: the event, its canonical JSON, the digest by which it is known again, and
/// what to tell of it where it is not as the guide has it.
///
/// # Errors
/// `webhook-too-large`, `webhook-malformed`.
#[wasm_bindgen(js_name = readWebhook)]
pub fn read_webhook(body: &[u8]) -> Result<JsValue, JsValue> {
    if body.len() > LARGEST_WEBHOOK {
        let failure = Failure::new(
            ServerErrorCode::WebhookTooLarge,
            documentolog_server::Refused::TooLarge.to_string(),
        );
        return Err(thrown(failure));
    }
    let event = WireEvent::parse(body).map_err(thrown)?;
    let CanonicalWebhook { body, digest } = CanonicalWebhook::of(&event);
    let read = ReadWebhook {
        unfit: Failure::of_unfit(&event),
        event: event.into(),
        body,
        digest: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
    };
    to_js(&read)
}

/// A secret, and what is kept of it.
#[derive(Serialize)]
struct IssuedSecret<'a> {
    secret: &'a str,
    hash: String,
}

/// Makes a secret for a webhook's address.
///
/// # Errors
/// `store-failed`, where the runtime gives no random numbers.
#[wasm_bindgen(js_name = issueSecret)]
pub fn issue_secret() -> Result<JsValue, JsValue> {
    let secret = WebhookSecret::generate().map_err(|_| {
        let code = ServerErrorCode::StoreFailed;
        thrown(Failure::new(code, "The runtime gives no random numbers."))
    })?;
    to_js(&IssuedSecret {
        secret: secret.expose(),
        hash: secret.hash().to_hexadecimal(),
    })
}

/// What is kept of a text that may be a secret.
#[wasm_bindgen(js_name = secretHash)]
#[must_use]
pub fn secret_hash(secret: &str) -> String {
    WebhookSecretHash::of(secret).to_hexadecimal()
}

fn read_request(request: JsValue) -> Result<SigningRequest, Failure> {
    // A deserializer of JavaScript objects asks for the fields it knows and sees no others,
    // and takes a text for a list of its characters.
    if let Some(unknown) = unknown_field(&request, &SigningRequest::FIELDS) {
        return Err(SigningRequest::refused(unknown));
    }
    for field in SigningRequest::FIELDS {
        let value = Reflect::get(&request, &field.into()).unwrap_or_default();
        if value.is_string() && SigningRequest::LISTS.contains(&field) {
            return Err(SigningRequest::refused(field.to_owned()));
        }
        if field == "sms" && Array::is_array(&value) {
            for (place, person) in Array::from(&value).iter().enumerate() {
                if let Some(unknown) = unknown_field(&person, &SmsPerson::FIELDS) {
                    return Err(SigningRequest::refused(format!("sms[{place}].{unknown}")));
                }
            }
        }
    }
    SigningRequest::read(serde_wasm_bindgen::Deserializer::from(request))
}

/// The first of an object's own fields that is none of these.
fn unknown_field(value: &JsValue, fields: &[&str]) -> Option<String> {
    if !value.is_object() {
        return None;
    }
    Object::keys(value.unchecked_ref::<Object>())
        .iter()
        .filter_map(|key| key.as_string())
        .find(|key| !fields.contains(&key.as_str()))
}

fn pause(attempt: u32, sent: Sent<'_>, chance: f64) -> Option<u32> {
    let pause = pause_before_next(attempt, sent, chance)?;
    u32::try_from(pause.as_millis()).ok()
}

fn link_refused(message: &str) -> JsValue {
    thrown(Failure::new(ServerErrorCode::LinkRefused, message))
}

fn thrown(failure: impl Into<Failure>) -> JsValue {
    to_js(&failure.into()).unwrap_or_else(|error| error)
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}
