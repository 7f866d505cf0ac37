//! Sources: the noun phrase that a cue has for its subject, before or after it, with title,
//! apposition and relative clause.

use std::ops::Range;

use super::scene::Scene;
use crate::lexicon::{ISSUE, PARTITIVE, TIME, TITLE};
use crate::text::tag::Tag;

/// How far back, in tokens, a subject may reach: its appositions and relative clauses included.
const LONGEST: usize = 60;

/// What phrases end with that join a sentence to the one before: "by contrast", "on the other hand".
const CONNECTING: &str =
    "instance example part one hand course turn particular contrast comparison";

/// The subject that ends right before token `end`; nothing before `floor` is looked at.
pub(super) fn before(scene: &Scene, end: usize, floor: usize) -> Option<Range<usize>> {
    let floor = floor.max(end.saturating_sub(LONGEST));
    let last = end.checked_sub(1).filter(|l| *l >= floor)?;
    if scene.quotation(last).is_some() {
        return None;
    }
    match scene.tag(last) {
        Tag::Pron | Tag::Rel => return Some(last..end),
        Tag::That if last > floor && matches!(scene.tag(last - 1), Tag::Noun | Tag::Name) => {
            return Some(last..end);
        }
        Tag::Det if !scene.text.tokens[last].is(crate::lexicon::ARTICLE) => return Some(last..end),
        _ => {}
    }
    // "Ito on Tuesday said", "the mayor this week said"
    let undated = trim_time(scene, floor, end);
    if undated < end && undated > floor {
        let subject = before(scene, undated, floor);
        if subject.is_some() {
            return subject;
        }
    }
    if matches!(scene.mark(last), Some(',' | '—' | '–')) {
        return with_apposition(scene, last, floor);
    }
    let start = phrase_start(scene, end, floor)?;
    Some(start..end)
}

/// The noun phrase before the parenthesis that the mark at `close` ends: "Ito, the mayor,".
fn with_apposition(scene: &Scene, close: usize, floor: usize) -> Option<Range<usize>> {
    let dash = scene.mark(close) != Some(',');
    let mut at = close;
    // At most four commas back: "Ito, 45, mayor of Nara, Oregon, said".
    for _ in 0..4 {
        let open = (floor..at).rev().find(|&i| {
            scene.quotation(i).is_some()
                || scene.is_end(i)
                || if dash {
                    matches!(scene.mark(i), Some('—' | '–'))
                } else {
                    scene.mark(i) == Some(',')
                }
        })?;
        if scene.quotation(open).is_some() || scene.is_end(open) || open == floor {
            return None;
        }
        if !is_parenthesis(scene, open + 1..at) {
            return None;
        }
        if let Some(start) = phrase_start(scene, open, floor) {
            let head = start..open;
            let clause_start = start == floor
                || scene.is_word(start - 1, "time")
                || scene.quotation(start - 1).is_some()
                || matches!(
                    scene.tag(start - 1),
                    Tag::Coord | Tag::Sub | Tag::That | Tag::Mark | Tag::Adv | Tag::Prep | Tag::Wh
                );
            // "…, the mayor, 45,": what stands before this comma may itself be an apposition; not so
            // before a relative clause or a name ("…, the mayor, Ann Ito, said").
            let aside = open + 1;
            // "Ann Ito, a teacher at the college of Nara, Ise, said": a place.
            let place = scene.tag(open - 1) == Tag::Name && scene.text.is_one_of(start, "a an");
            let apposed = matches!(scene.tag(aside), Tag::Rel | Tag::Name) && !place;
            let list_like = start > floor
                && scene.mark(start - 1) == Some(',')
                && !starts_name(scene, &head)
                && !apposed
                && !dash;
            if clause_start && !list_like {
                let joins = connects(scene, open + 1..at);
                return Some(start..if joins { open } else { close + 1 });
            }
            if !list_like {
                return None;
            }
        } else if scene.tag(open - 1) == Tag::Pron && !dash {
            return Some(open - 1..open);
        }
        at = open;
    }
    None
}

fn starts_name(scene: &Scene, phrase: &Range<usize>) -> bool {
    scene.tag(phrase.start) == Tag::Name
}

/// Whether `words`, between two commas, join the sentence to the one before and say nothing of the source:
/// "Ito, however, said", "Ito, for her part, said".
fn connects(scene: &Scene, words: Range<usize>) -> bool {
    let last = words.end - 1;
    match words.len() {
        1 => !scene.tag(last).nominal(),
        _ => scene.tag(words.start) == Tag::Prep && scene.text.is_one_of(last, CONNECTING),
    }
}

