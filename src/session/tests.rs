use documentolog_protocol::SignatureMethod;

use super::*;
use crate::timeouts::Timeouts;

fn token() -> AccessToken {
    AccessToken::new("token").unwrap()
}

fn signed(success: bool) -> Input {
    Input::Message(WindowMessage::Sign {
        success,
        method: Some(SignatureMethod::Eds),
    })
}

fn claim(confirmed: bool) -> Outcome {
    Outcome::Signed {
        method: Some(SignatureMethod::Eds),
        confirmed,
    }
}

fn failed(code: ErrorCode, claim: Option<Outcome>) -> Effect {
    Effect::End(Err(Error {
        claim,
        ..code.into()
    }))
}

/// Every effect of a sequence of inputs, and the session as they leave it.
fn run(settings: Settings, inputs: Vec<Input>) -> (Vec<Effect>, Session) {
    let mut session = Session::new(settings);
    let effects = inputs
        .into_iter()
        .flat_map(|input| session.handle(input))
        .collect();
    (effects, session)
}

fn confirming() -> Settings {
    Settings {
        confirms: true,
        ..Settings::default()
    }
}

/// Opens a session, feeds it the inputs and gives the effects after its frame has
/// been opened, and the phase.
fn after_opening(settings: Settings, inputs: Vec<Input>) -> (Vec<Effect>, Phase) {
    let begin = [Input::Open, Input::Token(1, Ok(token()))];
    let (effects, session) = run(settings, begin.into_iter().chain(inputs).collect());
    assert_eq!(
        effects[..6],
        [
            Effect::Show(View::Loading),
            Effect::Tell(Progress::Loading),
            Effect::StartTimer(Timer::Slow, SLOW),
            Effect::RequestToken(1),
            Effect::StartTimer(Timer::Slow, SLOW),
            Effect::OpenFrame(token()),
        ]
    );
    (effects[6..].to_vec(), session.phase())
}

/// The effects of a restart that has a frame to take away.
fn restart(request: u32) -> Vec<Effect> {
    vec![
        Effect::CloseFrame,
        Effect::Show(View::Loading),
        Effect::Tell(Progress::Loading),
        Effect::StartTimer(Timer::Slow, SLOW),
        Effect::RequestToken(request),
    ]
}

#[test]
fn each_way_to_end() {
    let ready = || {
        vec![
            Effect::StopTimer,
            Effect::Show(View::Frame),
            Effect::Tell(Progress::Ready),
        ]
    };
    let rows = [
        (signed(true), claim(false)),
        (
            Input::Message(WindowMessage::AlreadySigned),
            Outcome::AlreadySigned { confirmed: false },
        ),
        (
            Input::Message(WindowMessage::UserClose),
            Outcome::Closed {
                by: ClosedBy::Signer,
            },
        ),
    ];
    for (input, outcome) in rows {
        let (effects, phase) = after_opening(Settings::default(), vec![input.clone()]);
        let mut expected = ready();
        expected.push(Effect::End(Ok(outcome)));
        assert_eq!((effects, phase), (expected, Phase::Ended), "{input:?}");
    }
    for by in [ClosedBy::Page, ClosedBy::Signer] {
        let (effects, _) = after_opening(Settings::default(), vec![Input::Close(by)]);
        assert_eq!(effects, [Effect::End(Ok(Outcome::Closed { by }))]);
    }
    let (effects, _) = after_opening(Settings::default(), vec![Input::Abort]);
    assert_eq!(effects, [failed(ErrorCode::Aborted, None)]);
}

#[test]
fn a_failed_try_and_an_unknown_message_end_nothing() {
    let unknown = WindowMessage::Unknown {
        message_type: "resize".to_owned(),
    };
    let inputs = vec![
        Input::FrameLoaded,
        signed(false),
        Input::Message(unknown),
        signed(true),
    ];
    let (effects, _) = after_opening(Settings::default(), inputs);
    assert_eq!(
        effects,
        [
            Effect::Show(View::Frame),
            Effect::Tell(Progress::Ready),
            Effect::StartTimer(Timer::Silence, 20_000),
            Effect::StopTimer,
            Effect::Tell(Progress::SignFailed {
                method: Some(SignatureMethod::Eds)
            }),
            Effect::Tell(Progress::Unknown {
                message_type: "resize".to_owned()
            }),
            Effect::End(Ok(claim(false))),
        ]
    );
}

