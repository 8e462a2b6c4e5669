//! Whatever becomes a documented Rust item should say what it is.

use crate::check::place::Place;
use crate::document::Document;
use crate::finding::Finding;
use crate::lint::visit::Visit;
use crate::span::Span;
use crate::value::Value;

/// Complains about an operation, parameter, property or named schema without a description.
pub(super) fn lint(document: &Document, visit: Visit<'_>, findings: &mut Vec<Finding>) {
    if let Some((what, span)) = subject(visit)
        && !is_described(document, visit)
    {
        let message = format!("{what} has no description");
        let finding = Finding::warning("missing-description", span, message);
        findings.push(finding.help("say what it means, its unit and its limits in `description`"));
    }
}

/// What the complaint is about, if the place is one that becomes an item.
fn subject(visit: Visit<'_>) -> Option<(String, Span)> {
    let text = |key| Some(visit.value.get(key)?.as_str()?.to_owned());
    match visit.place {
        Place::Operation => {
            let id = visit.value.get("operationId")?;
            Some((format!("the operation `{}`", id.as_str()?), id.span))
        }
        Place::Parameter => {
            let name = visit.value.get("name")?;
            Some((format!("the parameter `{}`", text("name")?), name.span))
        }
        Place::Schema => {
            let member = visit.named?;
            let what = match visit.under {
                "properties" => "property",
                "schemas" => "schema",
                _ => return None,
            };
            Some((format!("the {what} `{}`", member.key), member.key_span))
        }
        _ => None,
    }
}

fn is_described(document: &Document, visit: Visit<'_>) -> bool {
    match visit.place {
        Place::Operation => says(visit.value, &["summary", "description"]),
        Place::Parameter => {
            let schema = visit.value.get("schema");
            says(visit.value, &["description"])
                || schema.is_some_and(|schema| schema_says(document, schema))
        }
        // A constant is written for the caller, who never sees it.
        _ => visit.value.get("const").is_some() || schema_says(document, visit.value),
    }
}

/// Whether a schema says what it is, itself or in what it refers to.
fn schema_says(document: &Document, schema: &Value) -> bool {
    let words = ["description", "title"];
    if says(schema, &words) || says(document.resolve(schema).unwrap_or(schema), &words) {
        return true;
    }
    // `T` in `[T, null]`.
    let first = |key| schema.get(key)?.as_array()?.first();
    let wrapped = ["allOf", "anyOf", "oneOf"].into_iter().find_map(first);
    let wrapped = wrapped.map(|inner: &Value| document.resolve(inner).unwrap_or(inner));
    wrapped.is_some_and(|inner| says(inner, &words))
}

fn says(value: &Value, keys: &[&str]) -> bool {
    let texts = keys.iter().filter_map(|key| value.get(key)?.as_str());
    texts.into_iter().any(|text| !text.trim().is_empty())
}
