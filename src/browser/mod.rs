//! The only place that touches the page. Each part (frame, listener, surface,
//! scroll lock) is a value that cleans up when dropped, so that closing a session
//! is dropping its parts.

mod frame;
mod gate;
mod router;
mod scroll_lock;
mod surface;
mod token_value;
mod widget;

pub use widget::{Page, Place, Widget, open};
