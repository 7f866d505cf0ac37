//! Where a content ends: at its unit's end, or where the words are plainly no longer its source's.

use std::ops::Range;

use super::content::{Form, Start};
use super::cue::{CueGroup, Voice};
use super::scene::Scene;
use super::second_verb;
use super::telling::{LONGEST_FRONT, without_telling};
use crate::lexicon::cue::Frames;
use crate::lexicon::{PAST, VERB, VERB_OR_NOUN};
use crate::phrase::{Determiner, NounPhrase};
use crate::text::tag::Tag;

/// Where the content that opens at `start` ends: at the end of `unit`, or at what plainly is no longer
/// its source's. `next` is where the next attribution's own words begin.
pub(super) fn end_after(
    scene: &Scene,
    group: &CueGroup,
    start: Start,
    unit: Range<usize>,
    next: Option<usize>,
) -> usize {
    let words = &scene.text.language.attribution;
    let mut end = unit.end;
    // A quotation that is the whole content ends it, unless the sentence plainly goes on.
    if let Some(quote) = scene.quotation(start.at)
        && ends_clause(scene, quote.end())
    {
        return quote.end();
    }
    // "said that in the hills, the mayor promised to mend it", "argued that although he confessed, he lied": the next
    // claim is a part of this one.
    let first = start.at + 1 + usize::from(scene.mark(start.at + 1) == Some(','));
    let led = start.form == Form::That
        && matches!(scene.tags(first), Some(Tag::Prep | Tag::Adv | Tag::Sub));
    // "told them that if it rained, he would advise leaving"
    let supposes = start.form == Form::That && scene.is(start.at + 1, words.hypothesis);
    let follows = |n: usize| supposes && first_comma(scene, start.at..n + 1) == Some(n);
    // "said that the mill — a ruin, Ito says — would fall": the clause is still to come.
    let quoted = |n: usize| (start.at..n).any(|i| scene.quotation(i).is_some());
    let broken = |n: usize| start.form == Form::That && is_dash(scene, n) && !quoted(n);
    let next = next.filter(|n| {
        *n > start.at
            && (!led && !broken(*n) || scene.has_finite(start.at..*n))
            && !led_again(scene, start.at..*n)
            && !follows(*n)
    });
    let before_next = next.map_or(end, |n| end.min(n));
    // Before the first mark and the first quotation nothing is asked that hangs on one.
    let first_mark = (start.at..before_next)
        .find(|i| scene.quotation(*i).is_some() || !scene.text.tokens[*i].is_word())
        .unwrap_or(before_next);
    // "said they were “very good” before leaving", "chanted “…” as hundreds left": what happened then.
    if matches!(start.form, Form::Quotation | Form::Clause | Form::That) {
        end = scene
            .find(first_mark + 1..before_next, |i| {
                scene.quotation(i).is_none()
                    && (scene.quotation(i - 1).is_some()
                        || matches!(scene.mark(i - 1), Some('”' | '"')))
                    && scene.is(i, words.meanwhile)
                    && (scene.tags(i + 1) == Some(Tag::Ing)
                        // "said they would need to “deliver” before the council would agree": a part of it.
                        || (scene.quotation(i - 1).is_some() || scene.is(i, words.quoted_as))
                            && scene.clause_at(i + 1, end))
            })
            .unwrap_or(before_next);
    }
    end = end.min(before_next);
    if matches!(start.form, Form::That | Form::Clause | Form::Question) {
        end = scene
            .find(first_mark..end, |i| {
                !scene.text.tokens[i].is_word() && scene.mark(i) == Some(';')
            })
            .unwrap_or(end);
    }
    if start.form == Form::Question {
        end = before_another(scene, first_mark..end);
    }
    if !matches!(start.form, Form::Question | Form::Colon) {
        end = before_besides(scene, start, end);
    }
    if matches!(start.form, Form::That | Form::Clause) {
        end = scene
            .find((start.at + 2).max(first_mark + 1)..end, |i| {
                opens_another(scene, i, end)
            })
            .unwrap_or(end);
        end = scene
            .find(first_mark..end, |i| remarks(scene, i, start.at..end))
            .unwrap_or(end);
        end = second_verb::verb_of_subject(scene, group, start.at..end).unwrap_or(end);
        end = before_participle(scene, group, start, end);
    }
    if matches!(
        start.form,
        Form::Object | Form::Infinitive | Form::Preposition
    ) {
        end = before_main(scene, group, start, unit.start, end);
        end = before_verb_of_noun(scene, group, start, end);
        end = phrase_end_after(scene, start, end);
    }
    // "confirmed the breach on Monday": a thing, read as a clause for want of a verb.
    let thing = start.form == Form::Clause
        && group.cue.frames.has(Frames::OBJECT)
        && !scene.has_finite(start.at..end)
        && !(start.at..end).any(|i| scene.tag(i) == Tag::To);
    let form = if thing { Form::Object } else { start.form };
    without_telling(scene, Start { form, ..start }, end)
}

