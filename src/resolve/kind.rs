//! Which kind of source a description is: by the first rule that fits, with the words that show it.

use std::ops::Range;

use super::SourceKind;
use super::anonymity::anonymity;
use super::facts::DescriptionFacts;
use super::mention::{self, Phrase};
use super::run;
use crate::lexicon::{
    DOCUMENT, GROUP, INSIDER, OFFICE, ORGANISATION, OUTLET, PARTY, ROLE, SOCIAL, VAGUE,
};
use crate::rule::Rule;
use crate::text::Text;
use crate::text::tag::Tag;

/// A rule, and the kind it gives where it fits.
struct KindRule {
    rule: Rule,
    tells: fn(&DescriptionFacts) -> Option<SourceKind>,
    shows: Shows,
}

/// Which words show a kind.
enum Shows {
    /// The head.
    Head,
    /// The head, and what places whom it stands for.
    Anonymity,
    /// All from the first word before the head.
    Chunk,
}

/// The outlet speaks of itself.
static OWN: KindRule = KindRule {
    rule: Rule {
        name: "kind-own-outlet",
        yes: examples!["This newspaper said the road was shut."],
        no: examples!["The newspaper said the road was shut."],
    },
    tells: |s| {
        let lists = &s.text.language.resolve;
        let own = s.text.is_one_of_any_case(s.mention.start, lists.this)
            && s.text.is_one_of_any_case(s.phrase.head, lists.own_outlet);
        own.then_some(SourceKind::SelfOutlet)
    },
    shows: Shows::Head,
};

/// People without names who are placed by what they know or asked.
static PLACED: KindRule = KindRule {
    rule: Rule {
        name: "kind-people-placed",
        yes: examples!["Two people familiar with the matter said the road was shut."],
        no: examples!["Two people said the road was shut."],
    },
    tells: |s| {
        let placed = s.human() && anonymity(s.text, s.mention.clone()).is_some();
        placed.then_some(SourceKind::Anonymous)
    },
    shows: Shows::Anonymity,
};

/// A post, told by whose or where it is.
static POST: KindRule = KindRule {
    rule: Rule {
        name: "kind-post",
        yes: examples!["A post by the council said the road was shut."],
        no: examples!["A report by the council said the road was shut."],
    },
    tells: |s| {
        let post = s.head.is(SOCIAL)
            || s.text
                .is_one_of_any_case(s.phrase.head, s.text.language.resolve.post);
        (post && s.head.is(DOCUMENT) && s.qualified).then_some(SourceKind::Social)
    },
    shows: Shows::Head,
};

/// A word for an outlet.
static OUTLET_NOUN: KindRule = KindRule {
    rule: Rule {
        name: "kind-outlet",
        yes: examples!["A newspaper said the road was shut."],
        no: examples![
            "A council said the road was shut.",
            "A research paper said the road was shut.",
        ],
    },
    tells: |s| {
        // "a paper published in spring", "a research paper" is a scholar's.
        let lists = &s.text.language.resolve;
        let study = |i: usize| s.text.is_one_of_any_case(i, lists.study);
        let published = s.qualified && s.text.tags[s.phrase.head + 1] == Tag::Past
            || (s.phrase.chunk.start..s.phrase.head).any(study);
        (s.head.is_any(OUTLET) && s.lower && !published).then_some(SourceKind::Outlet)
    },
    shows: Shows::Head,
};

/// Unnamed, but placed by their work.
static INSIDERS: KindRule = KindRule {
    rule: Rule {
        name: "kind-insider",
        yes: examples!["A source said the road was shut."],
        no: examples!["A driver said the road was shut."],
    },
    tells: |s| s.head.is(INSIDER).then_some(SourceKind::Anonymous),
    shows: Shows::Head,
};

/// "many leftist figures": people, not numbers.
static FIGURES: KindRule = KindRule {
    rule: Rule {
        name: "kind-figures-people",
        yes: examples!["Many local figures said the road was shut."],
        no: examples!["New figures said the road was shut."],
    },
    tells: |s| {
        let lists = &s.text.language.resolve;
        let people = |i: usize| s.text.is_one_of_any_case(i, lists.people_kinds);
        let figures = s.text.is_one_of_any_case(s.phrase.head, lists.figures);
        let is = s.phrase.quantified || (s.phrase.chunk.start..s.phrase.head).any(people);
        (figures && is).then_some(SourceKind::Vague)
    },
    shows: Shows::Chunk,
};

