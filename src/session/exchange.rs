//! What goes into a session, and what comes out of it.

use documentolog_protocol::{AccessToken, WindowMessage};

use crate::{
    error::{Error, ErrorCode},
    event::{ClosedBy, Outcome, Progress},
    timeouts::Timeouts,
    view::View,
};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// The page opens the session.
    Open,
    /// The token asked for by the request of this number has come, or cannot come.
    Token(u32, Result<AccessToken, Error>),
    /// The browser has put something into the frame.
    FrameLoaded,
    /// The browser has said that it does not show the frame, and why.
    FrameBlocked(ErrorCode),
    /// The frame has lost what it showed: the page has moved it or sent it away.
    FrameLost,
    /// A message has passed the gate.
    Message(WindowMessage),
    /// The frame has got the focus: the signer uses what is in it.
    FrameFocused,
    /// The signer is doing something in the frame, or has the pointer over it.
    Activity,
    /// The time of the last [`Effect::StartTimer`] is over.
    Elapsed(Timer),
    /// Somebody wants the signing page anew, with a new token.
    Retry,
    /// The signer wants the signing page in a tab of its own.
    OpenInTab,
    /// The page's back end has confirmed the outcome, or has not.
    Confirmed(bool),
    /// Somebody closes the session.
    Close(ClosedBy),
    /// The page's `AbortSignal` has been aborted.
    Abort,
    /// The page does not let the session go on.
    Fail(Error),
}

/// What a time is for. There is one timer: starting one ends the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timer {
    /// Until the signer is told that it takes longer than usual.
    Slow,
    /// Until the token must have come.
    Token,
    /// Until the frame must have loaded.
    Load,
    /// Until a loaded frame must have shown a sign of life.
    Silence,
    /// Until the back end must have confirmed.
    Confirm,
    /// For which the signer is shown that it is signed.
    Farewell,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the page for a token, and answer with [`Input::Token`] and this number.
    RequestToken(u32),
    /// The token that was asked for is not waited for any more.
    CancelToken,
    /// Send a new frame to the signing page with this token.
    OpenFrame(AccessToken),
    /// Take the frame away.
    CloseFrame,
    /// Open the signing page in a tab of its own.
    OpenTab(AccessToken),
    /// Start the timer, with its milliseconds; the one before is forgotten.
    StartTimer(Timer, u32),
    /// Forget the timer.
    StopTimer,
    /// Show the signer this.
    Show(View),
    /// Tell the page.
    Tell(Progress),
    /// Tell the page that the signing page does not come, and why.
    TellStalled(Error),
    /// Ask the page's back end about this claim, and answer with
    /// [`Input::Confirmed`].
    Confirm(Outcome),
    /// Take everything away, then settle the promise and tell the page. The last
    /// effect of a session, and there is exactly one.
    End(Result<Outcome, Error>),
}

/// What a session is told when it is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// How long it waits.
    pub timeouts: Timeouts,
    /// Whether the page confirms an outcome before it is told.
    pub confirms: bool,
}
