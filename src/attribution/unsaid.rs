//! What nobody has said: intentions and thoughts that the writer tells, deeds that bear a cue's name, what might have
//! been said, and what was not.

use super::content::Form;
use super::cue::Voice;
use super::deeds::{Claim, Question, has_quotation, is_doubted, likens};
use super::guard::{Guard, Refused, guards};
use crate::lexicon;
use crate::lexicon::cue::Frames;
use crate::phrase::Determiner;
use crate::text::tag::Tag;

/// What makes a cue with its content the writer's own telling, each by its name. One is enough.
const REFUSALS: &[Guard<Question>] = guards![
    is_aim,
    is_only_thought_of,
    is_thought_on_the_way,
    is_knowledge,
    is_feared_thing,
    is_held_in_relative,
    is_person_defended,
    is_person_confirmed,
    is_thing_referred_to,
    is_counterfactual,
    is_supposed_with_another,
    is_general_case,
    is_denied_to_somebody,
    is_thing_refused,
    is_picture_posted,
    is_informed_thing,
    is_thing_added,
    is_told_to_reader,
    is_deed_denied,
    is_led_by_how,
    is_case_argued,
    is_brought_to_an_end,
    is_by_doing,
    is_passive_of_decision,
    is_list_or_question_behind_colon,
    is_before_list,
    is_reminded_of,
    is_called_so_by_others,
    is_declared_deed,
    is_topic_by_pronoun,
    is_alleged_thing,
    is_bare_question,
    is_account,
];

/// Asks whether nobody has said the content of `claim`.
pub(super) fn ask(claim: &Claim) -> Result<(), Refused> {
    claim.scene.trail.ask_each(REFUSALS, claim)
}

/// "hopes to build a mill", "aims to sing": what somebody intends, as the writer has it; unless words are quoted.
fn is_aim(c: &Claim) -> bool {
    c.start.form == Form::Infinitive && c.is(c.words().aims) && !has_quotation(c.scene, c.start.at)
}

/// "The clerk labeled “a safe pair of hands” leads the count": who was called so, and by whom is not told.
fn is_called_so_by_others(c: &Claim) -> bool {
    let scene = c.scene;
    let named = c.group.words.len() == 1
        && scene.tag(c.group.head) == Tag::Past
        && !c.group.cue.frames.has(Frames::CLAUSE.or(Frames::THAT));
    let quote = scene.quotation(c.group.words.end);
    named
        && quote.is_some_and(|q| {
            scene
                .tags(q.end())
                .is_some_and(|t| t.finite() && t != Tag::Past)
        })
}

/// "declared war on the weir": done by saying so.
fn is_declared_deed(c: &Claim) -> bool {
    c.is(c.words().declares)
        && before_verb(c)
            .take(3)
            .any(|i| c.scene.is(i, c.words().declared_deed))
}

/// "the threat of floods and alleged secret sales": what is said of the thing, by whom is not told.
fn is_alleged_thing(c: &Claim) -> bool {
    let scene = c.scene;
    let at = c.group.words.start;
    let bare =
        matches!(scene.tag(c.start.at), Tag::Adj | Tag::Noun) && c.start.at == c.group.words.end;
    let joined = at > 0 && scene.tag(at - 1) == Tag::Coord && !scene.finite(at + 1);
    c.is(c.words().alleged) && c.group.words.len() == 1 && bare && joined
}

/// "a report of 2023 says why": and the writer does not.
fn is_bare_question(c: &Claim) -> bool {
    let next = c.start.at + 1;
    let ends = next >= c.scene.text.tokens.len() || c.scene.is_end(next);
    c.start.form == Form::Question && ends
}

/// "He tweets @nararoads": where, and not what.
fn is_account(c: &Claim) -> bool {
    c.start.form == Form::Object && c.scene.mark(c.start.at) == Some('@')
}