#[test]
fn without_a_token_no_frame_is_opened() {
    let error = Error::from(ErrorCode::TokenMissing);
    let inputs = vec![Input::Open, Input::Token(1, Err(error.clone()))];
    let (effects, session) = run(Settings::default(), inputs);
    assert_eq!(session.phase(), Phase::Ended);
    assert_eq!(effects.last(), Some(&Effect::End(Err(error))));
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::OpenFrame(_)))
    );
}

#[test]
fn a_message_before_the_frame_is_opened_changes_nothing() {
    let (effects, session) = run(Settings::default(), vec![Input::Open, signed(true)]);
    assert_eq!(session.phase(), Phase::RequestingToken);
    assert_eq!(effects.last(), Some(&Effect::RequestToken(1)));
}

#[test]
fn a_frame_that_does_not_come_stalls_and_may_still_come() {
    let inputs = vec![Input::Elapsed(Timer::Slow), Input::Elapsed(Timer::Load)];
    let mut expected = vec![
        Effect::Show(View::Slow),
        Effect::StartTimer(Timer::Load, 22_000),
        Effect::Show(View::Failed(ErrorCode::LoadTimeout)),
        Effect::TellStalled(ErrorCode::LoadTimeout.into()),
    ];
    let (effects, phase) = after_opening(Settings::default(), inputs.clone());
    assert_eq!((effects, phase), (expected.clone(), Phase::Stalled));

    let late = inputs.iter().cloned().chain([Input::FrameLoaded]).collect();
    let (effects, phase) = after_opening(Settings::default(), late);
    let mut came = expected.clone();
    came.extend([
        Effect::Show(View::Frame),
        Effect::Tell(Progress::Ready),
        Effect::StartTimer(Timer::Silence, 20_000),
    ]);
    assert_eq!((effects, phase), (came, Phase::Ready));

    // The signer who gives up has not closed: it failed.
    let given_up = inputs
        .iter()
        .cloned()
        .chain([Input::Close(ClosedBy::Signer)])
        .collect();
    let (effects, _) = after_opening(Settings::default(), given_up);
    assert_eq!(effects.last(), Some(&failed(ErrorCode::LoadTimeout, None)));

    let retried = inputs.into_iter().chain([Input::Retry]).collect();
    let (effects, phase) = after_opening(Settings::default(), retried);
    expected.extend(restart(2));
    assert_eq!((effects, phase), (expected, Phase::RequestingToken));
}

#[test]
fn a_blocked_frame_stalls_unless_it_has_shown_life() {
    for code in [ErrorCode::BlockedByCsp, ErrorCode::FramingRefused] {
        let blocked = Input::FrameBlocked(code);
        let (effects, phase) = after_opening(
            Settings::default(),
            vec![Input::FrameLoaded, blocked.clone()],
        );
        assert_eq!(
            effects[3..],
            [
                Effect::CloseFrame,
                Effect::StopTimer,
                Effect::Show(View::Failed(code)),
                Effect::TellStalled(code.into()),
            ]
        );
        assert_eq!(phase, Phase::Stalled);
        // The error page's own load is no sign that it came after all.
        let (_, phase) = after_opening(
            Settings::default(),
            vec![blocked.clone(), Input::FrameLoaded, signed(true)],
        );
        assert_eq!(phase, Phase::Stalled);
        let (_, phase) = after_opening(Settings::default(), vec![signed(false), blocked]);
        assert_eq!(phase, Phase::Ready);
    }
}

#[test]
fn a_silent_frame_is_said_to_be_and_comes_round() {
    let silent = vec![Input::FrameLoaded, Input::Elapsed(Timer::Silence)];
    let (effects, phase) = after_opening(Settings::default(), silent.clone());
    assert_eq!(
        effects[3..],
        [
            Effect::Show(View::Silent),
            Effect::TellStalled(ErrorCode::FrameSilent.into()),
        ]
    );
    assert_eq!(phase, Phase::Stalled);
    // A pointer that rests on it says nothing of what is under it.
    let inputs = silent.iter().cloned().chain([Input::Activity]).collect();
    let (effects, phase) = after_opening(Settings::default(), inputs);
    assert_eq!(effects[5..], [Effect::Tell(Progress::Activity)]);
    assert_eq!(phase, Phase::Stalled);
    for life in [Input::FrameFocused, signed(false)] {
        let inputs = silent.iter().cloned().chain([life.clone()]).collect();
        let (effects, phase) = after_opening(Settings::default(), inputs);
        assert_eq!(
            effects[5..7],
            [Effect::Show(View::Frame), Effect::Tell(Progress::Ready)],
            "{life:?}"
        );
        assert_eq!(phase, Phase::Ready, "{life:?}");
    }
    // Nobody knows that anything was wrong with it.
    let inputs = silent
        .into_iter()
        .chain([Input::Close(ClosedBy::Signer)])
        .collect();
    let (effects, _) = after_opening(Settings::default(), inputs);
    assert_eq!(
        effects.last(),
        Some(&Effect::End(Ok(Outcome::Closed {
            by: ClosedBy::Signer
        })))
    );
}

