//! What eGov QR and Adobe Sign share: the signer decides elsewhere, on the phone or at Adobe, on
//! a page that the step's capability opens.

use axum::http::{HeaderMap, StatusCode};
use documentolog_protocol::SignatureMethod;
use serde::Deserialize;

use super::{
    may_begin,
    steps::{Step, StepState},
};
use crate::{
    document::Document,
    refusal::Refusal,
    signing_page::{Authorized, authorize},
    state::Service,
    texts::Language,
};

#[derive(Deserialize)]
pub(super) struct StartBody {
    lang: Option<String>,
    #[serde(default)]
    fail: bool,
}

/// Begins a step of this method for whoever asks, and gives its capability.
pub(super) fn begin(
    service: &Service,
    headers: &HeaderMap,
    body: &StartBody,
    method: &SignatureMethod,
) -> Result<String, Refusal> {
    let Authorized { access, token } = authorize(service, headers)?;
    may_begin(service, access, method)?;
    let language = Language::choose(body.lang.as_deref(), headers);
    Ok(service.steps.begin(access, token, language, body.fail))
}

#[derive(Deserialize)]
pub(super) struct CapabilityQuery {
    #[serde(default)]
    pub(super) capability: String,
    pub(super) lang: Option<String>,
}

impl CapabilityQuery {
    /// The signer's language, unless the page is told another.
    pub(super) fn language(&self, step: Option<&Step>, headers: &HeaderMap) -> Language {
        match (&self.lang, step) {
            (None, Some(step)) => step.language,
            (asked, _) => Language::choose(asked.as_deref(), headers),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct DecisionBody {
    pub(super) capability: String,
    pub(super) decision: Decision,
}

/// What a person decides on the phone or at Adobe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Decision {
    Sign,
    Refuse,
}

/// A step that can still be taken.
pub(super) fn waiting_step(service: &Service, capability: &str) -> Result<Step, Refusal> {
    let step = service.steps.get(capability).ok_or_else(Refusal::no_step)?;
    match step.state {
        StepState::Waiting => Ok(step),
        StepState::Expired => Err(Refusal::new(
            StatusCode::GONE,
            "step-expired",
            "the step has expired: begin again on the signing page",
        )),
        StepState::Ended { .. } => Err(Refusal::new(
            StatusCode::CONFLICT,
            "step-ended",
            "the step has been taken already",
        )),
    }
}

/// The names of a document's files, for people.
pub(super) fn file_names(document: &Document) -> Vec<String> {
    let files = document.attachments.iter();
    files.map(|file| file.name.clone()).collect()
}
