//! Any UTF-8 as a plain text.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(words) = std::str::from_utf8(bytes) {
        whence_fuzz::holds::text(words);
    }
});
