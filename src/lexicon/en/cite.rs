//! English words that `cite` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::CiteLists;

/// See [`CiteLists`].
pub const LISTS: CiteLists = CiteLists {
    article: List::of("the The"),
    source: List::of("source sources"),
    via: List::of("via"),
    contrast: List::of("while whereas"),
    small_in_name: List::of("of the and for in on a"),
    points: List::of("here click tap watch"),
    points_first: List::of("as read see listen i we"),
    orders_first: List::of(
        "tell get browse join try discover shop explore download buy learn find check follow send save start",
    ),
    see: List::of("see"),
    told: &[
        "interview with",
        "personal communication",
        "author interview",
        "author’s interview",
        "author's interview",
        "phone interview",
        "telephone interview",
        "email from",
        "e-mail from",
        "email to",
        "conversation with",
        "interview by",
    ],
    writer: List::of("i my mine we our me"),
    locator: &[
        "pp. ",
        "p. ",
        "pages ",
        "page ",
        "table ",
        "chap. ",
        "chapter ",
        "pp.\u{a0}",
        "p.\u{a0}",
        "§ ",
        "p.",
        "pp.",
    ],
    behind_work: &[
        " retrieved ",
        " accessed ",
        " archived from",
        " archived (pdf)",
        " last accessed",
        " (accessed",
        " [accessed",
        " (retrieved",
        " archived at",
        " isbn ",
        " issn ",
        " oclc ",
        " available at",
        " available from",
        " jstor ",
        " pmid",
        " arxiv:",
        " doi:",
        " doi ",
        " s2cid",
        " bibcode",
    ],
    month: List::of(
        "January February March April May June July August September October November December \
         Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Spring Summer Autumn Fall Winter",
    ),
    title_abbreviation: List::of("St vs vol Vol no No ed Mr Mrs Dr Jr Sr U.S U.K Inc Co"),
    container_abbreviation: List::of(
        "St Inc Co Univ Proc Int Nat Rev Trans Sci Res Phys Lett Comput Assoc Dept Natl Acad",
    ),
    container_lead: &["In ", "in: ", "In: "],
    volume: List::of("Vol Vol. No No. Issue"),
    volume_end: &[" vol"],
    publisher: List::of(
        "Press Publishing Publishers Publications Books Verlag University Sons House",
    ),
    no_container: List::of(
        "See Cited Quoted Translated Edited Written By Accessed Retrieved Archived Vol No Episode Season Event \
         Directed Interviewed pp Pages Page Reprinted Also Note Of",
    ),
    no_long_container: List::of(
        "Press Special Interview Chapter Table Paper Presented PhD Doctoral Master Unpublished Translation \
         Published This The",
    ),
    behind_authors: &[
        " eds.", " (eds.)", " (ed.)", " ed.", " et al.", ", et al", " et al", " (Eds.)", " (Ed.)",
    ],
    between_authors: &[" & ", " and "],
    name_end: List::of("Jr Sr Inc Co Ltd"),
    name_end_alone: List::of("Jr. Sr."),
    name_particle: List::of(
        "of for the and in de la van der von den du le da di del el al- bin ibn y on e dos das",
    ),
    no_name: List::of("See Cited Quoted Interview Ibid. Ibid Retrieved Archived The A In"),
};
