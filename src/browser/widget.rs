//! A session in a page: the state machine's effects, done.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    fmt,
    rc::Rc,
};

use documentolog_protocol::AccessToken;
use gloo_events::EventListener;
use js_sys::Date;
use wasm_bindgen::JsValue;
use web_sys::{AbortController, AbortSignal, Document, Element, HtmlElement, MessageEvent, Window};

use super::{
    frame::{Frame, News},
    gate, local_network,
    panel::Press,
    preconnect::Preconnect,
    presence::{Presence, Sign},
    promise::{self, Request},
    router::Route,
    surface::{Removal, Surface},
    timer::Timer,
    token_value,
};
use crate::{
    allowance::Allowance,
    error::{Error, ErrorCode},
    event::{BlockedBy, ClosedBy, Diagnostic, Outcome, Phase, Progress, Refusal},
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
    /// Whether [`Self::confirm`] is to be asked before an outcome is told.
    fn confirms(&self) -> bool {
        false
    }
    /// Asks the back end whether what the browser claims is so: a promise that
    /// resolves if it is, to anything but `false`. The signal is aborted when the
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
    options: Options,
    place: Place,
    page: Box<dyn Page>,
    parts: RefCell<Parts>,
    /// Inputs that came while another was being handled.
    inputs: RefCell<VecDeque<Input>>,
    handling: Cell<bool>,
    allowance: Cell<Allowance>,
    /// Whether the page's own policies have been looked at.
    are_policies_checked: Cell<bool>,
    cause: RefCell<JsValue>,
    /// Keeps the session alive until it ends, even if the page drops its handle.
    itself: RefCell<Option<Rc<Widget>>>,
}

/// What a session has in the page, in the order in which it is taken away.
#[derive(Default)]
struct Parts {
    listeners: Vec<EventListener>,
    removal: Option<Removal>,
    timer: Option<Timer>,
    /// With its number.
    token: Option<(u32, Request)>,
    preconnect: Option<Preconnect>,
    confirmation: Option<Request>,
    view: Option<Shown>,
    surface: Option<Surface>,
}

/// What there is for as long as there is a frame.
struct Shown {
    _presence: Presence,
    _route: Route,
    frame: Frame,
}

