//! English words that `resolve` asks for.

use crate::lexicon::list::{Endings, List};
use crate::lexicon::lists::ResolveLists;

/// See [`ResolveLists`].
pub const LISTS: ResolveLists = ResolveLists {
    name_suffix: List::of("Jr Sr II III IV Esq"),
    tell: List::of("told tells telling tell informed assured reminded warned"),
    tell_outlet: List::of("told tells telling tell emailed informed"),
    with: List::of("with to"),
    interview: List::of("interview interviews comments remarks statement email conversation"),
    by: List::of("by"),
    passed: List::of(
        "obtained seen reviewed viewed published cited quoted leaked released run carried reported shared verified \
         broadcast aired examined acquired posted saying",
    ),
    quotes: List::of("quoted quotes cited cites"),
    citing: List::of("citing quoting"),
    to: List::of("to"),
    not_one: List::of(
        "some any no every each all both either neither these those many several few most",
    ),
    plain_cue: List::of(
        "said says told tells added adds according wrote writes asked explained reported announced confirmed urged \
         tweeted testified denied claimed noted",
    ),
    that: List::of("that"),
    spoken_body: List::of(
        "institute institution nonprofit non-profit charity body lab laboratory center centre coalition",
    ),
    outlet_document: List::of("report article story investigation"),
    this: List::of("this"),
    own_outlet: List::of("reporter correspondent newspaper paper website"),
    post: List::of("post posting posts"),
    any: List::of("any"),
    speaking_document: List::of(
        " abstract almanac audio autobiography ballot billboard blog blurb calculations catalog catalogue clip \
         commentary correspondence declaration decree dictionary dispatch dissertation edict encyclopaedia \
         encyclopedia entry epilogue excerpts extract extracts fact-check film footnote foreword glossary \
         graphic graphics handout inscription itinerary label monograph movie notification novel op-ed pages \
         paragraph passage passages placard playbook poem postcard posts preamble preface primer readout reply \
         response schedule screenplay scripture sentence shirt sign signage signs slide slides sticker summons \
         t-shirt tablet tally tests textbook tome toolkit tract trial trials volume warning wording writings",
    ),
    speaking_body: List::of(
        " automaker bloc brewery carmaker cartel chipmaker city country drugmaker factory gallery gang industry \
         kingdom market nation paramilitary province region republic restaurant retailer sect state states \
         task-force town township tribe village",
    ),
    surnames: super::surnames::SURNAMES,
    surnames_she: super::surnames::WOMEN,
    heading_adverb: List::of("just finally still already"),
    clan_prefix: "Mc",
    surname_endings: Endings::of(&[
        "ez", "sson", "dottir", "wski", "nski", "zynski", "vsky", "enko", "poulos", "wicz",
        "shvili", "akis", "escu", "stein",
    ]),
    surname_or_firm: List::of(
        "McDonald McDonnell McKinsey McKesson McLaren McAfee McClatchy McGraw McGill McMaster McAllen McKinney McLean",
    ),
    kin: List::of(
        "wife husband mother father son daughter brother sister widow widower girlfriend boyfriend mom mum dad \
         parents children fiancé fiancée uncle aunt nephew niece cousin childhood funeral biographer",
    ),
    relation: List::of("opponent rival friend colleague counterpart successor predecessor"),
    manner: List::of(
        "married remarried joked quipped laughed smiled shrugged sighed whispered muttered murmured mused shouted yelled sobbed \
         recalled chuckled grinned",
    ),
    as_what: List::of("as like"),
    called: List::of("named called identified surnamed nicknamed known"),
    identified: List::of("identified named"),
    together: List::of("family families couple audience crowd crew"),
    thing_endings: List::of(
        "tion sion ment ness ity ism ing age ance ence ure graph gram ware book sheet line page thing way side word \
         form file list set show port point power name trend retort array back work date tax act law ray map art \
         case week month year day night hour time cy sis ogy phy try ery ory tude hood ship dom ful ble pitch group lot bit cent half third quarter fifth majority minority number few call vote \
         deal sale plan claim look move aim hope view",
    ),
    fresh: List::of("new latest current recent"),
    shares: List::of(
        "majorities majority minority half plurality proportion portion share percentage third quarter",
    ),
    on_duty: List::of(
        "relatives family investigators detectives officers deputies rescuers firefighters paramedics prosecutors",
    ),
    few: List::of("two three four five six seven eight nine ten"),
    people_endings: List::of("ers ors ists ees ians men crats folks"),
    person_endings: List::of("er or ist ian ee man woman"),
    people_again: List::of("men women boys girls pair couple duo trio two three"),
    surname_or_body: List::of(
        "Bank Banks Church Court Chambers House Temple Fleet Camp Branch Guard Lab Force Board Trust Post Ford \
         Boeing Dell Gates Hotel Powers Power Price Council Guild",
    ),
    medium_opens: List::of("in on at during via through by"),
    medium: List::of(
        " briefing broadcast call comments conference court debate e-mail email facebook hearing instagram \
         interview lecture livestream newsletter phone podcast post radio rally remarks sermon speech telegram \
         telephone television testimony tv tweet twitter video webinar x",
    ),
    any_document: List::of("document paper text file publication"),
    definite: List::of("the The this This that That these those"),
    of_for: List::of("of for"),
    one_or_another: List::of("one another"),
    singular: List::of(
        "is was has does leads runs heads works lives teaches serves chairs owns represents follows studies plays writes",
    ),
    belongs: List::of("of from at with in"),
    plural: List::of("people police men women children media data"),
    short_place: List::of(
        "Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont N.C N.D N.H N.J N.M \
         N.Y Neb Nev Okla Ore Pa Penn R.I S.C S.D Tenn Tex Va Vt W.Va Wash Wis Wyo",
    ),
    given_place: List::of(
        "Adelaide Austin Carolina Chad Chelsea Dakota Devon Florence Georgia Israel Jordan Kent Madison Milan \
         Paris Savannah Sydney Troy Virginia",
    ),
    surname_article: List::of("al el Al El"),
    personal: List::of(
        "administration campaign supporters aides allies presidency backers himself herself family",
    ),
    place_leads: List::of("from in at near to of around outside across into through"),
    they: List::of("they They them"),
    weak: List::of("may might could reportedly appeared seemed"),
    done_to: List::of("led run born"),
    plural_auxiliary: List::of("are were have do"),
    singular_auxiliary: List::of("is was has does"),
    speaker: List::of("I"),
    glued_article: List::of("al el ul bin ibn"),
    ahead: List::of("next coming"),
    asked: List::of("asked pressed"),
    asks: List::of("asked asks ask pressed questioned interviewed"),
    lasting: List::of("from between to through until till"),
    meanwhile: List::of("when while as where"),
    before_after: List::of("before after since until once because"),
    speaking: List::of("speaking talking writing appearing testifying posting"),
    year_leads: List::of("in In since Since early late"),
    day: List::of("yesterday today tonight tomorrow"),
    time_points: List::of("this This the that same"),
    time_behind: List::of("ago earlier later before"),
    time_span: List::of("over Over during During in In"),
    time_part: List::of(
        "on in over during since the a this that of same earlier early late at just",
    ),
    time_of: List::of("of that"),
    time_tail: List::of("morning afternoon evening night week month"),
    picture: List::of("photo photograph picture image credit"),
    courtesy_of: List::of("courtesy"),
    name_joint: List::of("of for de la saint st st. and"),
    any_company: List::of("company firm business corporation"),
    any_body: List::of("company firm business corporation group organisation organization"),
    letters_body: List::of("agency organisation organization"),
    relative: List::of("who which that whom whose"),
    which: List::of("which"),
    many: List::of("they them their both all"),
    thing: List::of("it its itself"),
    own: List::of("i we my our"),
    in_particular: List::of(
        "some many others most few several someone everyone one another those people anyone everybody \
         somebody",
    ),
    he: List::of("he him his himself"),
    she: List::of("she her hers herself"),
    definite_words: List::of("the this that these those both neither either"),
    indefinite_words: List::of("a an another one"),
    courtesy: List::of("Mr Mrs Ms Miss Mx Dr Prof Sir Dame Lord Lady Mme Messrs"),
    corporate: List::of("Inc Corp Co Ltd LLC PLC plc Company Group AG SA"),
    particle: List::of(
        "al bin bint da das de del della den der di do dos du el ibn la le ten ter van von y",
    ),
    agency: List::of(
        "agency administration authority board bureau commission department institute ministry office \
         service centers centre center survey nasa fbi cia nsa epa fda cdc irs sec faa fcc ftc",
    ),
    company: List::of(
        " airline bank brand business company conglomerate corporation employer firm giant group insurer lender \
         maker manufacturer network operator platform producer retailer start-up startup studio supplier \
         utility",
    ),
    public_body: List::of(
        "court council committee congress parliament senate house party police government university \
         college school union army navy nato un eu cabinet hospital church force",
    ),
    short_titles: List::of(
        "Sen senator Sens senator Gov governor Rep representative Reps representative Gen general Lt \
         lieutenant Sgt sergeant Capt captain Col colonel Prof professor Dr doctor Atty attorney",
    ),
    called_outlet: List::of("agency service website site"),
    no_longer: List::of("former ex retired outgoing incoming acting interim then"),
    lesser: List::of("vice deputy assistant associate former ex late junior under then"),
    firm_ending: List::of(
        " Advisors Aerospace Air Airlines Analytics Apparel Aviation Bakery Bancorp Beauty Biosciences Biotech \
         Brands Brewery Brewing Burger Burgers Casinos Chemicals Cloud Coffee Consulting Cosmetics Cruises Data \
         Diagnostics Digital Entertainment Equity Exchange Express Farms Finance Fitness Foods Freight Games \
         Gaming Gas Grill Health Healthcare Holdings Homes Hotels Investments Kitchen Labs Logistics Markets \
         Materials Media Metals Mills Minerals Mining Mobile Movers Moving Mutual Networks Oil Online Payments \
         Petroleum Pharma Pictures Pipelines Pizza Power Properties Rail Railways Realty Recycling Research \
         Resorts Robotics Savings Semiconductors Shipping Software Solar Storage Studios Tech Telecom \
         Therapeutics Trucking Utilities Waste Water Wireless",
    ),
    firm_opening: List::of(
        " Advanced American Applied Atlantic Best Big Black Blue Bright Burger Central Clean Clear Coffee \
         Common Digital Direct Dollar Early Eastern Easy Electric European Express Fast First Fresh General \
         Global Golden Good Grand Great Green Happy Health Home International Metro Modern National Next \
         Northern Nuclear Open Pacific Pizza Prime Public Pure Quick Rapid Red Royal Silver Smart Solar \
         Southern Standard Super Total United Universal Urban Western White Whole World",
    ),
    outlet_leads: List::of("of for with from at"),
    reporter: List::of(
        "reporter correspondent journalist writer columnist editor anchor presenter host photographer producer",
    ),
    figures: List::of("figures"),
    people_kinds: List::of(
        "opposition senior leading prominent top key political public religious",
    ),
    who: List::of("who whom"),
    speaks_for: List::of(
        "spokesman spokeswoman spokesperson spokespeople spokesmen official officials representative representatives executive executives",
    ),
    speaks_leads: List::of("for at of with from"),
    paper: List::of("paper"),
    study: List::of("study research analysis preprint paper"),
    trades: List::of(
        "airline Air airline Airlines airline Airways airline Jet carrier Airlines carrier Airways carrier Air carrier Wireless carrier Mobile utility Electric utility Power utility Energy utility Gas utility Water utility Edison bank Bancorp bank Banco lender Bank lender Bancorp insurer Insurance insurer Assurance insurer Mutual automaker Motors automaker Motor carmaker Motors carmaker Motor drugmaker Pharma drugmaker Pharmaceuticals drugmaker Therapeutics retailer Stores retailer Markets retailer Foods grocer Foods grocer Markets railway Rail railway Railways railroad Railroad brewer Brewing brewer Brewery studio Pictures studio Studios studio Entertainment miner Mining miner Minerals miner Metals broadcaster Broadcasting broadcaster Television publisher Press publisher Publishing hotelier Hotels operator Ferries operator Rail \
         bureau FBI commission FTC commission SEC commission FCC commission FEC department DOJ \
         department DHS department HUD board NLRB board NTSB alliance NATO bloc EU bank Fed bank ECB bank RBI bank \
         Reserve force Police force Constabulary league NFL league NBA league MLB league NHL league MLS platform \
         Facebook platform TikTok platform YouTube platform Instagram platform Twitter platform Reddit",
    ),
    roles_called: List::of(
        "spokesman spokesperson spokeswoman spokesperson congressman lawmaker congresswoman lawmaker \
         senator lawmaker representative lawmaker representative congressman representative \
         congresswoman mp lawmaker chairman chair chairwoman chair attorney lawyer lawyer attorney \
         nominee candidate candidate nominee premier minister professor academic professor researcher \
         scientist researcher ceo executive",
    ),
    same_document: &[
        List::of(
            "report study review inquiry investigation survey analysis assessment audit research article paper",
        ),
        List::of("survey poll"),
        List::of("letter note email memo"),
        List::of("lawsuit suit complaint filing"),
        List::of("ruling decision opinion judgment judgement verdict"),
        List::of("statement release communique"),
    ],
    of: List::of("of"),
    short_body: List::of(
        "College Institute Institution Foundation Society Association Federation Academy Trust Commission \
         Committee Council Ministry Department Agency Authority Bureau Centre Center Hospital University Museum \
         Alliance Coalition League Observatory Institution",
    ),
    two_people: List::of("pair couple duo two"),
    reports: List::of(
        "reports reported reporting report according per writes wrote finds found notes noted explains explained",
    ),
    two: List::of("two Two"),
    wrote: List::of("wrote"),
    on: List::of("on"),
    and: List::of("and"),
    or: List::of("or"),
    than: List::of("than"),
    both: List::of("both"),
    one: List::of("one"),
    whose: List::of("whose"),
    via: List::of("via"),
    percent: List::of("percent"),
    tomorrow: List::of("tomorrow"),
    quarter: List::of("quarter"),
    masthead_article: "The",
    article_key: "the",
    aged_ending: "year-old",
    given_out: List::of(
        "conducted commissioned issued released published compiled prepared produced written sponsored",
    ),
    perfect: List::of("has have"),
    ever_since: List::of("since"),
    called_on: List::of("on"),
    printed: List::of("newspaper paper daily tabloid broadsheet"),
    announcements: List::of("release statement announcement"),
    epithets: List::of(
        "businessman businesswoman billionaire millionaire mogul magnate tycoon candidate hopeful contender \
         front-runner frontrunner nominee newcomer outsider politician lawmaker legislator congressman \
         congresswoman republican democrat conservative liberal socialist native veteran firebrand star \
         celebrity entertainer entrepreneur retiree",
    ),
    aides: List::of(
        "manager strategist adviser advisor aide director chairman chairwoman chair analyst professor pollster \
         reporter editor correspondent lawyer attorney host",
    ),
    team_ending: "ers",
    participle_ending: "ed",
    no_plural_ending: Endings::of(&["ss", "us", "is"]),
    prosecutors: List::of("prosecutors"),
    prosecuting_office: &[("Prosecution", ""), ("Attorney", "Office")],
    any_agency: List::of("agency"),
};
