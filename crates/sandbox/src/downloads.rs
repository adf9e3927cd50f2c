//! The files of a document, for whoever has the capability of its links.

use std::{
    io::{Cursor, Write},
    time::Duration,
};

use axum::{
    extract::{Path, Query, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::html;
use serde::Deserialize;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    attachments::SAMPLE_PDF,
    document::{Attachment, Document, Turn},
    pages,
    refusal::Refusal,
    signatures::{self, SigningFailed},
    state::Service,
    texts::{Language, date, date_for_people},
};

/// How long after the last signature the links of a document open. The guide gives this time
/// to the link for signing; for these it gives none.
pub(crate) const LINKS_OPEN: Duration = Duration::from_secs(30 * 24 * 60 * 60);

#[derive(Deserialize)]
pub(crate) struct LinkQuery {
    #[serde(default)]
    capability: String,
    /// Files of an archive, by number, with commas between.
    #[serde(default)]
    files: String,
    /// Whether the file is shown rather than saved.
    inline: Option<String>,
}

/// Why a link does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LinkError {
    NotFound,
    Expired,
}

impl From<LinkError> for Refusal {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::NotFound => Self::new(
                StatusCode::NOT_FOUND,
                "not-found",
                "there is no such file, or the link's capability is wrong",
            ),
            LinkError::Expired => Self::new(
                StatusCode::GONE,
                "link-expired",
                "the link has expired: links open for 30 days after the last signature",
            ),
        }
    }
}

/// `GET /rct/sample.pdf`
pub(crate) async fn sample() -> Response {
    ([(header::CONTENT_TYPE, "application/pdf")], SAMPLE_PDF).into_response()
}

/// `GET /sandbox/ca.pem`: the certificate that every signature here leads to.
pub(crate) async fn ca(State(service): State<Service>) -> Result<Response, Refusal> {
    let pem = service.authority.pem().map_err(|_| Refusal::internal())?;
    let disposition = "attachment; filename=\"documentolog-sandbox-ca.pem\"";
    Ok(answer("application/x-pem-file", disposition, pem.into()))
}

/// `GET /external/document/view-document/dcs_universal_type/{document}`
pub(crate) async fn view(
    State(service): State<Service>,
    Path(id): Path<u32>,
    Query(query): Query<LinkQuery>,
    language: Language,
) -> Response {
    let texts = language.texts();
    let now = service.clock.unix_seconds();
    let shown = open(&service, &query, |document| {
        (document.id == id).then(|| view_of(document, now, language))
    });
    match shown {
        Ok(content) => pages::titled(StatusCode::OK, language, texts.document, "view", &content),
        Err(LinkError::NotFound) => {
            pages::problem(StatusCode::NOT_FOUND, language, texts.not_found)
        }
        Err(LinkError::Expired) => pages::problem(StatusCode::GONE, language, texts.files_expired),
    }
}

/// The document with its files, where it stands, and who has signed it when and how.
fn view_of(document: &Document, now: u64, language: Language) -> maud::Markup {
    let texts = language.texts();
    let capability = &document.capability;
    let is_signed = document
        .parties
        .iter()
        .any(|party| party.signature.is_some());
    let signed_link = |file: &Attachment| {
        format!(
            "/external/media/download-eds/dcs_universal_type/{}/{}?capability={capability}",
            document.id, file.id
        )
    };
    html! {
        main {
            h1.number { (document.doc_id) }
            p.result { (texts.status[document.status(now) as usize]) }
            section.document aria-label=(texts.document) {
                @for file in &document.attachments {
                    @let link = format!("/external/media/download/{}?capability={capability}", file.id);
                    @if file.content_type == "application/pdf" {
                        iframe src={ (link) "&inline=1#toolbar=0" } title=(file.name) {}
                    }
                    p {
                        a href={ (link) "&inline=1" } { (file.name) }
                        @if is_signed {
                            " · " a href=(signed_link(file)) { (texts.download_signed) ": " (file.name) ".p7m" }
                        }
                    }
                }
            }
            h2 { (texts.signers) }
            ul.signers {
                @for party in &document.parties {
                    li {
                        (party.name.expose()) " — "
                        @match &party.signature {
                            Some(signature) => {
                                (language.method(&signature.method)) ", "
                                time datetime=(date(signature.signed_at)) { (date_for_people(signature.signed_at)) }
                            }
                            None => (texts.waiting),
                        }
                    }
                }
            }
        }
    }
}

