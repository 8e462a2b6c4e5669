//! The sound documents: each operation of each fixture with what it refers to, and the fixtures whole.

use std::collections::BTreeSet;

use bindery_spec::{Document, Kind, Member, Value};

use super::tree::{each, get_mut, members_mut};

/// A sound document.
pub(crate) struct Parent {
    pub(crate) name: String,
    pub(crate) root: Value,
    /// Whether it holds one operation alone.
    pub(crate) small: bool,
}

const FIXTURES: [(&str, &str); 5] = [
    (
        "odd-names",
        include_str!("../../../../tests/fixtures/odd-names.json"),
    ),
    (
        "quiet",
        include_str!("../../../../tests/fixtures/quiet.json"),
    ),
    (
        "shapes",
        include_str!("../../../../tests/fixtures/shapes.json"),
    ),
    (
        "parcel",
        include_str!("../../../../tests/fixtures/parcel.json"),
    ),
    (
        "tencent-im",
        include_str!("../../../../spec/tencent-im.json"),
    ),
];

pub(crate) fn parents() -> Vec<Parent> {
    let mut parents = Vec::new();
    for (name, text) in FIXTURES {
        let document = Document::parse(name, text.to_owned()).expect(name);
        let root = document.root;
        for (path, method) in operations(&root) {
            parents.push(Parent {
                name: format!("{name}: {method} {path}"),
                root: alone(&root, &path, &method),
                small: true,
            });
        }
        parents.push(Parent {
            name: name.to_owned(),
            root,
            small: false,
        });
    }
    parents
}

fn operations(root: &Value) -> Vec<(String, String)> {
    let paths = root
        .get("paths")
        .and_then(Value::as_object)
        .unwrap_or_default();
    let methods = |path: &Member| {
        let item = path.value.as_object().unwrap_or_default();
        let methods = item
            .iter()
            .filter(|member| member.value.get("operationId").is_some());
        let named = |member: &Member| (path.key.to_string(), member.key.to_string());
        methods.map(named).collect::<Vec<_>>()
    };
    paths.iter().flat_map(methods).collect()
}

/// The document with one operation, and the components that it reaches.
fn alone(root: &Value, path: &str, method: &str) -> Value {
    let mut root = root.clone();
    let paths = get_mut(&mut root, "paths")
        .and_then(members_mut)
        .expect("paths");
    paths.retain(|member| &*member.key == path);
    let item = members_mut(&mut paths[0].value).expect("a path");
    item.retain(|member| member.value.get("operationId").is_none() || &*member.key == method);
    let reached = reached(&root);
    for section in get_mut(&mut root, "components")
        .and_then(members_mut)
        .into_iter()
        .flatten()
    {
        let reach = |member: &Member| reached.contains(&format!("{}/{}", section.key, member.key));
        if &*section.key != "securitySchemes"
            && let Kind::Object(members) = &mut section.value.kind
        {
            members.retain(reach);
        }
    }
    root
}

/// The components that are referred to from outside the components, and in turn by those, as `schemas/Name`.
fn reached(root: &Value) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let outside = root.as_object().unwrap_or_default().iter();
    let mut open: Vec<&Value> = outside
        .filter(|member| &*member.key != "components")
        .map(|member| &member.value)
        .collect();
    while let Some(value) = open.pop() {
        for name in named_by(value) {
            if reached.insert(name.clone()) {
                open.extend(root.at(&format!("/components/{name}")));
            }
        }
    }
    reached
}

fn named_by(value: &Value) -> Vec<String> {
    let mut names = Vec::new();
    each(value, &mut |value| {
        if let Some(name) = value
            .as_str()
            .and_then(|text| text.strip_prefix("#/components/"))
        {
            names.push(name.to_owned());
        }
        if let Some(family) = value.get("family").and_then(Value::as_str) {
            names.push(format!("x-bindery-errors/{family}"));
        }
    });
    names
}
