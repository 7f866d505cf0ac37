//! Scanning takes time linear in the text, whatever the text: ten times as much of each hostile text of
//! the bench may take three times the ten, where work that grows with the square takes ten times it.
//! The bench measures closely; this is to catch the square.

mod holds;
#[path = "bench/hostile/mod.rs"]
mod hostile;

use std::hint::black_box;
use std::time::{Duration, Instant};

use holds::request;
use whence::scan::{Options, scan};
use whence::text::block::Document;
use whence::wasm::answer;

/// Bytes of the shorter text; ten times that is the longer. Less would fit into memory that is at hand,
/// while the longer waits for the system to give it.
const SHORT: usize = 100_000;

/// The most that ten times the text may take of the time of one.
const MOST: u32 = 30;

/// Runs of each; the best tells what the code costs, whatever else the machine does.
const RUNS: usize = 3;

/// How often a text is measured before it is held to be steep: a busy machine may spoil one measuring,
/// the square shows in all.
const TRIES: usize = 6;

/// Below this a time tells more of the clock than of the code.
const LEAST: Duration = Duration::from_micros(500);

fn best(run: impl Fn()) -> Duration {
    let time = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..RUNS)
        .map(|_| time())
        .min()
        .unwrap_or_default()
        .max(LEAST)
}

/// Every text for which `run` grows faster than it may.
fn steep(run: impl Fn(&str)) -> Vec<String> {
    let words = "The mayor of the town told the crews that the port would stay open in spring and \
                 that 12 ships had come, according to a memo that the council had seen. ";
    let news = words.repeat(20 * SHORT / words.len());
    hostile::TEXTS
        .iter()
        .filter_map(|(name, make)| {
            let (short, long) = (make(SHORT, &news), make(10 * SHORT, &news));
            let (mut one, mut ten) = (Duration::MAX, Duration::MAX);
            for _ in 0..TRIES {
                one = one.min(best(|| run(&short)));
                ten = ten.min(best(|| run(&long)));
                if ten <= one * MOST {
                    return None;
                }
            }
            Some(format!("{name}: {one:?} and {ten:?}"))
        })
        .collect()
}

#[test]
fn scanning() {
    let steep = steep(|text| {
        let document = Document::from_text(text);
        black_box(scan(&document, &Options::default()));
    });
    assert!(steep.is_empty(), "{steep:#?}");
}

#[test]
fn answering() {
    let steep = steep(|text| {
        let lines: Vec<&str> = text.lines().collect();
        black_box(answer(&request::of_lines(&lines)));
    });
    assert!(steep.is_empty(), "{steep:#?}");
}
