//! A rule of the grammar: one named thing, with the examples that show what it takes and what it leaves.

/// A rule. It stands beside the function that applies it; `tests/rules.rs` runs its examples.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in kebab case: findings, the command and the card tell it.
    pub name: &'static str,
    /// Texts in which it finds something. A blank line parts blocks.
    pub yes: &'static [&'static str],
    /// Texts in which it finds nothing, each by one of its guards.
    pub no: &'static [&'static str],
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Rule {}
