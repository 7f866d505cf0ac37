//! English words that `text` asks for.

use crate::lexicon::list::{Endings, List};
use crate::lexicon::lists::{TextLists, WorkLists};

/// See [`TextLists`].
pub const LISTS: TextLists = TextLists {
    shown_by_document: List::of("show shows finds"),
    with_particle: List::of("points"),
    particle: List::of("out"),
    same_past: List::of("forecast"),
    region: List::of("state states"),
    same_participle: List::of("run come become put cut hit set let shut spread cast"),
    capital_pronoun: List::of("I"),
    that: List::of("that"),
    to: List::of("to"),
    her: List::of("her"),
    counts_pronoun: List::of("in of"),
    letters_behind_name: List::of(
        "PhD Ph.D. Ph.D MD M.D. MPH M.P.H. MBA M.B.A. JD J.D. RN R.N. DO D.O. DVM D.V.M. DDS D.D.S. DMD PharmD Pharm.D. \
         PsyD Psy.D. EdD Ed.D. ScD Sc.D. DSc DPhil DrPH DNP MSc MS M.S. MA M.A. BA B.A. BSc MSW LCSW RD RDN CPA CFA CFP \
         MBBS FRCP FRCS FACP FACS FACC FAAP FAHA FRS FBA OBE MBE CBE DBE KBE OM KC QC MP MEP MSP MLA MPP Jr Jr. Sr Sr.",
    ),
    dotted_degree: List::of("Ph Ed Sc Psy Pharm Litt Th"),
    clitic: &["s", "S", "re", "ve", "ll", "d", "m"],
    noun_before: &[(List::of("think"), List::of("tank tanks"))],
    adjective_before: &[(List::of("close"), List::of("to"))],
    said_by_number: List::of("say"),
    said_by_determiner: List::of(
        "say says believe believes think thinks argue argues predict predicts insist insists",
    ),
    side: List::of("outside inside"),
    plural: List::of("data media people men women children police"),
    noun_ending: Endings::of(&[
        "tion", "ment", "ness", "ity", "ers", "ors", "ing", "ists", "ics", "ance", "ence", "ship",
        "ed", "s",
    ]),
    s_ending: "s",
    no_s_ending: "ss",
    ing_ending: "ing",
    past_ending: "ed",
    no_past_ending: "eed",
    adverb_ending: "ly",
    ing_noun: List::of(
        "meeting hearing briefing gathering filing ruling posting wedding signing screening",
    ),
    no_adverb: List::of(
        "rally supply reply ally assembly anomaly monopoly bully belly folly gully lily butterfly homily tally jelly",
    ),
    adjective_ending: Endings::of(&[
        "ous", "ful", "ive", "ish", "ary", "ian", "ese", "est", "ern", "able", "ible", "less",
        "ical",
    ]),
    those: List::of("those Those"),
    power_unit: List::of(
        "m km cm mm dm nm µm μm ft in yd mi sq hm sqft feet foot miles metres meters kilometres kilometers",
    ),
    reference_host: List::of(
        "docs doc developer developers wiki support help manual manuals blog about engineering tech",
    ),
    reference_path: List::of(
        "docs doc documentation manual manuals reference wiki man blog engineering",
    ),
    work: WorkLists {
        lead: List::of("see also but e.g cf as in for example following after"),
        more: &["et al.", "et al", " colleagues", " others"],
        particle: List::of(
            "et al al. and of for the in on von van der den de del della di da dos du la le bin ibn al- ter ten y \
             colleagues others",
        ),
        no_name: List::of(
            "January February March April May June July August September October November December \
             Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Fig Figure Table Section Chapter Eq Spring Summer \
             Autumn Winter Since Until From In By About Circa Around Born Died Before After Between",
        ),
        place: List::of("p pp ch chap fig figs Fig sec sect vol no n para Table Figure art"),
        small_before: List::of(
            "and et al. al & colleagues others von van der den de del di da la le bin",
        ),
        stopped: List::of("al."),
        and: " and ",
        purpose: "for ",
    },
};
