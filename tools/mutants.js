/**
 * Switches conditions of the core off, one at a time, and tells which no core test catches:
 * `node tools/mutants.js ROOM [COUNT] [SEED]`, ROOM such as `figure`, `attribution`, or `all` of those below.
 *
 * Conditions are sampled by the seed. In a copy of the tree each gets a switch that is read from the
 * environment, so that all of them are built at once (mutant schemata, Untch 1993): a condition of an `if` or of
 * an arm is then never met, what `&&` adds always is, what `||` adds never. What does not build so is left out.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const COPY = join(ROOT, "target/mutants");

/** The rooms whose conditions are language. */
const ROOMS = ["attribution", "phrase", "resolve", "figure", "hint", "tie"];

/** The tests that are to catch a condition that is off, beside those in the sources; those that the tree has. */
const TESTS = ["golden", "lexicon", "figure_lexicon", "rules", "phrase", "cite"];

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
  const tests = code.indexOf("#[cfg(test)]");
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
  for (const { index } of code.matchAll(/&&/g)) add(index + 2, and, true);
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
 * A sample, in which no condition holds another.
 * @param {Condition[]} all
 * @param {number} count
 * @param {number} seed
 */
function sampled(all, count, seed) {
  const next = chance(seed);
  const left = [...all];
  /** @type {Condition[]} */
  const taken = [];
  while (taken.length < count && left.length > 0) {
    const [one] = left.splice(next(left.length), 1);
    const meets = (/** @type {Condition} */ other) =>
      other.file === one.file && other.start < one.end && one.start < other.end;
    if (!taken.some(meets)) taken.push(one);
  }
  return taken;
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
 * Lays the sources out with a switch in each condition.
 * @param {Condition[]} conditions
 */
function layOut(conditions) {
  const files = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" });
  for (const file of files.trim().split("\n")) {
    if (!existsSync(join(ROOT, file))) continue;
    let source = readFileSync(join(ROOT, file));
    const own = conditions.map((one, at) => ({ ...one, at })).filter((one) => one.file === file);
    if (own.length > 0 || file === "src/lib.rs") {
      let text = source.toString();
      for (const { at, start, end, off } of own.toSorted((a, b) => b.start - a.start)) {
        const inner = text.slice(start, end);
        const made = `(if crate::switch::is_off(${at}) { ${off} } else { ${inner} })`;
        text = text.slice(0, start) + made + text.slice(end);
      }
      if (file === "src/lib.rs") text += SWITCH;
      source = Buffer.from(text);
    }
    const path = join(COPY, file);
    // What is as it was is not built again.
    if (existsSync(path) && readFileSync(path).equals(source)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, source);
  }
}

/** @param {string} source @param {number} at */
function lineOf(source, at) {
  return source.slice(0, at).split("\n").length;
}

/**
 * Builds the tests of the copy; gives their programs, or the lines that do not build and the compiler's words.
 * @returns {{programs: string[]} | {faults: {file: string, line: number}[], words: string}}
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
    const programs = told.filter((one) => one.executable && one.profile?.test);
    return { programs: programs.map((one) => one.executable) };
  }
  const errors = told.filter(
    (one) => one.reason === "compiler-message" && one.message.level === "error",
  );
  const spans = errors.flatMap((one) => one.message.spans);
  return {
    faults: spans.map((span) => ({ file: span.file_name, line: span.line_start })),
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
    .filter((file) => file.endsWith(".rs") && existsSync(join(ROOT, file)))
    .flatMap((file) => {
      const code = codeOf(readFileSync(join(ROOT, file), "utf8"));
      return conditionsOf(code).map((one) => ({ file, ...one }));
    });
}

/** @param {string} room @param {number} count @param {number} seed */
function run(room, count, seed) {
  const all = conditionsIn(room === "all" ? ROOMS : [room]);
  if (all.length === 0) {
    console.error(
      `src has no room “${room}” with conditions; try one of ${ROOMS.join(", ")}, or all`,
    );
    process.exit(2);
  }
  let conditions = sampled(all, count, seed);
  let programs;
  for (;;) {
    layOut(conditions);
    const made = built();
    if ("programs" in made) {
      programs = made.programs;
      break;
    }
    const many = conditions.length;
    conditions = conditions.filter(({ file, start, end }) => {
      const source = readFileSync(join(ROOT, file), "utf8");
      const [first, last] = [lineOf(source, start), lineOf(source, end)];
      return !made.faults.some(
        (fault) => fault.file === file && fault.line >= first && fault.line <= last,
      );
    });
    if (conditions.length === many) {
      console.error(`the copy in target/mutants does not build:\n${made.words}`);
      process.exit(1);
    }
  }
  const before = new Map(programs.map((program) => [program, fails(program, -1)]));
  for (const [program, words] of before) {
    if (words)
      console.error(
        `${basename(program)} fails with every condition on; counted is what else does`,
      );
  }
  let caught = 0;
  for (const [at, { file, start, end, off }] of conditions.entries()) {
    const caughtNow = programs.some((program) => fails(program, at) !== before.get(program));
    caught += Number(caughtNow);
    if (caughtNow) continue;
    const source = readFileSync(join(ROOT, file), "utf8");
    const words = source.slice(start, end).replace(/\s+/g, " ");
    console.log(`${file}:${lineOf(source, start)}: no test catches it as ${off}: ${words}`);
  }
  const share = ((100 * caught) / conditions.length).toFixed(0);
  console.log(
    `${room}: ${caught} of ${conditions.length} conditions are caught by a test (${share} %); ` +
      `${all.length} in all, seed ${seed}`,
  );
}

if (process.argv[1] === import.meta.filename) {
  const [room, count = "40", seed = "1"] = process.argv.slice(2);
  if (room === undefined) {
    console.error("node tools/mutants.js ROOM [COUNT] [SEED]");
    process.exit(2);
  }
  run(room, Number(count), Number(seed));
}
