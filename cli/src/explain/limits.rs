//! A schema in words: its type, and the rules its values keep.

use std::collections::HashSet;

use bindery_spec::schema::{Choice, JsonType, Shape, component, constant, keyword, patterns, read};
use bindery_spec::{Extension, Kind, MaxBytes, Order, Time, TimeUnit, Value};

use super::api::{Api, members, text};

/// The most nested lists that are put into words.
const DEEPEST: usize = 8;

/// The most alternatives that are put into words.
const LONGEST_CHOICE: usize = 4;

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
    if read(api.document, target).null && !words.ends_with("or null") {
        return format!("{words} or null");
    }
    words
}

fn plain(api: &Api<'_>, schema: &Value, depth: usize) -> String {
    if let Some(value) = constant(api.document, schema) {
        return format!("always {}", literal(value));
    }
    let Some(depth) = depth.checked_sub(1) else {
        return "any JSON".to_owned();
    };
    match read(api.document, schema).shape {
        Shape::Any | Shape::Beyond(_) => "any JSON".to_owned(),
        Shape::Of(ty) => of_type(api, ty, schema, depth),
        Shape::Object => "object".to_owned(),
        Shape::Map(values) => format!("map of {}", words(api, values, depth)),
        Shape::Tuple(items) => {
            let items: Vec<_> = items.iter().map(|item| words(api, item, depth)).collect();
            format!("list of exactly {}", items.join(", "))
        }
        Shape::Constants(_) | Shape::Tagged(_) => "choice".to_owned(),
        Shape::Same(other) => words(api, other, depth),
        Shape::OrAny(known) => format!("{} or any JSON", words(api, known, depth)),
        Shape::Choice(choice) => chosen(api, &choice, depth),
        Shape::PerhapsArray => format!(
            "{} or any JSON",
            of_type(api, JsonType::Array, schema, depth)
        ),
    }
}

fn of_type(api: &Api<'_>, ty: JsonType, schema: &Value, depth: usize) -> String {
    match ty {
        JsonType::Boolean => "boolean".to_owned(),
        JsonType::Integer => integer(schema),
        JsonType::Number => "number".to_owned(),
        JsonType::String => "text".to_owned(),
        JsonType::Array => match keyword(api.document, schema, "items") {
            Some(items) => format!("list of {}", words(api, items, depth)),
            None => "list".to_owned(),
        },
        JsonType::Object => "object".to_owned(),
    }
}

/// What a short choice is between.
fn chosen(api: &Api<'_>, choice: &Choice<'_>, depth: usize) -> String {
    let words = choice.alternatives.iter().map(|it| match it.only {
        Some(ty) => of_type(api, ty, it.schema, depth),
        None => words(api, it.schema, depth),
    });
    let words: Vec<String> = words.collect();
    let known: HashSet<&String> = words.iter().collect();
    if known.len() == words.len() && words.len() <= LONGEST_CHOICE {
        words.join(" or ")
    } else {
        "choice".to_owned()
    }
}

fn integer(schema: &Value) -> String {
    match Time::of(schema, &mut Vec::new()).map(|time| time.unit) {
        Some(TimeUnit::Seconds) => "time in Unix seconds".to_owned(),
        Some(TimeUnit::Milliseconds) => "time in Unix milliseconds".to_owned(),
        None => text(schema, "format").unwrap_or("integer").to_owned(),
    }
}

/// The rules of a schema and of what it refers to, one by one.
pub(super) fn rules(api: &Api<'_>, schema: &Value) -> Vec<String> {
    let target = api.document.resolve(schema).unwrap_or(schema);
    let mut rules = Vec::new();
    let mut range = |low, high, unit| rules.extend(range(api, target, low, high, unit));
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
    let patterns = patterns(api.document, target).into_iter();
    let patterns = patterns.filter_map(Value::as_str);
    rules.extend(patterns.map(|pattern| format!("matches `{pattern}`")));
    if let Some(order) = Order::of(target, says) {
        let strictly = if order.strict { "strictly " } else { "" };
        rules.push(format!("{strictly}ascending by {}", order.by));
    }
    if Time::of(target, says).is_some_and(|time| time.before_now) {
        rules.push("before now".to_owned());
    }
    let words = [
        ("deprecated", "deprecated"),
        ("x-bindery-secret", "secret"),
        ("x-bindery-private", "private"),
    ];
    for (key, word) in words {
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

fn range(api: &Api<'_>, schema: &Value, low: &str, high: &str, unit: &str) -> Option<String> {
    let number = |key| keyword(api.document, schema, key).and_then(Value::as_number);
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
