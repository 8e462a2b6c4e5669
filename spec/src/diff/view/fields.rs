//! The members of objects and requests, as fields.

use std::collections::HashSet;
use std::ptr;

use super::choice::constant;
use super::form::{Form, Named, Schema};
use super::{View, docs, flag, items, rust_name};
use crate::diff::name::{camel, snake};
use crate::span::Span;
use crate::value::{Member, Value};

/// A member of an object, or a parameter.
pub(in crate::diff) struct Field<'d> {
    pub(in crate::diff) wire: &'d str,
    pub(in crate::diff) name: String,
    pub(in crate::diff) required: bool,
    /// The one value of a member that is written for the caller.
    pub(in crate::diff) constant: Option<String>,
    pub(in crate::diff) schema: Schema<'d>,
    pub(in crate::diff) form: Form<'d>,
    /// The object that describes it: the schema, or the parameter.
    pub(in crate::diff) about: &'d Value,
    /// Where it travels: `path`, `query`, `header` or `body`.
    pub(in crate::diff) place: &'d str,
    pub(in crate::diff) span: Span,
}

/// The properties of an object, those of its `allOf` parts included.
#[derive(Default)]
pub(in crate::diff) struct Properties<'d> {
    pub(in crate::diff) members: Vec<&'d Member>,
    required: HashSet<&'d str>,
}

impl Field<'_> {
    /// Whether the Rust field is an `Option`.
    pub(in crate::diff) fn is_option(&self) -> bool {
        !self.required || self.form.is_nullable()
    }
}

impl<'d> View<'d> {
    /// The fields of a struct.
    pub(in crate::diff) fn fields(&self, named: &Named<'d>) -> Vec<Field<'d>> {
        self.object_fields(named.schema, &named.name, &named.omitted)
    }

    pub(super) fn object_fields(
        &self,
        schema: &'d Value,
        owner: &str,
        omitted: &[String],
    ) -> Vec<Field<'d>> {
        let properties = self.properties(schema);
        let kept = properties
            .members
            .iter()
            .filter(|member| !omitted.iter().any(|key| **key == *member.key));
        kept.map(|member| {
            let required = properties.required.contains(&*member.key);
            self.member_field(member, owner, required)
        })
        .collect()
    }

    fn member_field(&self, member: &'d Member, owner: &str, required: bool) -> Field<'d> {
        let value = &member.value;
        let schema = Schema::new(value, format!("{owner}{}", camel(&member.key)));
        let only = self.resolve(value).get("const").and_then(constant);
        Field {
            wire: &member.key,
            name: rust_name(value).unwrap_or_else(|| snake(&member.key)),
            required,
            constant: only.filter(|_| required),
            form: self.form(&schema),
            schema,
            about: value,
            place: "body",
            span: member.key_span,
        }
    }

    /// Collects the properties of an object and of its `allOf` parts; of two with one name the first stays.
    pub(in crate::diff) fn properties(&self, schema: &'d Value) -> Properties<'d> {
        let mut properties = Properties::default();
        let (mut open, mut visited) = (vec![schema], HashSet::new());
        let mut seen = HashSet::new();
        while let Some(schema) = open.pop() {
            let schema = self.resolve(schema);
            if !visited.insert(ptr::from_ref(schema)) {
                continue;
            }
            let members = schema.get("properties").and_then(Value::as_object);
            let members = members.unwrap_or_default().iter();
            properties
                .members
                .extend(members.filter(|member| seen.insert(&*member.key)));
            let required = items(schema, "required").iter();
            properties
                .required
                .extend(required.filter_map(Value::as_str));
            open.extend(items(schema, "allOf").iter().rev());
        }
        properties
    }

    /// What the document says of a field.
    pub(in crate::diff) fn field_docs(&self, field: &Field<'d>) -> &'d str {
        let own = docs(field.about);
        if own.is_empty() {
            docs(self.resolve(field.schema.value))
        } else {
            own
        }
    }

    /// Whether values are made with `new`, which takes the required fields in order.
    pub(in crate::diff) fn is_plain(fields: &[Field<'d>]) -> bool {
        let asked = fields
            .iter()
            .filter(|it| it.required && it.constant.is_none());
        let asked: Vec<_> = asked.collect();
        asked.len() <= 2 && asked.iter().all(|field| field.form.is_scalar())
    }
}

/// A parameter's or a property's `deprecated`.
pub(in crate::diff) fn is_deprecated(field: &Field<'_>) -> bool {
    flag(field.about, "deprecated")
}
