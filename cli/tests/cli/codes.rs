//! `bindery lint` by codes: `--only`, `--ignore`, `--summary`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::folder::{Folder, SPEC};

/// One error, and three warnings of two codes.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    let queue = r#""components": { "schemas": { "Free": {}, "Loose": {} } }, "paths": {"#;
    let text = include_str!("../fixtures/draft.json").replace(r#""paths": {"#, queue);
    let text = text.replace(
        "  \"components\": { \"schemas\": { \"Pong\": { \"type\": \"string\" } } }\n",
        "  \"x-other\": {}\n",
    );
    folder.write("draft.json", text);
    let broken = SPEC.replacen(r#""info""#, r#""x-bindery-nothing": {}, "info""#, 1);
    folder.write("broken.json", broken);
    folder
}

#[test]
fn only_codes_that_are_named() {
    let folder = folder("codes-only");
    let all = folder.run("lint draft.json");
    assert!(all.out.contains("[unused-component]"), "{}", all.out);
    assert!(all.out.contains("[missing-description]"), "{}", all.out);
    for named in [
        "unused-component",
        "unused-",
        "empty-range,unused-component",
    ] {
        let run = folder.run(&format!("lint draft.json --only {named}"));
        assert!(!run.out.contains("[missing-"), "{named}: {}", run.out);
        assert_eq!(run.out.matches("[unused-component]").count(), 2, "{named}");
        assert_eq!(run.notes, "0 errors, 2 warnings in 1 file\n", "{named}");
    }
    let twice = folder.run("lint draft.json --only unused-component --only missing-description");
    assert_eq!(twice.out, all.out);
    assert_eq!(twice.notes, all.notes);
}

#[test]
fn codes_that_are_left_out_count_nowhere() {
    let folder = folder("codes-ignore");
    let run = folder.run("lint draft.json --only unused-,missing- --ignore missing-");
    assert_eq!(run.notes, "0 errors, 2 warnings in 1 file\n", "{}", run.out);
    assert_eq!(folder.run("lint broken.json").code, Some(1));
    let run = folder.run("lint broken.json --ignore unknown-extension");
    assert_eq!(
        (run.code, &*run.out, &*run.notes),
        (Some(0), "", "0 errors, 0 warnings in 1 file\n")
    );
    let run = folder.run("lint none.json broken.json --ignore unknown-extension");
    assert_eq!(run.code, Some(2), "{}", run.notes);
}

#[test]
fn a_summary_shows_no_finding() {
    let folder = folder("codes-summary");
    let run = folder.run("lint draft.json broken.json --summary");
    assert_eq!(run.code, Some(1));
    assert_eq!(
        run.out,
        "1  error    unknown-extension\n2  warning  missing-description\n2  warning  unused-component\n"
    );
    assert_eq!(run.notes, "1 error, 4 warnings in 2 files\n");
    let run = folder.run("lint draft.json broken.json --summary --ignore missing- --format json");
    let rows = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"));
    let wanted = [
        json!({ "code": "unknown-extension", "count": 1, "severity": "error" }),
        json!({ "code": "unused-component", "count": 2, "severity": "warning" }),
    ];
    assert_eq!(rows.collect::<Vec<Value>>(), wanted);
}

#[test]
fn a_code_that_is_none() {
    let folder = folder("codes-unknown");
    for (named, near) in [
        ("--only unsuported-schema", "unsupported-schema"),
        (
            "--ignore unused-component,mising-description",
            "missing-description",
        ),
        ("--only unsuported-", "unsupported-"),
    ] {
        let run = folder.run(&format!("lint draft.json {named}"));
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{named}");
        let told = format!("there is no such code: did you mean `{near}`?");
        assert!(run.notes.contains(&told), "{}", run.notes);
    }
    // No beginning without its hyphen, and nothing at all.
    for named in ["unsupported", "sparrow-of-the-field", ""] {
        let output = folder.command("lint draft.json --only").arg(named).output();
        let run = crate::folder::Run::from(output.expect("the command starts"));
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{named}");
        assert!(run.notes.contains("there is no such code"), "{}", run.notes);
    }
}

/// Every code that a source text gives to a finding.
fn codes_within(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            codes_within(&path, codes);
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text");
        for made in ["::error(", "::warning("] {
            for after in text.split(made).skip(1) {
                let code = after
                    .trim_start()
                    .strip_prefix('"')
                    .and_then(|it| it.split_once('"'));
                codes.extend(code.map(|(code, _)| code.to_owned()));
            }
        }
    }
}

#[test]
fn every_code_of_a_finding_is_known() {
    let folder = folder("codes-known");
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut codes = BTreeSet::new();
    codes_within(&top.join("spec/src"), &mut codes);
    codes_within(&top.join("codegen/src"), &mut codes);
    assert!(codes.len() > 70, "{codes:?}");
    let codes = Vec::from_iter(codes).join(",");
    let run = folder.run(&format!("lint draft.json --only {codes}"));
    assert_eq!(run.code, Some(0), "{}", run.notes);
}
