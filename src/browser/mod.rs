//! The only place that touches the page. Each part (frame, listener, surface,
//! timer, scroll lock) is a value that cleans up when dropped, so that closing a
//! session is dropping its parts.

mod frame;
mod gate;
mod heard;
mod hearing;
pub(crate) mod host;
mod local_network;
mod panel;
mod preconnect;
mod presence;
mod promise;
mod reports;
mod scroll_lock;
mod sessions;
mod surface;
mod timer;
mod token_value;
mod widget;

pub use preconnect::preconnect;
pub(crate) use sessions::find;
pub use widget::{Page, Place, Widget, open};
