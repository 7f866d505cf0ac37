//! What a number counts: the head of the noun phrase behind it ("26,700 Palestinians", "460 electric
//! and hybrid vehicles", "one of the largest storms").

use super::line::Line;
use super::number::Number;
use crate::letter::is_capital;
use crate::lexicon::figure::{self as words, figure_words};
use crate::lexicon::{
    ADVERB, BE, COORDINATOR, Classes, DETERMINER, DO, HAVE, INTERROGATIVE, MODAL, MONTH, NEGATION,
    OBJECT_PRONOUN, PAST, POSSESSIVE, PREPOSITION, PRONOUN, RELATIVE, SUBORDINATOR, TIME_MODIFIER,
    VERB, WEEKDAY, one_of, pairs,
};
use crate::text::token::Kind;

/// Classes whose words end a noun phrase.
pub(super) const NOT_NOUN: Classes = PREPOSITION
    .or(DETERMINER)
    .or(PRONOUN)
    .or(OBJECT_PRONOUN)
    .or(BE)
    .or(HAVE)
    .or(DO)
    .or(MODAL)
    .or(COORDINATOR)
    .or(SUBORDINATOR)
    .or(RELATIVE)
    .or(INTERROGATIVE)
    .or(NEGATION)
    .or(WEEKDAY);

/// How many pieces are looked at for a head.
const REACH: usize = 9;

/// A counted noun.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Noun {
    /// Its name, in the singular.
    pub(super) name: String,
    /// One past its piece.
    pub(super) end: usize,
    /// It stands in the plural.
    pub(super) plural: bool,
}

/// The noun that a number counts whose last piece stands before `at`; `attributive` where a hyphen or
/// an article shows that the number describes another noun ("a six-member team").
pub(super) fn counted(line: &Line, at: usize, number: &Number, attributive: bool) -> Option<Noun> {
    if line.joins(at)
        || line.is_mark(at, '-')
            && line
                .get(at + 1)
                .is_some_and(|p| p.kind == Kind::Word && p.space)
            && line.get(at)?.space
            && attributive
    {
        let i = at + 1;
        let fits = line.is_word(i) && !line.is_any(i, NOT_NOUN) && line.form(i).len() > 2;
        return fits.then(|| Noun {
            name: singular(line.form(i)),
            end: i + 1,
            plural: false,
        });
    }
    let mut i = at;
    let mut of = false;
    if line.form(i) == "of" {
        // "one of the largest storms", "millions of Americans", "two of the minister's deputies"
        of = true;
        i += 1;
        if line.form(i) == "them" || line.form(i) == "those" && !line.is_word(i + 1) {
            return None;
        }
        if line.is_one_of(i, "the these those our its his her their my your all") {
            i += 1;
        }
    }
    let one = number.low == 1.0 && number.high == 1.0 && !of;
    let limit = (i + REACH).min(line.pieces.len());
    let mut last_noun: Option<usize> = None;
    let mut first: Option<usize> = None;
    while i < limit {
        let piece = line.get(i)?;
        let form = line.form(i);
        match piece.kind {
            Kind::Mark('-') if line.joins(i) => {
                i += 1;
                continue;
            }
            // "the minister's deputies": the owner is no head.
            Kind::Clitic if matches!(form, "'s" | "’s") => {
                last_noun = None;
                first = None;
                i += 1;
                continue;
            }
            // "two new 737 Max jets"
            Kind::Number if first.is_some() || i > at => {
                i += 1;
                continue;
            }
            Kind::Mark('“' | '"' | '‘') if i > at || of => {
                i += 1;
                continue;
            }
            Kind::Word => {}
            _ => break,
        }
        let modifier = figure_words().is(form, words::MODIFIER);
        if piece.classes.intersects(NOT_NOUN) && !modifier && !piece_is_noun(line, i) {
            // "Kia and Hyundai vehicles", "tea and coffee shops"
            let joins = piece.classes.intersects(COORDINATOR)
                && form != "but"
                && last_noun.is_some()
                && line.is_word(i + 1)
                && !one;
            if joins && plural_ahead(line, i + 1, limit) {
                i += 1;
                continue;
            }
            break;
        }
        let plural = is_plural(line, i);
        if plural && !modifier && !names_others(line, i, limit) {
            let mut head = i;
            // "sports cars", "sales jobs": of two plurals the second is the head.
            if !figure_words().is(form, words::PERSON)
                && line.is_word(i + 1)
                && is_plural(line, i + 1)
                && !line.is_any(i + 1, VERB.or(NOT_NOUN))
                && !line.get(i + 1)?.capital
            {
                head = i + 1;
            }
            // "women's groups", "residents' homes"
            if line
                .get(head + 1)
                .is_some_and(|p| p.kind == Kind::Clitic && !p.space)
                && line.is_one_of(head + 1, "'s ’s")
                && line.is_word(head + 2)
            {
                i = head + 2;
                last_noun = None;
                continue;
            }
            if one {
                // "one sports club": a plural after one is a modifier or a verb.
                if line.is_any(i, VERB) && last_noun.is_some() {
                    break;
                }
                last_noun = Some(i);
                i += 1;
                continue;
            }
            return Some(Noun {
                name: singular(line.form(head)),
                end: head + 1,
                plural: true,
            });
        }
        // "coal-fired": the second part of a compound modifies with it.
        let compound = line.is_mark(i - 1, '-') && line.joins(i - 1);
        let open_end = !line.is_word(i + 1) || line.is_any(i + 1, NOT_NOUN.or(ADVERB));
        if last_noun.is_some()
            && !compound
            && (piece.classes.intersects(VERB.or(PAST))
                || form.ends_with("ed") && form.len() > 4
                || form.ends_with("ing") && open_end)
        {
            break;
        }
        if piece.classes.intersects(ADVERB.or(TIME_MODIFIER)) && !modifier {
            if last_noun.is_some() || !form.ends_with("ly") {
                break;
            }
            i += 1;
            continue;
        }
        if one_of(form, "ago later worth") {
            break;
        }
        if first.is_none() && !form.ends_with("ly") {
            first = Some(i);
        }
        if !(modifier || form.ends_with("ly") || form.ends_with("ed") && !one) {
            last_noun = Some(i);
        }
        i += 1;
    }
    let head = if one {
        last_noun?
    } else if of {
        return None;
    } else {
        // No plural: the number describes ("a 12 member panel") and its own noun comes first.
        let first = first.filter(|f| *f == at && Some(*f) == last_noun.map(|_| *f))?;
        let form = line.form(first);
        let lower = !line.get(first)?.capital;
        let noun_after = line.is_word(first + 1) && !line.is_any(first + 1, NOT_NOUN.or(ADVERB));
        if !(lower && (attributive || noun_after) && form.len() > 2)
            || line.is_any(first, VERB.or(PAST))
            || form.ends_with("ed")
            || form.ends_with("ing")
            || figure_words().is(form, words::MODIFIER)
        {
            return None;
        }
        first
    };
    Some(Noun {
        name: singular(line.form(head)),
        end: head + 1,
        plural: false,
    })
}

