//! eGov QR: a code that a phone reads, and the phone, on which the signer decides.
//!
//! The code leads to a page of the sandbox that stands for the eGov Mobile app. The
//! app's own address (`mobileSign:` before the service's) is beside it, for signers who
//! are on a phone already.

use std::time::Duration;

use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use documentolog_protocol::SignatureMethod;
use maud::html;
use qrcode::{EcLevel, QrCode, render::svg};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    Progress,
    elsewhere::{
        CapabilityQuery, Decision, DecisionBody, StartBody, begin, file_names, waiting_step,
    },
    sign,
    steps::{LIFETIME, StepState},
};
use crate::{
    pages,
    refusal::Refusal,
    signing_page::{Authorized, authorize},
    state::Service,
};

/// One answer is waited for at most so long: proxies cut what hangs longer.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// `POST /external/sign/embedded/egov-qr/start`
pub(super) async fn start(
    State(service): State<Service>,
    headers: HeaderMap,
    Json(body): Json<StartBody>,
) -> Result<Json<Value>, Refusal> {
    let capability = begin(&service, &headers, &body, &SignatureMethod::EgovQr)?;
    let phone = phone_url(&service, &capability);
    Ok(Json(json!({
        "capability": capability,
        "image": format!("/external/sign/egov-qr?capability={capability}"),
        "app": format!("mobileSign:{phone}"),
        "phone": phone,
        "expires_in": LIFETIME.as_secs(),
    })))
}

fn phone_url(service: &Service, capability: &str) -> String {
    format!(
        "{}/sandbox/egov-mobile?capability={capability}",
        service.origin
    )
}

/// `GET /external/sign/egov-qr?capability=…`: the code, as SVG.
pub(super) async fn image(
    State(service): State<Service>,
    Query(query): Query<CapabilityQuery>,
) -> Result<Response, Refusal> {
    service
        .steps
        .get(&query.capability)
        .ok_or_else(Refusal::no_step)?;
    let content = phone_url(&service, &query.capability);
    // Enough for a screen with a reflection on it.
    let code = QrCode::with_error_correction_level(content, EcLevel::M)
        .map_err(|_| Refusal::internal())?;
    let image = code
        .render::<svg::Color<'_>>()
        .min_dimensions(240, 240)
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .build();
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, image).into_response())
}

#[derive(Deserialize)]
pub(super) struct WaitBody {
    capability: String,
}

/// `POST /external/sign/embedded/egov-qr/wait`: answers when the signer has decided on
/// the phone, or after a while that nothing has happened.
pub(super) async fn wait(
    State(service): State<Service>,
    headers: HeaderMap,
    Json(body): Json<WaitBody>,
) -> Result<Json<Progress>, Refusal> {
    let Authorized { access, .. } = authorize(&service, &headers)?;
    // Before it is waited for: others do not learn when it ends.
    let known = service.steps.get(&body.capability);
    known
        .filter(|step| step.access == access)
        .ok_or_else(Refusal::no_step)?;
    let step = service.steps.wait(&body.capability, LONGEST_WAIT).await;
    let step = step.ok_or_else(Refusal::no_step)?;
    Ok(match step.state {
        StepState::Waiting => Json(Progress::Waiting),
        StepState::Expired => Json(Progress::Expired),
        StepState::Ended { success } => Progress::done(SignatureMethod::EgovQr, success),
    })
}

/// `GET /sandbox/egov-mobile?capability=…`: the phone.
pub(super) async fn show_phone(
    State(service): State<Service>,
    Query(query): Query<CapabilityQuery>,
    headers: HeaderMap,
) -> Response {
    let step = service.steps.get(&query.capability);
    let language = query.language(step.as_ref(), &headers);
    let texts = language.step_texts();
    let shown = step.and_then(|step| {
        let files = service.read(step.access.document, file_names)?;
        Some((step, files))
    });
    let Some((step, files)) = shown else {
        return pages::problem(StatusCode::NOT_FOUND, language, texts.link_unknown);
    };
    let content = html! {
        main.elsewhere data-url="/sandbox/egov-mobile"
            data-signed=(texts.phone_signed) data-refused=(texts.phone_refused) data-failed=(texts.failed)
        {
            p.brand { "eGov Mobile" }
            header {
                h1 { (texts.phone_title) }
                p { (texts.phone_lead) }
            }
            ul.files { @for name in &files { li { (name) } } }
            p.result tabindex="-1" { @if step.state != StepState::Waiting { (texts.link_used) } }
            @if step.state == StepState::Waiting {
                div.buttons {
                    button #confirm .primary type="button" data-decision="sign" disabled { (texts.phone_confirm) }
                    button #refuse type="button" data-decision="refuse" disabled { (texts.phone_refuse) }
                }
            }
        }
    };
    pages::elsewhere(language, texts.phone_title, "phone", &content)
}

/// `POST /sandbox/egov-mobile`: what the signer has decided.
pub(super) async fn decide(
    State(service): State<Service>,
    Json(body): Json<DecisionBody>,
) -> Result<Json<Value>, Refusal> {
    let step = waiting_step(&service, &body.capability)?;
    let success = body.decision == Decision::Sign && !step.fails;
    if success {
        sign(&service, step.access, SignatureMethod::EgovQr)?;
    }
    service.steps.end(&body.capability, success);
    Ok(Json(json!({ "success": success })))
}
