//! Reading a source mention: which word is its head, and whether it is a name, a pronoun or a
//! description.

use std::ops::Range;

use super::entity::Names;
use super::name::{Class, Name};
use crate::lexicon::list::{List, ends, ends_in};
use crate::lexicon::{
    ARTICLE, DOCUMENT, GROUP, MASTHEAD, ORGANISATION, OUTLET, PARTITIVE, PARTY, ROLE, SPEAKERS,
    TIME, VAGUE, WEEKDAY,
};
use crate::phrase::edge;
use crate::text::Text;
use crate::text::tag::Tag;
use crate::text::token::{Kind, Shape};

/// What a mention is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// "he", "who", "it", at this token.
    Pronoun(usize),
    /// A name, as an index into [`Names::names`].
    Name(usize),
    /// "Ito and Ono".
    Names(Vec<usize>),
    /// "Ito and the farmers": a name, and a description of others.
    Mixed(usize, Phrase),
    /// "@nara".
    Account(usize),
    /// A description.
    Phrase(Phrase),
}

/// A description: "the memo", "two people familiar with the matter", "some of the state's experts".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The noun phrase up to its first preposition, clause or comma; without its article.
    pub(super) chunk: Range<usize>,
    /// Its head noun.
    pub(super) head: usize,
    /// "the", "this", "that".
    pub(super) definite: bool,
    /// "a", "an", "one", "another".
    pub(super) indefinite: bool,
    /// "some", "many", "most".
    pub(super) quantified: bool,
    /// "his", "their": whose it is, at this token.
    pub(super) possessive: Option<usize>,
}

/// Reads the mention `words`.
pub(super) fn read(text: &Text, names: &Names, words: &Range<usize>) -> Head {
    if let Some(pronoun) = pronoun(text, words) {
        return Head::Pronoun(pronoun);
    }
    if let Some(at) = words.clone().take(2).find(|i| text.tokens[*i].is_mark('@'))
        && at + 1 < text.tokens.len()
        && !text.tokens[at + 1].spaced
    {
        return Head::Account(at + 1);
    }
    if let Some(bearer) = apposed_to(text, names, words) {
        return Head::Name(bearer);
    }
    if let Some(holder) = behind_two_roles(text, names, words) {
        return Head::Name(holder);
    }
    if let Some(first) = head_name(text, names, words) {
        if let Some(holder) = office_of_two_fields(text, names, first) {
            return Head::Name(holder);
        }
        let mut all = vec![first];
        let mut last = first;
        while let Some(next) = names.names.get(last + 1)
            && next.full.start < words.end
        {
            let between = names.names[last].full.end..next.full.start;
            let joined = !between.is_empty()
                && between.clone().all(|i| {
                    text.tags[i] == Tag::Coord
                        || text.tokens[i].is_mark(',')
                        || text.tokens[i].is(ARTICLE)
                })
                && (!matches!(next.class, Class::Place)
                    || matches!(names.names[first].class, Class::Place));
            // "Ito and Nara Union leaders": the second only describes who is behind it.
            let describes = is_person(&names.names[first]) && modifies_next(text, next, words.end);
            if !joined || describes || text.tags.get(next.words.end) == Some(&Tag::Gen) {
                break;
            }
            last += 1;
            all.push(last);
        }
        // "the Naran and Ostian governments": they only describe the noun behind them.
        let next = names.names[last].words.end;
        let described = all.len() == 2
            && text.tags[names.names[first].full.end] == Tag::Coord
            && next < words.end
            && text.tags[next] == Tag::Noun;
        if described {
            return Head::Phrase(phrase(text, words));
        }
        // "Ito, Nara" is no pair; "Ito and Ono" is.
        let coordinated = (names.names[first].full.end
            ..names.names[last]
                .full
                .start
                .max(names.names[first].full.end))
            .any(|i| text.tags[i] == Tag::Coord);
        // "Ito and the farmers": a pair, one of them without a name.
        let end = names.names[last].full.end;
        let mixed = all.len() == 1
            && end + 1 < words.end
            && text.tags[end] == Tag::Coord
            && text.tags[end + 1].nominal();
        if mixed {
            return Head::Mixed(first, phrase(text, &(end + 1..words.end)));
        }
        return if all.len() > 1 && coordinated {
            Head::Names(all)
        } else {
            Head::Name(first)
        };
    }
    let mut described = phrase(text, words);
    // "The Department of Trade complaint": a name that is called by its own first words, and what is its.
    let around = names.within(&(described.head..described.head + 1)).next();
    let end = around.map_or(0, |i| names.names[i].words.end);
    let owns = described.head + 1 < end && end < words.end;
    if owns && text.tokens[end].is(DOCUMENT) {
        let own = phrase(text, &(end..words.end));
        described.head = own.head;
        described.chunk.end = own.chunk.end;
    }
    Head::Phrase(described)
}

