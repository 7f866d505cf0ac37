//! Contents behind a cue: where they start.

use std::ops::Range;

use super::addressee::{
    LONGEST_ADDRESSEE, content_follows, infinitive_behind, parenthesis, past_bracket, past_relative,
};
use super::cue::{CueGroup, Voice};
use super::scene::Scene;
use super::setting;
use crate::lexicon::cue::Frames;
use crate::lexicon::{TIME, VERB_OR_NOUN, WEEKDAY};
use crate::text::tag::Tag;

/// How a content hangs on its cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A quotation.
    Quotation,
    /// "that" and a clause.
    That,
    /// A clause without "that".
    Clause,
    /// whether, how, what.
    Question,
    /// to and a verb.
    Infinitive,
    /// A noun phrase.
    Object,
    /// A preposition of the cue's own and what follows.
    Preposition,
    /// What follows a colon.
    Colon,
}

/// Where a content starts, and how it hangs on its cue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    pub(super) at: usize,
    pub(super) form: Form,
}

/// The most tokens and phrases that are passed over between a cue and its content.
const MOST_PASSED: usize = 12;

/// What the cue group has for its content on its right, up to `end`.
pub(super) fn start_after(scene: &Scene, group: &CueGroup, end: usize) -> Option<Start> {
    let mut search = Search {
        scene,
        group,
        end,
        addressed: false,
    };
    let mut i = group.words.end;
    for _ in 0..MOST_PASSED {
        if i >= end {
            break;
        }
        match search.step(i) {
            Step::Starts(at, form) => return Some(Start { at, form }),
            Step::Fails => break,
            Step::Passes(next) => i = next,
            Step::PassesAddressee(next) => {
                search.addressed = true;
                i = next;
            }
        }
    }
    None
}

/// What a token right of the cue tells of where the content starts.
enum Step {
    /// It starts at this token, in this form.
    Starts(usize, Form),
    /// There is none.
    Fails,
    /// It is looked for on from this token.
    Passes(usize),
    /// So, and what was passed over is whom the speaker addressed: "told the growers that".
    PassesAddressee(usize),
}

impl Step {
    /// The content starts at `at` if the cue takes this form; else there is none.
    fn starts_if(taken: bool, at: usize, form: Form) -> Step {
        if taken {
            Step::Starts(at, form)
        } else {
            Step::Fails
        }
    }

    /// The content is looked for on from `next`; without one there is none.
    fn passes(next: Option<usize>) -> Step {
        next.map_or(Step::Fails, Step::Passes)
    }
}

/// The look-out for a content, token by token, right of its cue.
struct Search<'s, 't, 'd> {
    scene: &'s Scene<'t, 'd>,
    group: &'s CueGroup,
    end: usize,
    /// Whether whom the speaker addressed was passed.
    addressed: bool,
}

