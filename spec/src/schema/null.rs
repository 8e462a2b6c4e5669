//! Whether `null` is among the values of a schema.

use super::choice::branches;
use super::json_type::types_of;
use super::{flag, items};
use crate::document::Document;
use crate::value::{Kind, Value};

/// How far schemas are followed into one another.
const FURTHEST: usize = 48;

/// What a part of `allOf` says of `null`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Null {
    /// Nothing at all of values.
    Unsaid,
    /// Nothing of values but that `null` is one: some write "or null" so.
    Added,
    Taken,
    Refused,
}

/// What one schema says by itself.
pub(super) fn admits_null(schema: &Value) -> bool {
    let listed = schema.get("type").is_none() && items(schema, "enum").iter().any(is_null);
    let typed = items(schema, "type")
        .iter()
        .any(|name| name.as_str() == Some("null"));
    listed || typed || flag(schema, "nullable")
}

/// Whether `null` is the one value of a schema.
pub(super) fn takes_null_only(schema: &Value) -> bool {
    let typed = schema.get("type").and_then(Value::as_str) == Some("null");
    let listed = items(schema, "enum");
    typed
        || schema.get("const").is_some_and(is_null)
        || (!listed.is_empty() && listed.iter().all(is_null))
}

/// Whether `null` is a value of a schema with `allOf`: all its parts that say anything of values have to take it.
pub(super) fn all_take_null(document: &Document, schema: &Value) -> bool {
    let mut open = Vec::new();
    matches!(of(document, schema, &mut open), Null::Taken | Null::Added)
}

fn of<'d>(document: &'d Document, schema: &'d Value, open: &mut Vec<&'d Value>) -> Null {
    let Ok(schema) = document.target(schema) else {
        return Null::Unsaid;
    };
    if open.len() == FURTHEST || open.iter().any(|other| std::ptr::eq(*other, schema)) {
        return Null::Unsaid;
    }
    open.push(schema);
    let said = said(document, schema, open);
    open.pop();
    said
}

fn said<'d>(document: &'d Document, schema: &'d Value, open: &mut Vec<&'d Value>) -> Null {
    let typed = !types_of(schema).is_empty();
    let parts = items(schema, "allOf");
    if admits_null(schema) || takes_null_only(schema) {
        let bare = !typed && parts.is_empty() && flag(schema, "nullable");
        return if bare { Null::Added } else { Null::Taken };
    }
    if let Some((_, branches)) = branches(schema) {
        let takes = |branch| matches!(of(document, branch, open), Null::Taken | Null::Added);
        return if branches.iter().any(takes) {
            Null::Taken
        } else {
            Null::Refused
        };
    }
    if typed {
        return Null::Refused;
    }
    let mut whole = Null::Unsaid;
    for part in parts {
        whole = match (whole, of(document, part, open)) {
            (Null::Added, _) | (_, Null::Added) => Null::Added,
            (Null::Refused, _) | (_, Null::Refused) => Null::Refused,
            (Null::Unsaid, other) | (other, Null::Unsaid) => other,
            (Null::Taken, Null::Taken) => Null::Taken,
        };
    }
    whole
}

fn is_null(value: &Value) -> bool {
    matches!(value.kind, Kind::Null)
}