/// `end`, or where it is told what went on besides: "rejects the numbers even as he lashes out", "claimed victory as the
/// house met".
fn before_besides(scene: &Scene, start: Start, end: usize) -> usize {
    let words = &scene.text.language.attribution;
    let verb = scene
        .find(start.at..end, |i| scene.finite(i))
        .unwrap_or(end);
    let besides = |i: usize| {
        scene.is(i, words.quoted_as)
            && !scene.is(i - 2, words.quoted_as)
            && (scene.is(i - 1, words.even)
                || matches!(start.form, Form::Object | Form::Clause) && i < verb)
            && happens(scene, i + 1)
    };
    scene
        .find((start.at + 1).min(end)..end, besides)
        .map_or(end, |i| i - usize::from(scene.is(i - 1, words.even)))
}

/// The end of `words` of a question, or where another's clause opens: "have not said whom they chose, and a fifth has not
/// been asked".
fn before_another(scene: &Scene, words: Range<usize>) -> usize {
    let end = words.end;
    let another = |i: usize| {
        scene.mark(i) == Some(',')
            && scene.tag(i + 1) == Tag::Coord
            && matches!(scene.tags(i + 2), Some(Tag::Det | Tag::Name))
            && scene.clause_at(i + 2, end)
    };
    scene.find(words, another).unwrap_or(end)
}

/// `end`, or where the writer's main clause, or its verb, goes on behind the content: "As Ada Roe denied the sale, the mill
/// stood still".
fn before_main(scene: &Scene, group: &CueGroup, start: Start, unit: usize, end: usize) -> usize {
    let front = scene.is(unit, scene.text.language.attribution.front_opener);
    // "say Ito, hasn't left" is a clause yet.
    let clause = group.cue.frames.has(Frames::CLAUSE);
    let main = |i: usize| {
        scene.mark(i) == Some(',')
            && (front && scene.clause_at(i + 1, end) || !clause && resumes(scene, start, i))
    };
    scene.find(start.at..end, main).unwrap_or(end)
}

/// `end`, or where the verb of the noun stands that the participle of `group` describes: "a motion calling to sell the mill
/// was lost".
fn before_verb_of_noun(scene: &Scene, group: &CueGroup, start: Start, end: usize) -> usize {
    let describes = start.form == Form::Infinitive
        && group.voice == Voice::Participle
        && scene.mark(group.words.start - 1).is_none();
    if !describes {
        return end;
    }
    let verb = |i: usize| matches!(scene.tag(i), Tag::Be | Tag::Have | Tag::Modal);
    let clause = |i: usize| matches!(scene.tag(i), Tag::Rel | Tag::That | Tag::Wh | Tag::Pron);
    let first = scene.find((start.at + 2).min(end)..end, |i| verb(i) || clause(i));
    first
        .filter(|i| verb(*i) && scene.tag(i - 1) != Tag::Det)
        .unwrap_or(end)
}

/// The first comma among `words`.
pub(super) fn first_comma(scene: &Scene, mut words: Range<usize>) -> Option<usize> {
    words.find(|i| scene.mark(*i) == Some(','))
}

