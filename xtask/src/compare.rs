//! Whether what went through the bindings is still the same: requests by their parts, bodies as JSON values. Numbers are
//! equal by value; `null` is as good as no member; and members that the document does not know may get lost on the way.

use serde_json::{Map, Number, Value};

use crate::drive::{KEY, Sent};
use crate::sample::{Description, media_type};

/// The first difference between a request and what the client made of it; credentials may be added.
pub(crate) fn requests(
    description: &Description,
    schema: &Value,
    before: &Sent,
    after: &Sent,
) -> Option<String> {
    if before.method != after.method {
        return Some(format!(
            "method `{}` became `{}`",
            before.method, after.method
        ));
    }
    let (path, query) = split(&before.target);
    let (path_after, query_after) = split(&after.target);
    if decoded(path) != decoded(path_after) {
        return Some(format!("path `{path}` became `{path_after}`"));
    }
    let pairs = query_after.split('&').map(pair).collect::<Vec<_>>();
    let lost = query.split('&').map(pair).find(|(name, value)| {
        let same = |other: &&(String, String)| other.0 == *name && kept(&other.1, value);
        pairs.iter().find(same).is_none()
    });
    if let Some((name, value)) = lost.filter(|_| !query.is_empty()) {
        return Some(format!(
            "`{name}={value}` of the query is not in `{query_after}`"
        ));
    }
    headers(before, after).or_else(|| bodies(description, schema, before, after))
}

fn headers(before: &Sent, after: &Sent) -> Option<String> {
    let lost = before.headers.iter().find(|(name, value)| {
        let find = |(other, _): &&(String, String)| other.eq_ignore_ascii_case(name);
        let found = after.headers.iter().find(find).map(|(_, value)| value);
        let same = |found: &String| {
            kept(found, value) || (name == "content-type" && media_type(found) == media_type(value))
        };
        !found.is_some_and(same)
    });
    let (name, value) = lost?;
    Some(format!("the header `{name}: {value}` is not sent"))
}

fn bodies(
    description: &Description,
    schema: &Value,
    before: &Sent,
    after: &Sent,
) -> Option<String> {
    let parsed = |sent: &Sent| serde_json::from_slice::<Value>(&sent.body).ok();
    if let (Some(before), Some(after)) = (parsed(before), parsed(after)) {
        return values(description, schema, &before, &after);
    }
    let texts = |sent: &Sent| String::from_utf8_lossy(&sent.body).into_owned();
    let (before, after) = (texts(before), texts(after));
    let (one, other) = (pairs(&before), pairs(&after));
    let mut both = one.iter().zip(&other);
    let same = one.len() == other.len()
        && both.all(|(one, other)| one.0 == other.0 && alike(&one.1, &other.1));
    (!same && !before.trim().is_empty()).then(|| format!("the body `{before}` became `{after}`"))
}

/// The pairs of a form, in an order of their own; any other text is one pair.
fn pairs(form: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = form.split('&').map(pair).collect();
    pairs.sort();
    pairs
}

fn split(target: &str) -> (&str, &str) {
    target.split_once('?').unwrap_or((target, ""))
}

fn pair(text: &str) -> (String, String) {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    (decoded(name), decoded(value))
}

fn decoded(text: &str) -> String {
    crate::sample::percent_decoded(text)
}

/// The same text, or what the signer put in its place.
fn kept(found: &str, value: &str) -> bool {
    alike(found, value) || found.contains(KEY)
}

/// The same text, or the same number.
fn alike(one: &str, other: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().ok();
    one == other || (number(one).is_some() && number(one) == number(other))
}

/// The first difference between two values of a schema, the second having gone through the bindings.
pub(crate) fn values(
    description: &Description,
    schema: &Value,
    before: &Value,
    after: &Value,
) -> Option<String> {
    let comparison = Comparison { description };
    comparison.values(&comparison.all(&[schema]), before, after, "")
}

struct Comparison<'d> {
    description: &'d Description,
}