/// Whether `words`, between two commas, can be set aside: no finite verb, unless in a relative clause.
fn is_parenthesis(scene: &Scene, words: Range<usize>) -> bool {
    if words.is_empty() {
        return false;
    }
    if words.clone().any(|i| scene.quotation(i).is_some()) {
        return false;
    }
    if matches!(
        scene.tag(words.start),
        Tag::Rel | Tag::Sub | Tag::Adv | Tag::Ing | Tag::Past
    ) || scene.tag(words.start) == Tag::Prep && scene.tag(words.start + 1) == Tag::Rel
    {
        return true;
    }
    let mut relative = false;
    for i in words {
        match scene.tag(i) {
            Tag::Rel | Tag::That => relative = true,
            Tag::Verb | Tag::Modal | Tag::Be | Tag::Have | Tag::Do
                if !relative && scene.finite(i) =>
            {
                return false;
            }
            _ => {}
        }
    }
    true
}

/// The start of the noun phrase that ends right before `end`, if one does.
pub(super) fn phrase_start(scene: &Scene, end: usize, floor: usize) -> Option<usize> {
    let most = |at: usize| scene.is_word(at, "most") && scene.is_word(at + 1, "of");
    let mut i = end;
    while i > floor {
        let at = i - 1;
        if scene.quotation(at).is_some() {
            break;
        }
        let previous = (at > floor).then(|| scene.tag(at - 1));
        let nominal_before = previous
            .is_some_and(|t| t.nominal() || t == Tag::ObjPron || t == Tag::Pron)
            || at > floor && (scene.mark(at - 1) == Some(')') || scene.is_light(at - 1));
        let go = match scene.tag(at) {
            t if t.nominal() => true,
            // "most of them said", "the firm itself said"
            Tag::ObjPron => {
                previous == Some(Tag::Prep)
                    || nominal_before
                        && i == end
                        && scene
                            .text
                            .is_one_of(at, "itself himself herself themselves")
            }
            // "four in ten voters polled said"
            Tag::Past
                if i == end
                    && scene
                        .text
                        .is_one_of(at, "polled surveyed interviewed contacted") =>
            {
                nominal_before
            }
            // "those polled said"
            Tag::Pron => i < end && scene.tag(i) == Tag::Past && scene.is_word(at, "those"),
            // "those who heard directly from the firm": the relative clause whose verb has the preposition.
            Tag::Prep
                if i < end
                    && let Some(verb) = verb_before(scene, at, floor)
                    && let Some(relative) = relative_before(scene, verb, floor) =>
            {
                i = relative;
                continue;
            }
            Tag::Prep if nominal_before && opens_clause(scene, at) => break,
            Tag::Prep => {
                let hangs =
                    || hangs_on_noun(scene, at, floor) && second_phrase(scene, i, end).is_none();
                i < end
                    && (nominal_before
                        || at > floor && (scene.is_word(at - 1, "out") || most(at - 1))
                        || hangs())
            }
            Tag::Coord => nominal_before && i < end && joins_subjects(scene, at, floor),
            Tag::Adv => {
                i < end
                    && (most(at)
                        || matches!(previous, Some(Tag::Det | Tag::Poss | Tag::Gen | Tag::Noun)))
            }
            Tag::Ing | Tag::Past
                if previous != Some(Tag::Rel)
                    && (i < end
                        || previous
                            .is_some_and(|t| matches!(t, Tag::Det | Tag::Adj | Tag::Gen))) =>
            {
                if previous.is_some_and(|t| {
                    matches!(t, Tag::Det | Tag::Poss | Tag::Gen | Tag::Adj | Tag::Num)
                }) {
                    true
                } else if nominal_before {
                    // "people familiar with", "a man briefed on the talks": the phrase goes on where
                    // it hangs on a noun; a finite verb of another clause has an object instead.
                    scene.tag(at) == Tag::Ing && scene.tag(i) != Tag::Det
                        || scene.tag(at) == Tag::Past
                            && (scene.tag(i) == Tag::Prep
                                || is_time(scene, i) && scene.tag(end) != Tag::Ing)
                } else {
                    scene.tag(at) == Tag::Ing
                        && previous.is_none_or(|t| t == Tag::Mark || t == Tag::Prep)
                }
            }
            Tag::Mark => match scene.mark(at) {
                Some(')') => {
                    if let Some(open) = (floor.max(at.saturating_sub(12))..at)
                        .rev()
                        .find(|&k| scene.mark(k) == Some('('))
                    {
                        i = open;
                        continue;
                    }
                    false
                }
                _ => scene.is_light(at),
            },
            t if t.verbal() || t == Tag::Neg || t == Tag::To => {
                // A relative clause inside the subject: "people who saw the memo said".
                if i < end
                    && let Some(relative) = relative_before(scene, at, floor)
                {
                    i = relative;
                    continue;
                }
                false
            }
            _ => false,
        };
        if !go {
            break;
        }
        i = at;
    }
    // What hangs loose at the front.
    while i < end
        && (scene.is_light(i)
            && (scene.closes(i)
                || !matches!(scene.mark(i), Some('“' | '"' | '‘' | '$' | '@' | '#')))
            || matches!(scene.tag(i), Tag::Coord | Tag::Adv) && !most(i))
    {
        i += 1;
    }
    if i >= end
        || !(i..end).any(|k| {
            matches!(
                scene.tag(k),
                Tag::Noun | Tag::Name | Tag::Num | Tag::Adj | Tag::Ing | Tag::Past | Tag::ObjPron
            )
        })
    {
        return None;
    }
    i = quantity_front(scene, i, floor);
    // The object of a preposition is no subject: "In a statement the mayor said", "On Tuesday Ito said".
    let bound = scene.is_word(i + 1, "least")
        || scene.is_word(i + 1, "many")
        || scene.tags(i + 1) == Some(Tag::Num);
    let object = i > floor && scene.tag(i - 1) == Tag::Prep && !opens_clause(scene, i - 1);
    if object || scene.tag(i) == Tag::Prep && !bound {
        i = second_phrase(scene, i, end)?;
    } else if is_time(scene, i) || scene.is_word(i, "time") {
        // "Last week the mayor said", "At that time the mayor said"
        if let Some(second) = second_phrase(scene, i, end) {
            i = second;
        }
    }
    Some(i)
}