/// Documents of which the text tells nothing.
static LOOSE_DOCUMENTS: KindRule = KindRule {
    rule: Rule {
        name: "kind-documents-unnamed",
        yes: examples!["Some reports said the road was shut."],
        no: examples!["A report said the road was shut."],
    },
    tells: |s| {
        let modified = s.phrase.chunk.start < s.phrase.head;
        // "one of her ads" is hers.
        let owned = (s.mention.start..s.phrase.head).any(|i| s.text.tags[i] == Tag::Poss);
        let counted = s.phrase.quantified && !s.phrase.definite && !owned;
        let loose = s.many && (s.bare || counted) && !s.qualified && !modified;
        let any = s.phrase.quantified
            && s.text
                .is_one_of_any_case(s.mention.start, s.text.language.resolve.any);
        (s.document() && (loose || any)).then_some(SourceKind::Vague)
    },
    shows: Shows::Head,
};

/// A word for a document.
static DOCUMENTS: KindRule = KindRule {
    rule: Rule {
        name: "kind-document-noun",
        yes: examples![
            "A report said the road was shut.",
            "The sign said the road was shut.",
        ],
        no: examples!["Some reports said the road was shut."],
    },
    tells: |s| s.document().then_some(SourceKind::Document),
    shows: Shows::Head,
};

/// People told by a name beside them alone.
static PLACED_BY_NAME: KindRule = KindRule {
    rule: Rule {
        name: "kind-people-placed-by-name",
        yes: examples!["London experts said the road was shut."],
        no: examples!["Some experts said the road was shut."],
    },
    tells: |s| {
        let placed = s.named || s.qualified && placed_by_name(s.text, s.phrase.head, s.mention);
        let is = s.head.is(VAGUE) && placed && !s.phrase.quantified;
        is.then_some(SourceKind::Anonymous)
    },
    shows: Shows::Chunk,
};

/// People of whom the text tells nothing.
static VAGUE_PEOPLE: KindRule = KindRule {
    rule: Rule {
        name: "kind-people-vague",
        yes: examples!["Some experts said the road was shut."],
        no: examples!["London experts said the road was shut."],
    },
    tells: |s| {
        // "those surveyed", "many of them"
        let lists = &s.text.language.resolve;
        let those = s.phrase.quantified || s.is_one_of(lists.in_particular);
        let pronoun = matches!(
            s.text.tags[s.phrase.head],
            Tag::Pron | Tag::ObjPron | Tag::Det
        );
        (s.head.is(VAGUE) || those && pronoun).then_some(SourceKind::Vague)
    },
    shows: Shows::Head,
};

/// A word for a body.
static BODY: KindRule = KindRule {
    rule: Rule {
        name: "kind-body",
        yes: examples![
            "The company said the road was shut.",
            "The city said the road was shut.",
        ],
        no: examples![
            "The driver said the road was shut.",
            "A Toyota executive said the road was shut.",
        ],
    },
    tells: |s| {
        // "an executive", "a guard" is one of it.
        let one_of_it = s.head.is_any(OFFICE.or(ROLE)) && s.phrase.indefinite;
        let speaks = s.lower && s.is_one_of(s.text.language.resolve.speaking_body);
        (s.head.is(ORGANISATION) && !one_of_it || speaks).then_some(SourceKind::Organisation)
    },
    shows: Shows::Head,
};

/// Who holds an office, without a name.
static OFFICES: KindRule = KindRule {
    rule: Rule {
        name: "kind-office",
        yes: examples!["The mayor said the road was shut."],
        no: examples!["The driver said the road was shut."],
    },
    tells: |s| {
        let is = s.head.is(ROLE) && s.head.is(OFFICE);
        is.then_some(SourceKind::Official)
    },
    shows: Shows::Head,
};

/// Those whose case it is.
static ON_DUTY: KindRule = KindRule {
    rule: Rule {
        name: "kind-on-duty",
        yes: examples!["Detectives said the road was shut."],
        no: examples!["Drivers said the road was shut."],
    },
    tells: |s| {
        let duty = s
            .text
            .is_one_of_any_case(s.phrase.head, s.text.language.resolve.on_duty);
        (s.bare && s.many && duty).then_some(SourceKind::Group)
    },
    shows: Shows::Head,
};

/// Unnamed people, and how many.
static SO_MANY: KindRule = KindRule {
    rule: Rule {
        name: "kind-people-counted",
        yes: examples!["Two farmers said the road was shut."],
        no: examples!["Farmers said the road was shut."],
    },
    tells: |s| {
        let counted = s
            .text
            .is_one_of_any_case(s.mention.start, s.text.language.resolve.few);
        let is = s.many && s.head.is_any(ROLE.or(GROUP)) && counted;
        is.then_some(SourceKind::Anonymous)
    },
    shows: Shows::Head,
};

