//! Texts that have each cost some scanner its speed: what opens and never closes, what could go on for
//! ever, what cues without a source, names without end.

/// Makes a text of so many bytes, from news text where it wants words.
pub(crate) type Make = fn(usize, &str) -> String;

/// All of them, by name.
pub(crate) const TEXTS: [(&str, Make); 53] = [
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
    ("marks side by side", |n, _| again("It rose [1][2–9].", n)),
    ("marks behind one word", |n, _| {
        format!("It rose{}", again("[1, 2–20]", n))
    }),
    ("works in brackets", |n, _| {
        again("Hale et al. (2021) said it fell (Ito & Roe, 2019a). ", n)
    }),
    ("raised digits", |n, _| again("said it, mill² ", n)),
    ("as many names as sentences", names),
    ("as many pronouns as names", pronouns),
    // Found by the search of `./build.sh fuzz`, or reported: each took the square of its length, or many times
    // what news takes.
    ("exclamation marks", |n, _| after_a_sentence("!", n)),
    ("question marks", |n, _| after_a_sentence("?", n)),
    ("ellipses", |n, _| after_a_sentence("…", n)),
    ("exclamation marks, bracketed", |n, _| {
        after_a_sentence("!)", n)
    }),
    ("question marks, amazed", |n, _| after_a_sentence("?!", n)),
    ("quotations that nobody has", |n, _| {
        after_a_sentence("two\"a 1 ’s ", n)
    }),
    ("quotations and clauses", |n, _| {
        after_a_sentence("\" mayor not a hundred while ", n)
    }),
    ("one word with dots", |n, _| again("Jr.dozen", n)),
    ("soft hyphens", |n, _| again("\u{AD}", n - 4) + " a said"),
    ("a word of soft hyphens", |n, _| {
        format!("said a{}b", again("\u{AD}", n))
    }),
    ("per cent quoting", |n, _| again("per cent quoting ", n)),
    ("cues in quotations", |n, _| {
        again("“Go on. We will” he said that ", n)
    }),
    ("their officials", |n, _| {
        format!(
            "The mayor has said to the crews that it is so. {}",
            again("“We will not go.” their officials told Reuters ", n)
        )
    }),
    ("the latest reports", |n, _| {
        again("the latest report shows that 5% fell, ", n)
    }),
    ("she said of", |n, _| again("she said of Nara", n)),
    ("adding as told", |n, _| again("adding as told ", n)),
    ("expected of", |n, _| again("expected of i.e.", n)),
    ("digits, apart", |n, _| again("7 ", n)),
    ("per cents", |n, _| again("5%", n)),
    ("digits behind marks", |n, _| again(".[7", n)),
    ("one sentence", one_sentence),
    ("one quotation", |n, news| {
        format!("The mayor said: “{}", one_sentence(n - 20, news))
    }),
];

/// An English sentence, and a piece again and again behind it.
fn after_a_sentence(piece: &str, bytes: usize) -> String {
    "The mayor said that the port would stay open in the spring. ".to_owned() + &again(piece, bytes)
}

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
