//! The command end to end, as a person or a script would call it.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const REPORT: &str = "“Prices rose 4.1% over the year,” said Ada Nilsen, the head of the statistics \
    office.\nShe said the next count would come in March.\n";

const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=windows-1252>
    <title>Prices rise</title><link rel=canonical href='https://example.org/prices'></head><body>
    <nav><a href='/'>Home</a></nav><main><h1>Prices rise</h1>
    <p>\u{201C}Prices rose over the year,\u{201D} said <a href='/nilsen'>Ada Nilsen</a>, the head of the
    statistics office.</p></main></body></html>";

/// A folder of this test's own, gone when it ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        Folder(path)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn whence(folder: &Folder, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whence"));
    command
        .current_dir(&folder.0)
        .args(arguments)
        .env_remove("COLUMNS")
        .stdin(Stdio::null());
    command
}

fn run(folder: &Folder, arguments: &[&str], input: &str) -> Output {
    let mut child = whence(folder, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("whence does not start: {e}"));
    if let Some(mut pipe) = child.stdin.take() {
        // The command may end before it has read all.
        let _ = pipe.write_all(input.as_bytes());
    }
    child
        .wait_with_output()
        .unwrap_or_else(|e| panic!("whence does not end: {e}"))
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

/// The words of `text` that a pair of code-point offsets marks.
fn words(text: &str, span: &Value) -> String {
    let at = |i: usize| span[i].as_u64().unwrap_or_else(|| panic!("{span}")) as usize;
    text.chars().skip(at(0)).take(at(1) - at(0)).collect()
}

#[test]
fn a_line_of_json_comes_back_with_code_point_offsets() {
    let folder = Folder::new("lines");
    // A letter beyond the BMP and a combining mark: bytes, UTF-16 units and code points all differ.
    let text = format!("𝄞 e\u{301} — a song.\n{REPORT}");
    let line = serde_json::json!({"text": text, "id": {"nested": [1, "é"]}, "more": true});
    let output = run(
        &folder,
        &["scan", "--format", "jsonl"],
        &format!("\u{FEFF}{line}\n\n"),
    );
    assert_eq!(errors(&output), "");
    assert!(output.status.success());
    let lines: Vec<String> = out(&output).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 1);
    let record = json(&lines[0]);
    assert_eq!(record["id"], serde_json::json!({"nested": [1, "é"]}));
    let attributions = record["attributions"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    assert_eq!(attributions.len(), 2, "{record}");
    let first = &attributions[0];
    assert_eq!(words(&text, &first["cue"][0]), "said");
    assert!(words(&text, &first["source"][0]).starts_with("Ada Nilsen"));
    assert_eq!(
        words(&text, &first["content"][0]),
        "“Prices rose 4.1% over the year,”"
    );
    let keys = [
        "source",
        "cue",
        "content",
        "quotation",
        "source_kind",
        "resolved",
        "relay",
        "stance",
        "when",
        "rule",
        "resolution_rule",
        "confidence",
        "runner_up",
        "margin",
        "addressee",
        "medium",
    ];
    let found: Vec<&str> = first
        .as_object()
        .map(|o| o.keys().map(String::as_str).collect())
        .unwrap_or_default();
    assert_eq!(found.len(), keys.len(), "{found:?}");
    assert!(keys.iter().all(|k| found.contains(k)), "{found:?}");
    assert_eq!(first["quotation"], "direct");
    assert!(first["relay"].is_array());
    assert!(record["figures"].is_array());
}

#[test]
fn a_language_that_is_not_read_gives_empty_lists() {
    let folder = Folder::new("unread");
    let line = r#"{"id":"x","text":"Der Minister sagte, die Mühle sei nicht mehr zu retten, und das Dorf müsse sich damit abfinden."}"#;
    let output = run(&folder, &["scan", "--format=jsonl"], line);
    assert_eq!(
        out(&output),
        "{\"id\":\"x\",\"attributions\":[],\"figures\":[]}\n"
    );
    let line =
        "Der Minister sagte, die Mühle sei nicht mehr zu retten, und das Dorf müsse bleiben.";
    let output = run(&folder, &["scan"], line);
    assert!(out(&output).contains("not in a language Whence reads"));
}

#[test]
fn bad_lines_are_named_and_the_rest_is_processed() {
    let folder = Folder::new("bad-lines");
    folder.file(
        "report.jsonl",
        b"{\"id\":1,\"text\":\"She said so.\"}\nnot json\n{\"id\":3}\n{\"id\":4,\"text\":\"\xFF\"}\n[]\n{\"id\":6,\"text\":\"\"}",
    );
    let output = whence(&folder, &["scan", "--format", "jsonl", "report.jsonl"])
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(out(&output).lines().count(), 2);
    let errors = errors(&output);
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(lines.len(), 4, "{errors}");
    for (line, number) in lines.iter().zip([2, 3, 4, 5]) {
        assert!(
            line.starts_with(&format!("whence: report.jsonl:{number}: ")),
            "{line}"
        );
        assert!(line.contains("each line must be an object"), "{line}");
    }
    assert!(lines[1].contains("`text`"), "{errors}");
}

#[test]
fn bad_files_are_named_and_the_rest_is_processed() {
    let folder = Folder::new("bad-files");
    folder.file("report.txt", REPORT);
    folder.file("picture.png", b"\x89PNG\r\n\0\0\0");
    folder.file("empty.txt", "");
    folder.file("empty.html", "");
    fs::create_dir_all(folder.0.join("folder.txt")).unwrap_or_else(|e| panic!("{e}"));
    let files = [
        "scan",
        "gone.txt",
        "picture.png",
        "folder.txt",
        "empty.txt",
        "empty.html",
        "report.txt",
    ];
    let output = whence(&folder, &files)
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(output.status.code(), Some(2));
    let errors = errors(&output);
    assert_eq!(errors.lines().count(), 3, "{errors}");
    assert!(errors.contains("whence: gone.txt: there is no such file"));
    assert!(errors.contains("whence: picture.png: is no text"));
    assert!(errors.contains("whence: folder.txt: is a folder"));
    let out = out(&output);
    assert!(out.contains("report.txt: 2 claims"), "{out}");
    assert!(out.contains("empty.txt: 0 claims"), "{out}");
}

#[test]
fn a_call_that_makes_no_sense_is_answered() {
    let folder = Folder::new("calls");
    for arguments in [
        &[] as &[&str],
        &["skan"],
        &["scan", "--colour"],
        &["scan", "--format", "xml"],
        &["scan", "--format"],
    ] {
        let output = whence(&folder, arguments)
            .output()
            .unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(errors(&output).starts_with("whence: "), "{arguments:?}");
        assert_eq!(errors(&output).lines().count(), 1, "{arguments:?}");
        assert_eq!(out(&output), "");
    }
    for (arguments, said) in [
        (&["--help"] as &[&str], "Usage: whence scan"),
        (&["scan", "--help"], "Usage: whence scan"),
        (
            &["--version"],
            concat!("whence ", env!("CARGO_PKG_VERSION")),
        ),
    ] {
        let output = whence(&folder, arguments)
            .output()
            .unwrap_or_else(|e| panic!("{e}"));
        assert!(output.status.success());
        assert!(out(&output).contains(said), "{arguments:?}");
    }
}

#[test]
fn text_is_for_people() {
    let folder = Folder::new("people");
    folder.file(
        "report.txt",
        REPORT.replace("over the", "over\u{1B}\u{7} the"),
    );
    let output = whence(&folder, &["scan", "report.txt"])
        .env("COLUMNS", "60")
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    let shown = out(&output);
    assert!(output.status.success());
    assert!(shown.starts_with("report.txt: 2 claims"), "{shown}");
    assert!(shown.contains("Ada Nilsen"), "{shown}");
    assert!(shown.contains("said (direct quotation)"), "{shown}");
    // A pipe gets no colour, and the text cannot smuggle any in.
    assert!(!shown.contains(['\u{1B}', '\u{7}']), "{shown}");
    for line in shown.lines() {
        assert!(line.chars().count() <= 60, "{line}");
    }
}

#[test]
fn json_has_the_words_beside_the_offsets() {
    let folder = Folder::new("json");
    folder.file("report.txt", REPORT);
    let page: Vec<u8> = PAGE
        .chars()
        .map(|c| match c {
            '\u{201C}' => 0x93,
            '\u{201D}' => 0x94,
            c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
        })
        .collect();
    folder.file("page.html", &page);
    let output = whence(
        &folder,
        &["scan", "--format", "json", "report.txt", "page.html"],
    )
    .output()
    .unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(errors(&output), "");
    let mut objects = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<Value>();
    let mut next = || match objects.next() {
        Some(Ok(object)) => object,
        other => panic!("{other:?}"),
    };
    let (report, page) = (next(), next());
    assert_eq!(report["id"], "report.txt");
    assert_eq!(report["page"], Value::Null);
    let content = &report["attributions"][0]["content"][0];
    assert_eq!(
        content["words"].as_str(),
        Some(words(REPORT, &content["span"])).as_deref()
    );
    // A page is decoded as it declares, and read without what stands around the article.
    let text = page["page"]["text"].as_str().unwrap_or_default();
    assert!(text.starts_with("Prices rise\n“Prices rose"), "{text}");
    assert!(!text.contains("Home"), "{text}");
    assert_eq!(page["page"]["url"], "https://example.org/prices");
    let content = &page["attributions"][0]["content"][0];
    assert_eq!(content["words"], "“Prices rose over the year,”");
    assert_eq!(
        content["words"].as_str(),
        Some(words(text, &content["span"])).as_deref()
    );
}

#[test]
fn the_kind_of_a_file_shows_by_its_first_bytes_where_its_name_does_not_tell() {
    let folder = Folder::new("kinds");
    for (input, count) in [
        (REPORT, 2),
        (
            "<p>She said the mill was sound.</p><script>He said it was not.</script>",
            1,
        ),
        ("{\"id\":1,\"text\":\"She said the mill was sound.\"}\n", 1),
        ("<3 She said the mill was sound.", 1),
        ("{x}\nShe said the mill was sound.", 1),
    ] {
        let output = run(&folder, &["scan", "--format", "json", "-"], input);
        let found = json(&out(&output))["attributions"]
            .as_array()
            .map_or(0, Vec::len);
        assert_eq!(found, count, "{input}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::new("pipe");
    let line = "{\"id\":1,\"text\":\"She said the mill was sound.\"}\n";
    folder.file("many.jsonl", line.repeat(50_000));
    let mut child = whence(&folder, &["scan", "--format", "jsonl", "many.jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| panic!("{e}"));
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(errors(&output), "");
    assert!(output.status.success());
}

/// The command under bounds on the processor's time (seconds) and on memory (KB), which others on the machine
/// do not change; `before` is what it reads from, in a shell's words.
#[cfg(unix)]
fn bounded(folder: &Folder, seconds: u32, memory: u32, before: &str, arguments: &str) -> Output {
    let command = format!(
        "ulimit -t {seconds}; ulimit -v {memory}; {before} '{}' {arguments}",
        env!("CARGO_BIN_EXE_whence")
    );
    Command::new("sh")
        .args(["-c", &command])
        .current_dir(&folder.0)
        .output()
        .unwrap_or_else(|e| panic!("{e}"))
}

#[cfg(unix)]
#[test]
fn pages_of_nothing_but_tags_are_read_in_linear_time() {
    let folder = Folder::new("nested");
    let style = |i: usize| format!("<font size={i}>");
    let styles: String = (0..500).map(style).collect();
    for (name, page) in [
        ("div", format!("{}{PAGE}", "<div>".repeat(100_000))),
        ("span", format!("<p>{}{PAGE}", "<span>".repeat(100_000))),
        (
            "mixed",
            format!("{}{PAGE}", "<table><td><b>".repeat(50_000)),
        ),
        (
            "unclosed",
            format!("{}{PAGE}", "<span><div></span>".repeat(50_000)),
        ),
        (
            "foreign",
            format!("<svg>{}</svg>{PAGE}", "<g><tr>".repeat(50_000)),
        ),
        (
            "styles",
            format!("<p>{styles}</p>{}{PAGE}", "<p>a".repeat(50_000)),
        ),
        (
            "blocks",
            format!("{}{}{PAGE}", "<div>".repeat(500), "<p>a".repeat(100_000)),
        ),
    ] {
        folder.file("page.html", page);
        let output = bounded(&folder, 20, 1_500_000, "", "scan --format json page.html");
        assert!(
            output.status.success(),
            "{name}: {} {}",
            output.status,
            errors(&output)
        );
        let page = json(&out(&output));
        let text = page["page"]["text"].as_str().unwrap_or_default();
        assert!(
            text.contains("Prices rose"),
            "{name}: the page's words are kept"
        );
    }
}

#[cfg(unix)]
#[test]
fn an_input_without_end_is_refused_and_the_rest_is_read() {
    let folder = Folder::new("endless");
    folder.file("report.txt", REPORT);
    for (before, arguments, said) in [
        (
            "",
            "scan /dev/zero report.txt",
            "whence: /dev/zero: is longer than 64 MiB",
        ),
        (
            "yes |",
            "scan - report.txt",
            "whence: standard input: is longer than 64 MiB",
        ),
        (
            "",
            "scan --format jsonl /dev/zero report.txt",
            "whence: /dev/zero:1: is longer than 64 MiB",
        ),
    ] {
        let output = bounded(&folder, 20, 1_500_000, before, arguments);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{arguments}: {}",
            errors(&output)
        );
        assert!(errors(&output).starts_with(said), "{}", errors(&output));
        assert_eq!(errors(&output).lines().count(), 1);
        assert!(out(&output).contains("report.txt"), "{arguments}");
    }
    // A line too long among others: named, and the others are read.
    let long = "x".repeat(65 << 20);
    let good = "{\"id\":1,\"text\":\"She said the mill was sound.\"}";
    folder.file("long.jsonl", format!("{good}\n{long}\n{good}\n"));
    let output = bounded(&folder, 20, 1_500_000, "", "scan --format jsonl long.jsonl");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).starts_with("whence: long.jsonl:2: is longer than 64 MiB"));
    assert_eq!(out(&output).lines().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_name_cannot_steer_the_terminal() {
    let folder = Folder::new("names");
    let name = "a\u{1b}[2J\u{9b}\u{7}\n\u{202e}b.txt";
    for arguments in [
        &["scan", name] as &[&str],
        &[name],
        &["scan", "--format", name],
    ] {
        let output = whence(&folder, arguments)
            .output()
            .unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(output.status.code(), Some(2));
        let said = errors(&output);
        let said = said.strip_suffix('\n').unwrap_or_default();
        assert!(
            said.contains("a\\u{1b}[2J\\u{9b}\\u{7}\\u{a}\\u{202e}b.txt"),
            "{said}"
        );
        assert!(!said.contains(char::is_control), "{said:?}");
    }
    folder.file(name, REPORT);
    let output = whence(&folder, &["scan", name])
        .output()
        .unwrap_or_else(|e| panic!("{e}"));
    let shown = out(&output);
    assert!(shown.contains(": 2 claims"), "{shown}");
    assert!(
        !shown.contains(['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}']),
        "{shown:?}"
    );
}

#[test]
fn explain_tells_how_a_claim_was_found_and_who_was_weighed() {
    let folder = Folder::new("explain");
    let text =
        "Ada Roe met Bea Ono. Roe said the road was shut. “It is wet,” she added. Ivo Tarr left.\n";
    let all = out(&run(&folder, &["scan", "--explain", "all"], text));
    assert!(
        all.contains("source-cue-clause") && all.contains("short-name"),
        "{all}"
    );
    let second = out(&run(&folder, &["scan", "--explain=2"], text));
    for told in [
        "[source: she] [cue: added]",
        "she → Ada Roe (person)",
        "pronoun-speaker: leads “Bea Ono” by",
        "Ada Roe: +",
        "spoke last +4",
        "Bea Ono:",
    ] {
        assert!(second.contains(told), "{told} is not in:\n{second}");
    }
    assert!(!second.contains("short-name"), "{second}");
    let none = out(&run(&folder, &["scan", "--explain", "9"], text));
    assert!(
        none.contains("there is no claim 9: this text has 2"),
        "{none}"
    );
    let wrong = run(&folder, &["scan", "--explain", "two"], text);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn explain_tells_which_guards_let_a_cue_pass_and_which_kept_one_out() {
    let folder = Folder::new("explain-guards");
    let text = "Bea Ono said the clerk asked whether the lock was shut. \
                The prospect surprised, according to Ada Roe. The guide knew how the mill works. \
                I think that the mill was sold. Nobody said that it was. She went home to tell them so.\n";
    let all = out(&run(&folder, &["scan", "--explain", "all"], text));
    for told in [
        "guards     passed ",
        "not from   asked (leads_to_nothing)",
        "no claim asked (leads_to_nothing) in: Bea Ono said the clerk asked whether",
        "no claim knew (is_topic_by_question) in: The guide knew how the mill works.",
        "no claim think (is_writer_or_reader)",
        "no claim said (is_nobody)",
        "no claim tell (is_infinitive_alone)",
        "guards     none by name",
    ] {
        assert!(all.contains(told), "{told} is not in:\n{all}");
    }
    let first = out(&run(&folder, &["scan", "--explain", "1"], text));
    let words: Vec<&str> = first.split_whitespace().collect();
    let first = words.join(" ");
    for told in [
        "guards passed is_asked, is_only_possible, is_topic_by_question, ",
        "is_account, is_nobody, ",
        "is_writer_or_reader, ",
        "is_thing_found not from asked (leads_to_nothing)",
    ] {
        assert!(first.contains(told), "{told} is not in:\n{first}");
    }
    assert!(!first.contains("no claim"), "{first}");
}

#[test]
fn explain_tells_how_figures_were_read_and_tied() {
    let folder = Folder::new("explain-figures");
    let text =
        "Bea Ono said more than 40 boats sank in 1999. The lock cost $47 million. Two men came.\n";
    let all = out(&run(&folder, &["scan", "--explain", "all"], text));
    for told in [
        "read by    count",
        "worth      > “more than” 40, boat",
        "given by   claim 1 (inside-content)",
        "no figure 1999 (year)",
        "read by    money",
        "given by   no claim covers it",
        "wanted     no (few)",
    ] {
        assert!(all.contains(told), "{told} is not in:\n{all}");
    }
    let first = out(&run(&folder, &["scan", "--explain", "1"], text));
    assert!(first.contains("40 boats"), "{first}");
    assert!(!first.contains("$47 million\n     read by"), "{first}");
}
