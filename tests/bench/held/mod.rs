//! Counts the memory that is held at once.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// The memory of the system, counted.
struct Counted;

/// Bytes that are held now, and the most at once since that was last asked.
static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

fn take(bytes: usize) {
    // One thread takes memory, and needs no lock to count it.
    let held = HELD.load(Relaxed) + bytes;
    HELD.store(held, Relaxed);
    if held > MOST.load(Relaxed) {
        MOST.store(held, Relaxed);
    }
}

fn give_back(bytes: usize) {
    HELD.store(HELD.load(Relaxed) - bytes, Relaxed);
}

#[allow(unsafe_code)] // what is asked goes on to the system as it came
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        give_back(layout.size());
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Where it moves, both are held for a while.
        take(size);
        let moved = unsafe { System.realloc(at, layout, size) };
        give_back(layout.size());
        moved
    }
}

#[global_allocator]
static MEMORY: Counted = Counted;

/// The most bytes that `run` holds at once, beside what was held before.
pub(crate) fn most(run: impl FnOnce()) -> usize {
    let before = HELD.load(Relaxed);
    MOST.store(before, Relaxed);
    run();
    MOST.load(Relaxed) - before
}
