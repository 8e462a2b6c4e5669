//! The media types that a reply is asked for in.

use crate::body;
use crate::document::Document;
use crate::header::is_value;
use crate::media_type::{JSON, of_json};
use crate::replies::{self, Success};
use crate::value::Value;

/// The media types that an operation's replies may come in, as the header `Accept` lists them: those of successes, then the JSON
/// of failures where that has another name.
///
/// ```
/// use bindery_spec::{Document, accept::accept};
///
/// let text = r##"{ "openapi": "3.1.0", "x": { "responses": {
///     "200": { "description": "", "content": { "application/vnd.acme.v2+json": {} } },
///     "default": { "description": "", "content": { "application/problem+json": {} } } } } }"##;
/// let document = Document::parse("api.json", text.to_owned()).unwrap();
/// let found = accept(&document, document.root.get("x").unwrap());
/// assert_eq!(found, "application/vnd.acme.v2+json, application/problem+json");
/// ```
pub fn accept(document: &Document, operation: &Value) -> String {
    let mut found = Vec::new();
    for reply in successes(document, operation) {
        add(&mut found, json_or_raw(reply));
    }
    if found.is_empty() {
        found.push(JSON);
    }
    let bytes = successes(document, operation)
        .iter()
        .all(|reply| body::json(reply).is_none() && body::raw(reply).is_some());
    for reply in failures(document, operation) {
        // A service that has JSON beside documented bytes would send that.
        let json = body::json(reply).map(of_json);
        let asked = json.filter(|media_type| !(bytes && *media_type == JSON));
        add(&mut found, asked);
    }
    found.join(", ")
}

fn add<'d>(found: &mut Vec<&'d str>, media_type: Option<&'d str>) {
    let new = media_type.filter(|it| !found.contains(it));
    found.extend(new);
}

/// The replies that bindings read.
fn successes<'d>(document: &'d Document, operation: &'d Value) -> Vec<&'d Value> {
    let several = replies::several(document, operation);
    let several = several.map(|all| all.iter().map(|it: &Success<'d>| it.response).collect());
    several.unwrap_or_else(|| body::success(document, operation).into_iter().collect())
}

fn json_or_raw(reply: &Value) -> Option<&str> {
    if let Some(json) = body::json(reply) {
        return Some(of_json(json));
    }
    let key = &*body::raw(reply)?.key;
    Some(if is_value(key) { key } else { "*/*" })
}

fn failures<'d>(document: &'d Document, operation: &'d Value) -> Vec<&'d Value> {
    let responses = operation.get("responses").and_then(Value::as_object);
    let responses = responses.unwrap_or_default().iter();
    let failures = responses.filter(|member| replies::failure(&member.key).is_some());
    failures
        .filter_map(|member| document.resolve(&member.value).ok())
        .collect()
}
