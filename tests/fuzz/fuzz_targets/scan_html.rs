//! Any bytes as an HTML file given to the command.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| whence_fuzz::page(bytes));
