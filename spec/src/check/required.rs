//! `required` names properties that exist, in the schema itself or in what it is composed of.

use std::collections::{HashMap, HashSet};
use std::ptr;

use crate::check::lookup;
use crate::document::Document;
use crate::finding::Finding;
use crate::suggest;
use crate::value::Value;

/// The names of the properties each schema itself describes, collected once.
#[derive(Default)]
pub(super) struct Names<'a>(HashMap<*const Value, HashSet<&'a str>>);

impl<'a> Names<'a> {
    fn of(&mut self, schema: &'a Value) -> &HashSet<&'a str> {
        self.0
            .entry(ptr::from_ref(schema))
            .or_insert_with(|| lookup::own_names(schema).collect())
    }
}

/// Checks one schema; `whole` is the schema it is a part of, or itself.
pub(super) fn check<'a>(
    document: &'a Document,
    schema: &'a Value,
    whole: &'a Value,
    names: &mut Names<'a>,
    findings: &mut Vec<Finding>,
) {
    let Some(required) = schema.get("required").and_then(Value::as_array) else {
        return;
    };
    let own = names.of(schema);
    let missing = required
        .iter()
        .filter_map(|name| Some((name, name.as_str()?)));
    let missing: Vec<_> = missing.filter(|(_, text)| !own.contains(text)).collect();
    if missing.is_empty() {
        return;
    }
    let parts = lookup::composition(document, &[schema, whole]);
    if lookup::is_open(&parts) {
        return;
    }
    for (name, text) in missing {
        if !parts.iter().any(|part| names.of(part).contains(text)) {
            let known = parts.iter().flat_map(|part| lookup::own_names(part));
            findings.push(unknown(
                name,
                text,
                suggest::did_you_mean(text, known, findings),
            ));
        }
    }
}

/// No error: JSON Schema lets a schema require what it does not describe.
fn unknown(name: &Value, text: &str, near: Option<String>) -> Finding {
    let message = format!("`required` names `{text}`, but there is no such property");
    let finding = Finding::warning("unknown-property", name.span, message);
    match near {
        Some(label) => finding.label(label),
        None => finding.help("describe it under `properties`, or bindings will not have it"),
    }
}
