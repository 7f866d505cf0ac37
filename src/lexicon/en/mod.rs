//! English. Words with classes are in the tables beside this file; short lists, a file for each room that
//! asks for them.

pub mod attribution;
pub mod cite;
pub mod figure;
pub mod hint;
pub mod link;
pub mod phrase;
pub mod resolve;
pub mod surnames;
pub mod text;
pub mod tie;
