//! The life of one signature, as a pure state machine: inputs in, effects out.
//!
//! It reads no clock and touches no page. Whoever drives it does what the
//! effects say, in their order, and tells it what happened.

use alloc::vec::Vec;

use documentolog_protocol::{AccessToken, WindowMessage};

use crate::{
    error::{Error, ErrorCode},
    event::{ClosedBy, Outcome, Phase, Progress},
    timeouts::{FAREWELL, SLOW},
    view::View,
};

mod exchange;

pub use exchange::{Effect, Input, Settings, Timer};

/// One signature's life.
#[derive(Debug, Default)]
pub struct Session {
    state: State,
    settings: Settings,
    /// The timer that runs. Any other's end is stale.
    timer: Option<Timer>,
    /// The number of the last token request.
    requests: u32,
    /// The last token, for a tab, and for a frame that is lost.
    token: Option<AccessToken>,
    /// How many frames have been lost since one showed life, or the signer tried again.
    losses: u8,
}

/// How many frames may be lost one after the other. A service that sends its frame away each time
/// it comes would go on for ever.
const MOST_LOSSES: u8 = 10;

#[derive(Clone, Debug, Default)]
enum State {
    #[default]
    Idle,
    RequestingToken,
    Loading,
    /// `is_alive` when it has posted or been used: a load alone says little.
    Ready {
        is_alive: bool,
    },
    Stalled {
        code: ErrorCode,
        /// Whether there is a frame that may still come round.
        has_frame: bool,
    },
    Confirming {
        claim: Outcome,
        is_confirmed: bool,
    },
    Ended,
}