impl Search<'_, '_, '_> {
    /// Whether the cue takes its content in one of these frames.
    fn takes(&self, frames: Frames) -> bool {
        self.group.cue.frames.has(frames)
    }

    /// What the token at `i` tells.
    fn step(&self, i: usize) -> Step {
        if self.scene.quotation(i).is_some() {
            return self.quotation(i);
        }
        // "said following a vote in May that"
        let words = &self.scene.text.language.attribution;
        if self.scene.is(i, words.following)
            && let Some(that) = self.that_within(i..i + MOST_PASSED)
        {
            return Step::Passes(that);
        }
        self.mark(i)
            .or_else(|| self.function_word(i))
            .or_else(|| self.time(i))
            .unwrap_or_else(|| self.phrase(i))
    }

    /// What a phrase of time at `i` tells: "said on the day that"; but "recalls the day he left" is of the day.
    fn time(&self, i: usize) -> Option<Step> {
        let scene = self.scene;
        let end = scene.time_end(i, self.end)?;
        let the = end == i + 2 && scene.is(i, scene.text.language.attribution.definite);
        let described = the
            && scene
                .tags(end)
                .is_some_and(|t| matches!(t, Tag::Pron | Tag::ObjPron | Tag::Name | Tag::Det))
            && scene.clause_at(end, self.end);
        Some(match described {
            true if self.takes(Frames::OBJECT) => Step::Starts(i, Form::Object),
            true if self.takes(Frames::CLAUSE) => Step::Starts(i, Form::Clause),
            _ => Step::Passes(end),
        })
    }

    fn quotation(&self, i: usize) -> Step {
        // "had begun “relations with the police”": what tells a manner has its quotation before it, or a comma.
        let manner = self.group.cue.frames == Frames::QUOTATION;
        let taken = self.takes(Frames::QUOTATION.or(Frames::OBJECT)) && !manner;
        Step::starts_if(taken, i, Form::Quotation)
    }

    /// What a colon or a comma at `i` tells.
    fn mark(&self, i: usize) -> Option<Step> {
        let scene = self.scene;
        match scene.mark(i)? {
            ':' => {
                let quoted = scene.quotation(i + 1).is_some();
                let form = if quoted { Form::Quotation } else { Form::Colon };
                Some(Step::starts_if(i + 1 < self.end, i + 1, form))
            }
            ',' if scene.quotation(i + 1).is_some_and(|q| q.open == i + 1)
                && self.takes(Frames::QUOTATION) =>
            {
                Some(Step::Starts(i + 1, Form::Quotation))
            }
            // "told Ada Roe of the Tide, that C"
            ',' if self.addressed && scene.tags(i + 1) == Some(Tag::That) => {
                Some(Step::Passes(i + 1))
            }
            // "said, in a statement, that": a parenthesis and what follows it.
            ',' => Some(Step::passes(parenthesis(scene, i, self.end).filter(|&k| {
                scene.tags(k) == Some(Tag::That) || scene.quotation(k).is_some()
            }))),
            // "said — in a letter, as it happens — that"
            '—' | '–' => {
                let past = parenthesis(scene, i, self.end);
                let that = past.filter(|k| scene.tags(*k) == Some(Tag::That))?;
                Some(Step::Passes(that))
            }
            _ => None,
        }
    }

    /// What a conjunction, preposition, adverb or pronoun at `i` tells.
    fn function_word(&self, i: usize) -> Option<Step> {
        let scene = self.scene;
        match scene.tag(i) {
            // "said nearly 300 homes were lost": no adverb of the cue.
            Tag::Adv | Tag::Adj | Tag::Prep | Tag::Det | Tag::Neg | Tag::Sub
                if !self.addressed
                    && self.takes(Frames::CLAUSE)
                    && measures(scene, i, self.end)
                        .is_some_and(|k| scene.clause_at(k, self.end)) =>
            {
                Some(Step::Starts(i, Form::Clause))
            }
            Tag::That => Some(self.that(i)),
            Tag::Wh => Some(self.question_word(i)),
            Tag::To => Some(self.infinitive(i)),
            // "he said as he left": when it was said, not what; "said before the vote that".
            Tag::Sub if scene.is(i, scene.text.language.attribution.when_said) => {
                let own = scene.tags(i + 1) == Some(Tag::Ing);
                Some(Step::passes(self.that_within(i..i + 8).filter(|_| !own)))
            }
            Tag::Sub if self.takes(Frames::CLAUSE) && !self.addressed => {
                Some(Step::Starts(i, Form::Clause))
            }
            Tag::Rel if self.takes(Frames::QUESTION) => Some(Step::Starts(i, Form::Question)),
            Tag::Adv => Some(self.adverb(i)),
            Tag::Prep => Some(self.preposition(i)),
            Tag::ObjPron if self.takes(Frames::ADDRESSEE) => Some(Step::PassesAddressee(i + 1)),
            Tag::ObjPron => Some(self.object(i)),
            _ => None,
        }
    }

    /// What an adverb at `i` tells.
    fn adverb(&self, i: usize) -> Step {
        let scene = self.scene;
        let focus = scene.is(i, scene.text.language.attribution.focus);
        let object = matches!(scene.tags(i + 1), Some(Tag::Det | Tag::Adj | Tag::Noun));
        if !self.addressed && self.takes(Frames::OBJECT) && focus && object {
            // "shows only a small gap"
            Step::Starts(i, Form::Object)
        } else if self.weighs_clause(i) {
            Step::Starts(i, Form::Clause)
        } else {
            Step::Passes(i + 1)
        }
    }

    /// "says too many growers left", "shows most of the hours were his": whether the adverb at `i` weighs a clause's first
    /// words.
    fn weighs_clause(&self, i: usize) -> bool {
        let of = usize::from(self.scene.tag(i + 1) == Tag::Prep);
        let weighs = self
            .scene
            .is(i, self.scene.text.language.attribution.degree)
            && (of > 0 || self.scene.tag(i + 1).nominal());
        weighs && !self.addressed && self.starts_clause(i + 1 + of)
    }

    /// The first "that" among `tokens`.
    fn that_within(&self, tokens: Range<usize>) -> Option<usize> {
        let reach = tokens.start..self.end.min(tokens.end);
        self.scene.find(reach, |k| self.scene.tag(k) == Tag::That)
    }

    /// The "that" behind the addressee at `i` and a day or time: "is telling a crowd in Nara, Iowa, on the last
    /// day that".
    fn that_behind_time(&self, i: usize) -> Option<usize> {
        let scene = self.scene;
        let plain = |k: &usize| {
            !scene.finite(*k)
                && scene.quotation(*k).is_none()
                && matches!(scene.mark(*k), None | Some(','))
        };
        let that = (i + 1..self.end.min(i + LONGEST_SETTING))
            .take_while(plain)
            .find(|k| scene.tag(*k) == Tag::That)?;
        let dated = scene.is_time(that - 1) || scene.text.tokens[that - 1].is_any(TIME.or(WEEKDAY));
        let expletive = scene.text.language.attribution.expletive;
        let clause = scene.clause_at(that + 1, self.end) || scene.is(that + 1, expletive);
        (dated && clause).then_some(that)
    }

    /// What "that" at `i` tells.
    fn that(&self, i: usize) -> Step {
        let scene = self.scene;
        // "wrote in a memo that was signed by the mayor": of the memo, not what was written. "a gas attack that
        // killed dozens": no verb before it.
        if !self.addressed && describes(scene, i, self.group) {
            return Step::passes(self.that_within(i + 1..i + 12));
        }
        if self.takes(Frames::THAT.or(Frames::CLAUSE)) {
            return Step::Starts(i, Form::That);
        }
        // "called that a risk"
        if matches!(scene.tags(i + 1), Some(Tag::Det | Tag::Poss)) {
            return Step::Passes(i + 1);
        }
        self.object(i)
    }

    /// What "whether", "how", "what" at `i` tell.
    fn question_word(&self, i: usize) -> Step {
        let scene = self.scene;
        // "adding if it rains the mill will close": a condition, no question.
        let condition = self.takes(Frames::CLAUSE)
            && !self.takes(Frames::QUESTION)
            && scene.is(i, scene.text.language.attribution.condition);
        if condition {
            return Step::Starts(i, Form::Clause);
        }
        // "told the council when asked about it: “…”"
        let asked = scene.tags(i + 1) == Some(Tag::Past)
            && scene.is(i, scene.text.language.attribution.when);
        if asked && let Some(colon) = self.colon_of_quotation(i) {
            return Step::Passes(colon);
        }
        // "said when asked about it that", "said when he took office: “…”"
        let said = scene
            .text
            .language
            .attribution
            .say
            .has(self.group.cue.lemma);
        if said && scene.is(i, scene.text.language.attribution.when) {
            let lead = setting::lead_beyond(scene, i + 1, self.end);
            if lead.is_some() || asked {
                return Step::passes(lead);
            }
        }
        let taken = self.takes(Frames::QUESTION.or(Frames::THAT).or(Frames::OBJECT));
        Step::starts_if(taken, i, Form::Question)
    }

    /// What "to" at `i` tells.
    fn infinitive(&self, i: usize) -> Step {
        // "is believed to", "was reported to have": the passive of what takes a clause.
        let raised = self.group.voice == Voice::Passive && self.takes(Frames::CLAUSE);
        let taken = self.takes(Frames::INFINITIVE) || self.addressed || raised;
        Step::starts_if(taken, i, Form::Infinitive)
    }

    /// What a preposition at `i` tells.
    fn preposition(&self, i: usize) -> Step {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        if let Some(colon) = self.colon_of_quotation(i) {
            return Step::Passes(colon);
        }
        let word = scene.text.word(i).to_ascii_lowercase();
        // "replied to her that it was late"
        if scene.tags(i + 1) == Some(Tag::ObjPron) && scene.tags(i + 2) == Some(Tag::That) {
            return Step::PassesAddressee(i + 2);
        }
        // "argued for years that it was time": the years are not what is argued for.
        // "argued for the second straight time that": nor is the time.
        let counted = self.counts_times(i + 1);
        if counted && self.group.cue.leads(&word) {
            return Step::passes(self.that_within(i + 1..i + 1 + LONGEST_ADDRESSEE));
        }
        if self.group.cue.leads(&word) && !scene.is_time(i + 1) {
            // "called on the growers to leave"
            if words.called.has(self.group.cue.lemma)
                && words.carrier_on.has(&word)
                && let Some(at) = infinitive_behind(scene, i + 1, self.end)
            {
                return Step::Starts(at, Form::Infinitive);
            }
            return self.led_by(i);
        }
        // "said about 200 homes were lost": no preposition but a bound.
        if scene.tags(i + 1) == Some(Tag::Num)
            && scene.tags(i + 2) != Some(Tag::That)
            && self.takes(Frames::CLAUSE)
            && scene.clause_at(i + 1, self.end)
        {
            return Step::Starts(i, Form::Clause);
        }
        // "said before pointing out that": the clause is the participle's.
        if scene.is(i, words.when_said) && scene.tags(i + 1) == Some(Tag::Ing) {
            return Step::Fails;
        }
        // "said before Ito left that the road was open": when it was said.
        if scene.is(i, words.when_said) && scene.clause_at(i + 1, self.end) {
            return Step::passes(self.that_within(i..i + MOST_PASSED));
        }
        // "for the first time that", all of it
        let whole = (scene.noun_phrase_at(i + 1))
            .filter(|p| p.start == i + 1)
            .map_or(0, |p| p.end.min(self.end));
        let mut after = scene.phrase_end(i + 1, self.end).max(whole);
        // "in late May that", "during a Friday evening rally in May that"
        let rally = setting::past_time(scene, after, self.end);
        let described = rally > after && scene.tag(i + 1) == Tag::Det;
        after = if described && scene.tags(rally) == Some(Tag::Noun) {
            scene.phrase_end(rally, self.end)
        } else {
            rally
        };
        // "said in a statement carried by the Tide that"
        let medium = (i + 1..after).any(|k| scene.is(k, words.media));
        let participle = scene.tags(after) == Some(Tag::Past);
        // "said in a statement sent to growers and put up on the wall that", "in papers filed on Friday: “…”"
        if participle {
            let lead = setting::lead_beyond(scene, after, self.end);
            let dated = || setting::past_participle(scene, after, self.end);
            if let Some(at) = lead.or_else(dated) {
                return Step::Passes(at);
            }
        }
        let by = (medium && participle)
            .then(|| scene.noun_phrase_at(after + 2))
            .flatten();
        Step::Passes(by.map_or(after, |p| p.end.min(self.end)))
    }

    /// Whether the noun phrase at `i` has an ordinal and "that" behind it: "the second straight debate that “…”".
    fn counts_times(&self, i: usize) -> bool {
        let scene = self.scene;
        let ordinal = scene.text.language.attribution.ordinal;
        let phrase =
            |k: usize| scene.tag(k).nominal() || scene.tag(k) == Tag::Ing || scene.is(k, ordinal);
        self.that_within(i..i + LONGEST_ADDRESSEE)
            .is_some_and(|that| (i..that).all(phrase) && (i..that).any(|k| scene.is(k, ordinal)))
    }

    /// The colon before a quotation that phrases alone part from `i`: "said of those at the quay: “…”".
    fn colon_of_quotation(&self, i: usize) -> Option<usize> {
        let scene = self.scene;
        let colon = (i + 1..self.end.min(i + LONGEST_ADDRESSEE))
            .take_while(|k| !scene.finite(*k) && scene.quotation(*k).is_none())
            .take_while(|k| scene.tag(*k) != Tag::That)
            .find(|k| scene.mark(*k) == Some(':'))?;
        let quoted = scene
            .quotation(colon + 1)
            .is_some_and(|q| q.open == colon + 1);
        (quoted && self.takes(Frames::QUOTATION)).then_some(colon)
    }

    /// The content behind the cue's own preposition at `i`: "pointed to the drought".
    fn led_by(&self, i: usize) -> Step {
        let scene = self.scene;
        // "the slaves whom she referred to in May": none behind it.
        let follows = i + 1 < self.end && !matches!(scene.tag(i + 1), Tag::Mark | Tag::Prep);
        let taken = follows || scene.quotation(i + 1).is_some();
        Step::starts_if(taken, i + 1, Form::Preposition)
    }

    /// What a noun phrase at `i` tells: it is addressed, or opens a clause, or is the object.
    fn phrase(&self, i: usize) -> Step {
        let scene = self.scene;
        let words = &scene.text.language.attribution;
        let tag = scene.tag(i);
        let opens = tag.nominal()
            || matches!(tag, Tag::Pron | Tag::Ing | Tag::Past)
            || scene.is_light(i)
            || scene.is_gerund(i);
        if !opens {
            return Step::Fails;
        }
        // "wrote to a friend saying C"
        if tag == Tag::Ing && scene.is(i, words.saying) {
            return Step::Passes(i + 1);
        }
        if self.takes(Frames::ADDRESSEE) {
            // "telling the story of a miller who left"
            let told = scene.noun_phrase_at(i).map(|p| p.head);
            if told.is_some_and(|head| scene.is(head, words.tale)) {
                return Step::Fails;
            }
            // "urged the growers and their friends not to leave": what is urged, not whom.
            if self.takes(Frames::INFINITIVE)
                && let Some(at) = infinitive_behind(scene, i, self.end)
            {
                return Step::Starts(at, Form::Infinitive);
            }
            if !self.addressed
                && let Some(colon) = self.colon_of_quotation(i)
            {
                return Step::PassesAddressee(colon);
            }
            if !self.addressed
                && let Some(that) = self.that_behind_time(i)
            {
                return Step::PassesAddressee(that);
            }
            if !self.addressed {
                let after = past_bracket(scene, scene.addressee_end(i, self.end));
                let after = past_relative(scene, after, self.end);
                let after = setting::past_time(scene, after, self.end);
                // "told the council without a smile that", "told them when asked about it: “…”"
                let leads = setting::opens(scene, after)
                    .then(|| setting::lead_beyond(scene, after, self.end))
                    .flatten();
                if let Some(lead) = leads {
                    return Step::PassesAddressee(lead);
                }
                if content_follows(scene, after, self.end) {
                    return Step::PassesAddressee(after);
                }
                // "…, Ada Roe told the Tide, but the mayor denied it": whom she told, and no content behind.
                let ends = scene.mark(after) == Some(',') || scene.tags(after) == Some(Tag::Coord);
                if ends && !self.takes(Frames::OBJECT) {
                    return Step::Fails;
                }
            }
        }
        if self.starts_clause(i) {
            return Step::Starts(i, Form::Clause);
        }
        self.object(i)
    }

    /// Whether the noun phrase at `i` is the subject of a clause that the cue takes.
    fn starts_clause(&self, i: usize) -> bool {
        let scene = self.scene;
        if !self.takes(Frames::CLAUSE) {
            return false;
        }
        if scene.clause_at(i, self.end) {
            return true;
        }
        // A verb that takes clauses and is followed by more than a phrase: a clause whose verb was not
        // known for one.
        let clause_only = scene.text.language.attribution.clause_only;
        let ends = |k| scene.mark(k).is_some() || scene.second_verb(k);
        (self.takes(Frames::OBJECT) || clause_only.has(self.group.cue.lemma))
            && !(i..i + 5).any(ends)
    }

    /// The object at `i`, if the cue takes one.
    fn object(&self, i: usize) -> Step {
        // "recommends closing the weir"
        let gerund = self.scene.tag(i) == Tag::Ing
            && i == self.group.words.end
            && (self.scene.text.language.attribution.of_deed).has(self.group.cue.lemma);
        Step::starts_if(self.takes(Frames::OBJECT) || gerund, i, Form::Object)
    }
}

