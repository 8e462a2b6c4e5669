//! Words of a document that try to steer the terminal, or to be lines of a file.

use crate::folder::{Folder, Run};

/// An escape, the same in one byte of another set, a line end, and text turned around.
const HOSTILE: &str = r"x\u001b[2J\u009b2J\n\r\u202eevil();\u0007";

fn document() -> String {
    r##"{
 "openapi": "3.1.0",
 "info": { "title": "T", "version": "1", "x-bindery-EVIL": 1 },
 "paths": { "/a": { "get": {
  "operationId": "EVIL", "summary": "EVIL", "description": "EVIL",
  "parameters": [{ "name": "EVIL", "in": "query", "description": "EVIL", "schema": { "type": "string", "enum": ["EVIL", "b"], "pattern": "EVIL(" } }],
  "x-bindery-errors": { "EVIL": 1 },
  "responses": { "200": { "description": "EVIL", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/EVIL" } } } } }
 } } },
 "components": { "schemas": { "EVIL": { "type": "object", "properties": { "EVIL": { "type": "EVIL" } } } } }
}"##
    .replace("EVIL", HOSTILE)
}

/// The same without what is wrong.
fn sound() -> String {
    let wrong = [
        format!(r#", "x-bindery-{HOSTILE}": 1"#),
        format!(r#", "pattern": "{HOSTILE}(""#),
        format!(r#""x-bindery-errors": {{ "{HOSTILE}": 1 }},"#),
        format!(r#""type": "{HOSTILE}""#),
    ];
    wrong
        .iter()
        .fold(document(), |text, it| text.replace(it, ""))
}

/// Runs the command with one argument more, whatever is in it.
fn run(folder: &Folder, arguments: &str, last: &str) -> Run {
    let output = folder.command(arguments).arg(last).output();
    output.expect("the command starts").into()
}

/// Nothing but lines of characters that can be seen.
#[track_caller]
fn assert_plain(text: &str, what: &str) {
    let bad = text.find(|c: char| c != '\n' && bindery_spec::plain::steers(c));
    assert_eq!(bad, None, "{what}: {text:?}");
    assert!(!text.contains("\nevil"), "{what}: {text:?}");
}

#[test]
fn no_word_of_a_document_steers_the_terminal() {
    let folder = Folder::new("hostile");
    folder.write("wrong.json", document());
    folder.write("old.json", sound());
    folder.write("new.json", sound().replace(r#", "b""#, ""));
    for command in [
        "lint wrong.json",
        "lint wrong.json --format json",
        "lint old.json",
        "lint old.json --format json",
        "generate wrong.json --out out.rs",
        "diff old.json new.json",
        "diff old.json new.json --format json",
        "diff wrong.json new.json",
        "explain a --spec old.json",
        "explain a --spec wrong.json",
        "generate old.json --out out.rs --operations a",
        "generate old.json --out out.rs",
        "generate new.json --out new.rs",
        "check new.json --out out.rs",
    ] {
        let run = folder.run(command);
        assert!(!(run.out.is_empty() && run.notes.is_empty()), "{command}");
        assert_plain(&run.out, command);
        assert_plain(&run.notes, command);
    }
}

#[test]
fn an_operation_id_stays_in_the_header() {
    let folder = Folder::new("hostile-header");
    folder.write("api.json", sound());
    let id = "x\u{1b}[2J\u{9b}2J\n\r\u{202e}evil();\u{7}";
    let made = run(&folder, "generate api.json --out api.rs --operations", id);
    assert_eq!(made.code, Some(0), "{}", made.notes);
    let text = folder.read("api.rs");
    assert_plain(&text, "the file");
    let line = text.lines().nth(1).unwrap();
    assert!(
        line.ends_with(r"--operations $'x\x1b[2J\U0000009b2J\x0a\x0d\U0000202eevil();\x07'"),
        "{line}"
    );
    // The other operationId of a page is shown, too.
    let page = run(&folder, "explain --spec api.json", id);
    assert_eq!(page.code, Some(0), "{}", page.notes);
    assert_plain(&page.out, "the page");
    let page = run(&folder, "explain --spec api.json --format json", id);
    assert_plain(&page.out, "the page for programs");
}
