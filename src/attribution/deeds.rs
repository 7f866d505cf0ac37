//! What is nobody's claim: questions, orders, expectations of nobody, and verbs of saying that tell of a deed.

use super::content::{Form, Start};
use super::cue::{CueGroup, Voice};
use super::guard::{Guard, Refused, guard, guards};
use super::relation::Joined;
use super::scene::Scene;
use super::speaker::person_ending;
use super::unsaid;
use crate::lexicon;
use crate::lexicon::cue::CueClass;
use crate::lexicon::list::List;
use crate::lexicon::lists::AttributionLists;
use crate::text::tag::Tag;

/// How many tokens of a content are looked at for the words that make it one.
const REACH: usize = 24;

/// A cue and where what it leads to begins, as the refusals see it.
pub(super) struct Claim<'a, 't, 'd> {
    pub(super) scene: &'a Scene<'t, 'd>,
    pub(super) group: &'a CueGroup,
    pub(super) start: Start,
}

impl Claim<'_, '_, '_> {
    pub(super) fn words(&self) -> &'static AttributionLists {
        &self.scene.text.language.attribution
    }

    /// Whether the cue's lemma is in `list`.
    pub(super) fn is(&self, list: List) -> bool {
        list.has(self.group.cue.lemma)
    }

    pub(super) fn has(&self, tag: Tag) -> bool {
        let mut words = self.group.words.clone();
        words.any(|i| self.scene.tag(i) == tag)
    }
}

/// What a guard asks of a cue with its content.
pub(super) type Question = fn(&Claim) -> bool;

/// What makes a cue with its content nobody's claim, each by its name. One is enough.
const REFUSALS: &[Guard<Question>] = guards![
    is_topic_by_question,
    is_topic_by_preposition,
    is_refusal_to_tell,
    is_unquoted_comparison,
    is_expected_of_nobody,
    is_question_asked,
    is_order,
    is_ignorance,
    is_outlets_own_revelation,
    is_plain_description,
    is_person_questioned,
    is_source_cited,
    is_unquoted_judgement,
    is_title_called,
    is_deed_of_calling,
    is_participle_of_deed,
    is_pronoun_alone,
    is_not_said_yet,
    is_kept_up,
];

/// Asks whether the verb of `group` with the content that starts at `after` says nothing that a reader could ask
/// "who says so?" of.
pub(super) fn ask(scene: &Scene, group: &CueGroup, after: Option<Start>) -> Result<(), Refused> {
    let possible = is_only_possible(scene, group);
    scene.trail.ask(guard!(is_only_possible), possible)?;
    let Some(start) = after else {
        return Ok(());
    };
    let claim = Claim {
        scene,
        group,
        start,
    };
    scene.trail.ask_each(REFUSALS, &claim)?;
    unsaid::ask(&claim)
}

/// "The task can be claimed by a worker": nobody has said so yet.
fn is_only_possible(scene: &Scene, group: &CueGroup) -> bool {
    let modal = group.words.clone().any(|i| scene.tag(i) == Tag::Modal);
    modal && group.voice == Voice::Passive
}

/// "explained how", "knew why": a topic. "questioned whether", "disputed that" are views.
fn is_topic_by_question(c: &Claim) -> bool {
    c.start.form == Form::Question
        && c.group.voice == Voice::Finite
        && !c.is(c.words().view_by_question)
        // "warned how the town “must not give in”": words of it are told.
        && !(c.group.cue.class == CueClass::Reporting
            && c.scene.is(c.start.at, c.words().told_by_question)
            && has_quotation(c.scene, c.start.at))
}

/// "maintains close ties": kept them up.
fn is_kept_up(c: &Claim) -> bool {
    let clause = c
        .scene
        .has_finite(c.start.at..c.scene.clause_end(c.start.at));
    c.is(c.words().kept_up) && matches!(c.start.form, Form::Object | Form::Clause) && !clause
}

/// "spoke of the drought", "pointed to the drought": a topic too. "called for a new mill" is a view.
fn is_topic_by_preposition(c: &Claim) -> bool {
    c.start.form == Form::Preposition && !c.is(c.words().view_by_preposition)
}

