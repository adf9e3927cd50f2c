//! The signing page (guide, part 2) and what its buttons do.

use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header::AUTHORIZATION},
    response::Response,
};
use documentolog_protocol::{AccessToken, SignatureMethod, WindowMessage};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    access::{Access, AccessError},
    document::{ActionError, Document, Occurrence, PartyStatus, Turn},
    fate::{Fate, Outcome},
    faults,
    methods::{self, Returned},
    pages,
    refusal::Refusal,
    state::Service,
    step_panels,
    texts::Language,
};

#[derive(Deserialize)]
pub(crate) struct PageQuery {
    #[serde(rename = "sParams", default)]
    token: String,
    /// The step that the signer comes back from.
    returned: Option<String>,
}

/// `GET /external/sign/embedded?sParams=…`
pub(crate) async fn show(
    State(service): State<Service>,
    Query(query): Query<PageQuery>,
    language: Language,
) -> Response {
    let global_fault = service.fault();
    let fault = global_fault.or_else(|| {
        let access = service.access.check(&query.token).ok()?;
        let fault_of = |document: &Document| document.fate(access.party)?.fault;
        service.read(access.document, fault_of).flatten()
    });
    if let Some(fault) = fault
        && let Some(answer) = faults::answer(&service, fault).await
    {
        return answer;
    }
    let texts = language.texts();
    let problem = |status, message| pages::framed(pages::problem(status, language, message));
    let access = match service.access.check(&query.token) {
        Ok(access) => access,
        Err(AccessError::Missing) => {
            return problem(StatusCode::BAD_REQUEST, texts.token_missing);
        }
        Err(AccessError::Invalid) => {
            return problem(StatusCode::UNAUTHORIZED, texts.token_invalid);
        }
        Err(AccessError::Expired) => {
            return problem(StatusCode::UNAUTHORIZED, texts.token_expired);
        }
    };
    let now = service.clock.unix_seconds();
    let returned = query
        .returned
        .and_then(|capability| Returned::take(&service, &capability, access));
    let opened = |document: &mut Document| {
        if let Some(person) = document.person(access.party) {
            service.mailboxes.learn_language(person, language);
        }
        document.view(access.party);
        let (state, content) = content(document, access.party, returned, now, language);
        let status = if state == "expired" {
            StatusCode::GONE
        } else {
            StatusCode::OK
        };
        pages::signing(status, language, state, fault, &content)
    };
    service
        .change(access.document, opened)
        .unwrap_or_else(|| problem(StatusCode::NOT_FOUND, texts.not_found))
}

/// The page's state, for its script and for tests, and what it shows.
fn content(
    document: &Document,
    party: usize,
    returned: Option<Returned>,
    now: u64,
    language: Language,
) -> (&'static str, Markup) {
    let texts = language.texts();
    let (state, result) = match document.party_status(party, now) {
        PartyStatus::Signed => ("already-signed", texts.already_signed),
        PartyStatus::Expired => ("expired", texts.link_expired),
        PartyStatus::ToView | PartyStatus::Viewed => ("view", texts.for_viewing),
        _ if document.turn() == Turn::Nobody => ("declined", texts.declined),
        PartyStatus::ToSign | PartyStatus::Closed => ("ready", ""),
        PartyStatus::Waiting | PartyStatus::Declined => ("waiting", texts.not_your_turn),
    };
    let by_adobe = |success| WindowMessage::Sign {
        success,
        method: Some(SignatureMethod::AdobeSign),
    };
    let (state, result, message) = match (state, returned) {
        ("already-signed", Some(Returned { success: true })) => {
            ("signed", texts.signed, Some(by_adobe(true)))
        }
        ("already-signed", _) => (state, result, Some(WindowMessage::AlreadySigned)),
        ("ready", Some(_)) => (
            state,
            language.step_texts().adobe_refused,
            Some(by_adobe(false)),
        ),
        _ => (state, result, None),
    };
    let methods = document
        .person(party)
        .map(|party| party.methods.as_slice())
        .unwrap_or_default();
    let fate = document
        .fate(party)
        .filter(|fate| state == "ready" && !fate.without_browser);
    let message = message.map(|message| serde_json::to_string(&message).unwrap_or_default());
    let content = html! {
        main
            data-signing=(texts.signing) data-signed=(texts.signed) data-failed=(texts.failed)
            data-declined=(texts.declined) data-closed=(texts.closed) data-message=[message]
            data-fate=[fate.map(ends_in)] data-fate-delay=[fate.map(|fate| fate.delay.as_millis())]
        {
            header {
                h1 { (texts.title) }
                @if state == "ready" { p { (texts.lead) } }
            }
            section.document aria-label=(texts.document) {
                @for file in &document.attachments {
                    @let link = format!("/external/media/download/{}?capability={}", file.id, document.capability);
                    @if file.content_type == "application/pdf" {
                        iframe src={ (link) "&inline=1#toolbar=0" } title=(file.name) {}
                    }
                    p { a href={ (link) "&inline=1" } target="_blank" rel="noopener noreferrer" {
                        (texts.open_document) ": " (file.name)
                    } }
                }
            }
            // What goes on is heard by its live region, what has come of it by the focus.
            p.status role="status" aria-live="polite" {}
            p.result tabindex="-1" { (result) }
            @if state == "ready" {
                // Disabled until the script listens: a click before that would be lost.
                form #methods {
                    fieldset disabled {
                        legend { (texts.method) }
                        @for (place, method) in methods.iter().enumerate() {
                            label {
                                input type="radio" name="method" value=(method.as_str()) checked[place == 0];
                                span { (language.method(method)) }
                            }
                        }
                    }
                    div.buttons {
                        button #sign .primary type="submit" disabled { (texts.sign) }
                        button #reject type="button" disabled { (texts.reject) }
                        button #close type="button" disabled { (texts.close) }
                    }
                }
                (step_panels::panels(methods, language))
            } @else if state == "view" {
                form #methods { div.buttons { button #close type="button" disabled { (texts.close) } } }
            }
        }
    };
    (state, content)
}