/// "Former mayor and port candidate Ada Roe": who has both roles, told without an article, before the name that ends the
/// mention. "Two mayors and Ada Roe", "the mayor and Ada Roe" are others too.
fn behind_two_roles(text: &Text, names: &Names, words: &Range<usize>) -> Option<usize> {
    let last = names.before(words.end).checked_sub(1)?;
    let name = &names.names[last];
    let and = name
        .full
        .start
        .checked_sub(1)
        .filter(|i| *i > words.start)?;
    let before = words.start..and;
    let role = name
        .role
        .as_ref()
        .is_some_and(|r| r.end <= name.words.start);
    let told =
        role && is_person(name) && name.words.end == words.end && text.tags[and] == Tag::Coord;
    if !told || text.tags[words.start] == Tag::Det || text.tags[words.start] == Tag::Poss {
        return None;
    }
    let head = phrase(text, &before).head;
    let named = names.within(&before).any(|i| is_person(&names.names[i]));
    (text.tokens[head].is(ROLE) && !plural(text, head) && !named).then_some(last)
}

/// Whose apposition the mention is part of: "chair of the Nara Union" behind "Ada Roe,".
fn apposed_to(text: &Text, names: &Names, words: &Range<usize>) -> Option<usize> {
    let before = names.before(words.start);
    let near = (before.saturating_sub(3)..before).rev();
    let bearer = near.into_iter().find(|&i| {
        let name = &names.names[i];
        let role = name.role.as_ref();
        matches!(name.class, Class::Person)
            && (name.len() > 1 || name.titled)
            && role.is_some_and(|r| r.start >= name.words.end)
            && (name.words.end + 1..name.full.end).contains(&words.start)
    })?;
    // "…, a senior official said" names nobody whom the sentence ends with.
    let bare = !matches!(text.tags[words.start], Tag::Det | Tag::Poss);
    let first = names.within(words).next();
    let named = first.is_some_and(|i| matches!(names.names[i].class, Class::Person));
    (bare && !named).then_some(bearer)
}

/// "Trade and Harbour Minister Ada Roe": who holds the office, where its first field `first` is no name.
fn office_of_two_fields(text: &Text, names: &Names, first: usize) -> Option<usize> {
    let field = &names.names[first];
    let holder = names.names.get(first + 1)?;
    let and = field.words.end;
    let plain = field.len() == 1
        && text.tokens[field.words.start].known
        && text.tokens[field.words.start].shape == Shape::Title;
    let office = matches!(holder.class, Class::Person)
        && text.tags[and] == Tag::Coord
        && holder
            .role
            .as_ref()
            .is_some_and(|r| r.start == and + 1 && r.len() > 1 && text.tokens[r.start].capital());
    (plain && office).then_some(first + 1)
}

