//! Parameters in path, query, header and cookie: fields of the request, or constants written for the caller.

use std::collections::HashSet;

use bindery_spec::names::{Scope, camel, snake};
use bindery_spec::parameter::{self, Holds};
use bindery_spec::schema::{JsonType, Shape as Said, is_private, read};
use bindery_spec::{Finding, Value};

use super::secret::is_secret;
use super::{Lower, Place as At, docs, flag, text};
use crate::ir::{Field, Literal, Place, Shape, Style, Type};

/// Headers that `OpenAPI` leaves to the media type and security objects.
const LEFT_OUT: [&str; 3] = ["accept", "content-type", "authorization"];

/// The parameters of one operation.
#[derive(Default)]
pub(super) struct Parameters {
    pub(super) fields: Vec<Field>,
    pub(super) constants: Vec<(Place, String, Literal)>,
}

impl<'d> Lower<'d> {
    /// The parameters of an operation; its own come before those of its path.
    pub(super) fn parameters(
        &mut self,
        at: At<'d>,
        owner: &str,
        signed: &[String],
        scope: &mut Scope,
    ) -> Parameters {
        let mut made = Parameters::default();
        let mut seen = HashSet::new();
        for holder in [at.operation, at.item] {
            for parameter in holder
                .get("parameters")
                .and_then(Value::as_array)
                .unwrap_or_default()
            {
                // A shared parameter's types are named the same whichever operation is the first to use it.
                let shared = parameter.get("$ref").and_then(|_| parameter.ref_name());
                let Some(parameter) = self.resolve(parameter) else {
                    continue;
                };
                let (Some(name), Some(place)) = (text(parameter, "name"), text(parameter, "in"))
                else {
                    continue;
                };
                if !seen.insert(parameter::key(place, name))
                    || signed.iter().any(|signed| signed == name)
                {
                    continue;
                }
                if place != "header" || !LEFT_OUT.contains(&&*name.to_ascii_lowercase()) {
                    let hint = match shared {
                        Some(shared) => camel(shared),
                        None => format!("{owner}{}", camel(name)),
                    };
                    self.parameter(parameter, &hint, scope, &mut made);
                }
            }
        }
        made
    }

    fn parameter(
        &mut self,
        parameter: &'d Value,
        hint: &str,
        scope: &mut Scope,
        made: &mut Parameters,
    ) {
        let name = text(parameter, "name").unwrap_or_default();
        let place = match text(parameter, "in") {
            Some("path") => Place::Path,
            Some("query") => Place::Query,
            Some("header") => Place::Header,
            Some("cookie") => Place::Cookie,
            // There is no other place, which has been said.
            _ => return,
        };
        let required = flag(parameter, "required") || place == Place::Path;
        let schema = parameter::schema(parameter);
        if let Some(literal) = schema.and_then(|schema| self.constant(schema))
            && required
            && place != Place::Cookie
            && parameter::style(parameter, Holds::Scalar) == Some(Style::Plain)
        {
            made.constants.push((place, name.to_owned(), literal));
            return;
        }
        let (ty, style) = self.parameter_type(parameter, schema, hint);
        let target = schema.map_or(parameter, |schema| {
            self.doc.resolve(schema).unwrap_or(schema)
        });
        let rust = self.field_named(parameter).unwrap_or_else(|| snake(name));
        made.fields.push(Field {
            wire: name.to_owned(),
            name: scope.claim(&rust),
            docs: Some(docs(parameter))
                .filter(|text| !text.is_empty())
                .unwrap_or_else(|| docs(target)),
            required,
            deprecated: flag(parameter, "deprecated"),
            private: is_private(parameter) && !self.api.shows_length(&ty)
                || schema.is_some_and(|schema| self.is_private(schema, &ty)),
            rules: self.rules(target, &ty),
            absent: self.absent(target, &ty),
            ty,
            place,
            style,
            applies: false,
        });
    }

    /// The type of a parameter, and how it is written. One that is `null` is left out; one in a form that bindery does not
    /// write is a text, for the caller to write.
    fn parameter_type(
        &mut self,
        parameter: &Value,
        schema: Option<&'d Value>,
        hint: &str,
    ) -> (Type, Style) {
        let before = self.api.types.len();
        let ty = match schema.map(|schema| self.value_type(parameter, schema, hint)) {
            Some(Type::Nullable(inner)) => *inner,
            Some(ty) => ty,
            None => self.open_json(parameter.span, "the parameter has no schema"),
        };
        if let Some(style) = parameter::style(parameter, self.holds(&ty)) {
            return (ty, style);
        }
        self.api.spare.extend(before..self.api.types.len());
        let message = "a parameter of this form is a text, written as the caller gives it";
        let finding = Finding::warning("unsupported-parameter", parameter.span, message);
        let help = "what its style says nothing of can be told in JSON: with `content` in place of `schema`";
        self.findings.push(finding.help(help));
        (Type::String, Style::Plain)
    }

    fn value_type(&mut self, parameter: &Value, schema: &'d Value, hint: &str) -> Type {
        let found = self.find(schema);
        if let Some(found) = found.filter(|_| is_secret(parameter)) {
            return self.secret(found, hint);
        }
        let object = matches!(read(self.doc, schema).shape, Said::Of(JsonType::Object));
        match self.ty(schema, hint) {
            // Members of any name are pairs of any name.
            Type::Json if object => Type::Map(Box::new(Type::Json)),
            ty => ty,
        }
    }

    /// How much a style has to write for a value of a type.
    fn holds(&self, ty: &Type) -> Holds {
        match ty {
            ty if self.api.is_scalar(ty) || self.api.is_scalar_union(ty) => Holds::Scalar,
            Type::List { item, .. } if self.api.is_scalar(item) => Holds::List,
            Type::Map(value) => self.member_holds(value),
            Type::Named(id) => match &self.api.types[id.0].shape {
                Shape::Struct(made) => {
                    let members = made.fields.iter().map(|field| match &field.ty {
                        Type::Map(value) if field.place == Place::Rest => self.member_holds(value),
                        ty => self.member_holds(ty),
                    });
                    members.max().unwrap_or(Holds::Object)
                }
                _ => Holds::Any,
            },
            _ => Holds::Any,
        }
    }

    /// What an object holds that has a member of a type.
    fn member_holds(&self, ty: &Type) -> Holds {
        match ty {
            Type::Json => Holds::Object,
            Type::Nullable(inner) => self.member_holds(inner),
            ty if self.api.is_scalar(ty) => Holds::Object,
            Type::List { item, .. } if self.api.is_scalar(item) => Holds::ObjectOfLists,
            _ => Holds::Any,
        }
    }
}
