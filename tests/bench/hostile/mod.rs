//! Texts that have each cost some scanner its speed: what opens and never closes, what could go on for
//! ever, what cues without a source, names without end.

/// Makes a text of so many bytes, from news text where it wants words.
pub(crate) type Make = fn(usize, &str) -> String;

/// All of them, by name.
pub(crate) const TEXTS: [(&str, Make); 29] = [
    ("opening quotation marks", |n, _| again("“", n)),
    ("straight quotation marks", |n, _| again("\"", n)),
    ("straight quotation marks, apart", |n, _| again("\" a ", n)),
    ("quotation marks, nested", |n, _| again("“a ‘b “c ", n)),
    ("apostrophes", |n, _| again("'", n)),
    ("opening brackets", |n, _| again("(", n)),
    ("opening brackets, apart", |n, _| again("( [ ", n)),
    ("capitals", |n, _| again("A", n)),
    ("capitalised words", |n, _| again("Mayor Lund Vale ", n)),
    ("initials", |n, _| again("A. ", n)),
    ("digits", |n, _| again("7", n)),
    ("numbers", |n, _| again("1,234 ", n)),
    ("numbers and years", |n, _| again("12 mills in 2019 ", n)),
    ("numbers joined", |n, _| again("12-3/4:", n)),
    ("combining marks", |n, _| again("\u{301}", n)),
    ("letters with combining marks", |n, _| {
        again("e\u{301}\u{327} ", n)
    }),
    ("emoji", |n, _| again("👩‍👩‍👧 ", n)),
    ("one word", |n, _| again("a", n)),
    ("white space", |n, _| again(" ", n)),
    ("line ends", |n, _| again("a\n", n)),
    ("commas", |n, _| again("the mayor, ", n)),
    ("said", |n, _| again("said ", n)),
    ("he said that", |n, _| again("he said that ", n)),
    ("according to", |n, _| again("according to ", n)),
    ("citing", |n, _| again("the paper, citing the agency, ", n)),
    ("as many names as sentences", names),
    ("as many pronouns as names", pronouns),
    ("one sentence", one_sentence),
    ("one quotation", |n, news| {
        format!("The mayor said: “{}", one_sentence(n - 20, news))
    }),
];

fn again(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// A person who has not been named before in each sentence.
fn names(bytes: usize, _: &str) -> String {
    numbered(bytes, |name| {
        format!("“The mill is sound,” said Ada {name}, the mayor of {name}ton. ")
    })
}

/// A person and a pronoun in each sentence, and figures that somebody has to have given.
fn pronouns(bytes: usize, _: &str) -> String {
    numbered(bytes, |name| {
        format!(
            "Olaf {name} spoke. He said 12% of the mills would close, and that he had seen it. "
        )
    })
}

fn numbered(bytes: usize, sentence: impl Fn(&str) -> String) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() >= bytes {
            break;
        }
        let letter = |at: u32| char::from(b'a' + (number / 26_u32.pow(at) % 26) as u8);
        let name: String = (0..5).map(letter).collect();
        text.push_str(&sentence(&format!("V{name}")));
        if number % 5 == 4 {
            text.push('\n');
        }
    }
    text
}

/// News without what ends a sentence.
fn one_sentence(bytes: usize, news: &str) -> String {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ':' | ';' | '\n' | '“' | '”' | '…');
    news.split(ends)
        .flat_map(|part| [part, " "])
        .take_while({
            let mut length = 0;
            move |part| {
                length += part.len();
                length <= bytes
            }
        })
        .collect()
}
