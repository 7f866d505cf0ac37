//! How regular words inflect, by the rules of spelling. `build.rs` leaves out of the module's tables
//! what follows from these; the reader of the tables puts it in again.

/// The third person of a regular verb, or the plural of a regular noun.
pub fn with_s(base: &str) -> String {
    let hisses = ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|e| base.ends_with(e));
    match stem_before_y(base) {
        Some(stem) => [stem, "ies"].concat(),
        None => [base, if hisses { "es" } else { "s" }].concat(),
    }
}

/// Base, third person, past, participle and -ing form of a regular verb, parted by spaces.
pub fn regular(base: &str) -> String {
    let (stem, past) = match (base.strip_suffix('e'), stem_before_y(base)) {
        (Some(stem), _) => (stem, [base, "d"].concat()),
        (_, Some(stem)) => (base, [stem, "ied"].concat()),
        _ => (base, [base, "ed"].concat()),
    };
    let with_s = with_s(base);
    [base, " ", &with_s, " ", &past, " ", &past, " ", stem, "ing"].concat()
}

/// What stands before a y that becomes i: one after a consonant.
fn stem_before_y(base: &str) -> Option<&str> {
    let stem = base.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'o', 'u'])).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::{regular, with_s};

    #[test]
    fn regular_words_inflect_by_their_endings() {
        assert_eq!(with_s("envoy"), "envoys");
        assert_eq!(with_s("agency"), "agencies");
        assert_eq!(with_s("branch"), "branches");
        assert_eq!(regular("accuse"), "accuse accuses accused accused accusing");
        assert_eq!(
            regular("clarify"),
            "clarify clarifies clarified clarified clarifying"
        );
        assert_eq!(regular("press"), "press presses pressed pressed pressing");
        // Not by these rules: the table gives all its forms.
        assert_ne!(regular("admit"), "admit admits admitted admitted admitting");
    }
}
