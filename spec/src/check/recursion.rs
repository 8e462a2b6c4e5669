//! Schemas that are infinitely large: every value would have to hold another one, without end.
//!
//! Walks `$ref`, `allOf`, a sole `oneOf` or `anyOf` branch, and required properties that are neither nullable
//! nor arrays. Where there are several branches one of them is taken to end. A circle without a property is one whether
//! its schemas are nullable or not: nothing says what they are. No recursion: chains of references may be as long as the document.

use std::collections::{HashMap, HashSet};
use std::ptr;

use crate::check::slips::Slips;
use crate::document::Document;
use crate::finding::Finding;
use crate::pointer::escape;
use crate::schema::first_parts;
use crate::span::Span;
use crate::value::{Member, Value};

/// The most properties that the way round a circle is told by, and the most schemas looked at for its name. There may be as
/// many circles as schemas, each as long as the document.
const SHOWN: usize = 8;

/// The most parts of one schema whose properties and `required` are read together.
const PARTS: usize = 64;

/// From one schema to one that every value of it holds.
struct Edge<'a> {
    to: &'a Value,
    /// The property, if it is one.
    property: Option<&'a Member>,
    span: Span,
}

type Edges = for<'a> fn(&'a Document, &'a Value) -> Vec<Edge<'a>>;

struct Step<'a> {
    schema: &'a Value,
    edges: Vec<Edge<'a>>,
    /// The last step up to this one that is more than a reference.
    last_schema: Option<usize>,
}

struct Search<'a> {
    document: &'a Document,
    slips: Slips,
    /// Which steps are taken from a schema.
    edges: Edges,
    names: &'a HashMap<*const Value, &'a str>,
    /// The schemas seen, and where on the path those are that are not done.
    seen: HashMap<*const Value, Option<usize>>,
    path: Vec<Step<'a>>,
    /// The steps of the path that were taken by a property.
    properties: Vec<(usize, &'a Member)>,
}

/// Reports each cycle once, at the reference that closes it.
pub(super) fn check(document: &Document, slips: Slips, findings: &mut Vec<Finding>) {
    let schemas = document
        .root
        .at("/components/schemas")
        .and_then(Value::as_object);
    let schemas = schemas.unwrap_or_default();
    let names = schemas
        .iter()
        .map(|member| (ptr::from_ref(&member.value), &*member.key));
    let foreign: Vec<_> = document.foreign_schemas().collect();
    let theirs = foreign.iter().map(|it| (ptr::from_ref(it.schema), it.name));
    let names: HashMap<_, _> = names.chain(theirs).collect();
    for edges in [held as Edges, made_of] {
        let mut search = Search {
            document,
            slips,
            edges,
            names: &names,
            seen: HashMap::new(),
            path: Vec::new(),
            properties: Vec::new(),
        };
        for member in schemas {
            search.from(&member.value, findings);
        }
        for schema in &foreign {
            search.from(schema.schema, findings);
        }
    }
}

impl<'a> Search<'a> {
    fn from(&mut self, root: &'a Value, findings: &mut Vec<Finding>) {
        if self.seen.contains_key(&ptr::from_ref(root)) {
            return;
        }
        self.enter(root, None);
        while let Some(step) = self.path.last_mut() {
            let Some(edge) = step.edges.pop() else {
                self.seen.insert(ptr::from_ref(step.schema), None);
                self.path.pop();
                self.properties.pop_if(|(step, _)| *step == self.path.len());
                continue;
            };
            match self.seen.get(&ptr::from_ref(edge.to)) {
                None => self.enter(edge.to, edge.property),
                Some(Some(start)) => findings.extend(self.cycle(*start, &edge)),
                Some(None) => {}
            }
        }
    }

    fn enter(&mut self, schema: &'a Value, by: Option<&'a Member>) {
        let here = self.path.len();
        self.seen.insert(ptr::from_ref(schema), Some(here));
        self.properties.extend(by.map(|member| (here, member)));
        let last_schema = match schema.get("$ref") {
            Some(_) => self.path.last().and_then(|step| step.last_schema),
            None => Some(here),
        };
        let edges = (self.edges)(self.document, schema);
        self.path.push(Step {
            schema,
            edges,
            last_schema,
        });
    }

    /// The finding for an edge back to a step of the path; circles of nothing but `$ref` are found elsewhere.
    fn cycle(&self, start: usize, back: &Edge<'_>) -> Option<Finding> {
        let last = self.path.last()?;
        last.last_schema.filter(|schema| *schema >= start)?;
        let name = self.path[start..]
            .iter()
            .take(SHOWN)
            .find_map(|step| self.names.get(&ptr::from_ref(step.schema)));
        let message = format!(
            "`{}` is infinitely large",
            name.copied().unwrap_or("this schema")
        );
        let finding = Finding::error("infinite-size", back.span, message);
        let way = self.way(start, back);
        if way.is_empty() {
            return Some(finding.label("made of itself"));
        }
        let label = format!("always holds another one at `{way}`");
        let help = "make one property on the way optional, nullable or an array";
        let finding = finding.label(label).help(help);
        Some(
            self.slips
                .judge(finding, "bindings have a type of which no value ends"),
        )
    }

    /// The properties on the way round a circle, as a JSON Pointer.
    fn way(&self, start: usize, back: &Edge<'_>) -> String {
        let after = self.properties.partition_point(|(step, _)| *step <= start);
        let taken = self.properties[after..].iter().map(|(_, member)| *member);
        let mut all = taken.chain(back.property);
        let shown: Vec<_> = all.by_ref().take(SHOWN).collect();
        let mut way: String = shown
            .iter()
            .flat_map(|member| ["/".to_owned(), escape(&member.key)])
            .collect();
        if all.next().is_some() {
            way.push_str("/...");
        }
        way
    }
}

/// The schemas every value of a schema holds, in reverse: they are taken from the end. A part of `allOf` may require what
/// another one describes.
fn held<'a>(document: &'a Document, schema: &'a Value) -> Vec<Edge<'a>> {
    if is_nullable(schema) {
        return Vec::new();
    }
    let mut edges = required(&[schema]);
    if schema.get("allOf").is_some() {
        let parts = first_parts(document, schema, PARTS);
        if !parts.iter().any(|part| is_nullable(part)) {
            edges = required(&parts);
        }
    }
    edges.reverse();
    edges.extend(made_of(document, schema));
    edges
}

/// The schemas that say what a schema is, in reverse.
fn made_of<'a>(document: &'a Document, schema: &'a Value) -> Vec<Edge<'a>> {
    let mut edges = Vec::new();
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
    edges.reverse();
    edges
}

/// The properties that any of these parts of a schema requires, whichever describes them.
fn required<'a>(parts: &[&'a Value]) -> Vec<Edge<'a>> {
    let items = |part: &&'a Value| part.get("required").and_then(Value::as_array);
    let names = parts.iter().filter_map(items).flatten();
    let names: HashSet<_> = names.filter_map(Value::as_str).collect();
    let members = |part: &&'a Value| part.get("properties").and_then(Value::as_object);
    let members = parts.iter().filter_map(members).flatten();
    let required = members.filter(|member| names.contains(&*member.key));
    let edges = required.map(|member| Edge {
        to: &member.value,
        property: Some(member),
        span: member.key_span,
    });
    edges.collect()
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
