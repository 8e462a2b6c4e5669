//! A spec's file, its overlays' and those it refers to as a document, in JSON or in YAML.

use std::path::{Path, PathBuf};

use bindery_spec::disk::Roots;
use bindery_spec::{Document, FileText, Findings};

use crate::error::Error;
use crate::input;

/// The document in a file, with overlays laid over it in order and the files it refers to, or what keeps it from being one.
///
/// References lead below the folder of the spec, and below `roots`.
pub(crate) fn read(
    path: &Path,
    overlays: &[PathBuf],
    roots: &[PathBuf],
) -> Result<Result<Document, Findings>, Error> {
    let (name, text, yaml) = file(path)?;
    let mut document = if yaml {
        Document::parse_yaml(&name, text)
    } else {
        Document::parse(&name, text)
    };
    for overlay in overlays {
        let (name, text, yaml) = file(overlay)?;
        document = document.and_then(|document| {
            if yaml {
                document.with_yaml_overlay(&name, text)
            } else {
                document.with_overlay(&name, text)
            }
        });
    }
    let roots = Roots::of(path, roots).map_err(Error::NoRoot)?;
    Ok(document.and_then(|document| document.with_files(|path| referred(&roots, path))))
}

/// A file that a reference names, in whichever of the two it is, or why it cannot be read.
fn referred(roots: &Roots, path: &str) -> Result<FileText, String> {
    let file = Path::new(path);
    let (_, text) = roots.read(file, path, "`--root DIR`")?;
    Ok(if is_yaml(file, &text) {
        FileText::Yaml(text)
    } else {
        FileText::Json(text)
    })
}

/// A file's name as the user wrote it, its text, and whether that is YAML.
fn file(path: &Path) -> Result<(String, String, bool), Error> {
    let text = input::read(path)?;
    let yaml = is_yaml(path, &text);
    Ok((path.display().to_string(), text, yaml))
}

fn is_yaml(path: &Path, text: &str) -> bool {
    is_named_yaml(path) || !begins_like_json(text)
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
