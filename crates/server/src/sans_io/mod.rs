//! What the kit decides, without a network, a clock or chance: for edges other than this
//! crate's own. The npm package's `documentolog-embed/server` is one, over a runtime's `fetch`.

mod answer;
mod canonical;
mod link;
mod public;
mod retry;

pub use answer::{DOWNLOAD_TIMEOUT, LARGEST_ANSWER, StatusSays, TIMEOUT, is_header_value};
pub use canonical::CanonicalWebhook;
#[cfg(feature = "client")]
pub(crate) use link::host_of;
pub use link::{LinkParts, is_own_link, may_lead_to};
#[cfg(feature = "client")]
pub(crate) use public::is_public;
pub use retry::{Sent, pause_before_next};
