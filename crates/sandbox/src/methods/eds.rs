//! EDS: the page hands the files to NCALayer on the signer's computer and the
//! signatures that it gets to the service, which checks them.

use axum::{Json, extract::State, http::HeaderMap};
use base64::{Engine, engine::general_purpose::STANDARD};
use documentolog_protocol::SignatureMethod;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Progress, may_begin};
use crate::{
    refusal::Refusal,
    signatures,
    signed_data::SignatureError,
    signing_page::{Authorized, act, authorize},
    state::Service,
};

/// `POST /external/sign/embedded/eds/start`: where NCALayer is and what it is to sign.
///
/// Which key is the signer's is said by its certificate's serial number: NCALayer would
/// take the IIN as well, but nothing personal need come into the page.
pub(super) async fn start(
    State(service): State<Service>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let Authorized { access, .. } = authorize(&service, &headers)?;
    may_begin(&service, access, &SignatureMethod::Eds)?;
    let told = service.read(access.document, |document| {
        let party = document.parties.get(access.party)?;
        let key = signatures::key_of(&service.authority, party).ok()?;
        let link = |id| {
            format!(
                "/external/media/download/{id}?capability={}",
                document.capability
            )
        };
        let files: Vec<_> = document
            .attachments
            .iter()
            .map(|file| link(file.id))
            .collect();
        Some(json!({
            "ncalayer": service.ncalayer.url(),
            "serial_number": key.serial_number(),
            "files": files,
        }))
    });
    told.flatten().map(Json).ok_or_else(Refusal::internal)
}

#[derive(Deserialize)]
pub(super) struct FinishBody {
    /// One for each file, in order, as NCALayer gives them: PEM, or base64 alone. None
    /// if NCALayer gave none.
    #[serde(default)]
    signatures: Vec<String>,
    #[serde(default)]
    fail: bool,
}

/// `POST /external/sign/embedded/eds/finish`
pub(super) async fn finish(
    State(service): State<Service>,
    headers: HeaderMap,
    Json(body): Json<FinishBody>,
) -> Result<Json<Progress>, Refusal> {
    let Authorized { access, .. } = authorize(&service, &headers)?;
    may_begin(&service, access, &SignatureMethod::Eds)?;
    if body.fail || body.signatures.is_empty() {
        return Ok(Progress::done(SignatureMethod::Eds, false));
    }
    let not_accepted = |reason: SignatureError| {
        Ok(Progress::not_accepted(
            SignatureMethod::Eds,
            reason.to_string(),
        ))
    };
    let given: Option<Vec<_>> = body.signatures.iter().map(|text| decode(text)).collect();
    let Some(given) = given else {
        return not_accepted(SignatureError::Malformed);
    };
    let signed_at = service.clock.unix_seconds();
    let signature = service
        .read(access.document, |document| {
            let authority = &service.authority;
            signatures::by_ncalayer(authority, document, access.party, &given, signed_at)
        })
        .ok_or_else(Refusal::internal)?;
    let signature = match signature {
        Ok(signature) => signature,
        Err(reason) => return not_accepted(reason),
    };
    act(&service, access, |document| {
        document.sign(access.party, signature)
    })?;
    Ok(Progress::done(SignatureMethod::Eds, true))
}

/// The bytes of PEM or of base64 alone.
fn decode(text: &str) -> Option<Vec<u8>> {
    let inner: String = text
        .lines()
        .filter(|line| !line.starts_with("-----"))
        .flat_map(str::split_whitespace)
        .collect();
    STANDARD.decode(inner).ok()
}
