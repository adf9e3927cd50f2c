//! A document's life, as pure values: who may do what, and what follows. No HTTP, no
//! clock of its own: whoever asks says what time it is.

mod people;
mod status;
#[cfg(test)]
mod tests;

use documentolog_protocol::{SensitiveUrl, SignatureMethod, TokenRequest};
use serde::{Deserialize, Serialize};

pub(crate) use people::{NAMELESS, Party, Role};
pub(crate) use status::PartyStatus;
pub use status::{Status, Turn};

use crate::fate::{Action, Fate, Script};

/// How long a recipient's link is active (guide, process description), in seconds.
pub(crate) const LINK_LIFETIME: u64 = 30 * 24 * 60 * 60;

/// A file to sign.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Attachment {
    pub(crate) id: u32,
    pub(crate) name: String,
    pub(crate) content_type: String,
    #[serde(skip)]
    pub(crate) bytes: Vec<u8>,
}

/// That somebody signed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Signature {
    pub(crate) method: SignatureMethod,
    /// Seconds since 1970.
    pub(crate) signed_at: u64,
    /// What the signer's own program signed, as CMS SignedData without content: one for
    /// each attachment, in order. Empty where the service signs for the signer.
    #[serde(default)]
    pub(crate) signed_data: Vec<Vec<u8>>,
}

/// A document and what has happened to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Document {
    /// Its number in addresses, such as the guide's `1234`.
    pub(crate) id: u32,
    /// Its identifier in webhooks, such as the guide's `KZ…`.
    pub(crate) doc_id: String,
    /// What opens its files.
    pub(crate) capability: String,
    /// What opens the sender's page.
    pub(crate) sender_capability: String,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) webhook_url: Option<SensitiveUrl>,
    /// Who is told what becomes of it.
    pub(crate) sender: Party,
    /// Who signs, in order.
    pub(crate) parties: Vec<Party>,
    /// Who only views it, once it is signed.
    pub(crate) viewers: Vec<Party>,
    /// The party that has rejected it.
    declined_by: Option<usize>,
    /// What becomes of it, if that is written beforehand.
    pub(crate) script: Option<Script>,
    /// How many tries of the party whose turn it is have failed as written.
    failed_tries: u32,
}

/// Something that happened, for webhooks and messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Occurrence {
    Sent,
    /// It is this person's turn: their link is sent to them.
    Invited {
        person: usize,
    },
    /// They are reminded of their link.
    Reminded {
        person: usize,
    },
    Signed {
        party: usize,
    },
    Declined {
        party: usize,
    },
    Completed,
}

/// Why an action is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ActionError {
    #[error("this party has signed already")]
    AlreadySigned,
    #[error("the document has been rejected")]
    Declined,
    #[error("it is another party's turn")]
    NotYet,
    #[error("the link of this party has expired")]
    Expired,
    #[error("this method is not among those of the request")]
    MethodNotOffered,
    #[error("nothing is written of this party")]
    NothingWritten,
    #[error("nobody is to be reminded: the document waits for no recipient")]
    NobodyToRemind,
}

impl Document {
    /// A new document, still without its files, and what follows from sending it. `None`
    /// if the request names nobody who signs or views.
    pub(crate) fn new(
        id: u32,
        new_capability: impl Fn() -> String,
        request: &TokenRequest,
        now: u64,
    ) -> Option<(Self, Vec<Occurrence>)> {
        let (capability, sender_capability) = (new_capability(), new_capability());
        let people = people::of(request, new_capability);
        let mut document = Self {
            id,
            doc_id: format!("KZ{id:024}"),
            capability,
            sender_capability,
            attachments: Vec::new(),
            webhook_url: request.webhook_url.clone(),
            sender: people.sender,
            parties: people.parties,
            viewers: people.viewers,
            declined_by: None,
            script: None,
            failed_tries: 0,
        };
        document.person(0)?;
        let mut occurrences = vec![Occurrence::Sent];
        if document.parties.is_empty() {
            occurrences.push(Occurrence::Completed);
        }
        document.invite_next(now, &mut occurrences);
        Some((document, occurrences))
    }

    /// A party, or beyond the last of them a viewer: the numbers that tokens hold.
    pub(crate) fn person(&self, number: usize) -> Option<&Party> {
        self.parties.iter().chain(&self.viewers).nth(number)
    }

