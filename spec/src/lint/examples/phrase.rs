//! What is refused, in words: "an array, where the schema says `string`".

use std::ptr;

use super::fit::Refusal;
use crate::pointer;
use crate::schema::shown;
use crate::value::{Kind, Value};

/// What a refused value is, and what the rule says of it: between the two stands where it is.
pub(super) type Phrase = (String, String);

/// What a refused value is.
pub(super) fn what(refusal: &Refusal<'_, '_>) -> Phrase {
    let (rule, value) = (refusal.rule, refusal.value);
    let said = shown(rule).unwrap_or_default();
    let given = shown(value).unwrap_or_else(|| value.described().to_owned());
    let (given, rest) = match refusal.key {
        "enum" => (given, ", which `enum` does not list".to_owned()),
        "const" if said.is_empty() => (given, ", which `const` is not".to_owned()),
        "format" => (given, format!(", which is no `{}`", said.trim_matches('"'))),
        "multipleOf" => (given, format!(", which is no multiple of {said}")),
        "const" | "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
            (given, where_it_is(refusal.key, &said))
        }
        "pattern" => (
            "a string".to_owned(),
            " that `pattern` does not match".to_owned(),
        ),
        key => match counted(key, value) {
            Some(counted) => (counted, where_it_is(key, &said)),
            None => in_general(key, rule, value, refusal.member.map(|member| &*member.key)),
        },
    };
    (given, rest)
}

fn where_it_is(key: &str, said: &str) -> String {
    format!(", where `{key}` is {said}")
}

/// A value by its size, where that is what a keyword asks for.
fn counted(key: &str, value: &Value) -> Option<String> {
    let (count, unit) = match key {
        "minLength" | "maxLength" => (value.as_str()?.chars().count(), "character"),
        "minItems" | "maxItems" => (value.as_array()?.len(), "item"),
        "minProperties" | "maxProperties" => (value.as_object()?.len(), "member"),
        _ => return None,
    };
    let s = if count == 1 { "" } else { "s" };
    Some(format!("{} of {count} {unit}{s}", value.described()))
}

/// What all values are that the same rule refuses.
pub(super) fn in_general(key: &str, rule: &Value, value: &Value, member: Option<&str>) -> Phrase {
    let text = rule.as_str().unwrap_or_default();
    let said = match key {
        "type" => format!(", where the schema says {}", types(rule)),
        "required" => format!(" without `{text}`, which the schema requires"),
        "additionalProperties" => {
            let name = member.unwrap_or_default();
            format!(" with `{name}`, which the schema does not allow")
        }
        "uniqueItems" => " with the same item twice".to_owned(),
        "contains" => " without an item that `contains` asks for".to_owned(),
        "not" => " that `not` rules out".to_owned(),
        "oneOf several" => " that more than one branch of `oneOf` takes".to_owned(),
        "oneOf" | "anyOf" => format!(" that no branch of `{key}` takes"),
        "false" => ", where the schema allows no value".to_owned(),
        _ => format!(" that `{key}` refuses"),
    };
    (value.described().to_owned(), said)
}

/// Where in a value a part of it stands, as a JSON Pointer; any item of an array is `*` where the place is meant in general.
pub(super) fn place(whole: &Value, part: &Value, general: bool) -> Option<String> {
    if ptr::eq(whole, part) {
        return Some(String::new());
    }
    match &whole.kind {
        Kind::Object(members) => members.iter().find_map(|member| {
            let below = place(&member.value, part, general)?;
            Some(format!("/{}{below}", pointer::escape(&member.key)))
        }),
        Kind::Array(items) => items.iter().enumerate().find_map(|(at, item)| {
            let below = place(item, part, general)?;
            Some(if general {
                format!("/*{below}")
            } else {
                format!("/{at}{below}")
            })
        }),
        _ => None,
    }
}

/// What is probably wrong where every example is refused by the same rule.
pub(super) fn cause(key: &str, detail: &str) -> String {
    match key {
        "type" if detail == "null" => "it may probably be `null` too".to_owned(),
        "type" | "oneOf" | "anyOf" | "oneOf several" | "not" | "false" => {
            "the schema is probably wrong".to_owned()
        }
        "required" => "it is probably not required".to_owned(),
        "additionalProperties" => "the schema probably lacks it".to_owned(),
        "enum" => "the list is probably not complete".to_owned(),
        _ => format!("`{key}` is probably wrong"),
    }
}

/// What mends a value, where that is plain.
pub(super) fn remedy(refusal: &Refusal<'_, '_>) -> Option<String> {
    let has = |name: &str| match &refusal.rule.kind {
        Kind::Array(names) => names.iter().any(|it| it.as_str() == Some(name)),
        _ => refusal.rule.as_str() == Some(name),
    };
    if refusal.key != "type" {
        return None;
    }
    match &refusal.value.kind {
        Kind::Null => Some("say that it may be `null`, or leave it out".to_owned()),
        Kind::Number(digits) if has("string") => Some(format!("write it as \"{digits}\"")),
        Kind::Bool(flag) if has("string") => Some(format!("write it as \"{flag}\"")),
        Kind::String(text)
            if has("integer") && text.parse::<i64>().is_ok()
                || has("number") && text.parse::<f64>().is_ok_and(f64::is_finite)
                || has("boolean") && text.parse::<bool>().is_ok() =>
        {
            Some(format!("write it without quotes: {text}"))
        }
        _ => None,
    }
}

fn types(rule: &Value) -> String {
    let names = rule.as_array().unwrap_or(std::slice::from_ref(rule));
    let names = names.iter().filter_map(Value::as_str);
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    names.join(" or ")
}
