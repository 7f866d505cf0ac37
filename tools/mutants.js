/**
 * Switches conditions of the core off, one at a time, and tells which no core test catches:
 * `node tools/mutants.js ROOM [COUNT] [SEED] [--texts FILE…]`, ROOM such as `figure`, `attribution`, a file's
 * path without src and ending (`figure/age`), several with commas, or `all` of those below; COUNT `all` for
 * every condition. With texts (what `whence scan` reads, JSON lines best) it also tells where their findings
 * differ with the condition off: what neither a test nor a text misses may go, what a text misses and no test
 * wants a test.
 *
 * Conditions are sampled by the seed. In a copy of the tree each gets a switch that is read from the
 * environment, so that all of them are built at once (mutant schemata, Untch 1993): a condition of an `if` or of
 * an arm is then never met, what `&&` adds always is, what `||` adds never. What does not build so is left out.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const COPY = join(ROOT, "target/mutants");
const COMMAND = join(ROOT, "target/mutants-whence");

/** The rooms whose conditions are language. */
const ROOMS = ["attribution", "phrase", "resolve", "figure", "hint", "tie"];

/** The tests that are to catch a condition that is off, beside those in the sources; those that the tree has. */
const TESTS = ["findings", "golden", "lexicon", "figure_lexicon", "rules", "phrase", "cite"];

/** The place of a test among them; what is not named comes last. @param {string} name */
const order = (name) => (TESTS.includes(name) ? TESTS.indexOf(name) : TESTS.length);

/** How long the tests may take with a condition off, ms: without some a loop never ends. */
const PATIENCE = 120_000;

/**
 * A condition: its file, where it stands there (UTF-16 code units), and what it is when switched off.
 * @typedef {{file: string, start: number, end: number, off: boolean}} Condition
 */

/**
 * A source in which nothing but code looks like code, and places stay: without comments, words in strings, tests.
 * @param {string} source
 */
