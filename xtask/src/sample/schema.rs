//! A value that a schema allows: the document's own where it gives one that fits, else one made up.

use serde_json::{Map, Number, Value, json};

use super::flat::flat;
use super::{Description, fit, text};

/// How much a value holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What is required.
    Required,
    /// Whatever the document knows.
    Full,
}

/// Makes values for one direction: requests, which lack what is read-only.
pub(crate) struct Sampler<'d> {
    pub(crate) description: &'d Description,
    pub(crate) extent: Extent,
    pub(crate) sending: bool,
}

/// Beyond this, members that need not be there are left out, for schemas may name themselves.
const DEEP: usize = 5;
const DEEPEST: usize = 20;

impl Sampler<'_> {
    /// A value of the schema; `None` where there is none of finite size.
    pub(crate) fn value(&self, schema: &Value) -> Option<Value> {
        self.at(schema, 0)
    }

    /// A value of a parameter.
    pub(super) fn parameter(&self, parameter: &Value) -> Option<Value> {
        let media = parameter["content"].as_object();
        let media = media.and_then(|content| content.values().next());
        let schema = media
            .unwrap_or(parameter)
            .get("schema")
            .unwrap_or(&Value::Null);
        let given = parameter
            .get("example")
            .filter(|value| self.fits(schema, value));
        given.cloned().or_else(|| self.value(schema))
    }

    /// Whether the schema of a media type allows a value.
    pub(super) fn allows(&self, media: &Value, value: &Value) -> bool {
        media
            .get("schema")
            .is_none_or(|schema| self.fits(schema, value))
    }

    pub(super) fn at(&self, schema: &Value, depth: usize) -> Option<Value> {
        if depth > DEEPEST || self.description.resolve(schema) == false {
            return None;
        }
        let keywords = flat(self.description, schema);
        let known = given(&keywords).find(|value| self.fits(schema, value));
        if let Some(value) = known {
            return Some(value.clone());
        }
        for choice in ["oneOf", "anyOf"] {
            if let Some(Value::Array(branches)) = keywords.get(choice) {
                return self.choice(schema, &keywords, branches, depth);
            }
        }
        match kind(&keywords) {
            "object" => self.object(&keywords, depth).map(Value::Object),
            "array" => self.array(&keywords, depth),
            "string" => Some(text::text(&keywords).into()),
            "integer" => Some(number(&keywords, true)),
            "number" => Some(number(&keywords, false)),
            "boolean" => Some(true.into()),
            "null" => Some(Value::Null),
            _ => Some("any".into()),
        }
    }

    pub(super) fn fits(&self, schema: &Value, value: &Value) -> bool {
        fit::fits(self.description, schema, value, self.sending)
    }

    fn object(&self, keywords: &Map<String, Value>, depth: usize) -> Option<Map<String, Value>> {
        let empty = Map::new();
        let properties = keywords.get("properties").and_then(Value::as_object);
        let properties = properties.unwrap_or(&empty);
        let required: Vec<_> = keywords
            .get("required")
            .and_then(Value::as_array)
            .map(|names| names.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        let mut members = Map::new();
        for (name, schema) in properties {
            let needed = required.contains(&&**name);
            let wanted = needed || (self.extent == Extent::Full && depth < DEEP);
            if !wanted || fit::hidden(self.description, schema, self.sending) {
                continue;
            }
            match self.at(schema, depth + 1) {
                Some(value) => drop(members.insert(name.clone(), value)),
                None if needed => return None,
                None => {}
            }
        }
        for name in required {
            if !properties.contains_key(name) {
                members.insert(name.to_owned(), "any".into());
            }
        }
        let least = keywords.get("minProperties").and_then(Value::as_u64);
        let more = keywords
            .get("additionalProperties")
            .filter(|more| more.is_object());
        let few = least.is_some_and(|least| (members.len() as u64) < least);
        if few || (more.is_some() && self.extent == Extent::Full && depth < DEEP) {
            let value = self.at(more.unwrap_or(&Value::Null), depth + 1);
            let name = keywords.get("propertyNames").and_then(Value::as_object);
            let name = name.map_or_else(|| "key".to_owned(), text::text);
            members.extend(value.map(|value| (name, value)));
        }
        Some(members)
    }

    fn array(&self, keywords: &Map<String, Value>, depth: usize) -> Option<Value> {
        const MOST: u64 = 64;
        let count = |keyword| keywords.get(keyword).and_then(Value::as_u64);
        let least = count("minItems").unwrap_or(0).min(MOST);
        let wanted = u64::from(depth < DEEP);
        let wanted = least.max(wanted).min(count("maxItems").unwrap_or(MOST));
        let item = keywords.get("items").unwrap_or(&Value::Null);
        let Some(value) = self.at(item, depth + 1) else {
            return (least == 0).then(|| json!([]));
        };
        if keywords.get("uniqueItems") == Some(&true.into()) && wanted > 1 {
            return Some(self.distinct(item, &value, wanted));
        }
        let items = (0..wanted).map(|_| value.clone());
        Some(items.collect())
    }

    /// Items of which no two are alike, as far as the schema is seen to have so many.
    fn distinct(&self, item: &Value, first: &Value, wanted: u64) -> Value {
        let keywords = flat(self.description, item);
        let listed = keywords.get("enum").and_then(Value::as_array).cloned();
        let made = (0..wanted).map(|at| match first {
            Value::String(text) if at > 0 => format!("{text}{at}").into(),
            Value::Number(number) if at > 0 => {
                (number.as_i64().unwrap_or(0) + at.cast_signed()).into()
            }
            other => other.clone(),
        });
        let listed = listed.map(|all| all.into_iter().take(usize::try_from(wanted).unwrap_or(0)));
        listed.map_or_else(|| made.collect(), Iterator::collect)
    }
}

