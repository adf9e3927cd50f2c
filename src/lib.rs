//! Documentolog's signing page, embedded: the widget.
//!
//! Inside are three rooms, and each knows only those above it:
//!
//! * the pure core ([`options`], [`session`], [`timeouts`],
//!   [`view`], [`event`], [`error`], [`texts`]):
//!   what happens, as values; no browser, no clock, no network;
//! * [`browser`]: the only place that touches the page (frame, listener, dialog),
//!   each part a value that cleans up when dropped;
//! * [`js`]: the face for JavaScript, by wasm-bindgen, without logic of its own.
//!
//! JavaScript gets at it through the npm package `documentolog-embed`; a Rust
//! front end calls [`browser::open`]:
//!
//! ```no_run
//! use documentolog_embed::{
//!     browser::{self, Page, Place},
//!     error::Error,
//!     event::{Diagnostic, Outcome, Progress},
//!     options::Options,
//! };
//! use wasm_bindgen::JsValue;
//! use web_sys::AbortSignal;
//!
//! struct Checkout;
//!
//! impl Page for Checkout {
//!     fn request_token(&self, signal: &AbortSignal) -> Result<JsValue, JsValue> {
//!         // Or a promise of what your back end answers.
//!         Ok(JsValue::from_str("an access token"))
//!     }
//!     fn tell(&self, progress: &Progress) {}
//!     fn stalled(&self, error: &Error) {}
//!     fn diagnose(&self, diagnostic: &Diagnostic) {}
//!     fn ended(&self, result: Result<&Outcome, &Error>, cause: &JsValue) {
//!         if let Ok(Outcome::Signed { method, .. }) = result {
//!             // A claim: the webhook that reaches the back end is the fact.
//!         }
//!     }
//! }
//!
//! let widget = browser::open(Place::Dialog, Options::default(), None, Checkout);
//! widget.close();
//! ```

#![cfg_attr(all(feature = "module", target_arch = "wasm32"), no_std)]

extern crate alloc;

mod allowance;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod bindings;
pub mod browser;
pub mod error;
pub mod event;
mod global;
pub mod js;
#[cfg(all(feature = "module", target_arch = "wasm32"))]
mod module;
pub mod options;
pub mod session;
pub mod texts;
pub mod timeouts;
pub mod view;

pub use documentolog_protocol as protocol;
