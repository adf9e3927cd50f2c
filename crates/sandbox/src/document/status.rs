//! Where a document stands, and each person with it: by what has happened, and by the time.

use serde::{Deserialize, Serialize};

use super::{Document, Role};

/// Where a document stands (guide, process description).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nobody has signed yet.
    InProgress,
    /// Some have signed, not all.
    Signing,
    /// Everybody has signed.
    Completed,
    /// Somebody has rejected it.
    Declined,
    /// The party whose turn it is has closed it without a decision, or let its link
    /// expire. It can still be reminded.
    NotSigned,
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The party with this number, from 0.
    Party(usize),
    /// Nobody's: the document is completed or declined.
    Nobody,
}

/// Where one person stands with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PartyStatus {
    /// It is not their turn yet.
    Waiting,
    ToSign,
    Signed,
    Declined,
    /// They have closed the document without a decision.
    Closed,
    /// Their link has expired.
    Expired,
    /// They may view it, and have not yet.
    ToView,
    Viewed,
}

impl Document {
    /// Where it stands.
    pub(crate) fn status(&self, now: u64) -> Status {
        let signed = self.signed_count();
        let is_left = || {
            let statuses = [PartyStatus::Closed, PartyStatus::Expired];
            matches!(self.turn(), Turn::Party(turn) if statuses.contains(&self.party_status(turn, now)))
        };
        match signed {
            _ if self.declined_by.is_some() => Status::Declined,
            all if all == self.parties.len() => Status::Completed,
            _ if is_left() => Status::NotSigned,
            0 => Status::InProgress,
            _ => Status::Signing,
        }
    }

    /// Whose turn it is.
    pub(crate) fn turn(&self) -> Turn {
        if self.declined_by.is_some() {
            return Turn::Nobody;
        }
        self.parties
            .iter()
            .position(|party| party.signature.is_none())
            .map_or(Turn::Nobody, Turn::Party)
    }

    /// Where somebody stands.
    pub(crate) fn party_status(&self, number: usize, now: u64) -> PartyStatus {
        let Some(person) = self.person(number) else {
            return PartyStatus::Waiting;
        };
        match self.turn() {
            _ if person.signature.is_some() => PartyStatus::Signed,
            _ if self.declined_by == Some(number) => PartyStatus::Declined,
            _ if person.link_has_expired(now) => PartyStatus::Expired,
            _ if person.role == Role::Viewer => match person.invited_at {
                None => PartyStatus::Waiting,
                Some(_) if person.has_viewed => PartyStatus::Viewed,
                Some(_) => PartyStatus::ToView,
            },
            Turn::Party(turn) if turn == number && person.has_closed => PartyStatus::Closed,
            Turn::Party(turn) if turn == number => PartyStatus::ToSign,
            _ => PartyStatus::Waiting,
        }
    }

    /// How many have signed.
    pub(super) fn signed_count(&self) -> usize {
        self.parties
            .iter()
            .filter(|party| party.signature.is_some())
            .count()
    }
}
