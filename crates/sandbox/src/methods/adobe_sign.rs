//! Adobe Sign: the frame goes to a page that stands for Adobe's, and comes back.
//!
//! That page never sees the access token: it has the step's capability, and so has the
//! way back. It is on the service's own origin. Whether the real service sends the frame
//! to Adobe's is not known, and a page whose policy names the frames that it takes would
//! have to name Adobe's addresses, too.

use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use documentolog_protocol::SignatureMethod;
use maud::html;
use serde_json::{Value, json};

use super::{
    elsewhere::{
        CapabilityQuery, Decision, DecisionBody, StartBody, begin, file_names, waiting_step,
    },
    sign,
    steps::StepState,
};
use crate::{access::Access, pages, refusal::Refusal, state::Service, texts::Language};

/// `POST /external/sign/embedded/adobe-sign/start`: where the frame goes.
pub(super) async fn start(
    State(service): State<Service>,
    headers: HeaderMap,
    Json(body): Json<StartBody>,
) -> Result<Json<Value>, Refusal> {
    let capability = begin(&service, &headers, &body, &SignatureMethod::AdobeSign)?;
    let location = format!("/sandbox/adobe-sign?capability={capability}");
    Ok(Json(json!({ "location": location })))
}

/// `GET /sandbox/adobe-sign?capability=…`: Adobe's page.
pub(super) async fn show(
    State(service): State<Service>,
    Query(query): Query<CapabilityQuery>,
    headers: HeaderMap,
) -> Response {
    let step = service.steps.get(&query.capability);
    let language = query.language(step.as_ref(), &headers);
    let texts = language.step_texts();
    let files = step.and_then(|step| service.read(step.access.document, file_names));
    let Some(files) = files else {
        let problem = pages::problem(StatusCode::NOT_FOUND, language, texts.link_unknown);
        return pages::framed(problem);
    };
    let content = html! {
        main.elsewhere data-url="/sandbox/adobe-sign" data-failed=(texts.failed) {
            p.brand { "Adobe Acrobat Sign" }
            header {
                h1 { (texts.adobe_title) }
                p { (texts.adobe_lead) }
            }
            ul.files { @for name in &files { li { (name) } } }
            p.result tabindex="-1" {}
            div.buttons {
                button #confirm .primary type="button" data-decision="sign" disabled { (texts.adobe_sign) }
                button #refuse type="button" data-decision="refuse" disabled { (texts.adobe_refuse) }
            }
        }
    };
    pages::framed(pages::elsewhere(
        language,
        texts.adobe_title,
        "adobe",
        &content,
    ))
}

/// `POST /sandbox/adobe-sign`: what the signer has decided, and the way back.
pub(super) async fn decide(
    State(service): State<Service>,
    Json(body): Json<DecisionBody>,
) -> Result<Json<Value>, Refusal> {
    let way_back = format!(
        "/external/sign/adobe-sign/return?capability={}",
        body.capability
    );
    let step = match waiting_step(&service, &body.capability) {
        Ok(step) => step,
        // Too late to sign, and not to go back.
        Err(_) if service.steps.get(&body.capability).is_some() => {
            return Ok(Json(json!({"location": way_back})));
        }
        Err(refusal) => return Err(refusal),
    };
    let success = body.decision == Decision::Sign
        && !step.fails
        && sign(&service, step.access, SignatureMethod::AdobeSign).is_ok();
    service.steps.end(&body.capability, success);
    Ok(Json(json!({"location": way_back})))
}

/// `GET /external/sign/adobe-sign/return?capability=…`: back to the signing page, with
/// the token that it was left with.
pub(super) async fn back(
    State(service): State<Service>,
    Query(query): Query<CapabilityQuery>,
    headers: HeaderMap,
) -> Response {
    let Some(step) = service.steps.get(&query.capability) else {
        let language = Language::choose(query.lang.as_deref(), &headers);
        let message = language.step_texts().link_unknown;
        return pages::framed(pages::problem(StatusCode::NOT_FOUND, language, message));
    };
    let location = format!(
        "/external/sign/embedded?sParams={}&lang={}&returned={}",
        step.token.expose(),
        step.language.tag(),
        query.capability
    );
    let headers = [
        (header::LOCATION, location.as_str()),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// How the signer comes back from Adobe, for the signing page to say once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Returned {
    /// Whether it was signed there.
    pub(crate) success: bool,
}

impl Returned {
    /// Takes what the address of a signing page brings back, if it is this party's.
    pub(crate) fn take(service: &Service, capability: &str, access: Access) -> Option<Self> {
        let step = service.steps.get(capability)?;
        if step.access != access {
            return None;
        }
        service.steps.forget(capability);
        Some(Self {
            success: step.state == StepState::Ended { success: true },
        })
    }
}
