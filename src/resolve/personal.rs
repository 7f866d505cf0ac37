//! Which names of one word are persons': where no table knows a name and no full name stands in the text, what
//! is said of it tells.

use super::name::{Class, Name};
use crate::attribution::Attribution;
use crate::lexicon::forms::Forms;
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::legible;

/// The names of one word that are plainly a person's somewhere in the text: by title, age or role, by what
/// follows persons alone, or as whose words say "I".
pub(super) fn persons<'d>(
    text: &Text<'d>,
    names: &[Name],
    attributions: &[Attribution],
) -> Forms<'d, ()> {
    let speaks = |a: &Attribution| {
        let words = || a.content.iter().cloned().flatten();
        let says_i = words().any(|i| says_i(text, i));
        says_i.then(|| a.source.as_ref().map(|s| s.start)).flatten()
    };
    let mut speakers: Vec<usize> = attributions.iter().filter_map(speaks).collect();
    speakers.sort_unstable();
    let mut persons = Forms::default();
    for name in names.iter().filter(|n| n.len() == 1) {
        let person = match name.class {
            Class::Person => true,
            Class::Unknown => {
                personal(text, name.words.end)
                    || has_relative(text, name.words.end)
                    || speakers.binary_search(&name.words.start).is_ok()
            }
            _ => false,
        };
        if person {
            persons.insert(legible(text.word(name.words.start)), ());
        }
    }
    persons
}

/// Whether token `i` is a quoted "I".
fn says_i(text: &Text, i: usize) -> bool {
    text.tags[i] == Tag::Pron
        && text.is_one_of(i, text.language.resolve.speaker)
        && text.quote_at(i).is_some()
}

/// Whether what stands at `at`, behind a name, follows persons alone: "the Ito campaign", "Ito himself".
fn personal(text: &Text, at: usize) -> bool {
    let Some(token) = text.tokens.get(at).filter(|t| !t.opens_block) else {
        return false;
    };
    token.spaced && text.is_one_of(at, text.language.resolve.personal)
}

/// "Ito, who has": what is told of one person, not of a team ("Leeds, who have").
fn has_relative(text: &Text, at: usize) -> bool {
    let of_block = |i: usize| text.tokens.get(i).filter(|t| !t.opens_block);
    let comma = usize::from(of_block(at).is_some_and(|t| t.is_mark(',')));
    let who = at + comma;
    let lists = &text.language.resolve;
    of_block(who).is_some()
        && lists.who.has(text.bytes(who))
        && of_block(who + 1).is_some()
        && lists.singular_auxiliary.has(text.bytes(who + 1))
}