/// The farthest, in tokens, that a content stands behind the start of its addressee, with where and when it was told.
const LONGEST_SETTING: usize = 24;

/// Whether a word of quantity at `i` opens a noun phrase: "more than 15,000", "at least two", "only half", "up
/// to a third", "early results". The answer is where that noun phrase goes on.
fn measures(scene: &Scene, i: usize, end: usize) -> Option<usize> {
    let words = &scene.text.language.attribution;
    // "for the first time": an article opened it.
    if !scene.is(i, words.measure) || scene.tag(i - 1) == Tag::Det {
        return None;
    }
    let mut k = i + 1;
    while k < end.min(i + 4) && scene.is(k, words.measure_more) {
        k += 1;
    }
    let led = k > i + 1 || !scene.is(i, words.measure_led);
    let first = scene.tags(k);
    let number = first == Some(Tag::Num);
    let some = matches!(first, Some(Tag::Noun | Tag::Adj | Tag::Name | Tag::Poss))
        || first == Some(Tag::Det);
    let counted = scene.is(i, words.measure_noun);
    let timed = k < end && scene.text.tokens[k].is_any(TIME.or(WEEKDAY));
    (led && !timed && (number || some && counted)).then_some(k)
}

/// Whether "that" at `at` opens a relative clause on the noun before it: a finite verb follows at once.
fn describes(scene: &Scene, at: usize, group: &CueGroup) -> bool {
    let verb = at + 1 + usize::from(scene.tags(at + 1) == Some(Tag::Adv));
    let before = &scene.text.tokens[at - 1];
    let noun = if at > group.words.end {
        matches!(scene.tag(at - 1), Tag::Noun | Tag::Name) && !before.is_any(TIME.or(WEEKDAY))
    } else {
        group.words.len() == 1
            // "estimates that close to 200 came": a base form may be none.
            && scene.tags(verb) != Some(Tag::Verb)
            && (before.is(VERB_OR_NOUN) || scene.tag(at - 1) == Tag::Ing)
            && matches!(
                scene.text.tags.get(at.wrapping_sub(2)),
                Some(Tag::Noun | Tag::Name | Tag::Adj | Tag::Poss)
            )
    };
    noun && scene.tags(verb).is_some_and(Tag::finite)
}
