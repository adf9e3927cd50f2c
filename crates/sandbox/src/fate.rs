//! What becomes of a document, written beforehand: for integrators' tests.

use std::time::Duration;

use documentolog_protocol::{SignatureMethod, WindowMessage};
use serde::{Deserialize, Serialize};

use crate::faults::Fault;

/// The longest pause before a try.
const LONGEST_DELAY: Duration = Duration::from_secs(10 * 60);

/// The most tries that fail.
const MOST_FAILURES: u32 = 1000;

/// What a party does with a document when its turn comes.
///
/// The signing page acts by itself, in its frame, as the signer would: it posts the real
/// messages, and the webhooks follow. Or nobody opens a page at all
/// ([`without_browser`](Self::without_browser)).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fate {
    /// How it ends.
    pub outcome: Outcome,
    /// How many tries to sign fail before. (Whoever rejects or closes has tried, too.)
    pub failures: u32,
    /// How it signs; none is the first method that is offered.
    pub method: Option<SignatureMethod>,
    /// The pause before each try. In JSON `delay_milliseconds`.
    #[serde(rename = "delay_milliseconds", with = "crate::milliseconds")]
    pub delay: Duration,
    /// What is wrong with the party's signing page.
    pub fault: Option<Fault>,
    /// Whether it happens without any page, by itself: for tests of back ends.
    pub without_browser: bool,
}

/// How a fate ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The party signs.
    #[default]
    Sign,
    /// The party rejects the document.
    Decline,
    /// The party closes it without a decision.
    Close,
}

/// The fates of a document's parties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Script {
    /// The same for each.
    Every(Fate),
    /// One for each, in their order; who has none acts for themselves.
    Each(Vec<Fate>),
}

impl From<Fate> for Script {
    fn from(fate: Fate) -> Self {
        Self::Every(fate)
    }
}

impl From<Vec<Fate>> for Script {
    fn from(fates: Vec<Fate>) -> Self {
        Self::Each(fates)
    }
}

/// What a party does next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// A try to sign that fails.
    Fail(SignatureMethod),
    Sign(SignatureMethod),
    Decline,
    Close,
}

impl Action {
    /// What the page posts of it.
    pub(crate) fn message(&self) -> WindowMessage {
        match self {
            Self::Fail(method) | Self::Sign(method) => WindowMessage::Sign {
                success: matches!(self, Self::Sign(_)),
                method: Some(method.clone()),
            },
            Self::Decline | Self::Close => WindowMessage::UserClose,
        }
    }
}

impl Script {
    /// The fate of the party with this number.
    pub(crate) fn of(&self, party: usize) -> Option<&Fate> {
        match self {
            Self::Every(fate) => Some(fate),
            Self::Each(fates) => fates.get(party),
        }
    }

    /// Reads one fate, or a list of them, and checks it for a sandbox at this origin.
    pub(crate) fn read(value: serde_json::Value, origin: &str) -> Result<Self, String> {
        let script = if value.is_array() {
            serde_json::from_value(value).map(Self::Each)
        } else {
            serde_json::from_value(value).map(Self::Every)
        };
        let script = script.map_err(|error| error.to_string())?;
        script.check(origin)?;
        Ok(script)
    }

    /// Refuses what cannot come true in a sandbox at this origin.
    pub(crate) fn check(&self, origin: &str) -> Result<(), String> {
        let fates = match self {
            Self::Every(fate) => std::slice::from_ref(fate),
            Self::Each(fates) => fates.as_slice(),
        };
        for fate in fates {
            if fate.failures > MOST_FAILURES {
                return Err(format!("`failures` is at most {MOST_FAILURES}"));
            }
            if fate.delay > LONGEST_DELAY {
                let most = LONGEST_DELAY.as_millis();
                return Err(format!("`delay_milliseconds` is at most {most}"));
            }
            if let Some(fault) = fate.fault {
                fault.check(origin)?;
            }
            if fate.fault.is_some() && fate.without_browser {
                return Err(
                    "`fault` is of a page, and `without_browser` has none: choose one".to_owned(),
                );
            }
        }
        Ok(())
    }
}

impl Fate {
    /// What comes next, after so many tries that failed, if these methods are offered.
    pub(crate) fn action(&self, tries: u32, offered: &[SignatureMethod]) -> Action {
        let first = || offered.first().cloned().unwrap_or(SignatureMethod::Eds);
        let method = self.method.clone().unwrap_or_else(first);
        match self.outcome {
            _ if tries < self.failures => Action::Fail(method),
            Outcome::Sign => Action::Sign(method),
            Outcome::Decline => Action::Decline,
            Outcome::Close => Action::Close,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_fate_fails_before_it_comes_true() {
        let offered = [SignatureMethod::Sms, SignatureMethod::Eds];
        let fate = Fate {
            failures: 2,
            ..Fate::default()
        };
        let actions: Vec<_> = (0..3).map(|tries| fate.action(tries, &offered)).collect();
        let by = SignatureMethod::Sms;
        let expected = [
            Action::Fail(by.clone()),
            Action::Fail(by.clone()),
            Action::Sign(by),
        ];
        assert_eq!(actions, expected);
        for (outcome, action) in [
            (Outcome::Decline, Action::Decline),
            (Outcome::Close, Action::Close),
        ] {
            let fate = Fate {
                outcome,
                ..Fate::default()
            };
            assert_eq!(fate.action(0, &offered), action);
            assert_eq!(fate.action(0, &offered).message(), WindowMessage::UserClose);
        }
    }

    #[test]
    fn one_fate_is_everybodys_and_a_list_is_one_for_each() {
        let read = |body| Script::read(body, "http://127.0.0.1:4100");
        let every = read(json!({"outcome": "decline", "delay_milliseconds": 20})).unwrap();
        assert_eq!(every.of(7).unwrap().delay, Duration::from_millis(20));
        let each = read(json!([{"method": "sms"}, {"fault": {"name": "hang"}}])).unwrap();
        assert_eq!(each.of(0).unwrap().method, Some(SignatureMethod::Sms));
        assert_eq!(each.of(1).unwrap().fault, Some(Fault::Hang));
        assert_eq!(each.of(2), None);
        for script in [every, each] {
            let kept = serde_json::to_value(&script).unwrap();
            assert_eq!(read(kept).unwrap(), script);
        }
    }

    #[test]
    fn what_cannot_come_true_is_refused_with_the_reason() {
        for (body, part) in [
            (json!({"outcome": "sleep"}), "unknown variant"),
            (json!({"failure": 1}), "unknown field"),
            (json!({"failures": 1001}), "at most 1000"),
            (json!({"delay_milliseconds": 600_001}), "at most 600000"),
            (json!({"fault": {"name": "no-such"}}), "one of redirect"),
            (
                json!([{}, {"fault": {"name": "hang"}, "without_browser": true}]),
                "choose one",
            ),
            (
                json!({"fault": {"name": "redirect"}}),
                "listen on 127.0.0.1",
            ),
            (json!(7), "invalid type"),
        ] {
            let problem = Script::read(body.clone(), "http://[::1]:4100").unwrap_err();
            assert!(problem.contains(part), "{body}: {problem}");
        }
    }
}
