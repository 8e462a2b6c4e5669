//! Types, listed values, and the rules of texts and numbers.

use std::cmp::Ordering;

use super::fit::{Fit, Trial};
use super::same::{compare, same, whole};
use crate::schema::{integer_of, integer_range};
use crate::value::{Kind, Value};

/// Longer texts are not matched.
const LONGEST: usize = 4096;

/// What `type` settles by itself; `None` where the other keywords have a say.
pub(super) fn typed<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    types: &'d Value,
    value: &'v Value,
) -> Option<Fit> {
    let names = types.as_array().unwrap_or(std::slice::from_ref(types));
    let names = names.iter().map(|name| name.as_str().unwrap_or_default());
    let fit = names.clone().map(|name| is(name, value)).max();
    match fit {
        Some(Fit::Yes) => return None,
        Some(Fit::No) => {}
        _ => return Some(Fit::Maybe),
    }
    if let Kind::String(text) = &value.kind
        && trial.manner.written
        && names.clone().any(|name| may_be_written(name, text))
    {
        return Some(Fit::Maybe);
    }
    Some(trial.refuse(schema, "type", types, value))
}

fn is(name: &str, value: &Value) -> Fit {
    let same = match (name, &value.kind) {
        ("integer", Kind::Number(digits)) => return whole(digits),
        ("null", Kind::Null)
        | ("boolean", Kind::Bool(_))
        | ("number", Kind::Number(_))
        | ("string", Kind::String(_))
        | ("array", Kind::Array(_))
        | ("object", Kind::Object(_)) => true,
        ("null" | "boolean" | "integer" | "number" | "string" | "array" | "object", _) => false,
        _ => return Fit::Maybe,
    };
    if same { Fit::Yes } else { Fit::No }
}

/// Whether a value of a type may be written as this text.
fn may_be_written(name: &str, text: &str) -> bool {
    let text = text.trim();
    match name {
        "integer" | "number" => text.parse::<f64>().is_ok(),
        "boolean" => text.parse::<bool>().is_ok(),
        _ => true,
    }
}

/// What `enum` and `const` say.
pub(super) fn listed<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    key: &'static str,
    rule: &'d Value,
    value: &'v Value,
) -> Fit {
    let one = std::slice::from_ref(rule);
    let listed = match key {
        "enum" => rule.as_array().unwrap_or_default(),
        _ => one,
    };
    if listed.is_empty() || !trial.spend(listed.len() / 16) {
        return Fit::Maybe;
    }
    let written = trial.manner.written && value.as_str().is_some();
    if written && listed.iter().any(|it| it.as_str().is_none()) {
        return Fit::Maybe;
    }
    if listed.iter().any(|it| same(it, value)) {
        return Fit::Yes;
    }
    trial.refuse(schema, key, rule, value)
}

/// What a rule of texts says.
pub(super) fn text<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    key: &str,
    rule: &'d Value,
    value: &'v Value,
    text: &str,
) -> Fit {
    let length = || u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
    let (key, broken) = match key {
        "minLength" => ("minLength", rule.as_u64().map(|least| length() < least)),
        "maxLength" => ("maxLength", rule.as_u64().map(|most| length() > most)),
        "pattern" if text.len() <= LONGEST && trial.spend(text.len() / 16) => {
            let pattern = rule.as_str();
            let matches = pattern.and_then(|pattern| (trial.matches)(pattern, text));
            ("pattern", matches.map(|matches| !matches))
        }
        // No text fits for certain where one of these is not asked.
        "pattern" | "format" | "contentEncoding" | "contentMediaType" => return Fit::Maybe,
        _ => return Fit::Yes,
    };
    match broken {
        // Of bytes, it is open what is counted.
        Some(true) if key != "pattern" && is_bytes(schema) => Fit::Maybe,
        Some(true) => trial.refuse(schema, key, rule, value),
        Some(false) => Fit::Yes,
        None => Fit::Maybe,
    }
}

fn is_bytes(schema: &Value) -> bool {
    let format = schema.get("format").and_then(Value::as_str);
    let bytes = ["binary", "byte", "base64", "base64url"];
    format.is_some_and(|format| bytes.contains(&format)) || schema.get("contentEncoding").is_some()
}

/// What a rule of numbers says.
pub(super) fn number<'d, 'v>(
    trial: &mut Trial<'d, 'v, '_>,
    schema: &'d Value,
    key: &str,
    rule: &'d Value,
    value: &'v Value,
) -> Fit {
    let strict = |key| schema.get(key).and_then(Value::as_bool) == Some(true);
    let beyond = |outside: Ordering, strict: bool| {
        compare(value, rule).map(|it| it == outside || strict && it == Ordering::Equal)
    };
    let (key, broken) = match key {
        "minimum" => (
            "minimum",
            beyond(Ordering::Less, strict("exclusiveMinimum")),
        ),
        "maximum" => (
            "maximum",
            beyond(Ordering::Greater, strict("exclusiveMaximum")),
        ),
        "exclusiveMinimum" if rule.as_bool().is_none() => {
            ("exclusiveMinimum", beyond(Ordering::Less, true))
        }
        "exclusiveMaximum" if rule.as_bool().is_none() => {
            ("exclusiveMaximum", beyond(Ordering::Greater, true))
        }
        "multipleOf" => ("multipleOf", uneven(value, rule)),
        "format" => ("format", outside(schema, rule, value)),
        _ => return Fit::Yes,
    };
    match broken {
        Some(true) => trial.refuse(schema, key, rule, value),
        Some(false) => Fit::Yes,
        None => Fit::Maybe,
    }
}

fn uneven(value: &Value, of: &Value) -> Option<bool> {
    let (value, of) = (value.as_integer()?, of.as_integer()?);
    (of > 0).then(|| value % of != 0)
}

/// Whether an integer is none of those that its format names. A schema whose own bounds go further means something else.
fn outside(schema: &Value, format: &Value, value: &Value) -> Option<bool> {
    let types = schema.get("type")?;
    let names = types.as_array().unwrap_or(std::slice::from_ref(types));
    if !names
        .iter()
        .all(|name| matches!(name.as_str(), Some("integer" | "null")))
    {
        return None;
    }
    let (least, most) = integer_range(integer_of(format.as_str()?)?)?;
    let bound = |key| schema.get(key).and_then(Value::as_integer);
    if bound("minimum").is_some_and(|it| it < least) || bound("maximum").is_some_and(|it| it > most)
    {
        return None;
    }
    Some(!(least..=most).contains(&value.as_integer()?))
}
