//! Parameters as every stage must read them: how a list is written into one.

use crate::value::Value;

/// How the items of a list are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListStyle {
    /// The parameter once for each item.
    Repeated,
    /// All items in one parameter, with this between them.
    Joined(char),
}

/// How a parameter's list is written: `style` and `explode`, or what `OpenAPI` says where they are absent. `None` for a style
/// that bindings do not write.
///
/// ```
/// use bindery_spec::{Document, parameter::{ListStyle, list_style}};
///
/// let text = r#"{ "openapi": "3.1.0", "x": { "name": "tag", "in": "query", "explode": false } }"#;
/// let document = Document::parse("api.json", text.to_owned()).unwrap();
/// assert_eq!(list_style(document.root.get("x").unwrap()), Some(ListStyle::Joined(',')));
/// ```
pub fn list_style(parameter: &Value) -> Option<ListStyle> {
    let text = |key| parameter.get(key).and_then(Value::as_str);
    let explode = parameter.get("explode").and_then(Value::as_bool);
    let place = text("in")?;
    let style = text("style").unwrap_or(match place {
        "query" | "cookie" => "form",
        _ => "simple",
    });
    match (place, style) {
        ("query", "form") if explode != Some(false) => Some(ListStyle::Repeated),
        ("query", "form") | ("path" | "header", "simple") => Some(ListStyle::Joined(',')),
        ("query", "spaceDelimited") => Some(ListStyle::Joined(' ')),
        ("query", "pipeDelimited") => Some(ListStyle::Joined('|')),
        _ => None,
    }
}
