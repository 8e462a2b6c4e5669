//! Bases and heirs: a schema with a `discriminator` and no choice, and the schemas that add to it by `allOf` or that its `mapping`
//! names. Who a base's heirs are is a matter of the whole document, so they are looked for once.

mod direct;
mod search;
mod whole;

use std::collections::{HashMap, HashSet};
use std::ptr;
use std::sync::OnceLock;

use super::component::Component;
use crate::document::Document;
use crate::value::Value;
use direct::direct;
use search::Search;

/// The bases of a document, found when they are first asked for. A copy of a document has other addresses, and looks for itself.
#[derive(Debug, Default)]
pub(crate) struct Lazy {
    bases: OnceLock<Bases>,
    direct: OnceLock<HashSet<usize>>,
}

impl Clone for Lazy {
    fn clone(&self) -> Self {
        Lazy::default()
    }
}

/// By the address of the schema.
#[derive(Debug, Default)]
pub(crate) struct Bases {
    by_schema: HashMap<usize, Base>,
    /// The schemas with a name of their own.
    named: HashSet<usize>,
}

/// What the values of a base may be.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    /// The member that tells heirs apart.
    pub(super) tag: String,
    /// Its heirs, and itself where it has values of the tag.
    pub(super) heirs: Vec<Heir>,
    /// The schema it belongs to: the discriminator may stand in a part.
    owner: usize,
    /// Whether it lists its heirs as a choice: they are looked for in that.
    chooses: bool,
}

/// A schema that a value of the tag stands for.
#[derive(Clone, Debug)]
pub(super) struct Heir {
    /// The value of the tag.
    pub(super) value: String,
    /// A reference to the schema.
    pub(super) reference: Value,
    target: usize,
}

impl Base {
    /// The one value that stands for a schema.
    fn only(&self, schema: usize) -> Option<&str> {
        let mut values = self.heirs.iter().filter(|heir| heir.target == schema);
        match (values.next(), values.next()) {
            (Some(only), None) => Some(&only.value),
            _ => None,
        }
    }

    fn names(&self, schema: usize) -> bool {
        self.heirs.iter().any(|heir| heir.target == schema)
    }

    /// Adds a schema for a value of the tag that no other has.
    fn add(&mut self, value: String, reference: Value, target: &Value) {
        if !self.takes(&value) {
            self.heirs.push(Heir {
                value,
                reference,
                target: address(target),
            });
        }
    }

    fn takes(&self, value: &str) -> bool {
        self.heirs.iter().any(|heir| heir.value == value)
    }
}

/// The base that a schema is, where it has heirs.
pub(super) fn base<'d>(document: &'d Document, schema: &Value) -> Option<&'d Base> {
    if !document.keys.discriminators {
        return None;
    }
    known(document, schema).filter(|base| !base.chooses)
}

/// Whether a schema has a name of its own, and so may be an heir.
pub(super) fn is_named(document: &Document, schema: &Value) -> bool {
    document.is_foreign(schema) || bases(document).named.contains(&address(schema))
}

fn known<'d>(document: &'d Document, schema: &Value) -> Option<&'d Base> {
    bases(document).by_schema.get(&address(schema))
}

/// The tags of an object that its place among the heirs of its parts gives away, each with its value.
pub(super) fn tags<'d>(document: &'d Document, whole: &[&Value]) -> Vec<(&'d str, &'d str)> {
    let mut tags: Vec<(&str, &str)> = Vec::new();
    if !document.keys.discriminators {
        return tags;
    }
    for base in whole.iter().filter_map(|part| known(document, part)) {
        let named = |part: &&&Value| address(part) != base.owner && base.names(address(part));
        let nearest = whole.iter().find(named).or(whole.first());
        let value = nearest.and_then(|part| base.only(address(part)));
        if let Some(value) = value.filter(|_| tags.iter().all(|(tag, _)| *tag != base.tag)) {
            tags.push((&base.tag, value));
        }
    }
    // The outermost base has its tag first.
    tags.reverse();
    tags
}

/// Whether one of the parts of a schema is a base of which it is an heir.
pub(super) fn is_heir(document: &Document, whole: &[&Value]) -> bool {
    document.keys.discriminators
        && whole.iter().skip(1).any(|part| {
            known(document, part).is_some_and(|base| {
                let mut others = whole.iter().map(|it| address(it));
                others.any(|it| it != base.owner && base.names(it))
            })
        })
}

/// Whether other schemas add members to those of a schema, for values that a member of it tells apart.
pub fn has_heirs(document: &Document, schema: &Value) -> bool {
    base(document, schema).is_some()
}

/// Whether a schema is referred to anywhere but as a branch of a choice with a tag, or as a part of another schema: then its
/// name goes to what it is by itself.
pub fn is_direct(document: &Document, schema: &Value) -> bool {
    let direct = document.heirs.direct.get_or_init(|| direct(document));
    direct.contains(&address(schema))
}

/// What a value of `mapping` names: a component, or what the reference leads to.
pub(crate) fn mapped<'d>(document: &'d Document, value: &Value) -> Option<&'d Value> {
    let named = Component::named(document, value.as_str()?).map(|it| it.schema);
    let named = named.or_else(|| document.follow(value).ok())?;
    document.target(named).ok()
}

fn bases(document: &Document) -> &Bases {
    document
        .heirs
        .bases
        .get_or_init(|| Search::of(document).bases())
}

fn address(value: &Value) -> usize {
    ptr::from_ref(value).addr()
}
