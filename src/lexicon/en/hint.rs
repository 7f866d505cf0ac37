//! English words that `hint` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::HintLists;

/// See [`HintLists`].
pub const LISTS: HintLists = HintLists {
    also_sums: List::of("add"),
    bare: List::of("source sources insider insiders"),
    certain: List::of(
        "sure certain committed behind right correct true clear focused confident convinced honest ready accurate \
         safe",
    ),
    crowd_cue: List::of("chant shout sing cheer yell"),
    bystander: List::of(
        "person man woman boy girl child caller sender driver passenger gunman attacker intruder customer user \
         suspect victim",
    ),
    befalls: List::of(
        " abducted arrest arrested arrests case cases charged convicted dead death deaths detained die died \
         displaced evacuated executed fatalities hospitalised hospitalized hurt infected injured jailed killed \
         killing missing rescued robbed sentenced shot stabbed wounded",
    ),
    events: &[
        List::of("died dead deaths killed"),
        List::of("injured wounded hurt"),
        List::of("missing"),
        List::of("arrested"),
        List::of("detained"),
        List::of("displaced"),
        List::of("evacuated"),
        List::of("homeless"),
    ],
    few: List::of("few no none neither nobody"),
    foretells: List::of("expect forecast foresee predict project estimate"),
    goes_on: List::of("this that these those such they it"),
    goes_on_phrases: &["In turn"],
    it: List::of("it"),
    kin: List::of(
        "husband wife partner spouse fiancé fiancée boyfriend girlfriend mother father mom mum dad parents \
         stepmother stepfather son daughter sons daughters children brother sister brothers sisters siblings twin \
         uncle aunt nephew niece cousin cousins grandmother grandfather grandparents grandson granddaughter widow \
         widower family relatives in-laws neighbour neighbor neighbours neighbors roommate flatmate friend friends",
    ),
    loose_document: List::of(
        "data figures numbers statistics investigation investigations inquiry probe",
    ),
    measured_time: List::of("hour minute second"),
    meted_out: List::of("prison jail custody detention probation"),
    metes_out: List::of("sue sues sued suing fine fined fines"),
    moves: List::of(
        "earlier initially initial previous previously rose risen revised updated from another other separate \
         separately more later",
    ),
    behind_time: List::of("ago later earlier before after"),
    hour: List::of("hour"),
    of_the_text: List::of("thing way reason takeaway tip lesson question example highlight"),
    occasion: List::of("time"),
    of: List::of("of"),
    place: List::of(
        "nation country city town village state province region island territory county district",
    ),
    taken_up: List::of("the these those"),
    takes_up: List::of("the those these top first last next final"),
    takes_up_count: List::of("those these other"),
    they: List::of("they"),
    top: List::of("top"),
    undated: List::of("recent latest new"),
    we: List::of("we our"),
    writer: List::of("I We we our Our My my us"),
};