/// A group with an extent.
static CLEAR_GROUP: KindRule = KindRule {
    rule: Rule {
        name: "kind-group",
        yes: examples![
            "Farmers in Nara said the road was shut.",
            "Her family said the road was shut.",
        ],
        no: examples!["Some farmers said the road was shut."],
    },
    tells: |s| {
        let together = s.is_one_of(s.text.language.resolve.together) && !s.phrase.indefinite;
        ((s.head.is(GROUP) || together) && s.extent()).then_some(SourceKind::Group)
    },
    shows: Shows::Head,
};

/// A group without an extent.
static LOOSE_GROUP: KindRule = KindRule {
    rule: Rule {
        name: "kind-group-vague",
        yes: examples!["Some farmers said the road was shut."],
        no: examples!["Farmers in Nara said the road was shut."],
    },
    tells: |s| s.head.is(GROUP).then_some(SourceKind::Vague),
    shows: Shows::Head,
};

/// Somebody whom the text has told of, only we cannot tell whom.
static TAKEN_UP: KindRule = KindRule {
    rule: Rule {
        name: "kind-role-taken-up",
        yes: examples!["The driver said the road was shut."],
        no: examples!["A driver said the road was shut."],
    },
    tells: |s| {
        let taken_up = s.phrase.definite && !s.qualified;
        // "the Nara Republican": who is of the party there; "the Dane".
        let member = s.head.is(PARTY) && s.head.capital() || s.is_of_people();
        ((s.head.is(ROLE) || member) && taken_up).then_some(SourceKind::Unresolved)
    },
    shows: Shows::Head,
};

/// Somebody without a name.
static UNNAMED_ROLE: KindRule = KindRule {
    rule: Rule {
        name: "kind-role-unnamed",
        yes: examples!["A driver said the road was shut."],
        no: examples!["Ada Roe said the road was shut."],
    },
    tells: |s| {
        let party = s.head.is(PARTY) && !s.many && (s.phrase.indefinite || s.head.capital());
        let member = party || s.is_of_people();
        (s.head.is(ROLE) || member).then_some(SourceKind::Anonymous)
    },
    shows: Shows::Head,
};

/// Many, by a word that ends as those for people do.
static PEOPLE_BY_ENDING: KindRule = KindRule {
    rule: Rule {
        name: "kind-people-by-ending",
        yes: examples![
            "The quarriers said the road was shut.",
            "Ex-friends said the road was shut.",
        ],
        no: examples!["The quarries said the road was shut."],
    },
    tells: |s| {
        let ends = || s.lower && s.ends_as(s.text.language.resolve.people_endings, 2);
        let calling = || run::is_calling(s.text, s.phrase.head);
        let known = || s.lower && run::is_of_many(s.text, s.phrase.head);
        let people = s.many && s.unknown() && (ends() || calling() || known());
        let clear = s.phrase.definite || s.phrase.possessive.is_some() || s.qualified || s.named;
        let clear = clear && !s.phrase.quantified;
        people.then_some(if clear {
            SourceKind::Group
        } else {
            SourceKind::Vague
        })
    },
    shows: Shows::Head,
};

/// One, by a word that ends as those for people do.
static PERSON_BY_ENDING: KindRule = KindRule {
    rule: Rule {
        name: "kind-person-by-ending",
        yes: examples![
            "A quarrier said the road was shut.",
            "One zendar said the road was shut.",
        ],
        no: examples![
            "The quarry said the road was shut.",
            "A quarriage said the road was shut.",
        ],
    },
    tells: |s| {
        let lists = &s.text.language.resolve;
        // "one zendar": what no table knows as a thing, and what no thing ends as.
        let thing = || lists.thing_endings.iter().any(|e| s.ends_with(e));
        let noun = matches!(s.text.tags[s.phrase.head], Tag::Noun | Tag::Adj);
        let new = noun && !thing();
        let known = s.unknown() && s.ends_as(lists.person_endings, 3);
        let person = s.lower && !s.many && s.phrase.indefinite && (known || new);
        person.then_some(SourceKind::Anonymous)
    },
    shows: Shows::Head,
};

/// A share or number of something.
static COUNTED: KindRule = KindRule {
    rule: Rule {
        name: "kind-counted",
        yes: examples![
            "About 40% of the lot said the road was shut.",
            "Majorities in both towns said the road was shut.",
        ],
        no: examples!["The lot said the road was shut."],
    },
    tells: |s| {
        let counted = (s.mention.start..s.phrase.head + 1).any(|i| s.text.tags[i] == Tag::Num);
        let share = [
            s.text.language.resolve.shares,
            s.text.language.resolve.percent,
        ]
        .into_iter()
        .any(|l| s.is_one_of(l));
        (counted || share || s.phrase.quantified && s.unknown()).then_some(SourceKind::Vague)
    },
    shows: Shows::Head,
};

