//! What the fuzz targets share: the properties that the tests hold, and the command's own reader of
//! pages, which is part of the program and of no library.

#[path = "../holds/mod.rs"]
pub mod holds;
#[path = "../../src/command/page/mod.rs"]
mod page;

use page::charset;

/// Reads bytes as the command reads an HTML file, and as a plain one; what it scans there holds.
pub fn page(bytes: &[u8]) {
    holds::scanned(&page::read(&charset::page_text(bytes)));
    std::hint::black_box(charset::plain_text(bytes));
}
