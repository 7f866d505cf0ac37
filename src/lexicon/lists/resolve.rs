//! What `resolve` asks a language for.

use crate::lexicon::list::List;

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
    /// What an outlet calls itself by: “this”.
    pub this: List,
    /// What an outlet calls itself: “this newspaper”.
    pub own_outlet: List,
    /// Posts that are documents too: “a post by the council”.
    pub post: List,
    /// “any”: none in particular.
    pub any: List,
    /// Endings of an office’s holder whose office is a body too: “ombudsman”.
    pub man_ending: List,
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
}
