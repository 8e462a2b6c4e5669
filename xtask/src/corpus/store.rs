//! Results kept from run to run: one JSON object a line, each as soon as it is known, so that nothing is lost when a run
//! is stopped.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::find::Found;
use crate::error::Error;
use crate::record::{Compilation, Generation};

/// The results of one build of the generator.
pub(super) struct Store {
    path: PathBuf,
    file: File,
    build: String,
    generations: HashMap<Key, Generation>,
    compilations: HashMap<Key, Compilation>,
}

/// A document as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct Key {
    document: String,
    content: String,
}

impl From<&Found> for Key {
    fn from(found: &Found) -> Self {
        Key {
            document: found.name.clone(),
            content: found.content.clone(),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Line {
    build: String,
    #[serde(flatten)]
    key: Key,
    #[serde(flatten)]
    result: Outcome,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
enum Outcome {
    Generation(Generation),
    Compilation(Compilation),
}

impl Store {
    /// Takes what is known of this build out of a folder, and forgets what other builds left there.
    pub(super) fn open(dir: &Path, build: &str, fresh: bool) -> Result<Self, Error> {
        let path = dir.join("results.jsonl");
        let kept = if fresh { String::new() } else { read(&path) };
        let lines: Vec<(&str, Line)> = kept
            .lines()
            // The last line is half a line where a run was stopped.
            .filter_map(|text| Some((text, serde_json::from_str(text).ok()?)))
            .filter(|(_, line): &(&str, Line)| line.build == build)
            .collect();
        let texts = lines.iter().map(|(text, _)| format!("{text}\n"));
        let file = replace(&path, &texts.collect::<String>());
        let mut store = Store {
            file: file.map_err(|error| Error::write(&path, error))?,
            path,
            build: build.to_owned(),
            generations: HashMap::new(),
            compilations: HashMap::new(),
        };
        for (_, line) in lines {
            store.know(line.key, line.result);
        }
        Ok(store)
    }

    pub(super) fn generation(&self, key: &Key) -> Option<Generation> {
        self.generations.get(key).cloned()
    }

    pub(super) fn compilation(&self, key: &Key) -> Option<Compilation> {
        self.compilations.get(key).cloned()
    }

    pub(super) fn generated(&mut self, key: Key, result: Generation) -> Result<(), Error> {
        self.add(key, Outcome::Generation(result))
    }

    pub(super) fn compiled(&mut self, key: Key, result: Compilation) -> Result<(), Error> {
        self.add(key, Outcome::Compilation(result))
    }

    fn add(&mut self, key: Key, result: Outcome) -> Result<(), Error> {
        let line = Line {
            build: self.build.clone(),
            key,
            result,
        };
        serde_json::to_string(&line)
            .map_err(io::Error::from)
            .and_then(|text| writeln!(self.file, "{text}"))
            .map_err(|error| Error::write(&self.path, error))?;
        self.know(line.key, line.result);
        Ok(())
    }

    fn know(&mut self, key: Key, result: Outcome) {
        match result {
            Outcome::Generation(result) => {
                self.generations.insert(key, result);
            }
            Outcome::Compilation(result) => {
                self.compilations.insert(key, result);
            }
        }
    }
}

impl Key {
    /// The same document against a runtime.
    pub(super) fn with(mut self, runtime: &str) -> Self {
        self.content = format!("{}+{runtime}", self.content);
        self
    }
}

/// What an earlier run left; nothing where there was none.
fn read(path: &Path) -> String {
    let bytes = fs::read(path).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Puts a text in a file's place in one step, and opens it for more.
fn replace(path: &Path, text: &str) -> io::Result<File> {
    let beside = path.with_extension("new");
    fs::write(&beside, text)?;
    fs::rename(&beside, path)?;
    OpenOptions::new().append(true).open(path)
}
