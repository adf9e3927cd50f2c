//! The back-end half for Node.js, Deno and Bun: what `documentolog-server` decides, compiled
//! to WebAssembly. The npm package's `documentolog-embed/server` stands in front of it, and
//! does what takes a runtime: `fetch`, time, the store's promises.
//!
//! Values cross by serde-wasm-bindgen, both ways: they come from a back end's own code. (What
//! comes from the network crosses as bytes, and is read here.)

#[cfg(test)]
mod bindings;
mod event;
mod failure;
mod fetch;
mod request;
pub mod surface;

pub use event::{CompletedFiles, FileLink, Other, Signer, WebhookEvent};
pub use failure::{Failure, ServerErrorCode};
pub use request::{SigningRequest, SmsPerson};
