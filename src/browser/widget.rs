//! A session in a page: the state machine's effects, done.

use alloc::{boxed::Box, rc::Rc, vec::Vec};
use core::{
    cell::{Cell, RefCell},
    fmt,
};

use documentolog_protocol::AccessToken;
use wasm_bindgen::JsValue;
use web_sys::{AbortController, AbortSignal, Element, HtmlElement};

use super::{
    frame::Frame,
    hearing::{Ear, Hearing, What},
    host, local_network,
    preconnect::Preconnect,
    presence::Presence,
    promise::Request,
    sessions::{self, Route},
    surface::Surface,
    timer::Timer,
    token_value,
};
use crate::{
    allowance::Allowance,
    error::{Error, ErrorCode},
    event::{BlockedBy, ClosedBy, Diagnostic, Outcome, Phase, Progress},
    options::Options,
    session::{self, Effect, Input, Session, Settings},
};

/// Where a session is shown.
#[derive(Clone, Debug)]
pub enum Place {
    /// In a modal dialog over the page.
    Dialog,
    /// In an element of the page, which it fills.
    Inline(Element),
}

/// The page, as a session sees it. No method is called while the session holds a
/// borrow, so each may call the session in turn.
pub trait Page {
    /// Asks for a token: a string, the service's whole answer, or a promise of
    /// either. The signal is aborted when the token is not waited for any more. The
    /// error is kept as the cause of `token-request-failed`.
    ///
    /// # Errors
    /// Whatever was thrown.
    fn request_token(&self, signal: &AbortSignal) -> Result<JsValue, JsValue>;
    /// The controller of a request that the page has begun before it opened the
    /// session, if it has: the first [`Self::request_token`] is given its signal.
    fn begun_request(&self) -> Option<AbortController> {
        None
    }
    /// The element that the widget is to live in: a fresh one, which it puts into its
    /// place and takes out at the end. It makes one itself if there is none.
    fn host(&self) -> Option<HtmlElement> {
        None
    }
    /// Something happened.
    fn tell(&self, progress: &Progress);
    /// The signing page does not come, for this reason. The session goes on: the
    /// signer may try again, and so may the page.
    fn stalled(&self, error: &Error);
    /// Something an integrator may want to know.
    fn diagnose(&self, diagnostic: &Diagnostic);
    /// Whether [`Self::diagnose`] tells anybody of messages that do not count: a stranger's
    /// is told to each session, and that takes time with many.
    fn hears_refusals(&self) -> bool {
        true
    }
    /// Whether [`Self::confirm`] is to be asked before an outcome is told.
    fn confirms(&self) -> bool {
        false
    }
    /// Asks the back end whether what the browser claims is so: `true` if it is, or a
    /// promise of that. Anything else is no confirmation. The signal is aborted when the
    /// answer is not waited for any more. The error is kept as the cause of
    /// `confirm-failed`.
    ///
    /// # Errors
    /// Whatever was thrown.
    fn confirm(&self, claim: &Outcome, signal: &AbortSignal) -> Result<JsValue, JsValue> {
        let _ = (claim, signal);
        Ok(JsValue::UNDEFINED)
    }
    /// The session is over, and nothing of it is left in the page. `cause` is what
    /// the token function or the confirmation threw, or the abort signal's reason, if
    /// one of them ended it. Called once.
    fn ended(&self, result: Result<&Outcome, &Error>, cause: &JsValue);
}

/// An open session. It lives on by itself until it ends; this is a handle.
pub struct Widget {
    session: RefCell<Session>,
    pub(super) options: Options,
    pub(super) page: Box<dyn Page>,
    pub(super) parts: RefCell<Parts>,
    /// Inputs that came while another was being handled.
    inputs: RefCell<Vec<Input>>,
    handling: Cell<bool>,
    pub(super) allowance: Cell<Allowance>,
    /// Whether anybody hears of messages that do not count.
    pub(super) hears_refusals: bool,
    /// Whether the page's own policies have been looked at.
    are_policies_checked: Cell<bool>,
    cause: RefCell<JsValue>,
    ear: Ear,
}

