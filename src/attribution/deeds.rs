//! What is nobody's claim: questions, orders, expectations of nobody, and verbs of saying that tell of a deed.

use std::ops::Range;

use super::content::{Form, Start};
use super::cue::{CueGroup, Voice};
use super::relation::Joined;
use super::scene::Scene;
use crate::lexicon;
use crate::lexicon::cue::CueClass;
use crate::text::tag::Tag;

/// How many tokens of a content are looked at for the words that make it one.
const REACH: usize = 24;

/// Whether the verb of `group` with the content that starts at `after` says nothing that a reader could ask
/// "who says so?" of.
pub(super) fn is_no_claim(scene: &Scene, group: &CueGroup, after: Option<Start>) -> bool {
    // "The task can be claimed by a worker": nobody has said so yet.
    let modal = group.words.clone().any(|i| scene.tag(i) == Tag::Modal);
    if modal && group.voice == Voice::Passive && group.cue.lemma != "reveal" {
        return true;
    }
    let Some(start) = after else { return false };
    // "explained how", "knew why": a topic. "questioned whether", "disputed that" are views.
    let viewed = "say explain question dispute doubt wonder";
    if start.form == Form::Question
        && group.voice == Voice::Finite
        && !lexicon::one_of(group.cue.lemma, viewed)
    {
        return true;
    }
    // "spoke of the drought", "pointed to the drought": a topic too. "called for a new mill" is a view.
    if start.form == Form::Preposition && !lexicon::one_of(group.cue.lemma, VIEWED) {
        return true;
    }
    // "would not say when", "could not explain how": a refusal.
    let negated = group.words.clone().any(|i| scene.tag(i) == Tag::Neg);
    let words = &scene.text.language.attribution;
    let explained = words.explained.has(group.cue.lemma);
    if negated && (modal || explained) && start.form == Form::Question {
        return true;
    }
    // "compared the hall to a barn": a view where words of it are quoted.
    if words.cue_of_quoted.has(group.cue.lemma) {
        return !has_quotation(scene, start.at);
    }
    match group.cue.lemma {
        // "The bill is expected to pass": by whom, nobody says.
        "expect" => group.voice == Voice::Passive && start.form == Form::Infinitive,
        // "asked whether the road was open"
        "ask" => start.form == Form::Question,
        // "told them to leave": an order.
        "tell" => matches!(start.form, Form::Infinitive | Form::Object),
        // "did not know that"
        "know" => group.voice == Voice::Finite && negated,
        // "It can also be revealed that": the outlet's own words of itself.
        "reveal" => group.voice == Voice::Passive,
        "describe" => {
            start.form == Form::Object
                && !has_quotation(scene, start.at)
                && !likens(scene, start.at)
        }
        // "questioned the miller": a deed; "questioned the need for a mill": a doubt.
        "question" => start.form == Form::Object && !is_doubted(scene, start.at),
        "call" => match start.form {
            // "a song called “Wild Wind”"
            Form::Quotation => is_title(scene, start.at),
            Form::Object => is_title(scene, start.at) || !is_judged(scene, start.at),
            _ => false,
        },
        // "the road, talking about the harvest"
        _ if group.voice == Voice::Participle => is_done(scene, group, start),
        _ => !is_said_yet(scene, group, start),
    }
}

/// Whether a participle tells what somebody does rather than says: "describing the mill", "explaining why",
/// "of questioning the plan".
fn is_done(scene: &Scene, group: &CueGroup, start: Start) -> bool {
    let before = group.words.start.checked_sub(1);
    // "less interested in saying that", "of claiming it"; "After saying that, Ito left" opens its sentence.
    let governed = before.is_some_and(|b| {
        scene.tag(b) == Tag::Prep
            && !scene.text.tokens[b].opens_block
            && !scene.text.is_one_of_any_case(b, "with by")
            && b > 0
            && scene.mark(b - 1).is_none()
    });
    // "quoted Ito as saying that": whose words they are, the verb before tells.
    let quoted = before.is_some_and(|b| scene.is_word(b, "as"));
    let governed = governed || quoted;
    // "believing that" tells of a mood unless a comma sets it off.
    let mood = group.cue.class == CueClass::Attitude
        && before.is_some_and(|b| !matches!(scene.mark(b), Some(',' | '—' | '–')));
    let judges = match start.form {
        // "calling the plan reckless", "denying the report" say something of it; "pushing the plan" does not.
        Form::Object => {
            "accuse announce call cite condemn criticize demand denounce deny dispute urge praise warn slam"
        }
        Form::Preposition => "call warn caution",
        Form::Infinitive => "call urge vow pledge",
        Form::Question => "",
        _ => return governed || mood,
    };
    governed || !lexicon::one_of(group.cue.lemma, judges)
}

