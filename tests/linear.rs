//! Scanning takes time linear in the text, whatever the text, and no text costs much more than news: the
//! hostile texts of the bench, by the steps that the engine takes. A busy machine takes as many.
//!
//! Steps are counted by a build of its own, in which the compiler calls a counter at each branch of the engine
//! (`tests/fuzz/slow`); `./build.sh fuzz` looks for further texts with it.

use std::path::Path;
use std::process::Command;

/// What has the compiler call the counter.
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
    -Cllvm-args=-sanitizer-coverage-trace-pc-guard";

#[test]
fn hostile_texts_take_steps_in_proportion() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = Command::new(env!("CARGO"))
        .current_dir(root)
        // Named by its target, so that the flags are not those of build scripts.
        .args([
            "run",
            "--quiet",
            "--locked",
            "--profile",
            "steps",
            "--example",
            "slow",
        ])
        .args([
            "--target",
            &host(),
            "--target-dir",
            "target/steps",
            "--",
            "check",
        ])
        .env("RUSTFLAGS", COUNTED)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&run.stdout);
    let errors = String::from_utf8_lossy(&run.stderr);
    assert!(
        told.contains("hostile texts cost too much"),
        "{told}{errors}"
    );
    assert!(run.status.success(), "{told}{errors}");
}

/// The target that programs of this machine are built for.
fn host() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let told = Command::new(rustc).arg("-vV").output().expect("rustc runs");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc tells its host").to_owned()
}
