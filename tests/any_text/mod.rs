//! Makes texts to try: news-like phrases, marks of all sorts, and what pages throw in by accident,
//! joined at random.

/// Phrases that make attributions and figures likely.
const PHRASES: &[&str] = &[
    "she said",
    "said Ada Nilsen, the head of the office",
    "according to the ministry",
    "he added",
    "the report found that",
    "told reporters that",
    "“The mill is sound,”",
    "“We waited",
    "so long.”",
    "a spokesman for the port",
    "has denied",
    "did not say whether",
    "prices rose 4.1%",
    "more than 2,000 people",
    "$2.1 million",
    "between 5 and 10 per cent",
    "on Tuesday",
    "in a statement",
    "the memo",
    "which was obtained by",
    "citing two officials",
    "who declined to be named",
    "Mr. Ito",
    "Lt. Gen. J. Smith",
    "the U.S.",
    "Dr. Reyl",
    "the old mill by the weir",
    "would close in May",
    "and",
    "but",
    "that",
    "because the water rose",
    "they",
    "It",
    "The council",
    "reportedly",
    "is expected to",
    "warned",
    "claims",
    "announced on Monday",
    "operation.The memo",
    "they say",
    "up 5%",
    "out of",
];

/// Characters that are hard on one room or another.
const MARKS: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "(",
    ")",
    "[",
    "]",
    "{",
    "—",
    "–",
    "-",
    "--",
    "…",
    "...",
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "?!",
    "''",
    "``",
    "%",
    "$",
    "£",
    "€",
    "/",
    "&",
    "@",
    "#",
    "*",
    "\\",
    "|",
    "•",
    "1",
    "0",
    "9,999",
    "1.",
    ".5",
    "1/2",
    "½",
    "²",
    "10–20",
    "1e308",
    "999999999999999999999999",
    "\u{AD}",
    "\u{200B}",
    "\u{200D}",
    "\u{FEFF}",
    "\u{A0}",
    "\u{2009}",
    "\u{202E}",
    "\u{301}",
    "e\u{301}\u{327}",
    "𝄞",
    "👩‍👩‍👧",
    "🇳🇴",
    "ſ",
    "İ",
    "ß",
    "ﬁ",
    "µ",
    "Ω",
    "ж",
    "水",
    "ا",
    "\0",
    "\u{7}",
    "\u{1B}[31m",
    "\u{FFFD}",
    "\u{10FFFF}",
    "\t",
    "\r\n",
    "\n",
    "\n\n",
    "\u{2028}",
    "\u{85}",
];

/// A random text from a seed.
pub(crate) struct Maker {
    state: u64,
}

impl Maker {
    /// A maker whose texts depend on `seed` alone.
    pub(crate) fn new(seed: u64) -> Maker {
        let mut maker = Maker {
            state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
        };
        maker.next();
        maker
    }

    /// xorshift64* (Vigna 2016).
    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        ((self.next() >> 33) as usize) % end
    }

    fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    /// A text of up to sixteen of `words`.
    pub(crate) fn of(&mut self, words: &[&str]) -> String {
        let count = 1 + self.below(16);
        (0..count).map(|_| self.one_of(words)).collect()
    }

    /// A text of up to some hundred pieces. Some are tidy prose, some mostly marks.
    pub(crate) fn text(&mut self) -> String {
        let pieces = 1 + self.below(60) * self.below(4);
        let wildness = [2, 10, 40, 90][self.below(4)];
        let mut text = String::new();
        for _ in 0..pieces {
            if self.below(100) < wildness {
                let mark = self.one_of(MARKS);
                let times = if self.below(20) == 0 {
                    self.below(60)
                } else {
                    1
                };
                (0..times).for_each(|_| text.push_str(mark));
                if self.below(2) == 0 {
                    continue;
                }
            } else {
                text.push_str(self.one_of(PHRASES));
            }
            match self.below(12) {
                0 => text.push_str(". "),
                1 => text.push_str(", "),
                2 => text.push('\n'),
                3 => {}
                _ => text.push(' '),
            }
        }
        text
    }
}
