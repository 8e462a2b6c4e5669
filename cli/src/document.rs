//! A spec's file as a document, in JSON or in YAML.

use std::path::Path;

use bindery_spec::{Document, Findings};

use crate::error::Error;
use crate::input;

/// The document in a file, or what keeps it from being one.
pub(crate) fn read(path: &Path) -> Result<Result<Document, Findings>, Error> {
    let text = input::read(path)?;
    let name = path.display().to_string();
    Ok(if is_named_yaml(path) || !begins_like_json(&text) {
        Document::parse_yaml(&name, text)
    } else {
        Document::parse(&name, text)
    })
}

pub(crate) fn is_named_yaml(path: &Path) -> bool {
    let is = |end: &str| {
        path.extension()
            .is_some_and(|it| it.eq_ignore_ascii_case(end))
    };
    is("yaml") || is("yml")
}

/// With a bracket, a `//` that somebody took for a comment, or nothing at all: the JSON reader has words for these.
fn begins_like_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.is_empty() || text.starts_with(['{', '[', '/'])
}