impl<'d> Comparison<'d> {
    fn values(
        &self,
        schemas: &[&'d Value],
        before: &Value,
        after: &Value,
        at: &str,
    ) -> Option<String> {
        match (before, after) {
            (Value::Object(before), Value::Object(after)) => {
                self.members(schemas, before, after, at)
            }
            (Value::Array(before), Value::Array(after)) if before.len() == after.len() => {
                let items = self.all(&each(schemas, &["items"]));
                let mut pairs = before.iter().zip(after).enumerate();
                pairs.find_map(|(i, (before, after))| {
                    self.values(&items, before, after, &format!("{at}/{i}"))
                })
            }
            (Value::Number(one), Value::Number(other)) if equal(schemas, one, other) => None,
            _ if before == after => None,
            _ => Some(format!("`{at}`: {} became {}", short(before), short(after))),
        }
    }

    fn members(
        &self,
        schemas: &[&'d Value],
        before: &Map<String, Value>,
        after: &Map<String, Value>,
        at: &str,
    ) -> Option<String> {
        let added = after
            .iter()
            .find(|(name, value)| !before.contains_key(*name) && !value.is_null());
        if let Some((name, value)) = added {
            return Some(format!("`{at}/{name}`: {} came from nowhere", short(value)));
        }
        before.iter().find_map(|(name, value)| {
            let known = self.all(&each(schemas, &["properties", name]));
            let at = format!("{at}/{name}");
            match after.get(name) {
                Some(after) => self.values(&known, value, after, &at),
                None if value.is_null() || known.is_empty() => None,
                None => Some(format!("`{at}`: {} got lost", short(value))),
            }
        })
    }

    /// Schemas with all that they refer to and choose from.
    fn all(&self, schemas: &[&'d Value]) -> Vec<&'d Value> {
        const MOST: usize = 256;
        let mut found: Vec<&Value> = Vec::new();
        let mut open: Vec<&Value> = schemas.to_vec();
        while let Some(schema) = open.pop() {
            let schema = self.description.resolve(schema);
            if found.len() == MOST || found.iter().any(|known| std::ptr::eq(*known, schema)) {
                continue;
            }
            found.push(schema);
            for keyword in ["allOf", "oneOf", "anyOf"] {
                open.extend(schema[keyword].as_array().into_iter().flatten());
            }
        }
        found
    }
}

/// The same number, as far as its format keeps it.
fn equal(schemas: &[&Value], one: &Number, other: &Number) -> bool {
    let single = || schemas.iter().any(|schema| schema["format"] == "float");
    #[allow(clippy::cast_possible_truncation)] // What the format says.
    let rounded = |number: &Number| number.as_f64().map(|number| number as f32);
    one.as_f64() == other.as_f64() || (single() && rounded(one) == rounded(other))
}

/// What each schema says under some steps.
fn each<'v>(schemas: &[&'v Value], steps: &[&str]) -> Vec<&'v Value> {
    let inner = |schema: &&'v Value| {
        steps
            .iter()
            .try_fold(*schema, |value, step| value.get(step))
    };
    schemas.iter().filter_map(inner).collect()
}

fn short(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::values;
    use crate::sample::Description;

    fn difference(before: &Value, after: &Value) -> Option<String> {
        let description = Description {
            root: json!({ "components": { "schemas": { "Named": { "properties": { "name": {} } } } } }),
            operations: Vec::new(),
        };
        let schema = json!({
            "allOf": [{ "$ref": "#/components/schemas/Named" }],
            "properties": { "ratio": { "format": "float" }, "list": { "items": { "oneOf": [{ "properties": { "id": {} } }] } } }
        });
        values(&description, &schema, before, after)
    }

    #[test]
    fn what_the_schema_does_not_know_may_get_lost() {
        assert_eq!(
            difference(&json!({ "name": "a", "more": 1 }), &json!({ "name": "a" })),
            None
        );
        assert_eq!(difference(&json!({ "name": null }), &json!({})), None);
        assert_eq!(
            difference(&json!({ "name": "a" }), &json!({})).as_deref(),
            Some("`/name`: `\"a\"` got lost")
        );
        assert_eq!(
            difference(
                &json!({ "list": [{ "id": 1, "more": 2 }] }),
                &json!({ "list": [{}] })
            )
            .as_deref(),
            Some("`/list/0/id`: `1` got lost")
        );
    }

    #[test]
    fn nothing_is_added_and_nothing_changes() {
        assert_eq!(
            difference(&json!({}), &json!({ "name": "a" })).as_deref(),
            Some("`/name`: `\"a\"` came from nowhere")
        );
        assert_eq!(
            difference(&json!({ "list": [1] }), &json!({ "list": [1, 2] })).as_deref(),
            Some("`/list`: `[1]` became `[1,2]`")
        );
    }

    #[test]
    fn numbers_are_compared_by_what_their_format_keeps() {
        assert_eq!(
            difference(&json!({ "name": 1 }), &json!({ "name": 1.0 })),
            None
        );
        assert_eq!(
            difference(
                &json!({ "ratio": 0.558_098_669_654 }),
                &json!({ "ratio": 0.558_098_7 })
            ),
            None
        );
        assert!(
            difference(
                &json!({ "name": 0.558_098_669_654 }),
                &json!({ "name": 0.558_098_7 })
            )
            .is_some()
        );
    }
}