/// Whether the verb is said to have happened: "will announce a plan", "could not express her joy" have not.
fn is_said_yet(scene: &Scene, group: &CueGroup, start: Start) -> bool {
    let modal = group.words.clone().any(|i| scene.tag(i) == Tag::Modal);
    let attitude = group.cue.class == CueClass::Attitude;
    !modal || !attitude && matches!(start.form, Form::That | Form::Quotation | Form::Question)
}

/// Whether `joined` says plainly that somebody said it, as what tells a plot or explains a machine seldom does.
pub(super) fn is_plain(scene: &Scene, joined: &Joined) -> bool {
    let cue = scene.text.tokens[joined.head]
        .entry()
        .and_then(|entry| scene.text.language.words.cue(entry));
    match joined.rule {
        "according-to" => true,
        "hedge-adverb" | "source-colon" | "content-cue-content" | "passive-that" => false,
        _ => {
            joined.source.is_some()
                && cue.is_some_and(|c| scene.text.language.attribution.plain_cue.has(c.lemma))
        }
    }
}

/// Whether what `joined` has for its source says nothing: the writer, whoever is asked, a thing.
pub(super) fn is_no_speaker(
    scene: &Scene,
    group: &CueGroup,
    after: Option<Start>,
    joined: &Joined,
) -> bool {
    let Some(source) = &joined.source else {
        return false;
    };
    // "found that": and then nothing.
    let nothing = |c: &Range<usize>| c.len() == 1 && scene.tag(c.start) == Tag::That;
    // "maintained by the council", "written by Ito" tell of deeds.
    let by = joined.rule == "content-passive-source";
    if joined.content.iter().all(nothing) || by && lexicon::one_of(group.cue.lemma, MADE) {
        return true;
    }
    // "I think", "we hope": the writer's own voice. "you know": the reader's.
    if source.len() == 1 && scene.text.is_one_of_any_case(source.start, "i we you") {
        return true;
    }
    // "pointed out that", "pointed to"; but "pointed north".
    let out = || group.words.clone().any(|i| scene.is_word(i, "out"));
    if group.cue.lemma == "point" && after.is_none_or(|s| s.form != Form::Preposition) && !out() {
        return true;
    }
    // "the NCRB report of 2023": a noun.
    let noun = group.cue.noun && scene.tag(group.head) == Tag::Verb;
    if noun && scene.is_word(group.words.end, "of") && !group.cue.leads("of") {
        return true;
    }
    // "Did Ito threaten to leave?"
    let inverted = source.start.checked_sub(1).is_some_and(|b| {
        matches!(scene.tag(b), Tag::Do | Tag::Modal | Tag::Have)
            && scene.tag(group.head) == Tag::Verb
    });
    if inverted && asks(scene, group.head) {
        return true;
    }
    let infers = lexicon::one_of(
        group.cue.lemma,
        "suggest show indicate reveal demonstrate underscore signal imply",
    );
    // "there is proof suggesting that"; but "prices rose, suggesting that" is the writer's own.
    let hung = source.end != group.words.start;
    if infers && hung && group.voice == Voice::Participle && !is_written(scene, source) {
        return true;
    }
    if group.cue.lemma == "show"
        && after.is_some_and(|s| s.form != Form::That)
        && !is_written(scene, source)
    {
        return true;
    }
    // "proof suggesting that"
    let shows = infers && !hung && group.voice == Voice::Participle;
    // Who is quoted speaks: "“Cut the rope,” the mate shouted."
    let quoted = joined.content.iter().any(|c| {
        matches!(scene.mark(c.start), Some('“' | '"' | '‘')) && scene.quotation(c.start).is_some()
    });
    !scene
        .text
        .language
        .attribution
        .plain_cue
        .has(group.cue.lemma)
        && !shows
        && !quoted
        && cannot_speak(scene, source)
}

/// What is made or kept rather than said, where it is done "by" somebody.
const MADE: &str = "write maintain add continue recall read find show demonstrate mention project";

/// Whether the sentence of token `i` is a question.
fn asks(scene: &Scene, i: usize) -> bool {
    let sentence = scene.text.sentences[scene.text.sentence_of(i)];
    sentence.end > sentence.start && scene.mark(sentence.end - 1) == Some('?')
}

