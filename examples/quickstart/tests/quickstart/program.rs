//! The program as a user starts it: what it prints, and its exit code.

use std::path::Path;
use std::process::{Command, Output};

fn quickstart(history: &str) -> Output {
    let history = Path::new(env!("CARGO_MANIFEST_DIR")).join(history);
    Command::new(env!("CARGO_BIN_EXE_quickstart"))
        .arg(history)
        .output()
        .unwrap()
}

#[test]
fn success() {
    let output = quickstart("tests/small.jsonl");
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{stdout}");
    assert!(
        stdout.contains("\ntotal       38       38         38          0  none\n"),
        "{stdout}"
    );
    assert!(
        stdout.contains("what came back is what was sent"),
        "{stdout}"
    );
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("importing: 38 of 38 messages"), "{stderr}");
}

#[test]
fn failure() {
    let output = quickstart("make_history.py");
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        stderr,
        "error: the history, line 1: column 1: expected value\n"
    );
}
