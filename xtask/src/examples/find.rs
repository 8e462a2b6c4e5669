//! Where a document gives examples of bodies: at media types, at the schemas of these, at named schemas.

use std::borrow::Cow;

use serde_json::Value;

use crate::sample::{Described, Description, fits, is_json};

/// An example, and what it is one of.
pub(super) struct Example<'d> {
    pub(super) of: Of<'d>,
    pub(super) schema: &'d Value,
    pub(super) value: Cow<'d, Value>,
}

pub(super) enum Of<'d> {
    /// The body of a request, of a media type.
    Request(&'d Described, &'d str),
    /// The body of an answer, of a status.
    Answer(&'d Described, u16),
    /// A named schema.
    Component(&'d str),
}

impl Example<'_> {
    /// Whether it belongs to one of these operations, or to none.
    pub(super) fn of_operations(&self, ids: &[String]) -> bool {
        match self.of {
            Of::Request(operation, _) | Of::Answer(operation, _) => ids.contains(&operation.id),
            Of::Component(_) => true,
        }
    }

    /// Its place, for people.
    pub(super) fn place(&self) -> String {
        match self.of {
            Of::Request(operation, _) => format!("{}, request", operation.id),
            Of::Answer(operation, status) => format!("{}, {status}", operation.id),
            Of::Component(name) => name.to_owned(),
        }
    }
}

pub(super) fn examples(description: &Description) -> Vec<Example<'_>> {
    let mut found = Vec::new();
    for operation in &description.operations {
        if let Some((name, media)) = description.body(operation)
            && typed(name)
        {
            add(description, media, &mut found, &|| {
                Of::Request(operation, name)
            });
        }
        let responses = operation.value["responses"].as_object();
        for (status, response) in responses.into_iter().flatten() {
            let status = number(status, operation);
            let content = description.resolve(response)["content"].as_object();
            // The generator takes the first that is JSON.
            let media = content.and_then(|content| content.iter().find(|(name, _)| is_json(name)));
            if let Some((_, media)) = media {
                add(description, media, &mut found, &|| {
                    Of::Answer(operation, status)
                });
            }
        }
    }
    let schemas = description.root["components"]["schemas"].as_object();
    for (name, schema) in schemas.into_iter().flatten() {
        for value in of_schema(description, schema) {
            let of = Of::Component(name);
            let value = read(description, schema, value);
            found.push(Example { of, schema, value });
        }
    }
    found
}

/// Whether a body of a media type becomes a type.
fn typed(media_type: &str) -> bool {
    is_json(media_type) || crate::sample::is_form(media_type)
}

fn add<'d>(
    description: &'d Description,
    media: &'d Value,
    found: &mut Vec<Example<'d>>,
    of: &dyn Fn() -> Of<'d>,
) {
    let schema = &media["schema"];
    let mut values: Vec<&Value> = media.get("example").into_iter().collect();
    values.extend(media.get("x-example"));
    let named = media["examples"].as_object().into_iter().flatten();
    values.extend(named.filter_map(|(_, example)| description.resolve(example).get("value")));
    // Those of a schema with a name are tried under it.
    if schema.get("$ref").is_none() {
        values.extend(of_schema(description, schema));
    }
    found.extend(values.into_iter().map(|value| Example {
        of: of(),
        schema,
        value: read(description, schema, value),
    }));
}

/// The value meant: an object or a list is often given as its text.
fn read<'d>(description: &Description, schema: &Value, value: &'d Value) -> Cow<'d, Value> {
    let text = value
        .as_str()
        .filter(|_| !fits(description, schema, value, false));
    let parsed = text.and_then(|text| serde_json::from_str(text).ok());
    match parsed {
        Some(meant @ (Value::Object(_) | Value::Array(_))) => Cow::Owned(meant),
        _ => Cow::Borrowed(value),
    }
}

fn of_schema<'d>(description: &'d Description, schema: &'d Value) -> Vec<&'d Value> {
    let schema = description.resolve(schema);
    let one = ["example", "x-example"].map(|keyword| schema.get(keyword));
    let listed = schema["examples"].as_array().into_iter().flatten();
    one.into_iter().flatten().chain(listed).collect()
}

/// A status that a key of `responses` stands for.
fn number(key: &str, operation: &Described) -> u16 {
    if let Ok(status) = key.parse() {
        return status;
    }
    if let Some(class @ b'1'..=b'5') = key.as_bytes().first() {
        return u16::from(class - b'0') * 100;
    }
    let responses = operation.value["responses"].as_object();
    let mut keys = responses.into_iter().flatten().map(|(key, _)| key);
    if keys.any(|key| key.starts_with('2')) {
        500
    } else {
        200
    }
}
