//! Counts the steps that code takes: with `-Cpasses=sancov-module` and `trace-pc-guard` the compiler calls
//! the functions here at each branch of all code built with those flags, which is the engine and what of std
//! is built with it. Without the flags nothing is counted.

use std::sync::atomic::{AtomicU64, Ordering};

static STEPS: AtomicU64 = AtomicU64::new(0);

/// Called by the compiler's leave at each branch. The compiler leaves functions of this name uncounted.
#[allow(unsafe_code)] // the name is what the compiler calls
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard(_: *mut u32) {
    // One thread counts, and needs no lock for it.
    STEPS.store(STEPS.load(Ordering::Relaxed) + 1, Ordering::Relaxed);
}

/// Called once before `main`.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc_guard_init(_: *mut u32, _: *mut u32) {}

/// The steps that `run` takes.
pub(crate) fn of(run: impl FnOnce()) -> u64 {
    let before = STEPS.load(Ordering::Relaxed);
    run();
    STEPS.load(Ordering::Relaxed) - before
}

/// Whether the code is built so that steps are counted.
pub(crate) fn are_counted() -> bool {
    let mut spaces = 0;
    of(|| spaces = std::hint::black_box("a b c").split(' ').count()) > 0 && spaces > 0
}
