//! Path templates and the parameters declared for them.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::check::place::Place;
use crate::check::references;
use crate::document::Document;
use crate::finding::Finding;
use crate::parameter;
use crate::span::Span;
use crate::suggest;
use crate::value::{Member, Value};

const PLACES: [&str; 4] = ["path", "query", "header", "cookie"];

/// Checks one operation of a path item against the path's template.
pub(super) fn check(
    document: &Document,
    path: &Member,
    item: &Value,
    operation: &Value,
    findings: &mut Vec<Finding>,
) {
    let template = placeholders(&path.key);
    let mut declared = Vec::new();
    for owner in [item, operation] {
        let list = owner
            .get("parameters")
            .and_then(Value::as_array)
            .unwrap_or_default();
        let mut taken = HashMap::new();
        for parameter in list {
            let Some(listed) = listed(document, parameter, findings) else {
                continue;
            };
            once(&mut taken, &listed, findings);
            if listed.place == "path" {
                declared.push((listed.name, listed.span));
            }
        }
    }
    for (name, span) in &declared {
        if !template.contains(name) {
            let message = format!("the path `{}` has no `{{{name}}}`", path.key);
            let near =
                suggest::did_you_mean(name, template.iter().copied(), findings).unwrap_or_default();
            let finding = Finding::error("path-parameter", *span, message).label(near);
            findings.push(finding.note(path.key_span, "the path"));
        }
    }
    for name in template {
        if !declared.iter().any(|(declared, _)| *declared == name) {
            let message = format!("no parameter is declared for `{{{name}}}`");
            let help = format!(
                "declare it: {{ \"name\": \"{name}\", \"in\": \"path\", \"required\": true, … }}"
            );
            findings.push(Finding::error("path-parameter", path.key_span, message).help(help));
        }
    }
}

/// An entry of a list of parameters; a path item and its operations may each have one for the same parameter.
struct Listed<'a> {
    place: &'a str,
    name: &'a str,
    /// Where the list says so, which may be a reference.
    span: Span,
}

/// Complains about a parameter that its list has named before.
fn once<'a>(
    taken: &mut HashMap<(&'a str, Cow<'a, str>), Span>,
    listed: &Listed<'a>,
    findings: &mut Vec<Finding>,
) {
    let key = parameter::key(listed.place, listed.name);
    let first = *taken.entry(key).or_insert(listed.span);
    if first != listed.span {
        let Listed { place, name, span } = listed;
        let message = format!("the parameter `{name}` in `{place}` is listed twice");
        let finding = Finding::error("duplicate-parameter", *span, message);
        findings.push(finding.note(first, "first here"));
    }
}

fn listed<'a>(
    document: &'a Document,
    used: &'a Value,
    findings: &mut Vec<Finding>,
) -> Option<Listed<'a>> {
    let parameter = document.target(used).ok()?;
    parameter.as_object()?;
    // What is no parameter is complained about as such.
    if references::check(document, Place::Parameter, used).is_some() {
        return None;
    }
    let [name, place] = ["name", "in"].map(|key| {
        let value = parameter.get(key);
        if value.and_then(Value::as_str).is_none() {
            findings.push(not_text(parameter, key, value));
        }
        value
    });
    let (name, place) = (name?, place?);
    let (text, word) = (name.as_str()?, place.as_str()?);
    if !PLACES.contains(&word) {
        let message = format!("a parameter cannot stand in `{word}`");
        let finding = Finding::error("bad-value", place.span, message);
        findings.push(match word {
            "querystring" => Finding::error(
                "bad-value",
                place.span,
                "`querystring` is not supported: no parameter is the whole query",
            )
            .help("describe its members as parameters in `query`"),
            // The words of Swagger 2.
            "body" | "formData" => finding.help("describe what is sent in `requestBody`"),
            _ => finding.suggest(word, &PLACES, findings),
        });
    }
    if word == "header" && !is_header(text) {
        let message = format!("a header cannot be called `{}`", text.escape_debug());
        let help = "a header's name is of letters, digits and some marks such as `-`";
        findings.push(Finding::error("bad-value", name.span, message).help(help));
    }
    Some(Listed {
        place: word,
        name: text,
        span: used.get("$ref").unwrap_or(name).span,
    })
}

/// Whether a text is a token of HTTP.
fn is_header(name: &str) -> bool {
    let is_mark = |b| b"!#$%&'*+-.^_`|~".contains(&b);
    !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || is_mark(b))
}

fn not_text(parameter: &Value, key: &str, value: Option<&Value>) -> Finding {
    let what = format!("`{key}` of a parameter");
    if let Some(value) = value {
        return Finding::wrong_type(&what, "a string", value);
    }
    let message = format!("a parameter lacks `{key}`");
    Finding::error("missing-member", parameter.span, message)
}

fn placeholders(path: &str) -> Vec<&str> {
    let pieces = path.split('{').skip(1);
    pieces
        .filter_map(|piece| piece.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}