/// Whether a clause of what happens opens at `at`: "as he lashes out", "as the house met". No clause is "as a reason
/// it gave", "as the one best suited", "such as Nara and Ise had": what something is held to be, or an example.
fn happens(scene: &Scene, at: usize) -> bool {
    let such = scene.is(at - 2, scene.text.language.attribution.such);
    let told = |p: NounPhrase| {
        let owner = scene.determiner(&p);
        p.start == at && owner != Determiner::Indefinite && scene.finite(scene.whole(&p))
    };
    let pronoun = scene.tag(at) == Tag::Pron;
    !such && (pronoun || scene.noun_phrase_at(at).is_some_and(told))
}

/// Whether `content` ends with the front of a further clause, whose subject and verb stand behind it: "said that A
/// and that by 2050 [, it would B]", "said A but along the way [, she B]".
fn led_again(scene: &Scene, content: Range<usize>) -> bool {
    let joint = (content.start + 1..content.end)
        .rev()
        .take(LONGEST_FRONT)
        .find(|i| {
            matches!(scene.tag(*i), Tag::That | Tag::Coord) && scene.tags(i + 1) == Some(Tag::Prep)
        });
    joint.is_some_and(|i| !scene.has_finite(i..content.end))
}

/// Whether the writer goes on at the mark `i`: with what there is to tell of a person ("said he would vote
/// for Ada Roe, who left the council in May") or of a number ("said they agreed, compared with a third in
/// May"), or with a clause of its own ("said he would vote for her, but he has not", "— and he did").
fn remarks(scene: &Scene, i: usize, content: Range<usize>) -> bool {
    let words = &scene.text.language.attribution;
    let end = content.end;
    // Asked of every word of a content.
    if scene.text.tokens[i].is_word() {
        return false;
    }
    let comma = |i: usize| scene.mark(i) == Some(',');
    let goes_on = |i: usize| {
        let verb = i + 1 + usize::from(matches!(scene.tags(i + 1), Some(Tag::Adv | Tag::Neg)));
        let more = scene.finite(verb) || scene.tags(i + 1) == Some(Tag::To);
        comma(i) && (more || scene.quotation(i + 1).is_some())
    };
    if comma(i) && scene.is(i + 1, words.writers_remark) {
        return scene.find(i + 2..end, goes_on).is_none();
    }
    // "said it would close the mill, which employs forty", "…, marking the end of an age", "… — though it has not
    // been sold": what the writer knows of it, where no word of it is quoted.
    let dash = is_dash(scene, i);
    let relative = scene.is(i + 1, words.writers_relative)
        || scene.tags(i + 1) == Some(Tag::Prep) && scene.is(i + 2, words.writers_relative);
    let adds = comma(i) && relative
        || comma(i) && scene.is(i + 1, words.writers_participle)
        || dash
            && !scene.is(i + 1, words.dash_content)
            // The second of a pair closes what the first opened.
            && !(content.start..i).any(|k| is_dash(scene, k));
    if adds {
        let closes = |k: usize| {
            if dash { is_dash(scene, k) } else { goes_on(k) }
        };
        return is_unquoted(scene, i..end) && scene.find(i + 2..end, closes).is_none();
    }
    // "said he would go, despite the rain", "said they were ready, amid doubts": how things stood when it was said.
    let aside = comma(i) && scene.is(i + 1, words.amid);
    // "said it was his duty, as he brushed off the doubts of others": what somebody did meanwhile.
    let meanwhile = comma(i)
        && scene.is(i + 1, words.quoted_as)
        && matches!(scene.tags(i + 2), Some(Tag::Pron));
    // "said Roe, despite his wealth, is well placed": the clause is still to come.
    let open = aside && !scene.has_finite(content.start..i);
    if (aside || meanwhile) && !open {
        return scene
            .find(i + 2..end, |k| scene.quotation(k).is_some())
            .is_none();
    }
    // "said it would close, a claim that": what the writer calls it.
    let called = (comma(i) || dash && scene.has_finite(content.start..i))
        && scene.is(i + 1, words.indefinite)
        && (i + 2..end.min(i + 5))
            .take_while(|k| matches!(scene.tag(*k), Tag::Adj | Tag::Noun | Tag::Adv))
            .any(|k| scene.is(k, words.writers_name));
    if called {
        return true;
    }
    // "signaled that she would stay, as did Poe"
    if comma(i)
        && scene.is(i + 1, words.quoted_as)
        && matches!(
            scene.tags(i + 2),
            Some(Tag::Do | Tag::Be | Tag::Have | Tag::Modal)
        )
    {
        return true;
    }
    let contrast = comma(i) && scene.is(i + 1, words.contrast) && scene.tags(i + 2) == Some(Tag::Pron)
        // Words between marks are the source's own.
        && is_unquoted(scene, i..end);
    let risen = comma(i)
        && scene.is(i + 1, words.risen)
        && matches!(scene.tags(i + 2), Some(Tag::Num | Tag::Adv));
    risen || (contrast || dash_and(scene, i)) && scene.clause_at(i + 2, end)
}

