//! What the published module has in place of the standard library, whose panics alone
//! would weigh as much as the widget.

/// Frees what is freed: a page may open and close sessions all day. One thread, few and
/// small allocations.
#[global_allocator]
static ALLOCATOR: lol_alloc::AssumeSingleThreaded<lol_alloc::FreeListAllocator> = {
    // SAFETY: without the feature `atomics` wasm32 has no threads.
    #[allow(unsafe_code, reason = "the crate's own way to say so")]
    unsafe {
        lol_alloc::AssumeSingleThreaded::new(lol_alloc::FreeListAllocator::new())
    }
};

/// A panic is a crash, whatever it would say: the loader sees the trap, ends the sessions
/// and begins anew with a fresh instance.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
