//! Media types as the keys of `content` have them.

use crate::header::is_value;
use crate::value::{Member, Value};

/// What JSON is called where a document does not say, or says no more than a range.
pub const JSON: &str = "application/json";

/// The media type under which the JSON of an entry of `content` travels: its own with all parameters, or `application/json`
/// where the entry is for a range.
///
/// ```
/// use bindery_spec::{Document, body, media_type};
///
/// let of = |key: &str| {
///     let text = format!(r#"{{ "openapi": "3.1.0", "x": {{ "content": {{ "{key}": {{}} }} }} }}"#);
///     let document = Document::parse("api.json", text).unwrap();
///     let member = body::json(document.root.get("x").unwrap()).unwrap();
///     media_type::of_json(member).to_owned()
/// };
/// assert_eq!(of("application/merge-patch+json"), "application/merge-patch+json");
/// assert_eq!(of("*/*"), "application/json");
/// ```
pub fn of_json(member: &Member) -> &str {
    let key = member.key.trim();
    if is_concrete(key) { key } else { JSON }
}

/// Whether a text is a media type that can stand in a header, and no range of them.
pub fn is_concrete(media_type: &str) -> bool {
    let (kind, subtype) = media_type.split_once('/').unwrap_or_default();
    is_value(media_type) && !kind.is_empty() && !subtype.is_empty() && !media_type.contains('*')
}

/// Whether a media type, or a range of them, is JSON.
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("+json")
        || ["application/json", "text/json", "application/*", "*/*"].contains(&&*essence)
}

/// Whether an entry of `content` is JSON. A range of media types whose values are bytes is none.
pub(crate) fn is_json_entry(member: &Member) -> bool {
    let bytes = || {
        let schema = member.value.get("schema");
        let format = schema.and_then(|schema| schema.get("format"));
        format.and_then(Value::as_str) == Some("binary")
    };
    is_json(&member.key) && !(member.key.contains('*') && bytes())
}

/// A media type without its parameters.
pub(crate) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}
