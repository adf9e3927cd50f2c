//! The wire of Documentolog's signing API, and nothing else: what a back end
//! asks for and receives (guide, part 1), the address of the signing page
//! (part 2), the messages its frame posts (part 3) and the webhooks it sends
//! (part 4).
//!
//! Everything here is pure: no I/O, no JavaScript, no clock. The guide's own
//! names (`aAttachments`, `sSetWebhookUrl`, …) exist in the JSON only; in Rust
//! each field has a plain name and says its wire name in its comment.
//!
//! Two rules hold throughout:
//!
//! * What the service may add one day (fields, events, message types, signature
//!   methods) is kept as it came and never fatal.
//! * Secrets and personal data have no `Display`, and their `Debug` prints a
//!   placeholder.
//!
//! What a back end needs of it is behind the feature `json`, which is on by default.
//! Without it the crate is what a page needs, and needs no standard library itself.
#![cfg_attr(not(feature = "json"), no_std)]

extern crate alloc;

mod access_token;
mod base_url;
#[cfg(feature = "json")]
mod checked;
#[cfg(feature = "json")]
pub mod identifiers;
#[cfg(feature = "json")]
mod long_numbers;
#[cfg(feature = "json")]
mod other_fields;
#[cfg(feature = "json")]
mod sensitive;
mod signature_method;
#[cfg(feature = "json")]
mod token_request;
#[cfg(feature = "json")]
mod token_response;
#[cfg(feature = "json")]
mod webhook;
mod window_message;

pub use access_token::{AccessToken, AccessTokenError};
pub use base_url::{BaseUrl, BaseUrlError, EmbedUrl};
#[cfg(feature = "json")]
pub use checked::{Checked, FromWire};
#[cfg(feature = "json")]
pub use other_fields::OtherFields;
#[cfg(feature = "json")]
pub use sensitive::{ApiKey, PersonalText, SensitiveUrl};
pub use signature_method::SignatureMethod;
#[cfg(feature = "json")]
pub use token_request::{SmsRecipient, SmsSendingType, TokenRequest};
#[cfg(feature = "json")]
pub use token_response::{TokenResponse, TokenResponseError};
#[cfg(feature = "json")]
pub use webhook::{CompletedFiles, FileLink, Signer, WebhookError, WebhookEvent};
pub use window_message::{MAX_MESSAGE_TEXT, MessageRefusal, WindowMessage};
