//! When a statement was made: the time expression beside the cue.

use std::ops::Range;

use super::run::is_dateline;
use crate::attribution::Attribution;
use crate::lexicon::{ARTICLE, DOCUMENT, MONTH, TIME, TIME_MODIFIER, WEEKDAY};
use crate::span::Span;
use crate::text::Text;
use crate::text::sentence::Sentence;
use crate::text::tag::Tag;
use crate::text::token::Kind;

/// How far from the cue, in tokens, a time may stand.
const REACH: usize = 24;

/// The time that dates `attribution`, which has the attributions `near` for neighbours: in the cue's
/// sentence, outside content and source; else inside the source ("a January memo"). "The latest count"
/// has no date.
pub(super) fn of(
    text: &Text,
    attribution: &Attribution,
    near: &[Attribution],
) -> Option<Range<usize>> {
    if attribution.cue.is_empty() {
        return None;
    }
    let sentence = text
        .sentences
        .get(text.sentence_of(attribution.cue.start))?;
    let from = sentence
        .start
        .max(attribution.cue.start.saturating_sub(REACH));
    let to = sentence.end.min(attribution.cue.end + REACH);
    let taken = |i: usize| {
        // A time inside what somebody else says dates that, unless the cue stands there too.
        let others = near.iter().flat_map(|a| &a.content);
        let mut others = others.filter(|c| !c.contains(&attribution.cue.start));
        others.any(|c| c.contains(&i))
            || attribution.source.as_ref().is_some_and(|s| s.contains(&i))
    };
    // "from May 2 to May 9": how long something else went on.
    let lasts = |i: usize| i > 0 && text.is_one_of(i - 1, text.language.resolve.lasting);
    let dates = |i: &usize| is_time(text, *i) && !taken(*i) && !is_ahead(text, *i) && !lasts(*i);
    let parts = |i: usize| ends_clause(text, i) || opens_another(text, i) && !taken(i);
    // Behind another cue a time dates what that one says.
    let cues = near.iter().map(|a| a.cue.start);
    let next = cues.filter(|cue| *cue >= attribution.cue.end).min();
    // Behind the cue first: "said on Tuesday"; then before it: "On Tuesday Ito said".
    // "said A, at the meeting this week she said B": behind A, a time is the next one's.
    let over =
        (attribution.content.last()).filter(|c| next.is_some() && c.start > attribution.cue.start);
    let over = over
        .map(|c| c.end)
        .filter(|end| text.tokens.get(*end).is_some_and(|t| t.is_mark(',')));
    let behind = (attribution.cue.end..next.map_or(to, |next| next.min(to)))
        .take_while(|i| !parts(*i) && Some(*i) != over)
        .find(dates);
    let before = || {
        let back = (from..attribution.cue.start).rev();
        let at = back
            .take_while(|i| !text.tokens[*i].is_mark(';'))
            .find(dates)?;
        (!is_of_another(text, attribution, sentence.start, at)).then_some(at)
    };
    if let Some(at) = behind.or_else(before) {
        return Some(grow(text, at, from, to, &taken));
    }
    let source = attribution.source.as_ref()?;
    let none = |_: usize| false;
    source
        .clone()
        .take(REACH)
        // "who had been there on Monday": not when they said so.
        .take_while(|i| text.tags[*i] != Tag::Rel)
        // "forecasts, the first since the vote of May 3,": what stands behind dates something else.
        .take_while(|i| {
            !text.tokens[*i].is_mark(',')
                || matches!(text.tags.get(i + 1), Some(Tag::Prep | Tag::Ing))
                // "The poll, released on Monday,"
                || *i > source.start
                    && text.tokens[i - 1].is(DOCUMENT)
                    && text.tags.get(i + 1) == Some(&Tag::Past)
        })
        .find(|i| is_time(text, *i))
        .map(|at| grow(text, at, source.start, source.end, &none))
}

