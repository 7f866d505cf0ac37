//! Looks for texts that cost the engine more than their length: a few words and marks, over and over.
//!
//! `slow check` holds the hostile texts of the bench to what a text may cost; `slow search SECONDS [SEED]` makes
//! texts of units of one to four pieces, with and without a head, keeps what is dear and changes it further,
//! and tells each text that costs too much, cut down to what makes it dear.
//!
//! What is measured is steps, not seconds: the compiler puts a call at each branch of the engine (see
//! [`steps`]), so that a busy machine, or another one, counts the same. `tests/linear.rs` builds and runs this.

#[path = "../../bench/hostile/mod.rs"]
mod hostile;
mod pieces;
#[allow(dead_code, unreachable_pub)] // made for fuzzing; a part is wanted here
#[path = "../../holds/request.rs"]
mod request;
mod search;
mod steps;

use std::process::ExitCode;

use whence::wasm::answer;

/// Bytes of the shorter text of a pair, and how many times as long the other is. The shorter holds several
/// units of the longest kind, so that what is bounded has reached its bound.
const SHORT: usize = 30_000;
const TIMES: usize = 4;

/// How many times as many steps the longer may take: sorting is allowed, the square takes 16.
const GROWTH: f64 = 4.6;

/// How many times as many steps a byte as [`NEWS`]: some 100 to 150 ns natively, where news takes 35.
const COST: f64 = 10.0;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if !steps::are_counted() {
        eprintln!(
            "slow: built without counters; tests/linear.rs and ./build.sh fuzz build it with them"
        );
        return ExitCode::from(2);
    }
    let number = |at: usize, otherwise: u64| {
        arguments
            .get(at)
            .and_then(|n| n.parse().ok())
            .unwrap_or(otherwise)
    };
    let scale = Scale::new();
    let dear = match arguments.first().map(String::as_str) {
        Some("check") => check(&scale),
        Some("search") => search::run(&scale, number(1, 60), number(2, 1)),
        Some("cost") => {
            cost(&scale, &arguments[1..]);
            0
        }
        _ => {
            eprintln!("slow check, slow search SECONDS [SEED], slow cost HEAD UNIT");
            return ExitCode::from(2);
        }
    };
    ExitCode::from(u8::from(dear > 0))
}

/// What news costs, to which other texts are held.
struct Scale {
    /// Steps a byte.
    news: f64,
}

/// What a text costs.
#[derive(Clone, Copy)]
struct Cost {
    /// How many times as many steps a byte as news.
    times: f64,
    /// How many times as many steps [`TIMES`] the text takes.
    growth: f64,
}

impl Cost {
    /// Whether it is more than a text may cost.
    fn is_dear(self) -> bool {
        self.times > COST || self.growth > GROWTH
    }
}

impl Scale {
    fn new() -> Scale {
        steps_of(NEWS); // the tables are read once
        let text = news(SHORT * TIMES);
        Scale {
            news: steps_of(&text) as f64 / text.len() as f64,
        }
    }

    /// How many times as dear as news a byte of `text` is.
    fn times(&self, text: &str) -> f64 {
        steps_of(text) as f64 / text.len().max(1) as f64 / self.news
    }

    /// What the texts that `make` makes of so many bytes cost.
    fn cost(&self, make: impl Fn(usize) -> String) -> Cost {
        let cost = self.cost_from(SHORT, &make);
        // Steep: because it is, or because what is bounded had not reached its bound.
        if cost.growth > GROWTH {
            return self.cost_from(SHORT * TIMES, &make);
        }
        cost
    }

    fn cost_from(&self, bytes: usize, make: &impl Fn(usize) -> String) -> Cost {
        let (short, long) = (make(bytes), make(bytes * TIMES));
        let (one, more) = (steps_of(&short) as f64, steps_of(&long) as f64);
        let length = long.len() as f64 / short.len() as f64 / TIMES as f64;
        Cost {
            times: more / long.len() as f64 / self.news,
            growth: more / one / length,
        }
    }
}

/// Steps to answer a page of these lines.
fn steps_of(text: &str) -> u64 {
    let lines: Vec<&str> = text.lines().collect();
    let request = request::of_lines(&lines);
    steps::of(|| {
        std::hint::black_box(answer(&request));
    })
}

/// Sentences of news, as dense as it is.
const NEWS: &str = "The mayor of the town told the crews that the port would stay open in spring and that 12 \
    ships had come, according to a memo that the council had seen. The rain has filled the ponds on both \
    sides of the road, and the old ferry does not run while the water is high. Ada Roe, who keeps the mill \
    at the weir, said she had seen worse. The line was built in three years, and most of those who built it \
    stayed in the valley when the work was done.\n";

fn news(bytes: usize) -> String {
    NEWS.repeat(bytes / NEWS.len() + 1)
}

/// How many of the hostile texts cost too much; each is told.
fn check(scale: &Scale) -> usize {
    let words = news(SHORT * TIMES * TIMES * 2);
    let mut dear = 0;
    for (name, make) in hostile::TEXTS {
        let cost = scale.cost(|bytes| make(bytes, &words));
        let verdict = if cost.is_dear() { "TOO DEAR" } else { "holds" };
        dear += usize::from(cost.is_dear());
        println!(
            "{verdict}: {name}: {:.2} times news, grows {:.2}-fold",
            cost.times, cost.growth
        );
    }
    println!(
        "{dear} of {} hostile texts cost too much",
        hostile::TEXTS.len()
    );
    dear
}

/// Tells what a unit costs that is given on the command line, for a look at it.
fn cost(scale: &Scale, arguments: &[String]) {
    let [head, unit] = arguments else { return };
    let cost = scale.cost(|bytes| head.clone() + &unit.repeat(bytes / unit.len() + 1));
    println!(
        "{:.2} times news, grows {:.2}-fold",
        cost.times, cost.growth
    );
}
