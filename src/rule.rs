//! A rule of the grammar: one named thing, with the examples that show what it takes and what it leaves.

/// The examples of a rule. The engine in the browser runs none, and has none: they were 10 KB of it, gzipped.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! examples {
    ($($text:expr),* $(,)?) => { &[$($text),*] };
}
#[cfg(target_arch = "wasm32")]
macro_rules! examples {
    ($($text:expr),* $(,)?) => {
        &[]
    };
}
/// A rule. It stands beside the function that applies it; `tests/rules.rs` runs its examples.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in kebab case: findings, the command and the card tell it.
    pub name: &'static str,
    /// Texts in which it finds something. A blank line parts blocks. Empty in the browser.
    pub yes: &'static [&'static str],
    /// Texts in which it finds nothing, each by one of its guards. Empty in the browser.
    pub no: &'static [&'static str],
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Rule {}
