//! Subjects: the noun phrase that a verb has for its own, before it or after it, with title, apposition and
//! relative clause.

use std::ops::Range;

use super::Phrases;
use super::noun::NounPhrase;
use crate::lexicon::{ARTICLE, PLACE, ROLE};
use crate::text::tag::Tag;

/// How far back, in tokens, a subject may reach: its appositions and relative clauses included.
const LONGEST: usize = 60;

/// How far before the words that it cites, in tokens, a participle stands at most.
const LONGEST_CITING: usize = 6;

/// The longest title, in tokens, its marks included, that a subject may end with.
const LONGEST_TITLE: usize = 10;

/// A source behind its cue, as far as it is read.
struct Inverted {
    from: usize,
    commas: usize,
    /// Whether a relative clause opened in it.
    relative: bool,
}

/// Whether a source behind its cue ends at a token.
enum Ends {
    Not,
    Here,
    /// At the last comma before it.
    AtComma,
    /// What stands there is no source.
    NoSource,
}

impl Phrases<'_, '_> {
    /// The subject that ends right before token `end`; nothing before `floor` is looked at.
    pub fn subject_before(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let floor = floor.max(end.saturating_sub(LONGEST));
        let last = end.checked_sub(1).filter(|l| *l >= floor)?;
        if self.quotation(last).is_some() {
            let titled = || self.before_title(last, floor);
            return self.before_citing(last, floor).or_else(titled);
        }
        match self.tag(last) {
            Tag::Pron | Tag::Rel => return Some(last..end),
            Tag::That if last > floor && matches!(self.tag(last - 1), Tag::Noun | Tag::Name) => {
                return Some(last..end);
            }
            Tag::Det if !self.text.tokens[last].is(ARTICLE) => {
                // "Ada Roe and Ito both said", "They all said"
                let floats = last > floor
                    && self.is(last, self.words().floating)
                    && matches!(self.tag(last - 1), Tag::Name | Tag::Pron | Tag::Noun);
                let whole = floats.then(|| self.subject_before(last, floor)).flatten();
                return Some(whole.map_or(last, |subject| subject.start)..end);
            }
            _ => {}
        }
        // "Ito, who is on leave, never said"
        if matches!(self.tag(last), Tag::Adv | Tag::Neg)
            && last > floor + 1
            && self.mark(last - 1) == Some(',')
        {
            return self.with_apposition(last - 1, floor);
        }
        // "Ito on Tuesday said", "the mayor this week said"
        let undated = self.trim_time(floor, end);
        if undated < end && undated > floor {
            // "Ito, who saw it, last week said": the comma closes what stands before it.
            let parted = usize::from(self.mark(undated) == Some(',') && undated + 1 < end);
            // "Ito later Thursday said"
            let adverb = undated > floor + 1 && self.tag(undated - 1) == Tag::Adv;
            let later = usize::from(adverb && self.tag(undated - 2) == Tag::Name);
            let subject = self.subject_before(undated + parted - later, floor);
            if subject.is_some() {
                return subject;
            }
        }
        if matches!(self.mark(last), Some(',' | '—' | '–')) {
            return self
                .with_apposition(last, floor)
                .or_else(|| self.before_relative(last, floor))
                .or_else(|| self.before_bracket(last, floor));
        }
        let start = self.phrase_start(end, floor)?;
        let past = self.past_campus(start..end, floor);
        let start = past
            .or_else(|| self.past_role(start, floor))
            .unwrap_or(start);
        Some(self.list_start(start..end, floor).unwrap_or(start)..end)
    }

    /// Where the name starts whose role, which no second comma closes, begins at `role`: "Ada Roe, head of the mill said".
    fn past_role(&self, role: usize, floor: usize) -> Option<usize> {
        let bare = self.text.tokens[role].is(ROLE) && self.is(role + 1, self.words().of_for_and);
        let name = bare.then(|| self.name_before(role, floor))??;
        self.may_start(name, floor).then_some(name)
    }

