//! What each room asks a language for by name: short lists of words, one struct for each room. A language
//! fills them all (`lexicon/en`), so that a second one cannot forget any.

pub mod attribution;
pub mod cite;
pub mod figure;
pub mod hint;
pub mod link;
pub mod phrase;
pub mod resolve;
pub mod text;
pub mod tie;

pub use attribution::AttributionLists;
pub use cite::CiteLists;
pub use figure::FigureLists;
pub use hint::HintLists;
pub use link::LinkLists;
pub use phrase::PhraseLists;
pub use resolve::ResolveLists;
pub use text::{TextLists, WorkLists};
pub use tie::TieLists;