/// "boasts about them": of what stands elsewhere.
fn is_topic_by_pronoun(c: &Claim) -> bool {
    c.start.form == Form::Preposition
        && c.scene.tag(c.start.at) == Tag::ObjPron
        // "called for her to leave"
        && c.scene.tags(c.start.at + 1) != Some(Tag::To)
        && !has_quotation(c.scene, c.start.at)
        && !likens(c.scene, c.start.at)
}

/// "reminding growers of the flood": a topic, and whom it was put to.
fn is_reminded_of(c: &Claim) -> bool {
    let scene = c.scene;
    matches!(c.start.form, Form::Object | Form::Clause)
        && c.is(c.words().reminded)
        && before_verb(c).any(|i| scene.is(i, c.words().of))
}

/// The farthest, in tokens, that a colon stands behind the start of what leads to a list.
const LONGEST_LEAD: usize = 40;

/// "said the places that he would mend include:", and a list below: nothing is said yet.
fn is_before_list(c: &Claim) -> bool {
    let (scene, at) = (c.scene, c.start.at);
    let opens = |i: usize| scene.text.tokens.get(i).is_none_or(|t| t.opens_block);
    let mut sentence = (at + 1..at + LONGEST_LEAD).take_while(|i| !opens(*i) && !scene.is_end(*i));
    sentence
        .find(|i| scene.mark(*i) == Some(':'))
        .is_some_and(|colon| opens(colon + 1) && scene.tag(colon - 1) == Tag::Verb)
}

/// "left early, expecting that the gate would be shut": why they did so.
fn is_thought_on_the_way(c: &Claim) -> bool {
    c.group.voice == Voice::Participle && c.is(c.words().thought)
}

/// "she knew that the gate was shut": the writer tells it as a fact.
fn is_knowledge(c: &Claim) -> bool {
    c.is(c.words().knew) && !has_quotation(c.scene, c.start.at)
}

/// "feared the flood", "feared being seen": a fear of a thing is no claim.
fn is_feared_thing(c: &Claim) -> bool {
    let ing = c.scene.text.language.text.ing_ending;
    let gerund = c.scene.text.word(c.start.at).ends_with(ing);
    // "because they feared being seen"
    if gerund && c.is(c.words().feared) && !has_quotation(c.scene, c.start.at) {
        return true;
    }
    c.start.form == Form::Object
        && c.is(c.words().feared)
        && !c.scene.clause_at(c.start.at, c.scene.text.tokens.len())
        && !has_quotation(c.scene, c.start.at)
}

/// "fighters who had opposed his father", "residents who defend the dam": tells who they are.
fn is_held_in_relative(c: &Claim) -> bool {
    let before = c.group.words.start.checked_sub(1);
    c.start.form == Form::Object
        && c.is(c.words().held)
        && before.is_some_and(|b| matches!(c.scene.tag(b), Tag::Rel | Tag::That))
        && !has_quotation(c.scene, c.start.at)
}

/// "defended the miller": a deed; "defended the plan", "defended taking the money" are views.
fn is_person_defended(c: &Claim) -> bool {
    let (scene, at) = (c.scene, c.start.at);
    c.start.form == Form::Object
        && c.is(c.words().defended)
        && scene.tag(at) != Tag::Ing
        && (!is_doubted(scene, at) || is_body(c))
        && !has_quotation(scene, at)
}

/// Whether a body is the head of the noun phrase at the content's start: "the council".
fn is_body(c: &Claim) -> bool {
    let phrase = c.scene.noun_phrase_at(c.start.at);
    phrase.is_some_and(|p| c.scene.text.tokens[p.head].is(lexicon::ORGANISATION))
}

/// "the senate confirmed Ada Roe by nine votes": an office was filled.
fn is_person_confirmed(c: &Claim) -> bool {
    let (scene, at) = (c.scene, c.start.at);
    let phrase = scene.noun_phrase_at(at).filter(|p| p.start == at);
    matches!(c.start.form, Form::Object | Form::Clause)
        && c.is(c.words().confirmed)
        && phrase.is_some_and(|p| {
            scene.tag(p.head) == Tag::Name
                && (scene.is(p.end, c.words().agent) || scene.is(p.end, c.words().quoted_as))
        })
}

