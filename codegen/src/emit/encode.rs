//! Encoding of structs.

use super::Emit;
use super::structs::allow_deprecated;
use crate::ir::{Field, Literal, Place, Struct, TypeDef, TypeId};
use crate::source::{fill, quoted, quoted_list};

impl Emit<'_> {
    pub(super) fn encode_struct(&mut self, id: TypeId, def: &TypeDef, made: &Struct) {
        let constants = made.constants.iter().map(|(wire, literal)| {
            fill!(
                "w.name($wire); $write",
                wire = quoted(wire),
                write = write_literal(literal)
            )
        });
        let body = made
            .fields
            .iter()
            .filter(|field| matches!(field.place, Place::Body | Place::Rest));
        let members: String = constants
            .chain(body.map(|field| encode_field(made, field)))
            .collect();
        let parameters = || made.fields.iter().any(|field| field.place != Place::Body);
        if members.is_empty() && parameters() && !self.origins.is_body(id, made) {
            return;
        }
        let writer = if members.is_empty() { "_" } else { "w" };
        let template = r"
            $allow
            impl __rt::Encode for $name {
                fn encode_fields(&self, $w: &mut __rt::Writer) {
                    $members
                }
            }
        ";
        let allow = allow_deprecated(&made.fields);
        self.out.push(&fill!(
            template,
            allow,
            name = def.name,
            w = writer,
            members
        ));
    }
}

fn encode_field(made: &Struct, field: &Field) -> String {
    if field.place == Place::Rest {
        let taken = quoted_list(&made.declared());
        return fill!("w.members(&self.$name, $taken);", name = field.name, taken);
    }
    let method = if field.required { "field" } else { "optional" };
    fill!(
        "w.$method($wire, &self.$name);",
        method,
        wire = quoted(&field.wire),
        name = field.name
    )
}

/// Writes a constant.
pub(super) fn write_literal(literal: &Literal) -> String {
    match literal {
        Literal::Bool(value) => format!("w.boolean({value});"),
        Literal::Int(value) => format!("w.i64({value});"),
        Literal::Str(text) => format!("w.string({});", quoted(text)),
    }
}
