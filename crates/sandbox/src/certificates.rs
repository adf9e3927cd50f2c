//! The sandbox's own certification authority, and the keys and certificates that it
//! gives to signers.
//!
//! It stands for Kazakhstan's National Certification Authority in form only: subjects
//! and usages are named as there, while the algorithm is ECDSA on P-256, which every
//! verifier knows, and not GOST 34.10. Its signatures prove nothing about anybody.

use std::{collections::HashMap, sync::Mutex};

use der::{
    Any, DateTime, Encode, EncodePem,
    asn1::{ObjectIdentifier, PrintableStringRef, SetOfVec, Utf8StringRef},
    oid::db::{
        rfc4519::{COMMON_NAME, COUNTRY_NAME, ORGANIZATIONAL_UNIT_NAME, SERIAL_NUMBER},
        rfc5280::ID_KP_EMAIL_PROTECTION,
    },
    pem::LineEnding,
};
use documentolog_protocol::identifiers::Recipient;
use p256::ecdsa::{DerSignature, SigningKey, VerifyingKey, signature::Verifier};
use sha2::{Digest, Sha256};
use x509_cert::{
    Certificate,
    attr::AttributeTypeAndValue,
    builder::{Builder, CertificateBuilder, Profile},
    der,
    ext::pkix::ExtendedKeyUsage,
    name::{Name, RelativeDistinguishedName},
    serial_number::SerialNumber,
    spki::SubjectPublicKeyInfoOwned,
    time::{Time, Validity},
};

use crate::lock::lock;

/// "Natural person" and "legal entity" among the National Certification Authority's
/// extended key usages.
const PERSON: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.398.3.3.4.1.1");
const ORGANIZATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.398.3.3.4.1.2");

/// Whom a certificate is for.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The full name.
    pub(crate) name: String,
    /// IIN, BIN, phone number or e-mail address.
    pub(crate) identifier: String,
}

impl std::fmt::Debug for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Subject(…)")
    }
}

/// A signer's key with its certificate.
#[derive(Clone)]
pub(crate) struct SignerKey {
    pub(crate) key: SigningKey,
    pub(crate) certificate: Certificate,
}

impl SignerKey {
    /// The certificate's serial number in hexadecimal.
    pub(crate) fn serial_number(&self) -> String {
        let serial = &self.certificate.tbs_certificate.serial_number;
        let bytes = serial.as_bytes().iter();
        bytes.map(|byte| format!("{byte:02x}")).collect()
    }
}

impl std::fmt::Debug for SignerKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignerKey(…)")
    }
}

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
#[error("a certificate cannot be made")]
pub struct CertificateError;

impl From<der::Error> for CertificateError {
    fn from(_: der::Error) -> Self {
        Self
    }
}

impl From<x509_cert::builder::Error> for CertificateError {
    fn from(_: x509_cert::builder::Error) -> Self {
        Self
    }
}

impl From<x509_cert::spki::Error> for CertificateError {
    fn from(_: x509_cert::spki::Error) -> Self {
        Self
    }
}

/// The certification authority. The same secret always gives the same keys and the same
/// certificates, to the byte: nothing needs to be kept but the secret.
pub(crate) struct CertificationAuthority {
    secret: [u8; 32],
    key: SigningKey,
    certificate: Certificate,
    /// Whose certificate a serial number is.
    given: Mutex<HashMap<String, Subject>>,
}

impl std::fmt::Debug for CertificationAuthority {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CertificationAuthority(…)")
    }
}

