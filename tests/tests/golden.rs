//! The checked-in bindings are what their header says: the output of one command, for the spec as it is now.

use std::env;
use std::path::Path;

use bindery_cli::{Cli, Command, bindings};
use clap::Parser;

const CHECKED_IN: &str = include_str!("../../generated/src/im.rs");
const CARGO_CONFIG: &str = include_str!("../../.cargo/config.toml");

#[test]
fn the_flagship_is_current() {
    // Paths in commands are those of the workspace root.
    env::set_current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
    let Command::Generate(target) = Cli::try_parse_from(command().split(' ')).unwrap().command
    else {
        panic!("the header names another command than `generate`");
    };
    let made = bindings(&target).unwrap();
    assert!(made.findings.is_empty(), "{:#?}", made.findings);
    let checked_in = CHECKED_IN.replace("\r\n", "\n");
    let text = made.text.unwrap();
    let differs = text
        .lines()
        .zip(checked_in.lines())
        .position(|(new, old)| new != old);
    assert_eq!(
        differs.map(|line| line + 1),
        None,
        "the first line that differs; run `cargo regenerate`"
    );
    assert!(
        text == checked_in,
        "one is the beginning of the other; run `cargo regenerate`"
    );
}

#[test]
fn the_aliases_run_the_same_command() {
    let arguments = command().strip_prefix("bindery generate ").unwrap();
    for (alias, command) in [("regenerate", "generate"), ("current", "check")] {
        let line = format!("{alias} = \"run --quiet -p bindery-cli -- {command} {arguments}\"");
        assert!(
            CARGO_CONFIG.lines().any(|known| known == line),
            "missing: {line}"
        );
    }
}

fn command() -> &'static str {
    let line = CHECKED_IN.lines().nth(1).unwrap();
    line.strip_prefix("// Regenerate with: ").unwrap()
}
