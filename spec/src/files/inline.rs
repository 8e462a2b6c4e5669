//! References where `OpenAPI` has none, such as at an operation or in place of all its responses: what they name is put in their
//! place, so that nobody else has to look for them.
//!
//! What is put in keeps its spans, and so its file: references in it lead where they did. Knows the places of a document, and goes by
//! them alone.

use std::ptr;
use std::sync::Arc;

use super::index::Index;
use crate::check::place::{Place, Shape};
use crate::document::Document;
use crate::pointer::escape;
use crate::value::{Kind, Member, Value};

/// The most values that are put in: references that lead to one another's objects could ask for any number.
const MOST: usize = 1 << 20;

/// How deep references stand in what references put in.
const DEEPEST: usize = 32;

/// Whether `OpenAPI` has no references here, or none with something beside them.
pub(crate) fn is_beyond(shape: Shape, place: Place, owner: &Value) -> bool {
    match (shape, place) {
        // All of `paths`, and a callback, may be references as a whole.
        (Shape::One | Shape::Table, Place::PathItem) => has_more(owner),
        (
            Shape::One,
            Place::Operation
            | Place::MediaType
            | Place::Encoding
            | Place::Server
            | Place::Info
            | Place::Components
            | Place::Other,
        ) => true,
        (Shape::One, _) => false,
        _ => true,
    }
}

/// Whether a path item, or an object of them, says more than where it is.
fn has_more(item: &Value) -> bool {
    let words = ["$ref", "summary", "description"];
    let members = item.as_object().unwrap_or_default().iter();
    let mut said = members.filter(|it| !words.contains(&&*it.key) && !it.key.starts_with("x-"));
    said.next().is_some()
}

impl Document {
    /// Puts in what references beyond `OpenAPI` name, in the document and in what it leads to in other files.
    pub(super) fn put_in(&mut self) {
        if !self.keys.elsewhere {
            return;
        }
        let known = self.clone();
        let mut inline = Inline {
            document: &known,
            open: Vec::new(),
            left: MOST,
        };
        inline.object(Place::Document, &mut self.root);
        for part in &known.files.parts {
            let Some(other) = self.files.others.get_mut(part.file) else {
                continue;
            };
            let other = Arc::make_mut(other);
            if let Some(value) = at(&mut other.root, &part.tokens) {
                inline.inside(part.shape, part.place, "", value);
            }
            other.index = Index::of(&other.root);
        }
        self.reindex();
    }
}

struct Inline<'d> {
    /// As it was before anything was put in.
    document: &'d Document,
    /// What is being put in.
    open: Vec<*const Value>,
    left: usize,
}

impl Inline<'_> {
    fn object(&mut self, place: Place, value: &mut Value) {
        let put = self.put(Shape::One, place, value);
        for (key, shape, child) in place.children() {
            let member = members(value).and_then(|all| all.iter_mut().find(|it| &*it.key == *key));
            if let Some(member) = member {
                self.inside(*shape, *child, key, &mut member.value);
            }
        }
        self.close(put);
    }

    fn inside(&mut self, shape: Shape, place: Place, key: &str, value: &mut Value) {
        if shape == Shape::One {
            return self.object(place, value);
        }
        if key == "schemas" && self.name_each(value) {
            return;
        }
        let put = self.put(shape, place, value);
        match (shape, &mut value.kind) {
            (Shape::List, Kind::Array(items)) => {
                for item in items {
                    self.object(place, item);
                }
            }
            (Shape::Map | Shape::Table, Kind::Object(members)) => {
                for member in members.iter_mut().filter(|it| &*it.key != "$ref") {
                    self.object(place, &mut member.value);
                }
            }
            (Shape::Tables, Kind::Object(members)) => {
                for member in members.iter_mut().filter(|it| &*it.key != "$ref") {
                    self.inside(Shape::Table, place, key, &mut member.value);
                }
            }
            _ => {}
        }
        self.close(put);
    }

    /// Puts a reference to each schema in place of one to all of them: whoever refers to one where it is means the same one.
    fn name_each(&mut self, value: &mut Value) -> bool {
        let reference = value
            .get("$ref")
            .and_then(|it| Some((it.span, it.as_str()?.to_owned())));
        let Some((span, text)) = reference else {
            return false;
        };
        let Some(all) = self.document.target(value).ok().and_then(Value::as_object) else {
            return false;
        };
        let hash = if text.contains('#') { "" } else { "#" };
        let named = all.iter().map(|member| {
            let path = format!("{text}{hash}/{}", escape(&member.key));
            let reference = Member {
                key: "$ref".into(),
                key_span: span,
                value: Value {
                    span,
                    kind: Kind::String(path.into()),
                },
            };
            Member {
                key: member.key.clone(),
                key_span: member.key_span,
                value: Value {
                    span: member.value.span,
                    kind: Kind::Object(vec![reference]),
                },
            }
        });
        let named: Vec<_> = named.collect();
        let own = members(value).map(|all| std::mem::replace(all, named));
        let own = own.into_iter().flatten();
        if let Some(all) = members(value) {
            own.filter(|it| &*it.key != "$ref")
                .for_each(|member| beside(all, member));
        }
        true
    }

    fn close(&mut self, put: bool) {
        if put {
            self.open.pop();
        }
    }

    /// Puts in what the reference of this object names, its own members first; whether it did.
    fn put(&mut self, shape: Shape, place: Place, value: &mut Value) -> bool {
        let reference = value.get("$ref").filter(|it| it.as_str().is_some());
        let Some(reference) = reference.filter(|_| is_beyond(shape, place, value)) else {
            return false;
        };
        let Ok(named) = self.document.follow(reference) else {
            return false;
        };
        let Ok(target) = self.document.target(named) else {
            return false;
        };
        let fits = match target.kind {
            Kind::Object(_) => shape != Shape::List,
            Kind::Array(_) => shape == Shape::List,
            _ => false,
        };
        let size = size(target);
        let again = self.open.iter().any(|it| ptr::eq(*it, target));
        if !fits || again || self.open.len() == DEEPEST || size > self.left {
            return false;
        }
        self.left -= size;
        self.open.push(target);
        let own = members(value).map(std::mem::take).unwrap_or_default();
        *value = target.clone();
        if let Some(all) = members(value) {
            for member in own.into_iter().filter(|it| &*it.key != "$ref") {
                beside(all, member);
            }
        }
        true
    }
}

/// Adds a member that stood beside the reference; it counts before one of its name that the reference leads to.
fn beside(members: &mut Vec<Member>, member: Member) {
    match members.iter_mut().find(|it| it.key == member.key) {
        Some(known) => *known = member,
        None => members.push(member),
    }
}

fn members(value: &mut Value) -> Option<&mut Vec<Member>> {
    match &mut value.kind {
        Kind::Object(members) => Some(members),
        _ => None,
    }
}

fn size(value: &Value) -> usize {
    1 + match &value.kind {
        Kind::Array(items) => items.iter().map(size).sum(),
        Kind::Object(members) => members.iter().map(|it| size(&it.value)).sum(),
        _ => 0_usize,
    }
}

/// The value at the tokens of a pointer.
fn at<'v>(root: &'v mut Value, tokens: &[String]) -> Option<&'v mut Value> {
    let mut value = root;
    for token in tokens {
        value = match &mut value.kind {
            Kind::Object(members) => {
                let member = members.iter_mut().find(|it| *it.key == **token)?;
                &mut member.value
            }
            Kind::Array(items) => items.get_mut(crate::pointer::array_index(token)?)?,
            _ => return None,
        };
    }
    Some(value)
}
