//! Finding one's way through schemas: which properties there are, and what a pointer leads to.
//! Follows `$ref` and composition; whatever is not described may be anything.

use std::collections::HashSet;
use std::ptr;

use crate::document::Document;
use crate::value::Value;

/// The most schemas one schema may be composed of before it is taken to allow anything;
/// keeps hostile chains of composition from costing quadratic time.
const MOST_PARTS: usize = 100;

/// What a pointer leads to.
pub(crate) enum Found<'a> {
    /// This schema.
    Schema(&'a Value),
    /// A value nobody describes.
    Anything,
    /// Nothing: the token at this index names none of the properties of these schemas.
    Nothing { token: usize, parts: Vec<&'a Value> },
}

/// Some schemas and all that is composed into them, each once, references followed.
pub(super) fn composition<'a>(document: &'a Document, schemas: &[&'a Value]) -> Vec<&'a Value> {
    let mut seen = HashSet::new();
    let mut pending: Vec<_> = schemas.iter().rev().copied().collect();
    let mut parts = Vec::new();
    while let Some(schema) = pending.pop()
        && parts.len() < MOST_PARTS
    {
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
            // More than these would not be looked at.
            pending.extend(branches.iter().take(MOST_PARTS).rev());
        }
        pending.extend(
            ["else", "then", "if"]
                .iter()
                .filter_map(|key| schema.get(key)),
        );
    }
    parts
}

/// Whether a composition may have properties that it does not describe.
pub(super) fn is_open(parts: &[&Value]) -> bool {
    let lets_in = |part: &Value| {
        let additional = part.get("additionalProperties");
        additional.is_some_and(|value| value.as_bool() != Some(false))
            || part.get("patternProperties").is_some()
    };
    let described = parts.iter().any(|part| part.get("properties").is_some());
    !described || parts.len() == MOST_PARTS || parts.iter().any(|part| lets_in(part))
}

/// The names of the properties a schema itself describes.
pub(super) fn own_names(schema: &Value) -> impl Iterator<Item = &str> {
    let properties = schema
        .get("properties")
        .and_then(Value::as_object)
        .unwrap_or_default();
    properties.iter().map(|member| &*member.key)
}

/// The JSON types a schema declares, references and composition followed.
pub(super) fn types<'a>(document: &'a Document, schema: &'a Value) -> Vec<&'a str> {
    declared_types(&composition(document, &[schema]))
}

/// The items of an array schema.
pub(super) fn items<'a>(document: &'a Document, schema: &'a Value) -> Option<&'a Value> {
    composition(document, &[schema])
        .into_iter()
        .find_map(|part| part.get("items"))
}

/// Follows the tokens of a pointer, `*` into the items of an array.
pub(crate) fn find<'a>(document: &'a Document, schema: &'a Value, tokens: &[String]) -> Found<'a> {
    let mut schema = schema;
    for (i, token) in tokens.iter().enumerate() {
        schema = match step(document, schema, token) {
            Found::Schema(next) => next,
            Found::Anything => return Found::Anything,
            Found::Nothing { parts, .. } => return Found::Nothing { token: i, parts },
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
    let types = declared_types(&parts);
    let may_hold = |name| types.is_empty() || types.contains(&name);
    let anything = match token {
        "*" => may_hold("array"),
        _ => may_hold("object") && is_open(&parts),
    };
    if anything {
        return Found::Anything;
    }
    Found::Nothing { token: 0, parts }
}

fn declared_types<'a>(parts: &[&'a Value]) -> Vec<&'a str> {
    let Some(value) = parts.iter().find_map(|part| part.get("type")) else {
        return Vec::new();
    };
    let words = value.as_array().unwrap_or(std::slice::from_ref(value));
    words.iter().filter_map(Value::as_str).collect()
}