/// Values that the document gives, the best first.
fn given(keywords: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    let listed = |keyword| {
        let values = keywords.get(keyword).and_then(Value::as_array);
        values.into_iter().flatten()
    };
    let one = |keyword| keywords.get(keyword).into_iter();
    one("example")
        .chain(listed("examples"))
        .chain(one("default"))
        .chain(one("const"))
        .chain(listed("enum"))
}

/// The type, guessed from the keywords where there is none.
fn kind(keywords: &Map<String, Value>) -> &str {
    let named = match keywords.get("type") {
        Some(Value::String(name)) => Some(&**name),
        Some(Value::Array(names)) => {
            let mut names = names.iter().filter_map(Value::as_str);
            let first = names.next();
            first
                .filter(|name| *name != "null")
                .or(names.next())
                .or(first)
        }
        _ => None,
    };
    let has = |keyword: &str| keywords.contains_key(keyword);
    named.unwrap_or_else(|| match () {
        () if has("properties") || has("additionalProperties") || has("required") => "object",
        () if has("items") => "array",
        () if has("pattern") || has("maxLength") || has("minLength") || has("format") => "string",
        () if has("minimum") || has("maximum") => "number",
        () => "",
    })
}

fn number(keywords: &Map<String, Value>, whole: bool) -> Value {
    let bound = |keyword: &str| keywords.get(keyword).and_then(Value::as_f64);
    let exclusive = |keyword: &str| keywords.get(keyword) == Some(&true.into());
    let step = bound("multipleOf").unwrap_or(1.0);
    let low =
        bound("exclusiveMinimum").or(bound("minimum").filter(|_| exclusive("exclusiveMinimum")));
    let high =
        bound("exclusiveMaximum").or(bound("maximum").filter(|_| exclusive("exclusiveMaximum")));
    let least = low.map(|low| low + step).or(bound("minimum"));
    let most = high.map(|high| high - step).or(bound("maximum"));
    let mut value = least.unwrap_or(1.0).max(1.0).min(most.unwrap_or(f64::MAX));
    if bound("multipleOf").is_some() {
        value = (value / step).ceil() * step;
    }
    #[allow(clippy::cast_possible_truncation)] // Saturates, which is as good as any other number.
    match (whole || value.fract() == 0.0, Number::from_f64(value)) {
        (false, Some(number)) => number.into(),
        _ => (value as i64).into(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Extent, Sampler};
    use crate::sample::Description;

    fn sampled(extent: Extent, schema: &Value) -> Option<Value> {
        let node = json!({ "properties": { "next": { "$ref": "#/components/schemas/Node" } }, "required": ["next"] });
        let description = Description {
            root: json!({ "components": { "schemas": { "Node": node } } }),
            operations: Vec::new(),
        };
        let sampler = Sampler {
            description: &description,
            extent,
            sending: true,
        };
        sampler.value(schema)
    }

    #[test]
    fn examples_come_first_where_they_fit() {
        let schema =
            json!({ "type": "string", "maxLength": 3, "example": "too long", "examples": ["abc"] });
        assert_eq!(sampled(Extent::Required, &schema), Some(json!("abc")));
        let schema = json!({ "type": "string", "example": 7, "pattern": "^x[0-9]{2}-(on|off)$" });
        assert_eq!(sampled(Extent::Required, &schema), Some(json!("x11-on")));
    }

    #[test]
    fn members_are_left_out_where_they_may_be() {
        let schema = json!({
            "required": ["a", "id"],
            "properties": {
                "a": { "type": "integer", "exclusiveMinimum": 4, "multipleOf": 3 },
                "b": { "type": "array", "minItems": 2, "uniqueItems": true, "items": { "type": "string" } },
                "id": { "type": "integer", "readOnly": true }
            }
        });
        assert_eq!(sampled(Extent::Required, &schema), Some(json!({ "a": 9 })));
        let full = json!({ "a": 9, "b": ["text", "text1"] });
        assert_eq!(sampled(Extent::Full, &schema), Some(full));
    }

    #[test]
    fn a_choice_is_one_that_the_whole_schema_allows() {
        let branch = |kind: &str| json!({ "required": ["kind"], "properties": { "kind": { "const": kind } } });
        let schema = json!({ "oneOf": [branch("b"), branch("c")] });
        let made = sampled(Extent::Required, &schema);
        assert_eq!(made, Some(json!({ "kind": "b" })));
        let only = json!({ "properties": { "kind": { "enum": ["c"] } }, "oneOf": [branch("b"), branch("c")] });
        let made = sampled(Extent::Required, &only);
        assert_eq!(made, Some(json!({ "kind": "c" })));
    }

    #[test]
    fn a_schema_without_an_end_has_no_value() {
        let schema = json!({ "$ref": "#/components/schemas/Node" });
        assert_eq!(sampled(Extent::Required, &schema), None);
        let schema = json!({ "type": "object", "properties": { "node": schema, "never": false } });
        assert_eq!(sampled(Extent::Full, &schema), Some(json!({})));
    }
}
