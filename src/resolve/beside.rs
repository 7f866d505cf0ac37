//! What stands beside a cue: to whom it was said ("told reporters"), and where ("in a notice viewed by STAT").

use std::ops::Range;

use crate::attribution::Attribution;
use crate::lexicon::{ARTICLE, DOCUMENT, GROUP, MONTH, OUTLET, ROLE, TIME, VERB_OR_NOUN};
use crate::text::Text;
use crate::text::tag::Tag;

/// How far behind the cue, in tokens, its addressee and medium are looked for.
const REACH: usize = 14;

/// The longest medium, in tokens.
const LONGEST: usize = 12;

/// Addressee and medium of `attribution`, as tokens.
pub(super) fn of(text: &Text, a: &Attribution) -> (Option<Range<usize>>, Option<Range<usize>>) {
    if a.cue.is_empty() {
        return (None, None);
    }
    let addressee = addressee(text, a);
    let from = addressee.as_ref().map_or(a.cue.end, |w| w.end);
    let medium = behind(text, a, from).or_else(|| before(text, a));
    (addressee, medium)
}

/// Whether token `i` is of the content or the source.
fn taken(a: &Attribution, i: usize) -> bool {
    a.content
        .iter()
        .chain(&a.source)
        .any(|words| words.contains(&i))
}

/// "told reporters", "said to the council": the noun phrase right behind the cue.
fn addressee(text: &Text, a: &Attribution) -> Option<Range<usize>> {
    let lists = &text.language.resolve;
    let mut start = a.cue.end;
    if text.is_one_of_any_case(a.head, lists.tell) {
        // "told the paper", where the addressee may belong to the cue.
        start = start.min(a.head + 1);
    } else if lists
        .to
        .has(text.tokens.get(start).map_or("", |_| text.word(start)))
    {
        start += 1;
    } else {
        // "urged the council to wait", "called on the council to wait"
        start += usize::from(text.is_one_of(start, lists.called_on));
        let words = noun_phrase(text, a, start)?;
        let to = matches!(text.tags.get(words.end), Some(Tag::To | Tag::Neg));
        // "“Where is it?” Roe asked the clerk."
        let asks = text.is_one_of(a.head, lists.asks)
            && a.content.iter().all(|c| c.end <= a.cue.start)
            && !matches!(text.tags[words.start], Tag::ObjPron | Tag::Pron);
        return (asks || to && taken(a, words.end)).then_some(words);
    }
    let mut words = noun_phrase(text, a, start)?;
    words.end = past_of(text, a, &words);
    // "told him": who that is, the page tells.
    let pronoun = matches!(text.tags[words.start], Tag::ObjPron | Tag::Pron);
    (!pronoun).then_some(words)
}

/// Where `words` end with what belongs to a name of one word: "Voice of Nara". Not so "Ada Roe of the Tide".
fn past_of(text: &Text, a: &Attribution, words: &Range<usize>) -> usize {
    let name = words.end - 1;
    let article = usize::from(text.tokens[words.start].is(ARTICLE));
    let of = text.is_one_of(words.end, text.language.resolve.of);
    let given = text.tokens[name].is_any(crate::lexicon::MALE.or(crate::lexicon::FEMALE));
    let capital = |i: &usize| {
        let token = text.tokens.get(*i).filter(|t| !t.opens_block);
        token.is_some_and(|t| t.capital()) && !taken(a, *i)
    };
    if words.start + article != name || !of || given || !capital(&name) {
        return words.end;
    }
    let more = (words.end + 1..).take_while(capital).count();
    words.end + if more > 0 { more + 1 } else { 0 }
}

/// "in a letter to staff", "on X", "at a news conference", behind the cue.
fn behind(text: &Text, a: &Attribution, from: usize) -> Option<Range<usize>> {
    let sentence = text.sentences[text.sentence_of(a.cue.start)];
    let end = sentence.end.min(from + REACH);
    let starts = (from..end)
        .take_while(|i| !taken(a, *i) && text.tokens[*i].block == text.tokens[a.head].block);
    for i in starts {
        if let Some(words) = medium_at(text, a, i, end) {
            return Some(words);
        }
    }
    None
}

