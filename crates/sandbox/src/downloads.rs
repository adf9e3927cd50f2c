//! The files of a document, for whoever has the capability of its links.

use std::io::{Cursor, Write};

use axum::{
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::html;
use serde::Deserialize;
use serde_json::json;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    attachments::SAMPLE_PDF,
    document::{Attachment, Document},
    pages,
    refusal::Refusal,
    state::Service,
    texts::Language,
};

#[derive(Deserialize)]
pub(crate) struct LinkQuery {
    #[serde(default)]
    capability: String,
    /// Files of an archive, by number, with commas between.
    #[serde(default)]
    files: String,
    /// Whether the file is shown rather than saved.
    inline: Option<String>,
    lang: Option<String>,
}

/// `GET /rct/sample.pdf`
pub(crate) async fn sample() -> Response {
    ([(header::CONTENT_TYPE, "application/pdf")], SAMPLE_PDF).into_response()
}

/// `GET /external/document/view-document/dcs_universal_type/{document}`
pub(crate) async fn view(
    State(service): State<Service>,
    Path(id): Path<u32>,
    Query(query): Query<LinkQuery>,
    headers: HeaderMap,
) -> Response {
    let language = Language::choose(query.lang.as_deref(), &headers);
    let texts = language.texts();
    let now = service.clock.unix_seconds();
    let show = |document: &Document| {
        let content = html! {
            main {
                h1 { (document.doc_id) }
                p.result role="status" { (texts.status[document.status(now) as usize]) }
                section.document aria-label=(texts.document) {
                    @for file in &document.attachments {
                        @let link = format!("/external/media/download/{}?capability={}", file.id, document.capability);
                        p { a href={ (link) "&inline=1" } { (file.name) } }
                    }
                }
                h2 { (texts.signers) }
                ul {
                    @for party in &document.parties {
                        li {
                            (party.name.expose()) " — "
                            @match &party.signature {
                                Some(signature) => (language.method(&signature.method)),
                                None => (texts.waiting),
                            }
                        }
                    }
                }
            }
        };
        pages::page(StatusCode::OK, language, "view", &content)
    };
    service
        .read(id, |document| {
            (document.capability == query.capability).then(|| show(document))
        })
        .flatten()
        .unwrap_or_else(|| pages::problem(StatusCode::NOT_FOUND, language, texts.not_found))
}

/// `GET /external/media/download/{file}`
pub(crate) async fn file(
    State(service): State<Service>,
    Path(id): Path<u32>,
    Query(query): Query<LinkQuery>,
) -> Result<Response, Refusal> {
    let found = service
        .with_capability(&query.capability, |document| find(document, id).cloned())
        .flatten();
    let file = found.ok_or_else(not_found)?;
    let how = if query.inline.is_some() {
        "inline"
    } else {
        "attachment"
    };
    Ok(answer(
        &file.content_type,
        &format!("{how}; filename=\"{}\"", file.name),
        file.bytes,
    ))
}

/// `GET /external/media/download-many?files=…`
pub(crate) async fn archive(
    State(service): State<Service>,
    Query(query): Query<LinkQuery>,
) -> Result<Response, Refusal> {
    let wanted: Option<Vec<u32>> = query.files.split(',').map(|id| id.parse().ok()).collect();
    let wanted = wanted.ok_or_else(not_found)?;
    let files = service
        .with_capability(&query.capability, |document| {
            wanted
                .iter()
                .map(|id| find(document, *id).cloned())
                .collect::<Option<Vec<_>>>()
        })
        .flatten()
        .ok_or_else(not_found)?;
    let entries = files
        .into_iter()
        .map(|file| (file.name, file.bytes))
        .collect();
    zip_answer("documents.zip", entries)
}

/// `GET /external/media/download-eds/dcs_universal_type/{document}/{file}`, and
/// the same with `download-eds-ez`.
pub(crate) async fn with_signatures(
    State(service): State<Service>,
    Path((document_id, id)): Path<(u32, u32)>,
    Query(query): Query<LinkQuery>,
) -> Result<Response, Refusal> {
    let found = service.with_capability(&query.capability, |document| {
        let file = find(document, id)
            .filter(|_| document.id == document_id)?
            .clone();
        let signatures: Vec<_> = document
            .parties
            .iter()
            .map(|party| json!({"name": party.name, "signature": party.signature}))
            .collect();
        Some((
            file,
            json!({"doc_id": document.doc_id, "signatures": signatures}),
        ))
    });
    let (file, signatures) = found.flatten().ok_or_else(not_found)?;
    let record = format!("{signatures:#}").into_bytes();
    zip_answer(
        &format!("{}.signed.zip", file.name),
        vec![
            (file.name, file.bytes),
            ("signatures.json".to_owned(), record),
        ],
    )
}

fn find(document: &Document, id: u32) -> Option<&Attachment> {
    document.attachments.iter().find(|file| file.id == id)
}

fn not_found() -> Refusal {
    Refusal::new(
        StatusCode::NOT_FOUND,
        "not-found",
        "there is no such file, or the link's capability is wrong",
    )
}

fn zip_answer(name: &str, entries: Vec<(String, Vec<u8>)>) -> Result<Response, Refusal> {
    let bytes = zip_of(entries).map_err(|error| {
        tracing::error!(%error, "an archive cannot be made");
        Refusal::internal()
    })?;
    Ok(answer(
        "application/zip",
        &format!("attachment; filename=\"{name}\""),
        bytes,
    ))
}

/// An archive. Files of one name are told apart by a number before it.
fn zip_of(entries: Vec<(String, Vec<u8>)>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut names = std::collections::HashSet::new();
    for (place, (name, bytes)) in entries.into_iter().enumerate() {
        let name = if names.insert(name.clone()) {
            name
        } else {
            format!("{}-{name}", place + 1)
        };
        archive.start_file(name, options)?;
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
