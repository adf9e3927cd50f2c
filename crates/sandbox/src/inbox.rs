//! The inboxes: each recipient's SMS and e-mail, to read in a browser.

use axum::{
    extract::{Path, State},
    http::StatusCode,
    middleware,
    response::Response,
};
use maud::html;

use crate::{
    guard,
    mailbox::{Channel, Mailbox},
    pages,
    routes::Routes,
    state::Service,
    texts::Language,
};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/sandbox/inbox", list)
        .get("/sandbox/inbox/{mailbox}", show)
        .map(|router| router.layer(middleware::from_fn(guard::readers)))
}

/// `GET /sandbox/inbox`
async fn list(State(service): State<Service>, language: Language) -> Response {
    let texts = language.texts();
    let mailboxes = service.mailboxes.all();
    let content = html! {
        main {
            header {
                h1 { (texts.inboxes) }
                p { (texts.inboxes_note) }
            }
            @if mailboxes.is_empty() {
                p.result { (texts.no_messages) }
            } @else {
                ul.mailboxes {
                    @for mailbox in &mailboxes {
                        li {
                            a href={ "/sandbox/inbox/" (mailbox.id) "?lang=" (language.tag()) } { (owner(mailbox)) }
                            " " span.count { (mailbox.messages.len()) }
                        }
                    }
                }
            }
        }
    };
    pages::titled(StatusCode::OK, language, texts.inboxes, "inboxes", &content)
}

/// `GET /sandbox/inbox/{mailbox}`: newest first.
async fn show(
    State(service): State<Service>,
    Path(id): Path<String>,
    language: Language,
) -> Response {
    let texts = language.texts();
    let Some(mailbox) = service.mailboxes.get(&id) else {
        return pages::problem(StatusCode::NOT_FOUND, language, texts.no_mailbox);
    };
    let content = html! {
        main {
            p { a href={ "/sandbox/inbox?lang=" (language.tag()) } { (texts.inboxes) } }
            h1 { (owner(&mailbox)) }
            ol.messages reversed {
                @for message in mailbox.messages.iter().rev() {
                    li {
                        p.channel { @match message.channel { Channel::Sms => "SMS", Channel::Email => (texts.email) } }
                        p.text lang=(message.language.tag()) { (message.text.expose()) }
                        @if let Some(link) = &message.link {
                            p { a href=(link.expose()) rel="noreferrer" { (texts.open_link) } }
                        }
                    }
                }
            }
        }
    };
    pages::titled(StatusCode::OK, language, texts.inboxes, "inbox", &content)
}

fn owner(mailbox: &Mailbox) -> String {
    let (name, recipient) = (mailbox.name.expose(), mailbox.recipient.expose());
    match (name.is_empty(), recipient.is_empty()) {
        (true, _) => recipient.to_owned(),
        (_, true) => name.to_owned(),
        _ => format!("{name}, {recipient}"),
    }
}