/// "referred to the drought": a topic; "referred to it as “a nuisance”" says something of it.
fn is_thing_referred_to(c: &Claim) -> bool {
    c.is(c.words().referred) && !has_quotation(c.scene, c.start.at) && !likens(c.scene, c.start.at)
}

/// "might have suggested", "could have said": nobody did.
fn is_counterfactual(c: &Claim) -> bool {
    let scene = c.scene;
    let mut words = c.group.words.clone();
    c.group.voice == Voice::Finite
        && words.any(|i| {
            scene.is(i, c.words().supposing)
                && (i + 1..i + 4).any(|k| k < c.group.head && scene.tag(k) == Tag::Have)
        })
}

/// "voters may listen and conclude that": the modal is that of both verbs.
fn is_supposed_with_another(c: &Claim) -> bool {
    let scene = c.scene;
    let at = c.group.words.start;
    let verb = at.checked_sub(2).filter(|_| at == c.group.head);
    verb.is_some_and(|v| {
        scene.tag(at - 1) == Tag::Coord
            && scene.tag(v) == Tag::Verb
            && v > 0
            && scene.is(v - 1, c.words().supposing)
    })
}

/// "critics could argue that", "the mayor should explain that": what has not been said. What could not be said, and what
/// stands in quotation marks, was asked or said.
fn is_only_thought_of(c: &Claim) -> bool {
    let scene = c.scene;
    let mut words = c.group.words.clone();
    c.group.voice == Voice::Finite
        && !c.has(Tag::Neg)
        && !c.has(Tag::Have)
        && words.any(|i| scene.is(i, c.words().possible))
        && matches!(
            c.start.form,
            Form::That | Form::Clause | Form::Infinitive | Form::Object | Form::Question
        )
        && !has_quotation(scene, c.start.at)
}

/// "when a man tells a woman that she is loud": no occasion, but how it is in general.
fn is_general_case(c: &Claim) -> bool {
    let scene = c.scene;
    let at = c.group.words.start;
    let present = at == c.group.head && scene.tag(at) == Tag::Verb;
    let phrase = scene.noun_phrase_before(at).filter(|_| present);
    phrase.is_some_and(|p| {
        p.start > 0
            && scene.determiner(&p) == Determiner::Indefinite
            && scene.is(p.start - 1, c.words().when)
    })
}

/// "denied the miller a seat": kept it from them.
fn is_denied_to_somebody(c: &Claim) -> bool {
    let scene = c.scene;
    let at = c.start.at;
    let whom = scene.noun_phrase_at(at).filter(|p| p.start == at);
    let behind = match whom {
        Some(p) => p.end,
        None => return false,
    };
    c.is(c.words().denied)
        && matches!(scene.tags(behind), Some(Tag::Det | Tag::Poss))
        && !scene.clause_at(behind, scene.text.tokens.len())
}

/// "the judge denied the request", "Man denied bail": what was asked for, and not what was said.
fn is_thing_refused(c: &Claim) -> bool {
    let scene = c.scene;
    let thing = scene.noun_phrase_at(c.start.at);
    c.is(c.words().denied) && thing.is_some_and(|p| scene.is(p.head, c.words().refused))
}

/// "tweeted a photo of the wreck": a deed.
fn is_picture_posted(c: &Claim) -> bool {
    let thing = c.scene.noun_phrase_at(c.start.at);
    matches!(c.start.form, Form::Object | Form::Clause)
        && c.is(c.words().posted)
        && thing.is_some_and(|p| c.scene.is(p.head, c.words().shown))
}

/// "an informed consent form": what kind of consent it is.
fn is_informed_thing(c: &Claim) -> bool {
    c.is(c.words().informed)
        && c.group.words.len() == 1
        && c.scene.is(c.group.words.end, c.words().informed_thing)
}

