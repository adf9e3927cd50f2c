//! Carries out what is written of documents.

use axum::{Json, extract::State, http::HeaderMap};
use serde_json::{Value, json};

use crate::{
    document::{ActionError, Document, Occurrence, Turn},
    fate::{Action, Script},
    refusal::Refusal,
    signing_page::{self, Authorized},
    state::Service,
};

/// `POST /external/sign/embedded/fate`: the page does what is written of its party next.
/// Answers with the message that the page posts.
pub(crate) async fn act(
    State(service): State<Service>,
    headers: HeaderMap,
) -> Result<Json<Value>, Refusal> {
    let Authorized { access, .. } = signing_page::authorize(&service, &headers)?;
    let action =
        play(&service, access.document, access.party).ok_or_else(Refusal::no_document)??;
    if matches!(action, Action::Sign(_)) {
        service.play_without_browser(access.document);
    }
    Ok(Json(json!(action.message())))
}

fn play(service: &Service, document: u32, party: usize) -> Option<Result<Action, ActionError>> {
    let now = service.clock.unix_seconds();
    let mut done = None;
    let acted = service.act(document, |document| {
        let (action, occurrences) = document.play(party, now)?;
        done = Some(action);
        Ok(occurrences)
    })?;
    Some(acted.and_then(|()| done.ok_or(ActionError::NothingWritten)))
}

impl Service {
    /// Writes what becomes of a document. False if there is none of this number.
    pub(crate) fn set_script(&self, document: u32, script: Option<Script>) -> bool {
        let written = self.act(document, |document| {
            document.set_script(script);
            Ok(Vec::new())
        });
        self.play_without_browser(document);
        written.is_some()
    }

    /// Does something for a party. If it is another's turn then, that one does what is
    /// written of them, where it needs no page.
    pub(crate) fn act_and_go_on(
        &self,
        document: u32,
        action: impl FnOnce(&mut Document) -> Result<Vec<Occurrence>, ActionError>,
    ) -> Result<(), Refusal> {
        let mut is_next = false;
        self.act(document, |document| {
            let occurrences = action(document)?;
            is_next = occurrences.iter().any(|occurrence| {
                matches!(
                    occurrence,
                    Occurrence::Invited { .. } | Occurrence::Reminded { .. }
                )
            });
            Ok(occurrences)
        })
        .ok_or_else(Refusal::no_document)??;
        if is_next {
            self.play_without_browser(document);
        }
        Ok(())
    }

    /// Reminds the recipient whose turn it is.
    pub(crate) fn remind(&self, document: u32) -> Result<(), Refusal> {
        let now = self.clock.unix_seconds();
        self.act_and_go_on(document, |document| document.remind(now))
    }

    /// Carries out what is written of a document and needs no page, in the background, for
    /// one party after the other until one acts for itself.
    pub(crate) fn play_without_browser(&self, document: u32) {
        if self.next_without_browser(document).is_none() {
            return;
        }
        let service = self.clone();
        self.set_player(document, async move {
            while let Some((party, delay)) = service.next_without_browser(document) {
                tokio::time::sleep(delay).await;
                // What is written may have changed meanwhile.
                if service.next_without_browser(document) != Some((party, delay)) {
                    continue;
                }
                match play(&service, document, party) {
                    Some(Ok(Action::Fail(_) | Action::Sign(_))) => {}
                    Some(Ok(Action::Decline | Action::Close)) | None => return,
                    Some(Err(error)) => {
                        tracing::warn!(%error, "what is written of a document cannot be done");
                        return;
                    }
                }
            }
        });
    }

    /// The party whose turn it is and the pause before it acts, if it needs no page.
    fn next_without_browser(&self, document: u32) -> Option<(usize, std::time::Duration)> {
        self.read(document, |document| {
            let Turn::Party(party) = document.turn() else {
                return None;
            };
            let fate = document.fate(party)?;
            fate.without_browser.then_some((party, fate.delay))
        })
        .flatten()
    }
}
