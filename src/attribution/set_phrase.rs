//! Attributions that no verb group with a subject makes: according to, reportedly, "Asked whether",
//! and the colon of a headline.

use std::ops::Range;

use super::cue::CueGroup;
use super::relation::{Joined, Unit};
use super::telling;
use crate::lexicon;
use crate::phrase::Determiner;
use crate::rule::Rule;
use crate::text::block::BlockKind;
use crate::text::tag::Tag;
use crate::text::token::Shape;

/// The longest source of a view, in tokens.
const LONGEST_VIEWER: usize = 10;

/// How soon, in tokens, a text names whom its headline quotes.
const NEXT_NAMED: usize = 150;

/// “C reportedly C”: somebody says so, nobody is named.
pub(super) static HEDGE_ADVERB: Rule = Rule {
    name: "hedge-adverb",
    yes: examples!["The mayor reportedly sold the mill."],
    no: examples!["The mayor reportedly believes that the mill was sold."],
};

/// “C, according to S”, “According to S, C”.
pub(super) static ACCORDING_TO: Rule = Rule {
    name: "according-to",
    yes: examples![
        "Prices rose in May, according to the bank.",
        "According to the survey, the mill was sold.",
    ],
    no: examples![
        "All went according to plan.",
        "The sacks were sorted according to size.",
        "The boats are shown according to the user profile.",
    ],
};

/// “C, per S”.
pub(super) static PER_SOURCE: Rule = Rule {
    name: "per-source",
    yes: examples!["The mill has lost nine boats, per the ferry board."],
    no: examples![
        "The mill grinds nine sacks, per day, on Sundays.",
        "They pay nine euros per ticket.",
    ],
};

/// “In S’s view, C”, “C, in her words”.
pub(super) static IN_VIEW: Rule = Rule {
    name: "in-view",
    yes: examples!["In the bank’s view, the mill was sold too soon."],
    no: examples!["In the mayor’s office, the mill was sold too soon."],
};

/// “S: C” in a headline.
pub(super) static SOURCE_COLON: Rule = Rule {
    name: "source-colon",
    yes: examples!["Port authority: Harbour will stay shut until spring"],
    no: examples![
        "Letter: The harbour was never shut",
        "The harbour: it was never shut",
    ],
};

