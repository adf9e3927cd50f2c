//! A document's signatures, as files.

use documentolog_protocol::SignatureMethod;
use x509_cert::name::Name;

use crate::{
    certificates::{self, CertificateError, CertificationAuthority, SignerKey, Subject},
    document::{Document, Party, Signature},
    signed_data::{self, SignatureError},
};

/// Why there is no signed file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SigningFailed {
    NobodyHasSigned,
    Failed,
}

impl From<&Party> for Subject {
    fn from(party: &Party) -> Self {
        Self {
            name: party.name.expose().to_owned(),
            identifier: party.identifier.expose().to_owned(),
        }
    }
}

/// A file of a document with all its signatures attached.
///
/// What NCALayer has signed is as NCALayer gave it. Where the signer has no key at hand
/// (eGov QR, SMS, Adobe Sign) it is made here and now, with the signer's own key and the
/// time of signing: it depends on what is recorded and on nothing else, so that whoever
/// asks gets the same bytes every time.
pub(crate) fn attached(
    authority: &CertificationAuthority,
    document: &Document,
    place: usize,
) -> Result<Vec<u8>, SigningFailed> {
    let content = &document.attachments[place].bytes;
    let signed = document
        .parties
        .iter()
        .filter_map(|party| Some((party, party.signature.as_ref()?)));
    let signatures: Vec<Vec<u8>> = signed
        .map(
            |(party, signature)| match signature.signed_data.get(place) {
                Some(own) => Ok(own.clone()),
                None => made_here(authority, party, signature, content),
            },
        )
        .collect::<Result<_, _>>()?;
    if signatures.is_empty() {
        return Err(SigningFailed::NobodyHasSigned);
    }
    signed_data::attach(content, &signatures).map_err(|_| failed())
}

fn made_here(
    authority: &CertificationAuthority,
    party: &Party,
    signature: &Signature,
    content: &[u8],
) -> Result<Vec<u8>, SigningFailed> {
    let key = authority.signer_key(&party.into()).map_err(|_| failed())?;
    signed_data::sign(&key, content, signature.signed_at, false).map_err(|_| failed())
}

fn failed() -> SigningFailed {
    tracing::error!("a signature cannot be made");
    SigningFailed::Failed
}

/// The signature of a party by NCALayer: one SignedData for each attachment, in order,
/// each checked.
pub(crate) fn by_ncalayer(
    authority: &CertificationAuthority,
    document: &Document,
    party: usize,
    given: &[Vec<u8>],
    signed_at: u64,
) -> Result<Signature, SignatureError> {
    let party = document
        .parties
        .get(party)
        .ok_or(SignatureError::NotTheSigner)?;
    if given.len() != document.attachments.len() {
        return Err(SignatureError::OtherContent);
    }
    let name = subject_name(party)?;
    let signed_data = given
        .iter()
        .zip(&document.attachments)
        .map(|(given, file)| signed_data::check(given, &file.bytes, authority, &name))
        .collect::<Result<_, _>>()?;
    Ok(Signature {
        method: SignatureMethod::Eds,
        signed_at,
        signed_data,
    })
}

fn subject_name(party: &Party) -> Result<Name, SignatureError> {
    certificates::subject_name(&party.into()).map_err(|_| SignatureError::Malformed)
}

/// The key of a party, as it lies in its NCALayer.
pub(crate) fn key_of(
    authority: &CertificationAuthority,
    party: &Party,
) -> Result<SignerKey, CertificateError> {
    authority.signer_key(&party.into())
}
