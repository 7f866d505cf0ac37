//! `whence-bindgen MODULE FOLDER NAME`: writes the module that cargo has built, MODULE, to FOLDER as a
//! browser loads it, `NAME_bg.wasm`, with its loader `NAME.js` and the types of both.

use std::env;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [module, folder, name] = &arguments[..] else {
        bail!("three arguments are wanted: MODULE FOLDER NAME");
    };
    Bindgen::new()
        .input_path(module)
        .out_name(name)
        .web(true)?
        // A function that makes the module anew, after a fault and to give its memory back.
        .reset_state_function(true)
        .typescript(true)
        .omit_default_module_path(false)
        .generate(folder)
        .with_context(|| format!("{module} could not be made ready for browsers"))
}