impl CertificationAuthority {
    /// The authority of a sandbox with this secret. The secret may serve other ends, too.
    pub(crate) fn new(secret: &[u8; 32]) -> Result<Self, CertificateError> {
        let secret: [u8; 32] = Sha256::new_with_prefix(b"test CA")
            .chain_update(secret)
            .finalize()
            .into();
        let key = derived_key(&secret, "root");
        let subject = name(&[
            (
                COMMON_NAME,
                utf8("documentolog-sandbox: test CA, no legal force")?,
            ),
            (COUNTRY_NAME, printable("KZ")?),
        ])?;
        let certificate = CertificateBuilder::new(
            Profile::Root,
            serial_number(&key)?,
            validity()?,
            subject,
            SubjectPublicKeyInfoOwned::from_key(*key.verifying_key())?,
            &key,
        )?
        .build::<DerSignature>()?;
        Ok(Self {
            secret,
            key,
            certificate,
            given: Mutex::default(),
        })
    }

    /// Its own certificate, as PEM.
    pub(crate) fn pem(&self) -> Result<String, CertificateError> {
        Ok(self.certificate.to_pem(LineEnding::LF)?)
    }

    /// Somebody's key and certificate.
    pub(crate) fn signer_key(&self, subject: &Subject) -> Result<SignerKey, CertificateError> {
        // A text of any length before another must not look like a longer one.
        let label = format!("signer {} {}", subject.name.len(), subject.name) + &subject.identifier;
        let key = derived_key(&self.secret, &label);
        let kind = match subject.identifier.parse() {
            Ok(Recipient::Bin(_)) => ORGANIZATION,
            _ => PERSON,
        };
        let mut certificate = CertificateBuilder::new(
            Profile::Leaf {
                issuer: self.certificate.tbs_certificate.subject.clone(),
                enable_key_agreement: false,
                enable_key_encipherment: false,
            },
            serial_number(&key)?,
            validity()?,
            subject_name(subject)?,
            SubjectPublicKeyInfoOwned::from_key(*key.verifying_key())?,
            &self.key,
        )?;
        certificate.add_extension(&ExtendedKeyUsage(vec![ID_KP_EMAIL_PROTECTION, kind]))?;
        let signer = SignerKey {
            certificate: certificate.build::<DerSignature>()?,
            key,
        };
        lock(&self.given).insert(signer.serial_number(), subject.clone());
        Ok(signer)
    }

    /// The key and certificate of this serial number, if it was given before.
    pub(crate) fn signer_key_by_serial_number(
        &self,
        serial_number: &str,
    ) -> Option<Result<SignerKey, CertificateError>> {
        let subject = lock(&self.given).get(serial_number).cloned()?;
        Some(self.signer_key(&subject))
    }

    /// Whether a certificate is one of its own.
    pub(crate) fn has_issued(&self, certificate: &Certificate) -> bool {
        let verifying_key = VerifyingKey::from(&self.key);
        let signature = certificate
            .signature
            .as_bytes()
            .and_then(|bytes| DerSignature::from_bytes(bytes).ok());
        match (certificate.tbs_certificate.to_der(), signature) {
            (Ok(signed), Some(signature)) => verifying_key.verify(&signed, &signature).is_ok(),
            _ => false,
        }
    }
}

/// A subject's name as the National Certification Authority writes it: the IIN behind
/// `IIN` in the serial number, an organization's BIN behind `BIN` in its unit.
pub(crate) fn subject_name(subject: &Subject) -> Result<Name, CertificateError> {
    let mut parts = vec![(COMMON_NAME, utf8(&subject.name)?)];
    match subject.identifier.parse() {
        Ok(Recipient::Bin(bin)) => {
            let unit = format!("BIN{}", bin.to_wire());
            parts.push((ORGANIZATIONAL_UNIT_NAME, utf8(&unit)?));
        }
        Ok(Recipient::Iin(iin)) => {
            let number = format!("IIN{}", iin.to_wire());
            parts.push((SERIAL_NUMBER, printable(&number)?));
        }
        // A phone number or an e-mail address is nobody's name.
        _ => {}
    }
    parts.push((COUNTRY_NAME, printable("KZ")?));
    name(&parts)
}

