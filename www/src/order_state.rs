//! What an order's webhooks come to.

use serde::Serialize;

use crate::store::OrderWebhook;

/// Where an order stands, by its webhooks alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrderState {
    /// No webhook yet.
    New,
    /// The contract is before its signer.
    Signing,
    /// Everybody has signed.
    Confirmed,
    /// The signer has rejected it.
    Declined,
}

impl OrderState {
    /// What the webhooks of one order say, in whatever order those of a document
    /// came.
    ///
    /// Each token is for a document of its own, so a new try after a rejection is
    /// another document: the one heard of last counts. A completed one counts for
    /// ever. What is not as the guide has it counts for nothing: who knows what it means now?
    /// It is kept, and the log is warned of it.
    #[must_use]
    pub fn of(webhooks: &[OrderWebhook]) -> Self {
        // By when they were first heard of.
        let mut documents = Vec::new();
        let fit = || webhooks.iter().filter(|webhook| !webhook.is_unfit);
        for webhook in fit() {
            match webhook.event.as_str() {
                "document_completed" => return Self::Confirmed,
                "document_sent" | "signer_signed" | "signer_declined" => {}
                _ => continue,
            }
            if !documents.contains(&&webhook.doc_id) {
                documents.push(&webhook.doc_id);
            }
        }
        let Some(latest) = documents.pop() else {
            return Self::New;
        };
        let is_declined =
            fit().any(|webhook| webhook.doc_id == *latest && webhook.event == "signer_declined");
        if is_declined {
            Self::Declined
        } else {
            Self::Signing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_follows_the_webhooks() {
        const SENT: &str = "document_sent";
        const SIGNED: &str = "signer_signed";
        const DECLINED: &str = "signer_declined";
        const COMPLETED: &str = "document_completed";
        /// Events with their documents, and what they come to.
        type Row = (&'static [(&'static str, &'static str)], OrderState);
        let rows: [Row; 10] = [
            (&[], OrderState::New),
            (&[("document_archived", "A")], OrderState::New),
            (&[(SENT, "A")], OrderState::Signing),
            (&[(SENT, "A"), (SIGNED, "A")], OrderState::Signing),
            (&[(SENT, "A"), (DECLINED, "A")], OrderState::Declined),
            (&[(DECLINED, "A"), (SENT, "A")], OrderState::Declined),
            (
                &[(SENT, "A"), (DECLINED, "A"), (SENT, "B")],
                OrderState::Signing,
            ),
            (
                &[(SENT, "A"), (SENT, "B"), (DECLINED, "A")],
                OrderState::Signing,
            ),
            (
                &[
                    (SENT, "A"),
                    (SIGNED, "A"),
                    (COMPLETED, "A"),
                    ("document_archived", "A"),
                ],
                OrderState::Confirmed,
            ),
            (
                &[(COMPLETED, "A"), (SENT, "A"), (SENT, "B"), (DECLINED, "B")],
                OrderState::Confirmed,
            ),
        ];
        for (events, state) in rows {
            let mut webhooks: Vec<_> = events
                .iter()
                .map(|(event, doc_id)| OrderWebhook {
                    order_id: String::new(),
                    event: (*event).to_owned(),
                    is_unfit: false,
                    doc_id: Some((*doc_id).to_owned()),
                    received_at: 0,
                })
                .collect();
            assert_eq!(OrderState::of(&webhooks), state, "{events:?}");
            for webhook in &mut webhooks {
                webhook.is_unfit = true;
            }
            assert_eq!(OrderState::of(&webhooks), OrderState::New, "{events:?}");
        }
    }
}