/// The times that date figures which nobody is said to have given, each told by its token and span: the
/// one time expression of its sentence, near the token and outside the span; none where there are two.
pub fn of_figures(
    text: &Text,
    figures: impl Iterator<Item = Option<(usize, Span)>>,
) -> Vec<Option<Range<usize>>> {
    // Of the sentence of the last figure, which is that of most others.
    let (mut last, mut hearts) = (usize::MAX, Vec::new());
    let of = |figure: Option<(usize, Span)>| {
        let (token, span) = figure?;
        let sentence = text.sentence_of(token);
        let Sentence { start, end, .. } = text.sentences[sentence];
        if sentence != last {
            last = sentence;
            hearts.clear();
            hearts.extend((start..end).filter(|i| is_time(text, *i)));
        }
        let (from, to) = (
            start.max(token.saturating_sub(REACH)),
            end.min(token + REACH),
        );
        let own = |i: usize| text.tokens[i].span.overlaps(span);
        // A page's sentence has no bound, what is looked at has.
        let first = hearts.partition_point(|i| *i < from);
        let near = hearts[first..].iter().take_while(|i| **i < to);
        let mut near = near.filter(|i| !own(**i));
        let when = grow(text, *near.next()?, from, to, &own);
        near.all(|i| when.contains(i)).then_some(when)
    };
    figures.map(of).collect()
}

/// "expects little growth next year": what is still to come is no time to have said something at; "the
/// next day" is one, in what is told.
fn is_ahead(text: &Text, i: usize) -> bool {
    let next = i > 0 && text.is_one_of_any_case(i - 1, text.language.resolve.ahead);
    text.is_one_of(i, text.language.resolve.tomorrow)
        || next && !(i > 1 && text.tokens[i - 2].is(ARTICLE))
}

/// Whether something else is told from token `i` on, behind a cue: "and projected to grow", "who plans to sail",
/// "had a good year", ", referring to Monday's vote" (", speaking on Monday" tells of the saying).
fn opens_another(text: &Text, i: usize) -> bool {
    let next = text.tags.get(i + 1);
    match text.tags[i] {
        // "and left on Monday", ", and the day after, she left"
        Tag::Coord => {
            let parted = i > 0 && text.tokens[i - 1].is_mark(',');
            next.is_some_and(|t| t.finite() || parted && *t == Tag::Det)
        }
        Tag::Mark => {
            text.tokens[i].is_mark(',')
                && next == Some(&Tag::Ing)
                && !text.is_one_of(i + 1, text.language.resolve.speaking)
        }
        Tag::Rel | Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::Verb => true,
        _ => false,
    }
}