/// Whether `source` is a phrase of plain words, none of which is one for people, bodies or what is written.
fn cannot_speak(scene: &Scene, source: &Range<usize>) -> bool {
    let speaks = lexicon::ROLE
        .or(lexicon::GROUP)
        .or(lexicon::VAGUE)
        .or(lexicon::INSIDER)
        .or(lexicon::ORGANISATION)
        .or(lexicon::OUTLET)
        .or(lexicon::PARTITIVE)
        .or(lexicon::PARTY)
        .or(lexicon::PLACE)
        .or(lexicon::DOCUMENT);
    if source.len() == 1
        && scene
            .text
            .is_one_of_any_case(source.start, "this that these those")
    {
        return group_before(scene, source.start, speaks);
    }
    if source.len() == 1 && matches!(scene.tag(source.start), Tag::Rel | Tag::Wh) {
        return false;
    }
    // "of Ito's memo": the words behind the head tell nothing of it.
    let head = (source.clone())
        .take_while(|i| {
            !matches!(scene.tag(*i), Tag::Prep | Tag::Rel | Tag::That)
                && scene.mark(*i) != Some(',')
        })
        .collect::<Vec<_>>();
    !head.iter().any(|&i| {
        let token = &scene.text.tokens[i];
        let opens = token.opens_block || i > 0 && scene.is_end(i - 1);
        matches!(scene.tag(i), Tag::Pron | Tag::Rel | Tag::Wh | Tag::Num)
            || scene.tag(i) == Tag::Name
            || token.capital() && scene.tag(i) != Tag::Det && !(opens && token.known)
            || token.is_any(speaks)
            || !token.is_word()
            || person_ending(scene.text.word(i))
            || scene.text.is_one_of_any_case(i, COLLECTIVE)
    })
}

/// People together, as one.
const COLLECTIVE: &str = "choir band orchestra troupe family families couple jury public audience household neighbourhood \
    neighborhood community city town village county state country nation republic duo team squad crew ex-wife ex-husband";

/// Whether "that" at `i` stands for somebody who can speak, named right before it.
fn group_before(scene: &Scene, i: usize, speaks: lexicon::Classes) -> bool {
    let before = i.saturating_sub(3)..i;
    scene.tag(i) == Tag::Det
        || !before.clone().any(|k| {
            let token = &scene.text.tokens[k];
            token.is_any(speaks) || token.capital()
        })
}

/// Whether a matter, not somebody, stands at `at`.
fn is_doubted(scene: &Scene, at: usize) -> bool {
    let end = scene.phrase_end(at, scene.text.tokens.len().min(at + REACH));
    let head = (at..end)
        .take_while(|i| scene.tag(*i) != Tag::Prep)
        .filter(|i| matches!(scene.tag(*i), Tag::Noun | Tag::Name))
        .last();
    let somebody = lexicon::ROLE.or(lexicon::GROUP).or(lexicon::INSIDER);
    head.is_some_and(|h| {
        scene.tag(h) == Tag::Noun
            && !scene.text.tokens[h].is_any(somebody)
            && !person_ending(scene.text.word(h))
    }) && matches!(scene.tag(at), Tag::Det | Tag::Poss | Tag::Name)
}

/// Whether a word ends as those for people do: "campers", "the sender".
fn person_ending(word: &str) -> bool {
    // "weather", "number": the commonest that are none.
    if lexicon::one_of(
        word,
        "weather number water river power paper winter summer computer letter matter order answer \
        offer effort border corner chapter color colour floor door error factor matters numbers letters orders",
    ) {
        return false;
    }
    "er ers or ors ist ists ian ians ee ees man men woman women folk folks crats"
        .split(' ')
        .any(|e| word.len() > e.len() + 2 && word.ends_with(e))
}

/// Cues whose preposition leads to a view, not to a topic.
const VIEWED: &str = "ask plead rail speak refer accuse admit apologize argue attest boast brag call caution complain push testify vouch warn";

/// Whether "as" tells what the content at `at` is said to be: "described the mill as sound".
fn likens(scene: &Scene, at: usize) -> bool {
    (at..scene.text.tokens.len().min(at + REACH))
        .take_while(|i| scene.mark(*i).is_none() || scene.is_light(*i))
        .any(|i| scene.is_word(i, "as"))
}

