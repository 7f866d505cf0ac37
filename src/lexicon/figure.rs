//! The words of figures: numerals, units, currencies, bounds, changes. Their forms may be of several
//! words, so these tables are matched against running text, at the numbers only.

use super::forms::{Forms, kept};
use super::inflect::with_s;
use super::list::List;
use super::packed::AND_S;
use super::{listed, rows};
use crate::letter::{is_alphanumeric, is_letter, is_small};

/// What a numeral word is worth and how it combines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Numeral {
    /// zero to nine.
    Ones(f64),
    /// ten to nineteen.
    Teen(f64),
    /// twenty to ninety.
    Tens(f64),
    /// hundred.
    Hundred,
    /// thousand, million, dozen: multiplies what precedes.
    Scale(f64),
    /// hundreds, dozens: a magnitude by itself.
    Plural(f64),
    /// half, thirds: a denominator.
    Part(f64),
    /// bn, k: a scale after digits only.
    Suffix(f64),
    /// m, b: a scale after digits where the rest makes it one.
    Letter(f64),
}

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// Percent and its kin.
    Percent,
    /// Money.
    Money,
    /// Durations.
    Time,
    /// Ages.
    Age,
    /// All other measures.
    Measure,
}

/// How a form may stand to its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// After any numeral.
    Word,
    /// After digits only.
    Digits,
    /// Glued to digits only.
    Glued,
    /// After digits, where "of" follows: "40 kt of slag".
    BeforeOf,
}

/// A form of a unit.
#[derive(Clone, Copy, Debug)]
pub struct UnitForm {
    /// As written; lower case unless `exact`.
    pub form: &'static str,
    /// Whether capitals must match.
    pub exact: bool,
    /// How it may stand.
    pub fit: Fit,
    /// What it measures.
    pub kind: UnitKind,
    /// The unit's name.
    pub name: &'static str,
}

/// How a currency form may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeCase {
    /// In any case.
    Any,
    /// In capitals only.
    Capitals,
}

/// The bound a phrase gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundWord {
    /// about
    About,
    /// more than
    Over,
    /// fewer than
    Under,
}

/// What a word of change may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// A percentage or points.
    Point,
    /// Those, money and measures.
    Weak,
    /// Any number.
    Strong,
}

/// A word of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeWord {
    /// Up, or down.
    pub up: bool,
    /// What it may change.
    pub strength: Strength,
}

/// A set of word roles, as the bits below.
pub type Roles = u16;

/// The roles of `figure_words.txt`, in the order of their bits.
const ROLES: &str = "LABEL STREET RATE PERSON INVARIANT IRREGULAR MODIFIER CLOCK ONE_NOT BEFORE_ONE MASS LOOSE \
    SILENT_WORD SILENT_PAGE SUM";
/// A number after it names something.
pub const LABEL: Roles = 1;
/// Ends an address.
pub const STREET: Roles = 1 << 1;
/// What a figure may be per, after "a".
pub const RATE: Roles = 1 << 2;
/// Counts people, or what befell them.
pub const PERSON: Roles = 1 << 3;
/// A noun whose plural has no s.
pub const INVARIANT: Roles = 1 << 4;
/// An irregular plural.
pub const IRREGULAR: Roles = 1 << 5;
/// Stands between numeral and noun.
pub const MODIFIER: Roles = 1 << 6;
/// Follows a time of day.
pub const CLOCK: Roles = 1 << 7;
/// After "one": no figure.
pub const ONE_NOT: Roles = 1 << 8;
/// Before "one": no figure.
pub const BEFORE_ONE: Roles = 1 << 9;
/// Near it a pound weighs.
pub const MASS: Roles = 1 << 10;
/// A label that gives way to a count: "on the day 12 people came".
pub const LOOSE: Roles = 1 << 11;
/// Speaks of weather or sport.
pub const SILENT_WORD: Roles = 1 << 12;
/// In a page's address or title: opinion, fiction, shop, sport, weather.
pub const SILENT_PAGE: Roles = 1 << 13;
/// Near it a lone "12m" is a number of millions.
pub const SUM: Roles = 1 << 14;

