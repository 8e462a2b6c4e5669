//! Schemas that are infinitely large: every value would have to hold another one, without end.
//!
//! Walks `$ref`, `allOf`, a sole `oneOf` or `anyOf` branch, and required properties that are neither nullable
//! nor arrays. Where there are several branches one of them is taken to end. No recursion: chains of
//! references may be as long as the document.

use std::collections::{HashMap, HashSet};
use std::ptr;

use crate::document::Document;
use crate::finding::Finding;
use crate::span::Span;
use crate::value::{Member, Value};

/// From one schema to one that every value of it holds.
struct Edge<'a> {
    to: &'a Value,
    /// The property, if it is one.
    property: Option<&'a Member>,
    span: Span,
}

struct Step<'a> {
    schema: &'a Value,
    edges: Vec<Edge<'a>>,
    /// The edge taken to get here.
    by: Option<&'a Member>,
}

struct Search<'a> {
    document: &'a Document,
    names: HashMap<*const Value, &'a str>,
    /// Whether a schema is done; `false` while it is on the path.
    done: HashMap<*const Value, bool>,
    path: Vec<Step<'a>>,
}

/// Reports each cycle once, at the reference that closes it.
pub(super) fn check(document: &Document, findings: &mut Vec<Finding>) {
    let schemas = document
        .root
        .at("/components/schemas")
        .and_then(Value::as_object);
    let schemas = schemas.unwrap_or_default();
    let names = schemas
        .iter()
        .map(|member| (ptr::from_ref(&member.value), &*member.key));
    let mut search = Search {
        document,
        names: names.collect(),
        done: HashMap::new(),
        path: Vec::new(),
    };
    for member in schemas {
        search.from(&member.value, findings);
    }
}

impl<'a> Search<'a> {
    fn from(&mut self, root: &'a Value, findings: &mut Vec<Finding>) {
        if self.done.contains_key(&ptr::from_ref(root)) {
            return;
        }
        self.enter(root, None);
        while let Some(step) = self.path.last_mut() {
            let Some(edge) = step.edges.pop() else {
                self.done.insert(ptr::from_ref(step.schema), true);
                self.path.pop();
                continue;
            };
            match self.done.get(&ptr::from_ref(edge.to)) {
                None => self.enter(edge.to, edge.property),
                Some(false) => findings.extend(self.cycle(&edge)),
                Some(true) => {}
            }
        }
    }

    fn enter(&mut self, schema: &'a Value, by: Option<&'a Member>) {
        self.done.insert(ptr::from_ref(schema), false);
        let edges = edges(self.document, schema);
        self.path.push(Step { schema, edges, by });
    }

    /// The finding for an edge back onto the path; cycles of nothing but `$ref` are found elsewhere.
    fn cycle(&self, back: &Edge<'_>) -> Option<Finding> {
        let start = self
            .path
            .iter()
            .position(|step| ptr::eq(step.schema, back.to))?;
        let cycle = &self.path[start..];
        if cycle.iter().all(|step| step.schema.get("$ref").is_some()) {
            return None;
        }
        let name = cycle
            .iter()
            .find_map(|step| self.names.get(&ptr::from_ref(step.schema)));
        let properties = cycle
            .iter()
            .skip(1)
            .map(|step| step.by)
            .chain([back.property]);
        let way: Vec<_> = properties.flatten().map(|member| &*member.key).collect();
        let message = format!(
            "`{}` is infinitely large",
            name.copied().unwrap_or("this schema")
        );
        let finding = Finding::error("infinite-size", back.span, message);
        if way.is_empty() {
            return Some(finding.label("made of itself"));
        }
        let label = format!("always holds another one at `/{}`", way.join("/"));
        let help = "make one property on the way optional, nullable or an array";
        Some(finding.label(label).help(help))
    }
}

/// The schemas every value of a schema holds, in reverse: they are taken from the end.
fn edges<'a>(document: &'a Document, schema: &'a Value) -> Vec<Edge<'a>> {
    let mut edges = Vec::new();
    if is_nullable(schema) {
        return edges;
    }
    if let Some(reference) = schema.get("$ref")
        && let Ok(to) = document.follow(reference)
    {
        edges.push(Edge {
            to,
            property: None,
            span: reference.span,
        });
    }
    for key in ["allOf", "oneOf", "anyOf"] {
        let branches = schema
            .get(key)
            .and_then(Value::as_array)
            .unwrap_or_default();
        if key == "allOf" || branches.len() == 1 {
            edges.extend(branches.iter().map(|to| Edge {
                to,
                property: None,
                span: to.span,
            }));
        }
    }
    edges.extend(required(schema));
    edges.reverse();
    edges
}

fn required(schema: &Value) -> impl Iterator<Item = Edge<'_>> {
    let names = schema
        .get("required")
        .and_then(Value::as_array)
        .unwrap_or_default();
    let names: HashSet<_> = names.iter().filter_map(Value::as_str).collect();
    let properties = schema
        .get("properties")
        .and_then(Value::as_object)
        .unwrap_or_default();
    properties
        .iter()
        .filter(move |member| names.contains(&*member.key))
        .map(|member| Edge {
            to: &member.value,
            property: Some(member),
            span: member.key_span,
        })
}

/// Whether a value may be `null` and so end the recursion.
fn is_nullable(schema: &Value) -> bool {
    let types = schema
        .get("type")
        .and_then(Value::as_array)
        .unwrap_or_default();
    types.iter().any(|name| name.as_str() == Some("null"))
        || schema.get("nullable").and_then(Value::as_bool) == Some(true)
}
