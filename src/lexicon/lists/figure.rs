//! What `figure` asks a language for.

use crate::lexicon::list::List;

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct FigureLists {
    /// Before a number that is compared with the one before: “compared with 63”.
    pub compares: &'static [&'static str],
    /// Nouns before a size in feet or inches by a mark: “a height of 30'”.
    pub height: List,
    /// Before the second end of a range: “5 to about 7”.
    pub about_second_end: List,
    /// Endings of adverbs.
    pub adverb_ending: List,
    /// Between people and a bare age: “men over 60”.
    pub age_bound: List,
    /// The unit of an age.
    pub age_name: &'static str,
    /// Before “of” and an age.
    pub age_noun: List,
    /// Verbs between a person and an age: “he turned 18”.
    pub age_verb: List,
    /// Before an age.
    pub aged: List,
    /// Bounds behind a figure that may join another, or are verbs: “40 plus 3”.
    pub also_joint: List,
    /// Bounds that are prepositions, too: “talked about two plans”.
    pub also_preposition: List,
    /// The conjunction.
    pub and: List,
    /// Before an age: “at 20”.
    pub at: List,
    /// Before a number that describes the noun behind it: “a 12 member panel”.
    pub attributive: List,
    /// Between a verb and an age: “she was just six”.
    pub before_age: List,
    /// Before a word of change that is a verb all the same: “to rise 5 %”.
    pub before_change_verb: List,
    /// Words before the lower end of a range.
    pub before_range: List,
    /// What leads to a year, a bound between them or not: “until at least 2021”.
    pub until: List,
    /// Bounds that a year may stand behind: “around 1850”.
    pub before_year: List,
    /// Before a year that people follow: “in 2012 residents left”.
    pub before_year_of_people: List,
    /// Before two years: “between 1600 and 1900”.
    pub before_years: List,
    /// What may stand behind a name and its age: “Ada Roe, 42, of Harwick”.
    pub behind_age: List,
    /// Behind a time that “over” bounds: “over ten years ago”.
    pub behind_duration: List,
    /// Behind a fraction and before its unit: “half a litre”.
    pub behind_fraction: List,
    /// Behind a fraction in words: “a third of”, “a third more”.
    pub behind_part: List,
    /// Before two ends.
    pub between: List,
    /// Between a verb of change and its figure: “rose by about 5 %”.
    pub between_change: List,
    /// Behind the number of houses in a street.
    pub block: List,
    /// Words between a bound and its figure that change nothing.
    pub bound_fillers: &'static [&'static str],
    /// Bounds that stand behind their figure alone.
    pub bounds_behind: &'static [&'static str],
    /// Bounds of ten or more alone: “some two” counts nobody.
    pub bounds_large: &'static [&'static str],
    /// Bounds of measures, or of ten or more.
    pub bounds_measure: &'static [&'static str],
    /// The conjunction that joins no nouns.
    pub but: List,
    /// Before the amount of a change.
    pub by: List,
    /// How words of calling by telephone begin.
    pub calls: List,
    /// Behind “per”, in a percentage.
    pub cent: List,
    /// Adverbs that tell which way a value went: “up 3 %”.
    pub change_adverb: List,
    /// Endings of comparatives: “three times larger”.
    pub comparative_ending: List,
    /// Pronouns that are counted as nouns are: “two others”.
    pub counted_pronoun: List,
    /// Before a year that stands as one.
    pub dates: List,
    /// Between two days of a month: “4 and 5 July”.
    pub days_joint: List,
    /// The same before the month.
    pub days_joint_before_month: List,
    /// Before “half” that is one of two halves.
    pub definite: List,
    /// Names of the currencies that a country behind the sum tells closer.
    pub dollar: List,
    /// Countries behind a sum, as written, and the dollars that they tell.
    pub dollar_countries: &'static [(List, &'static str)],
    /// The numbers of those who come to help.
    pub emergency_number: List,
    /// In a ratio: “two in every five”.
    pub every: List,
    /// Behind the number of a multiple: “18-fold”.
    pub fold: List,
    /// The unit of a single stroke.
    pub foot_name: &'static str,
    /// Half a day, and a form of be or picometres.
    pub half_day: List,
    /// Before the lower end of a range.
    pub from: List,
    /// Letters behind a small number that make a name: “5G”, “3D”.
    pub generation: List,
    /// The genitive, or a short “is”.
    pub genitive: List,
    /// The fraction that is a noun, too.
    pub half: List,
    /// Behind “half” that is no number: “half time”.
    pub half_compound: List,
    /// Before “half” that is one of two halves, or in a phrase: “the first half”, “in half”.
    pub half_of_two: List,
    /// Units that a hyphen joins to “half”: “a half-hour”.
    pub half_unit: List,
    /// Pronouns of one person.
    pub he_she: List,
    /// Behind a value that went up.
    pub higher: List,
    /// Between two hours of the clock: “5 to 7 pm”.
    pub hours_joint: List,
    /// What a hyphen joins to a number that still is one: “sub-300”.
    pub hyphened_before_number: List,
    /// The part that a mark or “in” may tell.
    pub inch: List,
    /// The unit of a double stroke.
    pub inch_name: &'static str,
    /// The indefinite article.
    pub indefinite: List,
    /// Endings of present participles.
    pub ing_ending: List,
    /// Plurals, each with its singular behind it.
    pub irregular_plurals: List,
    /// What a hyphen joins to a number that bounds it from above.
    pub joined_under: &'static str,
    /// Verbs that a time belongs to, so that “over” bounds it: “lasted over two years”.
    pub lasts: List,
    /// Words near which a lone “12m” is a length.
    pub length: List,
    /// Letters that stand for a lost pound sign, as written.
    pub lost_pound: List,
    /// Behind a value that went down.
    pub lower: List,
    /// Before the number of a decade: “mid-50s”.
    pub mid: List,
    /// Words for the sign: “minus five”.
    pub minus: List,
    /// Millions behind money, millimetres elsewhere.
    pub mm: List,
    /// Months and their short forms that are other words in small letters.
    pub month_or_word: List,
    /// What befalls bodies and sums alike: “lost 5 million pounds”.
    pub moves_money: List,
    /// Behind “a year” that is no rate: “5 % a year ago”.
    pub no_rate: List,
    /// What opens no second end of a range: “two to a room”.
    pub no_second_end: List,
    /// Short forms of “number”; a determiner in small letters without a full stop.
    pub number_sign: List,
    /// What opens “o’clock”.
    pub oclock: List,
    /// Plurals in -us or -is.
    pub odd_plural: List,
    /// The preposition of parts.
    pub of: List,
    /// What is told apart by its year: “2000 levels”.
    pub of_a_year: List,
    /// Adjectives behind a size.
    pub of_size: List,
    /// Behind “of” that opens what a number is a part of: “two of the boats”.
    pub of_whole: List,
    /// Behind “2m of”: so many millions of a whole.
    pub of_whole_millions: List,
    /// Behind “one-”: words of compounds that count nothing.
    pub one_compound: List,
    /// The conjunction of choice.
    pub or: List,
    /// Endings of ordinals in digits: “22nd”.
    pub ordinal_ending: List,
    /// In a ratio: “nine out of ten”.
    pub out: List,
    /// Behind “and over”: it goes on and bounds nothing, “and over the weekend”.
    pub over_goes_on: List,
    /// Endings of past forms.
    pub past_ending: List,
    /// Near them a pound pays.
    pub pays: List,
    /// Who has an age, beside the plurals that count people.
    pub people_of_age: List,
    /// The same as a preposition.
    pub per: List,
    /// What joins the names of the units of a rate.
    pub per_joint: &'static str,
    /// Pronouns of one person, as the subject of an age.
    pub person_subject: List,
    /// Verbs that take “up” or “down” with them: “made up 5 %”.
    pub phrasal: List,
    /// Before decimals in words: “two point five”.
    pub point: List,
    /// How the names of points begin.
    pub point_unit: &'static str,
    /// What weighs or pays.
    pub pound: List,
    /// The pound that pays.
    pub pound_money: &'static str,
    /// The pound that weighs.
    pub pound_weight: &'static str,
    /// The fraction that is a part of a year, too.
    pub quarter: List,
    /// Between the ends of a range.
    pub range_joint: List,
    /// Before what a figure is per: “$52 a barrel”.
    pub rate_article: List,
    /// The unit that is an ordinal, too.
    pub second: List,
    /// Endings in -s that are no plural’s.
    pub singular_ending: List,
    /// Units in -s that are no plurals.
    pub singular_unit: List,
    /// Verbs of one who acts: a firm by the name of a number.
    pub singular_verb: List,
    /// Units, the smaller ones that are told behind them, and how many of those make one.
    pub smaller_parts: &'static [(&'static str, &'static str, f64)],
    /// Behind a comparative.
    pub than: List,
    /// The definite article.
    pub the: List,
    /// A pronoun, where no noun is behind it: “two of those”.
    pub those: List,
    /// The bound that opens a span of time, too: “over three years”.
    pub throughout: List,
    /// The same as a word of its own.
    pub times: List,
    /// Behind “times” that compares: “three times the size”.
    pub times_compares: List,
    /// Between two ends, or before an infinitive.
    pub to: List,
    /// Units that a year may stand before without measuring: “the 2012 quarter”.
    pub unit_after_year: List,
    /// Before “hundred” and the like: of that order.
    pub vague_count: List,
    /// The preposition of ratios and years: “one in three”.
    pub within: List,
    /// Between two years: “1980 to 2012”.
    pub years_joint: List,
    /// Behind the code of a post office.
    pub zip: List,
}