impl Unit<'_, '_, '_> {
    /// The unit's tokens of the class `class`.
    fn tokens(&self, class: lexicon::Classes) -> impl Iterator<Item = usize> {
        let start = self.words.start;
        // Most units have no word of a rare class.
        let words = if self.classes.contains(class) {
            self.words.clone()
        } else {
            0..0
        };
        let tokens = self.scene.text.tokens[words].iter();
        (tokens.enumerate()).filter_map(move |(k, token)| token.is(class).then_some(start + k))
    }

    /// "C reportedly C": somebody says so, nobody is named.
    pub(super) fn hedges(&self, found: &mut Vec<Joined>) {
        let scene = self.scene;
        for i in self.tokens(lexicon::HEDGE) {
            if scene.quotation(i).is_some() {
                continue;
            }
            let mut front = i;
            while front > self.words.start
                && (scene.tag(front - 1).finite() || scene.tag(front - 1) == Tag::Adv)
            {
                front -= 1;
            }
            let subject = scene
                .subject_before(front, self.words.start)
                .map(|s| s.start..i);
            let end = (i + 1..self.words.end)
                .find(|&k| {
                    // "and, instead, sold it": the comma ends nothing.
                    let aside = scene.mark(k) == Some(',')
                        && (scene.tag(k - 1) == Tag::Coord
                            || scene.tags(k + 1) == Some(Tag::Verb)
                            || scene.tags(k + 1) == Some(Tag::Adv)
                                && scene.mark(k + 2) == Some(','));
                    matches!(scene.mark(k), Some(',' | ';' | '—')) && !aside
                })
                .unwrap_or(self.words.end);
            let end = telling::trim(scene, i + 1, end);
            // "Ito reportedly believes that": Ito's belief. "the office, which is new, is reportedly": too far.
            let believed =
                (scene.is_cue(i + 1)) && (i + 2..i + 6).any(|k| scene.tag(k) == Tag::That);
            let far = (subject.iter()).any(|s| s.clone().any(|k| scene.mark(k) == Some(',')));
            if subject.is_none() || end < i + 2 || believed || far {
                continue;
            }
            let mut pieces: Vec<_> = subject.into_iter().collect();
            pieces.push(i + 1..end);
            found.push(Joined {
                source: None,
                cue: i..i + 1,
                head: i,
                content: pieces,
                rule: &HEDGE_ADVERB,
            });
        }
    }

    /// "According to S, C", "C, according to S".
    pub(super) fn according_to(&self, found: &mut Vec<Joined>) {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let first = scene.credits.partition_point(|i| *i < self.words.start);
        let credits = scene.credits[first..].iter().copied();
        for i in credits.take_while(|i| i + 1 < self.words.end) {
            if scene.is(i + 1, words.to)
                && let Some(joined) = self.credited(i, i + 2, &ACCORDING_TO)
            {
                found.push(joined);
            }
        }
    }

    /// "C, per the bank", "Per the bank, C".
    pub(super) fn per(&self, found: &mut Vec<Joined>) {
        let scene = self.scene;
        for i in self.tokens(lexicon::PREPOSITION) {
            if !scene.is(i, scene.text.language.attribution.per) {
                continue;
            }
            // "a gallon per day"; a name or an article tells a source.
            let source = scene.noun_phrase_at(i + 1).filter(|p| p.start == i + 1);
            let told = source.is_some_and(|p| {
                matches!(
                    scene.determiner(&p),
                    Determiner::Definite | Determiner::Indefinite | Determiner::Possessive
                ) || scene.tag(p.head) == Tag::Name
            });
            let apart = i == self.words.start || scene.mark(i - 1) == Some(',');
            if apart
                && told
                && scene.quotation(i).is_none()
                && let Some(joined) = self.credited(i, i + 1, &PER_SOURCE)
            {
                found.push(joined);
            }
        }
    }

    /// The attribution whose cue is `at..from` and whose source stands right behind it: "C, according to S, C".
    fn credited(&self, at: usize, from: usize, rule: &'static Rule) -> Option<Joined> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        // "reported that, according to two officials, C": all that they say stands behind.
        let within = at.checked_sub(1).is_some_and(|b| {
            let b = b - usize::from(b > self.words.start && scene.mark(b) == Some(','));
            b > self.words.start && scene.tag(b) == Tag::That && scene.is_cue_before(b)
        });
        // "and, according to officials, found a plan", "because, according to Ito, it rains": so it does here.
        let joined = at > self.words.start + 1
            && scene.mark(at - 1) == Some(',')
            && matches!(scene.tag(at - 2), Tag::Coord | Tag::Sub);
        let leading = within || joined || at == self.words.start;
        let (source, after) = self.source_behind(at, from);
        // "according to plan", "sorted according to size"
        let own = scene.tag(source.start) == Tag::Poss && source.len() == 2;
        let last = &scene.text.tokens[source.end.max(1) - 1];
        let manner = (source.len() == 1 || own) && last.is(lexicon::MANNER)
            || !source.is_empty() && scene.is(source.end - 1, words.accordance);
        if source.is_empty() || manner {
            return None;
        }
        let ends = after >= self.words.end || scene.is_end(after);
        let before = (!leading).then(|| self.claim_before(at, ends)).flatten();
        // "(by half, according to Ito), and the mill": what the brackets hold is all.
        let closed = before.is_some() && scene.mark(after) == Some(')');
        let behind = (!closed).then(|| self.claim_behind(after, before.as_ref(), leading));
        let behind = behind.flatten();
        let pieces: Vec<_> = before.into_iter().chain(behind).collect();
        // "According to Ada Roe, writing in the Tide:" tells where.
        let aside = |c: &Range<usize>| {
            leading && scene.tag(c.start) == Tag::Ing && !scene.has_finite(c.clone())
        };
        if pieces.iter().all(aside) {
            return None;
        }
        Some(Joined {
            source: Some(source),
            cue: at..from,
            head: at,
            content: pieces,
            rule,
        })
    }

    /// The source at `from`, behind the cue at `at`, without the time at its end; and where what follows it begins.
    fn source_behind(&self, at: usize, from: usize) -> (Range<usize>, usize) {
        let scene = self.scene;
        let mut i = from;
        // Where the source ends, if not where the walk does: "according to the Bureau (HRB), C".
        let mut opened = None;
        while i < self.words.end {
            if scene.quotation(i).is_some() || scene.is_end(i) {
                break;
            }
            match scene.mark(i) {
                // "according to Ito, a rigger by the weir."
                Some(',') if self.is_trailing_apposition(at, i) => {
                    // "…, a rigger by the weir, referring to the flood": no more of who he is.
                    let adds = |k: usize| {
                        scene.mark(k) == Some(',') && scene.tags(k + 1) == Some(Tag::Ing)
                    };
                    let end = scene
                        .find(i + 1..self.words.end, adds)
                        .unwrap_or(self.words.end);
                    i = telling::trim(scene, from, end);
                    break;
                }
                Some(',') => match self.apposition_end(at, i) {
                    // Another may follow; else the claim begins behind its comma.
                    Some(close) => i = close,
                    None => break,
                },
                Some('(') if let Some(aside) = scene.parenthesis(i) => {
                    opened = Some(i);
                    i = aside.end + 1;
                    break;
                }
                Some('—' | '–' | '(' | ')') => break,
                _ => i += 1,
            }
        }
        let stop = opened.unwrap_or(i);
        let source = from..scene.trim_time(from, stop).max(from + 1).min(stop);
        (source, i)
    }

    /// Whether all behind the `comma` tells who the named source is, in a claim that stands before its cue at `at`.
    fn is_trailing_apposition(&self, at: usize, comma: usize) -> bool {
        let scene = self.scene;
        let person = || {
            let phrase = scene.noun_phrase_at(comma + 1)?;
            let told = phrase.start == comma + 1
                && scene.text.tokens[phrase.head].is_any(lexicon::ROLE.or(lexicon::TITLE));
            // "according to Ito, a miller, was the drought"
            let goes_on = |i: usize| scene.mark(i) == Some(',') && scene.finite(i + 1);
            let last = !(comma + 1..self.words.end).any(goes_on);
            Some(told && last)
        };
        at > self.words.start && person() == Some(true)
    }

    /// The comma that closes the apposition behind the one at `comma`: an apposition belongs to a source that leads
    /// where a comma closes it and a clause follows; in a trailing one, all that is no clause.
    fn apposition_end(&self, at: usize, comma: usize) -> Option<usize> {
        let scene = self.scene;
        let reach = comma + 1..self.words.end.min(comma + 16);
        let close = reach.into_iter().find(|&k| {
            // "which tells its goals, rules and means, “…”"
            scene.mark(k) == Some(',')
        })?;
        let opens = matches!(
            scene.tags(comma + 1),
            Some(Tag::Det | Tag::Noun | Tag::Rel | Tag::Num)
        );
        let apposition = at == self.words.start
            && opens
            && self.claims(close + 1)
            && (self.is_described(comma + 1..close) || !scene.clause_at(comma + 1, self.words.end));
        // "At its root, according to Ito, a miller, was the drought."
        let goes_on = at > self.words.start
            && opens
            && !scene.has_finite(self.words.start..at)
            && scene.finite(close + 1)
            && !scene.has_finite(comma + 1..close);
        (apposition || goes_on).then_some(close)
    }

    /// "a friend of the mayor's who died in 2000": whether the verbs of `words` stand in a clause that describes a noun.
    fn is_described(&self, words: Range<usize>) -> bool {
        let scene = self.scene;
        let relative = scene.find(words.clone(), |i| scene.tag(i) == Tag::Rel);
        relative.is_some_and(|r| r > words.start && !scene.has_finite(words.start..r))
    }

    /// Whether what may be claimed opens at `at`: a clause or a quotation.
    fn claims(&self, at: usize) -> bool {
        let scene = self.scene;
        scene.clause_at(at, self.words.end) || scene.quotation(at).is_some_and(|q| q.open == at)
    }

    /// The claim before the cue at `at`, without the marks and conjunctions beside it. `ends` tells that none goes on
    /// behind the source.
    fn claim_before(&self, at: usize, ends: bool) -> Option<Range<usize>> {
        let scene = self.scene;
        let first = self.words.start;
        let mut stop = at;
        while stop > first
            && (scene.mark(stop - 1) == Some(',')
                || scene.tag(stop - 1) == Tag::Coord
                // "largely according to the log"; "as well, according to the log"
                || scene.tag(stop - 1) == Tag::Adv && stop == at
                || matches!(scene.mark(stop - 1), Some('(' | '—' | '–')))
        {
            stop -= 1;
        }
        let mut start = first + usize::from(scene.tag(first) == Tag::Coord && first + 1 < stop);
        // "And, after leaving, he sold it, according to Ito"
        start += usize::from(scene.mark(start) == Some(',') && start + 1 < stop);
        // "It grew (by half, according to Ito)": what stands in the brackets.
        if let Some(open) = scene.open_bracket(start..stop)
            && scene.quotation(open).is_none()
        {
            start = open + 1;
        }
        // "the groups which, according to Ito, were made for it": what the relative clause tells of, no more.
        let relative = stop > start + 1 && scene.tag(stop - 1) == Tag::Rel;
        if relative {
            let comma = usize::from(scene.mark(stop - 2) == Some(','));
            let phrase = scene.noun_phrase_before(stop - 1 - comma);
            start = phrase.map_or(start, |p| p.start.max(start));
            return (start < stop - 1).then_some(start..stop);
        }
        // "They denounced the deal, which cuts the rate, according to Ito": he tells of the rate.
        if ends && let Some(which) = self.last_relative(start, stop) {
            return Some(which..stop);
        }
        // "That's according to the log": the claim stands in the sentence before.
        let told =
            |i: usize| scene.tag(i).nominal() || matches!(scene.tag(i), Tag::Verb | Tag::Past);
        let nothing = stop - start < 3 && !(start + 1..stop).any(told);
        (start + 1 < stop && !(nothing)).then_some(start..stop)
    }

    /// Where the relative clause opens, behind a comma, that goes on to the end of `start..stop`.
    fn last_relative(&self, start: usize, stop: usize) -> Option<usize> {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let comma = (start + 1..stop)
            .rev()
            .find(|i| scene.mark(*i) == Some(','))?;
        let which = comma + 1;
        (which + 2 < stop
            && scene.is(which, words.writers_relative)
            // What others say before it is theirs.
            && (start..comma).any(|i| scene.is_cue(i)))
        .then_some(which)
    }

    /// The claim that goes on behind the source, which ends at `after`.
    fn claim_behind(
        &self,
        after: usize,
        before: Option<&Range<usize>>,
        leading: bool,
    ) -> Option<Range<usize>> {
        let scene = self.scene;
        // "According to Ito, it is safe and, according to Ono, it is not": each to their own.
        let next = scene.credits.partition_point(|i| *i < after);
        let next = scene.credits.get(next).filter(|i| **i < self.words.end);
        let opens = next.map(|i| *i - usize::from(scene.mark(i - 1) == Some(',')));
        let opens = opens.filter(|i| *i > after + 1 && scene.tag(i - 1) == Tag::Coord);
        let end = opens.map_or(self.words.end, |i| i - 1);
        // "The boats — nine in all, according to the log — waited": what the dashes part is one.
        let dash = |i: usize| matches!(scene.mark(i), Some('—' | '–'));
        let parted = dash(after) && before.is_some_and(|p| p.clone().any(dash));
        let resume = after + usize::from(scene.mark(after) == Some(',') || parted);
        if resume >= end || scene.is_end(resume) {
            return None;
        }
        let close = telling::trim(scene, resume, end);
        let clause = scene.clause_at(resume, end) || scene.quotation(resume).is_some();
        let left = before.map_or(0, |p| p.len());
        // "In March, according to the log, ships waited": the left part is no more than a time.
        let verbless = before.is_some_and(|p| !scene.has_finite(p.clone()));
        let short = clause && (verbless || close.saturating_sub(resume) > 2 * left);
        // "Nine ships, according to the log, waited": the sentence goes on; so it does with a verb that
        // is no participle, whatever stands before.
        let helps = |i: usize| matches!(scene.tag(i), Tag::Be | Tag::Have | Tag::Do | Tag::Modal);
        // "The hare had, according to the log, eaten the seed": so it does behind a helping verb.
        // and "The barge carries, according to the log, nine tons" behind one that waits for its object.
        // "“…,” he said, according to the Tide, a paper" says all before.
        let waits = |p: &Range<usize>| {
            let said = scene.is_cue(p.end - 1) && p.clone().any(|i| scene.quotation(i).is_some());
            scene.finite(p.end - 1) && !said
        };
        let verb = helps(resume) || before.is_some_and(waits);
        let fragment =
            verb || scene.finite(resume) && before.is_none_or(|p| !scene.has_finite(p.clone()));
        (close > resume && (leading || short || fragment)).then_some(resume..close)
    }

    /// "In the bank's view, C", "C, in her words", "In the words of S, C".
    pub(super) fn in_view(&self, found: &mut Vec<Joined>) {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        for at in self.tokens(lexicon::PREPOSITION) {
            if scene.is(at, words.in_view)
                && scene.quotation(at).is_none()
                && let Some((source, after)) = self.viewer(at + 1)
                && after <= self.words.end
            {
                let (start, end) = (self.words.start, self.words.end);
                let content = if at == start && scene.mark(after) == Some(',') {
                    after + 1..telling::trim(scene, after + 1, end)
                } else if at > start
                    && scene.mark(at - 1) == Some(',')
                    && (after >= end || scene.is_end(after))
                {
                    start..at - 1
                } else {
                    continue;
                };
                let said = scene.has_finite(content.clone())
                    || content.clone().any(|i| scene.quotation(i).is_some());
                if said {
                    found.push(Joined {
                        source: Some(source),
                        cue: at..after,
                        head: at,
                        content: vec![content],
                        rule: &IN_VIEW,
                    });
                }
            }
        }
    }

    /// Whose view the phrase after "in" tells, and one past the phrase.
    fn viewer(&self, from: usize) -> Option<(Range<usize>, usize)> {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let view = |i: usize| scene.is(i, words.view);
        let nominal = |i: &usize| *i < self.words.end && scene.tag(*i).nominal();
        if scene.tag(from) == Tag::Poss && view(from + 1) {
            return Some((from..from + 1, from + 2));
        }
        if scene.is(from, words.definite) && view(from + 1) && scene.is(from + 2, words.of) {
            let source = from + 3;
            let more = (source..source + LONGEST_VIEWER).take_while(nominal);
            return more.last().map(|last| (source..last + 1, last + 1));
        }
        let owner = (from..from + LONGEST_VIEWER)
            .take_while(nominal)
            .find(|i| scene.tag(*i) == Tag::Gen && view(i + 1))?;
        (owner > from).then_some((from..owner, owner + 2))
    }

    /// "Ito: Port will close", and "Port will close: Ito" in headings and first lines.
    pub(super) fn headline(&self, found: &mut Vec<Joined>) {
        let scene = self.scene;
        let block = &scene.text.tokens[self.words.start];
        if !found.is_empty() || !block.opens_block {
            return;
        }
        let Some(colon) = (self.words.start + 1..self.words.end.min(self.words.start + 8))
            .find(|&i| scene.mark(i) == Some(':'))
        else {
            return;
        };
        // "MILL SALE — The Tide: “…”": what stands before the dash is the topic.
        let dash = (self.words.start..colon)
            .rev()
            .find(|i| matches!(scene.mark(*i), Some('—' | '–')));
        let label = dash.map_or(self.words.start, |d| d + 1)..colon;
        if label.is_empty() {
            return;
        }
        let speaker = lexicon::DOCUMENT
            .or(lexicon::OUTLET)
            .or(lexicon::ORGANISATION)
            .or(lexicon::ROLE);
        if colon + 3 >= self.words.end
            || !label.clone().all(|i| {
                scene.text.tokens[i].capital()
                    || scene.text.tokens[i].is_any(speaker)
                    || matches!(scene.tag(i), Tag::Gen | Tag::Prep)
            })
        {
            return;
        }
        let quote_follows = scene.quotation(colon + 1).is_some();
        // "Weir songs: rowing by night", "Oresund: Boats stay out": the title of a work, a place.
        let titled = scene.tag(colon + 1) == Tag::Ing;
        if !quote_follows && (titled || label.len() == 1 && self.is_where(label.start)) {
            return;
        }
        // "Ada Roe: A friend of the port?"
        let asks = scene.mark(self.words.end - 1) == Some('?');
        if !quote_follows && (asks || !self.is_headline()) {
            return;
        }
        let opens = &scene.text.tokens[label.start];
        // "Ostia: A boat sank": where it was.
        let kicker = lexicon::PLACE.or(lexicon::DOCUMENT);
        if label.len() == 1 && opens.is_any(kicker) && !quote_follows {
            return;
        }
        // "Harbour Update: …", "Big Win for Roe: …", "BOOM: …"
        let words = &scene.text.language.attribution;
        let joint = |i: &usize| matches!(scene.tag(*i), Tag::Prep | Tag::To);
        let last = label
            .clone()
            .find(joint)
            .unwrap_or(label.end)
            .max(label.start + 1)
            - 1;
        let token = &scene.text.tokens[last];
        let letters = token.shape == Shape::Upper && token.span.len() < 4;
        let given = label.len() > 1 && opens.is_any(lexicon::MALE.or(lexicon::FEMALE));
        let known = token.is_any(speaker.or(lexicon::MASTHEAD)) || given || letters;
        if !quote_follows && (scene.is(last, words.kicker) || !known && !self.recurs(last)) {
            return;
        }
        if opens.is_any(
            lexicon::DETERMINER
                .or(lexicon::COORDINATOR)
                .or(lexicon::INTERROGATIVE),
        ) || !self.recurs(label.end - 1)
            // "MILL SALE — Harwick: “…”"
            && !(dash.is_some() && quote_follows)
            && !(label.clone())
                .any(|i| scene.tag(i) == Tag::Name || scene.text.tokens[i].is_any(speaker))
        {
            return;
        }
        let end = telling::trim(scene, colon + 1, self.words.end);
        found.push(Joined {
            source: Some(label),
            cue: colon..colon + 1,
            head: colon,
            content: vec![colon + 1..end],
            rule: &SOURCE_COLON,
        });
    }

    /// Whether the first time that the text names the word at `i` again, it is where something is: "in Oresund".
    fn is_where(&self, i: usize) -> bool {
        let text = self.scene.text;
        let words = &text.language.attribution;
        let near = self.words.end..text.tokens.len().min(self.words.end + NEXT_NAMED);
        let again = near.into_iter().find(|k| text.word(*k) == text.word(i));
        again.is_some_and(|k| self.scene.is(k - 1, words.where_at))
    }

    /// Whether the word at `i` is a name in the text that follows: "Marlow: …" tells not what Marlow is.
    fn recurs(&self, i: usize) -> bool {
        let text = self.scene.text;
        let near = self.words.end..text.tokens.len().min(self.words.end + NEXT_NAMED);
        near.into_iter()
            .any(|k| text.tags[k] == Tag::Name && text.word(k) == text.word(i))
    }

    /// Whether the unit is, or opens, a heading or the text's first line: its grammar is clipped.
    pub(super) fn is_headline(&self) -> bool {
        let text = self.scene.text;
        let block = text.tokens[self.words.start].block as usize;
        self.words.start == 0 || text.document.blocks[block].kind == BlockKind::Heading
    }

    /// "Asked whether C, she said": a question is nobody's claim.
    pub(super) fn is_asked(&self, group: &CueGroup) -> bool {
        let words = &self.scene.text.language.attribution;
        let scene = self.scene;
        let at = group.words.start;
        let free = at == self.words.start || scene.mark(at - 1) == Some(',');
        free && words.asked.has(group.cue.lemma) && scene.tag(group.head) == Tag::Past
    }
}