/// Whether the time at `at`, before the cue of `attribution`, is that of another verb of its sentence: of a
/// clause that is joined to this one ("It shut last year, and Roe said", "in May, before Roe said"; what goes
/// on meanwhile is no other time: "on Monday, while Roe said"), of a clause between source and cue ("asked
/// whom he would choose in May and said"), or of one before ("The mill, which was sold in May, Roe said").
fn is_of_another(text: &Text, attribution: &Attribution, first: usize, at: usize) -> bool {
    let lists = &text.language.resolve;
    let source = attribution.source.as_ref();
    // "In 2008 Roe gave it up, and has said": what has been said has no such time.
    let cue = attribution.cue.start;
    let perfect = text.is_one_of_any_case(cue, lists.perfect);
    if perfect && (at..cue).any(|i| matches!(text.tags[i], Tag::Past | Tag::Verb)) {
        return true;
    }
    let starts = source.map_or(attribution.cue.start, |s| s.start);
    // "The ban, passed in May, angered the growers, who claim": the time is not of the relative clause.
    if at < starts && text.tags[starts] == Tag::Rel {
        return true;
    }
    let opener = starts.min(attribution.cue.start);
    // "Watching Ito talk on Tuesday, Roe said", "Since her letter in May, she has said", "NARA, Feb. 2 (NP) — Roe said": the
    // time of what the front tells, and the day of the report.
    let front = text.word(first).ends_with(text.language.text.ing_ending);
    let other = front && !text.is_one_of_any_case(first, lists.speaking)
        || text.is_one_of_any_case(first, lists.ever_since) && at > first + 1;
    let behind = (at..opener).any(|i| text.tokens[i].is_mark(','));
    if other && behind || is_in_dateline(text, first, at) {
        return true;
    }
    if at >= opener {
        let between = source.map_or(opener, |s| s.end)..at;
        return between
            .clone()
            .any(|i| matches!(text.tags[i], Tag::Rel | Tag::Wh | Tag::That | Tag::Sub));
    }
    let joiner = opener - 1;
    if joiner > at {
        if text.is_one_of_any_case(joiner, lists.meanwhile) {
            return false;
        }
        let joins = matches!(text.tags[joiner], Tag::Coord | Tag::Sub)
            || text.is_one_of_any_case(joiner, lists.before_after);
        if joins {
            return true;
        }
    }
    // ", and on Monday Roe said": it opens this clause.
    let opens = |i: usize| {
        i == first
            || matches!(text.tags[i - 1], Tag::Coord | Tag::Sub)
            || text.tokens[i - 1].is_mark(',')
    };
    if opens(grow(text, at, first, at + 1, &|_| false).start) {
        return false;
    }
    let told = |i: &usize| match text.tags[*i] {
        Tag::Be | Tag::Have | Tag::Do | Tag::Modal => true,
        Tag::Verb => !text.is_one_of_any_case(*i, lists.medium) && !text.tokens[*i].is(DOCUMENT),
        Tag::Past => *i > first && matches!(text.tags[*i - 1], Tag::Pron | Tag::Rel),
        _ => false,
    };
    // "When the polls had closed on Monday, Roe said": its own time.
    let own = text.is_one_of_any_case(first, lists.meanwhile)
        || text.is_one_of_any_case(first, lists.before_after);
    !own && (first..at).any(|i| told(&i))
}

/// Whether the time at `at` stands in the dateline of the sentence that opens at `first`.
fn is_in_dateline(text: &Text, first: usize, at: usize) -> bool {
    let words = first..first + 1;
    is_dateline(text, &words)
        && (first..at).all(|i| !matches!(text.tokens[i].kind, Kind::Mark('—' | '–' | '-')))
}

fn ends_clause(text: &Text, i: usize) -> bool {
    matches!(text.tokens[i].kind, Kind::Mark(';' | '“'))
}

/// Whether token `i` is the heart of a time expression.
#[inline]
fn is_time(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    let may_be = token.kind == Kind::Number || token.is_any(WEEKDAY.or(MONTH).or(TIME));
    may_be && dates(text, i)
}

/// Whether the number or word of time at `i` is one.
#[inline(never)]
fn dates(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    if text.tags.get(i + 1) == Some(&Tag::Gen) && !says_something(text, i + 2) {
        return false;
    }
    if token.is(WEEKDAY) {
        return true;
    }
    // "May" and "March" by their capital, and not as a name.
    if token.is(MONTH) {
        return token.capital();
    }
    if token.kind == Kind::Number {
        // "in 2019"
        if token.span.len() != 4 {
            return false;
        }
        // "the early 1990s"
        let decade = text
            .tokens
            .get(i + 1)
            .is_some_and(|t| t.is_word() && !t.spaced && !t.opens_block);
        let word = text.word(i);
        return !decade
            && (word.starts_with("19") || word.starts_with("20"))
            && i > 0
            && text.is_one_of(i - 1, text.language.resolve.year_leads);
    }
    if !token.is(TIME) || token.capital() && !super::run::opens(text, i) {
        return false;
    }
    let word = text.word(i);
    if text.is_one_of_any_case(i, text.language.resolve.day) {
        return true;
    }
    // "last week", "this morning", "two days ago", "over the weekend", "a week earlier"
    let modified = i > 0
        && (text.tokens[i - 1].is(TIME_MODIFIER)
            || text.is_one_of(i - 1, text.language.resolve.time_points));
    // "seven months before the flood" is no time that a reader knows without the flood.
    let open = text.is_one_of_any_case(i + 1, text.language.resolve.before_after)
        && (text.tags.get(i + 2)).is_some_and(|t| t.nominal());
    let ago = !open && text.is_one_of(i + 1, text.language.resolve.time_behind);
    let article = i > 0 && text.tokens[i - 1].is(ARTICLE);
    if article && !ago {
        // "over a quarter" is a share of something; "in the weeks following the vote" is known with the vote alone.
        return i > 1
            && text.tags.get(i + 1) != Some(&Tag::Ing)
            && !text.language.resolve.quarter.has(word)
            && text.is_one_of(i - 2, text.language.resolve.time_span);
    }
    modified || ago
}