/// `GET /external/media/download/{file}`
pub(crate) async fn file(
    State(service): State<Service>,
    Path(id): Path<u32>,
    Query(query): Query<LinkQuery>,
) -> Result<Response, Refusal> {
    let file = open(&service, &query, |document| find(document, id).cloned())?;
    let can_be_shown = is_shown_by_browsers(&file.content_type);
    let how = if query.inline.is_some() && can_be_shown {
        "inline"
    } else {
        "attachment"
    };
    let mut response = answer(
        &file.content_type,
        &format!("{how}; filename=\"{}\"", file.name),
        file.bytes,
    );
    if !can_be_shown {
        // Wherever it is opened all the same, it is of no origin and runs nothing.
        response.headers_mut().insert(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox"),
        );
    }
    Ok(response)
}

/// Whether a file of this type is shown in the sandbox's own origin: PDF and images without
/// scripts. Anything else, such as HTML or SVG, could run there and read the inboxes, so it is
/// saved.
fn is_shown_by_browsers(content_type: &str) -> bool {
    const SHOWN: [&str; 5] = [
        "application/pdf",
        "image/gif",
        "image/jpeg",
        "image/png",
        "image/webp",
    ];
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    SHOWN.iter().any(|shown| kind.eq_ignore_ascii_case(shown))
}

/// `GET /external/media/download-many?files=…`
pub(crate) async fn archive(
    State(service): State<Service>,
    Query(query): Query<LinkQuery>,
) -> Result<Response, Refusal> {
    let wanted: Option<Vec<u32>> = query.files.split(',').map(|id| id.parse().ok()).collect();
    let wanted = wanted.ok_or(LinkError::NotFound)?;
    let files = open(&service, &query, |document| {
        wanted
            .iter()
            .map(|id| find(document, *id).cloned())
            .collect::<Option<Vec<_>>>()
    })?;
    let entries = files
        .into_iter()
        .map(|file| (file.name, file.bytes))
        .collect();
    let bytes = zip_of(entries).map_err(|error| {
        tracing::error!(%error, "an archive cannot be made");
        Refusal::internal()
    })?;
    let disposition = "attachment; filename=\"documents.zip\"";
    Ok(answer("application/zip", disposition, bytes))
}

/// `GET /external/media/download-eds/dcs_universal_type/{document}/{file}`: the file
/// with every signature in one SignedData, named as RFC 8551 (3.2.1) names such files.
pub(crate) async fn with_eds(
    service: State<Service>,
    path: Path<(u32, u32)>,
    query: Query<LinkQuery>,
) -> Result<Response, Refusal> {
    with_signatures(&service, &path, &query, "p7m")
}

/// `GET /external/media/download-eds-ez/dcs_universal_type/{document}/{file}`: the
/// same, named as ezSigner.kz, the state's public verifier, takes it.
pub(crate) async fn with_eds_ez(
    service: State<Service>,
    path: Path<(u32, u32)>,
    query: Query<LinkQuery>,
) -> Result<Response, Refusal> {
    with_signatures(&service, &path, &query, "cms")
}