fn pronoun(text: &Text, words: &Range<usize>) -> Option<usize> {
    let first = words.start;
    // "WHO" is a body.
    let letters = text.tokens.get(first)?.shape == Shape::Upper && text.word(first).len() > 2;
    if words.len() != 1 || letters {
        return None;
    }
    let is = match text.tags[first] {
        Tag::Pron | Tag::ObjPron | Tag::Rel | Tag::That | Tag::Wh | Tag::Poss => true,
        // "Another said"
        Tag::Det | Tag::Num => text.is_one_of_any_case(first, text.language.resolve.in_particular),
        _ => false,
    };
    is.then_some(first)
}

/// What a name inside a mention is to it.
enum Part {
    /// Its head.
    Head,
    /// No head; the next name may be.
    Modifier,
    /// No head, and none behind it is.
    Nothing,
}

/// The name that is the mention's head: at its front, or behind a role or a comma; not one that
/// hangs on a preposition or owns the head ("the firm's lawyer").
fn head_name(text: &Text, names: &Names, words: &Range<usize>) -> Option<usize> {
    let last = set_off_last(text, names, words).or_else(|| behind_office(text, names, words));
    if last.is_some() {
        return last;
    }
    for i in names.within(words) {
        match part(text, names, words, i) {
            Part::Head => return Some(i),
            Part::Modifier => {}
            Part::Nothing => return None,
        }
    }
    None
}

/// What the name `i` is to the mention `words`.
fn part(text: &Text, names: &Names, words: &Range<usize>, i: usize) -> Part {
    let name = &names.names[i];
    if name.words.start < words.start {
        // The mention was cut inside a name.
        return if name.words.end >= words.end {
            Part::Head
        } else {
            Part::Modifier
        };
    }
    if is_set_off(text, name, words) {
        return Part::Head;
    }
    // "Ito's Green Hills": what somebody made.
    let owner = i.checked_sub(1).map(|o| &names.names[o]);
    let body = owner.is_some_and(|o| {
        o.words.end + 1 == name.words.start
            && matches!(o.class, Class::Organisation | Class::Outlet(_))
    });
    // "the Nara Party's Ola Vale" is a person.
    let made = matches!(name.class, Class::Likely)
        && name.words.start > words.start
        && text.tags[name.words.start - 1] == Tag::Gen
        && !body;
    if made {
        return Part::Nothing;
    }
    let front = words.start..name.full.start.max(words.start);
    let plain = front.clone().all(|k| is_light(text, k));
    let person = is_person(name);
    // Before a body only an article: "a super PAC" and "the firm's VP" name none.
    let bare = front.clone().all(|k| {
        text.tags[k] == Tag::Det
            || matches!(text.tokens[k].kind, Kind::Mark(_))
            || text.tokens[k].capital()
    });
    if plain && !person && !bare {
        return Part::Modifier;
    }
    // "Minister in the Ministry of Trade Ada Roe": the name ends what is one run of capitals.
    let run_in = person
        && name.full.end.max(name.words.end) >= words.end
        && name.words.start > words.start
        && text.tokens[words.start].is(ROLE)
        && text.tokens[name.words.start - 1].capital();
    if run_in {
        return Part::Head;
    }
    if !plain {
        return behind_description(text, names, words, i);
    }
    if modifies_next(text, name, words.end) {
        return Part::Modifier;
    }
    let first = &text.tokens[name.words.start];
    match name.class {
        // "Kenyan Ambassador to Nara, Jane Ito,": the name may stand behind it.
        Class::Office => Part::Modifier,
        Class::Group | Class::Document => Part::Nothing,
        Class::Unknown if name.len() == 1 && first.is_any(SPEAKERS) => Part::Nothing,
        Class::Place if first.is(GROUP) => Part::Nothing,
        _ => Part::Head,
    }
}

fn is_person(name: &Name) -> bool {
    matches!(name.class, Class::Person | Class::Likely)
}

