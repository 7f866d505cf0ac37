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
    spoken_body: List(
        "institute institution nonprofit non-profit charity body lab laboratory center centre coalition",
    ),
    outlet_document: List("report article story investigation"),
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
    any_document: List("document paper text file publication"),
    definite: List("the The this This that That these those"),
    document_leads: List("of by from to on about into"),
    of_for: List("of for"),
    of_for_and: List("of for and"),
    role_leads: List("of for at in to"),
    plural: List("people police men women children media data"),
    surname_article: List("al el Al El"),
    personal: List(
        "administration campaign supporters aides allies presidency backers himself herself family",
    ),
    place_leads: List("from in at near to of around outside across into through"),
    they: List("they They them"),
    weak: List("may might could reportedly appeared seemed"),
    done_to: List("led run born"),
    plural_auxiliary: List("are were have do"),
    glued_article: List("al el ul bin ibn"),
    ahead: List("next coming"),
    year_leads: List("in In since Since early late"),
    day: List("yesterday today tonight tomorrow"),
    time_points: List("this This the that same"),
    time_behind: List("ago earlier later before"),
    time_span: List("over Over during During in In"),
    time_part: List("on in over during since the a this that of same earlier early late at just"),
    time_of: List("of that"),
    time_tail: List("morning afternoon evening night week month"),
    picture: List("photo photograph picture image credit"),
    name_joint: List("of for de la saint st st. and"),
    any_company: List("company firm business corporation"),
    any_body: List("company firm business corporation group organisation organization"),
    letters_body: List("agency organisation organization"),
    relative: List("who which that whom whose"),
    many: List("they them their both all"),
    thing: List("it its itself"),
    own: List("i we my our"),
    in_particular: List(
        "some many others most few several someone everyone one another those people anyone everybody \
         somebody",
    ),
    he: List("he him his himself"),
    she: List("she her hers herself"),
    definite_words: List("the this that these those both neither either"),
    indefinite_words: List("a an another one"),
    courtesy: List("Mr Mrs Ms Miss Mx Dr Prof Sir Dame Lord Lady Mme Messrs"),
    corporate: List("Inc Corp Co Ltd LLC PLC plc Company Group AG SA"),
    particle: List(
        "al bin bint da das de del della den der di do dos du el ibn la le ten ter van von y",
    ),
    agency: List(
        "agency administration authority board bureau commission department institute ministry office \
         service centers centre center survey nasa fbi cia nsa epa fda cdc irs sec faa fcc ftc",
    ),
    company: List(
        "company firm group utility retailer manufacturer maker operator airline bank insurer startup \
         start-up corporation conglomerate business producer supplier employer network platform lender \
         brand giant studio",
    ),
    public_body: List(
        "court council committee congress parliament senate house party police government university \
         college school union army navy nato un eu cabinet hospital church force",
    ),
    short_titles: List(
        "Sen senator Sens senator Gov governor Rep representative Reps representative Gen general Lt \
         lieutenant Sgt sergeant Capt captain Col colonel Prof professor Dr doctor Atty attorney",
    ),
    roles_called: List(
        "spokesman spokesperson spokeswoman spokesperson congressman lawmaker congresswoman lawmaker \
         senator lawmaker representative lawmaker representative congressman representative \
         congresswoman mp lawmaker chairman chair chairwoman chair attorney lawyer lawyer attorney \
         nominee candidate candidate nominee premier minister professor academic professor researcher \
         scientist researcher ceo executive",
    ),
    same_document: &[
        List(
            "report study review inquiry investigation survey analysis assessment audit research article paper",
        ),
        List("survey poll"),
        List("letter note email memo"),
        List("lawsuit suit complaint filing"),
        List("ruling decision opinion judgment judgement verdict"),
        List("statement release communique"),
    ],
};
