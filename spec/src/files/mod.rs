//! The files that a document's references name, beside the document itself: which there are, and which one is meant.
//! Reads none; whoever has a file system hands them over, see [`Document::with_files`].

mod index;
mod inline;
mod path;
mod reach;
mod torn;

use std::collections::HashMap;
use std::sync::Arc;

use crate::check::place::{Place, Shape};
use crate::document::{Document, Parse};
use crate::reference::{self, Miss, percent_decode};
use crate::source::Source;
use crate::span::Span;
use crate::value::Value;
use index::Index;
pub(crate) use inline::is_beyond;
pub(crate) use path::stem;
pub(crate) use reach::mapped_files;

/// The text of a file that a reference names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileText {
    /// In JSON.
    Json(String),
    /// In YAML, as far as it says what JSON could say.
    #[cfg(feature = "yaml")]
    Yaml(String),
}

/// The files handed over, and what of them the document leads to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files {
    /// In the order of their numbers. A value keeps its address while others come.
    others: Vec<Arc<Other>>,
    by_path: HashMap<String, usize>,
    parts: Vec<Part>,
}

/// A file that is not the document's own.
#[derive(Clone, Debug)]
pub(crate) struct Other {
    path: String,
    root: Value,
    index: Option<Index>,
}

/// What a reference names in another file, each once, in the order in which references lead there.
#[derive(Clone, Debug)]
struct Part {
    file: usize,
    tokens: Vec<String>,
    shape: Shape,
    place: Place,
}

/// A schema of another file that a reference names.
#[derive(Clone, Debug)]
pub struct ForeignSchema<'d> {
    /// The last token of the pointer, or the stem of the file's name.
    pub name: &'d str,
    /// The key it stands under, or the start of its file.
    pub at: Span,
    /// The schema.
    pub schema: &'d Value,
}

/// The file that a reference leads into.
#[derive(Clone, Copy)]
pub(crate) enum Meant<'d> {
    Root,
    Other(&'d Other),
}

impl<'d> Meant<'d> {
    /// The path of a file that is not the document's own.
    pub(crate) fn path(self) -> Option<&'d str> {
        match self {
            Meant::Root => None,
            Meant::Other(other) => Some(&other.path),
        }
    }

    /// The value at a pointer.
    pub(crate) fn walk(
        self,
        document: &'d Document,
        tokens: &[String],
    ) -> Result<&'d Value, (usize, &'d Value)> {
        match self {
            Meant::Root => document.walk(tokens),
            Meant::Other(other) => index::walk(&other.root, other.index.as_ref(), tokens),
        }
    }
}

impl Document {
    /// The file that the text before the `#` of a reference means, seen from the file the reference stands in.
    pub(crate) fn meant<'a>(
        &'a self,
        reference: &Value,
        file: &str,
    ) -> Result<Meant<'a>, Miss<'a>> {
        let home = self.home(reference.span);
        if file.is_empty() {
            return Ok(home.map_or(Meant::Root, Meant::Other));
        }
        let path = self.path_of(home, file)?;
        if path == path::normal(&self.source.name) {
            return Ok(Meant::Root);
        }
        match self.files.by_path.get(&path) {
            Some(&index) => Ok(Meant::Other(&self.files.others[index])),
            None => Err(self.absent(file, path)),
        }
    }

    /// The path of a file that a reference names, in the manner of the document's own name.
    fn path_of<'a>(&self, home: Option<&Other>, file: &str) -> Result<String, Miss<'a>> {
        if path::is_url(file) {
            return Err(Miss::Url(file.to_owned()));
        }
        if path::is_absolute(file) {
            return Err(Miss::Absolute(file.to_owned()));
        }
        let file = percent_decode(file).ok_or(Miss::Malformed)?;
        let base = home.map_or(&*self.source.name, |other| &*other.path);
        Ok(path::join(base, &file))
    }

    fn absent<'a>(&self, written: &str, path: String) -> Miss<'a> {
        let known = self.component("schemas", written).is_some();
        let meant = known.then(|| format!("#/components/schemas/{written}"));
        Miss::Absent { path, meant }
    }

    /// The other file that a place is in; `None` in the document and in its overlays.
    fn home(&self, span: Span) -> Option<&Other> {
        let others = usize::from(span.file).checked_sub(1 + self.source.overlays().len())?;
        self.files.others.get(others).map(|other| &**other)
    }

    /// Whether a value stands in another file than the document's own.
    pub(crate) fn is_foreign(&self, value: &Value) -> bool {
        self.home(value.span).is_some()
    }

    /// The trees of the document and of the files that were handed over.
    pub(crate) fn roots(&self) -> impl Iterator<Item = &Value> {
        let others = self.files.others.iter().map(|other| &other.root);
        std::iter::once(&self.root).chain(others)
    }

    /// What the document leads to in other files, each with its place: an object, or a table of them.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (Shape, Place, &Value)> {
        let parts = self.files.parts.iter();
        parts.filter_map(|part| Some((part.shape, part.place, self.part(part)?)))
    }

    fn part(&self, part: &Part) -> Option<&Value> {
        let other = Meant::Other(self.files.others.get(part.file)?);
        other.walk(self, &part.tokens).ok()
    }

    /// The schemas of other files that references name, in the order in which the document leads to them.
    pub fn foreign_schemas(&self) -> impl Iterator<Item = ForeignSchema<'_>> {
        let parts = self.files.parts.iter();
        let schemas = parts.filter(|part| part.place == Place::Schema && part.shape == Shape::One);
        schemas.filter_map(|part| {
            let schema = self.part(part)?;
            let other = self.files.others.get(part.file)?;
            let (name, at) = match part.tokens.split_last() {
                None => (stem(&other.path), Span::default()),
                Some((last, before)) => {
                    let holder = Meant::Other(other).walk(self, before).ok()?;
                    (&**last, holder.member(last)?.key_span)
                }
            };
            let name = reference::telling(name)?;
            let at = Span {
                file: schema.span.file,
                ..at
            };
            Some(ForeignSchema { name, at, schema })
        })
    }
}

impl Files {
    /// Takes a tree whose text the source has as its last file.
    fn add(&mut self, path: String, root: Value) {
        self.by_path.insert(path.clone(), self.others.len());
        let index = Index::of(&root);
        self.others.push(Arc::new(Other { path, root, index }));
    }
}

/// A text and how to read it.
fn source(path: &str, text: FileText) -> (Source, Parse) {
    match text {
        FileText::Json(text) => (Source::new(path, text), crate::json::parse),
        #[cfg(feature = "yaml")]
        FileText::Yaml(text) => (Source::new(path, text), crate::yaml::parse),
    }
}
