//! Who acts where it is mentioned: a name or a description with its verb, and who asks or is asked.

use super::discourse::Discourse;
use super::mention;
use super::name::{Class, Name};
use super::run;
use crate::lexicon::{FEMININE, GROUP, INSIDER, MASCULINE, PARTY, ROLE, TITLE};
use crate::phrase::edge;
use crate::text::Text;
use crate::text::tag::Tag;

/// Whether a finite verb follows the name: at once, or behind what stands between commas after it.
pub(super) fn leads(text: &Text, name: &Name) -> bool {
    let end = name.full.end.max(name.words.end);
    let of = past_belonging(text, name.words.end);
    verb_at(text, end)
        || set_off(text, end)
        || set_off(text, name.words.end)
        || of > name.words.end && (verb_at(text, of) || set_off(text, of))
}

/// The most words, in tokens, that a preposition behind a name may lead.
const LONGEST_OF: usize = 8;

/// "Ada Roe of the Nara Tide was": past the phrase that tells where the bearer of a name belongs which ends before token
/// `end`.
fn past_belonging(text: &Text, end: usize) -> usize {
    let lists = &text.language.resolve;
    if !text.is_one_of(end, lists.belongs) || text.tokens[end].opens_block {
        return end;
    }
    let words = end + 1..text.tokens.len().min(end + 1 + LONGEST_OF);
    let of = |i: &usize| text.tags[*i].nominal() || text.is_one_of(*i, lists.of_for);
    let count = words
        .take_while(|i| !text.tokens[*i].opens_block && of(i))
        .count();
    let last = end + count;
    // "Roe in straight sets": what stands behind an adjective is no verb.
    let whole = matches!(text.tags[last], Tag::Noun | Tag::Name | Tag::Num);
    if whole { last + 1 } else { end }
}

/// Whether a finite verb stands at `i`, or behind an adverb or comma there.
fn verb_at(text: &Text, i: usize) -> bool {
    let light = |k: &usize| {
        !text.tokens[*k].opens_block && (text.tags[*k] == Tag::Adv || text.tokens[*k].is_mark(','))
    };
    let at = i + (i..text.tokens.len().min(i + 2)).take_while(light).count();
    text.tags.get(at).is_some_and(|t| t.finite()) && !text.tokens[at].opens_block
}

/// Whether a comma stands at `i` that opens no block.
fn comma_at(text: &Text, i: usize) -> bool {
    let token = text.tokens.get(i);
    token.is_some_and(|t| t.is_mark(',') && !t.opens_block)
}

/// How long, in tokens, what stands between commas behind a name may be.
const MOST_SET_OFF: usize = 24;

/// "Ada Roe, chief of the council and its board, was": a comma at `i`, another, and the verb; or "Ada Roe, who".
fn set_off(text: &Text, i: usize) -> bool {
    if !comma_at(text, i) {
        return false;
    }
    if text.tags.get(i + 1) == Some(&Tag::Rel) {
        return true;
    }
    // "the clerk at the mill, which is old, was": the verb of a clause inside is not the name's.
    let mut relative = false;
    let inside = (i + 1..text.tokens.len().min(i + MOST_SET_OFF)).take_while(|k| {
        relative = !comma_at(text, *k) && (relative || text.tags[*k] == Tag::Rel);
        !text.tokens[*k].opens_block && (relative || !text.tags[*k].finite())
    });
    let close = inside.filter(|k| comma_at(text, *k)).last();
    close.is_some_and(|k| verb_at(text, k + 1))
}

/// How far behind a name, in tokens, its verb may stand.
const NEAR_VERB: usize = 8;

/// "asked Ada Roe whether": whether somebody asks who is mentioned at `at`.
pub(super) fn is_asked(text: &Text, at: usize) -> bool {
    let name = |i: &usize| text.tags[*i] == Tag::Name || text.tokens[*i].is_any(ROLE.or(TITLE));
    let lead = (0..at).rev().take(NEAR_VERB).take_while(name).count();
    (at - lead)
        .checked_sub(1)
        .is_some_and(|verb| asking(text, verb))
}

/// "Ada Roe asked": whether who is mentioned at `at` asks, where that is what a sentence speaks of.
pub(super) fn asks(text: &Text, at: usize) -> bool {
    let reach = (at + 1..text.tokens.len().min(at + NEAR_VERB)).find(|i| text.tags[*i].finite());
    reach.is_some_and(|verb| asking(text, verb))
}

fn asking(text: &Text, verb: usize) -> bool {
    text.tags[verb].finite() && text.is_one_of(verb, text.language.resolve.asks)
}

/// The longest description, in tokens, of somebody without a name.
const LONGEST_DESCRIPTION: usize = 9;

/// The head of the description of one person without a name that opens at `i` and is what a sentence speaks of.
pub(super) fn describes(d: &Discourse, i: usize) -> Option<usize> {
    let text = d.text;
    let limit = text.tokens.len().min(i + LONGEST_DESCRIPTION);
    let head = edge::end_of_nominals(text, i + 1, limit) - 1;
    if head == i {
        return None;
    }
    let kinds = ROLE.or(INSIDER).or(GROUP).or(MASCULINE).or(FEMININE);
    let human = text.tokens[head].is_any(kinds.or(PARTY));
    // "a student at Duke said", "a spokeswoman, who": not "a spokesman Ada Roe".
    let named = d
        .names
        .within(&(i..head + 2))
        .any(|n| matches!(d.names.names[n].class, Class::Person | Class::Likely));
    let many =
        mention::plural(text, head) || text.is_one_of_any_case(i, text.language.resolve.not_one);
    // "his wife, a doctor": what stands behind a comma must act.
    let acts = run::opens(text, i) || verb_at(text, head + 1);
    (human && !many && !named && acts).then_some(head)
}

/// Whether the description from `i` to `head` is set off right behind the name of who is described.
pub(super) fn is_named_before(d: &Discourse, i: usize, head: usize) -> bool {
    let text = d.text;
    let Some(end) = i.checked_sub(1) else {
        return false;
    };
    let person = |n: &Name| matches!(n.class, Class::Person | Class::Likely);
    // "Ada Roe of Nara, the mayor, said": two names at most.
    let count = d.names.before(end);
    let mut near = d.names.names[count.saturating_sub(2)..count].iter();
    let mut named = || near.any(|n| person(n) && past_belonging(text, n.words.end) == end);
    comma_at(text, end) && comma_at(text, head + 1) && named()
}
