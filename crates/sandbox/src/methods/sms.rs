//! SMS: a code in the signer's inbox, entered on the signing page.

use std::{collections::HashMap, sync::Mutex, time::Duration};

use axum::{Json, extract::State, http::HeaderMap};
use documentolog_protocol::SignatureMethod;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Progress, may_begin, sign};
use crate::{
    access::Access,
    constant_time::is_equal,
    lock::lock,
    mailbox::Channel,
    refusal::Refusal,
    signing_page::{Authorized, authorize},
    state::Service,
    texts::Language,
};

/// How long a code can be entered.
const LIFETIME: Duration = Duration::from_secs(5 * 60);
/// How long a signer waits for another code.
const PAUSE: Duration = Duration::from_secs(60);
/// How often a code can be entered wrongly.
const TRIES: u32 = 3;

/// The codes that were sent, at most one for each signer of a document.
#[derive(Debug, Default)]
pub(crate) struct Codes {
    sent: Mutex<HashMap<Access, Code>>,
}

struct Code {
    digits: String,
    sent_at: u64,
    tries_left: u32,
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(…)")
    }
}

impl Code {
    /// Whether it can still be entered.
    fn is_valid(&self, now: u64) -> bool {
        self.tries_left > 0 && now < self.sent_at.saturating_add(LIFETIME.as_secs())
    }

    /// In how many seconds another can be sent.
    fn pause_left(&self, now: u64) -> u64 {
        let end = self.sent_at.saturating_add(PAUSE.as_secs());
        // A clock that was set back does not keep a signer waiting for longer.
        end.saturating_sub(now).min(PAUSE.as_secs())
    }
}

/// What an entered code leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entered {
    Right,
    Wrong { tries_left: u32 },
    Expired,
}

impl Codes {
    /// Sends a code if there is none that is valid, or another is wanted and the pause
    /// is over. Says the digits to send, if so, and the seconds until the next one.
    fn send(
        &self,
        who: Access,
        is_another_wanted: bool,
        now: u64,
        digits: String,
    ) -> (Option<String>, u64) {
        let mut sent = lock(&self.sent);
        // Those of signers who have gone.
        sent.retain(|_, code| code.is_valid(now) || code.pause_left(now) > 0);
        if let Some(code) = sent.get(&who) {
            let has_valid = code.is_valid(now);
            let left = code.pause_left(now);
            if left > 0 || has_valid && !is_another_wanted {
                return (None, left);
            }
        }
        let code = Code {
            digits: digits.clone(),
            sent_at: now,
            tries_left: TRIES,
        };
        sent.insert(who, code);
        (Some(digits), PAUSE.as_secs())
    }

    fn is_valid(&self, who: Access, now: u64) -> bool {
        lock(&self.sent)
            .get(&who)
            .is_some_and(|code| code.is_valid(now))
    }

