//! For back ends that embed Documentolog: [`Client`] turns the api-key into access
//! tokens, [`WebhookSecret`] tells the service's webhooks from anybody's.
//!
//! The api-key stays here. What goes to the browser is the token alone.

mod client;
mod webhook_secret;

pub use client::{Client, ClientError};
pub use webhook_secret::{WebhookSecret, WebhookSecretHash};