/// What a session has in the page, in the order in which it is taken away.
#[derive(Default)]
pub(super) struct Parts {
    hearings: Vec<Hearing>,
    pub(super) timer: Option<(session::Timer, Timer)>,
    /// With its number.
    token: Option<(u32, Request)>,
    preconnect: Option<Preconnect>,
    confirmation: Option<Request>,
    pub(super) local_network: Option<local_network::Watch>,
    /// A frame that waits for its token.
    blank: Option<Frame>,
    pub(super) view: Option<Shown>,
    surface: Option<Rc<Surface>>,
}

/// What there is for as long as there is a frame.
pub(super) struct Shown {
    pub(super) presence: Presence,
    _route: Route,
    pub(super) frame: Frame,
}

/// Opens a session. `signal` ends it with the error `aborted`.
pub fn open(
    place: Place,
    options: Options,
    signal: Option<&AbortSignal>,
    page: impl Page + 'static,
) -> Rc<Widget> {
    open_boxed(place, options, signal, Box::new(page))
}

fn open_boxed(
    place: Place,
    options: Options,
    signal: Option<&AbortSignal>,
    page: Box<dyn Page>,
) -> Rc<Widget> {
    let settings = Settings {
        timeouts: options.timeouts,
        confirms: page.confirms(),
    };
    let number = sessions::new_number();
    let widget = Rc::new(Widget {
        hears_refusals: page.hears_refusals(),
        session: RefCell::new(Session::new(settings)),
        options,
        page,
        parts: RefCell::default(),
        inputs: RefCell::default(),
        handling: Cell::new(false),
        allowance: Cell::default(),
        are_policies_checked: Cell::new(false),
        cause: RefCell::new(JsValue::UNDEFINED),
        ear: Ear(number),
    });
    sessions::keep(number, Rc::clone(&widget));
    if let Some(signal) = signal {
        if host::is_true(signal, "aborted") {
            widget.abort(signal);
            return widget;
        }
        widget.keep(What::Aborted, signal, "abort");
    }
    widget.take(if widget.build_surface(&place) {
        Input::Open
    } else {
        Input::Fail(ErrorCode::ContainerMissing.into())
    });
    // Whoever was told of it may have taken it out, which browsers tell only of what has been shown.
    if widget.is_gone() {
        widget.close();
    }
    let presentation = widget.surface().map(|surface| surface.presentation());
    if let Some(present) = presentation {
        present();
    }
    widget
}

impl Widget {
    /// Closes the session for the page. After its end this does nothing.
    pub fn close(self: &Rc<Self>) {
        self.take(Input::Close(ClosedBy::Page));
    }

    /// Opens the signing page anew, with a new token. Does nothing while a token is
    /// on its way, and after the signer has signed.
    pub fn retry(self: &Rc<Self>) {
        self.take(Input::Retry);
    }

    /// The number by which JavaScript knows the session.
    pub(crate) fn number(&self) -> u32 {
        self.ear.0
    }