    /// The subject before a participle and the words in quotation marks, which end at `last`, that it cites: "Ada Roe,
    /// citing “great need,” said".
    fn before_citing(&self, last: usize, floor: usize) -> Option<Range<usize>> {
        let open = self.quotation(last)?.open;
        let near = (floor.max(open.saturating_sub(LONGEST_CITING))..open).rev();
        let comma = near
            .take_while(|i| !self.finite(*i))
            .find(|i| self.mark(*i) == Some(','))?;
        let cites = comma > floor && self.tag(comma + 1) == Tag::Ing;
        let start = cites.then(|| self.phrase_start(comma, floor))??;
        (start == floor || self.tag(start - 1) == Tag::Coord).then_some(start..comma)
    }

    /// The subject before the title, set off by commas, that ends at `last`: "Ada Roe, a guest on her show, “Roads,” said".
    fn before_title(&self, last: usize, floor: usize) -> Option<Range<usize>> {
        let title = self.quotation(last)?;
        let comma = title.open.checked_sub(1).filter(|c| *c > floor)?;
        let short = title.end() - title.open <= LONGEST_TITLE;
        let set_off = self.mark(comma) == Some(',') && self.mark(last - 1) == Some(',');
        let subject = (short && set_off).then(|| self.with_apposition(comma, floor))??;
        Some(subject.start..title.end())
    }

    /// The noun phrase that ends with a bracket before the stray comma at `comma`: "Sen. Ada Roe (D-Me.), said".
    fn before_bracket(&self, comma: usize, floor: usize) -> Option<Range<usize>> {
        let open = self.bracket_before(comma, floor)?;
        let named = open > floor && self.tag(open - 1) == Tag::Name;
        let start = named.then(|| self.phrase_start(open, floor))??;
        let free = self.may_start(start, floor) && !self.has_finite(start..open);
        free.then_some(start..comma)
    }

    /// The noun phrase before the relative clause that the comma at `close` ends, whatever commas stand in it: "Ada Roe, who
    /// lost her brother in Nara, Ohio, in May, said".
    fn before_relative(&self, close: usize, floor: usize) -> Option<Range<usize>> {
        let opens = |i: &usize| self.mark(*i) == Some(',') && self.tag(i + 1) == Tag::Rel;
        let open = (floor..close).rev().find(opens)?;
        let clause = open + 2..close;
        // One verb, and those that are joined to it or stand in clauses of its own.
        let own = |i: usize| {
            let first = i == open + 2 || self.tag(i - 1) == Tag::Adv && i == open + 3;
            let under = (i.saturating_sub(4)..i).any(|k| {
                matches!(
                    self.tag(k),
                    Tag::Coord | Tag::Rel | Tag::That | Tag::Sub | Tag::Wh
                )
            });
            first || under || self.tag(i - 1).verbal()
        };
        let whole = clause
            .clone()
            .all(|i| self.quotation(i).is_none() && (!self.finite(i) || own(i)));
        let start = whole.then(|| self.phrase_start(open, floor))??;
        self.may_start(start, floor).then_some(start..close + 1)
    }

    /// Where the list begins whose last items are `words`: "residents of Nara, Ise and Otsu", "Ada Roe, her brother and
    /// two pilots". `None` where what stands before the comma is no item of it.
    fn list_start(&self, words: Range<usize>, floor: usize) -> Option<usize> {
        let joined = words.clone().any(|i| self.tag(i) == Tag::Coord);
        let mut start = words.start;
        while joined && start > floor + 1 && self.mark(start - 1) == Some(',') {
            // "Ada Roe (Nara), Ito (Ise) and Hale"
            let bracket = self.bracket_before(start - 1, floor);
            let item = self.noun_phrase_before(bracket.unwrap_or(start - 1))?;
            if item.start < floor
                || self.is_time(item.head)
                || !matches!(self.tag(item.head), Tag::Name | Tag::Noun)
            {
                return None;
            }
            start = item.start;
            // "voters in Ohio, Iowa and Maine"
            let in_places = |at: usize| {
                self.tag(at) == Tag::Prep && (start..words.end).all(|i| self.is_place_of_list(i))
            };
            let of = start
                .checked_sub(1)
                .filter(|of| *of > floor && (self.is(*of, self.words().of) || in_places(*of)));
            if let Some(of) = of {
                start = self
                    .noun_phrase_before(of)
                    .filter(|p| p.start >= floor)?
                    .start;
            }
        }
        if let Some(all) = self.before_examples(start, floor) {
            return Some(all);
        }
        let free = start == floor
            || self.mark(start - 1).is_some_and(|c| c != ',')
            || matches!(self.tag(start - 1), Tag::Coord | Tag::Sub | Tag::That);
        (start < words.start && free).then_some(start)
    }

