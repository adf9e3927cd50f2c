//! Signatures as CMS SignedData (RFC 5652): made, checked, and put together for a file.

use cms::{
    cert::{CertificateChoices, IssuerAndSerialNumber},
    content_info::{CmsVersion, ContentInfo},
    signed_data::{
        CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier,
        SignerInfo, SignerInfos,
    },
};
use p256::ecdsa::{
    DerSignature, VerifyingKey,
    signature::{Signer, Verifier},
};
use sha2::{Digest, Sha256};
use x509_cert::{
    Certificate,
    attr::Attribute,
    der::{
        Any, Decode, Encode, Error, Tag,
        asn1::{ObjectIdentifier, OctetString, OctetStringRef, SetOfVec},
        oid::db::{
            rfc5911::{
                ID_CONTENT_TYPE, ID_DATA, ID_MESSAGE_DIGEST, ID_SIGNED_DATA, ID_SIGNING_TIME,
            },
            rfc5912::{ECDSA_WITH_SHA_256, ID_SHA_256},
        },
    },
    name::Name,
    spki::{AlgorithmIdentifierOwned, DecodePublicKey},
};

use crate::certificates::{CertificationAuthority, SignerKey};

/// Why a signature is none of this content by this signer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SignatureError {
    #[error("the signature is no CMS SignedData with one signer")]
    Malformed,
    #[error("the signature is not of this document")]
    OtherContent,
    #[error("the certificate is not of this service's test CA")]
    UnknownIssuer,
    #[error("the certificate is not the signer's")]
    NotTheSigner,
    #[error("the signature is not by the certificate's key")]
    WrongSignature,
}

impl From<Error> for SignatureError {
    fn from(_: Error) -> Self {
        Self::Malformed
    }
}

/// Signs content, at a time in seconds since 1970. The content itself is attached or
/// not.
pub(crate) fn sign(
    signer: &SignerKey,
    content: &[u8],
    signed_at: u64,
    is_attached: bool,
) -> Result<Vec<u8>, Error> {
    let attributes = SignedAttributes::try_from(vec![
        attribute(ID_CONTENT_TYPE, Any::from(ID_DATA))?,
        attribute(ID_SIGNING_TIME, signing_time(signed_at)?)?,
        attribute(ID_MESSAGE_DIGEST, octets(&Sha256::digest(content))?)?,
    ])?;
    let signature: DerSignature = signer.key.sign(&attributes.to_der()?);
    let certificate = &signer.certificate;
    let info = SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: certificate.tbs_certificate.issuer.clone(),
            serial_number: certificate.tbs_certificate.serial_number.clone(),
        }),
        digest_alg: algorithm(ID_SHA_256),
        signed_attrs: Some(attributes),
        signature_algorithm: algorithm(ECDSA_WITH_SHA_256),
        signature: OctetString::new(signature.as_bytes())?,
        unsigned_attrs: None,
    };
    let content = is_attached.then_some(content);
    assemble(content, vec![certificate.clone()], vec![info])
}

/// A file with the signatures of all its signers attached (RFC 5652: any number of
/// SignerInfos in one SignedData). Two signatures by one person are two.
pub(crate) fn attach(content: &[u8], signatures: &[Vec<u8>]) -> Result<Vec<u8>, Error> {
    let (mut certificates, mut infos) = (Vec::new(), Vec::new());
    for signature in signatures {
        let data = parse(signature)?;
        for certificate in plain_certificates(&data) {
            if !certificates.contains(certificate) {
                certificates.push(certificate.clone());
            }
        }
        infos.extend(data.signer_infos.0.iter().cloned());
    }
    // A set holds nothing twice: the same person's, in the same second.
    let mut seen = Vec::new();
    infos.retain(|info| {
        let is_new = !seen.contains(info);
        if is_new {
            seen.push(info.clone());
        }
        is_new
    });
    assemble(Some(content), certificates, infos)
}

