//! Finite verbs: a cue with its subject, and its content behind it, before it, around it or in its relative clause.

use std::ops::Range;

use super::content::{self, Form, Start};
use super::cue::CueGroup;
use super::deeds;
use super::guard::{Refused, guard};
use super::relation::{Joined, Unit, is_expletive, is_quoted};
use super::scene::Scene;
use super::speaker;
use crate::lexicon::VERB_OR_NOUN;
use crate::lexicon::cue::{CueClass, Frames};
use crate::phrase::Determiner;
use crate::rule::Rule;
use crate::text::tag::Tag;

/// “Said S, C”.
pub(super) static CUE_SOURCE_QUOTATION: Rule = Rule {
    name: "cue-source-quotation",
    yes: examples!["Said Ada Roe, “The mill was sold too soon.”"],
    no: examples!["Said Ada Roe of the mill."],
};

/// “C, S said”.
pub(super) static CONTENT_SOURCE_CUE: Rule = Rule {
    name: "content-source-cue",
    yes: examples![
        "The mill was sold, Ada Roe said.",
        "“The mill was sold,” she said.",
    ],
    no: examples!["The mayor, who said so, left."],
};

/// “C, S said, C”.
pub(super) static CONTENT_SOURCE_CUE_CONTENT: Rule = Rule {
    name: "content-source-cue-content",
    yes: examples!["“The mill is sold,” she said, “and it will be missed.”"],
    no: examples!["“The mill is sold,” she said."],
};

/// “S said, C”, C a quotation.
pub(super) static SOURCE_CUE_QUOTATION: Rule = Rule {
    name: "source-cue-quotation",
    yes: examples!["Ada Roe said: “The mill was sold too soon.”"],
    no: examples![
        "The band called a song “Wild Wind”.",
        "The guests had begun “a long and merry evening by the weir” at noon.",
    ],
};

/// “S said that C”.
pub(super) static SOURCE_CUE_THAT: Rule = Rule {
    name: "source-cue-that",
    yes: examples!["Ada Roe said that the mill was sold."],
    no: examples![
        "I think that the mill was sold.",
        "The council did not know that the mill was sold.",
        "Nobody said that the mill was sold.",
    ],
};

/// “S said C”.
pub(super) static SOURCE_CUE_CLAUSE: Rule = Rule {
    name: "source-cue-clause",
    yes: examples!["Ada Roe said the mill was sold."],
    no: examples![
        "He said little.",
        "You know the mill was sold.",
        "The mayor heard the mill was sold.",
        "Did Ada Roe claim the mill was sold?",
    ],
};

/// “S disputed whether C”.
pub(super) static SOURCE_CUE_QUESTION: Rule = Rule {
    name: "source-cue-question",
    yes: examples!["The council disputed whether the mill was sold."],
    no: examples![
        "The clerk asked whether the mill was sold.",
        "The guide knew how the mill works.",
        "The mayor would not say when the mill was sold.",
        "The report does not explain what was done.",
    ],
};

/// “S vowed to C”.
pub(super) static SOURCE_CUE_INFINITIVE: Rule = Rule {
    name: "source-cue-infinitive",
    yes: examples!["The council vowed to mend the weir."],
    no: examples![
        "The mayor told them to leave.",
        "The drought threatens to empty the pond.",
    ],
};

/// “S denied C”.
pub(super) static SOURCE_CUE_OBJECT: Rule = Rule {
    name: "source-cue-object",
    yes: examples!["The miller denied the report."],
    no: examples![
        "The old boatman told stories.",
        "The officers questioned the miller.",
        "The mayor called a meeting.",
        "The cinema shows two films.",
        "The critic described the hall.",
        "The surveyor compared the old map to the new one.",
    ],
};

/// “S called for C”.
pub(super) static SOURCE_CUE_PREPOSITION: Rule = Rule {
    name: "source-cue-preposition",
    yes: examples!["The mayor called for a new mill."],
    no: examples!["The mayor pointed to the drought."],
};

/// “S said: C”.
pub(super) static SOURCE_CUE_COLON: Rule = Rule {
    name: "source-cue-colon",
    yes: examples!["The mayor said: the mill will be sold."],
    no: examples!["The mayor left: the mill will be sold."],
};

