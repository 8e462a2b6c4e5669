//! Decoding of structs: members in any order, unknown ones passed over.

use super::Emit;
use super::structs::allow_deprecated;
use crate::ir::{Field, Literal, Place, Struct, TypeDef};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn decode_struct(&mut self, def: &TypeDef, made: &Struct) {
        let body: Vec<_> = made
            .fields
            .iter()
            .filter(|field| matches!(field.place, Place::Body | Place::Rest))
            .collect();
        if body.len() < made.fields.len() {
            // A request with parameters: only the server reads it, together with the call's path and query.
            return;
        }
        let slots: String = body.iter().map(|field| slot(field)).collect();
        let named = body.iter().filter(|field| field.place == Place::Body);
        let arms: String = named.map(|field| arm(field)).collect();
        let constants = made.constants.iter();
        let constants: String = constants.map(constant).collect();
        let passed_over = made
            .passed_over
            .iter()
            .map(|wire| quoted(wire) + " => r.skip(),");
        let passed_over: String = passed_over.collect();
        let rest = body.iter().find(|field| field.place == Place::Rest);
        let rest = rest.map_or("r.unknown()".to_owned(), |field| {
            fill!("r.member(member, &mut v_$name)", name = field.name)
        });
        let values: String = body.iter().map(|field| value(field)).collect();
        let template = r"
            $allow
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    $slots
                    r.object(&mut |r, member| match member {
                        $arms
                        $constants
                        $passed_over
                        _ => $rest,
                    })?;
                    ::core::result::Result::Ok($name { $values })
                }
            }
        ";
        let allow = allow_deprecated(&made.fields);
        self.out.push(&fill!(
            template,
            allow,
            name = def.name,
            slots,
            arms,
            constants,
            passed_over,
            rest,
            values
        ));
    }
}

/// Where a member of the body is kept until all are read.
pub(super) fn slot(field: &Field) -> String {
    fill!(
        "let mut v_$name = ::core::option::Option::None;",
        name = field.name
    )
}

/// Reads one member of the body into its slot.
pub(super) fn arm(field: &Field) -> String {
    fill!(
        "$wire => r.$read(&mut v_$name),",
        wire = quoted(&field.wire),
        read = if field.required { "field" } else { "optional" },
        name = field.name
    )
}

/// Reads over a member whose value is always the same.
fn constant((wire, literal): &(String, Literal)) -> String {
    fill!(
        "$wire => r.constant($value),",
        wire = quoted(wire),
        value = quoted(&literal.plain())
    )
}

/// The finished field.
fn value(field: &Field) -> String {
    let template = if field.required {
        "$name: __rt::required(v_$name, $wire)?,"
    } else {
        "$name: v_$name,"
    };
    fill!(template, name = field.name, wire = quoted(&field.wire))
}