/// The page's state after what is written of its party.
fn ends_in(fate: &Fate) -> &'static str {
    match fate.outcome {
        Outcome::Sign => "signed",
        Outcome::Decline => "declined",
        Outcome::Close => "closed",
    }
}

#[derive(Deserialize)]
pub(crate) struct SignBody {
    method: String,
}

/// `POST /external/sign/embedded/sign`: signs in a way that this service knows nothing
/// of, and that therefore has no steps. Answers with the message that the page posts.
pub(crate) async fn sign(
    State(service): State<Service>,
    headers: HeaderMap,
    Json(body): Json<SignBody>,
) -> Result<Json<Value>, Refusal> {
    let Authorized { access, .. } = authorize(&service, &headers)?;
    let method = SignatureMethod::from_wire(&body.method);
    if SignatureMethod::KNOWN.contains(&method) {
        return Err(Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "steps",
            "this method is signed with in steps of its own",
        ));
    }
    methods::sign(&service, access, method.clone())?;
    Ok(Json(json!(WindowMessage::Sign {
        success: true,
        method: Some(method)
    })))
}

/// `POST /external/sign/embedded/reject`: answers with the message that the page
/// posts.
pub(crate) async fn reject(
    State(service): State<Service>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    leave(&service, &headers, Document::decline)
}

/// `POST /external/sign/embedded/close`: decides nothing, and answers with the
/// message that the page posts.
pub(crate) async fn close(
    State(service): State<Service>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    leave(&service, &headers, Document::close)
}

/// Leaves the page without a signature, in one way or the other.
fn leave(
    service: &Service,
    headers: &HeaderMap,
    way: impl FnOnce(&mut Document, usize, u64) -> Result<Vec<Occurrence>, ActionError>,
) -> Result<Json<Value>, Refusal> {
    let Authorized { access, .. } = authorize(service, headers)?;
    let now = service.clock.unix_seconds();
    act(service, access, |document| way(document, access.party, now))?;
    Ok(Json(json!(WindowMessage::UserClose)))
}

/// Whom a request acts for, and by which token.
pub(crate) struct Authorized {
    pub(crate) access: Access,
    pub(crate) token: AccessToken,
}

pub(crate) fn authorize(service: &Service, headers: &HeaderMap) -> Result<Authorized, Refusal> {
    let token = headers
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "))
        .unwrap_or_default();
    let checked = service.access.check(token).and_then(|access| {
        let token = AccessToken::new(token).map_err(|_| AccessError::Invalid)?;
        Ok(Authorized { access, token })
    });
    checked.map_err(|error| {
        let (code, message) = match error {
            AccessError::Missing => (
                "token-missing",
                "send Authorization: Bearer and the access token",
            ),
            AccessError::Invalid => ("token-invalid", "the access token is not this service's"),
            AccessError::Expired => (
                "token-expired",
                "the access token has expired: ask for a new one",
            ),
        };
        Refusal::new(StatusCode::UNAUTHORIZED, code, message)
    })
}

pub(crate) fn act(
    service: &Service,
    access: Access,
    action: impl FnOnce(&mut Document) -> Result<Vec<Occurrence>, ActionError>,
) -> Result<(), Refusal> {
    service.act_and_go_on(access.document, action)
}