/// Whether words of somebody stand within the content at `at`.
fn has_quotation(scene: &Scene, at: usize) -> bool {
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
    let limit = scene.text.tokens.len().min(at + REACH);
    if matches!(scene.tag(at), Tag::ObjPron | Tag::Pron)
        && matches!(
            scene.tags(at + 1),
            Some(Tag::Det | Tag::Adj | Tag::Noun | Tag::Mark | Tag::Adv)
        )
        && scene.tags(at + 1) != Some(Tag::Coord)
        && !scene.is_word(at + 1, "off")
        || scene.is_word(at - 1, "that")
        || has_quotation(scene, at)
    {
        return true;
    }
    // A second noun phrase or an adjective behind the first.
    (at + 1..limit)
        .take_while(|i| scene.mark(*i).is_none() && !scene.finite(*i) || scene.is_light(*i))
        .any(|i| {
            scene.text.is_one_of(i, "a an") && matches!(scene.tag(i - 1), Tag::Noun | Tag::Name)
                // Not "last week".
                || scene.tag(i) == Tag::Adj
                    && matches!(scene.tag(i - 1), Tag::Noun | Tag::Name)
                    && !scene.text.is_one_of_any_case(i, "last next late early")
        })
}

/// "no group claimed", "no one said": what nobody says is not said.
pub(super) fn is_nobody(scene: &Scene, source: &Range<usize>) -> bool {
    let is = |i: usize, words: &str| scene.text.is_one_of_any_case(i, words);
    is(source.start, "no none nobody neither")
        || is(source.start, "one") && source.start > 0 && is(source.start - 1, "no")
        // "had high hopes that": the hopes are what somebody has.
        || source.len() == 1
            && scene.tag(source.start) == Tag::Noun
            && source.start > 0
            && scene.tag(source.start - 1) == Tag::Have
}

/// "He said little", "the cinema shows two films": a noun phrase after these reports no words.
pub(super) fn says_nothing(
    scene: &Scene,
    group: &CueGroup,
    source: &Range<usize>,
    at: usize,
) -> bool {
    match group.cue.lemma {
        "say" => {
            is_quantity_of_words(scene, at)
                && !scene.is_word(at + 1, "of")
                && !(at + 1..scene.text.tokens.len().min(at + 9))
                    .take_while(|i| !matches!(scene.mark(*i), Some(',' | '.' | ';')))
                    .take(if scene.is_word(at, "no") { 8 } else { 3 })
                    .any(|i| scene.finite(i))
        }
        // "The drought threatens to empty the pond."
        "threaten" => is_thing(scene, source.clone()),
        "show" => !scene.clause_at(at, at + 20) && !is_written(scene, source),
        _ => false,
    }
}

/// Whether `source` names something written, which shows and finds what people cannot say.
pub(super) fn is_written(scene: &Scene, source: &Range<usize>) -> bool {
    (source.clone()).any(|i| scene.text.tokens[i].is(lexicon::DOCUMENT))
}

/// Whether no word of `words` is one for those who speak, or for what is written.
pub(super) fn is_thing(scene: &Scene, mut words: Range<usize>) -> bool {
    let human = lexicon::ROLE.or(lexicon::GROUP).or(lexicon::VAGUE);
    let body = lexicon::ORGANISATION
        .or(lexicon::OUTLET)
        .or(lexicon::DOCUMENT);
    !words.any(|i| {
        let token = &scene.text.tokens[i];
        scene.tag(i) == Tag::Pron
            || token.capital() && scene.tag(i) != Tag::Det
            || token.is_any(human.or(body))
    })
}

/// "who asked not to be named", "declined to be identified": says nothing but why there is no name.
pub(super) fn withholds_name(scene: &Scene, group: &CueGroup) -> bool {
    let from = group.words.end;
    let end = (from + 6).min(scene.text.tokens.len());
    // "asked reporters not to use her name"
    let to = (group.cue.lemma == "ask")
        .then(|| {
            scene.find(from..end, |i| {
                scene.tag(i) == Tag::Neg && scene.is_word(i + 1, "to")
            })
        })
        .flatten();
    let hidden = |i: usize| scene.text.is_one_of_any_case(i, "name names face");
    if to.is_some_and(|to| (to + 2..to + 7).any(hidden)) {
        return true;
    }
    (from..end)
        .take_while(|i| {
            matches!(
                scene.tag(*i),
                Tag::To | Tag::Neg | Tag::Be | Tag::Past | Tag::Adv
            )
        })
        .any(|i| {
            scene.tag(i - 1) == Tag::Be
                && (scene.text).is_one_of_any_case(i, "named identified quoted")
        })
}

/// "said little", "said nothing": words about words.
fn is_quantity_of_words(scene: &Scene, i: usize) -> bool {
    scene
        .text
        .is_one_of_any_case(i, "little nothing much anything something so no yes")
}
