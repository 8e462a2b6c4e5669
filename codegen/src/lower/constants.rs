//! Enums: schemas that list their values.

use bindery_spec::Value;
use bindery_spec::names::{Scope, camel};
use bindery_spec::schema::{Constant, Constants, constant};

use super::schema::Found;
use super::{Lower, docs, flag, text};
use crate::ir::{Enum, Literal, Shape, Type, Variant};

impl<'d> Lower<'d> {
    /// The enum of a schema that lists its values.
    pub(super) fn constants(
        &mut self,
        found: Found<'d>,
        constants: &Constants<'d>,
        hint: &str,
    ) -> Type {
        self.define(found, hint, "", |lower, _| {
            let strings = constants.strings;
            let mut scope = Scope::with(&["Unknown"]);
            let values = constants.values.iter();
            let variants = values.map(|value| lower.variant(value, strings, &mut scope));
            Shape::Enum(Enum {
                variants: variants.collect(),
                strings,
            })
        })
    }

    fn variant(&mut self, constant: &Constant<'d>, strings: bool, scope: &mut Scope) -> Variant {
        let wire = match constant.wire.parse() {
            Ok(number) if !strings => Literal::Int(number),
            _ => Literal::Str(constant.wire.clone()),
        };
        let named = self
            .type_named(constant.at)
            .or_else(|| text(constant.at, "title").map(camel));
        Variant {
            name: scope.claim(&named.unwrap_or_else(|| variant_name(&wire))),
            docs: docs(constant.at),
            deprecated: flag(constant.at, "deprecated"),
            wire,
        }
    }

    /// The value of a property that has just one.
    pub(super) fn constant(&mut self, schema: &'d Value) -> Option<Literal> {
        let schema = self.doc.resolve(schema).ok()?;
        literal(constant(self.doc, schema)?)
    }
}

/// A string, integer or Boolean of the document; other JSON is no constant bindery writes.
pub(super) fn literal(value: &Value) -> Option<Literal> {
    use bindery_spec::Kind;
    match &value.kind {
        Kind::String(text) => Some(Literal::Str(text.to_string())),
        Kind::Bool(flag) => Some(Literal::Bool(*flag)),
        Kind::Number(_) => value.as_i64().map(Literal::Int),
        _ => None,
    }
}

fn variant_name(wire: &Literal) -> String {
    match wire {
        Literal::Str(text) => camel(text),
        Literal::Int(number) if *number < 0 => format!("Minus{}", number.unsigned_abs()),
        Literal::Int(number) => format!("N{number}"),
        Literal::Bool(flag) => camel(&flag.to_string()),
    }
}
