//! Finding one's way through schemas: which properties there are, and what a pointer leads to.
//! Follows `$ref` and composition; whatever is not described may be anything.

use std::collections::{BTreeSet, HashSet};
use std::ptr;

use crate::document::Document;
use crate::value::Value;

/// The properties a schema may have.
#[derive(Default)]
pub(super) struct Properties<'a> {
    pub(super) names: BTreeSet<&'a str>,
    /// Whether there may be properties that are not described.
    pub(super) open: bool,
}

/// What a pointer leads to.
pub(super) enum Found<'a> {
    /// This schema.
    Schema(&'a Value),
    /// A value nobody describes.
    Anything,
    /// Nothing: the token at this index names none of the properties there.
    Nothing { token: usize, known: Vec<&'a str> },
}

/// A schema and all that is composed into it, each once, references followed.
pub(super) fn composition<'a>(document: &'a Document, schemas: &[&'a Value]) -> Vec<&'a Value> {
    let mut seen = HashSet::new();
    let mut pending: Vec<_> = schemas.iter().rev().copied().collect();
    let mut parts = Vec::new();
    while let Some(schema) = pending.pop() {
        if !seen.insert(ptr::from_ref(schema)) {
            continue;
        }
        parts.push(schema);
        if let Some(reference) = schema.get("$ref") {
            pending.extend(document.follow(reference));
        }
        for key in ["oneOf", "anyOf", "allOf"] {
            let branches = schema
                .get(key)
                .and_then(Value::as_array)
                .unwrap_or_default();
            pending.extend(branches.iter().rev());
        }
    }
    parts
}

/// All properties of some schemas together.
pub(super) fn properties<'a>(document: &'a Document, schemas: &[&'a Value]) -> Properties<'a> {
    let mut found = Properties::default();
    let mut described = false;
    for part in composition(document, schemas) {
        if let Some(members) = part.get("properties").and_then(Value::as_object) {
            described = true;
            found
                .names
                .extend(members.iter().map(|member| &*member.key));
        }
        found.open |= part.get("additionalProperties").is_some_and(is_open);
        found.open |= part.get("patternProperties").is_some();
    }
    found.open |= !described;
    found
}

/// The JSON types a schema declares, references and `allOf` followed.
pub(super) fn types<'a>(document: &'a Document, schema: &'a Value) -> Vec<&'a str> {
    for part in composition(document, &[schema]) {
        let Some(value) = part.get("type") else {
            continue;
        };
        let words = value.as_array().unwrap_or(std::slice::from_ref(value));
        return words.iter().filter_map(Value::as_str).collect();
    }
    Vec::new()
}

/// The items of an array schema.
pub(super) fn items<'a>(document: &'a Document, schema: &'a Value) -> Option<&'a Value> {
    composition(document, &[schema])
        .into_iter()
        .find_map(|part| part.get("items"))
}

/// Follows the tokens of a pointer, `*` into the items of an array.
pub(super) fn find<'a>(document: &'a Document, schema: &'a Value, tokens: &[String]) -> Found<'a> {
    let mut schema = schema;
    for (i, token) in tokens.iter().enumerate() {
        schema = match step(document, schema, token) {
            Found::Schema(next) => next,
            Found::Anything => return Found::Anything,
            Found::Nothing { known, .. } => return Found::Nothing { token: i, known },
        };
    }
    Found::Schema(schema)
}

fn step<'a>(document: &'a Document, schema: &'a Value, token: &str) -> Found<'a> {
    let parts = composition(document, &[schema]);
    let next = parts.iter().find_map(|part| match token {
        "*" => part.get("items"),
        _ => part.get("properties")?.get(token),
    });
    if let Some(next) = next {
        return Found::Schema(next);
    }
    let known = properties(document, &[schema]);
    let types = types(document, schema);
    let scalar = !types.is_empty() && !types.contains(&"object") && !types.contains(&"array");
    let array = items(document, schema).is_some();
    if known.open && !scalar && (token == "*" || !array) {
        return Found::Anything;
    }
    Found::Nothing {
        token: 0,
        known: known.names.into_iter().collect(),
    }
}

/// Whether `additionalProperties` lets undescribed properties in on purpose.
fn is_open(value: &Value) -> bool {
    value.as_bool() != Some(false)
}