    /// Whether the word at `i` of a list is a place, or joins it to the others.
    fn is_place_of_list(&self, i: usize) -> bool {
        self.text.tokens[i].is(PLACE) || self.tag(i) == Tag::Coord || self.mark(i) == Some(',')
    }

    /// Where the phrase starts whose examples begin at `start`: "several growers, including Ada Roe and Ito, said".
    fn before_examples(&self, start: usize, floor: usize) -> Option<usize> {
        let word = start.checked_sub(1).filter(|w| *w > floor)?;
        let including = self.is(word, self.words().including);
        let comma = usize::from(self.mark(word - 1) == Some(','));
        including.then(|| self.phrase_start(word - comma, floor))?
    }

    /// The noun phrase before the parenthesis that the mark at `close` ends: "Ito, the mayor,".
    pub(super) fn with_apposition(&self, close: usize, floor: usize) -> Option<Range<usize>> {
        let dash = self.mark(close) != Some(',');
        let mut at = close;
        let mut listed: Option<usize> = None;
        // At most four commas back: "Ito, 45, mayor of Nara, Oregon, said".
        for _ in 0..4 {
            let open = (floor..at).rev().find(|&i| {
                self.quotation(i).is_some()
                    || self.is_end(i)
                    || if dash {
                        matches!(self.mark(i), Some('—' | '–'))
                    } else {
                        self.mark(i) == Some(',')
                    }
            })?;
            if self.quotation(open).is_some() || self.is_end(open) || open == floor {
                return None;
            }
            if !self.is_parenthesis(open + 1..at) {
                return None;
            }
            // "growers who met in May, including Ito,"
            let undated = self.trim_time(floor, open);
            let start = self.phrase_start(undated, floor);
            if let Some(start) = start.or_else(|| self.phrase_start(open, floor)) {
                let start = self.past_place(start..open, floor).unwrap_or(start);
                let start = self.past_names(start, floor).unwrap_or(start);
                let head = start..open;
                // "Citing the memo, growers, led by Ada Roe, said": what leads the sentence is nobody.
                if let Some(start) = listed.filter(|_| self.is_participle_front(&head)) {
                    return Some(start..close + 1);
                }
                let clause_start = self.may_start(start, floor);
                // "…, the mayor, 45,": what stands before this comma may itself be an apposition; not so
                // before a relative clause or a name ("…, the mayor, Ann Ito, said").
                let aside = open + 1;
                // "Ann Ito, a teacher at the college of Nara, Ise, said": a place.
                let place =
                    self.tag(open - 1) == Tag::Name && self.is(start, self.words().indefinite);
                // "Ada Roe, 52, whose wife runs it, said": an age.
                let age = head.len() == 1 && self.tag(start) == Tag::Num;
                let apposed = matches!(self.tag(aside), Tag::Rel | Tag::Name) && !place && !age;
                let list_like = start > floor
                    && self.mark(start - 1) == Some(',')
                    && !starts_name(self, &head)
                    && !apposed
                    && !dash;
                // "Ada Roe, the senator who leads the port, which is old, said": the name before it all.
                let described = apposed && !dash && self.tag(start) == Tag::Det;
                if described && let Some(name) = self.name_before(start, floor) {
                    return Some(name..close + 1);
                }
                if clause_start && !list_like {
                    let joins = connects(self, open + 1..at) || self.is_circumstance(open + 1..at);
                    return Some(start..if joins { open } else { close + 1 });
                }
                if !list_like {
                    return None;
                }
                listed = Some(start);
            } else if matches!(self.tag(open - 1), Tag::Pron | Tag::Rel) && !dash {
                return Some(open - 1..open);
            }
            at = open;
        }
        None
    }

    /// Whether `words` open with a participle that has an object: "Citing the memo"; not "Leading growers".
    fn is_participle_front(&self, words: &Range<usize>) -> bool {
        let object = |tag: Tag| matches!(tag, Tag::Det | Tag::Poss | Tag::Name | Tag::Num);
        let word = self.text.word(words.start);
        word.ends_with(self.text.language.text.ing_ending)
            && words.len() > 1
            && object(self.tag(words.start + 1))
    }