/// "would not say when", "could not explain how", "does not explain what".
fn is_refusal_to_tell(c: &Claim) -> bool {
    let told = c.has(Tag::Modal) || c.is(c.words().explained);
    c.has(Tag::Neg) && told && c.start.form == Form::Question
}

/// "compared the hall to a barn": a view only where words of it are quoted.
fn is_unquoted_comparison(c: &Claim) -> bool {
    c.is(c.words().cue_of_quoted) && !has_quotation(c.scene, c.start.at)
}

/// "The bill is expected to pass": by whom, nobody says.
fn is_expected_of_nobody(c: &Claim) -> bool {
    c.is(c.words().expected) && c.group.voice == Voice::Passive && c.start.form == Form::Infinitive
}

/// "asked whether the road was open".
fn is_question_asked(c: &Claim) -> bool {
    c.is(c.words().asked) && c.start.form == Form::Question
}

/// "told them to leave".
fn is_order(c: &Claim) -> bool {
    c.is(c.words().told) && matches!(c.start.form, Form::Infinitive | Form::Object)
}

/// "did not know that", "it was not known how many", "do not seem to understand that".
fn is_ignorance(c: &Claim) -> bool {
    c.is(c.words().known) && c.has(Tag::Neg)
}

/// "It can also be revealed that": the outlet's own words of itself.
fn is_outlets_own_revelation(c: &Claim) -> bool {
    c.is(c.words().revealed) && c.group.voice == Voice::Passive
}

/// "described the mill": a deed; "described it as sound", "described “…”", "described seeing it" are words.
fn is_plain_description(c: &Claim) -> bool {
    let (scene, at) = (c.scene, c.start.at);
    c.is(c.words().described)
        && scene.tag(at) != Tag::Ing
        && !has_quotation(scene, at)
        && !likens(scene, at)
}

/// "questioned the miller": a deed; "questioned the need for a mill": a doubt.
fn is_person_questioned(c: &Claim) -> bool {
    c.is(c.words().questioned) && c.start.form == Form::Object && !is_doubted(c.scene, c.start.at)
}

/// "slammed the ferry company": a deed; with words of it, somebody's: "slammed the plan as “reckless”".
fn is_unquoted_judgement(c: &Claim) -> bool {
    c.is(c.words().judges) && !has_quotation(c.scene, c.start.at) && !likens(c.scene, c.start.at)
}

/// "which cited the Tide", "citing two officials": whom it has its words from, and no words. "cited the report as a
/// reason", "citing Ito’s health" are.
fn is_source_cited(c: &Claim) -> bool {
    if !c.is(c.words().hands_on) {
        return false;
    }
    let scene = c.scene;
    let somebody = lexicon::ROLE
        .or(lexicon::GROUP)
        .or(lexicon::INSIDER)
        .or(lexicon::OUTLET);
    let phrase = scene
        .noun_phrase_at(c.start.at)
        .filter(|p| p.start == c.start.at);
    phrase.is_some_and(|p| {
        let alone = scene.mark(p.end).is_some_and(|m| matches!(m, ',' | '.' | ';'))
            // "quoted Ito, a miller, as saying that"
            && !(p.end..p.end + REACH).any(|i| scene.is(i, c.words().saying));
        alone && (scene.tag(p.head) == Tag::Name || scene.text.tokens[p.head].is_any(somebody))
    })
}

/// "a song called “Wild Wind”", "over routes called “segments”": what right behind it stands between marks is a
/// name; who calls something a name says what.
fn is_title_called(c: &Claim) -> bool {
    let named = match c.start.form {
        Form::Quotation => true,
        Form::Object => is_title(c.scene, c.start.at),
        _ => false,
    };
    c.is(c.words().called) && named
}

/// "called the police", "called a meeting"; "called the plan reckless" is a view.
fn is_deed_of_calling(c: &Claim) -> bool {
    c.is(c.words().called) && c.start.form == Form::Object && !is_judged(c.scene, c.start.at)
}

