//! Where a session is told what happens.

use alloc::rc::{Rc, Weak};

use super::widget::Widget;
use crate::session::Input;

/// A way to a session for the parts that it owns, and so without keeping it alive.
#[derive(Clone, Debug)]
pub(super) struct Inbox(Weak<Widget>);

impl Inbox {
    pub(super) fn of(widget: &Rc<Widget>) -> Self {
        Self(Rc::downgrade(widget))
    }

    /// The session, if it lives.
    pub(super) fn session(&self) -> Option<Rc<Widget>> {
        self.0.upgrade()
    }

    /// Hands it an input. One that has ended takes none.
    pub(super) fn post(&self, input: Input) {
        if let Some(widget) = self.session() {
            widget.take(input);
        }
    }
}
