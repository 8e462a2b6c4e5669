//! A struct of the caller's own as a request.

use super::fields::{Pair, pair};
use super::{Derived, OwnPlace, OwnStruct, Role, Wrapper, label, operation, part, rules, shape};
use crate::emit::operation as emit;
use crate::ir::{Api, BodyFormat, Field, Literal, Operation, Place, Shape, Struct, Type};
use crate::source::{fill, quoted};

pub(super) fn derive(api: &Api, operation: &Operation, own: &OwnStruct) -> Derived {
    let whole = &api.types[operation.request.0];
    let found = match &own.part {
        None => match &whole.shape {
            Shape::Struct(made) => Ok((whole, made)),
            _ => Err("this request has no members".to_owned()),
        },
        Some(name) => part(api, name, |def| def.uses.request),
    };
    let (def, made) = match found {
        Ok(found) => found,
        Err(message) => {
            let mut derived = Derived::new(&whole.name);
            derived.error(OwnPlace::Part, message);
            return derived;
        }
    };
    let mut derived = Derived::new(&def.name);
    let of = match &own.part {
        None => format!("`{}`", operation.id),
        Some(name) => format!("`{name}`"),
    };
    let pairs = pair(own, made, &of, &mut derived);
    // A field that could not be read may be for any member.
    if !own.fields.iter().any(|field| field.role == Role::Unread) {
        missing(made, &pairs, &of, &mut derived);
    }
    for pair in &pairs {
        member(api, operation, own, pair, &mut derived);
    }
    derived.source = own_impl(made);
    let more = match own.part {
        Some(_) => String::new(),
        None => operation::derive(api, operation, own, &pairs, made, &mut derived),
    };
    derived.source.push_str(&more);
    if own.part.is_some() {
        derived.source.push_str(&part_impl(&def.name));
    }
    derived
}

fn missing(made: &Struct, pairs: &[Pair<'_>], of: &str, derived: &mut Derived) {
    let has = |member: &Field| pairs.iter().any(|pair| std::ptr::eq(pair.member, member));
    for member in made
        .fields
        .iter()
        .filter(|member| member.required && !has(member))
    {
        let message = format!(
            "{of} needs {}: add a field `{}`",
            label(member),
            member.name
        );
        derived.error(OwnPlace::Struct, message);
    }
}

/// Hands one member over.
fn member(
    api: &Api,
    operation: &Operation,
    own: &OwnStruct,
    pair: &Pair<'_>,
    derived: &mut Derived,
) {
    let (member, index) = (pair.member, pair.index);
    let nullable = matches!(member.ty, Type::Nullable(_));
    if member.required && pair.own.optional() && !nullable {
        let message = format!("{} is required: take the `Option` away", label(member));
        derived.error(OwnPlace::Type(index), message);
        return;
    }
    // A required member that may be `null` is written either way.
    let unwrapped = pair.own.optional() && !(member.required && nullable);
    let ty = match &member.ty {
        Type::Nullable(inner) if unwrapped || !pair.own.optional() => inner,
        ty => ty,
    };
    let taken = if unwrapped { "__inner" } else { "__type" };
    let place = match pair.own.wrapper {
        _ if unwrapped => "__value".to_owned(),
        Wrapper::Reference => format!("self.__field_{index}"),
        _ => format!("&self.__field_{index}"),
    };
    let (taken, value) = if pair.own.with {
        ("_".to_owned(), format!("&__with_{index}({place})"))
    } else {
        (format!("{taken}_{index}"), place)
    };
    let template = if member.ty == Type::Upload {
        "__m.whole_raw($value);"
    } else {
        "__m.$method::<$taken, $shape>($place$wire, $style$value, $rules$types);"
    };
    let statement = fill!(
        template,
        method = method(member.place, operation.body.as_ref()),
        place = parameter_place(member.place),
        style = match member.place {
            Place::Body | Place::Rest | Place::WholeBody => String::new(),
            _ => format!("{}, ", emit::style(member.style)),
        },
        taken,
        shape = shape::sent(api, ty),
        wire = quoted(&member.wire),
        value,
        rules = rules::rules(member),
        types = match (&operation.body, member.place) {
            (Some(BodyFormat::Multipart { types }), Place::WholeBody) =>
                format!(", {}", emit::part_types(types)),
            _ => String::new(),
        }
    );
    let statement = if unwrapped {
        format!(
            "if let ::core::option::Option::Some(__value) = &self.__field_{index} {{ {statement} }}"
        )
    } else {
        statement
    };
    derived.piece("__members", index, statement);
    if member.applies && pair.own.wrapper == Wrapper::Of && own.part.is_none() {
        let name = &api.types[operation.request.0].name;
        derived.piece("__members", index, kind_taken(name, index));
    }
    if let Type::List {
        bounds: Some((min, max)),
        ..
    } = ty
        && !own.generic
        && !pair.own.with
    {
        derived.piece("__asserts", index, length_fits(pair, unwrapped, *min, *max));
    }
}

fn method(place: Place, body: Option<&BodyFormat>) -> &'static str {
    match (place, body) {
        (Place::Body | Place::Rest, _) => "body",
        (Place::WholeBody, Some(BodyFormat::Form)) => "whole_form",
        (Place::WholeBody, Some(BodyFormat::Multipart { .. })) => "whole_multipart",
        (Place::WholeBody, _) => "whole_body",
        _ => "parameter",
    }
}

