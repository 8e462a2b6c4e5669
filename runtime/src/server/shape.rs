//! From words and the paths to them back to JSON, which the types of a request are read from. What is a number and what a text,
//! only the type that is asked for knows: it gives its shape.

use std::collections::BTreeMap;

use crate::json::{DecodeError, Json, Writer};

/// What a parameter, or a member of a form, is in JSON.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A string.
    Text,
    /// JSON as it stands: numbers, `true`, `false`, objects as text. Nothing is `null`.
    Bare,
    /// JSON where the words are some, else a string.
    Any,
    /// A file, where forms carry some: the number that stands for it.
    File,
    /// A list.
    Items(&'static Shape),
    /// An object of these members; others are passed over.
    Object(&'static [(&'static str, Shape)]),
    /// An object of any members.
    Map {
        /// Names that are taken: other parameters have them.
        but: &'static [&'static str],
        /// What all members are.
        values: &'static Shape,
    },
}

/// A word and the path to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) path: Vec<String>,
    pub(super) text: String,
}

impl Entry {
    /// A word that is an item of a list, or the whole value.
    pub(super) fn item(text: String) -> Self {
        let path = Vec::new();
        Self { path, text }
    }

    /// A word that is a member's value.
    pub(super) fn member(name: String, text: String) -> Self {
        let path = vec![name];
        Self { path, text }
    }
}

/// Entries below one place: what is left of the path, and the word.
type Below<'e> = Vec<(&'e [String], &'e str)>;

/// The JSON of a value.
pub(super) fn json(shape: &Shape, entries: &[Entry]) -> Result<Vec<u8>, DecodeError> {
    let all: Below<'_> = entries
        .iter()
        .map(|entry| (&*entry.path, &*entry.text))
        .collect();
    let mut w = Writer::new();
    write(&mut w, shape, &all)?;
    Ok(w.into_bytes())
}

fn write(w: &mut Writer, shape: &Shape, entries: &Below<'_>) -> Result<(), DecodeError> {
    match shape {
        Shape::Text => w.string(last(entries)),
        Shape::Bare | Shape::File => bare(w, last(entries))?,
        Shape::Any => return any(w, entries),
        Shape::Items(item) => return list(w, item, entries),
        Shape::Object(members) => {
            let found = by_first(entries);
            w.begin_object();
            for (name, shape) in *members {
                if let Some(below) = found.get(name) {
                    w.name(name);
                    write(w, shape, below).map_err(|error| error.at(name))?;
                }
            }
            w.end_object();
        }
        Shape::Map { values, .. } => {
            w.begin_object();
            for (name, below) in by_first(entries) {
                w.name(name);
                write(w, values, &below).map_err(|error| error.at(name))?;
            }
            w.end_object();
        }
    }
    Ok(())
}

fn bare(w: &mut Writer, text: &str) -> Result<(), DecodeError> {
    if text.is_empty() {
        w.null();
    } else {
        w.raw(&Json::parse(text)?);
    }
    Ok(())
}

fn any(w: &mut Writer, entries: &Below<'_>) -> Result<(), DecodeError> {
    const VALUES: Shape = Shape::Map {
        but: &[],
        values: &Shape::Any,
    };
    let mut steps = entries.iter().filter_map(|(path, _)| path.first());
    let is_index = |step: &String| step.parse::<u32>().is_ok();
    match steps.clone().next() {
        Some(_) if steps.all(is_index) => list(w, &Shape::Any, entries),
        Some(_) => write(w, &VALUES, entries),
        None => {
            match Json::parse(last(entries)) {
                Ok(json) => w.raw(&json),
                Err(_) => w.string(last(entries)),
            }
            Ok(())
        }
    }
}

/// Items that are words, then those that have an index, in its order.
fn list(w: &mut Writer, item: &Shape, entries: &Below<'_>) -> Result<(), DecodeError> {
    let words = entries.iter().filter(|(path, _)| path.is_empty());
    let mut items: Vec<Below<'_>> = words.map(|word| vec![*word]).collect();
    let mut indexed: Vec<_> = by_first(entries).into_iter().collect();
    indexed.sort_by_key(|(index, _)| index.parse::<u32>().unwrap_or_default());
    items.extend(indexed.into_iter().map(|(_, below)| below));
    w.begin_array();
    for (index, below) in items.iter().enumerate() {
        write(w, item, below).map_err(|error| error.in_index(index))?;
    }
    w.end_array();
    Ok(())
}

/// Of several words for one value the last counts.
fn last<'e>(entries: &Below<'e>) -> &'e str {
    entries.last().map(|(_, text)| *text).unwrap_or_default()
}

fn by_first<'e>(entries: &Below<'e>) -> BTreeMap<&'e str, Below<'e>> {
    let mut found = BTreeMap::<_, Below<'e>>::new();
    for (path, text) in entries {
        if let Some((first, rest)) = path.split_first() {
            found.entry(first.as_str()).or_default().push((rest, text));
        }
    }
    found
}
