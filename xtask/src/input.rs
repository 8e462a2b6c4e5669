//! The documents that a command is given: files, and folders with all that is in them.

use std::fs;
use std::path::{Path, PathBuf};

use bindery_spec::Document;

use crate::corpus::spec_files;
use crate::error::Error;
use crate::sample::Description;

/// A document that can be read.
pub(crate) struct Input {
    /// The path without what all have in common.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
    pub(crate) document: Document,
    pub(crate) description: Description,
}

/// The documents in files and folders whose name has a text in it, in the order given. What is no document is passed over.
pub(crate) fn documents(paths: &[PathBuf], only: Option<&str>) -> Result<Vec<Input>, Error> {
    let mut found = Vec::new();
    for root in paths {
        let mut files = Vec::new();
        if root.is_dir() {
            spec_files(root, &mut files)?;
            files.sort();
        } else {
            files.push(root.clone());
        }
        for path in files {
            let name = name(root, &path);
            if only.is_none_or(|text| name.contains(text)) {
                found.extend(read(name, &path)?);
            }
        }
    }
    match paths.first() {
        Some(first) if found.is_empty() => Err(Error::Nothing(first.clone())),
        _ => Ok(found),
    }
}

fn name(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).ok();
    let inside = inside.filter(|inside| !inside.as_os_str().is_empty());
    let short = inside.or(path.file_name().map(Path::new)).unwrap_or(path);
    short
        .with_extension("")
        .to_string_lossy()
        .replace('\\', "/")
}

fn read(name: String, path: &Path) -> Result<Option<Input>, Error> {
    let text = fs::read_to_string(path).map_err(|error| Error::read(path, error))?;
    let Ok(document) = Document::parse(&name, text.clone()) else {
        return Ok(None);
    };
    let description = Description::new(&text, &document).ok();
    Ok(description.map(|description| Input {
        name,
        path: path.to_owned(),
        document,
        description,
    }))
}