/// "dismissed them.", "customers say they:": a pronoun by itself tells nothing; "dismissed them as lies" does.
fn is_pronoun_alone(c: &Claim) -> bool {
    let at = c.start.at;
    let pronoun = matches!(c.scene.tag(at), Tag::ObjPron | Tag::Pron);
    let ends = c.scene.tags(at + 1).is_none() || c.scene.mark(at + 1).is_some_and(|m| m != ',');
    // "revealed this last fall"
    let alone = c.scene.is(at, c.words().demonstrative) && c.scene.is(at + 1, c.words().dating);
    if alone && matches!(c.start.form, Form::Object | Form::Clause) {
        return true;
    }
    // "“…,” said one.": who says what stands before.
    let before = c.group.words.start.checked_sub(1);
    let inverted = before.is_some_and(|b| c.scene.quotation(b).is_some());
    let object = c.start.form == Form::Object && !inverted;
    object && pronoun && ends && c.scene.quotation(at + 1).is_none()
}

/// "the road, talking about the harvest".
fn is_participle_of_deed(c: &Claim) -> bool {
    c.group.voice == Voice::Participle
        && !c.is(c.words().judged_alone)
        && is_done(c.scene, c.group, c.start)
}

/// "will announce a plan", "could not express her joy".
fn is_not_said_yet(c: &Claim) -> bool {
    let finite = c.group.voice != Voice::Participle;
    finite && !c.is(c.words().judged_alone) && !is_said_yet(c.scene, c.group, c.start)
}

/// Whether a participle tells what somebody does rather than says: "describing the mill", "explaining why",
/// "of questioning the plan".
fn is_done(scene: &Scene, group: &CueGroup, start: Start) -> bool {
    let words = &scene.text.language.attribution;
    let before = group.words.start.checked_sub(1);
    // "less interested in saying that", "of claiming it"; "After saying that, Ito left" opens its sentence.
    let governed = before.is_some_and(|b| {
        scene.tag(b) == Tag::Prep
            && !scene.text.tokens[b].opens_block
            && !scene.is(b, words.absolute_or_agent)
            && scene.mark(b - 1).is_none()
    });
    // "quoted Ito as saying that": whose words they are, the verb before tells.
    let quoted = before.is_some_and(|b| scene.is(b, words.quoted_as));
    let governed = governed || quoted;
    // "believing that" tells of a mood unless a comma sets it off.
    let mood = group.cue.class == CueClass::Attitude
        && before.is_some_and(|b| !matches!(scene.mark(b), Some(',' | '—' | '–')));
    let judges = match start.form {
        // "calling the plan reckless", "denying the report" say something of it; "pushing the plan" does not.
        Form::Object => words.judge_object,
        Form::Preposition => words.judge_preposition,
        Form::Infinitive => words.judge_infinitive,
        Form::Question => List::of(""),
        _ => return governed || mood,
    };
    governed || !judges.has(group.cue.lemma)
}

/// Whether the verb is said to have happened: "will announce a plan", "could not express her joy" have not.
fn is_said_yet(scene: &Scene, group: &CueGroup, start: Start) -> bool {
    let modal = group.words.clone().any(|i| scene.tag(i) == Tag::Modal);
    let attitude = group.cue.class == CueClass::Attitude;
    !modal || !attitude && matches!(start.form, Form::That | Form::Quotation | Form::Question)
}

/// Whether `joined` says plainly that somebody said it, as what tells a plot or explains a machine seldom does.
pub(super) fn is_plain(scene: &Scene, joined: &Joined) -> bool {
    let words = &scene.text.language.attribution;
    let cue = scene.text.tokens[joined.head].entry();
    let cue = cue.and_then(|entry| scene.text.language.words.cue(entry));
    let credits = scene.is(joined.head, words.credit);
    joined.source.is_some() && (credits || cue.is_some_and(|c| words.plain_cue.has(c.lemma)))
}

