//! What texts are made of: the marks, numbers, cues and words on which the engine's rooms decide.

/// Words that stand apart, by what they are; a `_` is a space.
const WORDS: &str = "said says say told quoting citing adding saying that according_to reported reportedly \
    expected seems asked called by promised denied wrote accused estimates believes warned claimed found \
    shows announced suggested told_him said_that he_said she_said did_not_say to_say went_on_to_say allegedly \
    as_told asked_whether described_as accused_of in_the_words_of in_her_view in whether what who whom which \
    whose he she they it his her their I we you this these those one none the_latest_report recent there some both the_former such \
    the a an of on to and or but nor as while if when because not would is was has had did will may can \
    been be very also most only just about by for with at from than more_than at_least up_to out over after \
    before since until during between people mayor officials company spokesman ministry report memo statement \
    study law town port mill bank paper agency council police voters \
    Ada Roe Ada_Roe Ito Olaf Nara Mr._Roe Dr. President U.S. Reuters Tide Monday March Tuesday May Will \
    Ministry University of_Nara United_Nations Foundation and_Trade_Council Inc. Ltd. Jr. A. No. \
    yesterday last_week on_Tuesday in_2019 this_week year ago hours January_4 \
    7 12 1,234 2019 3.5 half dozen million hundred thousand two three first third percent per_cent per % $5 \
    5% 12:30 1/2 3-2 10–20 €40 £ $ a_hundred one_in_five two-thirds six-member 20-year-old kg miles degrees \
    euros cents points times fold up_5% rose fell up down ways jobs homes men women's years_old aged \
    anonymity condition_of_anonymity declined_to not_to_be_named named obtained_by seen_by posted \
    told_Reuters via email photo 's ’s s’ n't 'll ’re ... etc. e.g. i.e. iPhone al-Roe O’Hara \
    http://a.b/c www.nara.org @roe #mill running quickly broken older largest unknownword Unknown UNKNOWN \
    é 水 👩‍👩‍👧 ½ ² x-y a/b a\u{AD} \u{200B}";

/// Marks, which also stand without white space; `n` is the end of a block.
const MARKS: &str = "“ ” \" ' ‘ ’ « » „ ( ) [ ] , . ! ? … : ; — – - / & % # • * ?! !) ,” .” .\" ,\" ’s \" said \
    “Go!” “Go,” \"It_is_so,\" “We_will_not_go.” (AP)_— n";

/// All pieces, each as it stands in a text.
pub(crate) fn all() -> Vec<String> {
    let words = WORDS.split(' ').chain(MARKS.split(' '));
    words
        .filter(|w| !w.is_empty())
        .map(|word| {
            if word == "n" {
                "\n".to_owned()
            } else {
                word.replace('_', " ")
            }
        })
        .collect()
}

/// What a text may open with; the first is nothing.
pub(crate) const HEADS: [&str; 5] = [
    "",
    "The mayor said that the port would stay open in the spring. ",
    "“We will not go,” said Ada Roe, the mayor of Nara. “",
    "Ada Roe said:\n",
    "The mayor of the town has said to the crews that it is so and that the port of the town will be open to \
     all of them in the spring, and that the mill on the river is to be shut for a year ",
];
