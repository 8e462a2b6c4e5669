//! `bindery lint`.

use serde_json::Value;

use crate::folder::{Folder, SPEC};

/// Two misspelt names and a reference to nothing.
fn broken() -> String {
    SPEC.replace("x-bindery-envelope", "x-bindery-envelop")
        .replace(
            "{ \"type\": \"string\", \"description\": \"Where it is.\" }",
            "{ \"$ref\": \"#/components/schemas/Place\" }",
        )
}

#[test]
fn nothing_to_complain_of() {
    let folder = Folder::new("lint-good");
    let run = folder.run("lint api.json");
    assert_eq!(
        (run.code, &*run.out, &*run.notes),
        (Some(0), "", "0 errors, 0 warnings in 1 file\n")
    );
}

#[test]
fn all_findings_of_all_files() {
    let folder = Folder::new("lint-several");
    folder.write("broken.json", broken());
    folder.write("torn.json", "{ \"openapi\": ");
    let run = folder.run("lint api.json broken.json torn.json");
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("error[unknown-extension]: "),
        "{}",
        run.out
    );
    assert!(run.out.contains("--> broken.json:5:3\n"), "{}", run.out);
    assert!(
        run.out.contains("5 |   \"x-bindery-envelop\": {\n"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("did you mean `x-bindery-envelope`?"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("#/components/schemas/Place"),
        "{}",
        run.out
    );
    assert!(run.out.contains("--> torn.json:1:"), "{}", run.out);
    assert_eq!(run.notes, "3 errors, 0 warnings in 3 files\n");
}

/// `api.json` with more replies of a success for each operation.
fn with_replies(more: &str) -> String {
    let first = r#""responses": { "200": { "description": "The verdict.""#;
    let all = first.replace("{ \"200\"", &format!("{{ {more}, \"200\""));
    let spec = SPEC.replace(first, &all);
    assert_ne!(spec, SPEC);
    spec
}

#[test]
fn successes_of_different_bodies() {
    let folder = Folder::new("lint-successes");
    let queued = r#""202": { "description": "Queued.", "content": { "application/json": {
        "schema": { "type": "object", "required": ["code"], "properties": {
            "code": { "type": "integer" }, "place": { "type": "string" } } } } } }"#;
    folder.write("two.json", with_replies(queued));
    let run = folder.run("lint two.json");
    assert_eq!(run.code, Some(0));
    let strict = folder.run("generate two.json --out two.rs --strict");
    assert_eq!(strict.code, Some(0), "{}", strict.notes);
    let bindings = folder.read("two.rs");
    assert!(bindings.contains("\n    Accepted("), "{bindings}");
    let empty = r#""204": { "description": "Nothing new." }"#;
    folder.write("one.json", with_replies(empty));
    assert_eq!(folder.run("lint one.json").code, Some(0));
    folder.run("generate one.json --out one.rs");
    let bindings = folder.read("one.rs");
    assert!(bindings.contains("\n    NoContent,"), "{bindings}");
}

#[test]
fn nothing_is_said_twice() {
    let folder = Folder::new("lint-once");
    let operation = r#""operationId": "send_parcel","#;
    let more = r#""security": [{ "Key": [] }],
        "parameters": [{ "name": "parcel", "in": "body", "schema": { "type": "string" } }],
        "x-bindery-errors": [{ "family": "Rare" }, { "family": "Rare", "name": "Lost" }],"#;
    folder.write(
        "wrong.json",
        SPEC.replace(operation, &format!("{operation}{more}")),
    );
    let run = folder.run("lint wrong.json");
    let said = |code| run.out.matches(code).count();
    let codes = ["unknown-scheme", "bad-value", "unknown-error"];
    assert_eq!(codes.map(said), [1, 1, 2], "{}", run.out);
    assert_eq!(run.notes, "4 errors, 0 warnings in 1 file\n");
}

#[test]
fn colours_stay_off_pipes() {
    let folder = Folder::new("lint-colours");
    folder.write("broken.json", broken());
    let run = folder.run("lint broken.json");
    assert!(!run.out.contains('\u{1b}') && !run.notes.contains('\u{1b}'));
}

#[test]
fn a_file_that_cannot_be_read_hides_no_other() {
    let folder = Folder::new("lint-unread");
    folder.write("broken.json", broken());
    let run = folder.run("lint none.json broken.json");
    assert_eq!(run.code, Some(2));
    assert!(
        run.notes.starts_with("error: `none.json` cannot be read: "),
        "{}",
        run.notes
    );
    assert!(
        run.notes.ends_with("2 errors, 0 warnings in 1 file\n"),
        "{}",
        run.notes
    );
}

#[test]
fn json_for_programs() {
    let folder = Folder::new("lint-json");
    folder.write("broken.json", broken());
    let run = folder.run("lint broken.json --format json");
    assert_eq!(run.code, Some(1));
    let findings: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("every line is an object"))
        .collect();
    assert_eq!(findings.len(), 2, "{}", run.out);
    let first = &findings[0];
    assert_eq!(first["code"], "unknown-extension");
    assert_eq!(first["severity"], "error");
    assert_eq!(first["file"], "broken.json");
    assert_eq!(first["label"], "did you mean `x-bindery-envelope`?");
    let place = ["line", "column", "end_line", "end_column"].map(|key| first[key].as_u64());
    assert_eq!(place, [5, 3, 5, 22].map(Some));
    assert!(
        first["message"]
            .as_str()
            .is_some_and(|message| message.contains("x-bindery-envelop"))
    );
    assert!(first["help"].is_null() && first["notes"].is_array());
}
