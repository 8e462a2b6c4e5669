//! Parameters in path, query and header: fields of the request, or constants written for the caller.

use std::collections::HashSet;

use bindery_spec::{Finding, Value};

use super::secret::is_secret;
use super::{Lower, Place as At, docs, flag, text};
use crate::ir::{Field, Literal, Place, Type};
use crate::names::{Scope, camel, snake};

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
                if !seen.insert((place, name)) || signed.iter().any(|signed| signed == name) {
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
            Some("cookie") => {
                return self.refuse(parameter, "parameters in cookies are not supported yet");
            }
            // There is no other place, which has been said.
            _ => return,
        };
        let Some(schema) = parameter.get("schema") else {
            return self.refuse(
                parameter,
                "a parameter without `schema` is not supported yet",
            );
        };
        let required = flag(parameter, "required") || place == Place::Path;
        if let Some(literal) = self.constant(schema).filter(|_| required) {
            made.constants.push((place, name.to_owned(), literal));
            return;
        }
        let ty = self.parameter_type(parameter, schema, hint);
        if !self.api.is_scalar(&ty) {
            return self.refuse(
                parameter,
                "only texts, numbers and enums can be parameters yet",
            );
        }
        let target = self.doc.resolve(schema).unwrap_or(schema);
        let rust = self.field_named(parameter).unwrap_or_else(|| snake(name));
        made.fields.push(Field {
            wire: name.to_owned(),
            name: scope.claim(&rust),
            docs: Some(docs(parameter))
                .filter(|text| !text.is_empty())
                .unwrap_or_else(|| docs(target)),
            required,
            deprecated: flag(parameter, "deprecated"),
            rules: self.rules(target, &ty),
            ty,
            place,
            applies: false,
        });
    }

    /// The type of a parameter: one that is `null` is left out.
    fn parameter_type(&mut self, parameter: &Value, schema: &'d Value, hint: &str) -> Type {
        let ty = match self.find(schema) {
            Some(found) if is_secret(parameter) => self.secret(found, hint),
            _ => self.ty(schema, hint),
        };
        match ty {
            Type::Nullable(inner) => *inner,
            ty => ty,
        }
    }

    fn refuse(&mut self, at: &Value, message: &str) {
        let finding = Finding::error("unsupported-parameter", at.span, message);
        self.findings
            .push(finding.help("leave the operation out of `operations` until they are"));
    }
}
