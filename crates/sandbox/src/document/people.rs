//! Who signs a document, and who views it.

use documentolog_protocol::{
    Checked, PersonalText, SignatureMethod, SmsRecipient, TokenRequest,
    identifiers::{Iin, Recipient},
};
use serde::{Deserialize, Serialize};

use super::{LINK_LIFETIME, Signature};
use crate::mailbox::Channel;

/// The name given to a signer of whom the request says none; the guide's own.
pub(crate) const NAMELESS: &str = "Сейтқали Нұрлан";

/// What somebody is to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Role {
    /// Sends it, and signs first if at all.
    Sender,
    /// Receives it to sign.
    Recipient,
    /// Receives it to view only.
    Viewer,
}

/// Somebody whom a document concerns.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Party {
    pub(crate) role: Role,
    pub(crate) name: PersonalText,
    /// IIN or another identifier, as the request has it.
    pub(crate) identifier: PersonalText,
    /// The number to which codes go, if the request says it.
    pub(crate) phone: Option<PersonalText>,
    pub(crate) methods: Vec<SignatureMethod>,
    pub(crate) signature: Option<Signature>,
    /// What opens their link.
    pub(crate) link_capability: String,
    /// When their link was sent to them, in seconds since 1970.
    pub(crate) invited_at: Option<u64>,
    pub(crate) has_closed: bool,
    pub(crate) has_viewed: bool,
}

impl Party {
    /// Whether their link was sent to them too long ago.
    pub(crate) fn link_has_expired(&self, now: u64) -> bool {
        self.link_expires_at().is_some_and(|until| until <= now)
    }

    /// When their link expires, in seconds since 1970; none if they have none.
    pub(crate) fn link_expires_at(&self) -> Option<u64> {
        Some(self.invited_at?.saturating_add(LINK_LIFETIME))
    }

    /// The last two digits of the phone number: enough for its owner to know it.
    pub(crate) fn phone_ending(&self) -> Option<&str> {
        let phone = self.phone.as_ref()?.expose();
        phone.get(phone.len().checked_sub(2)?..)
    }

    /// How they are reached: by e-mail where that is what is known of them, else by SMS,
    /// to the number that the request gives or the service knows.
    pub(crate) fn channel(&self) -> Channel {
        if self.identifier.expose().contains('@') {
            Channel::Email
        } else {
            Channel::Sms
        }
    }
}

pub(super) struct People {
    pub(super) sender: Party,
    pub(super) parties: Vec<Party>,
    pub(super) viewers: Vec<Party>,
}

/// Who signs, in order: the sender if there are methods for it, then each recipient if
/// recipients sign. Who views: each recipient if they do not.
pub(super) fn of(request: &TokenRequest, new_capability: impl Fn() -> String) -> People {
    let person = |role, identifier: String, told: Option<&SmsRecipient>, methods: &[_]| Party {
        role,
        name: name_of(told),
        phone: phone_of(&identifier, told),
        identifier: PersonalText::new(identifier),
        methods: methods.to_vec(),
        signature: None,
        link_capability: new_capability(),
        invited_at: None,
        has_closed: false,
        has_viewed: false,
    };
    let identifier = request.sender.as_ref().map(text_of).unwrap_or_default();
    let told = told_of(request, &identifier);
    let methods = &request.sender_signature_methods;
    let sender = person(Role::Sender, identifier, told, methods);
    let mut parties = Vec::new();
    if !sender.methods.is_empty() {
        parties.push(sender.clone());
    }
    let mut viewers = Vec::new();
    if request.send_to_recipient {
        let (role, methods) = match request.recipient_signature_methods.as_slice() {
            _ if !request.recipient_signature_required => (Role::Viewer, [].as_slice()),
            [] => (Role::Recipient, SignatureMethod::KNOWN.as_slice()),
            named => (Role::Recipient, named),
        };
        let recipients = request.recipients.iter().enumerate();
        let recipients = recipients.map(|(place, recipient)| {
            let identifier = text_of(recipient);
            let told = told_of(request, &identifier)
                .or_else(|| told_in_place(request, &identifier, place));
            person(role, identifier, told, methods)
        });
        if role == Role::Viewer {
            viewers.extend(recipients);
        } else {
            parties.extend(recipients);
        }
    }
    People {
        sender,
        parties,
        viewers,
    }
}

fn text_of(value: &Checked<Recipient>) -> String {
    match value {
        Checked::Valid(recipient) => recipient.to_wire(),
        Checked::Unrecognized(text) => text.expose().to_owned(),
    }
}

fn name_of(told: Option<&SmsRecipient>) -> PersonalText {
    told.map_or_else(
        || PersonalText::new(NAMELESS),
        |person| person.full_name.clone(),
    )
}

/// Somebody's own number, or the one that the request tells of them.
fn phone_of(identifier: &str, told: Option<&SmsRecipient>) -> Option<PersonalText> {
    let phone = match identifier.parse() {
        Ok(Recipient::Phone(phone)) => phone,
        _ => told?.phone.valid()?.clone(),
    };
    Some(PersonalText::new(phone.to_wire()))
}

/// What the request tells of whoever has an IIN or a phone number.
fn told_of<'a>(request: &'a TokenRequest, identifier: &str) -> Option<&'a SmsRecipient> {
    let is_iin = |iin: &Iin| iin.to_wire() == identifier;
    request.sms_recipients.iter().find(|person| {
        let iin = person.iin.as_ref().and_then(Checked::valid);
        iin.is_some_and(is_iin) || has_phone(person, identifier)
    })
}

/// What the request tells in a recipient's place: the guide's own sample leaves `iin` empty,
/// so that nothing but the order says whose phone it is. Not of a recipient whose phone is
/// another, and not what is told of another recipient by their phone.
fn told_in_place<'a>(
    request: &'a TokenRequest,
    identifier: &str,
    place: usize,
) -> Option<&'a SmsRecipient> {
    let person = request.sms_recipients.get(place)?;
    let is_another = matches!(identifier.parse(), Ok(Recipient::Phone(_)))
        || request
            .recipients
            .iter()
            .any(|recipient| has_phone(person, &text_of(recipient)));
    (person.iin.is_none() && !is_another).then_some(person)
}

fn has_phone(person: &SmsRecipient, identifier: &str) -> bool {
    let phone = person.phone.valid();
    phone.is_some_and(|phone| phone.to_wire() == identifier)
}