fn name(parts: &[(ObjectIdentifier, Any)]) -> Result<Name, CertificateError> {
    let part = |(oid, value): &(ObjectIdentifier, Any)| {
        let value = AttributeTypeAndValue {
            oid: *oid,
            value: value.clone(),
        };
        Ok(RelativeDistinguishedName(SetOfVec::try_from(vec![value])?))
    };
    Ok(Name::from(
        parts
            .iter()
            .map(part)
            .collect::<Result<Vec<_>, der::Error>>()?,
    ))
}

fn utf8(text: &str) -> Result<Any, der::Error> {
    Any::encode_from(&Utf8StringRef::new(text)?)
}

fn printable(text: &str) -> Result<Any, der::Error> {
    Any::encode_from(&PrintableStringRef::new(text)?)
}

/// Wide, and the same for all: however far a test moves the clock, no signature becomes
/// invalid by it.
fn validity() -> Result<Validity, der::Error> {
    Ok(Validity {
        not_before: Time::try_from(DateTime::new(2020, 1, 1, 0, 0, 0)?.to_system_time())?,
        not_after: Time::try_from(DateTime::new(2049, 12, 31, 23, 59, 59)?.to_system_time())?,
    })
}

/// 127 bits of the public key's digest: positive, and the key's own.
fn serial_number(key: &SigningKey) -> Result<SerialNumber, der::Error> {
    let digest = Sha256::digest(key.verifying_key().to_encoded_point(true).as_bytes());
    let mut bytes = digest[..16].to_vec();
    bytes[0] = bytes[0] & 0x7f | 0x40;
    SerialNumber::new(&bytes)
}

fn derived_key(secret: &[u8; 32], label: &str) -> SigningKey {
    let mut counter = 0_u32;
    loop {
        let mut digest = Sha256::new();
        digest.update(secret);
        digest.update(counter.to_be_bytes());
        digest.update(label);
        // About one digest in 2^32 is no key.
        if let Ok(key) = SigningKey::from_slice(&digest.finalize()) {
            return key;
        }
        counter += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(identifier: &str) -> Subject {
        Subject {
            name: "Сейтқали Нұрлан".to_owned(),
            identifier: identifier.to_owned(),
        }
    }

    #[test]
    fn the_same_secret_gives_the_same_certificates() {
        let (first, second) = (
            CertificationAuthority::new(&[7; 32]).unwrap(),
            CertificationAuthority::new(&[7; 32]).unwrap(),
        );
        assert_eq!(first.pem().unwrap(), second.pem().unwrap());
        let certificate =
            |ca: &CertificationAuthority, who| ca.signer_key(&subject(who)).unwrap().certificate;
        let one = certificate(&first, "000000000000");
        assert_eq!(one, certificate(&second, "000000000000"));
        assert_ne!(one, certificate(&first, "791028302728"));
        let other = CertificationAuthority::new(&[8; 32]).unwrap();
        assert_ne!(first.pem().unwrap(), other.pem().unwrap());
        assert!(first.has_issued(&one) && !other.has_issued(&one));
    }

    #[test]
    fn subjects_are_named_as_in_kazakhstan() {
        for (identifier, expected) in [
            (
                "000000000000",
                "C=KZ,SERIALNUMBER=IIN000000000000,CN=Сейтқали Нұрлан",
            ),
            ("180140005198", "C=KZ,OU=BIN180140005198,CN=Сейтқали Нұрлан"),
            ("nurlan@example.kz", "C=KZ,CN=Сейтқали Нұрлан"),
        ] {
            let name = subject_name(&subject(identifier)).unwrap();
            assert_eq!(name.to_string(), expected);
        }
    }

    #[test]
    fn a_key_is_found_by_its_certificates_serial_number() {
        let ca = CertificationAuthority::new(&[7; 32]).unwrap();
        let key = ca.signer_key(&subject("000000000000")).unwrap();
        let number = key.serial_number();
        assert_eq!(number.len(), 32);
        let found = ca.signer_key_by_serial_number(&number).unwrap().unwrap();
        assert_eq!(found.certificate, key.certificate);
        assert!(ca.signer_key_by_serial_number("00").is_none());
    }
}
