//! The types that JSON Schema tells apart, and which of them a schema allows.

use super::items;
use crate::value::Value;

/// A type of JSON Schema, `null` left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// `boolean`
    Boolean,
    /// `integer`
    Integer,
    /// `number`
    Number,
    /// `string`
    String,
    /// `array`
    Array,
    /// `object`
    Object,
}

impl JsonType {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "boolean" => JsonType::Boolean,
            "integer" => JsonType::Integer,
            "number" => JsonType::Number,
            "string" => JsonType::String,
            "array" => JsonType::Array,
            "object" => JsonType::Object,
            _ => return None,
        })
    }

    /// What a value of it is called.
    pub fn noun(self) -> &'static str {
        match self {
            JsonType::Boolean => "Boolean",
            JsonType::Integer => "Integer",
            JsonType::Number => "Number",
            JsonType::String => "String",
            JsonType::Array => "List",
            JsonType::Object => "Object",
        }
    }
}

/// The schema's types, `null` left out; guessed from its keywords where it has none.
pub(super) fn types_of(schema: &Value) -> Vec<JsonType> {
    let has = |key: &str| schema.get(key).is_some();
    match schema.get("type") {
        Some(value) => {
            let names = value.as_array().unwrap_or(std::slice::from_ref(value));
            let mut types = Vec::new();
            for ty in names
                .iter()
                .filter_map(Value::as_str)
                .filter_map(JsonType::named)
            {
                if !types.contains(&ty) {
                    types.push(ty);
                }
            }
            // Every integer is a number.
            if types.contains(&JsonType::Number) {
                types.retain(|ty| *ty != JsonType::Integer);
            }
            types
        }
        None if has("properties") || has("additionalProperties") || has("patternProperties") => {
            vec![JsonType::Object]
        }
        None if has("items") || has("prefixItems") => vec![JsonType::Array],
        None if lists_booleans(schema) => vec![JsonType::Boolean],
        None => Vec::new(),
    }
}

fn lists_booleans(schema: &Value) -> bool {
    let listed = items(schema, "enum").iter();
    let mut listed = listed.chain(schema.get("const")).peekable();
    listed.peek().is_some() && listed.all(|value| value.as_bool().is_some())
}
