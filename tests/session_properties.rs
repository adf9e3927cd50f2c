//! What holds for a session whatever happens to it, in whatever order.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use documentolog_embed::{
    error::ErrorCode,
    event::{ClosedBy, Phase},
    protocol::{AccessToken, WindowMessage},
    session::{Effect, Input, Session},
};
use proptest::prelude::*;

fn token() -> AccessToken {
    AccessToken::new("token").unwrap()
}

fn run(inputs: Vec<Input>) -> (Vec<Effect>, Phase) {
    let mut session = Session::default();
    let effects = inputs
        .into_iter()
        .flat_map(|input| session.handle(input))
        .collect();
    (effects, session.phase())
}

fn any_message() -> impl Strategy<Value = WindowMessage> {
    prop_oneof![
        any::<bool>().prop_map(|success| WindowMessage::Sign {
            success,
            method: None
        }),
        Just(WindowMessage::UserClose),
        Just(WindowMessage::AlreadySigned),
        "[a-z]{0,8}".prop_map(|message_type| WindowMessage::Unknown { message_type }),
    ]
}

fn any_input() -> impl Strategy<Value = Input> {
    prop_oneof![
        Just(Input::Open),
        Just(Input::Token(Ok(token()))),
        Just(Input::Token(Err(ErrorCode::TokenMissing.into()))),
        Just(Input::FrameLoaded),
        any_message().prop_map(Input::Message),
        Just(Input::Fail(ErrorCode::ContainerMissing.into())),
        prop_oneof![Just(ClosedBy::Page), Just(ClosedBy::Signer)].prop_map(Input::Close),
    ]
}

proptest! {
    #[test]
    fn any_inputs_end_a_session_once_and_nothing_follows(inputs in proptest::collection::vec(any_input(), 0..40)) {
        let (effects, phase) = run(inputs);
        let end = effects.iter().position(|effect| matches!(effect, Effect::End(_)));
        prop_assert_eq!(end.is_some(), phase == Phase::Ended);
        if let Some(end) = end {
            prop_assert_eq!(end, effects.len() - 1);
        }
        let opened = effects.iter().filter(|effect| matches!(effect, Effect::OpenFrame(_))).count();
        prop_assert!(opened <= 1);
    }
}