#[test]
fn a_frame_in_use_is_not_silent() {
    let inputs = vec![
        Input::FrameLoaded,
        Input::FrameFocused,
        Input::Activity,
        Input::Elapsed(Timer::Silence),
    ];
    let (effects, phase) = after_opening(Settings::default(), inputs);
    assert_eq!(
        effects[3..],
        [Effect::StopTimer, Effect::Tell(Progress::Activity)]
    );
    assert_eq!(phase, Phase::Ready);
}

#[test]
fn a_token_that_does_not_come_in_time_is_cancelled() {
    let inputs = vec![
        Input::Open,
        Input::Elapsed(Timer::Slow),
        Input::Elapsed(Timer::Token),
    ];
    let (effects, mut session) = run(Settings::default(), inputs);
    assert_eq!(
        effects[4..],
        [
            Effect::Show(View::Slow),
            Effect::StartTimer(Timer::Token, 22_000),
            Effect::CancelToken,
            Effect::Show(View::Failed(ErrorCode::TokenTimeout)),
            Effect::TellStalled(ErrorCode::TokenTimeout.into()),
        ]
    );
    // There is nothing to open in a tab.
    assert_eq!(session.handle(Input::OpenInTab), []);
    assert_eq!(session.handle(Input::Token(1, Ok(token()))), []);
    assert_eq!(session.handle(Input::Retry), restart(2)[1..]);
    assert_eq!(session.handle(Input::Token(1, Ok(token()))), [], "stale");
    assert_ne!(session.handle(Input::Token(2, Ok(token()))), []);
}

#[test]
fn one_token_request_at_a_time() {
    let (effects, session) = run(
        Settings::default(),
        vec![Input::Open, Input::Retry, Input::Retry],
    );
    assert_eq!(effects.last(), Some(&Effect::RequestToken(1)));
    assert_eq!(session.phase(), Phase::RequestingToken);
}

#[test]
fn a_frame_that_is_moved_is_opened_anew() {
    let (effects, phase) = after_opening(
        Settings::default(),
        vec![Input::FrameLoaded, Input::Activity, Input::FrameLost],
    );
    // With the same token: another may be for another document.
    let reopened = [
        Effect::CloseFrame,
        Effect::Show(View::Loading),
        Effect::Tell(Progress::Loading),
        Effect::StartTimer(Timer::Slow, SLOW),
        Effect::OpenFrame(token()),
    ];
    assert_eq!(effects[4..], reopened);
    assert_eq!(phase, Phase::Loading);
}

#[test]
fn a_frame_that_is_always_lost_stalls() {
    let lost = || vec![Input::FrameLoaded, Input::FrameLost];
    let losses = |times| (0..times).flat_map(|_| lost());
    let most = usize::from(MOST_LOSSES);
    let (_, phase) = after_opening(Settings::default(), losses(most).collect());
    assert_eq!(phase, Phase::Loading);
    let (effects, phase) = after_opening(Settings::default(), losses(most + 1).collect());
    assert_eq!(phase, Phase::Stalled);
    assert_eq!(
        effects[effects.len() - 4..],
        [
            Effect::CloseFrame,
            Effect::StopTimer,
            Effect::Show(View::Failed(ErrorCode::LoadTimeout)),
            Effect::TellStalled(ErrorCode::LoadTimeout.into()),
        ]
    );
    // Life, and who tries again, begin to count anew.
    for life in [signed(false), Input::Retry, Input::FrameFocused] {
        let inputs = losses(most).chain([Input::FrameLoaded, life.clone()]);
        let (_, mut session) = run(
            Settings::default(),
            [Input::Open, Input::Token(1, Ok(token()))]
                .into_iter()
                .chain(inputs)
                .collect(),
        );
        let _ = session.handle(Input::Token(2, Ok(token())));
        for input in losses(most) {
            let _ = session.handle(input);
        }
        assert_eq!(session.phase(), Phase::Loading, "{life:?}");
    }
}

