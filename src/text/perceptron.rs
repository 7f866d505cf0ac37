//! A second look at doubtful words: a perceptron over what the rules of [`tagger`](super::tagger) say of
//! the word and its neighbours, with whole-number weights from a table (Collins 2002, "Discriminative
//! training methods for hidden Markov models"). It answers only where it is sure; else the rules' tag
//! stands. `tests/train` fits the weights and sees words as they are seen here.

use std::sync::LazyLock;

use super::block::Document;
use super::tag::Tag;
use super::token::{Kind, Shape, Token};
use super::verbal::region_says;
use crate::lexicon::*;

/// What a doubtful word may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A common noun.
    Noun,
    /// A name.
    Name,
    /// An adjective; a participle before its noun is one too.
    Adjective,
    /// A base or third-person verb form.
    Verb,
    /// A finite past form.
    Past,
    /// A participle that is no adjective.
    Participle,
    /// An adverb.
    Adverb,
    /// Anything else.
    Other,
}

/// How many answers there are.
pub const ANSWERS: usize = 8;

/// One weight for each answer, by its number.
pub type Weights = [i8; ANSWERS];

/// The sum of some weights, for each answer.
pub type Sums = [i32; ANSWERS];

/// Rows of the table of weights; a feature falls on one by a hash, perhaps together with others.
pub const ROWS: usize = 1 << ROW_BITS;
const ROW_BITS: u32 = 15;

/// How many features a word has.
pub const FEATURES: usize = 21;

/// The rows that the features of a word fall on.
pub type Features = [u16; FEATURES];

/// The lead over every other answer from which on an answer is taken: of such changes 94 in 100 mend a tag
/// and 5 break one, in texts that the weights were not fitted on; from 10 on 92 and 6.
pub const SURE: i32 = 12;

/// Stands for the tag and the word beyond the edge of a block.
const EDGE: u64 = 30;

/// How many tokens are looked at on either side for what opens a noun phrase and for a finite verb.
const REACH: usize = 8;

/// Whether the rules leave token `i` in doubt: a form that may be a noun or a verb, a past form, a word in
/// lower case that the lexicon does not know, an unknown word that opens its sentence.
#[cfg_attr(not(target_family = "wasm"), inline(always))]
pub fn is_doubtful(tokens: &[Token], tags: &[Tag], i: usize) -> bool {
    use Tag::{Adj, Adv, Noun, Past, Verb};
    let token = &tokens[i];
    if !token.is_word() || !matches!(tags[i], Noun | Adj | Verb | Past | Adv) {
        return false;
    }
    if token.known {
        return token.shape == Shape::Lower && token.is_any(VERB_OR_NOUN.or(PAST));
    }
    tags[i] != Adv
        && match token.shape {
            Shape::Lower => true,
            Shape::Title => opens_sentence(tokens, i),
            Shape::Upper | Shape::None => false,
        }
}

/// Whether a capital at token `i` may be due to its place alone.
fn opens_sentence(tokens: &[Token], i: usize) -> bool {
    let opens = |c| matches!(c, '.' | '!' | '?' | '“' | '"' | ':' | '—' | '‘' | '…' | '(');
    tokens[i].opens_block || matches!(tokens[i - 1].kind, Kind::Mark(mark) if opens(mark))
}

/// Words with the tags that the rules gave them.
#[derive(Clone, Copy, Debug)]
pub struct Tagged<'a> {
    /// The document that the tokens are of.
    pub document: &'a Document,
    /// The tokens.
    pub tokens: &'a [Token],
    /// A tag for each.
    pub tags: &'a [Tag],
}

