//! What the end-to-end tests stand on: a browser, and the parties of a signature
//! on origins of their own.
//!
//! `cargo xtask test` sets the environment: where the browsers, their drivers and
//! the built package are.

mod browser;
mod engines;
mod host_page;
mod page;
mod parties;
mod playground;
mod steps;
mod surroundings;

pub use browser::{Browser, Device, Engine, Extras, free_port};
pub use engines::in_time;
pub use fantoccini::key::Key;
pub use host_page::{HostPage, Policy};
pub use page::{DIALOG, FIRST, HOST, Page, VIEWS};
pub use parties::{API_KEY, Parties, token_for, token_for_a_new_document, token_for_recipient};
pub use playground::Playground;
pub use steps::newest_code;

/// A script that counts what outlives sessions; it runs before anything of the widget's.
pub const WATCH: &str = include_str!("../pages/watch.js");
