//! The life of one signature, as a pure state machine: inputs in, effects out.
//!
//! It reads no clock and touches no page. Whoever drives it does what the
//! effects say, in their order, and tells it what happened.

use documentolog_protocol::{AccessToken, WindowMessage};

use crate::{
    error::Error,
    event::{ClosedBy, Outcome, Phase, Progress},
};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The page opens the session.
    Open,
    /// The token asked for has come, or cannot come.
    Token(Result<AccessToken, Error>),
    /// The browser has loaded something into the frame.
    FrameLoaded,
    /// A message has passed the gate.
    Message(WindowMessage),
    /// Somebody closes the session.
    Close(ClosedBy),
    /// The page does not let the session go on.
    Fail(Error),
}

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the page for a token, and answer with [`Input::Token`].
    RequestToken,
    /// Send the frame to the signing page with this token.
    OpenFrame(AccessToken),
    /// Tell the page.
    Tell(Progress),
    /// Take everything away, then settle the promise and tell the page. The last
    /// effect of a session, and there is exactly one.
    End(Result<Outcome, Error>),
}

/// One signature's life.
#[derive(Debug)]
pub struct Session {
    phase: Phase,
}

impl Default for Session {
    fn default() -> Self {
        Self { phase: Phase::Idle }
    }
}

impl Session {
    /// What the session is doing.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Takes an input and says what to do.
    #[must_use = "the effects are what happens"]
    pub fn handle(&mut self, input: Input) -> Vec<Effect> {
        match (self.phase, input) {
            (Phase::Idle, Input::Open) => {
                self.phase = Phase::RequestingToken;
                vec![Effect::Tell(Progress::Loading), Effect::RequestToken]
            }
            (Phase::RequestingToken, Input::Token(Ok(token))) => {
                self.phase = Phase::Loading;
                vec![Effect::OpenFrame(token)]
            }
            (Phase::RequestingToken, Input::Token(Err(error))) => self.end(Err(error)),
            (Phase::Loading, Input::FrameLoaded) => {
                self.phase = Phase::Ready;
                vec![Effect::Tell(Progress::Ready)]
            }
            (Phase::Loading, Input::Message(message)) => {
                // A page may post before its load event, which waits for all that the
                // page holds. That it posts shows that it is there.
                self.phase = Phase::Ready;
                let mut effects = vec![Effect::Tell(Progress::Ready)];
                effects.extend(self.hear(message));
                effects
            }
            (Phase::Ready, Input::Message(message)) => self.hear(message),
            (
                Phase::Idle | Phase::RequestingToken | Phase::Loading | Phase::Ready,
                Input::Close(by),
            ) => self.end(Ok(Outcome::Closed { by })),
            (
                Phase::Idle | Phase::RequestingToken | Phase::Loading | Phase::Ready,
                Input::Fail(error),
            ) => self.end(Err(error)),
            // Everything else is late, early or said twice, and changes nothing.
            _ => Vec::new(),
        }
    }

    fn hear(&mut self, message: WindowMessage) -> Vec<Effect> {
        match message {
            WindowMessage::Sign {
                success: true,
                method,
            } => self.end(Ok(Outcome::Signed {
                method,
                confirmed: false,
            })),
            WindowMessage::Sign {
                success: false,
                method,
            } => {
                vec![Effect::Tell(Progress::SignFailed { method })]
            }
            WindowMessage::AlreadySigned => self.end(Ok(Outcome::AlreadySigned)),
            WindowMessage::UserClose => self.end(Ok(Outcome::Closed {
                by: ClosedBy::Signer,
            })),
            WindowMessage::Unknown { message_type } => {
                vec![Effect::Tell(Progress::Unknown { message_type })]
            }
        }
    }

    fn end(&mut self, result: Result<Outcome, Error>) -> Vec<Effect> {
        self.phase = Phase::Ended;
        vec![Effect::End(result)]
    }
}

#[cfg(test)]
mod tests {
    use documentolog_protocol::SignatureMethod;

    use super::*;
    use crate::error::ErrorCode;

    fn token() -> AccessToken {
        AccessToken::new("token").unwrap()
    }

    fn signed(success: bool) -> Input {
        Input::Message(WindowMessage::Sign {
            success,
            method: Some(SignatureMethod::Eds),
        })
    }

