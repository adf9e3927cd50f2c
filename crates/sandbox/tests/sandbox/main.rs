//! The sandbox as programs steer it: its process, its control API.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod attachments;
mod control;
mod fates;
mod guide;
mod openapi;
mod process;
mod program;
#[path = "../receiver/mod.rs"]
mod receiver;
mod restarts;
mod signed_files;
#[path = "../signer/mod.rs"]
mod signer;
mod signing_methods;
mod stage;
