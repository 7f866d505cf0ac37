//! The engine natively, on one core: `cargo bench --bench engine -- WHAT < TEXT`, with some 10 MB of
//! news text, a form feed, and some 1 MB that holds more claims. `engine.js` reads what it writes:
//!
//! - `speed`: a line for each text: what was run, the text's name, its bytes, the seconds of the best run; of
//!   each hostile text one for each run
//! - `memory`: a line for each hostile text, and news: its name, the most bytes held at once for one of the text
//! - `texts`: the hostile texts of a megabyte as they are, a list of name and text in JSON on each line

mod held;
mod hostile;
#[allow(dead_code, unreachable_pub)] // made for fuzzing; a part is wanted here
#[path = "../holds/request.rs"]
mod request;

use std::hint::black_box;
use std::io::Read;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use whence::lexicon::cue::Cues;
use whence::scan::{Options, scan};
use whence::text::block::Document;
use whence::wasm::answer;

const MB: usize = 1_000_000;

/// Runs of each text; the best tells what the code costs, whatever else the machine does.
const RUNS: usize = 5;

/// How long a run lasts at least: the system tells a thread's time in steps of some ms.
const RUN: Duration = Duration::from_millis(150);

fn main() {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .expect("standard input holds UTF-8 text");
    let parts = text.split_once('\u{C}');
    let Some((text, dense)) = parts.filter(|(t, d)| t.len() >= 10 * MB && d.len() >= MB) else {
        eprintln!("give 10 MB of news, a form feed and 1 MB of denser text on standard input");
        std::process::exit(2);
    };
    match std::env::args().nth(1).as_deref() {
        Some("memory") => memory(text),
        Some("texts") => texts(text),
        _ => speed(text, dense),
    }
}

/// A megabyte of each hostile text.
fn megabytes(news: &str) -> impl Iterator<Item = (&'static str, String)> {
    hostile::TEXTS
        .into_iter()
        .map(move |(name, make)| (name, make(MB, news)))
}

fn texts(news: &str) {
    for named in megabytes(news) {
        println!("{}", serde_json::json!(named));
    }
}

fn memory(news: &str) {
    let plain = ("news", news[..news.floor_char_boundary(MB)].to_owned());
    answer(&request::of_lines(&[&plain.1])); // the tables are read once
    for (name, text) in megabytes(news).chain([plain]) {
        // As many blocks as a request of the extension may hold (`extension/shared/bounds.js`).
        let most = held::most(|| {
            let lines: Vec<&str> = text.splitn(50_000, '\n').collect();
            black_box(answer(&request::of_lines(&lines)));
        });
        println!("{name}\t{:.1}", most as f64 / text.len() as f64);
    }
}

fn speed(text: &str, dense: &str) {
    let news = |bytes: usize| &text[..text.floor_char_boundary(bytes)];
    scan_all(news(MB)); // the tables are read once
    for bytes in [MB, 10 * MB] {
        report("scan", "news", news(bytes), scan_all);
    }
    report("scan", "dense", dense, scan_all);
    for bytes in [MB, 10 * MB] {
        let lines: Vec<&str> = news(bytes).lines().collect();
        let request = request::of_lines(&lines);
        report("border", "news", news(bytes), |_| {
            black_box(answer(&request));
        });
    }
    let cues = cue_forms();
    report("floor", "news", news(10 * MB), |text| {
        black_box(cues.find_iter(text).count());
    });
    hostile_texts(&text.repeat(2));
}

/// All hostile texts, one after another and [`RUNS`] times over: a machine that others share is half as
/// fast for seconds on end, which would fall on one text alone. Of each round both sizes are told, which
/// ran one right after the other: their ratio is of one and the same speed of the machine.
fn hostile_texts(long: &str) {
    for _ in 0..RUNS {
        for (name, make) in hostile::TEXTS {
            for bytes in [5 * MB, 20 * MB] {
                let text = make(bytes, long);
                tell("hostile", name, text.len(), time_of(|| scan_all(&text)));
            }
        }
    }
}

fn scan_all(text: &str) {
    let document = Document::from_text(text);
    black_box(scan(&document, &Options::default()));
}

/// The least that finding cues can cost: all forms of all cue verbs sought in one pass, no grammar.
fn cue_forms() -> AhoCorasick {
    let forms = (Cues::read().rows.into_iter()).flat_map(|cue| cue.forms.split(' '));
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(forms)
        .expect("some hundred short words make an automaton")
}

fn report(what: &str, name: &str, text: &str, run: impl Fn(&str)) {
    let best = (0..RUNS).map(|_| time_of(|| run(text))).min();
    tell(what, name, text.len(), best.unwrap_or_default());
}

fn tell(what: &str, name: &str, bytes: usize, best: Duration) {
    println!("{what}\t{name}\t{bytes}\t{:.6}", best.as_secs_f64());
}

/// The time of one run, over as many as fill [`RUN`].
fn time_of(run: impl Fn()) -> Duration {
    let clock = Clock::start();
    let mut times = 0;
    while clock.start.elapsed() < RUN {
        run();
        times += 1;
    }
    clock.elapsed() / times
}

/// The time this thread ran, where the system tells it; else the time that passed.
struct Clock {
    start: Instant,
    ran: Option<Duration>,
}

impl Clock {
    fn start() -> Clock {
        Clock {
            ran: thread_ran(),
            start: Instant::now(),
        }
    }

    fn elapsed(&self) -> Duration {
        match (self.ran, thread_ran()) {
            (Some(before), Some(now)) => now - before,
            _ => self.start.elapsed(),
        }
    }
}

/// The first number of this file of Linux is the time on a processor, ns (`proc(5)`).
fn thread_ran() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = stat.split(' ').next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}