/// Whether the word at `k` may stand before the name that is the head of the mention that opens at `start`.
fn is_light(text: &Text, k: usize) -> bool {
    let by_tag = matches!(
        text.tags[k],
        Tag::Det
            | Tag::Poss
            | Tag::Noun
            | Tag::Name
            | Tag::Adj
            | Tag::Num
            | Tag::Gen
            | Tag::Adv
            | Tag::Past
    );
    let mark = matches!(
        text.tokens[k].kind,
        Kind::Mark('“' | '”' | '"' | '‘' | '’' | '\'' | '-')
    );
    by_tag || mark
}

/// "the director of the bureau, Jane Ito,": whether a name is set off behind a description.
fn is_set_off(text: &Text, name: &Name, words: &Range<usize>) -> bool {
    let start = name.full.start;
    // "The group, Nara Coalition,": a body may be set off so where what describes it is a body.
    let body = matches!(name.class, Class::Organisation | Class::Unknown)
        && start > words.start + 1
        && text.tokens[start - 2].is(ORGANISATION)
        && text.tags[words.start] == Tag::Det
        && start - words.start <= 6;
    let opened = start > words.start
        && matches!(
            text.tokens[start - 1].kind,
            Kind::Mark(',' | '—' | '–' | ')')
        );
    let closed = name.full.end >= words.end
        || matches!(text.tokens[name.full.end].kind, Kind::Mark(',' | '—' | '–'));
    (is_person(name) || body)
        && opened
        && closed
        && (text.tags[words.start] != Tag::Name || owned(text, words))
}

/// What the name `i` is that hangs on the description before it in the mention `words`.
fn behind_description(text: &Text, names: &Names, words: &Range<usize>, i: usize) -> Part {
    let name = &names.names[i];
    let opens = text.tokens[words.start].is_any(SPEAKERS) && text.tags[words.start] == Tag::Name;
    if opens && !owned(text, words) {
        return Part::Nothing;
    }
    // "one of Ito's neighbours, Ann Oda,", "the delegate in Nara, Ann Oda,": the name may stand behind it.
    let owns = text.tags.get(name.words.end) == Some(&Tag::Gen);
    let next = (names.names.get(i + 1)).is_some_and(|n| n.words.start < words.end);
    if owns || next && (!is_person(name) || name.len() == 1) {
        Part::Modifier
    } else {
        // "the priest, Fidel Ito": the role before the comma is part of the name's own reading.
        Part::Nothing
    }
}

/// Whether the name only describes the noun behind it, in a mention that ends at `end`.
fn modifies_next(text: &Text, name: &Name, end: usize) -> bool {
    let next = name.words.end;
    if next >= end {
        return false;
    }
    let outlet = matches!(name.class, Class::Outlet(_)) && is_called_outlet(text, next..end);
    let modifier = match text.tags[next] {
        // "Ito's" alone is Ito.
        Tag::Gen => next + 1 < end,
        Tag::Noun | Tag::Adj => !outlet && !text.tokens[next].is_any(TIME.or(WEEKDAY)),
        // "Nara Bank estimates of the toll": no verb stands in a source.
        Tag::Verb => text.tokens[next].is(DOCUMENT),
        _ => false,
    };
    // "Quartz’ Ada Roe"
    let owner = matches!(text.tokens[next].kind, Kind::Mark('’' | '\'')) && next + 1 < end;
    let joint = text.tokens[next].is_mark('-') || text.tokens[next].is_mark('/');
    modifier || owner || joint && !text.tokens[next].spaced
}

/// "the Nara Times newspaper": whether the words behind an outlet's name say no more than that it is one.
fn is_called_outlet(text: &Text, words: Range<usize>) -> bool {
    let end = words
        .clone()
        .find(|i| text.tags[*i] != Tag::Noun)
        .unwrap_or(words.end);
    let lists = &text.language.resolve;
    end > words.start
        && (words.start..end).all(|i| {
            text.tokens[i].is_any(OUTLET.or(MASTHEAD)) || text.is_one_of(i, lists.called_outlet)
        })
}

