//! The cue table: words that signal an attribution, with the frames they do it in.

/// One cue lemma.
#[derive(Debug)]
pub struct Cue {
    /// The lemma.
    pub lemma: &'static str,
    /// All its forms, parted by spaces.
    pub forms: &'static str,
}

/// All cues.
#[derive(Debug, Default)]
pub struct Cues {
    /// The rows, in table order.
    pub rows: Vec<Cue>,
}

impl Cues {
    /// Reads the table.
    pub fn read() -> Cues {
        Cues::default()
    }
}
