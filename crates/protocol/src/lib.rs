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

mod access_token;
mod base_url;
mod checked;
pub mod identifiers;
mod other_fields;
mod sensitive;
mod signature_method;
mod token_request;
mod token_response;
mod webhook;
mod window_message;

pub use access_token::{AccessToken, AccessTokenError};
pub use base_url::{BaseUrl, BaseUrlError, EmbedUrl};
pub use checked::Checked;
pub use other_fields::OtherFields;
pub use sensitive::{ApiKey, PersonalText, SensitiveUrl};
pub use signature_method::SignatureMethod;
pub use token_request::{SmsRecipient, SmsSendingType, TokenRequest};
pub use token_response::{TokenResponse, TokenResponseError};
pub use webhook::{CompletedFiles, FileLink, Signer, WebhookError, WebhookEvent};
pub use window_message::{MAX_MESSAGE_TEXT, MessageRefusal, WindowMessage};
