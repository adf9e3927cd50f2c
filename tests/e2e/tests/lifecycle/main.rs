//! How a session waits, stalls, goes on and ends: with a service that goes wrong on
//! demand, in each browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod blocking;
mod ending;
mod stalling;
mod telling;
