//! The demo's playground: every knob, every fault and every attack, as an integrator tries
//! them, in each browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod breaking;
mod code;
mod knobs;
mod people;
mod signing;
