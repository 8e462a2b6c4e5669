//! `required` names properties that exist, in the schema itself or in what it is composed of.

use std::collections::HashSet;

use crate::check::lookup;
use crate::document::Document;
use crate::finding::Finding;
use crate::suggest;
use crate::value::Value;

/// Checks one schema; `whole` is the schema it is a part of, or itself.
pub(super) fn check(
    document: &Document,
    schema: &Value,
    whole: &Value,
    findings: &mut Vec<Finding>,
) {
    let Some(required) = schema.get("required").and_then(Value::as_array) else {
        return;
    };
    let own = schema
        .get("properties")
        .and_then(Value::as_object)
        .unwrap_or_default();
    let own: HashSet<&str> = own.iter().map(|member| &*member.key).collect();
    let missing = required
        .iter()
        .filter_map(|name| Some((name, name.as_str()?)));
    let missing: Vec<_> = missing.filter(|(_, text)| !own.contains(text)).collect();
    if missing.is_empty() {
        return;
    }
    let known = lookup::properties(document, &[schema, whole]);
    if known.open {
        return;
    }
    for (name, text) in missing
        .into_iter()
        .filter(|(_, text)| !known.names.contains(text))
    {
        let near = suggest::did_you_mean(text, known.names.iter().copied());
        findings.push(unknown(name, text, near));
    }
}

/// An error only where it must be a slip: JSON Schema lets a schema require what it does not describe.
fn unknown(name: &Value, text: &str, near: Option<String>) -> Finding {
    let message = format!("`required` names `{text}`, but there is no such property");
    match near {
        Some(label) => Finding::error("unknown-property", name.span, message).label(label),
        None => Finding::warning("unknown-property", name.span, message)
            .help("describe it under `properties`, or bindings will not have it"),
    }
}
