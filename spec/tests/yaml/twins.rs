//! Documents in JSON beside the same ones in YAML.

use std::fs;
use std::path::{Path, PathBuf};

use bindery_spec::{Document, Finding, check};

use crate::writer::yaml;

#[test]
fn a_document_and_its_twin_are_one_tree() {
    let mut paths = documents("../tests/fixtures");
    paths.extend(
        documents("tests")
            .into_iter()
            .chain([folder("tencent-im.json")]),
    );
    assert!(paths.len() >= 7);
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let json = Document::parse("api.json", text).unwrap();
        let yaml = Document::parse_yaml("api.yaml", yaml(&json.root)).unwrap();
        assert!(yaml.root.equals(&json.root), "{}", path.display());
        assert_eq!(check(&yaml).len(), check(&json).len());
    }
}

#[test]
fn the_same_is_wrong_with_a_document_and_its_twin() {
    let mut compared = 0;
    for path in documents("tests/broken") {
        let text = fs::read_to_string(&path).unwrap();
        let Ok(json) = Document::parse("api", text) else {
            continue;
        };
        let yaml = Document::parse_yaml("api", yaml(&json.root));
        let yaml = yaml.unwrap_or_else(|findings| panic!("{}: {findings}", path.display()));
        assert_eq!(told(&yaml), told(&json), "{}", path.display());
        compared += 1;
    }
    assert!(compared >= 40, "{compared}");
}

/// What is said about a document, each with the word it is said about where it stands alone.
fn told(document: &Document) -> Vec<String> {
    let tell = |finding: &Finding| {
        let at = document.source.snippet(finding.span).trim_matches('"');
        let at = if at.contains(['\n', '{', '[', ' ']) {
            ""
        } else {
            at
        };
        let Finding {
            code,
            message,
            label,
            help,
            ..
        } = finding;
        format!("{code}: {message} at {at}: {label} {help:?}")
    };
    check(document).iter().map(tell).collect()
}

fn documents(name: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(name)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
