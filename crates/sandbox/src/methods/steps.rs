//! Steps that a signer takes elsewhere: on the phone, at Adobe. Each has a capability of
//! its own for its address, since an access token may sign in any way.

use std::{collections::HashMap, sync::Mutex, time::Duration};

use documentolog_protocol::AccessToken;
use tokio::sync::watch;

use crate::{access::Access, clock::Clock, lock::lock, random::Random, texts::Language};

/// How long a step can be taken.
pub(crate) const LIFETIME: Duration = Duration::from_secs(5 * 60);

/// A step.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// Whose.
    pub(super) access: Access,
    /// The token of the signing page that it was begun on, which goes on there.
    pub(super) token: AccessToken,
    /// The language of that page.
    pub(super) language: Language,
    /// Whether it is to fail, for tests and demonstrations.
    pub(super) fails: bool,
    pub(super) state: StepState,
    expires_at: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StepState {
    Waiting,
    /// It has ended: in a signature, or not.
    Ended {
        success: bool,
    },
    Expired,
}

/// Every step that is being taken.
#[derive(Debug)]
pub(crate) struct Steps {
    clock: Clock,
    random: Random,
    steps: Mutex<HashMap<String, Step>>,
    changes: watch::Sender<()>,
}

impl Steps {
    pub(crate) fn new(clock: Clock, random: Random) -> Self {
        Self {
            clock,
            random,
            steps: Mutex::default(),
            changes: watch::Sender::new(()),
        }
    }

    /// Begins one, and gives its capability.
    pub(super) fn begin(
        &self,
        access: Access,
        token: AccessToken,
        language: Language,
        fails: bool,
    ) -> String {
        let now = self.clock.unix_seconds();
        let capability = self.random.capability();
        let step = Step {
            access,
            token,
            language,
            fails,
            state: StepState::Waiting,
            expires_at: now.saturating_add(LIFETIME.as_secs()),
        };
        let mut steps = lock(&self.steps);
        // One that nobody has come back to by now is not asked for any more.
        steps.retain(|_, step| step.expires_at.saturating_add(LIFETIME.as_secs()) > now);
        steps.insert(capability.clone(), step);
        capability
    }

    pub(super) fn get(&self, capability: &str) -> Option<Step> {
        let mut step = lock(&self.steps).get(capability).cloned()?;
        if step.state == StepState::Waiting && step.expires_at <= self.clock.unix_seconds() {
            step.state = StepState::Expired;
        }
        Some(step)
    }

    /// Ends a step that waits.
    pub(super) fn end(&self, capability: &str, success: bool) {
        if let Some(step) = lock(&self.steps).get_mut(capability) {
            step.state = StepState::Ended { success };
        }
        self.changes.send_replace(());
    }

    /// Forgets a step.
    pub(super) fn forget(&self, capability: &str) {
        lock(&self.steps).remove(capability);
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        lock(&self.steps).clear();
        self.changes.send_replace(());
    }

    /// Waits for a step's end, but not for ever.
    pub(super) async fn wait(&self, capability: &str, at_most: Duration) -> Option<Step> {
        // The clock can be moved meanwhile: looked at every second.
        const LOOK: Duration = Duration::from_secs(1);
        let mut changes = self.changes.subscribe();
        let until = tokio::time::Instant::now() + at_most;
        loop {
            changes.mark_unchanged();
            let step = self.get(capability)?;
            let left = until.saturating_duration_since(tokio::time::Instant::now());
            if step.state != StepState::Waiting || left.is_zero() {
                return Some(step);
            }
            let _ = tokio::time::timeout(LOOK.min(left), changes.changed()).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps() -> (Steps, Clock, String) {
        let clock = Clock::default();
        let steps = Steps::new(clock.clone(), Random::new(Some(1)).unwrap());
        let access = Access {
            document: 7,
            party: 0,
        };
        let token = AccessToken::new("token").unwrap();
        let capability = steps.begin(access, token, Language::Kk, false);
        (steps, clock, capability)
    }

    #[tokio::test]
    async fn whoever_waits_learns_of_the_end() {
        let (steps, _, capability) = steps();
        let long = Duration::from_secs(60);
        let (step, ()) = tokio::join!(steps.wait(&capability, long), async {
            tokio::task::yield_now().await;
            steps.end(&capability, true);
        });
        assert_eq!(step.unwrap().state, StepState::Ended { success: true });
        assert!(steps.wait("another", long).await.is_none());
    }

    #[tokio::test]
    async fn nobody_waits_for_ever_and_steps_expire() {
        let (steps, clock, capability) = steps();
        let step = steps.wait(&capability, Duration::from_millis(10)).await;
        assert_eq!(step.unwrap().state, StepState::Waiting);
        clock.advance(LIFETIME);
        let step = steps.wait(&capability, Duration::from_secs(60)).await;
        assert_eq!(step.unwrap().state, StepState::Expired);
        clock.advance(LIFETIME);
        assert!(steps.get(&capability).is_some(), "until another begins");
        let token = AccessToken::new("token").unwrap();
        let access = Access {
            document: 8,
            party: 0,
        };
        steps.begin(access, token, Language::Ru, false);
        assert!(steps.get(&capability).is_none(), "it is kept for ever");
    }
}