/// "In a letter to staff, Roe said", before the source.
fn before(text: &Text, a: &Attribution) -> Option<Range<usize>> {
    let sentence = text.sentences[text.sentence_of(a.cue.start)];
    let start = a
        .source
        .as_ref()
        .map_or(a.cue.start, |s| s.start)
        .min(a.cue.start);
    if sentence.start >= start || start - sentence.start > REACH + 4 {
        return None;
    }
    medium_at(text, a, sentence.start, start)
}

/// The medium that opens with a preposition at `i`.
fn medium_at(text: &Text, a: &Attribution, i: usize, end: usize) -> Option<Range<usize>> {
    let lists = &text.language.resolve;
    if !text.is_one_of_any_case(i, lists.medium_opens) || i + 2 > end {
        return None;
    }
    let words = noun_phrase(text, a, i + 1)?;
    let head = words.end - 1;
    let is = text.tokens[head].is(DOCUMENT) && !text.tokens[head].is_any(ROLE.or(GROUP).or(OUTLET))
        || text.is_one_of_any_case(head, lists.medium);
    // "in a Herald/Bay poll": half a name.
    let halved = text.tokens.get(words.end).is_some_and(|t| t.is_mark('/'));
    if !is || halved || words.end > end {
        return None;
    }
    // What hangs on it: "to staff", "viewed by STAT", "with the BBC".
    let mut last = words.end;
    while last < end && last - words.start < LONGEST && !taken(a, last) {
        let token = &text.tokens[last];
        // "on Radio Nara’s “The Hour”": whose it is, and what it is called.
        if text.tags[last] == Tag::Gen
            && let Some(title) = text.next_quote(last + 1).filter(|q| q.open == last + 1)
            && title.closed
            && title.end() <= end
        {
            last = title.end();
            continue;
        }
        // "at a meeting this week"
        let dated = matches!(text.tags[last], Tag::Det | Tag::Adj)
            && text.tokens.get(last + 1).is_some_and(|t| t.is(TIME));
        let ends = token.opens_block
            || !token.is_word()
            || dated
            || text.tags[last].finite() && text.tags[last] != Tag::Past
            || matches!(
                text.tags[last],
                Tag::Rel | Tag::That | Tag::Pron | Tag::Coord | Tag::Sub | Tag::Wh
            )
            || token.is_any(crate::lexicon::WEEKDAY);
        if ends {
            break;
        }
        last += 1;
    }
    // No name is cut in two.
    if last < end && last - words.start == LONGEST && text.tags[last] == Tag::Name {
        while last > words.end && text.tags[last - 1] == Tag::Name {
            last -= 1;
        }
    }
    // "an email dated Feb. 12": the date is told by itself.
    while last > words.end
        && (text.tokens[last - 1].is(MONTH)
            || matches!(
                text.tags[last - 1],
                Tag::Prep | Tag::Det | Tag::To | Tag::Adv | Tag::Past
            ))
    {
        last -= 1;
    }
    Some(words.start..last)
}

/// The noun phrase that opens at `start`, up to its head.
fn noun_phrase(text: &Text, a: &Attribution, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    while end < text.tokens.len()
        && end - start < 9
        && !taken(a, end)
        && !text.tokens[end].opens_block
    {
        let tag = text.tags[end];
        // "a Herald/Bay poll"
        let slash = text.tokens[end].is_mark('/')
            && end > start
            && text.tokens[end - 1].capital()
            && text.tokens.get(end + 1).is_some_and(|t| t.capital());
        // "a Naran rally that"
        let gathering = tag == Tag::Verb
            && end > start
            && text.tokens[end].is(VERB_OR_NOUN)
            && text.tags.get(end + 1) == Some(&Tag::That);
        let part = tag.nominal() || slash || gathering;
        if !part || text.tokens[end].is_any(crate::lexicon::WEEKDAY.or(crate::lexicon::TIME)) {
            break;
        }
        end += 1;
    }
    while end > start
        && (text.tokens[end - 1].is(ARTICLE)
            || matches!(text.tags[end - 1], Tag::Det | Tag::Gen | Tag::Poss))
    {
        end -= 1;
    }
    (end > start).then_some(start..end)
}
