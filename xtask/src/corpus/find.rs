//! Which files of a folder are tried, in the order of their paths, whatever order the file system has.

use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use super::pool;
use crate::args::Choice;
use crate::error::Error;

/// A file that says of itself that it is an `OpenAPI` document.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    /// The path in the folder, with `/` on every system and without `.json`.
    pub(super) name: String,
    pub(super) bytes: u64,
    /// The digest of what is in it.
    pub(super) content: String,
}

impl Found {
    /// The first step of the path.
    fn provider(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }
}

pub(super) fn documents(choice: &Choice, jobs: usize) -> Result<Vec<Found>, Error> {
    let mut paths = Vec::new();
    spec_files(&choice.dir, &mut paths)?;
    let wanted = |path: &PathBuf| {
        let text = choice.only.as_deref().unwrap_or_default();
        name(&choice.dir, path).contains(text)
    };
    paths.retain(wanted);
    let mut found = Vec::new();
    pool::work(
        &paths,
        jobs,
        |path| look(&choice.dir, path),
        |_, one| one.map(|one| found.extend(one)),
    )?;
    found.sort_by(|one, two| one.name.cmp(&two.name));
    if choice.one_per_provider {
        let mut seen = HashSet::new();
        found.retain(|one| seen.insert(one.provider().to_owned()));
    }
    if found.is_empty() {
        return Err(Error::Nothing(choice.dir.clone()));
    }
    Ok(found)
}

/// All JSON and YAML files below a folder. Links to folders are not followed, for they may lead in circles.
pub(crate) fn spec_files(dir: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Error> {
    let entries = fs::read_dir(dir).map_err(|error| Error::read(dir, error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Error::read(dir, error))?;
        let path = entry.path();
        let kind = entry
            .file_type()
            .map_err(|error| Error::read(&path, error))?;
        if kind.is_dir() {
            spec_files(&path, paths)?;
        } else if is_yaml(&path) || has_extension(&path, "json") {
            paths.push(path);
        }
    }
    Ok(())
}

/// Whether a file's name says that it is YAML.
pub(crate) fn is_yaml(path: &Path) -> bool {
    has_extension(path, "yaml") || has_extension(path, "yml")
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension()
        .is_some_and(|extension| extension == wanted)
}

/// The file, if it speaks of `OpenAPI` at all; whether it is a document, the generator's reader tells.
fn look(dir: &Path, path: &Path) -> Result<Option<Found>, Error> {
    let bytes = fs::read(path).map_err(|error| Error::read(path, error))?;
    let word = if is_yaml(path) {
        "openapi:"
    } else {
        "\"openapi\""
    };
    if !String::from_utf8_lossy(&bytes).contains(word) {
        return Ok(None);
    }
    Ok(Some(Found {
        path: path.to_owned(),
        name: name(dir, path),
        bytes: bytes.len() as u64,
        content: digest(&bytes),
    }))
}

fn name(dir: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(dir).unwrap_or(path).with_extension("");
    let steps: Vec<_> = inside.iter().map(|step| step.to_string_lossy()).collect();
    steps.join("/")
}

/// The digest of a file.
pub(crate) fn digest_of(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(|error| Error::read(path, error))?;
    Ok(digest(&bytes))
}

/// Tells files apart that nobody made alike on purpose.
fn digest(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}
