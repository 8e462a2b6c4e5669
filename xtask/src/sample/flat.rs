//! A schema with what its `allOf` adds, as one object of keywords.

use serde_json::{Map, Value};

use super::Description;

/// The keywords of a schema and of all in its `allOf`; `true` and what is no schema have none.
pub(super) fn flat(description: &Description, schema: &Value) -> Map<String, Value> {
    let mut keywords = Map::new();
    add(description, schema, &mut keywords, 0);
    keywords
}

fn add(description: &Description, schema: &Value, into: &mut Map<String, Value>, depth: usize) {
    const DEEPEST: usize = 16;
    let beside = schema.get("$ref").map(|_| schema);
    let schemas = [Some(description.resolve(schema)), beside];
    for members in schemas.into_iter().flatten().filter_map(Value::as_object) {
        for (keyword, value) in members {
            match (&**keyword, value) {
                ("$ref", _) => {}
                ("allOf", Value::Array(all)) if depth < DEEPEST => {
                    for one in all {
                        add(description, one, into, depth + 1);
                    }
                }
                _ => merge(into, keyword, value),
            }
        }
    }
}

fn merge(into: &mut Map<String, Value>, keyword: &str, value: &Value) {
    match (into.get_mut(keyword), value) {
        (Some(Value::Object(known)), Value::Object(more)) if keyword == "properties" => {
            for (name, schema) in more {
                known.insert(name.clone(), schema.clone());
            }
        }
        (Some(Value::Array(known)), Value::Array(more)) if keyword == "required" => {
            known.extend(more.iter().cloned());
        }
        _ => {
            into.insert(keyword.to_owned(), value.clone());
        }
    }
}