    /// What the session is doing.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.session.borrow().phase()
    }

    /// Hears an event for as long as the session lives.
    fn keep(&self, what: What, target: &JsValue, kind: &str) {
        let hearing = self.ear.listen(what, target, kind);
        self.parts.borrow_mut().hearings.push(hearing);
    }

    /// Hands an input to the state machine and does what it says. An input that
    /// comes from within (a callback that closes the session) waits its turn.
    pub(super) fn take(self: &Rc<Self>, input: Input) {
        self.inputs.borrow_mut().push(input);
        if self.handling.replace(true) {
            return;
        }
        loop {
            let inputs = self.inputs.take();
            if inputs.is_empty() {
                break;
            }
            for input in inputs {
                let effects = self.session.borrow_mut().handle(input);
                for effect in effects {
                    self.perform(effect);
                }
            }
        }
        self.handling.set(false);
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::RequestToken(number) => self.request_token(number),
            Effect::CancelToken => drop(self.take_part(|parts| parts.token.take())),
            Effect::OpenFrame(token) => self.open_frame(&token),
            Effect::CloseFrame => self.close_frame(),
            Effect::OpenTab(token) => self.open_tab(&token),
            Effect::StartTimer(timer, milliseconds) => self.start_timer(timer, milliseconds),
            Effect::StopTimer => drop(self.take_part(|parts| parts.timer.take())),
            Effect::Show(view) => {
                let gives_focus = self.surface().is_some_and(|surface| surface.show(view));
                if gives_focus && let Some(shown) = &mut self.parts.borrow_mut().view {
                    shown.presence.is_given_focus();
                }
            }
            Effect::Tell(progress) => self.page.tell(&progress),
            Effect::TellStalled(error) => self.page.stalled(&error),
            Effect::Confirm(claim) => self.confirm(&claim),
            Effect::End(result) => {
                drop(self.parts.take());
                self.page.ended(result.as_ref(), &self.cause.take());
                sessions::forget(self.number());
            }
        }
    }

    /// Takes a part out before it is dropped: dropping may call out to the page.
    pub(super) fn take_part<T>(&self, take: impl FnOnce(&mut Parts) -> Option<T>) -> Option<T> {
        take(&mut self.parts.borrow_mut())
    }

    pub(super) fn abort(self: &Rc<Self>, signal: &JsValue) {
        if self.phase() != Phase::Ended {
            self.cause.replace(host::get(signal, "reason"));
            self.take(Input::Abort);
        }
    }

    /// The surface, to be used while no part is borrowed: what it does may move the focus,
    /// of which the session hears at once.
    pub(super) fn surface(&self) -> Option<Rc<Surface>> {
        self.parts.borrow().surface.clone()
    }

    /// Whether the page has taken out what is shown.
    pub(super) fn is_gone(&self) -> bool {
        self.surface().is_some_and(|surface| surface.is_gone())
    }

    /// Whether there is a place for it.
    fn build_surface(&self, place: &Place) -> bool {
        let surface = Surface::open(place, self.page.host(), &self.options, self.ear);
        let is_open = surface.is_some();
        self.parts.borrow_mut().surface = surface.map(Rc::new);
        // Without a place there may be no page either.
        if is_open {
            let document = host::get(&host::window(), "document");
            self.keep(What::Visibility, &document, "visibilitychange");
            if self.options.leave_guard {
                self.keep(What::Leaving, &host::window(), "beforeunload");
            }
        }
        is_open
    }

    fn open_frame(self: &Rc<Self>, token: &AccessToken) {
        // Taken out of the page together with its place, of which browsers tell a little later: a
        // frame has no window there.
        if self.is_gone() {
            return self.take(Input::Close(ClosedBy::Page));
        }
        let Some(mut frame) = self.blank_frame() else {
            return;
        };
        // Listening comes before navigating: no message can be missed.
        let route = Route::new(frame.window(), self.ear.0);
        let presence = Presence::watch(frame.element(), self.options.timeouts.activity, self.ear);
        let base_url = self.options.base_url();
        let is_sent = frame.navigate(&base_url.embed_url(token), base_url.origin());
        self.parts.borrow_mut().view = Some(Shown {
            presence,
            _route: route,
            frame,
        });
        if !is_sent {
            let error = Error::about(ErrorCode::BaseUrlRefused, "baseUrl");
            return self.take(Input::Fail(error));
        }
        // The request is on its way by now: what follows takes nothing of its time.
        self.check_policies();
    }

    /// The frame that has been made while the token was on its way, or one made now.
    fn blank_frame(&self) -> Option<Frame> {
        if let Some(frame) = self.take_part(|parts| parts.blank.take()) {
            return Some(frame);
        }
        let room = self.surface()?.room();
        Some(Frame::blank(&room, &self.options, self.ear))
    }

    fn close_frame(&self) {
        if let Some(surface) = self.surface() {
            surface.frame_goes();
        }
        drop(self.take_part(|parts| parts.view.take()));
    }

    /// What of the page's own policies the integrator should know of; once a session.
    fn check_policies(&self) {
        if self.are_policies_checked.replace(true) {
            return;
        }
        let is_isolated = host::is_true(&host::window(), "crossOriginIsolated");
        if is_isolated && !self.options.credentialless {
            self.page.diagnose(&Diagnostic::embedder_policy());
        }
        if local_network::is_forbidden_by_page(self.options.base_url().origin()) {
            self.notify(Some(self.options.locale.texts().eds_blocked_by_page));
            self.page
                .diagnose(&Diagnostic::local_network_blocked(BlockedBy::Page));
        } else {
            let watch = local_network::Watch::begin(self.ear);
            self.parts.borrow_mut().local_network = watch;
        }
    }

    pub(super) fn notify(&self, text: Option<&str>) {
        if let Some(surface) = self.surface() {
            surface.notify(text);
        }
    }

    fn open_tab(&self, token: &AccessToken) {
        let url = self.options.base_url().embed_url(token);
        host::open_tab(url.expose());
    }

    fn start_timer(&self, timer: session::Timer, milliseconds: u32) {
        let pauses = timer != session::Timer::Farewell;
        let started = Timer::start(milliseconds, pauses, self.ear, What::Elapsed);
        let before = self.parts.borrow_mut().timer.replace((timer, started));
        drop(before);
    }

    fn request_token(self: &Rc<Self>, number: u32) {
        let request = Request::new(self.page.begun_request());
        let signal = request.signal();
        self.parts.borrow_mut().token = Some((number, request));
        let value = match self.page.request_token(&signal) {
            Ok(value) => value,
            Err(cause) => return self.token_came(Err(cause)),
        };
        if value.is_string() {
            return self.token_came(Ok(value));
        }
        // While the token is on its way, so may the connection be that it is for; and the
        // frame, which takes longer to make than anything else here.
        let link = Preconnect::new(self.options.base_url().origin());
        self.parts.borrow_mut().preconnect = link;
        let blank = self.blank_frame();
        self.parts.borrow_mut().blank = blank;
        self.ear.settle(What::Token, &value, &signal);
    }

    /// The token that is waited for has come, or is known not to.
    pub(super) fn token_came(self: &Rc<Self>, answer: Result<JsValue, JsValue>) {
        let Some((number, request)) = self.take_part(|parts| parts.token.take()) else {
            return;
        };
        request.finish();
        drop(self.take_part(|parts| parts.preconnect.take()));
        let token = match answer {
            Ok(value) => token_value::read(&value, host::date_now() / 1_000.0),
            Err(cause) => {
                self.cause.replace(cause);
                Err(ErrorCode::TokenRequestFailed.into())
            }
        };
        self.take(Input::Token(number, token));
    }

    fn confirm(self: &Rc<Self>, claim: &Outcome) {
        let request = Request::new(None);
        let signal = request.signal();
        self.parts.borrow_mut().confirmation = Some(request);
        match self.page.confirm(claim, &signal) {
            Ok(answer) => self.ear.settle(What::Confirmation, &answer, &signal),
            Err(cause) => self.confirmation_came(Err(cause)),
        }
    }

    pub(super) fn confirmation_came(self: &Rc<Self>, answer: Result<JsValue, JsValue>) {
        if let Some(request) = self.take_part(|parts| parts.confirmation.take()) {
            request.finish();
        }
        // Nothing but `true`: what was not looked into (an answer of whatever status, an object)
        // must not pass for a yes.
        let is_confirmed = answer
            .as_ref()
            .is_ok_and(|value| value.as_bool() == Some(true));
        if let (Err(cause), Phase::Confirming) = (answer, self.phase()) {
            self.cause.replace(cause);
        }
        self.take(Input::Confirmed(is_confirmed));
    }
}

impl fmt::Debug for Widget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Widget")
            .field("phase", &self.phase())
            .finish_non_exhaustive()
    }
}
