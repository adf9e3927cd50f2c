//! For back ends that embed Documentolog: [`Client`] turns the api-key into access
//! tokens, [`WebhookSecret`] tells the service's webhooks from anybody's.
//!
//! The api-key stays here. What goes to the browser is the token alone.
//!
//! ```no_run
//! use documentolog_protocol::{ApiKey, BaseUrl, SensitiveUrl, SignatureMethod, TokenRequest};
//! use documentolog_server::{Client, WebhookSecret};
//!
//! # async fn token(api_key: String) -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(BaseUrl::default(), ApiKey::new(api_key))?;
//! let secret = WebhookSecret::generate()?;
//! // Keep `secret.hash()` with the order now: the first webhook may come before the answer.
//! let response = client
//!     .request_token(&TokenRequest {
//!         attachments: vec![SensitiveUrl::new("https://shop.example.kz/contracts/1.pdf")],
//!         webhook_url: Some(SensitiveUrl::new(format!(
//!             "https://shop.example.kz/webhooks/{}",
//!             secret.expose()
//!         ))),
//!         sender_signature_methods: SignatureMethod::KNOWN.to_vec(),
//!         ..TokenRequest::default()
//!     })
//!     .await?;
//! // `response`, serialized, is what the page's `token` function gives to the widget.
//! # Ok(())
//! # }
//! ```

mod client;
mod webhook_secret;

pub use client::{Client, ClientError};
pub use webhook_secret::{WebhookSecret, WebhookSecretHash};