/// A finite cue whose source is known.
struct Said<'a> {
    group: &'a CueGroup,
    source: Range<usize>,
    /// Where the words begin that are the attribution's own.
    opening: usize,
    /// Where those of the next attribution begin.
    next: Option<usize>,
}

impl Unit<'_, '_, '_> {
    /// "S said C", "C, S said" and their kin: a finite verb whose subject is the source.
    pub(super) fn finite(
        &self,
        group: &CueGroup,
        after: Option<Start>,
        next: Option<usize>,
        found: &[Joined],
    ) -> Result<Joined, Refused> {
        let scene = self.scene;
        // “…,” said Ito.
        if let Some(joined) = self.inverted(group, next, found) {
            return Ok(joined);
        }
        if let Some(joined) = self.inserted(group, after, next, found) {
            return Ok(joined);
        }
        if self.opens_inverted(group) {
            let joined = self.opening_inverted(group, next);
            return joined.ok_or(Refused(guard!(opens_no_quotation)));
        }
        let source = self.source_of(group, found);
        let (source, opening) = source.ok_or(Refused(guard!(has_no_subject)))?;
        let trail = &scene.trail;
        trail.ask(guard!(is_nobody), speaker::is_nobody(scene, &source))?;
        let lone = self.is_lone_determiner(group, &source);
        trail.ask(guard!(is_lone_determiner), lone)?;
        let two = self.is_object_and_subject(&source);
        trail.ask(guard!(is_object_and_subject), two)?;
        if is_expletive(scene, &source) {
            let raised = after.and_then(|start| self.raising(group, start, next));
            return raised.ok_or(Refused(guard!(is_expletive)));
        }
        let said = Said {
            group,
            source,
            opening,
            next,
        };
        let thing = self.is_thing_described(&said, after);
        trail.ask(guard!(is_thing_described), thing)?;
        trail.ask(guard!(is_hypothesis), self.is_hypothesis(&said))?;
        if self.is_behind_as(&said, after) {
            let joined = self.as_told(group, said.source, said.opening - 1);
            return joined.ok_or(Refused(guard!(has_no_clause_around_as)));
        }
        let trailing = self.trailing_of(&said, found);
        if let Some(start) = after
            && scene.tag(said.source.start) == Tag::Rel
        {
            let joined = self.in_relative(said, start);
            return joined.ok_or(Refused(guard!(says_nothing_in_relative)));
        }
        match (after, trailing) {
            (Some(start), Some(left)) => {
                (self.around(said, start, left)).ok_or(Refused(guard!(has_nothing_behind)))
            }
            (Some(start), None) => {
                (self.behind(said, start)).ok_or(Refused(guard!(has_nothing_behind)))
            }
            (None, Some(left)) => self.ahead(said, left),
            (None, None) => self
                .elsewhere(said)
                .ok_or(Refused(guard!(leads_to_nothing))),
        }
    }

    /// Whether the verb opens the unit before its subject: "Said Ito, “…”".
    fn opens_inverted(&self, group: &CueGroup) -> bool {
        let at = group.words.start;
        let past = self.scene.tag(at) == Tag::Past;
        at == self.words.start && past
    }

    /// "Said Ito, “…”"
    fn opening_inverted(&self, group: &CueGroup, next: Option<usize>) -> Option<Joined> {
        let scene = self.scene;
        let source = scene.subject_after(group.words.end, self.words.end)?;
        let form = Form::Quotation;
        let at = source.end + usize::from(scene.quotation(source.end).is_none());
        let led = matches!(scene.mark(at - 1), Some(',' | ':'));
        let right = self.right(group, Start { at, form }, next);
        let right = right.filter(|_| led && scene.quotation(at).is_some())?;
        Some(self.joined(Some(source), group, [right], &CUE_SOURCE_QUOTATION))
    }

    /// The source of the verb: its subject, or that of the verb it is joined to; and where the words begin that are the
    /// attribution's own.
    fn source_of(&self, group: &CueGroup, found: &[Joined]) -> Option<(Range<usize>, usize)> {
        let scene = self.scene;
        let floor = self.words.start;
        let at = group.words.start;
        let coordinated = at > floor && scene.tag(at - 1) == Tag::Coord;
        if !coordinated {
            let subject = group.subject(scene, floor)?;
            let opening = subject.start;
            return Some((subject, opening));
        }
        // "That is so, according to Ito, and adds to": not he adds to it.
        let credit = scene.text.language.attribution.credit;
        let before = |j: &&Joined| {
            !scene.is(j.head, credit) && j.source.as_ref().is_some_and(|s| s.end <= at)
        };
        let shared = found.iter().rev().find(before);
        let shared = shared.and_then(|j| j.source.clone());
        let source = shared
            .or_else(|| scene.subject_of_clause(floor, at))
            .or_else(|| self.relative_pronoun_before(group))?;
        Some((source, at))
    }

    /// The relative pronoun of whose clause `group` is a second verb: "Ada Roe, who left in May and said she would not come
    /// back".
    fn relative_pronoun_before(&self, group: &CueGroup) -> Option<Range<usize>> {
        let scene = self.scene;
        let at = group.words.start;
        let frames = group.cue.frames;
        let says = frames.has(Frames::TRAILING) && frames.has(Frames::CLAUSE);
        if group.cue.class != CueClass::Reporting || !says {
            return None;
        }
        let near = self.words.start.max(at.saturating_sub(LONGEST_RELATIVE))..at;
        let pronoun = near
            .rev()
            .take_while(|i| scene.mark(*i).is_none() && scene.quotation(*i).is_none())
            .find(|i| scene.tag(*i) == Tag::Rel)?;
        let verbs = (pronoun..at).filter(|i| scene.finite(*i)).count();
        (verbs > 0).then_some(pronoun..pronoun + 1)
    }

    /// "this called for": a thing before it is pointed at; "another called for" is somebody.
    fn is_lone_determiner(&self, group: &CueGroup, source: &Range<usize>) -> bool {
        let clauses = Frames::CLAUSE.or(Frames::THAT);
        let words = &self.scene.text.language.attribution;
        let someone = self.scene.is(source.start, words.somebody);
        let alone = self.scene.tag(source.start) == Tag::Det && source.len() == 1 && !someone;
        alone && !group.cue.frames.has(clauses)
    }

    /// "a prospect Roe denied": a thing, and then who denies it.
    fn is_object_and_subject(&self, source: &Range<usize>) -> bool {
        let scene = self.scene;
        let first = scene
            .noun_phrase_at(source.start)
            .filter(|p| p.start == source.start);
        first.is_some_and(|p| {
            scene.determiner(&p) == Determiner::Indefinite
                && p.end < source.end
                // "an internal council analysis" is one.
                && (p.end..source.end).all(|i| scene.tag(i) == Tag::Name)
        })
    }

    /// "the harvest that promised a mild winter".
    fn is_thing_described(&self, said: &Said, after: Option<Start>) -> bool {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let start = said.source.start;
        let relative = scene.tag(start) == Tag::That || scene.is(start, words.which);
        let thing =
            |s: Start| matches!(s.form, Form::Object | Form::Infinitive | Form::Preposition);
        let before = start.saturating_sub(2)..start;
        relative && after.is_some_and(thing) && speaker::is_thing(scene, before)
    }

    /// "As Ito noted, C", "C, as Ito noted": the clause around is what was noted.
    fn is_behind_as(&self, said: &Said, after: Option<Start>) -> bool {
        let opens = said.opening > self.words.start && after.is_none();
        let words = &self.scene.text.language.attribution;
        opens && self.scene.is(said.opening - 1, words.quoted_as)
    }

    /// "Whether it admits it or not, the mill is sold", "they leave if Ito says so", "perhaps they say that": nobody has
    /// said it yet.
    fn is_hypothesis(&self, said: &Said) -> bool {
        let words = &self.scene.text.language.attribution;
        let before = said.opening.checked_sub(1);
        let before = before.filter(|b| *b >= self.words.start);
        before.is_some_and(|b| self.scene.is(b, words.hypothesis) || self.scene.is(b, words.guess))
    }

    /// What stands before the attribution's own words, if the cue takes it.
    fn trailing_of(&self, said: &Said, found: &[Joined]) -> Option<Range<usize>> {
        let frames = said.group.cue.frames;
        if !frames.has(Frames::TRAILING.or(Frames::QUOTATION)) {
            return None;
        }
        let quoted = |t: &Range<usize>| self.scene.quotation(t.end - 1).is_some();
        let left = self.trailing(said.opening, found);
        // "Citing the flood, Ito said C": what he did; "Selling it, Ito said, was wrong" is what he said.
        let cue = said.group.words.end;
        let goes_on =
            || (cue..cue + 4).any(|i| self.scene.mark(i) == Some(',') && self.scene.finite(i + 1));
        let adverbial = |t: &Range<usize>| {
            self.scene.tag(t.start) == Tag::Ing && !self.scene.has_finite(t.clone()) && !goes_on()
                || self.is_occasion(said.group, t)
        };
        left.filter(|t| (frames.has(Frames::TRAILING) && !adverbial(t)) || quoted(t))
    }

    /// "Asked whether she feared it, Ito laughed", "When it was read to her, Ito laughed": whether `words` tell on what
    /// occasion somebody did so, and no clause of their own stands behind.
    fn is_occasion(&self, group: &CueGroup, words: &Range<usize>) -> bool {
        let scene = self.scene;
        let lists = &scene.text.language.attribution;
        let asked = scene.is(words.start, lists.asked_form);
        let manner = group.cue.class == CueClass::Attitude || !group.cue.frames.has(Frames::CLAUSE);
        let clause = matches!(scene.tag(words.start), Tag::Sub | Tag::Wh)
            && !scene.is(words.start, lists.condition);
        let main = |i: usize| {
            let next = i + 1 + usize::from(scene.closes(i + 1));
            scene.mark(i) == Some(',') && scene.clause_at(next, words.end)
        };
        (asked || manner && clause) && !words.clone().any(main)
    }

    /// "the pilot, who said C, left": the comma that ends the relative clause ends C.
    fn in_relative(&self, said: Said, start: Start) -> Option<Joined> {
        let clause = start.form == Form::Clause;
        // "the clerk who reported the call recalled that", "who oppose the dam say C": the call, the dam, is all.
        let first = clause && self.speaks_first(start.at, &[Form::That, Form::Quotation])
            || start.form == Form::Object
                && self.speaks_first(start.at, &[Form::That, Form::Quotation, Form::Clause]);
        // "Ada Roe, who said so, left"
        let nothing = clause && deeds::says_nothing(self.scene, said.group, start.at);
        if first || nothing {
            return None;
        }
        let right = self.relative(said.group, start, said.next)?;
        Some(self.joined(Some(said.source), said.group, [right], rule_of(start.form)))
    }

    /// A content on either side: “…,” he said, “…” and “…”, he said of …
    fn around(&self, said: Said, start: Start, left: Range<usize>) -> Option<Joined> {
        let scene = self.scene;
        let Said {
            group,
            source,
            next,
            ..
        } = said;
        let right = self.right(group, start, next)?;
        // “…!” She replied that C: a sentence of its own.
        let close = left.end - 1;
        let ended = close > left.start && matches!(scene.mark(close - 1), Some('.' | '!' | '?'));
        if ended && start.form == Form::That && scene.closes(close) {
            return Some(self.joined(Some(source), group, [right], rule_of(start.form)));
        }
        // "C, he said, and “…”"
        let goes_on = || scene.tag(start.at - 1) == Tag::Coord;
        let quoted = is_quoted(scene, &left);
        // "If all goes well, Ito said, “…”": what it depends on is said as well.
        let condition = scene.is(left.start, scene.text.language.attribution.condition);
        // "There was, she said, “…”", "C, she said: “…”"; not "As she spoke, she said: “…”".
        let subject = scene.tag(left.start).nominal() || matches!(scene.tag(left.start), Tag::Pron);
        let whole = scene.mark(start.at - 1) == Some(':') && scene.has_finite(left.clone());
        let begun = subject && (whole || scene.finite(left.end - 1));
        if start.form == Form::Quotation && (quoted || condition || begun || goes_on()) {
            let rule = &CONTENT_SOURCE_CUE_CONTENT;
            return Some(self.joined(Some(source), group, [left, right], rule));
        }
        // "In her report, “Roads of Nara,” Ito said roads were bad."
        let titled = start.form == Form::Clause && scene.tag(left.start) == Tag::Prep;
        if quoted && !titled {
            // “…,” he said of the mill, “…”
            let resumed = self.resumed(group, &left, next);
            let pieces: Vec<_> = [left].into_iter().chain(resumed).collect();
            return Some(self.joined(Some(source), group, pieces, &CONTENT_SOURCE_CUE));
        }
        // "If it rains, officials say the weir will hold"
        let open = |r: &Range<usize>| r.clone().any(|i| scene.tag(i) == Tag::Modal);
        if condition && start.form == Form::Clause && scene.has_finite(left.clone()) && open(&right)
        {
            return Some(self.joined(Some(source), group, [left, right], rule_of(start.form)));
        }
        Some(self.joined(Some(source), group, [right], rule_of(start.form)))
    }

    /// A content behind the cue.
    fn behind(&self, said: Said, start: Start) -> Option<Joined> {
        let scene = self.scene;
        let Said {
            group,
            source,
            opening,
            next,
        } = said;
        let thing = matches!(start.form, Form::Object | Form::Clause | Form::Infinitive);
        if thing && deeds::says_nothing(scene, group, start.at) {
            return None;
        }
        if let Some(joined) = self.quotes_as_saying(group, start, next) {
            return Some(joined);
        }
        let right = self.right(group, start, next)?;
        let right = self.subordinate(opening, right);
        Some(self.joined(Some(source), group, [right], rule_of(start.form)))
    }

    /// A content before the source: “…,” Ada Roe said.
    fn ahead(&self, said: Said, left: Range<usize>) -> Result<Joined, Refused> {
        let scene = self.scene;
        let Said {
            group,
            source,
            next,
            ..
        } = said;
        // "the mayor, who says so": what stands before is the antecedent.
        let goes_on = scene.tag(source.start) == Tag::Rel || !self.ends_after(group);
        scene.trail.ask(guard!(goes_on_behind_cue), goes_on)?;
        // “…,” Ada Roe, a pilot who saw it, said.
        if let Some((quote, name)) = self.quote_and_name(&left)
            && !scene.has_finite(name..source.start)
        {
            let source = name..source.end;
            return Ok(self.joined(Some(source), group, [quote], &CONTENT_SOURCE_CUE));
        }
        let resumed = self.resumed(group, &left, next);
        // "a man who likes boats and, records show, does not use them": only what follows is said.
        let joined = scene.tag(left.end - 1) == Tag::Coord;
        if joined && let Some(rest) = resumed.clone().filter(|r| scene.finite(r.start)) {
            return Ok(self.joined(Some(source), group, [rest], &CONTENT_SOURCE_CUE));
        }
        // "At the mill, where he taught, Ito snapped": where it was, and no claim.
        let place = scene.tag(left.start) == Tag::Prep
            && (left.clone())
                .find(|i| scene.finite(*i) || matches!(scene.tag(*i), Tag::Rel | Tag::Wh))
                .is_some_and(|i| !scene.finite(i))
            && left.clone().filter(|i| scene.finite(*i)).count() == 1;
        let whole = left.clone().any(|i| scene.quotation(i).is_some())
            || scene.has_finite(left.clone()) && !place
            || self.ends_with(group) && may_be_clause(scene, left.clone())
            || self.is_headline();
        let fragment = resumed.is_none() && !whole;
        scene.trail.ask(guard!(is_fragment), fragment)?;
        let mut pieces = vec![left];
        pieces.extend(resumed);
        Ok(self.joined(Some(source), group, pieces, &CONTENT_SOURCE_CUE))
    }

    /// A content that neither follows nor leads: the rest of a relative clause, or the quotation that ended the sentence
    /// before.
    fn elsewhere(&self, said: Said) -> Option<Joined> {
        let Said {
            group,
            source,
            opening,
            next,
        } = said;
        if opening > self.words.start && self.is_within_relative(group, opening - 1) {
            let at = group.words.end;
            let form = Form::Clause;
            let right = self.relative(group, Start { at, form }, next)?;
            return Some(self.joined(Some(source), group, [right], rule_of(form)));
        }
        if let Some(start) = self.behind_comma(group) {
            let right = self.right(group, start, next)?;
            return Some(self.joined(Some(source), group, [right], rule_of(start.form)));
        }
        // "Ito said late on Sunday, he had been woken": the comma parts when it was said from what.
        if let Some(at) = self.behind_time(group) {
            let form = Form::Clause;
            let right = self.right(group, Start { at, form }, next)?;
            return Some(self.joined(Some(source), group, [right], rule_of(form)));
        }
        // “…!” The mayor shouted it. / Ito said.
        let quote = self.quotation_before(opening)?;
        (group.cue.frames.has(Frames::QUOTATION) && self.ends_after(group))
            .then(|| self.joined(Some(source), group, [quote], &CONTENT_SOURCE_CUE))
    }

    /// The content behind a comma that stands right behind the cue: "Ito said, that C", "Ito says, come what may, C".
    fn behind_comma(&self, group: &CueGroup) -> Option<Start> {
        let scene = self.scene;
        let end = self.words.end;
        let comma = group.words.end;
        let frames = group.cue.frames;
        let clauses = frames.has(Frames::CLAUSE) && !frames.has(Frames::ADDRESSEE);
        if scene.mark(comma) != Some(',') || !clauses {
            return None;
        }
        let at = comma + 1;
        if scene.tags(at) == Some(Tag::That) {
            let form = Form::That;
            return scene.clause_at(at + 1, end).then_some(Start { at, form });
        }
        // "come what may", "win or lose" belong to what is said.
        let aside = scene.parenthesis(comma).filter(|a| a.end < end)?;
        let form = Form::Clause;
        let bare = scene.tag(at) == Tag::Verb || !scene.has_finite(aside.clone());
        (bare && scene.clause_at(aside.end + 1, end)).then_some(Start { at, form })
    }

    /// Where a clause opens behind the comma after a phrase that tells when or where something was said.
    fn behind_time(&self, group: &CueGroup) -> Option<usize> {
        let scene = self.scene;
        let at = group.words.end;
        let comma = scene.find(at + 1..self.words.end.min(at + LONGEST_TIME), |i| {
            scene.mark(i) == Some(',')
        })?;
        let words = &scene.text.language.attribution;
        let phrase = scene.tag(at) == Tag::Prep;
        let subject = matches!(
            scene.tags(comma + 1),
            Some(Tag::Pron | Tag::Det | Tag::Poss)
        );
        (group.cue.frames.has(Frames::CLAUSE)
            && phrase
            && subject
            // "he believed as a grower, he said": the clause around.
            && !scene.is_cue(comma + 2)
            && scene.clause_at(comma + 1, self.words.end))
        // "said from May to June, sales fell": when it was, not when it was said.
        .then_some(if scene.is(at, words.span_of_time) {
            at
        } else {
            comma + 1
        })
    }

    /// Whether the first finite verb from `at` on is a cue with a content of one of `forms`.
    fn speaks_first(&self, at: usize, forms: &[Form]) -> bool {
        let verb = self
            .scene
            .find(at..self.words.end, |i| self.scene.finite(i));
        self.groups.iter().any(|g| {
            Some(g.words.start) == verb
                && content::start_after(self.scene, g, self.words.end)
                    .is_some_and(|s| forms.contains(&s.form))
        })
    }
}

