//! English words that `hint` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::HintLists;

/// See [`HintLists`].
pub const LISTS: HintLists = HintLists {
    also_sums: List("add"),
    bare: List("source sources insider insiders"),
    certain: List(
        "sure certain committed behind right correct true clear focused confident convinced honest ready accurate \
         safe",
    ),
    crowd_cue: List("chant shout sing cheer yell"),
    bystander: List(
        "person man woman boy girl child caller sender driver passenger gunman attacker intruder customer user \
         suspect victim",
    ),
    befalls: List(
        "died dead death deaths die killed killing injured wounded hurt missing arrest arrests arrested detained \
         displaced evacuated hospitalised hospitalized shot charged convicted rescued sentenced jailed executed \
         infected robbed stabbed abducted case cases fatalities",
    ),
    events: &[
        List("died dead deaths killed"),
        List("injured wounded hurt"),
        List("missing"),
        List("arrested"),
        List("detained"),
        List("displaced"),
        List("evacuated"),
        List("homeless"),
    ],
    few: List("few no none neither nobody"),
    foretells: List("expect forecast foresee predict project estimate"),
    goes_on: List("this that these those such they it"),
    goes_on_phrases: &["In turn"],
    it: List("it"),
    kin: List(
        "husband wife partner spouse fiancé fiancée boyfriend girlfriend mother father mom mum dad parents \
         stepmother stepfather son daughter sons daughters children brother sister brothers sisters siblings twin \
         uncle aunt nephew niece cousin cousins grandmother grandfather grandparents grandson granddaughter widow \
         widower family relatives in-laws neighbour neighbor neighbours neighbors roommate flatmate friend friends",
    ),
    loose_document: List(
        "data figures numbers statistics investigation investigations inquiry probe",
    ),
    measured_time: List("hour minute second"),
    meted_out: List("prison jail custody detention probation"),
    metes_out: List("sue sues sued suing fine fined fines"),
    moves: List(
        "earlier initially initial previous previously rose risen revised updated from another other separate \
         separately more later",
    ),
    behind_time: List("ago later earlier before after"),
    hour: List("hour"),
    of_the_text: List("thing way reason takeaway tip lesson question example highlight"),
    occasion: List("time"),
    of: List("of"),
    place: List(
        "nation country city town village state province region island territory county district",
    ),
    taken_up: List("the these those"),
    takes_up: List("the those these top first last next final"),
    takes_up_count: List("those these other"),
    they: List("they"),
    top: List("top"),
    undated: List("recent latest new"),
    we: List("we our"),
    writer: List("I We we our Our My my us"),
};
