//! What the signer sees of the widget itself, as a value.

use crate::{error::ErrorCode, texts::Texts};

/// The style sheet of the widget's elements. Pages theme it by custom properties
/// (`--documentolog-…`) and `::part`.
pub const STYLE: &str = style();

#[cfg(not(feature = "module"))]
const fn style() -> &'static str {
    include_str!("view.css")
}

/// As `cargo xtask` has minified it.
#[cfg(feature = "module")]
const fn style() -> &'static str {
    include_str!(env!("DOCUMENTOLOG_STYLE"))
}

/// The attribute of a blank frame that the page's script has put into its body, out of sight,
/// for a session to take: it is made while the module is on its way.
pub const SPARE_FRAME: &str = "data-documentolog-spare";

/// The attribute of a host element in which a dialog is open: the style sheet, and the rule that
/// keeps the page from scrolling, know it by that.
pub const DIALOG_HOST: &str = "data-documentolog-dialog";

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The signing page is on its way.
    Loading,
    /// It takes longer than usual.
    Slow,
    /// The signing page, and nothing of the widget's own.
    Frame,
    /// The signing page, and an offer in case it is none.
    Silent,
    /// The signing page cannot be shown, for this reason.
    Failed(ErrorCode),
    /// The signing page is open in a tab of its own.
    OpenedInTab,
    /// The back end is being asked.
    Confirming,
    /// It is signed, and the back end has confirmed it.
    Signed,
}

impl View {
    /// Its name, for style sheets and tests.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Loading => "loading",
            Self::Slow => "slow",
            Self::Frame => "frame",
            Self::Silent => "silent",
            Self::Failed(_) => "failed",
            Self::OpenedInTab => "opened-in-tab",
            Self::Confirming => "confirming",
            Self::Signed => "signed",
        }
    }

    /// What it says, or nothing.
    #[must_use]
    pub fn text(self, texts: &Texts) -> &'static str {
        match self {
            Self::Loading => texts.loading,
            Self::Slow => texts.slow,
            Self::Frame => "",
            Self::Silent => texts.silent,
            Self::Failed(ErrorCode::TokenTimeout | ErrorCode::LoadTimeout) => texts.failed_in_time,
            Self::Failed(_) => texts.failed,
            Self::OpenedInTab => texts.opened_in_tab,
            Self::Confirming => texts.confirming,
            Self::Signed => texts.signed,
        }
    }

    /// Whether it is said at once, whatever a screen reader is reading.
    #[must_use]
    pub fn is_urgent(self) -> bool {
        matches!(self, Self::Failed(_))
    }

    /// Whether it offers to try again. Not beside a page in a tab: a new token may be for a new
    /// document, and who has signed there would be offered it a second time.
    #[must_use]
    pub fn offers_retry(self) -> bool {
        matches!(self, Self::Failed(_) | Self::Silent)
    }

    /// Whether it offers the signing page in a tab of its own. Without a token there
    /// is nothing to open.
    #[must_use]
    pub fn offers_tab(self) -> bool {
        self == Self::OpenedInTab
            || self.offers_retry() && self != Self::Failed(ErrorCode::TokenTimeout)
    }
}
