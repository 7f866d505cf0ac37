//! Replays what fuzzing kept (`tests/fuzz/corpus`, a folder for each target): what was once found stays
//! right. `./build.sh fuzz` looks for more.

mod holds;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use holds::request;

/// The kept files of a target, by name, in order.
fn kept(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new("tests/fuzz/corpus").join(target);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut files: Vec<_> = entries
        .map(|entry| {
            let path = entry
                .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
                .path();
            let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            (path, bytes)
        })
        .collect();
    files.sort();
    assert!(files.len() > 20, "{} is nearly empty", folder.display());
    files
}

/// Runs `check` on the files of a target that are UTF-8; the panic of a failing one follows its name.
fn replay(target: &str, check: impl Fn(&str)) {
    for (path, bytes) in kept(target) {
        let Ok(words) = std::str::from_utf8(&bytes) else {
            continue;
        };
        let failed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(words)));
        if let Err(panic) = failed {
            eprintln!("{}: {words:?}", path.display());
            std::panic::resume_unwind(panic);
        }
    }
}

#[test]
fn texts() {
    replay("scan_text", holds::text);
}

#[test]
fn requests() {
    replay("border", |words| holds::reply(&request::written(words)));
}

#[test]
fn pages() {
    // By the command, whose reader of pages is no part of the library; its files end in `.html`.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let files = kept("scan_html");
    let names = (0..files.len()).map(|i| folder.join(format!("{i}.html")));
    let names: Vec<PathBuf> = names.collect();
    for (name, (_, bytes)) in names.iter().zip(&files) {
        fs::write(name, bytes).unwrap_or_else(|e| panic!("{}: {e}", name.display()));
    }
    let output = Command::new(env!("CARGO_BIN_EXE_whence"))
        .args(["scan", "--format", "jsonl"])
        .args(&names)
        .output()
        .unwrap_or_else(|e| panic!("whence does not start: {e}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}
