//! The JSON bodies of an operation. A body in another format is none.

use crate::document::Document;
use crate::value::Value;

/// The schema of the request body.
pub(super) fn request<'a>(document: &'a Document, operation: &'a Value) -> Option<&'a Value> {
    json_schema(document, operation.get("requestBody")?)
}

/// The schemas of all replies that may carry a verdict: success and `default`.
pub(super) fn replies<'a>(document: &'a Document, operation: &'a Value) -> Vec<&'a Value> {
    let responses = operation
        .get("responses")
        .and_then(Value::as_object)
        .unwrap_or_default();
    let verdicts = responses
        .iter()
        .filter(|member| member.key.starts_with('2') || &*member.key == "default");
    verdicts
        .filter_map(|member| json_schema(document, &member.value))
        .collect()
}

fn json_schema<'a>(document: &'a Document, body: &'a Value) -> Option<&'a Value> {
    let content = document.target(body).ok()?.get("content")?.as_object()?;
    content
        .iter()
        .find(|member| is_json(&member.key))?
        .value
        .get("schema")
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
        || essence.ends_with("+json")
        || essence == "*/*"
}