/// "sessions that add some safety": what a thing does; "…, which added that" says something.
fn is_thing_added(c: &Claim) -> bool {
    let scene = c.scene;
    let before = c.group.words.start.checked_sub(1);
    let which = |b: usize| scene.tag(b) == Tag::That || scene.is(b, c.words().writers_relative);
    let relative = before.is_some_and(which);
    c.is(c.words().added)
        && relative
        && matches!(c.start.form, Form::Object | Form::Clause)
        && !has_quotation(scene, c.start.at)
}

/// "this will tell you that", "it may ask for a coin": what would be said to whoever reads.
fn is_told_to_reader(c: &Claim) -> bool {
    let scene = c.scene;
    let reader = scene.is(c.group.words.end, c.words().writer_or_reader);
    let asks = c.is(c.words().asked) && c.start.form == Form::Preposition;
    c.has(Tag::Modal) && (reader || asks)
}

/// "did not criticize the mayor", "did not tell the growers that": what was not done, was not said.
fn is_deed_denied(c: &Claim) -> bool {
    let scene = c.scene;
    let mut words = c.group.words.clone();
    let denied = words.any(|i| scene.text.tokens[i].is(lexicon::NEGATION));
    let told = c.is(c.words().told);
    let deed = c.is(c.words().denied_deed);
    denied && (told || deed) && !has_quotation(scene, c.start.at)
}

/// "insisted on everyone wearing hats": no clause, but a phrase behind a preposition that was passed.
fn is_led_by_how(c: &Claim) -> bool {
    let (scene, on) = (c.scene, c.group.words.end);
    c.is(c.words().clause_only)
        && scene.is(on, c.words().wish_preposition)
        && scene.tag(c.start.at) == Tag::Ing
}

/// "argues the town's cases": in court, and not what.
fn is_case_argued(c: &Claim) -> bool {
    let scene = c.scene;
    c.start.form == Form::Clause
        && c.is(c.words().clause_only)
        && before_verb(c).any(|i| scene.is(i, c.words().case))
}

/// "concluded the round of talks by asking": ended it.
fn is_brought_to_an_end(c: &Claim) -> bool {
    let scene = c.scene;
    let by = |i: usize| scene.is(i, c.words().agent) && scene.tags(i + 1) == Some(Tag::Ing);
    c.start.form == Form::Clause && c.is(c.words().ends) && before_verb(c).any(by)
}

/// The first tokens of what follows the cue of `c`, up to a verb.
fn before_verb<'c>(c: &'c Claim) -> impl Iterator<Item = usize> + 'c {
    let scene = c.scene;
    (c.start.at..scene.text.tokens.len().min(c.start.at + NEAR)).take_while(|i| !scene.finite(*i))
}

/// How many tokens of what follows are looked at for the words that make the cue a deed.
const NEAR: usize = 10;

/// "mends the lock by adding a spring": how it is done.
fn is_by_doing(c: &Claim) -> bool {
    let before = c.group.words.start.checked_sub(1);
    c.group.voice == Voice::Participle
        && before.is_some_and(|b| c.scene.is(b, c.words().agent))
        && (c.is(c.words().made) || c.start.form == Form::Infinitive)
}

/// "they are determined to row", "growers are advised to wait": nobody has it that they row.
fn is_passive_of_decision(c: &Claim) -> bool {
    c.group.voice == Voice::Passive && c.start.form == Form::Infinitive && c.is(c.words().decides)
}

/// "agree on one thing: rowing", "begins with a riddle: who sold the mill?": what the words before the colon are.
fn is_list_or_question_behind_colon(c: &Claim) -> bool {
    let (scene, at) = (c.scene, c.start.at);
    if c.start.form != Form::Colon || at <= c.group.words.end + 1 {
        return false;
    }
    let manner = c.group.cue.frames == Frames::QUOTATION;
    manner || !scene.clause_at(at, scene.text.tokens.len())
}
