//! Which attribution covers which figure, and by what right.

use crate::attribution::Attribution;
use crate::figure::Figure;
use crate::resolve::Resolved;
use crate::text::Text;

/// What covers a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Index of the attribution.
    pub attribution: usize,
    /// The rule that tied it.
    pub rule: &'static str,
}

/// The tie of each figure, in their order; none where the text gives no source.
pub fn tie(
    text: &Text,
    attributions: &[Attribution],
    resolved: &Resolved,
    figures: &[Figure],
) -> Vec<Option<Tie>> {
    let _ = resolved;
    figures
        .iter()
        .map(|figure| {
            attributions
                .iter()
                .position(|a| {
                    a.content
                        .iter()
                        .any(|c| text.span(c).contains(figure.number))
                })
                .map(|attribution| Tie {
                    attribution,
                    rule: "inside-content",
                })
        })
        .collect()
}
