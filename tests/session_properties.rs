//! What holds for a session whatever happens to it, in whatever order.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use documentolog_embed::{
    error::ErrorCode,
    event::{ClosedBy, Outcome, Phase, Progress},
    protocol::{AccessToken, WindowMessage},
    session::{Effect, Input, Session, Settings, Timer},
    timeouts::Timeouts,
};
use proptest::prelude::*;

fn token() -> AccessToken {
    AccessToken::new("token").unwrap()
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

fn any_timer() -> impl Strategy<Value = Timer> {
    prop::sample::select(vec![
        Timer::Slow,
        Timer::Token,
        Timer::Load,
        Timer::Silence,
        Timer::Confirm,
        Timer::Farewell,
    ])
}

/// Endings are rare, so that sequences live long enough to be interesting.
fn any_input() -> impl Strategy<Value = Input> {
    prop_oneof![
        4 => Just(Input::Open),
        8 => (0_u32..5).prop_map(|request| Input::Token(request, Ok(token()))),
        1 => (0_u32..5).prop_map(|request| Input::Token(request, Err(ErrorCode::TokenMissing.into()))),
        6 => Just(Input::FrameLoaded),
        2 => prop::sample::select(vec![
            ErrorCode::BlockedByCsp,
            ErrorCode::BlockedByEmbedderPolicy,
            ErrorCode::FramingRefused,
        ]).prop_map(Input::FrameBlocked),
        3 => Just(Input::FrameLost),
        6 => any_message().prop_map(Input::Message),
        3 => prop_oneof![Just(Input::Activity), Just(Input::FrameFocused)],
        8 => any_timer().prop_map(Input::Elapsed),
        4 => Just(Input::Retry),
        2 => Just(Input::OpenInTab),
        3 => any::<bool>().prop_map(Input::Confirmed),
        1 => prop_oneof![Just(ClosedBy::Page), Just(ClosedBy::Signer)].prop_map(Input::Close),
        1 => Just(Input::Abort),
        1 => Just(Input::Fail(ErrorCode::ContainerMissing.into())),
    ]
}

fn any_settings() -> impl Strategy<Value = Settings> {
    (any::<bool>(), 1_u32..60_000).prop_map(|(confirms, time)| Settings {
        timeouts: Timeouts {
            token: time,
            load: time,
            silence: time,
            confirm: time,
            activity: time,
        },
        confirms,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_inputs_end_a_session_once_and_nothing_follows(
        settings in any_settings(),
        inputs in proptest::collection::vec(any_input(), 0..80),
    ) {
        let mut session = Session::new(settings);
        let mut is_ended = false;
        let mut has_frame = false;
        let mut is_requesting = false;
        let mut is_confirming = false;
        for input in inputs {
            let effects = session.handle(input);
            prop_assert!(!is_ended || effects.is_empty(), "after the end: {effects:?}");
            for (place, effect) in effects.iter().enumerate() {
                match effect {
                    Effect::RequestToken(_) => {
                        prop_assert!(!is_requesting, "two requests at once");
                        is_requesting = true;
                    }
                    Effect::CancelToken => is_requesting = false,
                    Effect::OpenFrame(_) => {
                        prop_assert!(!has_frame, "two frames at once");
                        is_requesting = false;
                        has_frame = true;
                    }
                    Effect::CloseFrame => {
                        prop_assert!(has_frame, "no frame to close");
                        has_frame = false;
                    }
                    Effect::Confirm(claim) => {
                        prop_assert!(settings.confirms && !is_confirming);
                        let is_unconfirmed = matches!(
                            claim,
                            Outcome::Signed { confirmed: false, .. } | Outcome::AlreadySigned { confirmed: false }
                        );
                        prop_assert!(is_unconfirmed);
                        prop_assert!(!has_frame, "a frame that has signed may still speak");
                        is_confirming = true;
                    }
                    Effect::End(result) => {
                        prop_assert_eq!(place, effects.len() - 1, "the end is the last");
                        is_ended = true;
                        if let Ok(Outcome::Signed { confirmed, .. } | Outcome::AlreadySigned { confirmed }) = result {
                            prop_assert_eq!(*confirmed, settings.confirms);
                        }
                        if is_confirming && let Err(error) = result && error.code != ErrorCode::ContainerMissing {
                            prop_assert!(error.claim.is_some(), "the claim is lost");
                        }
                    }
                    Effect::Tell(Progress::Confirming { .. }) => prop_assert!(settings.confirms),
                    _ => {}
                }
            }
            prop_assert_eq!(is_ended, session.phase() == Phase::Ended);
            prop_assert_eq!(is_requesting, session.phase() == Phase::RequestingToken || (is_ended && is_requesting));
        }
    }
}
