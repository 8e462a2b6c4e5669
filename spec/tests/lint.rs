//! What `lint` says of the documents in `tests/lint` is exactly what their `.txt` says.
//! Run with `UPDATE=1` to rewrite the expectations, then read the difference.

use std::fs;
use std::path::Path;

use bindery_spec::{Document, Severity, check, has_errors, lint};

#[test]
fn descriptions_that_are_missing() {
    assert_linted("descriptions");
}

#[test]
fn examples_that_their_schemas_refuse() {
    assert_linted("examples");
}

#[test]
fn limits_that_are_stated_twice() {
    assert_linted("limits");
}

#[test]
fn links_that_lead_nowhere() {
    assert_linted("links");
}

#[test]
fn operations_without_names() {
    assert_linted("nameless");
}

#[test]
fn keywords_that_bindings_pass_over() {
    assert_linted("passed-over");
}

#[test]
fn servers_that_bindings_leave_out() {
    assert_linted("servers");
}

#[test]
fn components_and_codes_that_nothing_leads_to() {
    assert_linted("unused");
}

#[test]
fn the_flagship_is_tidy() {
    assert_eq!(linted("../../tencent-im.json"), "\n");
}

#[test]
fn the_macro_is_not_told() {
    let document = document("descriptions.json");
    assert!(
        lint(&document)
            .iter()
            .all(|finding| finding.severity == Severity::Warning)
    );
    assert_eq!(check(&document), []);
}

#[test]
fn documents_with_errors_are_linted_without_a_panic() {
    for entry in fs::read_dir(folder().join("../broken")).unwrap() {
        let path = entry.unwrap().path();
        if let Ok(document) = Document::parse("broken.json", fs::read_to_string(path).unwrap()) {
            lint(&document);
        }
    }
}

fn assert_linted(name: &str) {
    let found = linted(&format!("{name}.json"));
    let path = folder().join(format!("{name}.txt"));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(found, expected, "--- found\n{found}");
}

fn linted(file: &str) -> String {
    let document = document(file);
    assert!(!has_errors(&check(&document)), "{file} has errors");
    let findings = lint(&document);
    let texts: Vec<_> = findings
        .iter()
        .map(|finding| format!("[{}] {}", finding.code, document.render(finding)))
        .collect();
    texts.join("\n\n") + "\n"
}

fn document(file: &str) -> Document {
    Document::parse(file, fs::read_to_string(folder().join(file)).unwrap()).unwrap()
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lint"))
}