/// Whether a dash stands at `i`, or a hyphen with spaces around it that does for one.
fn is_dash(scene: &Scene, i: usize) -> bool {
    match scene.mark(i) {
        Some('—' | '–') => true,
        Some('-') => {
            let spaced = |k: usize| scene.text.tokens.get(k).is_some_and(|t| t.spaced);
            spaced(i)
        }
        _ => false,
    }
}

/// Whether the conjunction `i` opens a sentence of the writer's: "said he was “far too late,” and a clerk agreed", where
/// the comma in the marks parts two.
fn opens_another(scene: &Scene, i: usize, end: usize) -> bool {
    scene.tag(i) == Tag::Coord
        && matches!(scene.mark(i - 1), Some('”' | '"'))
        && scene.mark(i - 2) == Some(',')
        && !matches!(scene.tags(i + 1), Some(Tag::Pron | Tag::That))
        && scene.clause_at(i + 1, end)
        // "and growers would need to “depend on it”": his words again.
        && is_unquoted(scene, i..end)
}

/// `end`, or where another participle goes on beside the cue of `group`: "saying she was sorry and asking for time", "Ito
/// saying he was glad and Ada Roe calling it a day".
fn before_participle(scene: &Scene, group: &CueGroup, start: Start, end: usize) -> usize {
    if scene.tag(group.head) != Tag::Ing {
        return end;
    }
    scene
        .find((start.at + 2).min(end)..end, |i| opens_participle(scene, i))
        .unwrap_or(end)
}

/// Whether the conjunction `i` leads to another participle that is a cue, of the same subject or of a name's.
fn opens_participle(scene: &Scene, i: usize) -> bool {
    let cue = |k: usize| scene.tags(k) == Some(Tag::Ing) && scene.is_cue(k);
    if scene.tag(i) != Tag::Coord {
        return false;
    }
    let name = (i + 1..i + 5)
        .take_while(|k| scene.tags(*k) == Some(Tag::Name))
        .count();
    cue(i + 1 + name)
}

/// Whether no quotation mark opens in `words`.
fn is_unquoted(scene: &Scene, words: Range<usize>) -> bool {
    !words
        .into_iter()
        .any(|k| matches!(scene.mark(k), Some('“' | '"' | '‘')))
}

/// Whether a dash stands at `i` and a conjunction behind it.
fn dash_and(scene: &Scene, i: usize) -> bool {
    matches!(scene.mark(i), Some('—' | '–')) && scene.tags(i + 1) == Some(Tag::Coord)
}

/// Whether a quotation that ends right before `i` ends the content: with an end mark inside it; “…,” and
/// “…” go on.
fn ends_clause(scene: &Scene, i: usize) -> bool {
    match scene.mark(i - 2) {
        Some(',') => scene.tags(i) != Some(Tag::Coord),
        last => matches!(last, Some('.' | '!' | '?')),
    }
}

