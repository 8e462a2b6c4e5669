//! `allOf`, laid flat: a schema and every schema it is made of.

use std::collections::HashSet;
use std::ptr;

use super::items;
use crate::document::Document;
use crate::value::Value;

/// The schema and the parts of its `allOf`, theirs included, references followed, each once and in the order of the text.
pub fn parts<'d>(document: &'d Document, schema: &'d Value) -> Vec<&'d Value> {
    if let Ok(target) = document.target(schema)
        && target.get("allOf").is_none()
    {
        return vec![target];
    }
    let mut open = vec![schema];
    let (mut visited, mut found) = (HashSet::new(), Vec::new());
    while let Some(part) = open.pop() {
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
