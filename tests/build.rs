//! Bindings of words that try to be more than words, as the command writes them: rustdoc warns of what stands in a file, and not of
//! what a macro made.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

use bindery_cli::{Cli, Command, bindings};
use clap::Parser;

const SPEC: &str = "fixtures/words.json";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={SPEC}");
    let out = Path::new(&env::var("OUT_DIR")?).join("words.rs");
    let command = format!("bindery generate {SPEC} --sides client,server,webhooks --out");
    let words = command
        .split(' ')
        .map(Into::into)
        .chain([out.clone().into_os_string()]);
    let Command::Generate(target) = Cli::try_parse_from(words)?.command else {
        return Err("no other command generates".into());
    };
    let text = bindings(&target)?.text.ok_or("the document has errors")?;
    fs::write(out, text)?;
    Ok(())
}
