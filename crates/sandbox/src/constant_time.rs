//! Comparing what must not be guessed.

use subtle::ConstantTimeEq;

/// Whether these bytes are the right ones. How long it takes says nothing of how many are.
pub(crate) fn is_equal(given: impl AsRef<[u8]>, right: impl AsRef<[u8]>) -> bool {
    given.as_ref().ct_eq(right.as_ref()).into()
}