    /// Whether a subject may start at `start`.
    fn may_start(&self, start: usize, floor: usize) -> bool {
        start == floor
            || self.is(start - 1, self.words().time_noun)
            || self.is_time(start - 1)
            || self.quotation(start - 1).is_some()
            || matches!(
                self.tag(start - 1),
                Tag::Coord | Tag::Sub | Tag::That | Tag::Mark | Tag::Adv | Tag::Prep | Tag::Wh
            )
    }

    /// Where the phrase starts that "and" joins to the name at `start`, set off as an apposition is: "Ada Roe, head of Nara
    /// Boats and Hale Ropes, a firm, said".
    fn past_names(&self, start: usize, floor: usize) -> Option<usize> {
        let joint = start.checked_sub(1).filter(|j| *j > floor + 1)?;
        let names = self.tag(joint) == Tag::Coord && self.tag(joint - 1) == Tag::Name;
        let first = names.then(|| self.phrase_start(joint, floor))??;
        let apposed = first > floor + 1 && self.mark(first - 1) == Some(',');
        (apposed && self.tag(first) != Tag::Name).then_some(first)
    }

    /// Where the phrase starts whose town `state` tells the state of: "a driver from Nara, Mo., who left".
    fn past_place(&self, state: Range<usize>, floor: usize) -> Option<usize> {
        let comma = state.start.checked_sub(1).filter(|c| *c > floor)?;
        let short = self.text.word(state.start).ends_with('.');
        let place = state.len() == 1 && (short || self.text.tokens[state.start].is(PLACE));
        let town = self.mark(comma) == Some(',') && self.tag(comma - 1) == Tag::Name;
        (place && town).then(|| self.phrase_start(comma, floor))?
    }

    /// Where the name starts that the comma before `start` sets off from what is told of it.
    fn name_before(&self, start: usize, floor: usize) -> Option<usize> {
        let comma = start.checked_sub(1).filter(|c| *c > floor)?;
        let set_off = self.mark(comma) == Some(',')
            && self.tag(comma - 1) == Tag::Name
            && !self.is_time(comma - 1);
        let name = set_off.then(|| self.phrase_start(comma, floor))??;
        let named = self.text.tokens[name].capital() && self.tag(name) != Tag::Det;
        let free =
            name == floor || matches!(self.tag(name - 1), Tag::Mark | Tag::Coord | Tag::That);
        (named && free).then_some(name)
    }

    /// Whether `words`, between two commas, tell how or where somebody spoke, and not who: "in a column in the Tide",
    /// "speaking to growers", "asked about the mill".
    fn is_circumstance(&self, words: Range<usize>) -> bool {
        let lists = self.words();
        let first = words.start;
        let place = self.tag(first) == Tag::Prep
            && (self.is(first, lists.where_said)
                || self.is(first, lists.at) && self.is(first + 1, lists.indefinite));
        words.len() > 1
            && (place || self.is(first, lists.circumstance))
            // Why there is no name belongs to who it is.
            && !words.into_iter().any(|i| self.is(i, lists.anonymity))
    }

    /// Whether `words`, between two commas, can be set aside: no finite verb, unless in a relative clause.
    pub(super) fn is_parenthesis(&self, words: Range<usize>) -> bool {
        if words.is_empty() {
            return false;
        }
        if words.clone().any(|i| self.quotation(i).is_some()) {
            return false;
        }
        if matches!(
            self.tag(words.start),
            Tag::Rel | Tag::Sub | Tag::Adv | Tag::Ing | Tag::Past
        ) || self.tag(words.start) == Tag::Prep && self.tag(words.start + 1) == Tag::Rel
        {
            return true;
        }
        let mut relative = false;
        for i in words {
            match self.tag(i) {
                Tag::Rel | Tag::That => relative = true,
                Tag::Verb | Tag::Modal | Tag::Be | Tag::Have | Tag::Do
                    if !relative && self.finite(i) =>
                {
                    return false;
                }
                _ => {}
            }
        }
        true
    }