/// Checks that a signature is of this content, by the key of a certificate that the
/// authority gave to this subject. Gives it back without the content.
pub(crate) fn check(
    signature: &[u8],
    content: &[u8],
    authority: &CertificationAuthority,
    subject: &Name,
) -> Result<Vec<u8>, SignatureError> {
    let data = parse(signature)?;
    let [info] = data.signer_infos.0.as_slice() else {
        return Err(SignatureError::Malformed);
    };
    let certificate = plain_certificates(&data)
        .find(|certificate| is_of(certificate, &info.sid))
        .ok_or(SignatureError::Malformed)?;
    if !authority.has_issued(certificate) {
        return Err(SignatureError::UnknownIssuer);
    }
    if certificate.tbs_certificate.subject != *subject {
        return Err(SignatureError::NotTheSigner);
    }
    if let Some(attached) = &data.encap_content_info.econtent
        && attached.decode_as::<OctetStringRef<'_>>()?.as_bytes() != content
    {
        return Err(SignatureError::OtherContent);
    }
    let attributes = info
        .signed_attrs
        .as_ref()
        .ok_or(SignatureError::Malformed)?;
    let digest = octets(&Sha256::digest(content))?;
    if value_of(attributes, ID_MESSAGE_DIGEST) != Some(&digest) {
        return Err(SignatureError::OtherContent);
    }
    if value_of(attributes, ID_CONTENT_TYPE) != Some(&Any::from(ID_DATA)) {
        return Err(SignatureError::Malformed);
    }
    let key = certificate
        .tbs_certificate
        .subject_public_key_info
        .to_der()?;
    let key = VerifyingKey::from_public_key_der(&key).map_err(|_| SignatureError::Malformed)?;
    let value = DerSignature::from_bytes(info.signature.as_bytes())
        .map_err(|_| SignatureError::WrongSignature)?;
    key.verify(&attributes.to_der()?, &value)
        .map_err(|_| SignatureError::WrongSignature)?;
    let (certificates, infos) = (vec![certificate.clone()], vec![info.clone()]);
    Ok(assemble(None, certificates, infos)?)
}

fn assemble(
    content: Option<&[u8]>,
    certificates: Vec<Certificate>,
    infos: Vec<SignerInfo>,
) -> Result<Vec<u8>, Error> {
    let certificates: Vec<_> = certificates
        .into_iter()
        .map(CertificateChoices::Certificate)
        .collect();
    let data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![algorithm(ID_SHA_256)])?,
        encap_content_info: EncapsulatedContentInfo {
            econtent_type: ID_DATA,
            econtent: content.map(octets).transpose()?,
        },
        certificates: Some(CertificateSet::try_from(certificates)?),
        crls: None,
        signer_infos: SignerInfos::try_from(infos)?,
    };
    ContentInfo {
        content_type: ID_SIGNED_DATA,
        content: Any::encode_from(&data)?,
    }
    .to_der()
}

fn parse(signature: &[u8]) -> Result<SignedData, Error> {
    let info = ContentInfo::from_der(signature)?;
    if info.content_type != ID_SIGNED_DATA {
        return Err(Tag::ObjectIdentifier.value_error());
    }
    info.content.decode_as()
}

fn plain_certificates(data: &SignedData) -> impl Iterator<Item = &Certificate> {
    let set = data.certificates.iter().flat_map(|set| set.0.iter());
    set.filter_map(|choice| match choice {
        CertificateChoices::Certificate(certificate) => Some(certificate),
        CertificateChoices::Other(_) => None,
    })
}

fn is_of(certificate: &Certificate, signer: &SignerIdentifier) -> bool {
    let SignerIdentifier::IssuerAndSerialNumber(named) = signer else {
        return false;
    };
    certificate.tbs_certificate.issuer == named.issuer
        && certificate.tbs_certificate.serial_number == named.serial_number
}

fn value_of(attributes: &SignedAttributes, oid: ObjectIdentifier) -> Option<&Any> {
    let attribute = attributes.iter().find(|attribute| attribute.oid == oid)?;
    match attribute.values.as_slice() {
        [value] => Some(value),
        _ => None,
    }
}

fn attribute(oid: ObjectIdentifier, value: Any) -> Result<Attribute, Error> {
    Ok(Attribute {
        oid,
        values: SetOfVec::try_from(vec![value])?,
    })
}

fn octets(bytes: &[u8]) -> Result<Any, Error> {
    Any::new(Tag::OctetString, bytes)
}

fn signing_time(unix_seconds: u64) -> Result<Any, Error> {
    let since = std::time::Duration::from_secs(unix_seconds);
    Any::encode_from(&x509_cert::time::Time::try_from(
        std::time::UNIX_EPOCH + since,
    )?)
}

fn algorithm(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned {
        oid,
        parameters: None,
    }
}