/// Whether the word at `at` joins clauses before a subject without article: "rose after officials said".
fn opens_clause(scene: &Scene, at: usize) -> bool {
    let next = at + 1;
    let bare = matches!(scene.tags(next), Some(Tag::Noun | Tag::Name)) && !is_time(scene, next);
    let is = |words| scene.text.is_one_of_any_case(at, words);
    // "as officials said"; not "as many as", "as mayor".
    let plural = || {
        scene.tag(next) == Tag::Noun
            && scene.text.word(next).ends_with('s')
            && !scene.is_word(at.wrapping_sub(1), "many")
    };
    bare && (is("after before since until") || is("as") && plural())
}

/// Whether the preposition at `at` belongs to a participle that hangs on a noun: "people briefed on",
/// "residents living near". Right before a cue it is no finite verb: the clause has one already.
fn hangs_on_noun(scene: &Scene, at: usize, floor: usize) -> bool {
    at >= floor + 2
        && matches!(scene.tag(at - 1), Tag::Past | Tag::Ing)
        && matches!(scene.tag(at - 2), Tag::Noun | Tag::Name)
}

/// The verb that the preposition at `at` follows, adverbs between them aside.
fn verb_before(scene: &Scene, at: usize, floor: usize) -> Option<usize> {
    let mut i = at;
    while i > floor && scene.tag(i - 1) == Tag::Adv {
        i -= 1;
    }
    let verb = i.checked_sub(1).filter(|v| *v >= floor)?;
    scene.tag(verb).verbal().then_some(verb)
}

/// Where a quantity at `i` begins, with what bounds it: "more than half of the voters", "about two-thirds".
fn quantity_front(scene: &Scene, mut i: usize, floor: usize) -> usize {
    let is = |at: usize, words: &str| scene.text.is_one_of_any_case(at, words);
    // "as many as 40 percent"
    if i > floor && is(i - 1, "as") && is(i, "many") && is(i + 1, "as") {
        return i - 1;
    }
    let at = i + usize::from(scene.tag(i) == Tag::Det);
    let part = scene.text.tokens.get(at).is_some_and(|t| t.is(PARTITIVE));
    let amount = scene.tags(at) == Some(Tag::Num) || part;
    if !amount {
        return i;
    }
    let compared = i >= floor + 2
        && (is(i - 1, "than") && is(i - 2, "more less fewer")
            || is(i - 1, "least most") && is(i - 2, "at"));
    if compared {
        i -= 2;
    } else if i > floor && is(i - 1, "about around over under nearly almost roughly some") {
        i -= 1;
    }
    if i > floor && is(i - 1, "just only slightly") {
        i -= 1;
    }
    i
}