impl Tagged<'_> {
    /// The rows of the features of token `i`.
    pub fn features(&self, i: usize) -> Features {
        let bytes = self.bytes(i);
        let small = |back: usize| {
            let byte = bytes.len().checked_sub(back).map(|at| bytes[at] | 0x20);
            byte.map_or(0, u64::from)
        };
        let two = small(2) << 8 | small(1);
        let three = small(3) << 16 | two;
        // Each by itself: a closure over an array is a call for each of its values in the module.
        let (b2, b1) = (self.at(i, -2), self.at(i, -1));
        let (n1, n2) = (self.at(i, 1), self.at(i, 2));
        let (word, before, behind) = (self.word(Some(i)), self.word(b1), self.word(n1));
        let kind_before = self.kind(b1) | u64::from(b1.is_some_and(|at| self.plural(at))) << 8;
        let (kind, kind_behind) = (self.kind(Some(i)), self.kind(n1));
        let agreement = u64::from(self.plural(i)) | (kind_before >> 8 & 1) << 1;
        let (b2, b1) = (self.tag(b2), self.tag(b1));
        let (t, n1, n2) = (self.tag(Some(i)), self.tag(n1), self.tag(n2));
        let finite = self.finite_around(i);
        let phrase = self.phrase_before(i);
        hashed(&[
            word,
            word.wrapping_add(n1 << 16),
            before,
            behind,
            before.wrapping_add(t),
            behind.wrapping_add(t),
            three | t << 32,
            three | b1 << 32,
            three | n1 << 32,
            two | b1 << 32 | n1 << 40,
            two | kind_before << 32,
            two | finite << 32,
            t | b1 << 8 | n1 << 16,
            t | b1 << 8 | b2 << 16,
            t | b1 << 8 | b2 << 16 | n1 << 24 | n2 << 32,
            t | kind << 8 | kind_before << 24,
            t | kind << 8 | kind_behind << 24,
            t | kind << 8 | finite << 24,
            t | b1 << 8 | n1 << 16 | finite << 24,
            t | agreement << 8 | phrase << 16,
            t | agreement << 8 | phrase << 16 | kind_behind << 32 | finite << 48,
        ])
    }

    /// The token `away` from `i`, in the same block.
    fn at(&self, i: usize, away: isize) -> Option<usize> {
        let at = i.checked_add_signed(away)?;
        (self.tokens.get(at)?.block == self.tokens[i].block).then_some(at)
    }

    fn bytes(&self, at: usize) -> &[u8] {
        self.tokens[at].span.bytes_of(&self.document.text)
    }

    /// Whether token `at` ends as plurals and third-person verbs do.
    fn plural(&self, at: usize) -> bool {
        let bytes = self.bytes(at);
        bytes.ends_with(b"s") && !bytes.ends_with(b"ss")
    }

    /// The number of the tag of token `at`, or of the edge.
    fn tag(&self, at: Option<usize>) -> u64 {
        at.map_or(EDGE, |at| self.tags[at] as u64)
    }

    /// A number for the word of token `at`, the same in any case, or for the edge.
    fn word(&self, at: Option<usize>) -> u64 {
        let Some(at) = at else {
            return EDGE;
        };
        let bytes = self.bytes(at);
        let last = &bytes[bytes.len().saturating_sub(short::LONGEST)..];
        short::number(last)
    }

    /// What the lexicon says of the word of token `at`, and whether it has a capital.
    fn kind(&self, at: Option<usize>) -> u64 {
        let Some(at) = at else {
            return 1 << 9;
        };
        let token = &self.tokens[at];
        let agents = ROLE.or(GROUP).or(ORGANISATION).or(DOCUMENT);
        u64::from(token.is_any(VERB_OR_NOUN))
            | u64::from(token.is_any(VERB)) << 1
            | u64::from(token.is_any(PAST)) << 2
            | u64::from(token.is_any(agents)) << 3
            | u64::from(token.is_any(ADVERB)) << 4
            | u64::from(token.known) << 5
            | u64::from(token.cue > 0) << 6
            | u64::from(token.capital()) << 7
    }

    /// The tag that opens the noun phrase right before token `i`, and the tag before that.
    fn phrase_before(&self, i: usize) -> u64 {
        let goes_on = |tag: Tag| tag.nominal() && tag != Tag::Det;
        let mut away = -1;
        while away > -(REACH as isize) && self.at(i, away).is_some_and(|at| goes_on(self.tags[at]))
        {
            away -= 1;
        }
        self.tag(self.at(i, away)) | self.tag(self.at(i, away - 1)) << 5
    }

    /// Whether a finite verb stands before and behind token `i`, with no mark and no word that opens a
    /// clause between, as two bits.
    fn finite_around(&self, i: usize) -> u64 {
        use Tag::{Mark, Rel, Sub, That, Wh};
        let parts = |tag: &&Tag| !matches!(tag, Mark | Sub | That | Rel | Wh);
        let before = self.tags[..i].iter().rev().take(REACH);
        let behind = self.tags[i + 1..].iter().take(REACH);
        u64::from(before.take_while(parts).any(|t| t.finite()))
            | u64::from(behind.take_while(parts).any(|t| t.finite())) << 1
    }
}