/// Opens a session. `signal` ends it with the error `aborted`.
pub fn open(
    place: Place,
    options: Options,
    signal: Option<&AbortSignal>,
    page: impl Page + 'static,
) -> Rc<Widget> {
    let settings = Settings {
        timeouts: options.timeouts,
        confirms: page.confirms(),
    };
    let widget = Rc::new(Widget {
        session: RefCell::new(Session::new(settings)),
        options,
        place,
        page: Box::new(page),
        parts: RefCell::default(),
        inputs: RefCell::default(),
        handling: Cell::new(false),
        allowance: Cell::default(),
        are_policies_checked: Cell::new(false),
        cause: RefCell::new(JsValue::UNDEFINED),
        itself: RefCell::default(),
    });
    widget.itself.replace(Some(Rc::clone(&widget)));
    if let Some(signal) = signal {
        if signal.aborted() {
            widget.abort(signal);
            return widget;
        }
        widget.listen_to(signal);
    }
    match widget.build_surface() {
        Ok(()) => widget.take(Input::Open),
        Err(_) => widget.take(Input::Fail(ErrorCode::ContainerMissing.into())),
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

    /// What the session is doing.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.session.borrow().phase()
    }

    /// A window message from this session's frame, or one that says so.
    pub(super) fn receive(self: &Rc<Self>, event: &MessageEvent) {
        let frame = self.frame_window();
        match gate::read(event, frame.as_ref(), &self.options) {
            Ok(message) => self.take(Input::Message(message)),
            Err(refusal) => self.refuse(refusal, event),
        }
    }

    /// Tells the page of a message that does not count, if it has not been told often.
    pub(super) fn refuse(&self, reason: Refusal, event: &MessageEvent) {
        let mut allowance = self.allowance.get();
        if allowance.take(reason, event.time_stamp()) {
            self.allowance.set(allowance);
            self.page.diagnose(&Diagnostic::MessageRefused {
                reason,
                origin: gate::origin(event),
            });
        }
    }

    /// The browser has said whether the signer lets the frame reach NCALayer.
    pub(super) fn local_network_answered(&self, blocked: Option<BlockedBy>) {
        if self.phase() == Phase::Ended {
            return;
        }
        let texts = self.options.locale.texts();
        self.notify(blocked.map(|_| texts.eds_blocked_by_signer));
        if let Some(by) = blocked {
            self.page.diagnose(&Diagnostic::local_network_blocked(by));
        }
    }

    /// Keeps a listener for as long as the session lives.
    pub(super) fn keep(&self, listener: EventListener) {
        if self.phase() != Phase::Ended {
            self.parts.borrow_mut().listeners.push(listener);
        }
    }

    fn frame_window(&self) -> Option<Window> {
        self.parts.borrow().view.as_ref()?.frame.window()
    }

    /// Hands an input to the state machine and does what it says. An input that
    /// comes from within (a callback that closes the session) waits its turn.
    fn take(self: &Rc<Self>, input: Input) {
        self.inputs.borrow_mut().push_back(input);
        if self.handling.replace(true) {
            return;
        }
        loop {
            let Some(input) = self.inputs.borrow_mut().pop_front() else {
                break;
            };
            let effects = self.session.borrow_mut().handle(input);
            for effect in effects {
                self.perform(effect);
            }
        }
        self.handling.set(false);
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::RequestToken(number) => self.request_token(number),
            Effect::CancelToken => drop(self.take_part(|parts| parts.token.take())),
            Effect::OpenFrame(token) => {
                if self.open_frame(&token).is_err() {
                    self.take(Input::Fail(ErrorCode::ContainerMissing.into()));
                }
            }
            Effect::CloseFrame => self.close_frame(),
            Effect::OpenTab(token) => self.open_tab(&token),
            Effect::StartTimer(timer, milliseconds) => self.start_timer(timer, milliseconds),
            Effect::StopTimer => drop(self.take_part(|parts| parts.timer.take())),
            Effect::Show(view) => {
                if let Some(surface) = &self.parts.borrow().surface {
                    surface.show(view);
                }
            }
            Effect::Tell(progress) => self.page.tell(&progress),
            Effect::TellStalled(error) => self.page.stalled(&error),
            Effect::Confirm(claim) => self.confirm(&claim),
            Effect::End(result) => {
                drop(self.parts.take());
                self.page.ended(result.as_ref(), &self.cause.take());
                self.itself.take();
            }
        }
    }

    /// Takes a part out before it is dropped: dropping may call out to the page.
    fn take_part<T>(&self, take: impl FnOnce(&mut Parts) -> Option<T>) -> Option<T> {
        take(&mut self.parts.borrow_mut())
    }

    /// A callback that hands on an input while the session lives.
    fn hand_on<T>(
        self: &Rc<Self>,
        input: impl Fn(T) -> Input + Clone + 'static,
    ) -> impl Fn(T) + Clone + 'static {
        let widget = Rc::downgrade(self);
        move |value| {
            if let Some(widget) = widget.upgrade() {
                widget.take(input(value));
            }
        }
    }

    fn listen_to(self: &Rc<Self>, signal: &AbortSignal) {
        let (widget, aborted) = (Rc::downgrade(self), signal.clone());
        let listener = EventListener::once(signal, "abort", move |_| {
            if let Some(widget) = widget.upgrade() {
                widget.abort(&aborted);
            }
        });
        self.keep(listener);
    }

    fn abort(self: &Rc<Self>, signal: &AbortSignal) {
        if self.phase() != Phase::Ended {
            self.cause.replace(signal.reason());
            self.take(Input::Abort);
        }
    }

    fn build_surface(self: &Rc<Self>) -> Result<(), JsValue> {
        let (window, document) = page()?;
        let press = self.hand_on(|press| match press {
            Press::Close => Input::Close(ClosedBy::Signer),
            Press::Retry => Input::Retry,
            Press::OpenInTab => Input::OpenInTab,
        });
        let surface = match &self.place {
            Place::Inline(container) if container.is_connected() => {
                Surface::inline(&document, container, self.page.host(), &self.options, press)?
            }
            Place::Inline(_) => return Err(JsValue::UNDEFINED),
            Place::Dialog => Surface::dialog(&document, self.page.host(), &self.options, press)?,
        };
        let removed = self.hand_on(|()| Input::Close(ClosedBy::Page));
        let removal = surface.watch_removal(move || removed(()));
        let mut parts = self.parts.borrow_mut();
        parts.removal = removal;
        parts.surface = Some(surface);
        if self.options.leave_guard {
            parts.listeners.push(EventListener::new_with_options(
                &window,
                "beforeunload",
                gloo_events::EventListenerOptions::enable_prevent_default(),
                |event| event.prevent_default(),
            ));
        }
        Ok(())
    }

    fn open_frame(self: &Rc<Self>, token: &AccessToken) -> Result<(), JsValue> {
        let (window, document) = page()?;
        let base_url = self.options.base_url();
        let frame = {
            let parts = self.parts.borrow();
            let surface = parts.surface.as_ref().ok_or(JsValue::UNDEFINED)?;
            Frame::blank(&document, surface.room(), &self.options)?
        };
        // Listening comes before navigating: no message can be missed.
        let route = Route::new(frame.window().ok_or(JsValue::UNDEFINED)?, self);
        let sign = self.hand_on(|sign| match sign {
            Sign::Focus => Input::FrameFocused,
            Sign::Activity => Input::Activity,
        });
        let presence = Presence::watch(
            &window,
            frame.element(),
            self.options.timeouts.activity,
            sign,
        );
        let mut shown = Shown {
            _presence: presence,
            _route: route,
            frame,
        };
        let tell = self.hand_on(|news| match news {
            News::Loaded => Input::FrameLoaded,
            News::Lost => Input::FrameLost,
            News::Blocked(code) => Input::FrameBlocked(code),
        });
        let url = base_url.embed_url(token);
        shown
            .frame
            .navigate(&document, &url, base_url.origin(), tell)?;
        self.parts.borrow_mut().view = Some(shown);
        // The request is on its way by now: what follows takes nothing of its time.
        self.check_policies(&window, &document);
        Ok(())
    }

    fn close_frame(&self) {
        if let Some(surface) = &self.parts.borrow().surface {
            surface.frame_goes();
        }
        drop(self.take_part(|parts| parts.view.take()));
    }

    /// What of the page's own policies the integrator should know of; once a session.
    fn check_policies(self: &Rc<Self>, window: &Window, document: &Document) {
        if self.are_policies_checked.replace(true) {
            return;
        }
        let is_isolated = js_sys::Reflect::get(window, &"crossOriginIsolated".into())
            .is_ok_and(|isolated| isolated.is_truthy());
        if is_isolated && !self.options.credentialless {
            self.page.diagnose(&Diagnostic::embedder_policy());
        }
        let origin = self.options.base_url().origin();
        if local_network::is_forbidden_by_page(document, origin).unwrap_or(false) {
            self.notify(Some(self.options.locale.texts().eds_blocked_by_page));
            self.page
                .diagnose(&Diagnostic::local_network_blocked(BlockedBy::Page));
        } else {
            local_network::watch(self);
        }
    }

    fn notify(&self, text: Option<&str>) {
        if let Some(surface) = &self.parts.borrow().surface {
            surface.notify(text);
        }
    }

    fn open_tab(&self, token: &AccessToken) {
        let url = self.options.base_url().embed_url(token);
        if let Ok((window, _)) = page() {
            // The tab gets neither a handle on this page nor its address.
            let _ = window.open_with_url_and_target_and_features(
                url.expose(),
                "_blank",
                "noopener,noreferrer",
            );
        }
    }

    fn start_timer(self: &Rc<Self>, timer: session::Timer, milliseconds: u32) {
        let elapsed = self.hand_on(Input::Elapsed);
        let pauses = timer != session::Timer::Farewell;
        let started = page().and_then(|(window, _)| {
            Timer::start(&window, milliseconds, pauses, move || elapsed(timer))
        });
        let before = self.parts.borrow_mut().timer.take();
        drop(before);
        self.parts.borrow_mut().timer = started.ok();
    }

    fn request_token(self: &Rc<Self>, number: u32) {
        let begun = self.page.begun_request();
        let Some(controller) = begun.or_else(|| AbortController::new().ok()) else {
            return self.take(Input::Token(
                number,
                Err(ErrorCode::TokenRequestFailed.into()),
            ));
        };
        let request = Request::new(controller);
        let signal = request.signal();
        self.parts.borrow_mut().token = Some((number, request));
        let value = match self.page.request_token(&signal) {
            Ok(value) => value,
            Err(cause) => return self.token_failed(number, cause),
        };
        if value.is_string() {
            return self.token_came(number, &value);
        }
        // While the token is on its way, so may the connection be that it is for.
        if let Ok((_, document)) = page() {
            let origin = self.options.base_url().origin();
            self.parts.borrow_mut().preconnect = Preconnect::new(&document, origin).ok();
        }
        let (for_value, for_error) = (Rc::downgrade(self), Rc::downgrade(self));
        promise::settle(
            &value,
            move |value| {
                if let Some(widget) = for_value.upgrade() {
                    widget.token_came(number, &value);
                }
            },
            move |cause| {
                if let Some(widget) = for_error.upgrade() {
                    widget.token_failed(number, cause);
                }
            },
        );
    }

    fn token_came(self: &Rc<Self>, number: u32, value: &JsValue) {
        self.token_is_over(number);
        drop(self.take_part(|parts| parts.preconnect.take()));
        let token = token_value::read(value, Date::now() / 1_000.0);
        self.take(Input::Token(number, token));
    }

    fn token_failed(self: &Rc<Self>, number: u32, cause: JsValue) {
        if self.token_is_over(number) {
            self.cause.replace(cause);
        }
        self.take(Input::Token(
            number,
            Err(ErrorCode::TokenRequestFailed.into()),
        ));
    }

    /// Whether this request is the one that is waited for; if so, it is no more.
    fn token_is_over(&self, number: u32) -> bool {
        let request =
            self.take_part(|parts| parts.token.take_if(|(current, _)| *current == number));
        request.map(|(_, request)| request.finish()).is_some()
    }

    fn confirm(self: &Rc<Self>, claim: &Outcome) {
        let Ok(controller) = AbortController::new() else {
            return self.take(Input::Confirmed(false));
        };
        let request = Request::new(controller);
        let signal = request.signal();
        self.parts.borrow_mut().confirmation = Some(request);
        let answer = match self.page.confirm(claim, &signal) {
            Ok(answer) => answer,
            Err(cause) => return self.confirmation_came(Err(cause)),
        };
        let (for_value, for_error) = (Rc::downgrade(self), Rc::downgrade(self));
        promise::settle(
            &answer,
            move |value| {
                if let Some(widget) = for_value.upgrade() {
                    widget.confirmation_came(Ok(value));
                }
            },
            move |cause| {
                if let Some(widget) = for_error.upgrade() {
                    widget.confirmation_came(Err(cause));
                }
            },
        );
    }

    fn confirmation_came(self: &Rc<Self>, answer: Result<JsValue, JsValue>) {
        if let Some(request) = self.take_part(|parts| parts.confirmation.take()) {
            request.finish();
        }
        // A back end that answers "no" has answered: `false` is not a confirmation.
        let is_confirmed = answer
            .as_ref()
            .is_ok_and(|value| value.as_bool() != Some(false));
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

fn page() -> Result<(Window, Document), JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let document = window.document().ok_or(JsValue::UNDEFINED)?;
    Ok((window, document))
}
