//! Schemas one by one: bounds that contradict each other, extensions that do not fit the type.

use crate::check::lookup::types;
use crate::document::Document;
use crate::extension::{Extension, MaxBytes, Order, Time};
use crate::finding::Finding;
use crate::value::Value;

const BOUNDS: [(&str, &str); 4] = [
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minimum", "maximum"),
];

/// Checks one schema.
pub(super) fn check(document: &Document, schema: &Value, findings: &mut Vec<Finding>) {
    for (low, high) in BOUNDS {
        bounds(schema, low, high, findings);
    }
    fits(document, schema, findings);
}

fn bounds(schema: &Value, low: &str, high: &str, findings: &mut Vec<Finding>) {
    let (Some(least), Some(most)) = (schema.member(low), schema.member(high)) else {
        return;
    };
    let (Some(from), Some(to)) = (least.value.as_f64(), most.value.as_f64()) else {
        return;
    };
    let exact = least.value.as_i64().zip(most.value.as_i64());
    if exact.map_or(from > to, |(from, to)| from > to) {
        let message = format!("`{low}` is greater than `{high}`, so no value is allowed");
        findings.push(
            Finding::error("empty-range", least.value.span, message)
                .label("greater than")
                .note(most.value.span, "this"),
        );
    }
}

/// Whether the extensions on the schema fit its type.
fn fits(document: &Document, schema: &Value, findings: &mut Vec<Finding>) {
    let keys = [Time::KEY, Order::KEY, MaxBytes::KEY];
    for member in keys.iter().filter_map(|key| schema.member(key)) {
        let mut types = types(document, schema);
        types.retain(|name| *name != "null");
        let (fits, expected) = match &*member.key {
            Time::KEY => (types == ["integer"], "an integer"),
            Order::KEY => (types == ["array"], "an array"),
            _ => (
                !types.iter().any(|name| is_small(name)),
                "a string, an array or an object",
            ),
        };
        if !fits {
            let found = if types.is_empty() {
                "no type".to_owned()
            } else {
                types.join(" or ")
            };
            let message = format!(
                "`{}` needs {expected}, but this schema has {found}",
                member.key
            );
            findings.push(Finding::error("extension-type", member.key_span, message));
        }
    }
}

/// Whether values of a type have no size to limit.
fn is_small(name: &str) -> bool {
    matches!(name, "integer" | "number" | "boolean")
}
