//! Whether a value is one that a schema allows, by the keywords that documents use most. For the choice among values that
//! the document offers: whoever answers judges by all of them.

use serde_json::{Map, Value};

use super::{Description, text};

struct Rules<'d> {
    description: &'d Description,
    sending: bool,
}

/// Whether a schema allows a value that is sent, or one that is received.
pub(crate) fn fits(
    description: &Description,
    schema: &Value,
    value: &Value,
    sending: bool,
) -> bool {
    let rules = Rules {
        description,
        sending,
    };
    rules.fit(schema, value)
}

/// Whether a property is for the other direction only.
pub(super) fn hidden(description: &Description, schema: &Value, sending: bool) -> bool {
    let word = if sending { "readOnly" } else { "writeOnly" };
    [schema, description.resolve(schema)]
        .iter()
        .any(|schema| schema[word] == true)
}

impl Rules<'_> {
    fn fit(&self, schema: &Value, value: &Value) -> bool {
        match self.description.resolve(schema) {
            Value::Object(keywords) => {
                let nulled = value.is_null() && keywords.get("nullable") == Some(&true.into());
                nulled || self.keywords(keywords, value)
            }
            Value::Bool(all) => *all,
            _ => true,
        }
    }

    fn keywords(&self, keywords: &Map<String, Value>, value: &Value) -> bool {
        let branches = |keyword| keywords.get(keyword).and_then(Value::as_array);
        let fitting = |all: &Vec<Value>| all.iter().filter(|one| self.fit(one, value)).count();
        typed(keywords, value)
            && keywords.get("const").is_none_or(|only| only == value)
            && branches("enum").is_none_or(|all| all.contains(value))
            && branches("allOf").is_none_or(|all| fitting(all) == all.len())
            && branches("anyOf").is_none_or(|all| fitting(all) > 0)
            && branches("oneOf").is_none_or(|all| fitting(all) == 1)
            && match value {
                Value::Object(members) => self.members(keywords, members),
                Value::Array(items) => self.items(keywords, items),
                Value::String(content) => text::fits(keywords, content),
                Value::Number(number) => within(keywords, number.as_f64().unwrap_or(0.0)),
                _ => true,
            }
    }

    fn members(&self, keywords: &Map<String, Value>, members: &Map<String, Value>) -> bool {
        let empty = Map::new();
        let properties = keywords.get("properties").and_then(Value::as_object);
        let properties = properties.unwrap_or(&empty);
        let others = keywords.get("additionalProperties");
        let required = keywords.get("required").and_then(Value::as_array);
        let there = |name: &Value| {
            let name = name.as_str().unwrap_or_default();
            let hidden = |schema| hidden(self.description, schema, self.sending);
            members.contains_key(name) || properties.get(name).is_some_and(hidden)
        };
        required.is_none_or(|names| names.iter().all(there))
            && members
                .iter()
                .all(|(name, value)| match properties.get(name) {
                    Some(schema) => {
                        !hidden(self.description, schema, self.sending) && self.fit(schema, value)
                    }
                    None => others.is_none_or(|schema| self.fit(schema, value)),
                })
    }

    fn items(&self, keywords: &Map<String, Value>, items: &[Value]) -> bool {
        let count = |keyword: &str| keywords.get(keyword).and_then(Value::as_u64);
        let length = items.len() as u64;
        count("minItems").is_none_or(|least| least <= length)
            && count("maxItems").is_none_or(|most| length <= most)
            && keywords
                .get("items")
                .is_none_or(|item| items.iter().all(|value| self.fit(item, value)))
    }
}

fn typed(keywords: &Map<String, Value>, value: &Value) -> bool {
    let is = |name: &Value| match name.as_str().unwrap_or_default() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => true,
    };
    match keywords.get("type") {
        None => true,
        Some(Value::Array(names)) => names.iter().any(is),
        Some(name) => is(name),
    }
}

fn within(keywords: &Map<String, Value>, number: f64) -> bool {
    let bound = |keyword: &str| keywords.get(keyword).and_then(Value::as_f64);
    let strict = |keyword: &str| keywords.get(keyword) == Some(&true.into());
    let above = |low: f64, strict: bool| low < number || (!strict && low <= number);
    let below = |high: f64, strict: bool| number < high || (!strict && number <= high);
    bound("minimum").is_none_or(|low| above(low, strict("exclusiveMinimum")))
        && bound("maximum").is_none_or(|high| below(high, strict("exclusiveMaximum")))
        && bound("exclusiveMinimum").is_none_or(|low| above(low, true))
        && bound("exclusiveMaximum").is_none_or(|high| below(high, true))
}