/// The tables of figures by name, for the tests of the lexicon.
pub const FIGURE_TABLES: &[(&str, &str)] = &[
    ("numerals.txt", NUMERALS),
    ("currencies.txt", CURRENCIES),
    ("units.txt", UNITS),
    ("bounds.txt", BOUNDS),
    ("changes.txt", CHANGES),
    ("figure_words.txt", FIGURE_WORDS),
];

const NUMERALS: &str = crate::lexicon::table!("en/numerals.txt");
const CURRENCIES: &str = crate::lexicon::table!("en/currencies.txt");
const UNITS: &str = crate::lexicon::table!("en/units.txt");
const BOUNDS: &str = crate::lexicon::table!("en/bounds.txt");
const CHANGES: &str = crate::lexicon::table!("en/changes.txt");
const FIGURE_WORDS: &str = crate::lexicon::table!("en/figure_words.txt");

/// All tables of figures.
#[derive(Debug, Default)]
pub struct FigureWords {
    numerals: Forms<'static, Numeral>,
    /// Unit forms by their first word or sign.
    units: Forms<'static, Vec<UnitForm>>,
    signs: Forms<'static, &'static str>,
    codes: Forms<'static, (&'static str, CodeCase)>,
    /// Phrases before the figure, by their last word.
    before: Forms<'static, Vec<(&'static str, BoundWord)>>,
    /// Phrases after the figure, by their first word.
    after: Forms<'static, Vec<(&'static str, BoundWord)>>,
    changes: Forms<'static, ChangeWord>,
    roles: Forms<'static, Roles>,
}

impl FigureWords {
    /// The numeral that `form` (lower case) is.
    #[inline(never)]
    pub fn numeral(&self, form: &str) -> Option<Numeral> {
        self.numerals.get(form).copied()
    }

    /// The currency of a sign, with the letters before it ("us$").
    #[inline(never)]
    pub fn sign(&self, form: &str) -> Option<&'static str> {
        self.signs.get(form).copied()
    }

    /// The currency of a code such as "USD"; `written` as it stands in the text, `form` lower case.
    pub fn code(&self, written: &str, form: &str) -> Option<&'static str> {
        let (name, case) = self.codes.get(form)?;
        let fits = *case == CodeCase::Any || written.chars().all(|c| !is_small(c));
        fits.then_some(name)
    }

    /// The unit that opens `lower` (the text in lower case, beside `written`): the
    /// longest form that fits, with its length in bytes.
    pub fn unit(
        &self,
        written: &str,
        lower: &str,
        fits: &dyn Fn(&UnitForm) -> bool,
    ) -> Option<(UnitForm, usize)> {
        let key = first_word(lower);
        let forms = self.units.get(key)?;
        let found = forms.iter().filter(|u| {
            let text = if u.exact { written } else { lower };
            text.starts_with(u.form) && ends_well(lower, u.form) && fits(u)
        });
        // A form in the case of the text before one in any case, one that "of" shows before a common one.
        let longest = found.max_by_key(|u| (u.form.len(), u.exact, u.fit == Fit::BeforeOf));
        longest.map(|u| (*u, u.form.len()))
    }

    /// The longest bound phrase that ends `lower` (trimmed), with its length.
    pub fn bound_before(&self, lower: &str) -> Option<(BoundWord, usize)> {
        let key = last_word(lower);
        longest(self.before.get(key)?, &|phrase| {
            lower.strip_suffix(phrase).is_some_and(|rest| {
                !phrase.starts_with(is_letter) || !rest.ends_with(is_alphanumeric)
            })
        })
    }

    /// The longest bound phrase that opens `lower`, with its length.
    pub fn bound_after(&self, lower: &str) -> Option<(BoundWord, usize)> {
        let key = first_word(lower);
        longest(self.after.get(key)?, &|phrase| {
            lower.starts_with(phrase) && ends_well(lower, phrase)
        })
    }

    /// The change that `form` (lower case) says.
    #[inline(never)]
    pub fn change(&self, form: &str) -> Option<ChangeWord> {
        self.changes.get(form).copied()
    }

    /// Whether `form` (lower case) has one of `roles`.
    #[inline(never)]
    pub fn is(&self, form: &str, roles: Roles) -> bool {
        self.roles.get(form).is_some_and(|r| r & roles != 0)
    }
}