fn is_time(scene: &Scene, i: usize) -> bool {
    let Some(token) = scene.text.tokens.get(i) else {
        return false;
    };
    // "Morning Tide said": a newspaper, no hour.
    let paper = token.is(ISSUE) && token.capital() && scene.tags(i + 1) == Some(Tag::Name);
    token.is(TIME) && !paper
        || token.is(crate::lexicon::TIME_MODIFIER)
            && scene.text.tokens.get(i + 1).is_some_and(|t| t.is(TIME))
}

/// Where a second noun phrase starts inside `from..end`: at a determiner or name that cannot belong to
/// the phrase before it.
fn second_phrase(scene: &Scene, from: usize, end: usize) -> Option<usize> {
    (from + 1..end).find(|&k| {
        let before = scene.tag(k - 1);
        match scene.tag(k) {
            Tag::Det | Tag::Poss => matches!(before, Tag::Noun | Tag::Name | Tag::Num | Tag::Mark),
            Tag::Name => {
                matches!(before, Tag::Noun | Tag::Num)
                    || is_time(scene, k - 1) && !is_time(scene, k)
                    || scene.text.tokens[k].is(TITLE) && before == Tag::Name
            }
            Tag::Noun => is_time(scene, k - 1) && !is_time(scene, k),
            _ => false,
        }
    })
}

/// Whether the coordinator at `at` joins two subjects ("the mayor and the council said"), not two
/// clauses ("left the town and the council said").
fn joins_subjects(scene: &Scene, at: usize, floor: usize) -> bool {
    if !scene.is_word(at, "and") && !scene.is_word(at, "or") {
        return false;
    }
    let mut i = at;
    let mut commas = 0;
    while i > floor {
        match scene.tag(i - 1) {
            t if t.nominal() => {}
            Tag::Prep if i > floor + 1 && scene.tag(i - 2).nominal() => {}
            Tag::Mark if scene.mark(i - 1) == Some(',') && scene.tag(i) != Tag::Num => commas += 1,
            Tag::Mark if scene.is_light(i - 1) || matches!(scene.mark(i - 1), Some('(' | ')')) => {}
            Tag::Coord | Tag::Adv => {}
            // "…, the bank and the ministry said": the verb or preposition is beyond the comma.
            t if t.verbal() || matches!(t, Tag::To | Tag::Prep) => return commas == 1,
            _ => return true,
        }
        i -= 1;
    }
    true
}

/// The relative pronoun that opens the clause whose verb is at `verb`, with the noun before it: where
/// the noun phrase goes on to the left.
fn relative_before(scene: &Scene, verb: usize, floor: usize) -> Option<usize> {
    let reach = floor.max(verb.saturating_sub(10));
    let mut k = verb + 1;
    while k > reach + 1 {
        k -= 1;
        if scene.quotation(k).is_some()
            || matches!(scene.mark(k), Some(',' | ';' | '.' | ':' | '—'))
        {
            return None;
        }
        if matches!(scene.tag(k), Tag::Rel | Tag::That) {
            return matches!(scene.tag(k - 1), Tag::Noun | Tag::Name | Tag::Num).then_some(k);
        }
    }
    None
}

