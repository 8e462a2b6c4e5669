//! The types that JSON Schema tells apart, and which of them a schema allows.

use super::items;
use crate::value::{Kind, Value};

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

    /// Whether every value of this type is of another.
    pub(super) fn is(self, other: Self) -> bool {
        self == other || (self, other) == (JsonType::Integer, JsonType::Number)
    }

    /// The word of JSON Schema for it.
    pub(super) fn word(self) -> &'static str {
        match self {
            JsonType::Boolean => "boolean",
            JsonType::Integer => "integer",
            JsonType::Number => "number",
            JsonType::String => "string",
            JsonType::Array => "array",
            JsonType::Object => "object",
        }
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
            without_needless(types)
        }
        None if has("properties") || has("additionalProperties") || has("patternProperties") => {
            vec![JsonType::Object]
        }
        None if has("items") || has("prefixItems") => vec![JsonType::Array],
        None => listed(schema),
    }
}

/// The types that several schemas allow all of which say any; `None` where none does.
pub(super) fn common_types(whole: &[&Value]) -> Option<Vec<JsonType>> {
    let mut said = whole.iter().map(|part| types_of(part));
    let mut common = said.by_ref().find(|types| !types.is_empty())?;
    for types in said.filter(|types| !types.is_empty()) {
        let narrower = |ty: &JsonType| types.iter().find(|it| it.is(*ty) || ty.is(**it)).copied();
        let kept = common.iter().filter_map(|ty| {
            let other = narrower(ty)?;
            Some(if other.is(*ty) { other } else { *ty })
        });
        common = kept.collect();
        common.dedup();
    }
    Some(common)
}

/// The types of the values a schema lists.
fn listed(schema: &Value) -> Vec<JsonType> {
    let mut types = Vec::new();
    for value in items(schema, "enum").iter().chain(schema.get("const")) {
        let ty = match &value.kind {
            Kind::Null => continue,
            Kind::Bool(_) => JsonType::Boolean,
            Kind::Number(_) if value.as_i64().is_some() => JsonType::Integer,
            Kind::Number(_) => JsonType::Number,
            Kind::String(_) => JsonType::String,
            Kind::Array(_) => JsonType::Array,
            Kind::Object(_) => JsonType::Object,
        };
        if !types.contains(&ty) {
            types.push(ty);
        }
    }
    without_needless(types)
}

/// Every integer is a number.
fn without_needless(mut types: Vec<JsonType>) -> Vec<JsonType> {
    if types.contains(&JsonType::Number) {
        types.retain(|ty| *ty != JsonType::Integer);
    }
    types
}
