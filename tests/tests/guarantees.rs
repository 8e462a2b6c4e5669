//! `docs/guarantees.md` and the cases name each other.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The case at the end of each line of the list.
fn promised() -> Vec<String> {
    let text = fs::read_to_string(here().join("../docs/guarantees.md")).unwrap();
    let lines = text.lines().filter(|line| line.starts_with("- "));
    let case = |line: &str| {
        let case = line
            .strip_suffix('`')
            .and_then(|line| line.rsplit_once(": `"));
        case.unwrap_or_else(|| panic!("no case at the end of `{line}`"))
            .1
            .to_owned()
    };
    lines.map(case).collect()
}

/// Each case of the compiler's, each test of the list of defects, and each that drives cargo in a crate of its own.
fn kept() -> BTreeSet<String> {
    let ui = ["ours", "rustc", "pass"].into_iter().flat_map(|folder| {
        let stems = sources(&here().join("ui").join(folder))
            .into_iter()
            .map(|file| stem(&file));
        stems.map(move |stem| format!("ui/{folder}/{stem}"))
    });
    let defects = sources(&here().join("tests/defects"))
        .into_iter()
        .flat_map(|file| named_tests("defects/", &file));
    let rebuild = named_tests("", &here().join("tests/rebuild.rs"));
    ui.chain(defects).chain(rebuild).collect()
}

fn named_tests(folder: &str, file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let named = tests(&text).map(|name| format!("{folder}{}::{name}", stem(file)));
    named.collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files
        .filter(|file| file.extension().is_some_and(|found| found == "rs"))
        .collect()
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The functions that an attribute makes tests.
fn tests(text: &str) -> impl Iterator<Item = &str> {
    let attributed = text.lines().zip(text.lines().skip(1));
    let tests =
        attributed.filter(|(attribute, _)| ["#[test]", "#[tokio::test]"].contains(attribute));
    tests.map(|(_, line)| {
        line.trim_start_matches("async ")
            .trim_start_matches("fn ")
            .split('(')
            .next()
            .unwrap()
    })
}

#[test]
fn every_line_has_a_case_and_every_case_a_line() {
    let promised = promised();
    let once: BTreeSet<String> = promised.iter().cloned().collect();
    assert_eq!(promised.len(), once.len(), "a case stands behind two lines");
    let kept = kept();
    assert!(
        kept.len() > 60,
        "the cases are not where they were: {kept:?}"
    );
    let broken: Vec<_> = once.difference(&kept).collect();
    assert!(broken.is_empty(), "lines without a case: {broken:?}");
    let untold: Vec<_> = kept.difference(&once).collect();
    assert!(
        untold.is_empty(),
        "cases without a line in docs/guarantees.md: {untold:?}"
    );
}
