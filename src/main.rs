//! The `whence` command: the core on files and standard input.

#[cfg(not(target_family = "wasm"))]
mod command;

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    command::run(std::env::args_os().skip(1))
}

/// The extension's module is the library; there the command has nothing to do.
#[cfg(target_family = "wasm")]
fn main() {}
