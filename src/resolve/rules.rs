//! The rules by which it is told who a name, a pronoun or a description stands for.

use super::candidate::WhoRule;
use crate::rule::Rule;

/// A name that says all.
pub(super) static FULL_NAME: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "full-name",
        yes: examples!["Ada Roe said the road was shut."],
        no: examples!["The road was shut, he said."],
    },
};

/// A name that stands in full elsewhere: a surname, an acronym.
pub(super) static SHORT_NAME: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "short-name",
        yes: examples![
            "Ada Roe came at noon. Roe said the road was shut.",
            "The National Water Council met. The NWC said the road was shut.",
        ],
        no: examples!["Ada Roe came with Bea Roe. Roe said the road was shut."],
    },
};

/// A name that could be that of several.
pub(super) static NAME_OF_SEVERAL: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "name-of-several",
        yes: examples!["Ada Roe came with Bea Roe. Roe said the road was shut."],
        no: examples!["Ada Roe came at noon. Roe said the road was shut."],
    },
};

/// Names joined by "and".
pub(super) static NAMES: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "several-names",
        yes: examples!["Ada Roe and Ivo Tarr said the road was shut."],
        no: examples!["Ada Roe, Nara, said the road was shut."],
    },
};

/// An account.
pub(super) static ACCOUNT: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "account",
        yes: examples!["@nararoads said the road was shut."],
        no: examples!["Ada Roe said the road was shut."],
    },
};

/// "some", "many": nobody in particular.
pub(super) static NOBODY_IN_PARTICULAR: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "nobody-in-particular",
        yes: examples!["Everyone said the road was shut."],
        no: examples!["They said the road was shut."],
    },
};

/// "is believed", "reportedly": nobody said it.
pub(super) static NOBODY: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "nobody",
        yes: examples!["The road was reportedly shut."],
        no: examples!["Ada Roe said the road was shut."],
    },
};

/// "the mayor, who": the words before the relative pronoun.
pub(super) static RELATIVE: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "relative-pronoun",
        yes: examples!["The road belongs to Ada Roe, who said it was shut."],
        no: examples!["Ada Roe said the road was shut."],
    },
};

/// A pronoun for which nobody, or more than one, is left.
pub(super) static OPEN_PRONOUN: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "pronoun-open",
        yes: examples!["The road was shut, he said."],
        no: examples!["Ada Roe came at noon. The road was shut, she said."],
    },
};

/// The one person whose role the description names.
pub(super) static ROLE_HOLDER: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "role",
        yes: examples!["Governor Ada Roe came at noon. The governor said the road was shut."],
        no: examples![
            "Governor Ada Roe met Governor Bea Ono. The governor said the road was shut."
        ],
    },
};

/// "the paper": the outlet that was named last.
pub(super) static LAST_OUTLET: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "outlet-last-named",
        yes: examples!["The road is shut, The Guardian said. The newspaper said it would stay so."],
        no: examples!["The newspaper said the road was shut."],
    },
};

/// The one body that goes by the description's head.
pub(super) static BODY_BY_HEAD: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "body",
        yes: examples!["The Nara Roads Agency shut the road. The agency said it was wet."],
        no: examples!["The agency said the road was wet."],
    },
};

/// "the memo": the document of which the text spoke before.
pub(super) static DOCUMENT_AGAIN: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "document",
        yes: examples![
            "A leaked Nara council memo says the road is shut. The memo said it was wet."
        ],
        no: examples!["The memo said the road was wet."],
    },
};

/// "the report": that of the one outlet which has told what it found.
pub(super) static OUTLET_REPORT: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "report-of-outlet",
        yes: examples!["The road is shut, The Guardian found. The report said it was wet."],
        no: examples!["The report said the road was wet."],
    },
};

/// "Hale et al. (2021)": the work of these authors.
pub(super) static WORK: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "work-of-authors",
        yes: examples![
            "Hale et al. (2021) found that the road was shut.\n\n# References\n\n• Hale, A., Roe, B. & Ito, C. (2021). Roads of Nara. Nara Press."
        ],
        no: examples!["Hale and others found that the road was shut."],
    },
};

/// "the release": of the body that has just announced something.
pub(super) static ANNOUNCEMENT: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "announcement-of-body",
        yes: examples![
            "The Nara Roads Agency announced the road was shut. The release said it was wet."
        ],
        no: examples!["Ada Roe said the road was shut. The release said it was wet."],
    },
};

