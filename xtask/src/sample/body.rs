//! Bodies of requests: JSON, forms, multipart, anything else.

use std::fmt::Write;

use serde_json::Value;

use super::description::{FORM, is_json};
use super::parameter::{encode, plain};
use super::{Description, Sampler, media_type};

const BOUNDARY: &str = "----bindery-boundary";

/// Media type and bytes.
pub(super) type Body = (String, Vec<u8>);

/// A body of a media type; `None` where its schema has no value.
pub(super) fn body(sampler: &Sampler<'_>, name: &str, media: &Value) -> Option<Body> {
    let value = match given(sampler.description, media) {
        Some(value) if is_json(name) && sampler.allows(media, value) => value.clone(),
        _ => sampler.value(media.get("schema").unwrap_or(&Value::Null))?,
    };
    Some(write(name, &value))
}

pub(super) fn write(name: &str, value: &Value) -> Body {
    let kind = media_type(name);
    if kind == "*/*" {
        return ("application/json".to_owned(), value.to_string().into());
    }
    if is_json(name) {
        return (name.to_owned(), value.to_string().into());
    }
    match &*kind {
        FORM => (FORM.to_owned(), form(value).into()),
        "multipart/form-data" => (
            format!("multipart/form-data; boundary={BOUNDARY}"),
            multipart(value).into(),
        ),
        _ => (kind.replace('*', "octet-stream"), plain(value).into()),
    }
}

/// The example of a media type.
fn given<'v>(description: &'v Description, media: &'v Value) -> Option<&'v Value> {
    let named = media["examples"].as_object();
    let first = named.and_then(|named| named.values().next());
    media
        .get("example")
        .or_else(|| description.resolve(first?).get("value"))
}

fn form(value: &Value) -> String {
    let pairs = value.as_object().into_iter().flatten();
    let pairs = pairs.flat_map(|(name, value)| match value {
        Value::Array(items) if items.iter().all(is_scalar) => {
            items.iter().map(|item| (name, plain(item))).collect()
        }
        other => vec![(name, plain(other))],
    });
    let pairs: Vec<_> = pairs
        .map(|(name, value)| format!("{}={}", encode(name), encode(&value)))
        .collect();
    pairs.join("&")
}

fn is_scalar(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

fn multipart(value: &Value) -> String {
    let members = value.as_object().into_iter().flatten();
    let mut text = String::new();
    let parts = members.flat_map(|(name, value)| match value {
        Value::Array(items) => items.iter().map(|item| (name, item)).collect(),
        other => vec![(name, other)],
    });
    for (name, value) in parts {
        let value = plain(value);
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
    }
    text + "--" + BOUNDARY + "--\r\n"
}
