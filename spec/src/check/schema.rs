//! The JSON Schema keywords bindery reads: their types, their values, and bounds that contradict each other.

use crate::check::lookup::types;
use crate::document::Document;
use crate::extension::{Extension, MaxBytes, Order, Time};
use crate::finding::Finding;
use crate::value::{Member, Value};

const TYPES: [&str; 7] = [
    "object", "array", "string", "integer", "number", "boolean", "null",
];

/// What a keyword must be. Keywords that hold schemas are the walk's affair.
#[derive(Clone, Copy)]
enum Expect {
    Text,
    Flag,
    Count,
    Number,
    Types,
    Names,
    Values,
}

const KEYWORDS: [(&str, Expect); 22] = [
    ("$ref", Expect::Text),
    ("type", Expect::Types),
    ("format", Expect::Text),
    ("title", Expect::Text),
    ("description", Expect::Text),
    ("pattern", Expect::Text),
    ("required", Expect::Names),
    ("enum", Expect::Values),
    ("deprecated", Expect::Flag),
    ("readOnly", Expect::Flag),
    ("writeOnly", Expect::Flag),
    ("uniqueItems", Expect::Flag),
    ("minLength", Expect::Count),
    ("maxLength", Expect::Count),
    ("minItems", Expect::Count),
    ("maxItems", Expect::Count),
    ("minProperties", Expect::Count),
    ("maxProperties", Expect::Count),
    ("minimum", Expect::Number),
    ("maximum", Expect::Number),
    ("multipleOf", Expect::Number),
    ("nullable", Expect::Flag),
];

const BOUNDS: [(&str, &str); 4] = [
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minimum", "maximum"),
];

/// Checks the keywords of one schema.
pub(super) fn check(document: &Document, schema: &Value, findings: &mut Vec<Finding>) {
    for member in schema.as_object().unwrap_or_default() {
        if let Some((_, expect)) = KEYWORDS.iter().find(|(key, _)| *key == &*member.key) {
            keyword(*expect, member, findings);
        }
    }
    for (low, high) in BOUNDS {
        bounds(schema, low, high, findings);
    }
    fits(document, schema, findings);
}

fn keyword(expect: Expect, member: &Member, findings: &mut Vec<Finding>) {
    let (value, key) = (&member.value, &member.key);
    let expected = match expect {
        Expect::Types => return type_words(value, findings),
        Expect::Text if value.as_str().is_none() => "a string",
        Expect::Flag if value.as_bool().is_none() => "true or false",
        Expect::Count if value.as_u64().is_none() => "an integer that is not negative",
        Expect::Number if value.as_number().is_none() => "a number",
        Expect::Values if value.as_array().is_none_or(<[_]>::is_empty) => {
            "an array of at least one value"
        }
        Expect::Names => match value.as_array() {
            None if value.as_bool().is_some() => {
                let finding =
                    Finding::wrong_type("`required`", "an array of property names", value);
                findings
                    .push(finding.help("name the property in `required` of the object around it"));
                return;
            }
            Some(names) if names.iter().all(|name| name.as_str().is_some()) => return,
            _ => "an array of strings",
        },
        _ => return,
    };
    if is_only_the_value(value, expected) {
        let message = format!("`{key}` must be {expected}");
        findings.push(Finding::error("bad-value", value.span, message));
    } else {
        findings.push(Finding::wrong_type(&format!("`{key}`"), expected, value));
    }
}

/// Whether the type is right and only the value is not, so that naming the type would not help.
fn is_only_the_value(value: &Value, expected: &str) -> bool {
    value.as_number().is_some() && expected.starts_with("an integer")
        || value.as_array().is_some() && expected.starts_with("an array")
}

fn type_words(value: &Value, findings: &mut Vec<Finding>) {
    let words = value.as_array().unwrap_or(std::slice::from_ref(value));
    for word in words {
        match word.as_str() {
            None => findings.push(Finding::wrong_type(
                "`type`",
                "a string or an array of strings",
                word,
            )),
            Some(text) if !TYPES.contains(&text) => {
                let message = format!("unknown type `{text}`");
                let finding = Finding::error("unknown-type", word.span, message);
                findings.push(finding.suggest(text, &TYPES));
            }
            Some(_) => {}
        }
    }
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
