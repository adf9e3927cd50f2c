//! The shop's back end over HTTP, as browsers and the service meet it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod kills;
mod logs;
mod page;
mod playground;
mod restarts;
mod secrets;
mod signing;
mod stage;
mod texts;
mod webhooks;
