//! English words that `resolve` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::ResolveLists;

/// See [`ResolveLists`].
pub const LISTS: ResolveLists = ResolveLists {
    name_suffix: List("Jr Sr II III IV Esq"),
    tell: List("told tells telling tell informed assured reminded warned"),
    tell_outlet: List("told tells telling tell emailed informed"),
    with: List("with to"),
    interview: List("interview interviews comments remarks statement email conversation"),
    by: List("by"),
    passed: List(
        "obtained seen reviewed viewed published cited quoted leaked released run carried reported shared verified \
         broadcast aired examined acquired posted saying",
    ),
    citing: List("citing quoting"),
    to: List("to"),
    not_one: List(
        "some any no every each all both either neither these those many several few most",
    ),
    plain_cue: List(
        "said says told tells added adds according wrote writes asked explained reported announced confirmed urged \
         tweeted testified denied claimed noted",
    ),
    that: List("that"),
    this: List("this"),
    own_outlet: List("reporter correspondent newspaper paper website"),
    post: List("post posting posts"),
    any: List("any"),
    man_ending: List("man"),
    on_duty: List(
        "relatives family investigators detectives officers deputies rescuers firefighters paramedics prosecutors",
    ),
    few: List("two three four five six seven eight nine ten"),
    people_endings: List("ers ors ists ees ians men crats folks"),
    person_endings: List("er or ist ian ee man woman"),
    people_again: List("men women boys girls pair couple duo trio two three"),
    surname_or_body: List(
        "Bank Banks Church Court Chambers House Temple Fleet Camp Branch Guard Lab Force Board Trust Post Ford \
         Boeing Dell Gates Hotel Powers Power Price Council Guild",
    ),
    medium_opens: List("in on at during via through by"),
    medium: List(
        "conference briefing interview speech email e-mail tweet post call television tv twitter facebook \
         instagram telegram x hearing rally podcast newsletter video livestream broadcast testimony remarks \
         radio phone telephone court sermon lecture debate webinar comments",
    ),
};
