//! Word classes in context: what each token does in its sentence.

/// What a token does where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// the, a, this, some.
    Det,
    /// his, their.
    Poss,
    /// he, they, it: a subject by itself.
    Pron,
    /// him, them.
    ObjPron,
    /// A common noun; any unknown word in lower case.
    Noun,
    /// A word with a capital that does not merely open its sentence.
    Name,
    /// An adjective, by its ending or from the table.
    Adj,
    /// A numeral.
    Num,
    /// A base or third-person verb form that acts as a verb.
    Verb,
    /// A past form or participle.
    Past,
    /// An -ing form.
    Ing,
    /// will, may.
    Modal,
    /// Forms of be.
    Be,
    /// Forms of have.
    Have,
    /// Forms of do.
    Do,
    /// "to" before an infinitive.
    To,
    /// A preposition.
    Prep,
    /// and, or, but.
    Coord,
    /// because, while, although.
    Sub,
    /// "that", whatever it does.
    That,
    /// whether, how, what.
    Wh,
    /// who, which.
    Rel,
    /// An adverb.
    Adv,
    /// not, n't.
    Neg,
    /// The genitive 's.
    Gen,
    /// A mark.
    Mark,
}

impl Tag {
    /// What can stand inside a noun phrase before its end.
    pub fn nominal(self) -> bool {
        use Tag::*;
        matches!(self, Det | Poss | Noun | Name | Adj | Num | Gen)
    }

    /// What can stand in a verb group.
    pub fn verbal(self) -> bool {
        use Tag::*;
        matches!(self, Verb | Past | Ing | Modal | Be | Have | Do)
    }

    /// What makes a clause finite: a form that needs a subject.
    pub fn finite(self) -> bool {
        use Tag::*;
        matches!(self, Verb | Past | Modal | Be | Have | Do)
    }
}