impl Session {
    /// A session that has not begun.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            ..Self::default()
        }
    }

    /// What the session is doing.
    #[must_use]
    pub fn phase(&self) -> Phase {
        match self.state {
            State::Idle => Phase::Idle,
            State::RequestingToken => Phase::RequestingToken,
            State::Loading => Phase::Loading,
            State::Ready { .. } => Phase::Ready,
            State::Stalled { .. } => Phase::Stalled,
            State::Confirming { .. } => Phase::Confirming,
            State::Ended => Phase::Ended,
        }
    }

    /// Takes an input and says what to do. What is late, early or said twice
    /// changes nothing.
    #[must_use = "the effects are what happens"]
    pub fn handle(&mut self, input: Input) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.react(input, &mut effects);
        effects
    }

    fn react(&mut self, input: Input, effects: &mut Vec<Effect>) {
        if matches!(self.state, State::Ended) {
            return;
        }
        match input {
            Input::Open if matches!(self.state, State::Idle) => self.request_token(effects),
            Input::Token(request, result)
                if matches!(self.state, State::RequestingToken) && request == self.requests =>
            {
                self.take_token(result, effects);
            }
            Input::FrameLoaded => self.frame_loaded(effects),
            Input::FrameBlocked(code) if self.may_be_blocked() => {
                effects.push(Effect::CloseFrame);
                self.stall(code, false, effects);
            }
            Input::FrameLost if self.has_frame() => self.reopen(effects),
            Input::Message(message) if self.has_frame() => {
                self.show_life(effects);
                self.hear(message, effects);
            }
            Input::FrameFocused if self.is_shown() => self.show_life(effects),
            Input::Activity if self.is_shown() => effects.push(Effect::Tell(Progress::Activity)),
            Input::Elapsed(timer) if self.timer == Some(timer) => self.elapsed(timer, effects),
            Input::Retry => match self.state {
                State::Loading | State::Ready { .. } | State::Stalled { .. } => {
                    self.restart(effects);
                }
                _ => {}
            },
            Input::OpenInTab => self.open_in_tab(effects),
            Input::Confirmed(is_confirmed) => self.confirmed(is_confirmed, effects),
            Input::Close(by) => self.close(by, effects),
            Input::Abort => {
                let error = Error {
                    claim: self.claim(),
                    ..ErrorCode::Aborted.into()
                };
                self.end(Err(error), effects);
            }
            Input::Fail(error) => self.end(Err(error), effects),
            _ => {}
        }
    }

    fn request_token(&mut self, effects: &mut Vec<Effect>) {
        self.state = State::RequestingToken;
        self.requests = self.requests.wrapping_add(1);
        self.token = None;
        effects.push(Effect::Show(View::Loading));
        effects.push(Effect::Tell(Progress::Loading));
        self.wait(Timer::Token, effects);
        effects.push(Effect::RequestToken(self.requests));
    }

    fn take_token(&mut self, result: Result<AccessToken, Error>, effects: &mut Vec<Effect>) {
        match result {
            Ok(token) => {
                self.token = Some(token);
                self.open_frame(effects);
            }
            Err(error) => self.end(Err(error), effects),
        }
    }

    /// Opens a frame with the token that there is.
    fn open_frame(&mut self, effects: &mut Vec<Effect>) {
        if let Some(token) = self.token.clone() {
            self.state = State::Loading;
            self.wait(Timer::Load, effects);
            effects.push(Effect::OpenFrame(token));
        }
    }

    /// Begins anew, with a new frame and a new token.
    fn restart(&mut self, effects: &mut Vec<Effect>) {
        if self.has_frame() {
            effects.push(Effect::CloseFrame);
        }
        self.losses = 0;
        self.request_token(effects);
    }

    /// Opens what the frame has shown in a new one. With the same token, as if the signer had
    /// loaded the page anew: another one may be for another document.
    fn reopen(&mut self, effects: &mut Vec<Effect>) {
        effects.push(Effect::CloseFrame);
        self.losses += 1;
        if self.losses > MOST_LOSSES {
            return self.stall(ErrorCode::LoadTimeout, false, effects);
        }
        effects.push(Effect::Show(View::Loading));
        effects.push(Effect::Tell(Progress::Loading));
        self.open_frame(effects);
    }

    fn frame_loaded(&mut self, effects: &mut Vec<Effect>) {
        let is_late = matches!(
            self.state,
            State::Stalled {
                code: ErrorCode::LoadTimeout,
                has_frame: true
            }
        );
        if is_late || matches!(self.state, State::Loading) {
            self.state = State::Ready { is_alive: false };
            effects.push(Effect::Show(View::Frame));
            effects.push(Effect::Tell(Progress::Ready));
            self.start(Timer::Silence, self.settings.timeouts.silence, effects);
        }
    }

    /// The signing page has posted, or the signer has used it: it is there.
    fn show_life(&mut self, effects: &mut Vec<Effect>) {
        let was_ready = matches!(self.state, State::Ready { .. });
        self.state = State::Ready { is_alive: true };
        self.losses = 0;
        if self.timer.take().is_some() {
            effects.push(Effect::StopTimer);
        }
        if !was_ready {
            effects.push(Effect::Show(View::Frame));
            effects.push(Effect::Tell(Progress::Ready));
        }
    }

    /// Whether the signer sees a page in the frame, if perhaps a wrong one.
    fn is_shown(&self) -> bool {
        match &self.state {
            State::Ready { .. } => true,
            State::Stalled { code, .. } => *code == ErrorCode::FrameSilent,
            _ => false,
        }
    }

    fn hear(&mut self, message: WindowMessage, effects: &mut Vec<Effect>) {
        match message {
            WindowMessage::Sign {
                success: true,
                method,
            } => self.claimed(
                Outcome::Signed {
                    method,
                    confirmed: false,
                },
                effects,
            ),
            WindowMessage::AlreadySigned => {
                self.claimed(Outcome::AlreadySigned { confirmed: false }, effects);
            }
            WindowMessage::Sign {
                success: false,
                method,
            } => effects.push(Effect::Tell(Progress::SignFailed { method })),
            WindowMessage::UserClose => self.end(
                Ok(Outcome::Closed {
                    by: ClosedBy::Signer,
                }),
                effects,
            ),
            WindowMessage::Unknown { message_type } => {
                effects.push(Effect::Tell(Progress::Unknown { message_type }));
            }
        }
    }

    /// The browser says that it is signed: a claim, until the back end says so too.
    fn claimed(&mut self, claim: Outcome, effects: &mut Vec<Effect>) {
        if !self.settings.confirms {
            return self.end(Ok(claim), effects);
        }
        self.state = State::Confirming {
            claim: claim.clone(),
            is_confirmed: false,
        };
        effects.push(Effect::CloseFrame);
        effects.push(Effect::Show(View::Confirming));
        effects.push(Effect::Tell(Progress::Confirming {
            claim: claim.clone(),
        }));
        self.start(Timer::Confirm, self.settings.timeouts.confirm, effects);
        effects.push(Effect::Confirm(claim));
    }

    fn confirmed(&mut self, is_so: bool, effects: &mut Vec<Effect>) {
        match &mut self.state {
            State::Confirming {
                is_confirmed: already @ false,
                ..
            } if is_so => {
                *already = true;
                effects.push(Effect::Show(View::Signed));
                self.start(Timer::Farewell, FAREWELL, effects);
            }
            State::Confirming {
                is_confirmed: false,
                ..
            } => self.end_unconfirmed(effects),
            _ => {}
        }
    }

    fn end_unconfirmed(&mut self, effects: &mut Vec<Effect>) {
        let error = Error {
            claim: self.claim(),
            ..ErrorCode::ConfirmFailed.into()
        };
        self.end(Err(error), effects);
    }

    fn elapsed(&mut self, timer: Timer, effects: &mut Vec<Effect>) {
        self.timer = None;
        match (timer, &self.state) {
            (Timer::Slow, State::RequestingToken) => self.wait_on(Timer::Token, effects),
            (Timer::Slow, State::Loading) => self.wait_on(Timer::Load, effects),
            (Timer::Token, State::RequestingToken) => {
                effects.push(Effect::CancelToken);
                self.stall(ErrorCode::TokenTimeout, false, effects);
            }
            (Timer::Load, State::Loading) => self.stall(ErrorCode::LoadTimeout, true, effects),
            (Timer::Silence, State::Ready { is_alive: false }) => {
                self.stall(ErrorCode::FrameSilent, true, effects);
            }
            (Timer::Confirm, State::Confirming { .. }) => self.end_unconfirmed(effects),
            (Timer::Farewell, State::Confirming { .. }) => self.end_confirmed(effects),
            _ => {}
        }
    }

    fn stall(&mut self, code: ErrorCode, has_frame: bool, effects: &mut Vec<Effect>) {
        self.state = State::Stalled { code, has_frame };
        if self.timer.take().is_some() {
            effects.push(Effect::StopTimer);
        }
        effects.push(Effect::Show(match code {
            ErrorCode::FrameSilent => View::Silent,
            _ => View::Failed(code),
        }));
        effects.push(Effect::TellStalled(code.into()));
    }

    fn open_in_tab(&mut self, effects: &mut Vec<Effect>) {
        if let (State::Stalled { code, .. }, Some(token)) = (&self.state, &self.token) {
            let is_silent = *code == ErrorCode::FrameSilent;
            effects.push(Effect::OpenTab(token.clone()));
            if !is_silent {
                effects.push(Effect::Show(View::OpenedInTab));
            }
            effects.push(Effect::Tell(Progress::OpenedInTab));
        }
    }

    fn close(&mut self, by: ClosedBy, effects: &mut Vec<Effect>) {
        match &self.state {
            State::Confirming {
                is_confirmed: true, ..
            } => self.end_confirmed(effects),
            State::Confirming { .. } => self.end_unconfirmed(effects),
            // The signer gives up for a reason, and the page learns which. Of a silent
            // frame nobody knows whether anything was wrong.
            State::Stalled { code, .. }
                if by == ClosedBy::Signer && *code != ErrorCode::FrameSilent =>
            {
                self.end(Err((*code).into()), effects);
            }
            _ => self.end(Ok(Outcome::Closed { by }), effects),
        }
    }

    fn end_confirmed(&mut self, effects: &mut Vec<Effect>) {
        if let Some(claim) = self.claim() {
            self.end(Ok(claim), effects);
        }
    }

    fn end(&mut self, result: Result<Outcome, Error>, effects: &mut Vec<Effect>) {
        self.state = State::Ended;
        self.timer = None;
        self.token = None;
        effects.push(Effect::End(result));
    }

    /// What the browser has claimed, if it has, and whether the back end has confirmed it.
    fn claim(&self) -> Option<Outcome> {
        match &self.state {
            State::Confirming {
                claim,
                is_confirmed,
            } => {
                let claim = claim.clone();
                Some(if *is_confirmed {
                    claim.confirmed()
                } else {
                    claim
                })
            }
            _ => None,
        }
    }

    fn has_frame(&self) -> bool {
        matches!(
            self.state,
            State::Loading
                | State::Ready { .. }
                | State::Stalled {
                    has_frame: true,
                    ..
                }
        )
    }

    /// A frame that has shown life is not blocked, whatever is said of its origin.
    fn may_be_blocked(&self) -> bool {
        self.has_frame() && !matches!(self.state, State::Ready { is_alive: true })
    }

    /// Waits for something, and says on the way that it is slow if that takes long.
    fn wait(&mut self, until: Timer, effects: &mut Vec<Effect>) {
        let limit = self.settings.timeouts.of(until);
        if limit > SLOW {
            self.start(Timer::Slow, SLOW, effects);
        } else {
            self.start(until, limit, effects);
        }
    }

    fn wait_on(&mut self, until: Timer, effects: &mut Vec<Effect>) {
        effects.push(Effect::Show(View::Slow));
        let rest = self.settings.timeouts.of(until).saturating_sub(SLOW);
        self.start(until, rest, effects);
    }

    fn start(&mut self, timer: Timer, milliseconds: u32, effects: &mut Vec<Effect>) {
        self.timer = Some(timer);
        effects.push(Effect::StartTimer(timer, milliseconds));
    }
}

#[cfg(test)]
mod tests;