/// "Nara Union of Ostia's chief economist, Ada Roe": the person set off at the end, behind a role that a body has.
fn set_off_last(text: &Text, names: &Names, words: &Range<usize>) -> Option<usize> {
    let last = names.within(words).last()?;
    let name = &names.names[last];
    let start = name.words.start;
    let person = matches!(name.class, Class::Person | Class::Likely);
    let behind_role = start > words.start + 2
        && text.tokens[start - 1].is_mark(',')
        && text.tokens[start - 2].is(ROLE);
    let mut before = words.start..start.saturating_sub(1).max(words.start);
    // "Ito, who knows the union's leader, Ada Roe": she only ends what is told of another.
    let owned = before.clone().any(|i| text.tags[i] == Tag::Gen)
        && !before.any(|i| text.tokens[i].is_mark(','));
    let ends = name.full.end.max(name.words.end) >= words.end;
    (person && behind_role && owned && ends).then_some(last)
}

/// "the Council on Ports National Director Ada Roe": who holds the office, behind the body that it is of.
fn behind_office(text: &Text, names: &Names, words: &Range<usize>) -> Option<usize> {
    let stop = |i: &usize| {
        let mark = matches!(text.tokens[*i].kind, Kind::Mark(',' | '(' | '—' | '–'));
        mark || matches!(text.tags[*i], Tag::Gen | Tag::Coord | Tag::Rel)
    };
    let end = words.clone().find(stop).unwrap_or(words.end);
    let (first, last) = (
        names.within(words).next()?,
        names.within(&(words.start..end)).last()?,
    );
    let name = &names.names[last];
    let before = words.start..name.words.start;
    let office = before.len() > 1
        && text.tokens[before.end - 1].is_any(ROLE.or(PARTY))
        && matches!(name.class, Class::Person);
    // "a suit against Mayor Ada Roe": what hangs on a body alone is its officer.
    let governed = before.clone().any(|i| text.tags[i] == Tag::Prep);
    let body = matches!(names.names[first].class, Class::Organisation);
    let of_body = body && name.role.as_ref().is_some_and(|r| r.len() > 2);
    let whole = name.words.end == end && text.tags.get(end) != Some(&Tag::Gen);
    let plain = |i| is_light(text, i) || text.tags[i] == Tag::Prep;
    (office && whole && (!governed || of_body) && before.into_iter().all(plain)).then_some(last)
}

/// Whether the mention opens with an owner: "Ito's rival, …".
fn owned(text: &Text, words: &Range<usize>) -> bool {
    words
        .clone()
        .take_while(|i| matches!(text.tags[*i], Tag::Name | Tag::Gen | Tag::Det))
        .any(|i| text.tags[i] == Tag::Gen)
}

/// The longest name of a body, in tokens, before the noun for who speaks for it: "a Department of Trade spokesman".
const LONGEST_BODY: usize = 8;

