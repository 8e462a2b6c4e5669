//! A schema in words: its type, and the rules its values keep.

use bindery_spec::schema::component;
use bindery_spec::{Extension, Kind, MaxBytes, Order, Time, TimeUnit, Value};

use super::api::{Api, members, text};

/// The most nested lists that are put into words.
const DEEPEST: usize = 8;

/// The type of a schema in words, such as `list of ImportedMessage`.
pub(super) fn type_words(api: &Api<'_>, schema: &Value) -> String {
    words(api, schema, DEEPEST)
}

fn words(api: &Api<'_>, schema: &Value, depth: usize) -> String {
    let target = api.document.resolve(schema).unwrap_or(schema);
    let plain = plain(api, target, depth);
    let component = component(api.document, schema);
    let words = match component.map(|it| it.name) {
        Some(name) if matches!(&*plain, "object" | "choice") => name.to_owned(),
        Some(name) => format!("{name} ({plain})"),
        None => plain,
    };
    if admits_null(target) && !words.ends_with("or null") {
        return format!("{words} or null");
    }
    words
}

fn plain(api: &Api<'_>, schema: &Value, depth: usize) -> String {
    if let Some(value) = schema.get("const") {
        return format!("always {}", literal(value));
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(words) = alternative(api, schema, key, depth) {
            return words;
        }
    }
    if ["enum", "oneOf", "anyOf"]
        .iter()
        .any(|key| schema.get(key).is_some())
    {
        return "choice".to_owned();
    }
    match type_name(schema) {
        Some("string") => "text".to_owned(),
        Some("integer") => integer(schema),
        Some("array") => match schema.get("items") {
            Some(items) if depth > 0 => format!("list of {}", words(api, items, depth - 1)),
            _ => "list".to_owned(),
        },
        Some("object") => object(api, schema, depth),
        Some(other) => other.to_owned(),
        None if schema.get("properties").is_some() || schema.get("allOf").is_some() => {
            "object".to_owned()
        }
        None => "any JSON".to_owned(),
    }
}

fn integer(schema: &Value) -> String {
    match Time::of(schema, &mut Vec::new()).map(|time| time.unit) {
        Some(TimeUnit::Seconds) => "time in Unix seconds".to_owned(),
        Some(TimeUnit::Milliseconds) => "time in Unix milliseconds".to_owned(),
        None => text(schema, "format").unwrap_or("integer").to_owned(),
    }
}

fn object(api: &Api<'_>, schema: &Value, depth: usize) -> String {
    match schema.get("additionalProperties") {
        Some(values) if values.as_object().is_some() && depth > 0 => {
            format!("map of {}", words(api, values, depth - 1))
        }
        _ => "object".to_owned(),
    }
}

/// `[T, null]` and `[T, {}]`.
fn alternative(api: &Api<'_>, schema: &Value, key: &str, depth: usize) -> Option<String> {
    let [one, other] = schema.get(key)?.as_array()? else {
        return None;
    };
    let rest = match other.as_object()? {
        [] => "any JSON",
        _ if type_name(other).is_none() && admits_null(other) => "null",
        _ => return None,
    };
    let depth = depth.checked_sub(1)?;
    Some(format!("{} or {rest}", words(api, one, depth)))
}

/// The type without `null`.
fn type_name(schema: &Value) -> Option<&str> {
    let declared = schema.get("type")?;
    let all = declared
        .as_array()
        .unwrap_or(std::slice::from_ref(declared));
    all.iter()
        .filter_map(Value::as_str)
        .find(|name| *name != "null")
}

fn admits_null(schema: &Value) -> bool {
    let declared = schema.get("type");
    let all = declared.map(|one| one.as_array().unwrap_or(std::slice::from_ref(one)));
    all.unwrap_or_default()
        .iter()
        .any(|name| name.as_str() == Some("null"))
}

/// The rules of a schema and of what it refers to, one by one.
pub(super) fn rules(api: &Api<'_>, schema: &Value) -> Vec<String> {
    let target = api.document.resolve(schema).unwrap_or(schema);
    let mut rules = Vec::new();
    let mut range = |low, high, unit| rules.extend(range(target, low, high, unit));
    range("minLength", "maxLength", "character");
    range("minItems", "maxItems", "item");
    range("minimum", "maximum", "");
    let says = &mut Vec::new();
    if let Some(limit) = MaxBytes::of(target, says) {
        rules.push(format!(
            "at most {}",
            counted(&limit.bytes.to_string(), "byte")
        ));
    }
    if let Some(pattern) = text(target, "pattern") {
        rules.push(format!("matches `{pattern}`"));
    }
    if let Some(order) = Order::of(target, says) {
        let strictly = if order.strict { "strictly " } else { "" };
        rules.push(format!("{strictly}ascending by {}", order.by));
    }
    if Time::of(target, says).is_some_and(|time| time.before_now) {
        rules.push("before now".to_owned());
    }
    for (key, word) in [("deprecated", "deprecated"), ("x-bindery-secret", "secret")] {
        let set = |value: &Value| value.get(key).and_then(Value::as_bool) == Some(true);
        if set(schema) || set(target) {
            rules.push(word.to_owned());
        }
    }
    if let Some(default) = schema.get("default").or_else(|| target.get("default")) {
        rules.push(format!("{} by default", literal(default)));
    }
    rules
}

fn range(schema: &Value, low: &str, high: &str, unit: &str) -> Option<String> {
    let number = |key| schema.get(key).and_then(Value::as_number);
    let rule = match (number(low), number(high)) {
        (Some(low), Some(high)) if low == high => format!("exactly {}", counted(low, unit)),
        (Some(low), Some(high)) => format!("{low} to {}", counted(high, unit)),
        (Some(low), None) => format!("at least {}", counted(low, unit)),
        (None, Some(high)) => format!("at most {}", counted(high, unit)),
        (None, None) => return None,
    };
    Some(rule)
}

/// Such as `1 second` and `5 seconds`.
pub(super) fn counted(number: &str, unit: &str) -> String {
    match (number, unit) {
        (_, "") => number.to_owned(),
        ("1", _) => format!("1 {unit}"),
        _ => format!("{number} {unit}s"),
    }
}

/// A value as JSON has it, for people.
pub(super) fn literal(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(flag) => flag.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::String(text) => format!("\"{text}\""),
        Kind::Array(items) => format!("a list of {}", counted(&items.len().to_string(), "item")),
        Kind::Object(_) => format!(
            "an object of {}",
            counted(&members(Some(value)).len().to_string(), "member")
        ),
    }
}
