//! English words that `attribution` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::AttributionLists;

/// See [`AttributionLists`].
pub const LISTS: AttributionLists = AttributionLists {
    plain_cue: List("say tell write announce"),
    clause_only: List("argue insist contend allege reason"),
    credit: List("according per"),
    per: List("per"),
    cue_of_quoted: List("compare dub"),
    explained: List("explain"),
    condition: List("if"),
    view_by_question: List("say explain question dispute doubt wonder"),
    view_by_preposition: List(
        "ask plead rail speak refer accuse admit apologize argue attest boast brag call caution complain push testify vouch warn",
    ),
    expected: List("expect"),
    asked: List("ask"),
    told: List("tell"),
    known: List("know"),
    revealed: List("reveal"),
    described: List("describe"),
    questioned: List("question"),
    called: List("call"),
    judged_alone: List("expect ask tell know reveal describe question call"),
    writer_or_reader: List("i we you"),
    heard: List("hear"),
    hearing_body: List(
        "court inquest jury tribunal inquiry panel trial hearing jurors magistrates committee",
    ),
    agent: List("by"),
    point: List("point"),
    point_out: List("out"),
    of: List("of"),
    infers: List("suggest show indicate reveal demonstrate underscore signal imply"),
    shows: List("show"),
    made: List("write maintain add continue recall read find show demonstrate mention project"),
    demonstrative: List("this that these those"),
    collective: List(
        "choir band orchestra troupe family families couple jury public audience household neighbourhood neighborhood community city town village county state country nation republic duo team squad crew ex-wife ex-husband",
    ),
    no_person: List(
        "weather number water river power paper winter summer computer letter matter order answer offer effort border corner chapter color colour floor door error factor matters numbers letters orders",
    ),
    person_endings: List(
        "er ers or ors ist ists ian ians ee ees man men woman women folk folks crats",
    ),
    nobody: List("no none nobody neither"),
    one: List("one"),
    no: List("no"),
    hidden: List("name names face"),
    named: List("named identified quoted"),
    absolute_or_agent: List("with by"),
    quoted_as: List("as"),
    judge_object: List(
        "accuse announce call cite condemn criticize demand denounce deny dispute urge praise warn slam",
    ),
    judge_preposition: List("call warn caution"),
    judge_infinitive: List("call urge vow pledge"),
    called_off: List("off"),
    indefinite: List("a an"),
    dating: List("last next late early"),
    say: List("say"),
    threaten: List("threaten"),
    quantity_of_words: List("little nothing much anything something so no yes"),
};
