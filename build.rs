//! Strips the tables of the lexicon for the wasm module: comments and examples are for people and
//! tests, and would be half of what ships.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let target = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("lexicon");
    for folder in ["", "en"] {
        let from = Path::new("src/lexicon").join(folder);
        println!("cargo::rerun-if-changed={}", from.display());
        fs::create_dir_all(target.join(folder))?;
        for entry in fs::read_dir(&from)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == "txt") {
                let table = fs::read_to_string(&path)?;
                let name = path.file_name().unwrap_or_default();
                fs::write(target.join(folder).join(name), strip(&table))?;
            }
        }
    }
    Ok(())
}

/// The rows of a table without their last column, the example.
fn strip(table: &str) -> String {
    table
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| match line.rsplit_once('|') {
            Some((row, _)) => {
                let fields: Vec<&str> = row.split('|').map(str::trim).collect();
                fields.join("|") + "|\n"
            }
            None => line.to_owned() + "\n",
        })
        .collect()
}
