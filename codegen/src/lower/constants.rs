//! Enums: schemas that list their values.

use bindery_spec::names::{camel, given_camel};
use bindery_spec::schema::{Constant, Constants, VariantNames, constant, misnamed};
use bindery_spec::{Finding, Value};

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
            let given = constants.values.iter().map(|it| lower.given(it));
            let given: Vec<_> = given.collect();
            let named = VariantNames::of(constants, &given);
            lower.complain_of_names(found.schema, constants, &named);
            let values = constants.values.iter().zip(named.names);
            let variants = values.map(|(value, name)| variant(value, name, strings));
            Shape::Enum(Enum {
                variants: variants.collect(),
                strings,
            })
        })
    }

    /// The name that the document gives a value.
    fn given(&mut self, constant: &Constant<'d>) -> Option<String> {
        self.type_named(constant.at)
            .or_else(|| constant.named.map(given_camel))
            .or_else(|| text(constant.at, "title").map(camel))
    }

    fn complain_of_names(
        &mut self,
        schema: &'d Value,
        constants: &Constants<'d>,
        named: &VariantNames,
    ) {
        if let Some((key, value)) = misnamed(schema) {
            let message =
                format!("`{key}` is not one name for each value of `enum`, and names none");
            let finding = Finding::warning("enum-names", value.span, message);
            self.findings
                .push(finding.help("list as many texts as values"));
        }
        for &index in &named.numbered {
            let (name, constant) = (&named.names[index], &constants.values[index]);
            let message = format!(
                "the value `{}` has no name that tells it from the others: it is called `{name}`",
                constant.wire
            );
            let finding = Finding::warning("duplicate-name", constant.at.span, message);
            let help = "`x-enum-varnames` beside `enum` gives values names";
            self.findings.push(finding.help(help));
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

fn variant(constant: &Constant<'_>, name: String, strings: bool) -> Variant {
    let wire = match constant.wire.parse() {
        Ok(number) if !strings => Literal::Int(number),
        _ => Literal::Str(constant.wire.clone()),
    };
    let said = docs(constant.at);
    let docs = match constant.described {
        Some(described) if said.is_empty() => described.trim().to_owned(),
        _ => said,
    };
    Variant {
        name,
        docs,
        deprecated: flag(constant.at, "deprecated"),
        wire,
    }
}
