//! Listed values that no enum is made of: truth values, fractions, and values of several types.

use std::collections::HashSet;

use super::constants::Constants;
use super::values::values;
use super::{float_as, integer_as, keyword};
use crate::document::Document;
use crate::value::{Kind, Value};

/// The values that a schema lists among those of a Rust type, as Rust writes them but for quotes; `None` where there are none,
/// where there is no other value, and where an enum says them. What is listed against the schema's one `type` makes all of them
/// doubtful.
pub fn listed(document: &Document, schema: &Value, kind: &str) -> Option<Vec<String>> {
    if Constants::of(schema).is_some() && schema.get("allOf").is_none() {
        return None;
    }
    let all = values(document, schema)?;
    let all = all.iter().map(|(_, value)| *value);
    let all = all.filter(|value| !matches!(value.kind, Kind::Null));
    let values = all.clone().filter_map(|value| match kind {
        "bool" => Some(value.as_bool()?.to_string()),
        "String" => value.as_str().map(str::to_owned),
        "f32" | "f64" => Some(format!("{:?}", float_as(value, kind)?)),
        _ => Some(integer_as(value, kind)?.to_string()),
    });
    let mut values: Vec<_> = values.collect();
    let one_type = keyword(document, schema, "type").is_some_and(|it| it.as_str().is_some());
    if one_type && values.len() < all.count() {
        return None;
    }
    let mut seen = HashSet::new();
    values.retain(|value| seen.insert(value.clone()));
    let some = !values.is_empty() && (kind != "bool" || values.len() == 1);
    some.then_some(values)
}
