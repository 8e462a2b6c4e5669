//! The members of an object, those of its `allOf` parts included.

use std::collections::{HashMap, HashSet};

use super::parts::parts;
use super::{filled, heirs, items, joined};
use crate::document::Document;
use crate::span::Span;
use crate::value::{Member, Value};

/// The properties of an object, those of its `allOf` parts included.
#[derive(Clone, Debug, Default)]
pub struct Properties<'d> {
    /// The properties, each once: what several parts say of one is put together.
    pub members: Vec<&'d Member>,
    /// What the document says of members beside them; `None` where it says nothing, or that there are none.
    pub rest: Option<Rest<'d>>,
    required: HashSet<&'d str>,
    /// Members whose value is settled by what the object is among the heirs of a base.
    pub tags: Vec<(&'d str, &'d str)>,
}

/// Members that no property names.
#[derive(Clone, Copy, Debug)]
pub enum Rest<'d> {
    /// Of any value: where the document says so.
    Any(Span),
    /// Of any value, since the document need not name every heir: where it tells heirs apart.
    Heirs(Span),
    /// Of values of a schema.
    Of(&'d Value),
}

impl<'d> Rest<'d> {
    /// `additionalProperties`, or else the one schema of `patternProperties`.
    pub fn of(schema: &'d Value) -> Option<Self> {
        let additional = schema.get("additionalProperties");
        if let Some(values) = filled(schema, "additionalProperties") {
            return Some(Rest::Of(values));
        }
        let patterns = filled(schema, "patternProperties").and_then(Value::as_object);
        match patterns {
            Some([only]) => Some(Rest::Of(&only.value)),
            Some(_) => schema
                .member("patternProperties")
                .map(|it| Rest::Any(it.key_span)),
            None => additional
                .filter(|it| it.as_bool() != Some(false))
                .map(|it| Rest::Any(it.span)),
        }
    }
}

impl<'d> Rest<'d> {
    /// What two parts of one object say together. One that says nothing of other members leaves them to the other.
    fn both(document: &'d Document, one: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (one, other) {
            (Some(Rest::Of(one)), Some(Rest::Of(other))) => {
                joined::schema(document, &[one, other]).map(Rest::Of)
            }
            (Some(Rest::Any(_)), Some(other)) => Some(other),
            (one, other) => one.or(other),
        }
    }
}

/// Whether what stands beside an object gives it members, but for those that are left out of it.
pub fn adds(document: &Document, beside: &Value, omitted: &[&str]) -> bool {
    parts(document, beside).into_iter().any(|part| {
        let members = part.get("properties").and_then(Value::as_object);
        let mut named = members.unwrap_or_default().iter().map(|it| &*it.key);
        let mut required = items(part, "required").iter().filter_map(Value::as_str);
        let left = |name: &str| !omitted.contains(&name);
        named.any(left) || required.any(left) || Rest::of(part).is_some()
    })
}

/// Whether a schema has no members but those it names.
fn is_closed(schema: &Value) -> bool {
    let additional = schema.get("additionalProperties").and_then(Value::as_bool);
    additional == Some(false) && filled(schema, "patternProperties").is_none()
}

impl<'d> Properties<'d> {
    /// Collects them, references followed.
    pub fn of(document: &'d Document, schema: &'d Value) -> Self {
        Self::of_all(document, &[schema])
    }

    /// Collects those of several schemas that one object keeps.
    pub fn of_all(document: &'d Document, schemas: &[&'d Value]) -> Self {
        let mut properties = Self::default();
        let (mut places, mut said) = (HashMap::new(), Vec::<Vec<&Member>>::new());
        let (mut rest, mut closed) = (None, false);
        for schema in schemas.iter().filter(|_| document.keys.discriminators) {
            let whole = parts(document, schema);
            let tags = heirs::tags(document, &whole).into_iter();
            let known = |tag: &str| properties.tags.iter().any(|(it, _)| *it == tag);
            let tags: Vec<_> = tags.filter(|(tag, _)| !known(tag)).collect();
            properties.tags.extend(tags);
        }
        for part in schemas.iter().flat_map(|schema| parts(document, schema)) {
            let members = part.get("properties").and_then(Value::as_object);
            for member in members.unwrap_or_default() {
                let place = *places.entry(&*member.key).or_insert(said.len());
                match said.get_mut(place) {
                    Some(others) => others.push(member),
                    None => said.push(vec![member]),
                }
            }
            let required = items(part, "required").iter();
            properties
                .required
                .extend(required.filter_map(Value::as_str));
            rest = Rest::both(document, rest, Rest::of(part));
            closed |= is_closed(part);
        }
        let all = said.iter().map(|all| match all.as_slice() {
            [only] => only,
            several => joined::member(document, several),
        });
        properties.members = all.collect();
        properties.rest = rest.filter(|_| !closed);
        // Values of the tag that no heir has may bring members that the document knows nothing of.
        if let [only] = schemas {
            let target = document.target(only).unwrap_or(only);
            let chooses = ["oneOf", "anyOf"]
                .iter()
                .any(|key| target.get(key).is_some());
            if let Some(told) = target.member("discriminator").filter(|_| !chooses) {
                properties.rest = Some(Rest::Heirs(told.key_span));
            }
        }
        properties
    }

    /// The schema of a property.
    pub fn get(&self, name: &str) -> Option<&'d Value> {
        let mut members = self.members.iter();
        let member = members.find(|member| &*member.key == name)?;
        Some(&member.value)
    }

    /// The one value of a property that tells what the object is.
    pub fn tag(&self, name: &str) -> Option<&'d str> {
        let mut tags = self.tags.iter();
        tags.find(|(tag, _)| *tag == name).map(|(_, value)| *value)
    }

    /// Whether every value has a member of this one text, so that what is made of the object writes it.
    pub fn settles(&self, document: &Document, name: &str, value: &str) -> bool {
        if let Some(tag) = self.tag(name) {
            return tag == value;
        }
        let property = self.get(name).and_then(|it| document.target(it).ok());
        let only = property.and_then(|it| it.get("const")?.as_str());
        self.requires(name) && only == Some(value)
    }

    /// Whether every value has the property.
    pub fn requires(&self, name: &str) -> bool {
        self.required.contains(name)
    }
}
