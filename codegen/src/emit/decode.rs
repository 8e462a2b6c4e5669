//! Decoding of structs: members in any order, unknown ones passed over.

use super::Emit;
use crate::ir::{Place, Struct, TypeDef};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn decode_struct(&mut self, def: &TypeDef, made: &Struct) {
        let body: Vec<_> = made
            .fields
            .iter()
            .filter(|field| field.place == Place::Body)
            .collect();
        if body.len() < made.fields.len() {
            // A request with parameters: only the server reads it, together with the call's path and query.
            return;
        }
        let (mut slots, mut arms, mut values) = (String::new(), String::new(), String::new());
        for field in body {
            slots.push_str(&fill!(
                "let mut v_$name = ::core::option::Option::None;",
                wire = quoted(&field.wire),
                name = field.name,
                read = if field.required { "field" } else { "optional" }
            ));
            arms.push_str(&fill!(
                "$wire => r.$read(&mut v_$name),",
                wire = quoted(&field.wire),
                name = field.name,
                read = if field.required { "field" } else { "optional" }
            ));
            values.push_str(&fill!(
                if field.required {
                    "$name: __rt::required(v_$name, $wire)?,"
                } else {
                    "$name: v_$name,"
                },
                wire = quoted(&field.wire),
                name = field.name,
                read = if field.required { "field" } else { "optional" }
            ));
        }
        let template = r"
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    $slots
                    r.object(&mut |r, member| match member {
                        $arms
                        _ => r.skip(),
                    })?;
                    ::core::result::Result::Ok($name { $values })
                }
            }
        ";
        self.out
            .push(&fill!(template, name = def.name, slots, arms, values));
    }
}