/// The rows that features with these values fall on.
fn hashed(values: &[u64; FEATURES]) -> Features {
    let mut rows = [0; FEATURES];
    let mut number = 0;
    while number < FEATURES {
        // Two rounds of multiplying and shifting, as in SplitMix64 (Steele, Lea and Flood 2014).
        let value = values[number] ^ (number as u64 + 1) << 56;
        let once = value.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let twice = (once ^ once >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        rows[number] = (twice >> (u64::BITS - ROW_BITS)) as u16;
        number += 1;
    }
    rows
}

/// Weights as they are added, eight at once: a row of them in lanes of 8 bits, each counted from the lowest,
/// so that no lane runs into the next.
pub type Lanes = u64;

/// What the lanes of a row of zeros hold.
const ZEROS: Lanes = u64::from_le_bytes([LARGEST as u8; ANSWERS]);

/// The rows of some weights as they are added.
pub fn lanes(weights: &[Weights]) -> Vec<Lanes> {
    let row = |row: &Weights| {
        let mut lanes = ZEROS;
        for (answer, weight) in row.iter().enumerate() {
            add_weight(&mut lanes, answer, *weight);
        }
        lanes
    };
    weights.iter().map(row).collect()
}

/// Adds the weight of an answer to its lane. The sum of all lanes is a number to which that of a weight is added
/// as it is, its sign included.
fn add_weight(lanes: &mut Lanes, answer: usize, weight: i8) {
    *lanes = lanes.wrapping_add_signed(i64::from(weight) << (8 * answer));
}

/// The sums of the weights of some features: of the answers with even and with odd numbers, in lanes of 16 bits.
pub fn sums(table: &[Lanes], features: &Features) -> Sums {
    const LANES: u64 = 0x00FF_00FF_00FF_00FF;
    let (mut even, mut odd) = (0, 0);
    for row in features {
        let lanes = table[usize::from(*row)];
        even += lanes & LANES;
        odd += lanes >> 8 & LANES;
    }
    let mut sums = [-(FEATURES as i32) * i32::from(LARGEST); ANSWERS];
    let mut answer = 0;
    while answer < ANSWERS {
        sums[answer] += (even & 0xFFFF) as i32;
        sums[answer + 1] += (odd & 0xFFFF) as i32;
        even >>= 16;
        odd >>= 16;
        answer += 2;
    }
    sums
}

/// The tag of the answer that leads every other by `sure` at least.
pub fn best(sums: &Sums, capital: bool, sure: i32) -> Option<Tag> {
    let (tag, lead) = first(sums, capital);
    tag.filter(|_| lead >= sure)
}

/// The tag of the answer that leads every other, and by how much.
fn first(sums: &Sums, capital: bool) -> (Option<Tag>, i32) {
    let of = |answer: Answer| sums[answer as usize];
    let name = if capital { of(Answer::Name) } else { LEAST };
    let all = [
        (Some(Tag::Noun), of(Answer::Noun)),
        (Some(Tag::Name), name),
        (Some(Tag::Adj), of(Answer::Adjective)),
        (Some(Tag::Verb), of(Answer::Verb)),
        // No tag tells these two apart, so neither stands in the other's way.
        (
            Some(Tag::Past),
            of(Answer::Past).max(of(Answer::Participle)),
        ),
        (Some(Tag::Adv), of(Answer::Adverb)),
        (None, of(Answer::Other)),
    ];
    let ((mut tag, mut first), mut second) = ((None, LEAST), LEAST);
    for (one, sum) in all {
        if sum > first {
            (tag, first, second) = (one, sum, first);
        } else {
            second = second.max(sum);
        }
    }
    (tag, first - second)
}

/// Less than any sum.
const LEAST: i32 = i32::MIN / 2;

/// The weights that `table` holds. Its lines, but for comments, are digits: a gap of weights that are
/// zero, then a weight, and so on.
pub fn read(table: &str) -> Vec<Weights> {
    let mut weights = vec![[0; ANSWERS]; ROWS];
    each(table, |row, answer, weight| weights[row][answer] = weight);
    weights
}

/// The same as they are added.
fn read_lanes(table: &str) -> Vec<Lanes> {
    let mut rows = vec![ZEROS; ROWS];
    each(table, |row, answer, weight| {
        add_weight(&mut rows[row], answer, weight);
    });
    rows
}

/// Shows each weight that `table` holds, with its row, below [`ROWS`], and its answer.
fn each(table: &str, mut show: impl FnMut(usize, usize, i8)) {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let mut digits = lines.flat_map(str::bytes).map(|b| b.wrapping_sub(DIGIT_0));
    let mut at = 0;
    while let Some(gap) = digits.next() {
        at += usize::from(gap);
        if gap == LAST_DIGIT {
            continue;
        }
        let Some(digit) = digits.next() else { break };
        if at < ROWS * ANSWERS {
            show(
                at / ANSWERS,
                at % ANSWERS,
                digit.wrapping_sub(ZERO_WEIGHT) as i8,
            );
        }
        at += 1;
    }
}

/// The lines that [`read`] reads.
pub fn write(weights: &[Weights]) -> String {
    let mut digits = Vec::new();
    let mut gap = 0;
    for weight in weights.iter().flatten() {
        if *weight == 0 {
            gap += 1;
            continue;
        }
        let long = usize::from(LAST_DIGIT);
        digits.extend(std::iter::repeat_n(LAST_DIGIT, gap / long));
        digits.push((gap % long) as u8);
        digits.push(weight.wrapping_add_unsigned(ZERO_WEIGHT) as u8);
        gap = 0;
    }
    let line = |line: &[u8]| line.iter().map(|d| char::from(d + DIGIT_0)).collect();
    let lines: Vec<String> = digits.chunks(100).map(line).collect();
    lines.join("\n") + "\n"
}

/// The character of the digit 0; none of the digits opens a comment.
const DIGIT_0: u8 = b'%';
/// As a gap it stands for so many weights and lets the next digit add more.
const LAST_DIGIT: u8 = 89;
/// The digit of a weight of zero, if one were written.
const ZERO_WEIGHT: u8 = 15;
/// The largest weight, and the smallest below zero.
pub const LARGEST: i8 = 14;

/// The weights as they are added, read when they are first asked for.
pub(crate) fn table() -> &'static [Lanes] {
    static TABLE: LazyLock<Vec<Lanes>> = LazyLock::new(|| read_lanes(TAGGER_WEIGHTS));
    &TABLE
}

