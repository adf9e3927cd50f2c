//! The sandbox as back ends, browsers and tests meet it: over HTTP.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod attachments;
mod control;
mod fates;
mod faults;
mod guide;
mod openapi;
mod process;
mod program;
mod receiver;
mod restarts;
mod signed_files;
mod signer;
mod signing;
mod signing_methods;
mod stage;
mod tokens;
mod webhooks;
