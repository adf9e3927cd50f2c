//! What the service would send by SMS or e-mail: it stays here, in a mailbox for each
//! recipient.

use std::{collections::BTreeSet, sync::Mutex};

use documentolog_protocol::{PersonalText, SensitiveUrl};
use serde::{Deserialize, Serialize};

use crate::{clock::Clock, document::Party, lock::lock, random::Random, texts::Language};

/// How a message goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// To a phone.
    Sms,
    /// To an e-mail address.
    Email,
}

/// A message that has been sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// How it went out.
    pub channel: Channel,
    /// The recipient's language at that time.
    pub language: Language,
    /// What it says.
    pub text: PersonalText,
    /// Where it leads, if it does.
    pub link: Option<SensitiveUrl>,
    /// When it was sent, in seconds since 1970.
    pub sent_at: u64,
}

/// One recipient's messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mailbox {
    /// 128 random bits: its address, without personal data.
    pub id: String,
    /// The recipient's name.
    pub name: PersonalText,
    /// The recipient's IIN, BIN, phone number or e-mail address, as the request has it.
    pub recipient: PersonalText,
    /// The language the recipient reads: that of the pages they opened last.
    pub language: Language,
    /// The messages, oldest first.
    pub messages: Vec<Message>,
}

/// Every recipient's messages.
#[derive(Debug)]
pub(crate) struct Mailboxes {
    clock: Clock,
    random: Random,
    /// The language of whoever has opened no page yet.
    language: Language,
    mailboxes: Mutex<Vec<Mailbox>>,
    /// The identifiers of those that have changed since they were last written.
    changed: Mutex<BTreeSet<String>>,
}

impl Mailboxes {
    pub(crate) fn new(clock: Clock, random: Random, language: Language) -> Self {
        Self {
            clock,
            random,
            language,
            mailboxes: Mutex::default(),
            changed: Mutex::default(),
        }
    }

    /// Takes in what was kept.
    pub(crate) fn load(&self, mailboxes: Vec<Mailbox>) {
        *lock(&self.mailboxes) = mailboxes;
    }

    /// Those that have changed since this was last asked.
    pub(crate) fn take_changed(&self) -> Vec<Mailbox> {
        let changed = std::mem::take(&mut *lock(&self.changed));
        let mailboxes = lock(&self.mailboxes);
        let is_changed = |mailbox: &&Mailbox| changed.contains(&mailbox.id);
        mailboxes.iter().filter(is_changed).cloned().collect()
    }

    /// Sends somebody a message, in their language: it is there when this returns.
    pub(crate) fn send(
        &self,
        to: &Party,
        channel: Channel,
        text: impl FnOnce(Language) -> String,
        link: Option<SensitiveUrl>,
    ) {
        self.with_mailbox_of(to, |mailbox| {
            mailbox.messages.push(Message {
                channel,
                language: mailbox.language,
                text: PersonalText::new(text(mailbox.language)),
                link,
                sent_at: self.clock.unix_seconds(),
            });
        });
    }

    /// Remembers which language somebody reads.
    pub(crate) fn learn_language(&self, of: &Party, language: Language) {
        self.with_mailbox_of(of, |mailbox| mailbox.language = language);
    }

    fn with_mailbox_of<T>(&self, party: &Party, change: impl FnOnce(&mut Mailbox) -> T) -> T {
        let mut mailboxes = lock(&self.mailboxes);
        let place = mailboxes
            .iter()
            .position(|mailbox| mailbox.recipient == party.identifier);
        let place = place.unwrap_or_else(|| {
            mailboxes.push(Mailbox {
                id: self.random.capability(),
                name: party.name.clone(),
                recipient: party.identifier.clone(),
                language: self.language,
                messages: Vec::new(),
            });
            mailboxes.len() - 1
        });
        lock(&self.changed).insert(mailboxes[place].id.clone());
        change(&mut mailboxes[place])
    }

    /// Every mailbox, in the order of their first messages.
    pub(crate) fn all(&self) -> Vec<Mailbox> {
        lock(&self.mailboxes).clone()
    }

    /// One mailbox.
    pub(crate) fn get(&self, id: &str) -> Option<Mailbox> {
        lock(&self.mailboxes)
            .iter()
            .find(|mailbox| mailbox.id == id)
            .cloned()
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        lock(&self.mailboxes).clear();
        lock(&self.changed).clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Role;

    #[test]
    fn everybody_has_one_mailbox_with_an_address_that_says_nothing() {
        let clock = Clock::default();
        clock.stop(true);
        let mailboxes = Mailboxes::new(clock.clone(), Random::new(Some(1)).unwrap(), Language::Ru);
        let person = |identifier: &str| Party {
            role: Role::Recipient,
            name: PersonalText::new("Асқар"),
            identifier: PersonalText::new(identifier),
            phone: None,
            methods: Vec::new(),
            signature: None,
            link_capability: String::new(),
            invited_at: None,
            has_closed: false,
            has_viewed: false,
        };
        mailboxes.send(
            &person("791028302728"),
            Channel::Sms,
            |language| format!("1 {}", language.tag()),
            None,
        );
        mailboxes.send(&person("a@b.kz"), Channel::Email, |_| "2".to_owned(), None);
        mailboxes.learn_language(&person("791028302728"), Language::Kk);
        let link = Some(SensitiveUrl::new("http://x"));
        mailboxes.send(
            &person("791028302728"),
            Channel::Sms,
            |language| format!("3 {}", language.tag()),
            link.clone(),
        );
        let all = mailboxes.all();
        assert_eq!(all.len(), 2);
        let texts: Vec<_> = all[0]
            .messages
            .iter()
            .map(|message| message.text.expose())
            .collect();
        assert_eq!(texts, ["1 ru", "3 kk"]);
        assert_eq!(all[0].messages[1].link, link);
        assert_eq!(all[0].messages[1].sent_at, clock.unix_seconds());
        assert!(!all[0].id.contains("791028") && all[0].id != all[1].id);
        assert_eq!(mailboxes.get(&all[1].id).as_ref(), Some(&all[1]));
        assert_eq!(mailboxes.get("791028302728"), None);
        let printed = format!("{mailboxes:?}");
        assert!(
            !printed.contains("791028302728") && !printed.contains("http://x"),
            "{printed}"
        );
    }
}