/// The farthest, in tokens, that a relative pronoun stands before a verb joined to its own.
const LONGEST_RELATIVE: usize = 14;

/// The longest phrase, in tokens, that tells when something was said: "in the early hours of Sunday".
const LONGEST_TIME: usize = 9;

/// Whether a clause may stand in `words` whose verb was read as a noun: "the fighting shows its true face".
fn may_be_clause(scene: &Scene, mut words: Range<usize>) -> bool {
    let noun = |i: usize| scene.text.tokens[i].is(VERB_OR_NOUN) && scene.tag(i) == Tag::Noun;
    words.len() >= FEWEST_OF_CLAUSE
        && !matches!(scene.tag(words.start), Tag::Prep | Tag::Sub)
        && words.any(noun)
}

/// The fewest tokens of a clause whose verb is not known for one.
const FEWEST_OF_CLAUSE: usize = 6;

fn rule_of(form: Form) -> &'static Rule {
    match form {
        Form::Quotation => &SOURCE_CUE_QUOTATION,
        Form::That => &SOURCE_CUE_THAT,
        Form::Clause => &SOURCE_CUE_CLAUSE,
        Form::Question => &SOURCE_CUE_QUESTION,
        Form::Infinitive => &SOURCE_CUE_INFINITIVE,
        Form::Object => &SOURCE_CUE_OBJECT,
        Form::Preposition => &SOURCE_CUE_PREPOSITION,
        Form::Colon => &SOURCE_CUE_COLON,
    }
}
