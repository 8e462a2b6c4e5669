//! Every broken document of `tests/broken` is complained about exactly as its `.txt` says.
//! Run with `UPDATE=1` to rewrite the expectations, then read the difference.

#[path = "support/rendered.rs"]
mod rendered;

use std::fs;
use std::path::{Path, PathBuf};

use bindery_spec::{Document, check};
use rendered::rendered;

#[test]
fn findings_are_rendered_as_expected() {
    let mut wrong = Vec::new();
    for path in documents() {
        let found = findings(&path);
        let expected = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        let text = fs::read_to_string(&expected).unwrap_or_default();
        if text != found {
            wrong.push(format!(
                "{}\n--- expected\n{text}\n--- found\n{found}",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_broken_document_has_a_finding() {
    let documents = documents();
    assert!(documents.len() >= 35);
    for path in documents {
        assert!(
            findings(&path).len() > 1,
            "{} is not broken",
            path.display()
        );
    }
}

#[test]
fn findings_come_in_the_order_of_the_document() {
    let path = folder().join("many-at-once.json");
    let document = Document::parse("api.json", fs::read_to_string(path).unwrap()).unwrap();
    let starts: Vec<_> = check(&document)
        .iter()
        .map(|finding| finding.span.start)
        .collect();
    assert!(starts.len() >= 5);
    assert!(starts.is_sorted());
}

fn findings(path: &Path) -> String {
    let name = path.file_name().unwrap().to_str().unwrap();
    let text = rendered(Document::parse(name, fs::read_to_string(path).unwrap()));
    text + "\n"
}

fn documents() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut documents: Vec<_> = entries
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    documents.sort();
    documents
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken")
}