/// Whether a plural is a name that stands before the noun counted: "two United States service members".
fn names_others(line: &Line, i: usize, limit: usize) -> bool {
    let capital = |at| line.get(at).is_some_and(|p| p.capital);
    capital(i)
        && !capital(i + 1)
        && !line.is_any(i + 1, VERB.or(PAST).or(ADVERB))
        && !line.form(i + 1).ends_with("ed")
        && !line.form(i + 1).ends_with("ing")
        && plural_ahead(line, i + 1, limit)
}

/// Words of the closed classes that are nouns all the same ("second" the unit is read elsewhere).
fn piece_is_noun(line: &Line, i: usize) -> bool {
    line.is_one_of(i, "others ones")
}

/// Whether a plural noun stands in `from..limit` before the phrase ends.
fn plural_ahead(line: &Line, from: usize, limit: usize) -> bool {
    for i in from..limit.min(from + 3) {
        if !line.is_word(i) || line.is_any(i, NOT_NOUN) {
            return false;
        }
        if is_plural(line, i) {
            return true;
        }
    }
    false
}

/// Whether piece `i` looks like a plural noun.
pub(super) fn is_plural(line: &Line, i: usize) -> bool {
    let form = line.form(i);
    if !line.is_word(i) {
        return false;
    }
    let words = figure_words();
    if words.is(form, words::INVARIANT | words::IRREGULAR) {
        return true;
    }
    if form.len() < 4 || !form.ends_with('s') {
        // MPs, GPs
        return form.len() == 3
            && form.ends_with('s')
            && line.written(i).chars().take(2).all(is_capital);
    }
    if form.ends_with("ss") || form.ends_with("us") || form.ends_with("is") {
        return one_of(form, "menus taxis skis emus");
    }
    if line.is_any(i, NOT_NOUN.or(ADVERB).or(POSSESSIVE).or(MONTH)) {
        return false;
    }
    !one_of(form, "perhaps always towards besides sometimes")
}

/// Irregular plurals, each with its singular behind it.
const IRREGULAR: &str = "men man women woman children child feet foot teeth tooth mice mouse geese goose lives \
    life wives wife knives knife wolves wolf shelves shelf leaves leaf loaves loaf thieves \
    thief calves calf criteria criterion phenomena phenomenon oxen ox buses bus viruses \
    virus campuses campus movies movie cookies cookie crises crisis series series species \
    species means means news news headquarters headquarters";

/// The singular of a noun in lower case, by the rules of spelling.
pub(super) fn singular(form: &str) -> String {
    // The list holds singulars too, and is soon searched; most nouns are not in it.
    if one_of(form, IRREGULAR)
        && let Some((_, one)) = pairs(IRREGULAR).find(|(plural, _)| *plural == form)
    {
        return one.to_owned();
    }
    if let Some(stem) = form.strip_suffix("men")
        && stem.len() > 2
    {
        return [stem, "man"].concat();
    }
    if let Some(stem) = form.strip_suffix("children") {
        return [stem, "child"].concat();
    }
    if form.len() > 3
        && let Some(stem) = form.strip_suffix("ies")
    {
        return [stem, "y"].concat();
    }
    if form.len() > 4 && "sses xes ches shes".split(' ').any(|e| form.ends_with(e)) {
        return form[..form.len() - 2].to_owned();
    }
    if form.len() > 2
        && form.ends_with('s')
        && !form.ends_with("ss")
        && !form.ends_with("us")
        && !form.ends_with("is")
    {
        return form[..form.len() - 1].to_owned();
    }
    form.to_owned()
}
