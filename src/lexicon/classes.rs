//! Word classes. `build.rs` reads their names too.

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u64);

impl Classes {
    /// Whether all classes of `other` are in.
    pub const fn contains(self, other: Classes) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any class of `other` is in.
    pub const fn intersects(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    /// The set as letters, one for each class; so the module's table writes it.
    pub fn letters(self) -> String {
        let bits = (0..u64::BITS as u8).filter(|bit| self.0 >> bit & 1 == 1);
        bits.map(|bit| char::from(FIRST_LETTER + bit)).collect()
    }

    /// The set that `letters` stand for.
    pub fn of_letters(letters: &str) -> Classes {
        let bit = |letter: u8| 1 << letter.wrapping_sub(FIRST_LETTER);
        Classes(letters.bytes().fold(0, |set, letter| set | bit(letter)))
    }
}

/// The letter of the first class; the others follow it, and none is a bar or a space.
const FIRST_LETTER: u8 = b'0';

macro_rules! classes {
    ($($(#[$doc:meta])+ $name:ident;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u8)]
        enum Bit { $($name),* }
        $($(#[$doc])+ pub const $name: Classes = Classes(1 << Bit::$name as u8);)*
        /// Every class by the name that the tables use.
        const NAMES: &[(&str, Classes)] = &[$((stringify!($name), $name)),*];
    };
}

classes! {
    /// a, an, the.
    ARTICLE;
    /// this, some, every, no, many, both; articles and possessives too.
    DETERMINER;
    /// his, her, their.
    POSSESSIVE;
    /// he, she, they, it, I, we, you, who, this, one: what may stand as a subject.
    PRONOUN;
    /// him, her, them, me, us.
    OBJECT_PRONOUN;
    /// of, in, on, by.
    PREPOSITION;
    /// and, or, but, nor.
    COORDINATOR;
    /// because, although, while, after: opens a clause of its own.
    SUBORDINATOR;
    /// whether, if, how, why, what: opens a clause that can be content.
    INTERROGATIVE;
    /// who, which, whom, whose, that.
    RELATIVE;
    /// Forms of be.
    BE;
    /// Forms of have.
    HAVE;
    /// Forms of do.
    DO;
    /// will, would, can, may, must.
    MODAL;
    /// not, never, n't forms.
    NEGATION;
    /// also, later, again, recently: words that stand around a verb.
    ADVERB;
    /// Monday … Sunday.
    WEEKDAY;
    /// January … December.
    MONTH;
    /// yesterday, today, tonight, week, month, year, morning.
    TIME;
    /// last, next, earlier, late: words that make a time of what follows.
    TIME_MODIFIER;
    /// Mr., Sen., President, Prof.: stands before a name.
    TITLE;
    /// An abbreviation that keeps its full stop.
    ABBREVIATION;
    /// Words that regularly open a sentence: the, he, but, in.
    OPENER;
    /// Spelled-out numerals.
    NUMERAL;
    /// third, quarters, tens: opens a figure in the right company.
    FRACTION;
    /// A finite or base verb form that cannot be a noun, or seldom is.
    VERB;
    /// A verb form that is as often a noun ("plan", "vote").
    VERB_OR_NOUN;
    /// A past form ("went"), which tells a clause from a noun phrase.
    PAST;
    /// Adjectives that precede a noun and are no verbs.
    ADJECTIVE;
    /// reportedly, allegedly: an attribution without a source.
    HEDGE;
    /// spokesman, minister, chief: what a person is.
    ROLE;
    /// ministry, agency, police, company: what an organisation is.
    ORGANISATION;
    /// report, memo, study, poll, lawsuit: what a document is.
    DOCUMENT;
    /// officials, residents, protesters: people by the lot.
    GROUP;
    /// experts, critics, analysts, observers: nobody in particular.
    VAGUE;
    /// newspaper, magazine, agency, network; and the names of outlets of one word.
    OUTLET;
    /// Given names of men.
    MALE;
    /// Given names of women.
    FEMALE;
    /// Words for a man: man, father, spokesman, Mr.
    MASCULINE;
    /// Words for a woman: woman, mother, spokeswoman, Mrs.
    FEMININE;
    /// Nationalities and places that are no persons.
    PLACE;
    /// north, western: stands before a place.
    PLACE_PART;
    /// Republican, Labour: stands before an office or a group.
    PARTY;
    /// Roles that speak for an office, even without a name: governor, spokesman, judge.
    OFFICE;
    /// Nouns that end as adverbs do: family, assembly.
    NOUN;
    /// plan, schedule, size: what things go "according to", without an article.
    MANNER;
    /// leads, heads, represents: "who leads the council" tells a role.
    SERVES;
    /// official, aide, source: unnamed, but placed by their work.
    INSIDER;
    /// Times, Post, Herald: the last word of an outlet's name.
    MASTHEAD;
    /// Opens the name of a newspaper by when it comes out: morning, daily.
    ISSUE;
    /// Social networks, and posting there.
    SOCIAL;
    /// dozens, number, group: "of" follows, and the head stands behind it.
    PARTITIVE;
}

/// Nouns of what can say something: people, bodies, what is written.
pub const SPEAKERS: Classes = ROLE
    .or(GROUP)
    .or(VAGUE)
    .or(ORGANISATION)
    .or(DOCUMENT)
    .or(INSIDER)
    .or(OUTLET);

/// The class set that `names` (parted by spaces) stand for, or the name that is unknown.
pub fn classes(names: &str) -> Result<Classes, &str> {
    names.split_whitespace().try_fold(Classes(0), |all, name| {
        NAMES
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, c)| all.or(*c))
            .ok_or(name)
    })
}
