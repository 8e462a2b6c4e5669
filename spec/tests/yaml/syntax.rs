//! Texts that are no documents: every one of `broken` is complained about exactly as its `.txt` says, and none hangs.
//! Run with `UPDATE=1` to rewrite the expectations, then read the difference.

use std::fs;
use std::path::{Path, PathBuf};

use bindery_spec::Document;

use crate::rendered::rendered;

#[test]
fn findings_are_rendered_as_expected() {
    let mut wrong = Vec::new();
    for path in texts() {
        let found = findings(&path);
        let expected = path.with_extension("txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &found).unwrap();
        }
        let text = fs::read_to_string(&expected).unwrap_or_default();
        if text != found {
            wrong.push(format!("--- expected\n{text}\n--- found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_text_has_a_finding() {
    let texts = texts();
    assert!(texts.len() >= 30);
    for path in texts {
        assert!(
            findings(&path).len() > 1,
            "{} is not broken",
            path.display()
        );
    }
}

fn findings(path: &Path) -> String {
    let name = path.file_name().unwrap().to_str().unwrap();
    let text = rendered(Document::parse_yaml(
        name,
        fs::read_to_string(path).unwrap(),
    ));
    text + "\n"
}

fn texts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/yaml/broken");
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut texts: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        .collect();
    texts.sort();
    texts
}