/// Corrects `tags`, which the rules gave to `tokens`, from `start` on: whole blocks.
pub(super) fn correct(
    document: &Document,
    language: &Language,
    tokens: &[Token],
    tags: &mut [Tag],
    start: usize,
) {
    let table = table();
    // "the two battleground states, Ohio and Iowa"
    let region = |i: usize| {
        let word = tokens[i].span.bytes_of(&document.text);
        language.text.region.has(word) && !region_says(tokens, i)
    };
    let mut better = Vec::new();
    let tagged = Tagged {
        document,
        tokens,
        tags,
    };
    // The tag before that is likeliest, sure or not.
    let mut before = None;
    for i in start..tokens.len() {
        if tokens[i].opens_block {
            before = None;
        }
        let mut likeliest = tags[i];
        if is_doubtful(tokens, tags, i) && !tagged.is_nominal(i) {
            // "had high hopes": the rules would not have read a verb behind an adjective.
            let behind = better.last() == Some(&(i.wrapping_sub(1), Tag::Adj));
            let noun = behind && tags[i] == Tag::Verb && tokens[i].is(VERB_OR_NOUN);
            let mut tag = noun.then_some(Tag::Noun);
            // Of a verb that stays one it is asked only where the next word hangs on it.
            let asked =
                || tag.is_none() && i + 1 < tokens.len() && is_doubtful(tokens, tags, i + 1);
            if !tagged.stays_verb(i, before) || asked() {
                let sums = sums(table, &tagged.features(i));
                let (first, lead) = first(&sums, tokens[i].capital());
                let sure = first.filter(|tag| lead >= SURE && *tag != tags[i]);
                let sure = sure.filter(|tag| *tag != Tag::Verb || !region(i));
                tag = (sure.filter(|tag| tagged.may_become(i, *tag, before))).or(tag);
                likeliest = first.unwrap_or(likeliest);
            }
            better.extend(tag.map(|tag| (i, tag)));
            likeliest = tag.unwrap_or(likeliest);
        }
        before = Some(likeliest);
    }
    for (i, tag) in better {
        tags[i] = tag;
        // What "to" is hangs on what follows.
        let to = i.checked_sub(1).filter(|_| !tokens[i].opens_block);
        if let Some(to) = to.filter(|to| is_to(document, &tokens[*to])) {
            tags[to] = match tag {
                Tag::Verb => Tag::To,
                Tag::Noun | Tag::Adj | Tag::Name => Tag::Prep,
                _ => tags[to],
            };
        }
    }
}

