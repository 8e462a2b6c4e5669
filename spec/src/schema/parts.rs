//! `allOf`, laid flat: a schema and every schema it is made of, and what any of them says.

use std::collections::HashSet;
use std::ptr;

use super::{flag, items};
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

/// The keyword in the schema or in the first part of its `allOf` that has it.
pub fn keyword<'d>(document: &'d Document, schema: &'d Value, key: &str) -> Option<&'d Value> {
    let own = schema.get(key);
    own.or_else(|| {
        schema.get("allOf")?;
        parts(document, schema)
            .into_iter()
            .find_map(|part| part.get(key))
    })
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
