//! English words that `cite` asks for.

use crate::lexicon::list::List;
use crate::lexicon::lists::CiteLists;

/// See [`CiteLists`].
pub const LISTS: CiteLists = CiteLists {
    article: List("the The"),
    source: List("source sources"),
    via: List("via"),
    contrast: List("while whereas"),
    small_in_name: List("of the and for in on a"),
    points: List("here click tap watch"),
    points_first: List("as read see listen i we"),
    see: List("see"),
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
    writer: List("i my mine we our me"),
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
    month: List(
        "January February March April May June July August September October November December \
         Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Spring Summer Autumn Fall Winter",
    ),
    title_abbreviation: List("St vs vol Vol no No ed Mr Mrs Dr Jr Sr U.S U.K Inc Co"),
    container_abbreviation: List(
        "St Inc Co Univ Proc Int Nat Rev Trans Sci Res Phys Lett Comput Assoc Dept Natl Acad",
    ),
    container_lead: &["In ", "in: ", "In: "],
    volume: List("Vol Vol. No No. Issue"),
    volume_end: &[" vol"],
    publisher: List("Press Publishing Publishers Publications Books Verlag University Sons House"),
    no_container: List(
        "See Cited Quoted Translated Edited Written By Accessed Retrieved Archived Vol No Episode Season Event \
         Directed Interviewed pp Pages Page Reprinted Also Note",
    ),
    no_long_container: List(
        "Press Special Interview Chapter Table Paper Presented PhD Doctoral Master Unpublished Translation \
         Published This The",
    ),
    behind_authors: &[
        " eds.", " (eds.)", " (ed.)", " ed.", " et al.", ", et al", " et al", " (Eds.)", " (Ed.)",
    ],
    between_authors: &[" & ", " and "],
    name_end: List("Jr Sr Inc Co Ltd"),
    name_end_alone: List("Jr. Sr."),
    name_particle: List(
        "of for the and in de la van der von den du le da di del el al- bin ibn y on e dos das",
    ),
    no_name: List("See Cited Quoted Interview Ibid. Ibid Retrieved Archived The A In"),
};
