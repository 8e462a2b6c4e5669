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
        let named = |required: bool| {
            let is_named =
                move |field: &&&Field| field.place == Place::Body && field.required == required;
            body.iter().filter(is_named)
        };
        let required: String = named(true).map(|field| member(field)).collect();
        let optional: String = named(false).map(|field| member(field)).collect();
        let constants: String = made.constants.iter().map(constant).collect();
        let passed_over: String = made.passed_over.iter().map(|it| passed_over(it)).collect();
        let rest = body.iter().find(|field| field.place == Place::Rest);
        let (read, rest) = match rest {
            Some(field) => ("members_and_rest", format!(", &mut v_{}", field.name)),
            None => ("members", String::new()),
        };
        let needed: Vec<_> = named(true)
            .map(|field| format!("v_{}", field.name))
            .collect();
        let values = body.iter().map(|it| format!("{0}: v_{0},", it.name));
        let template = r"
            $allow
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    $slots
                    r.$read(&mut [$required], &mut [$optional $constants $passed_over] $rest)?;
                    $needed
                    ::core::result::Result::Ok($name { $values })
                }
            }
        ";
        self.out.push(&fill!(
            template,
            allow = allow_deprecated(&made.fields),
            name = def.name,
            slots,
            read,
            required,
            optional,
            constants,
            passed_over,
            rest,
            needed = unwrapped(&needed),
            values = values.collect::<String>()
        ));
    }
}

/// Takes the values of required members out of their slots, which the reader has made sure are full.
fn unwrapped(slots: &[String]) -> String {
    let all: Vec<_> = slots
        .iter()
        .map(|slot| format!("::core::option::Option::Some({slot})"))
        .collect();
    let (pattern, value) = match slots {
        [] => return String::new(),
        [slot] => (all.join(", "), slot.clone()),
        _ => (
            format!("({})", all.join(", ")),
            format!("({})", slots.join(", ")),
        ),
    };
    format!(
        "let {pattern} = {value} else {{ return ::core::result::Result::Err(__rt::DecodeError::incomplete()); }};"
    )
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

/// A member's name and its slot.
fn member(field: &Field) -> String {
    fill!(
        "($wire, &mut v_$name),",
        wire = quoted(&field.wire),
        name = field.name
    )
}

/// A member whose value is always the same.
fn constant((wire, literal): &(String, Literal)) -> String {
    fill!(
        "($wire, &mut __rt::Constant($value)),",
        wire = quoted(wire),
        value = quoted(&literal.plain())
    )
}

fn passed_over(wire: &str) -> String {
    fill!("($wire, &mut __rt::PassedOver),", wire = quoted(wire))
}