    fn enter(&self, who: Access, digits: &str, now: u64) -> Entered {
        let mut sent = lock(&self.sent);
        let Some(code) = sent.get_mut(&who).filter(|code| code.is_valid(now)) else {
            return Entered::Expired;
        };
        if is_equal(digits, &code.digits) {
            // It is used up, while the pause before the next goes on.
            code.tries_left = 0;
            return Entered::Right;
        }
        code.tries_left -= 1;
        Entered::Wrong {
            tries_left: code.tries_left,
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        lock(&self.sent).clear();
    }
}

#[derive(Deserialize)]
pub(super) struct StartBody {
    lang: Option<String>,
    /// Whether another code is wanted.
    #[serde(default)]
    again: bool,
}

/// `POST /external/sign/embedded/sms/start`: sends a code, unless one is on its way.
pub(super) async fn start(
    State(service): State<Service>,
    headers: HeaderMap,
    Json(body): Json<StartBody>,
) -> Result<Json<Value>, Refusal> {
    let Authorized { access, .. } = authorize(&service, &headers)?;
    may_begin(&service, access, &SignatureMethod::Sms)?;
    let now = service.clock.unix_seconds();
    let digits = format!("{:06}", service.random.number() % 1_000_000);
    let (to_send, again_in) = service.codes.send(access, body.again, now, digits);
    let ending = service.read(access.document, |document| {
        let party = document.parties.get(access.party)?;
        if let Some(lang) = &body.lang {
            let language = Language::choose(Some(lang), &headers);
            service.mailboxes.learn_language(party, language);
        }
        if let Some(digits) = to_send {
            let text = |language: Language| {
                let text = language.step_texts().sms;
                text.replace("{code}", &digits)
                    .replace("{doc}", &document.doc_id)
            };
            service.mailboxes.send(party, Channel::Sms, text, None);
        }
        party.phone_ending().map(str::to_owned)
    });
    Ok(Json(json!({
        "is_valid": service.codes.is_valid(access, now),
        "phone_ending": ending.flatten(),
        "again_in": again_in,
    })))
}

#[derive(Deserialize)]
pub(super) struct ConfirmBody {
    code: String,
    #[serde(default)]
    fail: bool,
}

/// `POST /external/sign/embedded/sms/confirm`
pub(super) async fn confirm(
    State(service): State<Service>,
    headers: HeaderMap,
    Json(body): Json<ConfirmBody>,
) -> Result<Json<Progress>, Refusal> {
    let Authorized { access, .. } = authorize(&service, &headers)?;
    may_begin(&service, access, &SignatureMethod::Sms)?;
    let now = service.clock.unix_seconds();
    Ok(match service.codes.enter(access, body.code.trim(), now) {
        Entered::Expired => Json(Progress::Expired),
        Entered::Wrong { tries_left: 0 } => Progress::done(SignatureMethod::Sms, false),
        Entered::Wrong { tries_left } => Json(Progress::WrongCode { tries_left }),
        Entered::Right if body.fail => Progress::done(SignatureMethod::Sms, false),
        Entered::Right => {
            sign(&service, access, SignatureMethod::Sms)?;
            Progress::done(SignatureMethod::Sms, true)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHO: Access = Access {
        document: 7,
        party: 0,
    };

    #[test]
    fn a_code_is_sent_once_and_again_after_the_pause() {
        let codes = Codes::default();
        let send = |again, now: u64| codes.send(WHO, again, now, now.to_string());
        assert_eq!(send(false, 100), (Some("100".to_owned()), 60));
        assert_eq!(send(false, 130), (None, 30));
        assert_eq!(send(true, 130), (None, 30), "too soon");
        assert_eq!(send(false, 200), (None, 0), "it is still valid");
        assert_eq!(send(true, 200), (Some("200".to_owned()), 60));
        assert_eq!(
            codes.enter(WHO, "100", 201),
            Entered::Wrong { tries_left: 2 }
        );
        assert_eq!(codes.enter(WHO, "200", 201), Entered::Right);
        assert_eq!(codes.enter(WHO, "200", 201), Entered::Expired, "used up");
    }

    #[test]
    fn three_wrong_tries_end_a_code_and_so_does_time() {
        let codes = Codes::default();
        codes.send(WHO, false, 0, "123456".to_owned());
        for tries_left in [2, 1, 0] {
            assert_eq!(codes.enter(WHO, "000000", 1), Entered::Wrong { tries_left });
        }
        assert_eq!(codes.enter(WHO, "123456", 1), Entered::Expired);
        assert_eq!(codes.send(WHO, false, 1, "1".to_owned()), (None, 59));
        assert!(!codes.is_valid(WHO, 1));
        assert_eq!(
            codes.send(WHO, false, 60, "654321".to_owned()).0.as_deref(),
            Some("654321")
        );
        assert_eq!(codes.enter(WHO, "654321", 60 + 299), Entered::Right);
        codes.send(WHO, false, 1000, "111111".to_owned());
        assert_eq!(codes.enter(WHO, "111111", 1300), Entered::Expired);
        let other = Access {
            document: 8,
            party: 0,
        };
        assert_eq!(codes.enter(other, "111111", 1000), Entered::Expired);
    }
}
