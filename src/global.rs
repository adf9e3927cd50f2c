//! State that all sessions of a page share.

/// As `thread_local!`, of the standard library where there is one.
///
/// The published module has none (see `src/module.rs`), and runs on the page's one thread.
#[cfg(not(all(feature = "module", target_arch = "wasm32")))]
macro_rules! global {
    (static $name:ident: $type:ty = $value:expr;) => {
        std::thread_local! {
            static $name: $type = const { $value };
        }
    };
}

#[cfg(all(feature = "module", target_arch = "wasm32"))]
macro_rules! global {
    (static $name:ident: $type:ty = $value:expr;) => {
        static $name: $crate::global::OnlyThread<$type> = $crate::global::OnlyThread($value);
    };
}

pub(crate) use global;

/// A value of the only thread there is.
#[cfg(all(feature = "module", target_arch = "wasm32"))]
pub(crate) struct OnlyThread<T>(pub(crate) T);

#[cfg(all(feature = "module", target_arch = "wasm32"))]
impl<T> OnlyThread<T> {
    /// As `LocalKey::with`.
    pub(crate) fn with<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0)
    }
}

// SAFETY: without the feature `atomics` wasm32 has no threads, so nothing is shared
// between two.
#[allow(
    unsafe_code,
    reason = "a static must be Sync, and what JavaScript gives never is"
)]
#[cfg(all(
    feature = "module",
    target_arch = "wasm32",
    not(target_feature = "atomics")
))]
unsafe impl<T> Sync for OnlyThread<T> {}
