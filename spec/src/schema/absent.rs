//! `default`: what a member that is absent stands for. It is only told and offered; nothing is ever sent or filled in for it.

use super::keyword;
use crate::document::Document;
use crate::value::{Kind, Value};

/// Longer ones are no words to put into a sentence.
const LONGEST: usize = 60;

/// The default of a schema, of what it refers to or of a part of it; `None` for `null`, which says what absence says.
pub fn default<'d>(document: &'d Document, schema: &'d Value) -> Option<&'d Value> {
    let own = schema.get("default");
    let said = own.or_else(|| {
        let target = document.target(schema).ok()?;
        keyword(document, target, "default")
    });
    said.filter(|value| !matches!(value.kind, Kind::Null))
}

/// A default as documentation shows it, in JSON on one line; `None` for what would take more than a few words.
pub fn shown(default: &Value) -> Option<String> {
    let text = match &default.kind {
        Kind::Array(items) => {
            let items: Option<Vec<_>> = items.iter().map(word).collect();
            format!("[{}]", items?.join(", "))
        }
        Kind::Object(members) if members.is_empty() => "{}".to_owned(),
        _ => word(default)?,
    };
    (text.chars().count() <= LONGEST).then_some(text)
}

fn word(value: &Value) -> Option<String> {
    match &value.kind {
        Kind::Bool(flag) => Some(flag.to_string()),
        Kind::Number(digits) => Some(digits.to_string()),
        Kind::String(text) => {
            let plain = !text.contains(|c: char| c.is_control() || matches!(c, '`' | '"' | '\\'));
            plain.then(|| format!("\"{text}\""))
        }
        _ => None,
    }
}
