//! The sandbox as back ends and browsers meet it: over HTTP.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../receiver/mod.rs"]
mod receiver;
mod signatures;
#[path = "../signer/mod.rs"]
mod signer;
mod stage;
mod tokens;
