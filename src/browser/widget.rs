//! A session in a page: the state machine's effects, done.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    fmt,
    rc::Rc,
};

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, Element, MessageEvent, Window};

use super::{frame::Frame, gate, router::Route, surface::Surface, token_value};
use crate::{
    error::{Error, ErrorCode},
    event::{ClosedBy, Outcome, Phase, Progress, Refusal},
    options::Options,
    session::{Effect, Input, Session},
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
    /// either. The error is kept as the cause of `token-request-failed`.
    ///
    /// # Errors
    /// Whatever was thrown.
    fn request_token(&self) -> Result<JsValue, JsValue>;
    /// Something happened.
    fn tell(&self, progress: &Progress);
    /// A window message was not taken. `origin` is that of the window that posted
    /// it. Each reason is told once a session.
    fn refused(&self, refusal: Refusal, origin: &str);
    /// The session is over, and nothing of it is left in the page. `cause` is what
    /// the token function threw, if it did. Called once.
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
    refusals_told: Cell<u8>,
    cause: RefCell<JsValue>,
    /// Keeps the session alive until it ends, even if the page drops its handle.
    itself: RefCell<Option<Rc<Widget>>>,
}

/// What a session has in the page, in the order in which it is taken away.
#[derive(Default)]
struct Parts {
    route: Option<Route>,
    frame: Option<Frame>,
    surface: Option<Surface>,
}

/// Opens a session.
pub fn open(place: Place, options: Options, page: impl Page + 'static) -> Rc<Widget> {
    let widget = Rc::new(Widget {
        session: RefCell::default(),
        options,
        place,
        page: Box::new(page),
        parts: RefCell::default(),
        inputs: RefCell::default(),
        handling: Cell::new(false),
        refusals_told: Cell::new(0),
        cause: RefCell::new(JsValue::UNDEFINED),
        itself: RefCell::default(),
    });
    widget.itself.replace(Some(Rc::clone(&widget)));
    match widget.build_surface() {
        Ok(surface) => {
            widget.parts.borrow_mut().surface = Some(surface);
            widget.take(Input::Open);
        }
        Err(_) => widget.take(Input::Fail(ErrorCode::ContainerMissing.into())),
    }
    widget
}

impl Widget {
    /// Closes the session for the page. After its end this does nothing.
    pub fn close(self: &Rc<Self>) {
        self.take(Input::Close(ClosedBy::Page));
    }

    /// What the session is doing.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.session.borrow().phase()
    }

    /// A window message from this session's frame, or one that says so.
    pub(super) fn receive(self: &Rc<Self>, event: &MessageEvent) {
        let frame = self.parts.borrow().frame.as_ref().and_then(Frame::window);
        match gate::read(event, frame.as_ref(), &self.options) {
            Ok(message) => self.take(Input::Message(message)),
            Err(refusal) => self.refuse(refusal, event),
        }
    }

    fn refuse(&self, refusal: Refusal, event: &MessageEvent) {
        let bit = 1 << refusal as u8;
        let told = self.refusals_told.get();
        if told & bit == 0 {
            self.refusals_told.set(told | bit);
            self.page.refused(refusal, &event.origin());
        }
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
            Effect::RequestToken => self.request_token(),
            Effect::OpenFrame(token) => {
                let url = self.options.base_url().embed_url(&token);
                if self.open_frame(&url).is_err() {
                    self.take(Input::Fail(ErrorCode::ContainerMissing.into()));
                }
            }
            Effect::Tell(progress) => {
                if progress == Progress::Ready
                    && let Some(surface) = &self.parts.borrow().surface
                {
                    surface.say("");
                }
                self.page.tell(&progress);
            }
            Effect::End(result) => {
                drop(self.parts.take());
                self.page.ended(result.as_ref(), &self.cause.take());
                self.itself.take();
            }
        }
    }

    fn build_surface(self: &Rc<Self>) -> Result<Surface, JsValue> {
        let (_, document) = page()?;
        let surface = match &self.place {
            Place::Inline(container) if container.is_connected() => {
                Surface::inline(&document, container, &self.options)?
            }
            Place::Inline(_) => return Err(JsValue::UNDEFINED),
            Place::Dialog => {
                let widget = Rc::downgrade(self);
                Surface::dialog(&document, &self.options, move || {
                    if let Some(widget) = widget.upgrade() {
                        widget.take(Input::Close(ClosedBy::Signer));
                    }
                })?
            }
        };
        surface.say(self.options.locale.texts().loading);
        Ok(surface)
    }

    fn open_frame(self: &Rc<Self>, url: &documentolog_protocol::EmbedUrl) -> Result<(), JsValue> {
        let (window, document) = page()?;
        let mut parts = self.parts.borrow_mut();
        let surface = parts.surface.as_ref().ok_or(JsValue::UNDEFINED)?;
        let mut frame = Frame::blank(&document, surface.room(), &self.options)?;
        // Listening comes before navigating: no message can be missed.
        let route = Route::new(&window, frame.window().ok_or(JsValue::UNDEFINED)?, self);
        let widget = Rc::downgrade(self);
        frame.navigate(url, move || {
            if let Some(widget) = widget.upgrade() {
                widget.take(Input::FrameLoaded);
            }
        })?;
        parts.route = Some(route);
        parts.frame = Some(frame);
        Ok(())
    }

    fn request_token(self: &Rc<Self>) {
        let value = match self.page.request_token() {
            Ok(value) => value,
            Err(cause) => return self.token_failed(cause),
        };
        if value.is_string() {
            return self.take(Input::Token(token_value::read(&value)));
        }
        // A promise, of any kind that has a `then`, or an object.
        let promise = Promise::resolve(&value);
        let (for_value, for_error) = (Rc::downgrade(self), Rc::downgrade(self));
        // Given to JavaScript, which frees them with the promise. One that was
        // dropped with the session would throw when the promise settles late.
        let resolved: Function = Closure::once_into_js(move |value: JsValue| {
            if let Some(widget) = for_value.upgrade() {
                widget.take(Input::Token(token_value::read(&value)));
            }
        })
        .unchecked_into();
        let rejected: Function = Closure::once_into_js(move |cause: JsValue| {
            if let Some(widget) = for_error.upgrade() {
                widget.token_failed(cause);
            }
        })
        .unchecked_into();
        then(&promise, &resolved, &rejected);
    }

    fn token_failed(self: &Rc<Self>, cause: JsValue) {
        self.cause.replace(cause);
        self.take(Input::Token(Err(ErrorCode::TokenRequestFailed.into())));
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

/// `promise.then(resolved, rejected)` with functions that JavaScript owns.
fn then(promise: &Promise, resolved: &Function, rejected: &Function) {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = Promise)]
        type AnyPromise;
        #[wasm_bindgen(method)]
        fn then(this: &AnyPromise, resolved: &Function, rejected: &Function) -> JsValue;
    }

    promise
        .unchecked_ref::<AnyPromise>()
        .then(resolved, rejected);
}
