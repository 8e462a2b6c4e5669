//! The members of an object, those of its `allOf` parts included.

use std::collections::HashSet;

use super::parts::parts;
use super::{filled, items};
use crate::document::Document;
use crate::value::{Member, Value};

/// The properties of an object, those of its `allOf` parts included.
#[derive(Clone, Debug, Default)]
pub struct Properties<'d> {
    /// The properties; of two with one name the first.
    pub members: Vec<&'d Member>,
    /// What the document says of members beside them; `None` where it says nothing, or that there are none.
    pub rest: Option<Rest<'d>>,
    required: HashSet<&'d str>,
}

/// Members that no property names.
#[derive(Clone, Copy, Debug)]
pub enum Rest<'d> {
    /// Of any value.
    Any,
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
            Some(_) => Some(Rest::Any),
            None => additional
                .is_some_and(|it| it.as_bool() != Some(false))
                .then_some(Rest::Any),
        }
    }
}

/// Whether other schemas add members to those of a schema, by `allOf`, for values that a member of it tells apart.
pub fn has_heirs(document: &Document, schema: &Value) -> bool {
    let schema = document.target(schema).unwrap_or(schema);
    let chooses = schema.get("oneOf").is_some() || schema.get("anyOf").is_some();
    schema.get("discriminator").is_some() && !chooses
}

impl<'d> Properties<'d> {
    /// Collects them, references followed.
    pub fn of(document: &'d Document, schema: &'d Value) -> Self {
        Self::of_all(document, &[schema])
    }

    /// Collects those of several schemas that one object keeps.
    pub fn of_all(document: &'d Document, schemas: &[&'d Value]) -> Self {
        let mut properties = Self::default();
        let mut seen = HashSet::new();
        if schemas.iter().any(|schema| has_heirs(document, schema)) {
            properties.rest = Some(Rest::Any);
        }
        for part in schemas.iter().flat_map(|schema| parts(document, schema)) {
            let members = part.get("properties").and_then(Value::as_object);
            let new = members.unwrap_or_default().iter();
            let new = new.filter(|member| seen.insert(&*member.key));
            properties.members.extend(new);
            let required = items(part, "required").iter();
            properties
                .required
                .extend(required.filter_map(Value::as_str));
            properties.rest = properties.rest.or_else(|| Rest::of(part));
        }
        properties
    }

    /// The schema of a property.
    pub fn get(&self, name: &str) -> Option<&'d Value> {
        let mut members = self.members.iter();
        let member = members.find(|member| &*member.key == name)?;
        Some(&member.value)
    }

    /// Whether every value has the property.
    pub fn requires(&self, name: &str) -> bool {
        self.required.contains(name)
    }
}
