//! `bindery diff` as a shell sees it, run beside the dated specs of one operation.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

struct Run {
    code: Option<i32>,
    out: String,
    notes: String,
}

fn diff(arguments: &str) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_bindery"))
        .arg("diff")
        .args(arguments.split(' '))
        .current_dir(root().join("spec/fixtures/import_group_msg"))
        .env_remove("CLICOLOR_FORCE")
        .output()
        .expect("the command starts");
    let text = |bytes| String::from_utf8(bytes).expect("the command prints UTF-8");
    Run {
        code: output.status.code(),
        out: text(output.stdout),
        notes: text(output.stderr),
    }
}

#[test]
fn the_documented_examples_are_current() {
    let page = std::fs::read_to_string(root().join("docs/diff.md")).expect("the page is there");
    let mut examples = 0;
    for block in page.split("```text\n$ bindery diff ").skip(1) {
        let (block, _) = block.split_once("```").expect("the block has an end");
        let (arguments, shown) = block.split_once('\n').expect("the block shows output");
        let run = diff(arguments);
        assert_eq!(run.out, shown, "docs/diff.md shows something else");
        let breaking = !shown.contains(" 0 breaking;");
        assert_eq!(run.code, Some(i32::from(breaking)), "{arguments}");
        assert_eq!(run.notes, "");
        examples += 1;
    }
    assert_eq!(examples, 4);
}

#[test]
fn no_change() {
    let run = diff("2022-01-14.json 2022-01-14.json");
    assert_eq!(
        (run.code, &*run.out, &*run.notes),
        (Some(0), "no change that callers could notice\n", "")
    );
}

#[test]
fn json_for_programs() {
    let run = diff("2022-04-27.json 2022-08-20.json --format json");
    assert_eq!(run.code, Some(1));
    let lines = run.out.lines().map(serde_json::from_str::<Value>);
    let lines: Result<Vec<_>, _> = lines.collect();
    let lines = lines.expect("every line is an object");
    let [gone, come, total] = &*lines else {
        panic!("{}", run.out);
    };
    assert_eq!(gone["code"], "error-removed");
    assert_eq!(
        (&gone["step"], &gone["side"]),
        (&json!("major"), &json!("error"))
    );
    assert_eq!(gone["breaking"], true);
    assert_eq!(gone["subject"], "import_group_msg items/TextRefused");
    assert_eq!(gone["detail"], "80001");
    assert_eq!(gone["meaning"], "the variant is gone");
    assert_eq!(
        gone["old"],
        json!({ "file": "2022-04-27.json", "line": 88, "column": 9 })
    );
    assert_eq!((&gone["new"], &come["old"]), (&Value::Null, &Value::Null));
    assert_eq!(
        *total,
        json!({ "changes": 2, "breaking": 1, "step": "major" })
    );
}

#[test]
fn what_cannot_be_compared() {
    let run = diff("2022-01-14.json none.json");
    assert_eq!((run.code, &*run.out), (Some(2), ""));
    assert!(
        run.notes.starts_with("error: `none.json` cannot be read: "),
        "{}",
        run.notes
    );

    let run = diff("2022-01-14.json ../../x-bindery.schema.json");
    assert_eq!((run.code, &*run.out), (Some(2), ""));
    assert!(
        run.notes.ends_with("cannot be compared: mend it first\n"),
        "{}",
        run.notes
    );
    assert_eq!(diff("2022-01-14.json").code, Some(2));
}

#[test]
fn help_tells_the_exit_codes() {
    let run = diff("--help");
    assert_eq!(run.code, Some(0));
    for word in [
        "Exit codes:",
        "nothing breaks callers",
        "major, minor, patch",
    ] {
        assert!(run.out.contains(word), "{}", run.out);
    }
}
