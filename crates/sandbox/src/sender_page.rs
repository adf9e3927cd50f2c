//! The page on which a sender follows a document, and reminds.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use maud::{Markup, html};
use serde_json::{Value, json};

use crate::{
    constant_time::is_equal, document::Document, pages, refusal::Refusal, state::Service,
    texts::Language,
};

/// `GET /external/document/sent/{capability}`
pub(crate) async fn show(
    State(service): State<Service>,
    Path(capability): Path<String>,
    language: Language,
) -> Response {
    let texts = language.texts();
    let now = service.clock.unix_seconds();
    let found = service.find(
        |document| is_equal(&document.sender_capability, &capability),
        |document| {
            service.mailboxes.learn_language(&document.sender, language);
            content(document, now, language)
        },
    );
    match found {
        Some(content) => pages::titled(StatusCode::OK, language, texts.document, "sent", &content),
        None => pages::problem(StatusCode::NOT_FOUND, language, texts.not_found),
    }
}

fn content(document: &Document, now: u64, language: Language) -> Markup {
    let texts = language.texts();
    let status = document.status(now);
    html! {
        main data-reminded=(texts.reminded) data-not-reminded=(texts.not_reminded) {
            h1.number { (document.doc_id) }
            p.result tabindex="-1" { (texts.status[status as usize]) }
            section aria-label=(texts.document) {
                @for file in &document.attachments {
                    @let link = format!("/external/media/download/{}?capability={}&inline=1", file.id, document.capability);
                    p { a href=(link) target="_blank" rel="noopener noreferrer" { (file.name) } }
                }
            }
            h2 { (texts.people) }
            ul.people {
                @for (number, person) in document.people().enumerate() {
                    li {
                        span { (person.name.expose()) }
                        span.count { (texts.party_status[document.party_status(number, now) as usize]) }
                    }
                }
            }
            @if document.to_remind().is_some() {
                div.buttons { button #remind type="button" disabled { (texts.remind) } }
                script type="module" src="/assets/sent.js" {}
            }
        }
    }
}

/// `POST /external/document/sent/{capability}/reminder`
pub(crate) async fn remind(
    State(service): State<Service>,
    Path(capability): Path<String>,
) -> Result<Json<Value>, Refusal> {
    let id = service
        .find(
            |document| is_equal(&document.sender_capability, &capability),
            |document| document.id,
        )
        .ok_or_else(Refusal::no_document)?;
    service.remind(id)?;
    Ok(Json(json!({"status": 1})))
}