/// Reads a description.
pub(super) fn phrase(text: &Text, words: &Range<usize>) -> Phrase {
    let mut start = words.start;
    let mut quantified = false;
    let mut indefinite = false;
    let mut definite = false;
    let mut possessive = None;
    // At most three of them: "some of the members of a group of farmers".
    for _ in 0..3 {
        while start + 1 < words.end {
            let lists = &text.language.resolve;
            let is = |words: List| text.is_one_of_any_case(start, words);
            match text.tags[start] {
                Tag::Det | Tag::That if is(lists.definite_words) => {
                    definite = true;
                }
                Tag::Det | Tag::That if is(lists.indefinite_words) => indefinite = true,
                Tag::Det | Tag::That => quantified = true,
                Tag::Poss => possessive = Some(start),
                Tag::Adv | Tag::Coord | Tag::Mark => {}
                // "outside groups", "by residents"
                Tag::Prep | Tag::Neg if start == words.start => {}
                // "more than half of the growers"
                Tag::Prep if is(lists.than) => {}
                _ if is(lists.both) => definite = true,
                _ if is(lists.one) => indefinite = true,
                _ => break,
            }
            start += 1;
        }
        let end = edge::core_end(text, start, words.end);
        let of = |i| text.is_one_of(i, text.language.resolve.of);
        let partitive = end < words.end
            && of(end)
            && (start..end).next_back().is_some_and(|i| {
                text.tokens[i].is_any(PARTITIVE)
                    || matches!(text.tags[i], Tag::Num | Tag::Det | Tag::Pron)
                    || text.is_one_of(i, text.language.resolve.percent)
                    || text.tokens[i].is_any(VAGUE) && text.tags[i] != Tag::Noun
            });
        let quantifier_of = end == start && end < words.end && of(end);
        if partitive || quantifier_of {
            quantified = true;
            start = end + 1;
            continue;
        }
        break;
    }
    let start = start.min(words.end - 1);
    let mut end = edge::core_end(text, start, words.end).max(start + 1);
    // "a Department of Trade spokesman": the noun behind the name of a body.
    let name = |i: usize| text.tokens[i].capital() || text.tags[i] == Tag::Coord;
    let of = |i: usize| text.is_one_of(i, text.language.resolve.of_for);
    if end < words.end && text.tokens[end - 1].capital() && of(end) {
        let role = (end + 1..words.end.min(end + LONGEST_BODY)).find(|i| !name(*i));
        end = role
            .filter(|i| text.tokens[*i].is(ROLE) && *i > end + 1)
            .map_or(end, |i| i + 1);
    }
    // The last word that can be a source's head; else the last noun.
    let nominal = |i: &usize| {
        !matches!(text.tags[*i], Tag::Gen | Tag::Mark | Tag::Adv)
            && text.tags.get(i + 1) != Some(&Tag::Gen)
    };
    let last = (start..end).rev().find(nominal);
    let head = (start..end)
        .rev()
        .filter(nominal)
        .find(|i| text.tokens[*i].is_any(SPEAKERS))
        // "Supreme Court precedents": a capital before a plain noun only describes it.
        .filter(|i| {
            last.is_none_or(|l| l == *i || !text.tokens[*i].capital() || text.tokens[l].capital())
                || super::run::opens(text, *i) && !last.is_some_and(|l| is_many_things(text, l))
        })
        .or_else(|| (start..end).rev().find(nominal))
        .unwrap_or(end - 1);
    Phrase {
        chunk: start..end,
        head,
        definite,
        indefinite,
        quantified,
        possessive,
    }
}

/// "Lab tests", at the start of a sentence: whether the noun at `i` is the head by its plural.
fn is_many_things(text: &Text, i: usize) -> bool {
    text.tags[i] == Tag::Noun && plural(text, i)
}

/// Whether the noun at `i` is a plural, by the table or by its ending.
pub(super) fn plural(text: &Text, i: usize) -> bool {
    let token = &text.tokens[i];
    if token.is_any(GROUP) {
        return true;
    }
    let word = text.bytes(i);
    let lists = &text.language.resolve;
    ends(word, text.language.text.s_ending) && !ends_in(word, lists.no_plural_ending)
        || lists.plural.has(word)
}

/// "The president and the mayor", "the president and his ministers", "the president and defence ministers": whether `words`
/// join others to whom `phrase` describes. One is "the president and head of the bank".
pub(super) fn is_joined(text: &Text, phrase: &Phrase, words: &Range<usize>) -> bool {
    let own = (phrase.head + 1..words.end).take_while(|i| !text.tokens[*i].is_mark(','));
    let others = |i: &usize| {
        let next = i + 1;
        let named = matches!(text.tags.get(next), Some(Tag::Det | Tag::Poss));
        let end = edge::end_of_nominals(text, next, words.end);
        text.tags[*i] == Tag::Coord && (named || end > next && plural(text, end - 1))
    };
    own.into_iter().any(|i| others(&i))
}
