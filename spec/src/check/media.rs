//! The bodies of an operation that bindings write and read. A body in another format is none.

use crate::body;
use crate::document::Document;
use crate::value::Value;

/// The schema of the request body.
pub(super) fn request<'a>(document: &'a Document, operation: &'a Value) -> Option<&'a Value> {
    body::sent_schema(
        document,
        document.target(operation.get("requestBody")?).ok()?,
    )
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
        .filter_map(|member| body::schema(document.target(&member.value).ok()?))
        .collect()
}