/// Capitals that no table knows.
static CAPITAL: KindRule = KindRule {
    rule: Rule {
        name: "kind-body-by-capital",
        yes: examples!["Ada Roe’s Green Hills said the road was shut."],
        no: examples!["The zenda said the road was shut."],
    },
    tells: |s| {
        let capital = s.head.capital() && !run::opens(s.text, s.phrase.head);
        capital.then_some(SourceKind::Organisation)
    },
    shows: Shows::Head,
};

/// The rules, each for what none before it takes.
static KINDS: &[&KindRule] = &[
    &OWN,
    &PLACED,
    &POST,
    &OUTLET_NOUN,
    &INSIDERS,
    &FIGURES,
    &LOOSE_DOCUMENTS,
    &DOCUMENTS,
    &PLACED_BY_NAME,
    &VAGUE_PEOPLE,
    &BODY,
    &OFFICES,
    &ON_DUTY,
    &SO_MANY,
    &CLEAR_GROUP,
    &LOOSE_GROUP,
    &TAKEN_UP,
    &UNNAMED_ROLE,
    &PEOPLE_BY_ENDING,
    &PERSON_BY_ENDING,
    &COUNTED,
    &CAPITAL,
];

/// No rule fits.
static OPEN: Rule = Rule {
    name: "kind-open",
    yes: examples!["The zenda said the road was shut."],
    no: examples!["The company said the road was shut."],
};

/// The rules of kinds.
pub static RULES: &[&Rule] = &[
    &OWN.rule,
    &PLACED.rule,
    &POST.rule,
    &OUTLET_NOUN.rule,
    &INSIDERS.rule,
    &FIGURES.rule,
    &LOOSE_DOCUMENTS.rule,
    &DOCUMENTS.rule,
    &PLACED_BY_NAME.rule,
    &VAGUE_PEOPLE.rule,
    &BODY.rule,
    &OFFICES.rule,
    &ON_DUTY.rule,
    &SO_MANY.rule,
    &CLEAR_GROUP.rule,
    &LOOSE_GROUP.rule,
    &TAKEN_UP.rule,
    &UNNAMED_ROLE.rule,
    &PEOPLE_BY_ENDING.rule,
    &PERSON_BY_ENDING.rule,
    &COUNTED.rule,
    &CAPITAL.rule,
    &OPEN,
];

/// The kind of a description, the words that show it, and the rule that told. `mention` is the whole mention.
pub(super) fn of_phrase(
    text: &Text,
    phrase: &Phrase,
    mention: &Range<usize>,
) -> (SourceKind, Vec<Range<usize>>, &'static Rule) {
    let facts = DescriptionFacts::new(text, phrase, mention);
    let mut shown = vec![phrase.head..phrase.head + 1];
    let told = KINDS.iter().find_map(|k| Some(((k.tells)(&facts)?, *k)));
    // "zendars and farmers": what the second of two is.
    let second = phrase.chunk.end + 1;
    if told.is_none()
        && second < mention.end
        && text.tags[second - 1] == Tag::Coord
        && text.tags[second].nominal()
    {
        let other = mention::phrase(text, &(second..mention.end));
        if other.chunk.start >= second {
            let facts = DescriptionFacts::new(text, &other, mention);
            let people = [&VAGUE_PEOPLE, &CLEAR_GROUP, &LOOSE_GROUP];
            let told = people.iter().find_map(|k| Some(((k.tells)(&facts)?, *k)));
            if let Some((kind, rule)) = told {
                return (kind, vec![other.head..other.head + 1], &rule.rule);
            }
        }
    }
    let Some((kind, rule)) = told else {
        return (SourceKind::Unresolved, shown, &OPEN);
    };
    match rule.shows {
        Shows::Head => {}
        Shows::Anonymity => {
            shown.extend(anonymity(text, mention.clone()).map(|(_, words)| words));
        }
        Shows::Chunk => shown[0].start = phrase.chunk.start,
    }
    (kind, shown, &rule.rule)
}

/// Whether a name stands in what hangs on the head: "experts at Nara University".
fn placed_by_name(text: &Text, head: usize, mention: &Range<usize>) -> bool {
    (head + 1..mention.end).any(|i| text.tokens[i].is_word() && text.tokens[i].capital())
}