/// The noun phrase that starts at `from`, as a source after its cue ("said Ito, the mayor of Nara"):
/// to the end of its unit, or to what plainly begins something else.
pub(super) fn after(scene: &Scene, from: usize, end: usize) -> Option<Range<usize>> {
    if scene.quotation(from).is_some() {
        return None;
    }
    if scene.tag(from) == Tag::Pron {
        return Some(from..from + 1);
    }
    // "…,” the mayor, who left, said Sunday": a day says nothing.
    // "said retired pilot Ada Roe"
    let led = scene.tag(from) == Tag::Past
        && matches!(scene.tags(from + 1), Some(Tag::Noun | Tag::Name | Tag::Adj));
    if is_time(scene, from) || !scene.tag(from).nominal() && !scene.is_light(from) && !led {
        return None;
    }
    let mut i = from;
    let mut commas = 0;
    let mut relative = false;
    while i < end {
        if scene.quotation(i).is_some() || scene.is_end(i) || scene.mark(i) == Some(':') {
            break;
        }
        match scene.tag(i) {
            Tag::Rel => relative = true,
            t if scene.finite(i) && !relative && t != Tag::Past => {
                // "said the mayor was": a clause, no inverted source.
                if commas == 0 {
                    return None;
                }
                return Some(from..last_comma(scene, from, i));
            }
            Tag::Past
                if !relative
                    && commas == 0
                    && i > from
                    && !matches!(scene.tags(i + 1), Some(Tag::Prep)) =>
            {
                return None;
            }
            Tag::Pron if commas == 0 && i > from && !relative => return None,
            Tag::Pron if !relative && commas > 0 => return Some(from..last_comma(scene, from, i)),
            Tag::Sub if commas == 0 => break,
            Tag::Sub if !relative => return Some(from..last_comma(scene, from, i).min(i)),
            Tag::Mark if scene.mark(i) == Some(',') => {
                commas += 1;
                let next = scene.tags(i + 1);
                // ", adding that", ", and they left", ", in a statement"
                if matches!(next, Some(Tag::Ing | Tag::Coord | Tag::Pron | Tag::Sub))
                    || scene.quotation(i + 1).is_some()
                {
                    break;
                }
            }
            Tag::Mark if matches!(scene.mark(i), Some('—' | '–')) => break,
            _ => {}
        }
        i += 1;
    }
    while i > from + 1 && scene.mark(i - 1).is_some_and(|c| matches!(c, ',' | '.')) {
        i -= 1;
    }
    let time = trim_time(scene, from, i);
    (time > from).then_some(from..time)
}

fn last_comma(scene: &Scene, from: usize, end: usize) -> usize {
    (from..end)
        .rev()
        .find(|&k| scene.mark(k) == Some(','))
        .unwrap_or(end)
}

/// Takes a time or place that dates the statement off the end: "said Ito on Tuesday", "said Ito Tuesday".
pub(super) fn trim_time(scene: &Scene, from: usize, end: usize) -> usize {
    let mut e = end;
    while e > from + 1 && is_time(scene, e - 1) {
        e -= 1;
    }
    // "the report run on Tuesday": the date is the participle's.
    if e > from + 2
        && e < end
        && scene.tag(e - 1) == Tag::Prep
        && matches!(scene.tag(e - 2), Tag::Past | Tag::Ing)
    {
        return end;
    }
    if e < end {
        while e > from + 1
            && (matches!(scene.tag(e - 1), Tag::Prep | Tag::Num) && e < end
                || scene.text.tokens[e - 1].is(crate::lexicon::TIME_MODIFIER)
                || scene.mark(e - 1) == Some(','))
        {
            e -= 1;
        }
        if scene.is_word(e - 1, "the") || scene.is_word(e - 1, "this") {
            e -= 1;
            if e > from + 1 && scene.tag(e - 1) == Tag::Prep {
                e -= 1;
            }
        }
    }
    e
}

impl Scene<'_, '_> {
    /// The tag of token `i`, if there is one in the text.
    pub(super) fn tags(&self, i: usize) -> Option<Tag> {
        self.text.tags.get(i).copied()
    }
}

/// The subject of the clause that a participle at `at` hangs on: that of the nearest finite verb before it
/// in `unit` that is in no relative clause.
pub(super) fn of_clause(scene: &Scene, unit_start: usize, at: usize) -> Option<Range<usize>> {
    // "as she did by saying": its own clause, whatever that hangs on.
    let own = scene.is_word(at - 1, "by");
    let mut best: Option<Range<usize>> = None;
    let mut i = unit_start;
    while i < at {
        if let Some(quote) = scene.quotation(i) {
            i = quote.end().max(i + 1);
            continue;
        }
        if scene.tag(i).finite() {
            let start = i;
            while i < at && (scene.tag(i).verbal() || matches!(scene.tag(i), Tag::Adv | Tag::Neg)) {
                i += 1;
            }
            let mut front = start;
            while front > unit_start && scene.tag(front - 1) == Tag::Adv {
                front -= 1;
            }
            if let Some(subject) = before(scene, front, unit_start) {
                let embedded = matches!(scene.tag(subject.start), Tag::Rel | Tag::That)
                    || subject.start > unit_start
                        && matches!(
                            scene.tag(subject.start - 1),
                            Tag::That | Tag::Sub | Tag::Wh | Tag::Rel
                        )
                    || subject.start > unit_start && opens_clause(scene, subject.start - 1);
                if own
                    || !embedded
                        && (best.is_none()
                            || subject.start > unit_start
                                && (scene.tag(subject.start - 1) == Tag::Coord
                                    || scene.mark(subject.start - 1) == Some(';')))
                {
                    best = Some(subject);
                }
            }
            continue;
        }
        i += 1;
    }
    best
}
