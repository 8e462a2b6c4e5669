//! Objects: structs, maps and what `allOf` makes of several schemas.

use bindery_spec::schema::Properties;
use bindery_spec::{Member, Value};

use super::schema::Found;
use super::{Lower, docs, flag};
use crate::ir::{Field, Place, Shape, Struct, Style, Type};
use crate::names::{Scope, camel, snake};

/// Method names of generated types that no field's setter may take.
const TAKEN: [&str; 3] = ["new", "builder", "build"];

impl<'d> Lower<'d> {
    pub(super) fn object(&mut self, found: Found<'d>, hint: &str) -> Type {
        let schema = found.schema;
        let has_properties = schema
            .get("properties")
            .and_then(Value::as_object)
            .is_some_and(|p| !p.is_empty());
        match schema.get("additionalProperties") {
            Some(values)
                if !has_properties
                    && values
                        .as_object()
                        .is_some_and(|members| !members.is_empty()) =>
            {
                Type::Map(Box::new(self.ty(values, &format!("{hint}Value"))))
            }
            _ if !has_properties => Type::Json,
            _ => self.structure(found, hint, &[]),
        }
    }

    /// `allOf`: one struct of all parts, or the one part there is.
    pub(super) fn all_of(&mut self, found: Found<'d>, hint: &str) -> Type {
        let parts = found
            .schema
            .get("allOf")
            .and_then(Value::as_array)
            .unwrap_or_default();
        let properties = self.properties(found.schema);
        if properties.members.is_empty() {
            return match parts {
                [only] => self.ty(only, hint),
                _ => self.fallback("allOf", found.schema),
            };
        }
        self.structure(found, hint, &[])
    }

    /// The struct of an object, some of its properties left out.
    pub(super) fn structure(&mut self, found: Found<'d>, hint: &str, omitted: &[&str]) -> Type {
        self.define(found, hint, &omitted.join("/"), |lower, name| {
            let properties = lower.properties(found.schema);
            Shape::Struct(lower.fields(&properties, name, omitted, &mut Scope::with(&TAKEN)))
        })
    }

    pub(super) fn properties(&self, schema: &'d Value) -> Properties<'d> {
        Properties::of(self.doc, schema)
    }

    /// The fields of a struct called `owner`.
    pub(super) fn fields(
        &mut self,
        properties: &Properties<'d>,
        owner: &str,
        omitted: &[&str],
        scope: &mut Scope,
    ) -> Struct {
        let mut made = Struct::default();
        for member in &properties.members {
            if omitted.contains(&&*member.key) {
                continue;
            }
            let required = properties.requires(&member.key);
            match self.constant(&member.value) {
                Some(literal) if required => made.constants.push((member.key.to_string(), literal)),
                _ => made.fields.push(self.field(member, owner, required, scope)),
            }
        }
        made
    }

    fn field(
        &mut self,
        member: &'d Member,
        owner: &str,
        required: bool,
        scope: &mut Scope,
    ) -> Field {
        let schema = &member.value;
        let name = self
            .field_named(schema)
            .unwrap_or_else(|| snake(&member.key));
        let ty = self.ty(schema, &format!("{owner}{}", camel(&member.key)));
        let target = self.doc.resolve(schema).unwrap_or(schema);
        Field {
            wire: member.key.to_string(),
            name: scope.claim(&name),
            docs: Some(docs(schema))
                .filter(|text| !text.is_empty())
                .unwrap_or_else(|| docs(target)),
            required,
            deprecated: flag(schema, "deprecated"),
            rules: self.rules(target, &ty),
            ty,
            place: Place::Body,
            style: Style::Plain,
            applies: false,
        }
    }
}
