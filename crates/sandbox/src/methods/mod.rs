//! The four ways to sign, step by step, as the signing page's script asks for them.
//!
//! Each begins with `POST /external/sign/embedded/{method}/start` and ends with the
//! message that the page posts. Unless one ends in a signature, nothing is signed.

mod adobe_sign;
mod control;
mod eds;
mod egov_qr;
mod elsewhere;
mod sms;
mod steps;

use axum::Json;
use documentolog_protocol::{SignatureMethod, WindowMessage};
use serde::Serialize;
use serde_json::{Value, json};

pub(crate) use adobe_sign::Returned;
pub(crate) use sms::Codes;
pub(crate) use steps::Steps;

use crate::{
    access::Access, document::Signature, refusal::Refusal, routes::Routes, signing_page::act,
    state::Service,
};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .post("/external/sign/embedded/eds/start", eds::start)
        .post("/external/sign/embedded/eds/finish", eds::finish)
        .post("/external/sign/embedded/egov-qr/start", egov_qr::start)
        .post("/external/sign/embedded/egov-qr/wait", egov_qr::wait)
        .get("/external/sign/egov-qr", egov_qr::image)
        .post("/external/sign/embedded/sms/start", sms::start)
        .post("/external/sign/embedded/sms/confirm", sms::confirm)
        .post(
            "/external/sign/embedded/adobe-sign/start",
            adobe_sign::start,
        )
        .get("/external/sign/adobe-sign/return", adobe_sign::back)
        .get("/sandbox/egov-mobile", egov_qr::show_phone)
        .post("/sandbox/egov-mobile", egov_qr::decide)
        .get("/sandbox/adobe-sign", adobe_sign::show)
        .post("/sandbox/adobe-sign", adobe_sign::decide)
        .merge(control::routes())
}

/// Where a method stands, for the page.
#[derive(Debug, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub(crate) enum Progress {
    /// Nothing has happened yet: ask again.
    Waiting,
    /// The code was wrong.
    WrongCode {
        /// How many tries are left.
        tries_left: u32,
    },
    /// Too late: begin again.
    Expired,
    /// It has ended, in a signature or not. The page posts the message.
    Done {
        /// What the page posts.
        message: Value,
        /// Why a signature was not accepted.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
}

impl Progress {
    fn done(method: SignatureMethod, success: bool) -> Json<Self> {
        Self::ended(method, success, None)
    }

    fn not_accepted(method: SignatureMethod, reason: String) -> Json<Self> {
        Self::ended(method, false, Some(reason))
    }

    fn ended(method: SignatureMethod, success: bool, reason: Option<String>) -> Json<Self> {
        let method = Some(method);
        let message = json!(WindowMessage::Sign { success, method });
        Json(Self::Done { message, reason })
    }
}

/// Why a signature was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The token opens nothing here, or has expired.
    #[error("the token opens no document here")]
    Token,
    /// The document is signed or rejected, it is another party's turn, or the method is
    /// not offered.
    #[error("this party cannot sign in this way now")]
    NotNow,
}

/// See [`Sandbox::sign`](crate::Sandbox::sign).
pub(crate) fn sign_at_once(
    service: &Service,
    token: &str,
    method: SignatureMethod,
) -> Result<(), SignError> {
    let access = service.access.check(token).map_err(|_| SignError::Token)?;
    sign(service, access, method).map_err(|_| SignError::NotNow)
}

/// Checks that a party may sign in this way now, before its first step.
fn may_begin(service: &Service, access: Access, method: &SignatureMethod) -> Result<(), Refusal> {
    let now = service.clock.unix_seconds();
    act(service, access, |document| {
        document
            .may_sign(access.party, method, now)
            .map(|()| Vec::new())
    })
}

/// Signs with a signature that the service makes for the signer.
pub(crate) fn sign(
    service: &Service,
    access: Access,
    method: SignatureMethod,
) -> Result<(), Refusal> {
    let signature = Signature {
        method,
        signed_at: service.clock.unix_seconds(),
        signed_data: Vec::new(),
    };
    act(service, access, |document| {
        document.sign(access.party, signature)
    })
}