fn is_to(document: &Document, token: &Token) -> bool {
    token.is(PREPOSITION) && one_of_any_case(token.span.bytes_of(&document.text), "to")
}

impl Tagged<'_> {
    /// Whether token `i`, which no table knows, can be but a noun or an adjective by the word before. Nobody
    /// asks which of the two: no attribution of the development texts hangs on it.
    fn is_nominal(&self, i: usize) -> bool {
        use Tag::{Adj, Det, Gen, Noun, Num, Poss, Prep};
        let Some(before) = self.at(i, -1).filter(|_| self.tags[i] == Noun) else {
            return false;
        };
        !self.tokens[i].known
            && match self.tags[before] {
                Det | Poss | Gen | Num | Adj => true,
                // Where it is no preposition, "to" has a verb behind it.
                Prep => !is_to(self.document, &self.tokens[before]),
                _ => false,
            }
    }

    /// Whether token `i` is a verb whatever its weights say: "plans to go", "declined to comment".
    fn stays_verb(&self, i: usize, before: Option<Tag>) -> bool {
        use Tag::{Do, Modal, Pron, To, Verb};
        self.tags[i] == Verb
            && (self.plural(i) || matches!(before, Some(To | Modal | Do | Pron)))
            && !self.is_cue_alone(i)
    }

    /// Whether token `i` is a cue that is never a noun: "“…,” said Ann Roe".
    fn is_cue_alone(&self, i: usize) -> bool {
        self.tokens[i].cue > 0 && !self.tokens[i].is(VERB_OR_NOUN)
    }

    /// Whether token `i`, read as a verb, is a plural's form behind a singular: "the radio show".
    fn disagrees(&self, i: usize, before: Option<Tag>) -> bool {
        let noun = i.checked_sub(1).filter(|_| before == Some(Tag::Noun));
        // "polls and other research show", "figures from the port office show"
        let joined = |k: usize| {
            let near = &self.tags[k.saturating_sub(4)..k];
            near.iter().any(|tag| matches!(tag, Tag::Coord | Tag::Prep))
        };
        let many = |k: usize| self.plural(k) || self.tokens[k].is_any(GROUP.or(VAGUE)) || joined(k);
        // "the two battleground states": the number wants a plural.
        let counted =
            |k: usize| self.tags[k.saturating_sub(2)..k].contains(&Tag::Num) && !self.plural(k);
        noun.is_some_and(|k| if self.plural(i) { counted(k) } else { !many(k) })
    }

    /// Whether token `i` may become `tag` right behind the tag `before`: what the lexicon or the rules know
    /// for certain stands.
    fn may_become(&self, i: usize, tag: Tag, before: Option<Tag>) -> bool {
        use Tag::{Adj, Adv, Be, Det, Gen, Ing, Noun, Num, Past, Poss, Prep, Verb};
        let token = &self.tokens[i];
        match (self.tags[i], tag) {
            // "worried investors", not "the assault damaged homes" or "the mayor, Tri Roe, comforted them":
            // only where no subject can stand right before it.
            (Past, Adj) => {
                let leads = [Det, Poss, Gen, Adj, Adv, Num, Prep, Verb, Past, Ing, Be];
                before.is_none_or(|tag| leads.contains(&tag))
            }
            _ if self.is_cue_alone(i) => matches!(tag, Adj | Verb),
            // "Roe plans to go", "declined to comment": a verb that the rules have told from its noun; not
            // so "the Roe campaign’s director".
            (Verb, _) => !self.stays_verb(i, before),
            // "had high hopes", "two states voting", "the radio show"
            (Noun, Verb) => {
                !matches!(before, Some(Adj | Det | Poss | Gen | Num)) && !self.disagrees(i, before)
            }
            // "her pen name"
            (Noun, Adj) => !token.is(VERB_OR_NOUN),
            _ => true,
        }
    }
}
