//! What people are told by message: who, what, and where it leads.

use documentolog_protocol::SensitiveUrl;

use crate::{
    document::{Document, Occurrence, Party, Role},
    mailbox::Mailboxes,
    texts::{Language, Texts},
    webhooks,
};

/// Tells whoever is to be told of an occurrence.
pub(crate) fn send(
    mailboxes: &Mailboxes,
    document: &Document,
    occurrence: Occurrence,
    origin: &str,
) {
    let sender = &document.sender;
    let (to, text, link): (&Party, fn(&Texts) -> &str, SensitiveUrl) = match occurrence {
        Occurrence::Sent => (
            sender,
            |texts| texts.message_sent,
            sender_page(document, origin),
        ),
        Occurrence::Invited { person } | Occurrence::Reminded { person } => {
            let Some(to) = document.person(person) else {
                return;
            };
            let text: fn(&Texts) -> &str = match (occurrence, to.role) {
                (Occurrence::Reminded { .. }, _) => |texts| texts.message_reminder,
                (_, Role::Viewer) => |texts| texts.message_to_view,
                _ => |texts| texts.message_to_sign,
            };
            (to, text, link_of(to, origin))
        }
        Occurrence::Declined { .. } => (
            sender,
            |texts| texts.message_declined,
            sender_page(document, origin),
        ),
        Occurrence::Completed if document.parties.is_empty() => return,
        Occurrence::Completed => (
            sender,
            |texts| texts.message_completed,
            webhooks::finalized_file(document, origin),
        ),
        // The sender is told when all have signed.
        Occurrence::Signed { .. } => return,
    };
    let who = match occurrence {
        Occurrence::Declined { party } => document.person(party),
        Occurrence::Invited { .. } | Occurrence::Reminded { .. } => Some(sender),
        _ => None,
    };
    let write = |language: Language| {
        text(language.texts())
            .replace("{document}", &document.doc_id)
            .replace(
                "{name}",
                who.map(|who| who.name.expose()).unwrap_or_default(),
            )
    };
    mailboxes.send(to, to.channel(), write, Some(link));
}

/// Somebody's own link.
pub(crate) fn link_of(party: &Party, origin: &str) -> SensitiveUrl {
    SensitiveUrl::new(format!(
        "{origin}/external/sign/link/{}",
        party.link_capability
    ))
}

/// The page on which the sender follows a document.
pub(crate) fn sender_page(document: &Document, origin: &str) -> SensitiveUrl {
    SensitiveUrl::new(format!(
        "{origin}/external/document/sent/{}",
        document.sender_capability
    ))
}
