//! Components that no operation leads to.

use std::collections::HashMap;
use std::ptr;

use crate::check::place::Place;
use crate::document::Document;
use crate::extension::{Applies, Extension};
use crate::finding::Finding;
use crate::lint::visit::{self, Visit};
use crate::value::{Kind, Member, Value};

/// Sections whose members are there to be referred to, and what one is called.
const SECTIONS: [(&str, &str); 6] = [
    ("schemas", "schema"),
    ("parameters", "parameter"),
    ("responses", "response"),
    ("requestBodies", "request body"),
    ("headers", "header"),
    ("pathItems", "path item"),
];

/// Complains about every component that nothing outside the components leads to, directly or through others.
pub(super) fn lint(document: &Document, findings: &mut Vec<Finding>) {
    let components = components(document);
    let holders = holders(&components);
    let holder = |value: &Value| holders.get(&ptr::from_ref(value)).copied();
    let mut leads_to = vec![Vec::new(); components.len()];
    let mut pending = Vec::new();
    visit::document(document, &mut |visit| {
        let targets = targets(document, visit);
        let targets = targets.iter().filter_map(|target| holder(target));
        match holder(visit.value) {
            Some(from) => leads_to[from].extend(targets),
            None => pending.extend(targets),
        }
    });
    let mut used = vec![false; components.len()];
    while let Some(index) = pending.pop() {
        if !used[index] {
            used[index] = true;
            pending.append(&mut leads_to[index]);
        }
    }
    for ((what, member), _) in components.iter().zip(used).filter(|(_, used)| !used) {
        let message = format!("the {what} `{}` is used by no operation", member.key);
        let finding = Finding::warning("unused-component", member.key_span, message);
        findings.push(finding.help("refer to it with `$ref`, or remove it"));
    }
}

/// All components.
fn components(document: &Document) -> Vec<(&'static str, &Member)> {
    let sections = document.root.get("components");
    let mut found = Vec::new();
    for (key, what) in SECTIONS {
        let members = sections.and_then(|all| all.get(key)?.as_object());
        found.extend(
            members
                .unwrap_or_default()
                .iter()
                .map(|member| (what, member)),
        );
    }
    found
}

/// The component that each value is in. Spans would not tell: an overlay's values stand in another file.
fn holders(components: &[(&str, &Member)]) -> HashMap<*const Value, usize> {
    let mut holders = HashMap::new();
    for (index, (_, member)) in components.iter().enumerate() {
        hold(&member.value, index, &mut holders);
    }
    holders
}

fn hold(value: &Value, index: usize, holders: &mut HashMap<*const Value, usize>) {
    holders.insert(ptr::from_ref(value), index);
    match &value.kind {
        Kind::Array(items) => items.iter().for_each(|item| hold(item, index, holders)),
        Kind::Object(members) => {
            for member in members {
                hold(&member.value, index, holders);
            }
        }
        _ => {}
    }
}

/// The values that an object refers to.
fn targets<'a>(document: &'a Document, visit: Visit<'_>) -> Vec<&'a Value> {
    let reference = visit.value.get("$ref");
    let mut targets: Vec<_> = reference
        .and_then(|value| document.follow(value).ok())
        .into_iter()
        .collect();
    if matches!(visit.place, Place::Schema | Place::SchemaPart) {
        let mapping = visit
            .value
            .get("discriminator")
            .and_then(|value| value.get("mapping"));
        let mapping = mapping.and_then(Value::as_object).unwrap_or_default();
        targets.extend(
            mapping
                .iter()
                .filter_map(|branch| mapped(document, &branch.value)),
        );
    }
    if visit.place == Place::Operation
        && let Some(applies) = Applies::of(visit.value, &mut Vec::new())
    {
        targets.extend(document.component("schemas", &applies.kinds.text));
    }
    targets
}

/// A branch of a discriminator: the name of a schema, or a reference.
fn mapped<'a>(document: &'a Document, branch: &Value) -> Option<&'a Value> {
    let named = document.component("schemas", branch.as_str()?);
    named.or_else(|| document.follow(branch).ok())
}
