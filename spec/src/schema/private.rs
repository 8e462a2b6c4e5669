//! Which values are content of people: `x-bindery-private`.

use super::{keyword, parts};
use crate::document::Document;
use crate::extension::{Extension, Private};
use crate::value::Value;

/// Items of items are looked into no further.
const DEEPEST: usize = 16;

/// Whether an object says of its value that it is private. What is wrong with the extension, the check has said.
pub fn is_private(owner: &Value) -> bool {
    Private::of(owner, &mut Vec::new()).is_some_and(|private| private.0)
}

/// Whether a schema says so itself, or by what it refers to.
pub fn says_private(document: &Document, schema: &Value) -> bool {
    is_private(schema) || parts(document, schema).into_iter().any(is_private)
}

/// Whether a schema says so of its values, or of what they hold outside of members: those of an object see to themselves.
pub fn holds_private(document: &Document, schema: &Value) -> bool {
    holds(document, schema, 0)
}

fn holds(document: &Document, schema: &Value, depth: usize) -> bool {
    if says_private(document, schema) {
        return true;
    }
    if depth == DEEPEST {
        return false;
    }
    let inside = |inner: &Value| holds(document, inner, depth + 1);
    let one = |key| keyword(document, schema, key).is_some_and(inside);
    let any = |key| {
        let listed = keyword(document, schema, key).and_then(Value::as_array);
        listed.unwrap_or_default().iter().any(inside)
    };
    let map = keyword(document, schema, "properties").is_none();
    one("items")
        || map && one("additionalProperties")
        || ["prefixItems", "oneOf", "anyOf"].into_iter().any(any)
}
