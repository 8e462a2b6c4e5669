//! Schemas that list their values: `const`, `enum`, and `oneOf` of constants.

use std::collections::{HashMap, HashSet};
use std::ptr;

use super::keyword;
use super::values::{Listed, values, values_of};
use crate::document::Document;
use crate::value::{Kind, Value};

/// The values of a schema that lists them, each once and in the order of the document, `null` left out.
#[derive(Clone, Debug)]
pub struct Constants<'d> {
    /// Whether all are strings; else all are integers.
    pub strings: bool,
    /// The values; at least one.
    pub values: Vec<Constant<'d>>,
}

/// One value.
#[derive(Clone, Debug)]
pub struct Constant<'d> {
    /// As it stands on the wire, a string without its quotes.
    pub wire: String,
    /// What the document says of it: a schema with `const`, or the value itself.
    pub at: &'d Value,
    /// Its name among `x-enum-varnames` or `x-enumNames`.
    pub named: Option<&'d str>,
    /// Its description among `x-enum-descriptions` or `x-enumDescriptions`.
    pub described: Option<&'d str>,
}

impl<'d> Constants<'d> {
    /// The values of a schema; `None` where it lists none, or none that bindings have a type for.
    ///
    /// Where `type` is a string, numbers and truth values listed without quotes are strings too: documents converted from
    /// YAML have them so.
    pub fn of(schema: &'d Value) -> Option<Self> {
        let types = schema.get("type");
        Self::among(schema, values_of(schema)?, types)
    }

    /// The values of a schema with `allOf`: those that every part lists which lists any.
    pub(super) fn of_all(document: &'d Document, schema: &'d Value) -> Option<Self> {
        let types = keyword(document, schema, "type");
        Self::among(schema, values(document, schema)?, types)
    }

    fn among(schema: &'d Value, listed: Vec<Listed<'d>>, types: Option<&Value>) -> Option<Self> {
        let listed = listed.into_iter();
        let listed: Vec<_> = listed
            .filter(|(_, value)| !matches!(value.kind, Kind::Null))
            .collect();
        let declared = types.and_then(Value::as_str);
        let strings = match declared {
            Some("string") => true,
            Some("integer" | "number") => false,
            None if types.is_none_or(|types| types.as_array().is_some()) => {
                listed.iter().all(|(_, value)| value.as_str().is_some())
            }
            _ => return None,
        };
        let loose = declared.is_some();
        let mut seen = HashSet::new();
        let mut values = Vec::new();
        let names = beside(schema, &NAMES).unwrap_or_default();
        let descriptions = beside(schema, &DESCRIPTIONS).unwrap_or_default();
        for (at, value) in listed {
            let wire = if strings {
                string(value, loose)?
            } else {
                integer(value, loose)?
            };
            if seen.insert(wire.clone()) {
                values.push(Constant {
                    wire,
                    at,
                    named: names.get(&ptr::from_ref(at)).copied(),
                    described: descriptions.get(&ptr::from_ref(at)).copied(),
                });
            }
        }
        (!values.is_empty()).then_some(Constants { strings, values })
    }
}

/// Names of the values, as generators of other languages have them.
const NAMES: [&str; 2] = ["x-enum-varnames", "x-enumNames"];
const DESCRIPTIONS: [&str; 2] = ["x-enum-descriptions", "x-enumDescriptions"];

/// The values of `enum` with a text for each.
fn beside<'d>(schema: &'d Value, keys: &[&str]) -> Option<HashMap<*const Value, &'d str>> {
    let texts = keys.iter().find_map(|key| schema.get(key))?.as_array()?;
    let values = schema.get("enum")?.as_array()?;
    if texts.len() != values.len() {
        return None;
    }
    let pairs = values.iter().zip(texts);
    pairs
        .map(|(value, text)| Some((ptr::from_ref(value), text.as_str()?)))
        .collect()
}

/// Names beside an enum that are not one text for each value, and their keyword.
pub fn misnamed(schema: &Value) -> Option<(&'static str, &Value)> {
    schema.get("enum")?;
    let mut named = NAMES
        .iter()
        .filter_map(|key| Some((*key, schema.get(key)?)));
    named.next().filter(|_| beside(schema, &NAMES).is_none())
}

fn string(value: &Value, loose: bool) -> Option<String> {
    match &value.kind {
        Kind::String(text) => Some(text.to_string()),
        Kind::Bool(flag) if loose => Some(flag.to_string()),
        Kind::Number(number) if loose => Some(number.to_string()),
        _ => None,
    }
}

fn integer(value: &Value, loose: bool) -> Option<String> {
    let number = match &value.kind {
        Kind::String(text) if loose => text.parse().ok(),
        _ => value.as_i64(),
    };
    number.map(|number: i64| number.to_string())
}