/// The longest of `phrases` that fits, with its length.
fn longest(
    phrases: &[(&'static str, BoundWord)],
    fits: &dyn Fn(&str) -> bool,
) -> Option<(BoundWord, usize)> {
    let found = phrases.iter().filter(|(phrase, _)| fits(phrase));
    found
        .map(|(phrase, bound)| (*bound, phrase.len()))
        .max_by_key(|(_, len)| *len)
}

/// The letters that open `text`, or its first character if that is no letter.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !is_letter(c)).unwrap_or(text.len());
    if end > 0 {
        return &text[..end];
    }
    text.chars().next().map_or("", |c| &text[..c.len_utf8()])
}

/// The letters that end `text`, or its last character if that is no letter.
fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_letter(*c))
        .last()
        .map(|(at, _)| at);
    match start {
        Some(at) => &text[at..],
        None => text
            .char_indices()
            .next_back()
            .map_or("", |(at, _)| &text[at..]),
    }
}

/// Whether `form` at the start of `text` is not cut out of a longer word.
fn ends_well(text: &str, form: &str) -> bool {
    if !form.ends_with(is_alphanumeric) {
        return true;
    }
    !text[form.len()..].starts_with(is_alphanumeric)
}

fn forms(list: &'static str) -> Vec<&'static str> {
    let mut forms = Vec::new();
    for form in list.split(',').map(str::trim).filter(|f| !f.is_empty()) {
        let base = form.strip_suffix(AND_S);
        forms.push(base.unwrap_or(form));
        forms.extend(base.map(|base| kept(with_s(base))));
    }
    forms
}

/// The forms of a unit, and its name: the first of them where the table leaves it out.
fn named(list: &'static str, name: &'static str) -> (Vec<&'static str>, &'static str) {
    let forms = forms(list);
    let first = forms.first().filter(|_| name.is_empty());
    let name = first.copied().unwrap_or(name);
    (forms, name)
}

/// The singular of a noun in lower case, by the rules of spelling; `irregular` has plurals, each with its
/// singular behind it.
pub fn singular(form: &str, irregular: List) -> String {
    // The list holds singulars too, and is soon searched; most nouns are not in it.
    if irregular.has(form)
        && let Some((_, one)) = super::pairs(irregular.0).find(|(plural, _)| *plural == form)
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
    let singular = ["ss", "us", "is"].iter().any(|e| form.ends_with(e));
    if form.len() > 2 && form.ends_with('s') && !singular {
        return form[..form.len() - 1].to_owned();
    }
    form.to_owned()
}

/// Reads the tables.
pub(super) fn read() -> FigureWords {
    let mut words = FigureWords::default();
    words.read_numerals();
    words.read_units();
    words.read_currencies();
    words.read_bounds();
    words.read_changes();
    words.read_roles();
    words
}

impl FigureWords {
    fn read_numerals(&mut self) {
        for [names, kind, ..] in rows(NUMERALS) {
            let Some((kind, value)) = kind.split_once(' ') else {
                continue;
            };
            let Some(value) = crate::decimal::parse_power(value) else {
                continue;
            };
            let numeral = match kind {
                "ONES" => Numeral::Ones(value),
                "TEEN" => Numeral::Teen(value),
                "TENS" => Numeral::Tens(value),
                "HUNDRED" => Numeral::Hundred,
                "SCALE" => Numeral::Scale(value),
                "PLURAL" => Numeral::Plural(value),
                "PART" => Numeral::Part(value),
                "SUFFIX" => Numeral::Suffix(value),
                "LETTER" => Numeral::Letter(value),
                _ => continue,
            };
            for name in names.split(' ') {
                self.numerals.insert(name, numeral);
            }
        }
    }

    fn read_units(&mut self) {
        for [kind, list, name, ..] in rows(UNITS) {
            let kind = match kind {
                "PERCENT" => UnitKind::Percent,
                "MONEY" => UnitKind::Money,
                "TIME" => UnitKind::Time,
                "AGE" => UnitKind::Age,
                _ => UnitKind::Measure,
            };
            let (forms, name) = named(list, name);
            for form in forms {
                let (form, fit) = if let Some(rest) = form.strip_prefix('=') {
                    (rest, Fit::Digits)
                } else if let Some(rest) = form.strip_prefix('+') {
                    (rest, Fit::Glued)
                } else if let Some(rest) = form.strip_prefix('>') {
                    (rest, Fit::BeforeOf)
                } else {
                    (form, Fit::Word)
                };
                self.add_unit(form, fit, kind, name);
                // "a 2,500 cubic-metre pool"
                if fit == Fit::Word && form.contains(' ') {
                    self.add_unit(kept(form.replace(' ', "-")), fit, kind, name);
                }
            }
        }
    }

    fn read_currencies(&mut self) {
        for [kind, list, name, ..] in rows(CURRENCIES) {
            let (forms, name) = named(list, name);
            for form in forms {
                match kind {
                    "SIGN" => {
                        self.signs.insert(form, name);
                    }
                    "LOWER" => {
                        self.codes.insert(form, (name, CodeCase::Any));
                    }
                    "CODE" => {
                        let form = kept(form.to_ascii_lowercase());
                        self.codes.insert(form, (name, CodeCase::Capitals));
                    }
                    _ => self.add_unit(form, Fit::Word, UnitKind::Money, name),
                }
            }
        }
    }

    fn read_bounds(&mut self) {
        for [kind, list, ..] in rows(BOUNDS) {
            let Some((side, bound)) = kind.split_once(' ') else {
                continue;
            };
            let bound = match bound {
                "ABOUT" => BoundWord::About,
                "OVER" => BoundWord::Over,
                _ => BoundWord::Under,
            };
            for form in forms(list) {
                if side == "BEFORE" {
                    let key = last_word(form);
                    self.before.entry(key).push((form, bound));
                } else {
                    let key = first_word(form);
                    self.after.entry(key).push((form, bound));
                }
            }
        }
    }

    fn read_changes(&mut self) {
        for [kind, names, ..] in rows(CHANGES) {
            let change = ChangeWord {
                up: kind.ends_with("UP"),
                strength: match kind.split(' ').next() {
                    Some("STRONG") => Strength::Strong,
                    Some("WEAK") => Strength::Weak,
                    _ => Strength::Point,
                },
            };
            listed(names, |name| {
                self.changes.first(name.to_owned(), change);
            });
        }
    }

    fn read_roles(&mut self) {
        for [kind, names, ..] in rows(FIGURE_WORDS) {
            let Some(bit) = ROLES.split(' ').position(|r| r == kind) else {
                continue;
            };
            listed(names, |name| *self.roles.entry(name.to_owned()) |= 1 << bit);
        }
    }

    fn add_unit(&mut self, form: &'static str, fit: Fit, kind: UnitKind, name: &'static str) {
        let exact = form.bytes().any(|b| b.is_ascii_uppercase());
        let first = first_word(form);
        let key = if exact {
            kept(first.to_ascii_lowercase())
        } else {
            first
        };
        self.units.entry(key).push(UnitForm {
            form,
            exact,
            fit,
            kind,
            name,
        });
    }
}
