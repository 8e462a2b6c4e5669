//! Which spec is meant when the command line names none.

use std::fs;
use std::path::{Path, PathBuf};

use crate::document::{self, is_named_yaml};
use crate::error::Error;

/// The folder that is looked into.
const FOLDER: &str = "spec";

/// The one spec in the folder `spec`. Files that are no `OpenAPI` documents do not count.
pub(super) fn only_spec(roots: &[PathBuf]) -> Result<PathBuf, Error> {
    let mut specs = candidates(Path::new(FOLDER), roots)?;
    match (specs.pop(), specs.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => Err(Error::NoSpec),
        (Some(last), false) => {
            specs.push(last);
            Err(Error::SeveralSpecs(specs))
        }
    }
}

fn candidates(folder: &Path, roots: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| Error::read(folder, error))?.path();
        let is_json = path
            .extension()
            .is_some_and(|extension| extension == "json");
        if (is_json || is_named_yaml(&path)) && path.is_file() && is_spec(&path, roots)? {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// A torn document counts: its faults are worth telling.
fn is_spec(path: &Path, roots: &[PathBuf]) -> Result<bool, Error> {
    Ok(match document::read(path, &[], roots)? {
        Ok(_) => true,
        Err(found) => found
            .list
            .iter()
            .any(|finding| finding.code != "not-openapi"),
    })
}
