//! The values that a schema lists, and those that all parts of it do.

use super::items;
use super::parts::parts;
use crate::document::Document;
use crate::value::Value;

/// A value, and what the document says of it: a schema with `const`, or the value itself.
pub(super) type Listed<'d> = (&'d Value, &'d Value);

/// The values one schema lists by itself: in `enum`, by `const`, or as `oneOf` of constants.
pub(super) fn values_of(schema: &Value) -> Option<Vec<Listed<'_>>> {
    let listed = schema.get("enum").and_then(Value::as_array);
    if let Some(values) = listed.filter(|values| !values.is_empty()) {
        return Some(values.iter().map(|value| (value, value)).collect());
    }
    if let Some(only) = schema.get("const") {
        return Some(vec![(only, only)]);
    }
    let branches = items(schema, "oneOf").iter();
    let listed: Option<Vec<_>> = branches
        .map(|branch| Some((branch, branch.get("const")?)))
        .collect();
    listed.filter(|listed| !listed.is_empty())
}

/// The values that a schema and every part of its `allOf` list; `None` where none of them lists any.
pub(super) fn values<'d>(document: &'d Document, schema: &'d Value) -> Option<Vec<Listed<'d>>> {
    let schema = document.target(schema).unwrap_or(schema);
    if schema.get("allOf").is_none() {
        return values_of(schema);
    }
    let mut lists = parts(document, schema).into_iter().filter_map(values_of);
    let mut values = lists.next()?;
    for list in lists {
        // What is said last is said of the narrowest; values with words of their own keep them.
        let worded = values.iter().any(|(at, value)| !std::ptr::eq(*at, *value));
        values = if worded {
            common(values, &list)
        } else {
            common(list, &values)
        };
    }
    Some(values)
}

fn common<'d>(mut values: Vec<Listed<'d>>, others: &[Listed<'d>]) -> Vec<Listed<'d>> {
    values.retain(|(_, value)| others.iter().any(|(_, other)| value.is_same(other)));
    values
}

/// The one value of a schema that says so by `const`, itself or in a part of its `allOf`.
pub fn constant<'d>(document: &'d Document, schema: &'d Value) -> Option<&'d Value> {
    if schema.get("allOf").is_none() {
        return schema.get("const");
    }
    let whole = parts(document, schema);
    let mut says = whole.iter().filter_map(|part| part.get("const"));
    let only = says.next()?;
    let kept = values(document, schema)?;
    kept.iter()
        .any(|(_, value)| value.is_same(only))
        .then_some(only)
}