#[test]
fn a_tab_is_opened_with_the_token_of_the_frame() {
    let inputs = vec![
        Input::FrameBlocked(ErrorCode::BlockedByCsp),
        Input::OpenInTab,
    ];
    let (effects, phase) = after_opening(Settings::default(), inputs);
    assert_eq!(
        effects[4..],
        [
            Effect::OpenTab(token()),
            Effect::Show(View::OpenedInTab),
            Effect::Tell(Progress::OpenedInTab),
        ]
    );
    assert_eq!(phase, Phase::Stalled);
    let (effects, _) = after_opening(Settings::default(), vec![Input::OpenInTab]);
    assert_eq!(effects, [], "not while all is well");
}

#[test]
fn what_the_browser_claims_is_confirmed_before_it_is_told() {
    let claimed = [
        Effect::CloseFrame,
        Effect::Show(View::Confirming),
        Effect::Tell(Progress::Confirming {
            claim: claim(false),
        }),
        Effect::StartTimer(Timer::Confirm, 60_000),
        Effect::Confirm(claim(false)),
    ];
    let signed_and_shown = [
        Effect::Show(View::Signed),
        Effect::StartTimer(Timer::Farewell, FAREWELL),
    ];
    let confirmed = Effect::End(Ok(claim(true)));
    let unconfirmed = failed(ErrorCode::ConfirmFailed, Some(claim(false)));
    let rows: [(&str, Vec<Input>, Vec<Effect>); 9] = [
        (
            "aborted while it is shown",
            vec![Input::Confirmed(true), Input::Abort],
            signed_and_shown
                .iter()
                .cloned()
                .chain([failed(ErrorCode::Aborted, Some(claim(true)))])
                .collect(),
        ),
        ("asked", vec![], vec![]),
        (
            "confirmed",
            vec![Input::Confirmed(true), Input::Elapsed(Timer::Farewell)],
            signed_and_shown
                .iter()
                .cloned()
                .chain([confirmed.clone()])
                .collect(),
        ),
        (
            "closed while it is shown",
            vec![Input::Confirmed(true), Input::Close(ClosedBy::Page)],
            signed_and_shown
                .iter()
                .cloned()
                .chain([confirmed])
                .collect(),
        ),
        (
            "denied",
            vec![Input::Confirmed(false)],
            vec![unconfirmed.clone()],
        ),
        (
            "late",
            vec![Input::Elapsed(Timer::Confirm), Input::Confirmed(true)],
            vec![unconfirmed.clone()],
        ),
        (
            "closed",
            vec![Input::Close(ClosedBy::Signer)],
            vec![unconfirmed],
        ),
        (
            "aborted",
            vec![Input::Abort],
            vec![failed(ErrorCode::Aborted, Some(claim(false)))],
        ),
        (
            "replayed",
            vec![signed(true), Input::FrameLoaded, Input::Retry],
            vec![],
        ),
    ];
    for (name, inputs, expected) in rows {
        let inputs = [Input::FrameLoaded, signed(true)]
            .into_iter()
            .chain(inputs)
            .collect();
        let (effects, _) = after_opening(confirming(), inputs);
        assert_eq!(effects[4..9], claimed, "{name}");
        assert_eq!(effects[9..], expected, "{name}");
    }
    // What had been signed before is a claim as well.
    let inputs = vec![
        Input::Message(WindowMessage::AlreadySigned),
        Input::Confirmed(true),
        Input::Elapsed(Timer::Farewell),
    ];
    let (effects, _) = after_opening(confirming(), inputs);
    assert_eq!(
        effects.last(),
        Some(&Effect::End(Ok(Outcome::AlreadySigned { confirmed: true })))
    );
}

#[test]
fn a_timer_that_was_replaced_changes_nothing() {
    let inputs = vec![
        Input::FrameLoaded,
        Input::Elapsed(Timer::Load),
        Input::Elapsed(Timer::Slow),
        Input::Elapsed(Timer::Farewell),
    ];
    let (effects, phase) = after_opening(Settings::default(), inputs);
    assert_eq!(effects.len(), 3);
    assert_eq!(phase, Phase::Ready);
}

#[test]
fn short_times_are_not_slow_first() {
    let settings = Settings {
        timeouts: Timeouts {
            token: 500,
            load: SLOW,
            ..Timeouts::default()
        },
        confirms: false,
    };
    let (effects, _) = run(settings, vec![Input::Open, Input::Token(1, Ok(token()))]);
    assert_eq!(effects[2], Effect::StartTimer(Timer::Token, 500));
    assert_eq!(effects[4], Effect::StartTimer(Timer::Load, SLOW));
}