    /// Every effect of a sequence of inputs, and the phase it ends in.
    fn run(inputs: Vec<Input>) -> (Vec<Effect>, Phase) {
        let mut session = Session::default();
        let effects = inputs
            .into_iter()
            .flat_map(|input| session.handle(input))
            .collect();
        (effects, session.phase())
    }

    /// Opens a session, feeds it the inputs and gives the effects after its
    /// frame has been opened.
    fn run_open(inputs: Vec<Input>) -> Vec<Effect> {
        let begin = [Input::Open, Input::Token(Ok(token()))];
        let (effects, _) = run(begin.into_iter().chain(inputs).collect());
        assert_eq!(
            effects[..3],
            [
                Effect::Tell(Progress::Loading),
                Effect::RequestToken,
                Effect::OpenFrame(token())
            ]
        );
        effects[3..].to_vec()
    }

    #[test]
    fn each_way_to_end() {
        let eds = Some(SignatureMethod::Eds);
        let ready = Effect::Tell(Progress::Ready);
        let ended = |outcome| vec![ready.clone(), Effect::End(Ok(outcome))];
        let rows = [
            (
                vec![Input::FrameLoaded, signed(true)],
                vec![
                    Effect::Tell(Progress::Ready),
                    Effect::End(Ok(Outcome::Signed {
                        method: eds.clone(),
                        confirmed: false,
                    })),
                ],
            ),
            (
                vec![signed(true)],
                ended(Outcome::Signed {
                    method: eds.clone(),
                    confirmed: false,
                }),
            ),
            (
                vec![Input::Message(WindowMessage::AlreadySigned)],
                ended(Outcome::AlreadySigned),
            ),
            (
                vec![Input::Message(WindowMessage::UserClose)],
                ended(Outcome::Closed {
                    by: ClosedBy::Signer,
                }),
            ),
            (
                vec![Input::Close(ClosedBy::Page)],
                vec![Effect::End(Ok(Outcome::Closed { by: ClosedBy::Page }))],
            ),
        ];
        for (inputs, effects) in rows {
            assert_eq!(run_open(inputs.clone()), effects, "{inputs:?}");
        }
    }

    #[test]
    fn a_failed_try_and_an_unknown_message_end_nothing() {
        let unknown = WindowMessage::Unknown {
            message_type: "resize".to_owned(),
        };
        let effects = run_open(vec![signed(false), Input::Message(unknown), signed(true)]);
        assert_eq!(
            effects,
            [
                Effect::Tell(Progress::Ready),
                Effect::Tell(Progress::SignFailed {
                    method: Some(SignatureMethod::Eds)
                }),
                Effect::Tell(Progress::Unknown {
                    message_type: "resize".to_owned()
                }),
                Effect::End(Ok(Outcome::Signed {
                    method: Some(SignatureMethod::Eds),
                    confirmed: false
                })),
            ]
        );
    }

    #[test]
    fn without_a_token_no_frame_is_opened() {
        let error = Error::from(ErrorCode::TokenMissing);
        let (effects, phase) = run(vec![Input::Open, Input::Token(Err(error.clone()))]);
        assert_eq!(phase, Phase::Ended);
        assert_eq!(effects.last(), Some(&Effect::End(Err(error))));
        assert!(
            !effects
                .iter()
                .any(|effect| matches!(effect, Effect::OpenFrame(_)))
        );
    }

    #[test]
    fn a_message_before_the_frame_is_opened_changes_nothing() {
        let (effects, phase) = run(vec![Input::Open, signed(true)]);
        assert_eq!(phase, Phase::RequestingToken);
        assert_eq!(
            effects,
            [Effect::Tell(Progress::Loading), Effect::RequestToken]
        );
    }

    #[test]
    fn a_token_that_comes_after_close_opens_nothing() {
        let (effects, phase) = run(vec![
            Input::Open,
            Input::Close(ClosedBy::Page),
            Input::Token(Ok(token())),
        ]);
        assert_eq!(phase, Phase::Ended);
        assert!(
            !effects
                .iter()
                .any(|effect| matches!(effect, Effect::OpenFrame(_)))
        );
    }
}