export function codeOf(source) {
  const blank = (/** @type {string} */ text) => text.replace(/[^\n]/g, " ");
  const code = source.replace(
    /\/\/.*|\/\*[^]*?\*\/|b?r(#*)"[^]*?"\1|b?"(?:\\[^]|[^"\\])*"|b?'(?:\\(?:u\{\w+\}|x\w\w|.)|[^'\\\n])'/g,
    (text) => (text.startsWith("/") ? blank(text) : text.replace(/[^\n]/g, "_")),
  );
  const tests = code.search(/#\[cfg\(test\)\]\s*mod \w+ \{/);
  const rest = tests < 0 ? code.length : tests;
  return (code.slice(0, rest) + blank(code.slice(rest))).replace(
    /#\[cfg\(debug_assertions\)\]\s*fn[^]*?\n\}/g,
    blank,
  );
}

const OPENS = "([{";
const CLOSES = ")]}";

/**
 * Where the expression ends that begins at `from`: before what stands at its own depth and is no part of it.
 * @param {string} code
 * @param {number} from
 * @param {RegExp} stops what ends it, sticky
 */
function endOf(code, from, stops) {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    stops.lastIndex = at;
    if (depth === 0 && at > from && stops.test(code)) return at;
    if (OPENS.includes(code[at])) depth++;
    else if (CLOSES.includes(code[at]) && --depth < 0) return at;
  }
  return code.length;
}

/**
 * The conditions of a source.
 * @param {string} code as `codeOf` gives it
 * @returns {Omit<Condition, 'file'>[]}
 */
export function conditionsOf(code) {
  /** @type {Omit<Condition, 'file'>[]} */
  const all = [];
  const add = (
    /** @type {number} */ from,
    /** @type {RegExp} */ stops,
    /** @type {boolean} */ off,
  ) => {
    const start = from + code.slice(from).search(/\S/);
    const raw = code.slice(start, endOf(code, start, stops));
    const text = raw.trimEnd();
    // A pattern that binds is no condition by itself; a closure's bars are no "or".
    if (text === "" || /^let\b/.test(text) || /\blet\b/.test(text)) return;
    all.push({ start, end: start + text.length, off });
  };
  for (const { index } of code.matchAll(/\bif\b(?!\s+let\b)/g)) {
    const arm = /=>/y;
    const body = endOf(code, index + 2, /\{|=>/y);
    arm.lastIndex = body;
    add(index + 2, arm.test(code) ? /=>/y : /\{/y, false);
  }
  // Bounded by what binds less than "&&" and "||", and by what ends an expression.
  const and = /&&|\|\||[,;{]|=>|(?<![=!<>])=(?!=)/y;
  const or = /\|\||[,;{]|=>|(?<![=!<>])=(?!=)/y;
  // "|c: &&Name|" is no "and".
  for (const { index } of code.matchAll(/(?<![:|(,<]\s*)&&/g)) add(index + 2, and, true);
  for (const { index } of code.matchAll(/(?<=[\w)\]?!"']\s*)\|\|/g)) add(index + 2, or, false);
  return all;
}

/** Numbers as good as chance, the same for the same seed (xorshift). @param {number} seed */
function chance(seed) {
  let state = (seed * 2_654_435_761) % 4_294_967_296 || 1;
  return (/** @type {number} */ below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * A sample, in the order of the sources.
 * @param {Condition[]} all
 * @param {number} count
 * @param {number} seed
 */
function sampled(all, count, seed) {
  const next = chance(seed);
  const left = [...all];
  const taken = new Set();
  while (taken.size < count && left.length > 0) taken.add(left.splice(next(left.length), 1)[0]);
  return all.filter((one) => taken.has(one));
}

/**
 * A source with a switch in each of its conditions, and where each then stands, in bytes.
 * @param {string} source
 * @param {(Omit<Condition, 'file'> & {at: number})[]} conditions may stand in one another
 */
export function switched(source, conditions) {
  const edges = conditions.flatMap((one) => [
    { place: one.start, opens: true, one },
    { place: one.end, opens: false, one },
  ]);
  const size = (/** @type {{start: number, end: number}} */ one) => one.end - one.start;
  // What ends somewhere ends before something begins there; the inner ends first and begins last.
  edges.sort(
    (a, b) =>
      a.place - b.place ||
      Number(a.opens) - Number(b.opens) ||
      (a.opens ? size(b.one) - size(a.one) : size(a.one) - size(b.one)),
  );
  let [text, bytes, read] = ["", 0, 0];
  const write = (/** @type {string} */ more) => {
    text += more;
    bytes += Buffer.byteLength(more);
  };
  /** @type {Map<number, {from: number, to: number}>} */
  const places = new Map();
  for (const { place, opens, one } of edges) {
    write(source.slice(read, place));
    read = place;
    if (opens) {
      places.set(one.at, { from: bytes, to: bytes });
      write(`(if crate::switch::is_off(${one.at}) { ${one.off} } else { `);
    } else {
      write(" })");
      Object.assign(places.get(one.at) ?? {}, { to: bytes });
    }
  }
  write(source.slice(read));
  return { text, places };
}

/** What is added to the library: which condition is off. */
const SWITCH = `
#[doc(hidden)]
pub mod switch {
    use std::sync::LazyLock;
    static OFF: LazyLock<usize> = LazyLock::new(|| {
        let named = std::env::var("WHENCE_OFF").ok();
        named.and_then(|n| n.parse().ok()).unwrap_or(usize::MAX)
    });
    #[inline(always)]
    pub fn is_off(condition: usize) -> bool {
        *OFF == condition
    }
}
`;

/**
 * Lays the sources out with a switch in each condition; gives where each stands in its file.
 * @param {Condition[]} conditions
 */
function layOut(conditions) {
  const places = new Map();
  const files = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" });
  for (const file of files.trim().split("\n")) {
    if (!existsSync(join(ROOT, file))) continue;
    let source = readFileSync(join(ROOT, file));
    const own = conditions.map((one, at) => ({ ...one, at })).filter((one) => one.file === file);
    if (own.length > 0 || file === "src/lib.rs") {
      const made = switched(source.toString(), own);
      for (const [at, place] of made.places) places.set(at, place);
      source = Buffer.from(made.text + (file === "src/lib.rs" ? SWITCH : ""));
    }
    const path = join(COPY, file);
    // What is as it was is not built again.
    if (existsSync(path) && readFileSync(path).equals(source)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
  }
  return places;
}

/** @param {string} source @param {number} at */
function lineOf(source, at) {
  return source.slice(0, at).split("\n").length;
}

/**
 * Builds the tests of the copy and its command; gives the programs, or what does not build, in bytes, and the
 * compiler's words.
 * @returns {{tests: string[], command: string} | {faults: {file: string, from: number, to: number}[], words: string}}
 */
function built() {
  const tests = TESTS.filter((name) => existsSync(join(COPY, `tests/${name}.rs`)));
  const { stdout, stderr, status } = spawnSync(
    "cargo",
    [
      "test",
      "--locked",
      "--no-run",
      "--lib",
      "--bin",
      "whence",
      "--message-format=json",
      ...tests.flatMap((name) => ["--test", name]),
    ],
    {
      cwd: COPY,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        CARGO_TARGET_DIR: process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), // its dependencies are built
      },
    },
  );
  const told = stdout
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  if (status === 0) {
    const programs = told.filter((one) => one.executable);
    const [command] = programs.filter((one) => !one.profile.test);
    // Soonest first: most conditions fall to all that is found in our own texts.
    const tests = programs.filter((one) => one.profile.test && one.target.kind[0] !== "bin");
    tests.sort((a, b) => order(a.target.name) - order(b.target.name));
    // The tree's own build takes the name of the copy's.
    copyFileSync(command.executable, COMMAND);
    return { tests: tests.map((one) => one.executable), command: COMMAND };
  }
  const errors = told.filter(
    (one) => one.reason === "compiler-message" && one.message.level === "error",
  );
  const spans = errors.flatMap((one) => one.message.spans);
  return {
    faults: spans.map((span) => ({
      file: span.file_name,
      from: span.byte_start,
      to: span.byte_end,
    })),
    words: errors.map((one) => one.message.rendered).join("") || stderr,
  };
}

/**
 * What a test's program says with a condition off: nothing where it holds, else what fails, less what differs
 * from run to run.
 * @param {string} program
 * @param {number} at the condition's number; -1 for none
 */
function fails(program, at) {
  const { status, stdout, stderr } = spawnSync(program, ["--test-threads=2"], {
    cwd: COPY,
    encoding: "utf8",
    timeout: PATIENCE,
    maxBuffer: 1 << 28,
    env: { ...process.env, WHENCE_OFF: String(at), RUST_BACKTRACE: "0" },
  });
  if (status === 0) return "";
  const words = `${status}\n${stdout}${stderr}`;
  return words
    .replace(/finished in .*|\(\d+\) panicked/g, "")
    .split("\n")
    .sort()
    .join("\n");
}

/** The conditions of rooms. @param {string[]} rooms @returns {Condition[]} */
function conditionsIn(rooms) {
  const files = execFileSync("git", ["ls-files", "src"], { cwd: ROOT, encoding: "utf8" });
  return files
    .trim()
    .split("\n")
    .filter((file) =>
      rooms.some((room) => file.startsWith(`src/${room}/`) || file === `src/${room}.rs`),
    )
    .filter((file) => file.endsWith(".rs") && !file.endsWith("/tests.rs"))
    .filter((file) => existsSync(join(ROOT, file)))
    .flatMap((file) => {
      const code = codeOf(readFileSync(join(ROOT, file), "utf8"));
      return conditionsOf(code).map((one) => ({ file, ...one }));
    });
}

/**
 * The conditions that keep the copy from building: the innermost that hold what is at fault, else all that meet it.
 * @param {Condition[]} conditions
 * @param {Map<number, {from: number, to: number}>} places
 * @param {{file: string, from: number, to: number}[]} faults
 */
function unbuildable(conditions, places, faults) {
  const bad = new Set();
  for (const fault of faults) {
    const near = conditions
      .map((one, at) => ({ one, ...(places.get(at) ?? { from: 0, to: 0 }) }))
      .filter(({ one, from, to }) => one.file === fault.file && from < fault.to && fault.from < to);
    const around = near.filter(({ from, to }) => from <= fault.from && fault.to <= to);
    around.sort((a, b) => a.to - a.from - (b.to - b.from));
    for (const { one } of around.length > 0 ? around.slice(0, 1) : near) bad.add(one);
  }
  return bad;
}

/**
 * Builds a copy with as many of the conditions as can be.
 * @param {Condition[]} conditions
 */
function prepared(conditions) {
  for (let left = conditions; ;) {
    const places = layOut(left);
    const made = built();
    if ("tests" in made) return { conditions: left, ...made };
    const bad = unbuildable(left, places, made.faults);
    if (bad.size === 0) {
      console.error(`the copy in target/mutants does not build:\n${made.words}`);
      process.exit(1);
    }
    left = left.filter((one) => !bad.has(one));
  }
}

/**
 * What the command finds in the texts, a line each, with a condition off; a text for a fault or no end.
 * @param {string} command
 * @param {string[]} texts
 * @param {number} at the condition's number; -1 for none
 */
function found(command, texts, at) {
  const { status, stdout } = spawnSync(command, ["scan", "--format", "jsonl", ...texts], {
    encoding: "utf8",
    timeout: PATIENCE,
    maxBuffer: 1 << 30,
    env: { ...process.env, WHENCE_OFF: String(at) },
  });
  return status === 0 ? stdout.trimEnd().split("\n") : [`status ${status}`];
}

/**
 * What one line of findings has and another has not, shortened.
 * @param {string} line
 * @param {string} other
 */
function beyond(line, other) {
  const parts = (/** @type {string} */ text) =>
    text.startsWith("{")
      ? Object.values(JSON.parse(text))
          .flat()
          .map((part) => JSON.stringify(part))
      : [text];
  const known = new Set(parts(other));
  const own = parts(line).filter((part) => !known.has(part));
  return own.slice(0, 2).map((part) => part.slice(0, 400));
}

/**
 * Where the texts' findings differ, in words: how many texts, and the first differences.
 * @param {string[]} before
 * @param {string[]} after
 */
function differences(before, after) {
  const differ = before.map((_, at) => at).filter((at) => before[at] !== after[at]);
  const shown = differ.slice(0, 3).map((at) => {
    const [was, is] = [before[at], after[at] ?? ""];
    return [
      `    text ${at + 1}`,
      ...beyond(was, is).map((part) => `      on:  ${part}`),
      ...beyond(is, was).map((part) => `      off: ${part}`),
    ].join("\n");
  });
  return { count: differ.length, shown };
}

/** @param {string} room @param {number} count @param {number} seed @param {string[]} texts */
function run(room, count, seed, texts) {
  const all = conditionsIn(room === "all" ? ROOMS : room.split(","));
  if (all.length === 0) {
    console.error(
      `src has no room “${room}” with conditions; try one of ${ROOMS.join(", ")}, or all`,
    );
    process.exit(2);
  }
  const { conditions, tests, command } = prepared(sampled(all, count, seed));
  const before = new Map(tests.map((program) => [program, fails(program, -1)]));
  for (const [program, words] of before) {
    if (words)
      console.error(
        `${basename(program)} fails with every condition on; counted is what else does`,
      );
  }
  const findings = texts.length > 0 ? found(command, texts, -1) : [];
  let [caught, idle] = [0, 0];
  for (const [at, { file, start, end, off }] of conditions.entries()) {
    if (tests.some((program) => fails(program, at) !== before.get(program))) {
      caught++;
      continue;
    }
    const source = readFileSync(join(ROOT, file), "utf8");
    const words = source.slice(start, end).replace(/\s+/g, " ");
    let who = "no test";
    /** @type {string[]} */
    let shown = [];
    if (texts.length > 0) {
      const told = differences(findings, found(command, texts, at));
      idle += Number(told.count === 0);
      who = told.count === 0 ? "no test and no text" : `no test, but ${told.count} of the texts,`;
      shown = told.shown;
    }
    console.log(`${file}:${lineOf(source, start)}: ${who} catches it as ${off}: ${words}`);
    for (const lines of shown) console.log(lines);
  }
  const share = ((100 * caught) / conditions.length).toFixed(0);
  console.log(
    `${room}: ${caught} of ${conditions.length} conditions are caught by a test (${share} %); ` +
      `${all.length} in all, seed ${seed}` +
      (texts.length > 0 ? `; ${idle} of them by neither a test nor a text` : ""),
  );
}

if (process.argv[1] === import.meta.filename) {
  const words = process.argv.slice(2);
  const cut = words.includes("--texts") ? words.indexOf("--texts") : words.length;
  const [room, count = "40", seed = "1"] = words.slice(0, cut);
  const texts = words.slice(cut + 1).map((file) => resolve(file));
  if (room === undefined) {
    console.error("node tools/mutants.js ROOM [COUNT|all] [SEED] [--texts FILE…]");
    process.exit(2);
  }
  run(room, count === "all" ? Infinity : Number(count), Number(seed), texts);
}