/// Whether a matter, not somebody, stands at `at`.
pub(super) fn is_doubted(scene: &Scene, at: usize) -> bool {
    let end = scene.phrase_end(at, scene.text.tokens.len().min(at + REACH));
    let head = (at..end)
        .take_while(|i| scene.tag(*i) != Tag::Prep)
        .filter(|i| matches!(scene.tag(*i), Tag::Noun | Tag::Name))
        .last();
    let somebody = lexicon::ROLE.or(lexicon::GROUP).or(lexicon::INSIDER);
    head.is_some_and(|h| {
        scene.tag(h) == Tag::Noun
            && !scene.text.tokens[h].is_any(somebody)
            && !person_ending(scene, h)
    }) && matches!(scene.tag(at), Tag::Det | Tag::Poss | Tag::Name)
}

/// Whether "as" tells what the content at `at` is said to be: "described the mill as sound".
pub(super) fn likens(scene: &Scene, at: usize) -> bool {
    (at..scene.text.tokens.len().min(at + REACH))
        .take_while(|i| scene.mark(*i).is_none())
        .any(|i| scene.is(i, scene.text.language.attribution.quoted_as))
}

/// Whether words of somebody stand within the content at `at`.
pub(super) fn has_quotation(scene: &Scene, at: usize) -> bool {
    (at..scene.text.tokens.len().min(at + REACH))
        .take_while(|i| !scene.is_end(*i))
        .any(|i| matches!(scene.mark(i), Some('“' | '"' | '‘')) || scene.quotation(i).is_some())
}

/// Whether all words between the marks at `at` have capitals, but for small ones: the title of a work.
fn is_title(scene: &Scene, at: usize) -> bool {
    if !matches!(scene.mark(at), Some('“' | '"' | '‘')) {
        return false;
    }
    let limit = scene.text.tokens.len().min(at + REACH);
    let mut titled = (at + 1..limit)
        .take_while(|i| !matches!(scene.mark(*i), Some('”' | '"' | '’')))
        .filter(|i| scene.text.tokens[*i].is_word() && scene.text.tokens[*i].span.len() > 3)
        .peekable();
    titled.peek().is_some() && titled.all(|i| scene.text.tokens[i].capital())
}

/// "called it a risk", "called the plan reckless": something is said of what is called. "called the police"
/// and "called a meeting" are deeds.
fn is_judged(scene: &Scene, at: usize) -> bool {
    let words = &scene.text.language.attribution;
    let limit = scene.text.tokens.len().min(at + REACH);
    if matches!(scene.tag(at), Tag::ObjPron | Tag::Pron)
        && matches!(
            scene.tags(at + 1),
            Some(Tag::Det | Tag::Adj | Tag::Noun | Tag::Mark | Tag::Adv)
        )
        && !scene.is(at + 1, words.called_off)
        || scene.tag(at - 1) == Tag::That
        || has_quotation(scene, at)
    {
        return true;
    }
    // A second noun phrase or an adjective behind the first.
    (at + 1..limit)
        .take_while(|i| scene.mark(*i).is_none() && !scene.finite(*i))
        .any(|i| {
            scene.is(i, words.indefinite) && matches!(scene.tag(i - 1), Tag::Noun | Tag::Name)
                // Not "last week".
                || scene.tag(i) == Tag::Adj
                    && matches!(scene.tag(i - 1), Tag::Noun | Tag::Name)
        })
}

/// "He said little", "the cinema shows two films": a noun phrase after these reports no words.
pub(super) fn says_nothing(scene: &Scene, group: &CueGroup, at: usize) -> bool {
    let say = scene.text.language.attribution.say;
    say.has(group.cue.lemma) && is_quantity_alone(scene, at)
}

/// Whether a word at `at` tells how much was said, and no clause goes on from it: "little", "no more than that".
fn is_quantity_alone(scene: &Scene, at: usize) -> bool {
    let words = &scene.text.language.attribution;
    let near = if scene.is(at, words.no) { 8 } else { 3 };
    let clause = (at + 1..scene.text.tokens.len().min(at + 9))
        .take_while(|i| !matches!(scene.mark(*i), Some(',' | '.' | ';')))
        .take(near)
        .any(|i| scene.finite(i));
    scene.is(at, words.quantity_of_words) && !scene.is(at + 1, words.of) && !clause
}