fn with_signatures(
    service: &Service,
    &(document_id, id): &(u32, u32),
    query: &LinkQuery,
    extension: &str,
) -> Result<Response, Refusal> {
    let (name, signed) = open(service, query, |document| {
        let place = document.attachments.iter().position(|file| file.id == id)?;
        let signed = signatures::attached(&service.authority, document, place);
        (document.id == document_id).then(|| (document.attachments[place].name.clone(), signed))
    })?;
    let bytes = signed.map_err(|error| match error {
        SigningFailed::NobodyHasSigned => Refusal::new(
            StatusCode::CONFLICT,
            "not-signed",
            "nobody has signed the document yet",
        ),
        SigningFailed::Failed => Refusal::internal(),
    })?;
    Ok(answer(
        "application/pkcs7-mime; smime-type=signed-data",
        &format!("attachment; filename=\"{name}.{extension}\""),
        bytes,
    ))
}

/// Reads from the document that a link's capability opens.
fn open<T>(
    service: &Service,
    query: &LinkQuery,
    read: impl FnOnce(&Document) -> Option<T>,
) -> Result<T, LinkError> {
    let now = service.clock.unix_seconds();
    service
        .with_capability(&query.capability, |document| {
            let is_expired = closes_at(document).is_some_and(|time| time <= now);
            if is_expired {
                return Err(LinkError::Expired);
            }
            read(document).ok_or(LinkError::NotFound)
        })
        .unwrap_or(Err(LinkError::NotFound))
}

/// When a completed document's links cease to open. Before that its parties need them.
fn closes_at(document: &Document) -> Option<u64> {
    let signed_at = document
        .parties
        .iter()
        .filter_map(|party| Some(party.signature.as_ref()?.signed_at));
    let last = signed_at.max()?;
    (document.turn() == Turn::Nobody).then(|| last.saturating_add(LINKS_OPEN.as_secs()))
}

fn find(document: &Document, id: u32) -> Option<&Attachment> {
    document.attachments.iter().find(|file| file.id == id)
}

/// An archive, in the order asked for. Files of one name are told apart by a number
/// before it.
fn zip_of(entries: Vec<(String, Vec<u8>)>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut names = std::collections::HashSet::new();
    for (name, bytes) in entries {
        let mut unique = name.clone();
        let mut number = 1;
        while !names.insert(unique.clone()) {
            number += 1;
            unique = format!("{number}-{name}");
        }
        archive.start_file(unique, options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn answer(content_type: &str, disposition: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CONTENT_DISPOSITION, disposition),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_run_scripts_is_not_shown() {
        for (content_type, expected) in [
            ("application/pdf", true),
            ("Application/PDF; version=1.7", true),
            ("image/png", true),
            ("image/jpeg", true),
            ("image/gif", true),
            ("image/webp", true),
            ("image/svg+xml", false),
            ("text/html; charset=utf-8", false),
            ("application/xhtml+xml", false),
            ("text/xml", false),
            ("text/plain", false),
            ("application/pdf, text/html", false),
            ("", false),
        ] {
            assert_eq!(
                is_shown_by_browsers(content_type),
                expected,
                "{content_type}"
            );
        }
    }

    #[test]
    fn an_archive_keeps_the_order_and_tells_names_apart() {
        let entry = |name: &str, bytes: &str| (name.to_owned(), bytes.as_bytes().to_vec());
        let entries = vec![
            entry("b.pdf", "1"),
            entry("2-a.pdf", "2"),
            entry("a.pdf", "3"),
            entry("a.pdf", "4"),
            entry("a.pdf", "5"),
        ];
        let bytes = zip_of(entries).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let found: Vec<_> = (0..archive.len())
            .map(|place| {
                let mut file = archive.by_index(place).unwrap();
                let mut text = String::new();
                std::io::Read::read_to_string(&mut file, &mut text).unwrap();
                (file.name().unwrap().into_owned(), text)
            })
            .collect();
        let found: Vec<_> = found
            .iter()
            .map(|(n, t)| (n.as_str(), t.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("b.pdf", "1"),
                ("2-a.pdf", "2"),
                ("a.pdf", "3"),
                ("3-a.pdf", "4"),
                ("4-a.pdf", "5"),
            ]
        );
    }
}