    /// Everybody, in the order of their numbers.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Party> {
        self.parties.iter().chain(&self.viewers)
    }

    pub(crate) fn sign(
        &mut self,
        party: usize,
        signature: Signature,
    ) -> Result<Vec<Occurrence>, ActionError> {
        let now = signature.signed_at;
        self.may_sign(party, &signature.method, now)?;
        let signer = &mut self.parties[party];
        signer.signature = Some(signature);
        self.failed_tries = 0;
        let mut occurrences = vec![Occurrence::Signed { party }];
        if self.signed_count() == self.parties.len() {
            occurrences.push(Occurrence::Completed);
        }
        self.invite_next(now, &mut occurrences);
        Ok(occurrences)
    }

    /// Whether a party may sign in this way now.
    pub(crate) fn may_sign(
        &self,
        party: usize,
        method: &SignatureMethod,
        now: u64,
    ) -> Result<(), ActionError> {
        self.may_act(party, now)?;
        if self.parties[party].methods.contains(method) {
            Ok(())
        } else {
            Err(ActionError::MethodNotOffered)
        }
    }

    pub(crate) fn decline(
        &mut self,
        party: usize,
        now: u64,
    ) -> Result<Vec<Occurrence>, ActionError> {
        self.may_act(party, now)?;
        self.declined_by = Some(party);
        Ok(vec![Occurrence::Declined { party }])
    }

    /// How many recipients may sign by SMS, while the request gives no number for the code.
    pub(crate) fn recipients_without_phone(&self) -> usize {
        let is_one = |party: &&Party| {
            party.role == Role::Recipient
                && party.phone.is_none()
                && party.methods.contains(&SignatureMethod::Sms)
        };
        self.parties.iter().filter(is_one).count()
    }

    /// Somebody closes the document without a decision: their link stays.
    pub(crate) fn close(&mut self, party: usize, now: u64) -> Result<Vec<Occurrence>, ActionError> {
        if self.may_act(party, now).is_ok() {
            self.parties[party].has_closed = true;
        }
        Ok(Vec::new())
    }

    /// Somebody has the document before their eyes.
    pub(crate) fn view(&mut self, number: usize) {
        let parties = self.parties.len();
        if let Some(viewer) = number
            .checked_sub(parties)
            .and_then(|place| self.viewers.get_mut(place))
        {
            viewer.has_viewed = true;
        }
    }

    /// Writes what becomes of it from now on, or leaves it to people.
    pub(crate) fn set_script(&mut self, script: Option<Script>) {
        self.script = script;
        self.failed_tries = 0;
    }

    /// What is written of a party.
    pub(crate) fn fate(&self, party: usize) -> Option<&Fate> {
        self.script.as_ref()?.of(party)
    }

    /// Does what is written of a party next.
    pub(crate) fn play(
        &mut self,
        party: usize,
        now: u64,
    ) -> Result<(Action, Vec<Occurrence>), ActionError> {
        self.may_act(party, now)?;
        let fate = self.fate(party).ok_or(ActionError::NothingWritten)?;
        let action = fate.action(self.failed_tries, &self.parties[party].methods);
        let occurrences = match &action {
            Action::Fail(_) => {
                self.failed_tries += 1;
                Vec::new()
            }
            Action::Sign(method) => self.sign(
                party,
                Signature {
                    method: method.clone(),
                    signed_at: now,
                    signed_data: Vec::new(),
                },
            )?,
            Action::Decline => self.decline(party, now)?,
            Action::Close => self.close(party, now)?,
        };
        Ok((action, occurrences))
    }

    /// Reminds the recipient whose turn it is. An expired link is active again for as long
    /// as a new one.
    pub(crate) fn remind(&mut self, now: u64) -> Result<Vec<Occurrence>, ActionError> {
        let Some(person) = self.to_remind() else {
            return Err(ActionError::NobodyToRemind);
        };
        let party = &mut self.parties[person];
        if party.link_has_expired(now) {
            party.invited_at = Some(now);
        }
        Ok(vec![Occurrence::Reminded { person }])
    }

    /// The recipient who can be reminded.
    pub(crate) fn to_remind(&self) -> Option<usize> {
        match self.turn() {
            Turn::Party(turn) if self.parties[turn].role == Role::Recipient => Some(turn),
            _ => None,
        }
    }

    /// Whoever's turn has come gets their link: the next recipient, or once all have
    /// signed, everybody who views.
    fn invite_next(&mut self, now: u64, occurrences: &mut Vec<Occurrence>) {
        let first_viewer = self.parties.len();
        let numbers = match self.turn() {
            Turn::Party(turn) if self.parties[turn].role == Role::Sender => 0..0,
            Turn::Party(turn) => turn..turn + 1,
            Turn::Nobody => first_viewer..first_viewer + self.viewers.len(),
        };
        for person in numbers {
            if let Some(invited) = self.parties.iter_mut().chain(&mut self.viewers).nth(person) {
                invited.invited_at = Some(now);
                occurrences.push(Occurrence::Invited { person });
            }
        }
    }

    fn may_act(&self, party: usize, now: u64) -> Result<(), ActionError> {
        if self.declined_by.is_some() {
            return Err(ActionError::Declined);
        }
        match (self.parties.get(party), self.turn()) {
            (Some(signer), _) if signer.signature.is_some() => Err(ActionError::AlreadySigned),
            (Some(signer), Turn::Party(turn)) if turn == party => {
                if signer.link_has_expired(now) {
                    Err(ActionError::Expired)
                } else {
                    Ok(())
                }
            }
            _ => Err(ActionError::NotYet),
        }
    }
}