/// Where a parameter stands, as the first argument; nothing for what is in the body.
fn parameter_place(place: Place) -> String {
    match place {
        Place::Body | Place::Rest | Place::WholeBody => String::new(),
        place => format!("{}, ", emit::place(place)),
    }
}

/// The kind that an id is known to be of, held against those that the operation takes.
fn kind_taken(request: &str, index: usize) -> String {
    format!("__rt::own::takes::<__api::{request}, __type_{index}>(&self.__field_{index});")
}

/// A type that says how many items it holds, held against how many the list takes.
fn length_fits(pair: &Pair<'_>, unwrapped: bool, min: u64, max: Option<u64>) -> String {
    let template = r"
        const _: () = {
            #[allow(unused_imports)]
            use __rt::own::Unbounded as _;
            __rt::own::assert_fits(__rt::own::Length::<$ty>::OF, $min, $max, $message);
        };
    ";
    fill!(
        template,
        ty = format!(
            "{}_{}",
            if unwrapped { "__inner" } else { "__type" },
            pair.index
        ),
        min = min.to_string(),
        max = max.map_or("::core::primitive::usize::MAX".to_owned(), |max| max
            .to_string()),
        message = rules::takes(pair.member, min, max)
    )
}

/// The impls that every request and every part of one has.
fn own_impl(made: &Struct) -> String {
    let constants: String = made
        .constants
        .iter()
        .map(|(wire, literal)| {
            let (ty, value) = match literal {
                Literal::Bool(value) => (
                    "::core::primitive::bool, ::core::primitive::bool",
                    value.to_string(),
                ),
                Literal::Int(value) => (
                    "::core::primitive::i64, ::core::primitive::i64",
                    value.to_string(),
                ),
                Literal::Str(text) => ("&::core::primitive::str, __rt::own::Text", quoted(text)),
            };
            format!("__m.body::<{ty}>({}, &{value}, &[]);", quoted(wire))
        })
        .collect();
    let template = r"
        __asserts

        #[automatically_derived]
        impl __generics __rt::own::Own for __own __where {
            fn members(&self, __m: &mut __rt::own::Members<'_>) {
                let _ = &__m;
                $constants
                __members
            }
        }

        #[automatically_derived]
        impl __generics __rt::Encode for __own __where {
            fn encode_fields(&self, w: &mut __rt::Writer) {
                __rt::own::encode(self, w);
            }
        }

        #[automatically_derived]
        impl __generics __rt::Check for __own __where {
            fn check(&self, c: &mut __rt::Checker) {
                __rt::own::check(self, c);
            }
        }
    ";
    fill!(template, constants)
}

fn part_impl(name: &str) -> String {
    let template = r"
        #[automatically_derived]
        impl __generics __rt::SendAs<__api::$name> for __own __where {
            fn write_as(&self, w: &mut __rt::Writer) {
                __rt::Encode::encode(self, w);
            }
            fn check_as(&self, c: &mut __rt::Checker) {
                __rt::Check::check(self, c);
            }
        }
    ";
    fill!(template, name)
}