    /// The noun phrase that starts at `from`, as a source after its cue ("said Ito, the mayor of Nara"):
    /// to the end of its unit, or to what plainly begins something else.
    pub fn subject_after(&self, from: usize, end: usize) -> Option<Range<usize>> {
        if self.quotation(from).is_some() {
            return None;
        }
        if self.tag(from) == Tag::Pron {
            return Some(from..from + 1);
        }
        // "said retired pilot Ada Roe"
        let led = self.tag(from) == Tag::Past
            && matches!(self.tags(from + 1), Some(Tag::Noun | Tag::Name | Tag::Adj));
        // "…,” the mayor, who left, said Sunday": a day says nothing.
        if self.is_time(from) || !self.tag(from).nominal() && !self.is_light(from) && !led {
            return None;
        }
        let mut inverted = Inverted {
            from,
            commas: 0,
            relative: false,
        };
        let mut i = from;
        while i < end {
            match self.read_inverted(&mut inverted, i) {
                Ends::Not => i += 1,
                Ends::Here => break,
                Ends::AtComma => return Some(from..last_comma(self, from, i)),
                Ends::NoSource => return None,
            }
        }
        while i > from + 1 && self.mark(i - 1).is_some_and(|c| matches!(c, ',' | '.')) {
            i -= 1;
        }
        let time = self.trim_time(from, i);
        // "said the miller who had been there on Monday": the day is the clause's.
        let clauses = inverted.relative && self.mark(time) != Some(',');
        let end = if clauses { i } else { time };
        (end > from).then_some(from..end)
    }

    /// Whether the source behind its cue ends at token `i`.
    fn read_inverted(&self, inverted: &mut Inverted, i: usize) -> Ends {
        if self.quotation(i).is_some() || self.is_end(i) || self.mark(i) == Some(':') {
            return Ends::Here;
        }
        let Inverted {
            from,
            commas,
            relative,
        } = *inverted;
        // What opens a clause of its own ends a source at its comma, and is the cue's content where none came.
        let clause = if commas == 0 {
            Ends::NoSource
        } else {
            Ends::AtComma
        };
        match self.tag(i) {
            // "said the owner of a shop that sells boots"
            tag if tag == Tag::Rel
                || tag == Tag::That && self.tag(i - 1) == Tag::Noun && self.finite(i + 1) =>
            {
                inverted.relative = true;
            }
            // "said the mayor was": a clause, no inverted source.
            t if self.finite(i) && !relative && t != Tag::Past => return clause,
            Tag::Past if !relative && commas == 0 && i > from && !self.modifies_noun(i) => {
                return Ends::NoSource;
            }
            // "said Ito and others": joined to the source.
            Tag::Pron if !relative && self.tag(i - 1) != Tag::Coord => return clause,
            Tag::Sub | Tag::Prep if commas == 0 && self.opens_adverbial(inverted, i) => {
                return Ends::Here;
            }
            Tag::Sub if !relative => return Ends::AtComma,
            Tag::Mark if self.mark(i) == Some(',') => {
                inverted.commas += 1;
                if self.closes_inverted(inverted, i) {
                    return Ends::Here;
                }
            }
            Tag::Mark if matches!(self.mark(i), Some('—' | '–')) => return Ends::Here,
            _ => {}
        }
        Ends::Not
    }

    /// Whether the comma at `i` ends the source.
    fn closes_inverted(&self, inverted: &Inverted, i: usize) -> bool {
        // ", adding that", ", and they left", ", in a statement"
        let next = self.tags(i + 1);
        matches!(next, Some(Tag::Ing | Tag::Coord | Tag::Pron | Tag::Sub))
            // ", when asked about it"
            || next == Some(Tag::Wh) && matches!(self.tag(i + 2), Tag::Ing | Tag::Past)
            // "The mill, said Ito, who sold it, was old": the comma closes what is told of Ito.
            || inverted.relative && self.finite(i + 1) && self.has_finite(inverted.from..i)
    }

    /// Whether the conjunction or preposition at `i` leaves the source: "said Ito as he rose", "wrote Ada Roe in the Tide".
    fn opens_adverbial(&self, inverted: &Inverted, i: usize) -> bool {
        let named = i > inverted.from && self.tag(i - 1) == Tag::Name;
        let place = named && !inverted.relative && self.is(i, self.words().where_said);
        self.tag(i) == Tag::Sub || place
    }

    /// Whether the past form at `i` belongs to a noun: "the bank's recently named chairman", "a man briefed on it".
    fn modifies_noun(&self, i: usize) -> bool {
        let inside = |p: NounPhrase| p.start < i && i < p.head;
        self.noun_phrase_at(i).is_some_and(inside) || self.tags(i + 1) == Some(Tag::Prep)
    }