/// "a company spokesman": of the body that was named before.
pub(super) static SPEAKS_FOR: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "speaks-for-body",
        yes: examples!["The Nara Roads Agency shut the road. An agency spokesman said it was wet."],
        no: examples!["An agency spokesman said the road was wet."],
    },
};

/// "the 37-year-old", "the Republican": the person spoken of.
pub(super) static BY_TRAIT: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "person-by-trait",
        yes: examples![
            "Ada Roe shut the road. The 37-year-old said it was wet.",
            "Ada Roe shut the road. The Republican said it was wet.",
        ],
        no: examples![
            "The road was shut. The 37-year-old said it was wet.",
            "Ada Roe and Ivo Tarr shut the road. The Republican said it was wet.",
        ],
    },
};

/// "the businessman": the one who is speaking.
pub(super) static EPITHET: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "epithet",
        yes: examples!["Ivo Tarr said the road was shut. The businessman said it was wet."],
        no: examples![
            "Ivo Tarr said the road was shut. Bea Ono left. The businessman said it was wet."
        ],
    },
};

/// "prosecutors": the one prosecuting office that has spoken.
pub(super) static PROSECUTORS: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "prosecutors-of-office",
        yes: examples![
            "The Nara Attorney’s Office said the road was shut. Prosecutors said it was wet."
        ],
        no: examples!["Prosecutors said the road was wet."],
    },
};

/// "the source", "the officials": those who spoke before.
pub(super) static SAME_HEAD: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "same-noun",
        yes: examples!["Two officials said the road was shut. The officials said it was wet."],
        no: examples!["The officials said the road was wet."],
    },
};

/// "the logger": somebody whom the text introduced without a name.
pub(super) static INTRODUCED: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "introduced-unnamed",
        yes: examples!["A young logger came at noon. The logger said the road was shut."],
        no: examples![
            "A young logger, Ada Roe, came at noon. The logger said the road was shut.",
            "The logger said the road was wet.",
        ],
    },
};

/// "the men": the several who spoke before.
pub(super) static SAME_PEOPLE: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "same-people",
        yes: examples!["Two loggers said the road was shut. The men said it was wet."],
        no: examples!["The men said the road was wet."],
    },
};

/// "his lawyer": told by whose it is.
pub(super) static OWNED: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "owned",
        yes: examples!["Ivo Tarr shut the road. His lawyer said it was wet."],
        no: examples!["His lawyer said the road was wet."],
    },
};

/// A description that stands for itself.
pub(super) static DESCRIBED: WhoRule = WhoRule {
    sure: true,
    rule: Rule {
        name: "described",
        yes: examples!["A road official said the road was wet."],
        no: examples!["Ada Roe said the road was wet."],
    },
};

/// A description of somebody whom the text has not told.
pub(super) static OPEN_DESCRIPTION: WhoRule = WhoRule {
    sure: false,
    rule: Rule {
        name: "description-open",
        yes: examples!["The candidate said the road was wet."],
        no: examples!["Ada Roe said the road was wet."],
    },
};

/// The rules of who is meant.
pub static RULES: &[&Rule] = &[
    &NOBODY.rule,
    &FULL_NAME.rule,
    &SHORT_NAME.rule,
    &NAME_OF_SEVERAL.rule,
    &NAMES.rule,
    &ACCOUNT.rule,
    &NOBODY_IN_PARTICULAR.rule,
    &RELATIVE.rule,
    &OPEN_PRONOUN.rule,
    &ROLE_HOLDER.rule,
    &LAST_OUTLET.rule,
    &BODY_BY_HEAD.rule,
    &DOCUMENT_AGAIN.rule,
    &OUTLET_REPORT.rule,
    &ANNOUNCEMENT.rule,
    &WORK.rule,
    &SPEAKS_FOR.rule,
    &BY_TRAIT.rule,
    &EPITHET.rule,
    &PROSECUTORS.rule,
    &SAME_HEAD.rule,
    &INTRODUCED.rule,
    &SAME_PEOPLE.rule,
    &OWNED.rule,
    &DESCRIBED.rule,
    &OPEN_DESCRIPTION.rule,
];