/// "Monday's speech", "last week's long report": not "Monday's vote", which may be long past or to come.
fn says_something(text: &Text, from: usize) -> bool {
    let mut words = (from..text.tokens.len().min(from + 4)).take_while(|i| text.tags[*i].nominal());
    words.any(|i| {
        text.tokens[i].is(DOCUMENT) || text.is_one_of_any_case(i, text.language.resolve.medium)
    })
}

/// The whole expression around its heart.
fn grow(
    text: &Text,
    at: usize,
    from: usize,
    to: usize,
    taken: &dyn Fn(usize) -> bool,
) -> Range<usize> {
    let mut start = at;
    while start > from && !taken(start - 1) && at - start < 6 {
        let i = start - 1;
        let token = &text.tokens[i];
        let part = token.is_any(TIME_MODIFIER.or(TIME).or(WEEKDAY).or(MONTH))
            || text.tags[i] == Tag::Num
            || text.is_one_of_any_case(i, text.language.resolve.time_part);
        if !part {
            break;
        }
        start = i;
    }
    // "in a June report": the month alone.
    let month = text.tokens[at].is_any(MONTH);
    if month
        && start < at
        && (text.tokens[at - 1].is(ARTICLE)
            || text.is_one_of(at - 1, text.language.resolve.time_of))
    {
        start = at;
    }
    let mut end = at + 1;
    while end < to && !taken(end) && end - at < 7 {
        let token = &text.tokens[end];
        let next_number = text.tokens.get(end + 1).is_some_and(|t| {
            t.kind == Kind::Number && !t.opens_block && text.word(end + 1).len() == 4
        });
        // "in January last year"
        let of_year = token.is(TIME_MODIFIER)
            && text.tokens[end - 1].is(MONTH)
            && text.tokens.get(end + 1).is_some_and(|t| t.is(TIME));
        let part = token.is_any(WEEKDAY.or(MONTH)) && token.capital()
            || of_year
            || token.is(TIME) && end > at + 1 && text.tokens[end - 1].is(TIME_MODIFIER)
            || token.kind == Kind::Number && text.tokens[end - 1].is(MONTH)
            || token.kind == Kind::Number && text.tokens[end - 1].is_mark(',')
            || token.is_mark(',') && next_number
            || text.is_one_of(end, text.language.resolve.time_tail)
            || text.is_one_of(end, text.language.resolve.time_behind);
        if !part || token.opens_block {
            break;
        }
        end += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure;
    use crate::text::block::Document;

    /// The time of the first figure of `words`.
    fn time(words: &str) -> Option<String> {
        let document = Document::from_text(words);
        let text = Text::new(&document, crate::lexicon::english());
        let figures = figure::find(&crate::phrase::Phrases::new(&text));
        let all = figures.iter().map(|f| Some((f.token, f.span)));
        let first = of_figures(&text, all).swap_remove(0);
        first.map(|w| text.words(&w).to_owned())
    }

    #[test]
    fn the_one_time_of_its_sentence_dates_a_figure() {
        assert_eq!(
            time("The dam cost 62 million dollars in 2019.").as_deref(),
            Some("in 2019")
        );
        assert_eq!(
            time("Last year the mill made 300 tables.").as_deref(),
            Some("Last year")
        );
    }

    #[test]
    fn two_times_or_none_leave_it_undated() {
        assert_eq!(time("The dam cost 62 million dollars."), None);
        assert_eq!(time("It sold 20 boats in May and nothing in June."), None);
        assert_eq!(time("It sold 20 boats. Nothing was sold in June."), None);
    }
}