    /// "After the fire that took the sheds built here, he left": whether a subject at `at` stands behind the comma
    /// that parts it from what the unit opens with.
    fn is_behind_front(&self, unit_start: usize, at: usize) -> bool {
        let led = matches!(self.tag(unit_start), Tag::Sub | Tag::Wh | Tag::Prep);
        led && at > unit_start && self.mark(at - 1) == Some(',')
    }

    /// The subject of the clause that a participle at `at` hangs on: that of the nearest finite verb before it
    /// in `unit` that is in no relative clause.
    pub fn subject_of_clause(&self, unit_start: usize, at: usize) -> Option<Range<usize>> {
        // "as she did by saying": its own clause, whatever that hangs on.
        let own = self.is(at - 1, self.words().agent);
        let mut best: Option<Range<usize>> = None;
        let mut i = unit_start;
        while i < at {
            if let Some(quote) = self.quotation(i) {
                i = quote.end().max(i + 1);
                continue;
            }
            if self.tag(i).finite() {
                let start = i;
                while i < at && (self.tag(i).verbal() || matches!(self.tag(i), Tag::Adv | Tag::Neg))
                {
                    i += 1;
                }
                let mut front = start;
                while front > unit_start && self.tag(front - 1) == Tag::Adv {
                    front -= 1;
                }
                if let Some(subject) = self.subject_before(front, unit_start) {
                    let embedded = matches!(self.tag(subject.start), Tag::Rel | Tag::That)
                        || subject.start > unit_start
                            && matches!(
                                self.tag(subject.start - 1),
                                Tag::That | Tag::Sub | Tag::Wh | Tag::Rel
                            )
                        || subject.start > unit_start && self.opens_clause(subject.start - 1);
                    let front = |s: &Range<usize>| self.is_behind_front(unit_start, s.start);
                    if own
                        || !embedded
                            && (best.as_ref().is_none_or(|b| !front(b) && front(&subject))
                                || subject.start > unit_start
                                    && (self.tag(subject.start - 1) == Tag::Coord
                                        || self.mark(subject.start - 1) == Some(';')))
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

    /// Whether the coordinator at `at` joins two subjects ("the mayor and the council said"), not two
    /// clauses ("left the town and the council said").
    pub(super) fn joins_subjects(&self, at: usize, floor: usize) -> bool {
        if !self.is(at, self.words().joins_subjects) {
            return false;
        }
        let mut i = at;
        let mut commas = 0;
        while i > floor {
            match self.tag(i - 1) {
                t if t.nominal() => {}
                Tag::Prep
                    if i > floor + 1
                        && (self.tag(i - 2).nominal() || self.mark(i - 2) == Some('%')) => {}
                Tag::Mark if self.mark(i - 1) == Some(',') && self.tag(i) != Tag::Num => {
                    commas += 1
                }
                Tag::Mark
                    if self.is_light(i - 1) || matches!(self.mark(i - 1), Some('(' | ')')) => {}
                Tag::Coord | Tag::Adv => {}
                // "three growers, including Ada Roe and Ito"
                Tag::Prep if self.is(i - 1, self.words().including) => return true,
                // "…, the bank and the ministry said": the verb or preposition is beyond the comma.
                t if t.verbal() || matches!(t, Tag::To | Tag::Prep) => return commas == 1,
                _ => return true,
            }
            i -= 1;
        }
        true
    }
}

fn starts_name(phrases: &Phrases, phrase: &Range<usize>) -> bool {
    phrases.tag(phrase.start) == Tag::Name
}

/// Whether `words`, between two commas, join the sentence to the one before and say nothing of the source:
/// "Ito, however, said", "Ito, for her part, said".
fn connects(phrases: &Phrases, words: Range<usize>) -> bool {
    let last = words.end - 1;
    match words.len() {
        1 => !phrases.tag(last).nominal(),
        _ => phrases.tag(words.start) == Tag::Prep && phrases.is(last, phrases.words().connecting),
    }
}

fn last_comma(phrases: &Phrases, from: usize, end: usize) -> usize {
    (from..end)
        .rev()
        .find(|&k| phrases.mark(k) == Some(','))
        .unwrap_or(end)
}
