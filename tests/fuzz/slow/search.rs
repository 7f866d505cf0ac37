//! The search: units at random, and changes of those that were dearest.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use crate::pieces::{HEADS, all};
use crate::{COST, Cost, Scale};

/// The most pieces of a unit.
const LONGEST: usize = 4;

/// How many of the dearest units are kept to be changed.
const KEPT: usize = 48;

/// Bytes of the text that tells whether a unit is worth measuring closely, and of the longer one beside it.
const FIRST_LOOK: usize = 6_000;
const SECOND_LOOK: usize = 24_000;

/// A head, and pieces repeated behind it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Unit {
    head: usize,
    /// Each piece, and whether white space follows it.
    pieces: Vec<(usize, bool)>,
}

/// Searches so many seconds; tells how many texts were found that cost too much.
pub(crate) fn run(scale: &Scale, seconds: u64, seed: u64) -> usize {
    let end = Instant::now() + Duration::from_secs(seconds);
    let words = all();
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut kept: Vec<(f64, Unit)> = Vec::new();
    let mut seen = HashSet::new();
    let mut told = HashSet::new();
    while Instant::now() < end {
        let unit = if kept.is_empty() || chance.below(3) == 0 {
            random(&mut chance, words.len())
        } else {
            let of = chance.below(kept.len());
            changed(&kept[of].1, &mut chance, words.len())
        };
        if !seen.insert(unit.clone()) {
            continue;
        }
        let score = score(scale, &unit, &words);
        if score > 1.0 && told.len() < KEPT {
            let (small, cost) = smallest(scale, unit.clone(), &words);
            if cost.is_dear() && told.insert(small.clone()) {
                tell(&small, cost, &words);
            }
        }
        let at = kept.partition_point(|(s, _)| *s >= score);
        kept.insert(at, (score, unit));
        kept.truncate(KEPT);
    }
    println!("{} units tried; the dearest:", seen.len());
    for (_, unit) in kept.iter().take(12) {
        tell(unit, close(scale, unit, &words), &words);
    }
    println!("{} texts cost too much", told.len());
    told.len()
}

/// How near to too dear a unit is, by shorter texts than it is judged by: over 1 is worth a close look.
fn score(scale: &Scale, unit: &Unit, words: &[String]) -> f64 {
    let short = scale.times(&unit.text(words, FIRST_LOOK));
    let long = scale.times(&unit.text(words, SECOND_LOOK));
    // What still grows at this size is told by how much; half of that may be a bound not reached yet.
    let growth = if long > 0.3 {
        long / short.max(0.05) / 1.3
    } else {
        0.0
    };
    (long / COST).max(growth)
}

fn close(scale: &Scale, unit: &Unit, words: &[String]) -> Cost {
    scale.cost(|bytes| unit.text(words, bytes))
}

/// The unit less the pieces that it is as dear without.
fn smallest(scale: &Scale, mut unit: Unit, words: &[String]) -> (Unit, Cost) {
    let mut cost = close(scale, &unit, words);
    let mut at = 0;
    while cost.is_dear() && at < unit.pieces.len() && unit.pieces.len() > 1 {
        let mut less = unit.clone();
        less.pieces.remove(at);
        let without = close(scale, &less, words);
        if without.is_dear() && without.times > cost.times * 0.7 {
            (unit, cost) = (less, without);
        } else {
            at += 1;
        }
    }
    (unit, cost)
}

fn tell(unit: &Unit, cost: Cost, words: &[String]) {
    let verdict = if cost.is_dear() { "TOO DEAR" } else { "holds" };
    let (head, text) = (HEADS[unit.head], unit.once(words));
    println!(
        "{verdict}: {:.2} times news, grows {:.2}-fold: {head:?} and {text:?} repeated",
        cost.times, cost.growth
    );
}

fn random(chance: &mut Chance, words: usize) -> Unit {
    let length = 1 + chance.below(LONGEST);
    Unit {
        head: chance.below(HEADS.len()),
        pieces: (0..length).map(|_| piece(chance, words)).collect(),
    }
}

fn piece(chance: &mut Chance, words: usize) -> (usize, bool) {
    (chance.below(words), chance.below(4) > 0)
}

fn changed(unit: &Unit, chance: &mut Chance, words: usize) -> Unit {
    let mut unit = unit.clone();
    let at = chance.below(unit.pieces.len());
    match chance.below(6) {
        0 => unit.head = chance.below(HEADS.len()),
        1 => unit.pieces[at].1 ^= true,
        2 if unit.pieces.len() < LONGEST => unit.pieces.insert(at, piece(chance, words)),
        3 if unit.pieces.len() > 1 => {
            unit.pieces.remove(at);
        }
        _ => unit.pieces[at] = piece(chance, words),
    }
    unit
}

impl Unit {
    /// The unit as it stands in a text.
    fn once(&self, words: &[String]) -> String {
        let pieces = self.pieces.iter();
        pieces
            .flat_map(|(word, spaced)| [words[*word].as_str(), if *spaced { " " } else { "" }])
            .collect()
    }

    /// A text of about so many bytes.
    fn text(&self, words: &[String], bytes: usize) -> String {
        let once = self.once(words);
        HEADS[self.head].to_owned() + &once.repeat(bytes / once.len() + 1)
    }
}

/// Numbers as good as chance, the same for the same seed (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}
