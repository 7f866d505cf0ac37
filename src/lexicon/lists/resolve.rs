//! What `resolve` asks a language for.

use crate::lexicon::list::{Endings, List, Sorted};

/// See each list.
#[derive(Clone, Copy, Debug)]
pub struct ResolveLists {
    /// What may stand behind a person’s name, without its full stop: “Ada Roe Jr.”.
    pub name_suffix: List,
    /// Cues behind which stands to whom it was said: “told reporters”.
    pub tell: List,
    /// Cues behind which stands the outlet that it was said to: “emailed the Gazette”.
    pub tell_outlet: List,
    /// What leads to the outlet that somebody spoke with: “an interview with the Gazette”.
    pub with: List,
    /// What is given to an outlet: “an interview”.
    pub interview: List,
    /// What leads to who passed something on: “obtained by”.
    pub by: List,
    /// How words are passed on: “obtained by”.
    pub passed: List,
    /// “quoted”: who hands on another’s words, before whose they are.
    pub quotes: List,
    /// What leads to whom the source has it from: “citing”.
    pub citing: List,
    /// What leads to whom it was said: “said to reporters”.
    pub to: List,
    /// Determiners that point at no one person: “some official”.
    pub not_one: List,
    /// Cues that say no more than that somebody said it: “said”.
    pub plain_cue: List,
    /// What opens a clause that is said: “that”.
    pub that: List,
    /// What the body that spoke last may be called where its name tells no more: “the institute”.
    pub spoken_body: List,
    /// What an outlet’s own text may be called: “the report”.
    pub outlet_document: List,
    /// What an outlet calls itself by: “this”.
    pub this: List,
    /// What an outlet calls itself: “this newspaper”.
    pub own_outlet: List,
    /// Posts that are documents too: “a post by the council”.
    pub post: List,
    /// “any”: none in particular.
    pub any: List,
    /// What is a document where it speaks, and much else elsewhere: “the sign”.
    pub speaking_document: List,
    /// What is a body where it speaks: “the city”.
    pub speaking_body: List,
    /// Surnames that are nothing else.
    pub surnames: Sorted,
    /// Surnames by which the news names a woman.
    pub surnames_she: Sorted,
    /// What stands between a name and its verb in a heading: “Roe Finally Left”.
    pub heading_adverb: List,
    /// How the name of a clan begins, which is a surname: “McRoe”.
    pub clan_prefix: &'static str,
    /// How surnames end that are nothing else: “Ramirez”, “Petrenko”.
    pub surname_endings: Endings,
    /// Firms and schools that are called as a person is: “McKinsey”.
    pub surname_or_firm: List,
    /// Whom only a person has: “Roe’s wife”.
    pub kin: List,
    /// What somebody is to another alone: “his opponent, Roe”.
    pub relation: List,
    /// How words are said by people alone, and what people alone do: “Roe joked”, “Roe married”.
    pub manner: List,
    /// What leads to what somebody is: “works as a driver”.
    pub as_what: List,
    /// What leads to somebody’s name: “a driver named Roe”.
    pub called: List,
    /// How it is told who somebody without a name is: “police identified him as Roe”.
    pub identified: List,
    /// People who are one by their word: “her family”.
    pub together: List,
    /// Endings of words for things: “passage”.
    pub thing_endings: List,
    /// What sets a document off from others of its kind: “the new study”.
    pub fresh: List,
    /// Shares of a whole that are no number: “majorities”.
    pub shares: List,
    /// People who speak of what is theirs to deal with, even without an article: “detectives”.
    pub on_duty: List,
    /// Numbers of people who are few: “two”.
    pub few: List,
    /// Endings of words for several people: “policymakers”.
    pub people_endings: List,
    /// Endings of words for one: “speechwriter”.
    pub person_endings: List,
    /// Plurals that take up several who spoke before: “the men”.
    pub people_again: List,
    /// Words that a body’s name may end in and a person’s too: “Jane Bank”.
    pub surname_or_body: List,
    /// What leads to where it was said: “in a letter”.
    pub medium_opens: List,
    /// Where something is said that is no document: “at a news conference”.
    pub medium: List,
    /// What any document may be called: “the paper”.
    pub any_document: List,
    /// Words that point at what is known: “the”; with and without a capital.
    pub definite: List,
    /// What joins an office with what it is of: “Director of”.
    pub of_for: List,
    /// What counts one of many: “one Republican said”.
    pub one_or_another: List,
    /// Verbs of one, and of no team: “who has left”.
    pub singular: List,
    /// What stands behind a name before the body or place that its bearer belongs to: “Ada Roe of Nara”.
    pub belongs: List,
    /// Plurals that do not end as such.
    pub plural: List,
    /// States as they are written behind a town, without the full stop: “Carthage, Ill.”.
    pub short_place: List,
    /// Given names that places bear too: “Virginia Roe”.
    pub given_place: List,
    /// Articles that a surname may leave out: “al-Roe”.
    pub surname_article: List,
    /// What follows persons alone: “the Roe campaign”.
    pub personal: List,
    /// What leads to a place: “from”.
    pub place_leads: List,
    /// “they”, in all its forms that speak.
    pub they: List,
    /// What weakens a cue: “may have said”.
    pub weak: List,
    /// Participles in a hyphened word about a name that do not end in -ed: “Ostia-born”.
    pub done_to: List,
    /// Verbs of many, at the start of a verb group.
    pub plural_auxiliary: List,
    /// Auxiliaries of one: “Roe, who has”.
    pub singular_auxiliary: List,
    /// How a person speaks of themselves: “I”.
    pub speaker: List,
    /// What a name may be glued to: “al-Daro”.
    pub glued_article: List,
    /// How a sentence opens that tells a question before its answer: “Asked whether …, he said”.
    pub asked: List,
    /// Verbs of asking somebody: “asked Roe whether”.
    pub asks: List,
    /// What makes a time one to come: “next week”.
    pub ahead: List,
    /// What tells between which times something goes on: “from May to June”.
    pub lasting: List,
    /// What joins clauses of one time: “while”.
    pub meanwhile: List,
    /// What parts the times of two clauses: “after”.
    pub before_after: List,
    /// What a source does that says something: “, speaking on Monday”.
    pub speaking: List,
    /// What leads to a year: “in 2019”.
    pub year_leads: List,
    /// Days that need no other word.
    pub day: List,
    /// What makes a word of time a time: “this morning”.
    pub time_points: List,
    /// What stands behind a time: “two days ago”.
    pub time_behind: List,
    /// What leads to a stretch of time: “over the weekend”.
    pub time_span: List,
    /// What may stand before the heart of a time: “early on”.
    pub time_part: List,
    /// What leads to a month that is no time of the cue: “of May”.
    pub time_of: List,
    /// What may stand behind a day: “Monday morning”.
    pub time_tail: List,
    /// What a picture’s credit opens with.
    pub picture: List,
    /// What may stand before a name and be part of it: “Church of Ada Roe”.
    pub name_joint: List,
    /// What any business may be called, whatever it does; “the airline” and “the group” are not any.
    pub any_company: List,
    /// What any body of its own may be called.
    pub any_body: List,
    /// What a body may be called of which the text gives but letters.
    pub letters_body: List,
    /// Relative pronouns.
    pub relative: List,
    /// The one of them that stands for no person.
    pub which: List,
    /// Pronouns of many.
    pub many: List,
    /// Pronouns of a thing or body.
    pub thing: List,
    /// Pronouns of the writer.
    pub own: List,
    /// Pronouns of nobody in particular.
    pub in_particular: List,
    /// Pronouns of a man.
    pub he: List,
    /// Pronouns of a woman.
    pub she: List,
    /// Determiners of what is known.
    pub definite_words: List,
    /// Determiners of what is new.
    pub indefinite_words: List,
    /// Titles that tell no role, without their full stop.
    pub courtesy: List,
    /// What a firm’s name may leave out, without its full stop.
    pub corporate: List,
    /// Words that join the parts of a name and have no capital: “van”.
    pub particle: List,
    /// Public bodies that may be called “the agency”.
    pub agency: List,
    /// What a business may be called.
    pub company: List,
    /// Bodies that are no companies.
    pub public_body: List,
    /// Titles that are written short, each before its long form.
    pub short_titles: List,
    /// What an outlet may be called behind its name: “Tass news agency”.
    pub called_outlet: List,
    /// What makes a role another one: “vice president”.
    pub lesser: List,
    /// What says that an office is held no longer, or not yet: “former”.
    pub no_longer: List,
    /// The last words of firms’ names, which no person bears.
    pub firm_ending: List,
    /// The first words of firms’ names, which are no given names.
    pub firm_opening: List,
    /// What leads from a person to the outlet that he writes for: “of the Gazette”.
    pub outlet_leads: List,
    /// Those who write for an outlet.
    pub reporter: List,
    /// Words for numbers and for people alike.
    pub figures: List,
    /// What tells that “figures” are people.
    pub people_kinds: List,
    /// The relative pronouns of people.
    pub who: List,
    /// Those without a name who speak for a body.
    pub speaks_for: List,
    /// What leads from them to the body: “a spokesman for the company”.
    pub speaks_leads: List,
    /// What an outlet and a scholar’s work are called alike.
    pub paper: List,
    /// What a scholar’s work is called besides.
    pub study: List,
    /// What firms are called, each before a word of their names that tells it.
    pub trades: List,
    /// Roles, each before what its holder is called too.
    pub roles_called: List,
    /// Words that the same document goes by, group by group: “report”, then “study”.
    pub same_document: &'static [List],
    /// “of”.
    pub of: List,
    /// What a body named in full before is called by: “the College”.
    pub short_body: List,
    /// Who are two: “the pair”.
    pub two_people: List,
    /// How who works for an outlet passes on what it found: “reports”.
    pub reports: List,
    /// Whose leave a picture is shown by: “courtesy of Nara Images”.
    pub courtesy_of: List,
    /// “two”.
    pub two: List,
    /// How a forum tells whose words follow: “Roe wrote:”.
    pub wrote: List,
    /// What leads to where words are put: “on X”.
    pub on: List,
    /// “and”.
    pub and: List,
    /// “or”.
    pub or: List,
    /// “than”: “more than half of the growers”.
    pub than: List,
    /// “both”.
    pub both: List,
    /// “one”, which counts as an indefinite article does.
    pub one: List,
    /// “whose”.
    pub whose: List,
    /// What a picture or a report came through: “Ada Roe via Nara Images”.
    pub via: List,
    /// Words for a hundredth, which part a group as numbers do: “40 percent of growers”.
    pub percent: List,
    /// A day that is still to come.
    pub tomorrow: List,
    /// A time that is a part of anything, too: “over a quarter”.
    pub quarter: List,
    /// The article of newspapers’ names, with its capital.
    pub masthead_article: &'static str,
    /// The article as it stands in the keys of known names.
    pub article_key: &'static str,
    /// How a description of an age ends: “the 37-year-old”.
    pub aged_ending: &'static str,
    /// Tells, before "by", who gave a document out.
    pub given_out: List,
    /// Opens what has been said up to now.
    pub perfect: List,
    /// Tells from when on something has been so.
    pub ever_since: List,
    /// Leads to whom a call goes out: "called on the council to wait".
    pub called_on: List,
    /// Outlets that are printed.
    pub printed: List,
    /// What a body gives out when it announces something.
    pub announcements: List,
    /// What a person who is spoken of is called, whether or not the text has told so.
    pub epithets: List,
    /// Roles of those who speak for or about somebody, and are called by no such epithet.
    pub aides: List,
    /// How names of teams end: “Steelers”.
    pub team_ending: &'static str,
    /// The ending of a participle behind a name: “Nara-based”.
    pub participle_ending: &'static str,
    /// How singulars end that look like plurals.
    pub no_plural_ending: Endings,
    /// Who prosecutes, without a name.
    pub prosecutors: List,
    /// Their offices: how a word of the name begins, and how the name ends.
    pub prosecuting_office: &'static [(&'static str, &'static str)],
    /// The word for a public body that others take up by: “the agency”.
    pub any_agency: List,
}
