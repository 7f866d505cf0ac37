//! Any UTF-8 as a request of the extension; `holds::request` says how it is written.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(words) = std::str::from_utf8(bytes) {
        whence_fuzz::holds::reply(&whence_fuzz::holds::request::written(words));
    }
});
