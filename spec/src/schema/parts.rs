//! `allOf`, laid flat: a schema and every schema it is made of, and what any of them says.

use std::collections::HashSet;
use std::ptr;

use super::{flag, integer_of, integer_range, items, joined};
use crate::document::Document;
use crate::value::Value;

/// The schema and the parts of its `allOf`, theirs included, references followed, each once and in the order of the text.
pub fn parts<'d>(document: &'d Document, schema: &'d Value) -> Vec<&'d Value> {
    first_parts(document, schema, usize::MAX)
}

/// The first of them: schemas that are parts of one another may be as many as the document has.
pub(crate) fn first_parts<'d>(
    document: &'d Document,
    schema: &'d Value,
    most: usize,
) -> Vec<&'d Value> {
    if let Ok(target) = document.target(schema)
        && target.get("allOf").is_none()
    {
        return vec![target];
    }
    let mut open = vec![schema];
    let (mut visited, mut found) = (HashSet::new(), Vec::new());
    while let Some(part) = open.pop()
        && found.len() < most
    {
        let Ok(part) = document.target(part) else {
            continue;
        };
        if visited.insert(ptr::from_ref(part)) {
            found.push(part);
            open.extend(items(part, "allOf").iter().rev());
        }
    }
    found
}

/// What a schema and the parts of its `allOf` say under a keyword, all together: the tightest bound, the narrowest format of
/// integers, the items that all describe. Of other keywords the first counts.
pub fn keyword<'d>(document: &'d Document, schema: &'d Value, key: &str) -> Option<&'d Value> {
    if schema.get("allOf").is_none() {
        return schema.get(key);
    }
    let whole = parts(document, schema).into_iter();
    let said = whole.filter_map(|part| part.get(key));
    match key {
        "minLength" | "minItems" | "minimum" => said.reduce(|one, other| tighter(one, other, true)),
        "maxLength" | "maxItems" | "maximum" => {
            said.reduce(|one, other| tighter(one, other, false))
        }
        "format" => said.reduce(narrower),
        "items" | "additionalProperties" => {
            let schemas = said.filter(|value| value.as_object().is_some());
            joined::schema(document, &schemas.collect::<Vec<_>>())
        }
        _ => said.into_iter().next(),
    }
}

/// Every pattern that a schema and the parts of its `allOf` have, each once.
pub fn patterns<'d>(document: &'d Document, schema: &'d Value) -> Vec<&'d Value> {
    let mut found: Vec<&Value> = Vec::new();
    for part in parts(document, schema) {
        let pattern = part.get("pattern").filter(|it| it.as_str().is_some());
        let new = pattern.filter(|it| !found.iter().any(|other| other.as_str() == it.as_str()));
        found.extend(new);
    }
    found
}

fn tighter<'d>(one: &'d Value, other: &'d Value, lower: bool) -> &'d Value {
    match (one.as_f64(), other.as_f64()) {
        (Some(first), Some(second)) if (second > first) == lower => other,
        (None, Some(_)) => other,
        _ => one,
    }
}

/// The format whose integers are all among those of the other; else the first.
fn narrower<'d>(one: &'d Value, other: &'d Value) -> &'d Value {
    let range = |value: &Value| integer_range(integer_of(value.as_str()?)?);
    match (range(one), range(other)) {
        (Some(first), Some(second)) if second.0 >= first.0 && second.1 <= first.1 => other,
        (None, Some(_)) => other,
        _ => one,
    }
}

/// The one way that a member travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// `writeOnly`
    Request,
    /// `readOnly`
    Reply,
}

/// The one way that members of a schema travel, where it says so.
pub fn one_way(document: &Document, schema: &Value) -> Option<Way> {
    let whole = parts(document, schema);
    let says = |key| whole.iter().any(|part| flag(part, key)) || flag(schema, key);
    match (says("readOnly"), says("writeOnly")) {
        (true, false) => Some(Way::Reply),
        (false, true) => Some(Way::Request),
        _ => None,
    }
}