/// The end of a content that is no clause: the first comma or conjunction outside a quotation that
/// opens a further clause or a second verb of the same subject, or the end.
fn phrase_end_after(scene: &Scene, start: Start, end: usize) -> usize {
    let object = start.form == Form::Object;
    let opens = |i: usize| match (scene.mark(i), scene.tags(i + 1)) {
        (Some(';'), _) => true,
        _ if goes_on_in_form(scene, start, i) => false,
        _ if dash_and(scene, i) => scene.clause_at(i + 2, end),
        (Some(','), Some(Tag::Rel | Tag::Pron)) => true,
        (Some(','), Some(Tag::Wh | Tag::Adv)) if object => true,
        (Some(','), Some(Tag::Coord)) if object && !scene.tag(i + 2).nominal() => true,
        (Some(','), Some(Tag::Det)) if object => scene.clause_at(i + 1, end),
        (Some(','), Some(Tag::Ing | Tag::Sub)) if !object => true,
        // "expressed his thanks, while Hale offered his own"
        (Some(','), Some(Tag::Sub)) => is_besides(scene, i + 1) && scene.clause_at(i + 2, end),
        (Some(','), Some(Tag::Verb | Tag::Past)) => goes_on_with_verb(scene, start, i, end),
        (Some(','), next) => (!object || next == Some(Tag::Coord)) && scene.clause_at(i + 2, end),
        // "calling it a risk and vowing to leave"
        (_, Some(Tag::Ing)) if object && scene.tag(start.at - 1) == Tag::Ing => {
            scene.tag(i) == Tag::Coord
        }
        // "criticized the plan and left", "confirmed it but would not"
        (_, next) => {
            scene.tag(i) == Tag::Coord
                && (object || !matches!(scene.mark(i - 1), Some('-' | '—' | '–')))
                && next.is_some_and(|t| t.finite() && t != Tag::Verb)
        }
    };
    scene.find(start.at..end, opens).unwrap_or(end)
}

/// "Roe, who made a speech denouncing Hale, will not be there": whether the verb of the clause around the content, which
/// starts at `start`, stands behind the comma `i`, the first of the content.
fn resumes(scene: &Scene, start: Start, i: usize) -> bool {
    let verb = matches!(
        scene.tags(i + 1),
        Some(Tag::Modal | Tag::Be | Tag::Have | Tag::Do)
    );
    let comma = |k: usize| scene.mark(k) == Some(',');
    verb && scene.find(start.at..i, comma).is_none()
}

/// Whether the conjunction `i` tells what went on besides.
fn is_besides(scene: &Scene, i: usize) -> bool {
    scene.is(i, scene.text.language.attribution.besides)
}

/// Whether the verb at `at`, behind a comma, has an object of its own and is no participle: "called it", "ruled Ito out",
/// "praises the clerk"; not "published on Monday", "released Friday".
fn opens_second(scene: &Scene, at: usize) -> bool {
    let named = scene.tags(at + 1) == Some(Tag::Name);
    let object = matches!(
        scene.tags(at + 1),
        Some(Tag::Det | Tag::Poss | Tag::ObjPron | Tag::Pron)
    );
    (named || object) && !scene.is_time(at + 1)
}

/// "criticized the plan, called it late", "vowed to close the weir, declined at first to sell it": whether another verb of
/// the source goes on behind the comma `i`.
fn goes_on_with_verb(scene: &Scene, start: Start, i: usize, end: usize) -> bool {
    let second = opens_second(scene, i + 1);
    let mut near = i + 2..i + 5;
    let past = scene.tags(i + 1) == Some(Tag::Past);
    match start.form {
        Form::Object => second,
        Form::Infinitive if !past => scene.clause_at(i + 2, end),
        Form::Infinitive if near.any(|k| scene.tags(k) == Some(Tag::To)) => true,
        _ => second || scene.clause_at(i + 2, end),
    }
}

/// Whether the comma or conjunction at `i` leads to another verb of the content's own form: "vowed to close the weir,
/// sell the mill and leave", "suggest taking rest, eating fish, and sleeping well".
fn goes_on_in_form(scene: &Scene, start: Start, i: usize) -> bool {
    let comma = scene.mark(i) == Some(',');
    // "calls for crews that look ahead, rather than tools"
    if comma && scene.is(i + 1, scene.text.language.attribution.rather) {
        return true;
    }
    if start.form == Form::Infinitive {
        let next = scene.text.tokens.get(i + 1);
        let base = next.is_some_and(|t| t.is_any(VERB.or(VERB_OR_NOUN)) && !t.is(PAST));
        return base;
    }
    start.form == Form::Object
        && comma
        && scene.tags(i + 1) == Some(Tag::Coord)
        && scene.tags(i + 2) == Some(Tag::Ing)
}
