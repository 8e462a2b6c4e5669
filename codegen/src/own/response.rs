//! A struct of the caller's own as a reply, or as much of one as it has fields for.

use super::fields::{Pair, pair};
use super::{Derived, OwnPlace, OwnStruct, Role, label, part, shape};
use crate::ir::{Api, Operation, Shape, Struct, Type, TypeDef};
use crate::source::{fill, quoted};

pub(super) fn derive(api: &Api, operation: &Operation, own: &OwnStruct) -> Derived {
    let request = &api.types[operation.request.0].name;
    let found = match &own.part {
        None => whole(api, operation).map_err(|message| (OwnPlace::Operation, message)),
        Some(name) => {
            part(api, name, |def| def.uses.reply).map_err(|message| (OwnPlace::Part, message))
        }
    };
    let (def, made) = match found {
        Ok(found) => found,
        Err((at, message)) => {
            let mut derived = Derived::new(request);
            derived.error(at, message);
            return derived;
        }
    };
    let mut derived = Derived::new(&def.name);
    let of = match &own.part {
        None => format!("the reply to `{}`", operation.id),
        Some(name) => format!("`{name}`"),
    };
    let pairs = pair(own, made, &of, &mut derived);
    for pair in &pairs {
        member(api, pair, &mut derived);
    }
    for (index, field) in own.fields.iter().enumerate() {
        let value = if field.role == Role::Skipped {
            "::core::default::Default::default()"
        } else if pairs.iter().any(|pair| pair.index == index) {
            continue;
        } else {
            // The field has been complained about, which shall be all.
            "(|| ::core::panic!())()"
        };
        derived.piece("__values", index, format!("__field_{index}: {value},"));
    }
    derived.source = match own.part {
        None => format!(
            "{DECODE} #[automatically_derived] impl __generics __rt::ReplyTo<__api::{request}> for __own __where {{}}"
        ),
        Some(_) => format!("{DECODE} {}", part_impl(&def.name)),
    };
    derived
}

/// The struct that the whole reply is.
fn whole<'a>(api: &'a Api, operation: &Operation) -> Result<(&'a TypeDef, &'a Struct), String> {
    let id = &operation.id;
    match (&operation.reply, &operation.results) {
        (Some(Type::Named(ty)), _) => {
            let def = &api.types[ty.0];
            match &def.shape {
                Shape::Struct(made) => Ok((def, made)),
                _ => Err(format!(
                    "the reply to `{id}` is no object: use the generated `{}`",
                    def.name
                )),
            }
        }
        (Some(_), _) => Err(format!(
            "the reply to `{id}` is no object: name a struct inside with `part = …`"
        )),
        (None, Some(results)) => Err(match &results.verdict {
            Type::Named(ty) => format!(
                "the reply to `{id}` holds verdicts alone: add `part = {}` to read those",
                api.types[ty.0].name
            ),
            _ => format!("the reply to `{id}` holds verdicts alone"),
        }),
        (None, None) => Err(format!("the reply to `{id}` holds nothing to read")),
    }
}

const DECODE: &str = r"
    #[automatically_derived]
    impl __generics __rt::Decode for __own __where {
        fn decode(__r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
            __slots
            __r.object(&mut |__r, __name| match __name {
                __arms
                _ => __r.skip(),
            })?;
            ::core::result::Result::Ok(Self { __values })
        }
    }
";

fn part_impl(name: &str) -> String {
    let template = r"
        #[automatically_derived]
        impl __generics __rt::ReadAs<__api::$name> for __own __where {
            fn read_as(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                __rt::Decode::decode(r)
            }
        }
    ";
    fill!(template, name)
}

/// Reads one member.
fn member(api: &Api, pair: &Pair<'_>, derived: &mut Derived) {
    let (own, member, index) = (pair.own, pair.member, pair.index);
    let (ty, nullable) = match &member.ty {
        Type::Nullable(inner) => (&**inner, true),
        ty => (ty, false),
    };
    if (nullable || !member.required) && !own.optional() && !own.default {
        let why = if member.required {
            "may be `null`"
        } else {
            "may be absent"
        };
        let message = format!(
            "{} {why}: make it an `Option`, or add `#[bindery(default)]`",
            label(member)
        );
        derived.error(OwnPlace::Type(index), message);
        // Read all the same, so that the struct is whole.
    }
    let read = if own.optional() || own.default {
        "read_optional"
    } else {
        "read"
    };
    let kept = match (own.optional(), own.boxed) {
        (true, true) => "__inner",
        (true, false) => "__held",
        (false, true) => "__type",
        (false, false) => "__whole",
    };
    let number = index.to_string();
    let kept = if own.with {
        "_".to_owned()
    } else {
        format!("{kept}_{number}")
    };
    derived.piece(
        "__slots",
        index,
        format!(
            "let mut __v_{number}: ::core::option::Option<{kept}> = ::core::option::Option::None;"
        ),
    );
    derived.piece(
        "__arms",
        index,
        fill!(
            "$wire => __rt::own::$read::<$kept, $shape>(__r, &mut __v_$number),",
            wire = quoted(&member.wire),
            read,
            kept,
            shape = shape::read(api, ty),
            number
        ),
    );
    derived.piece("__values", index, value(pair));
}

fn value(pair: &Pair<'_>) -> String {
    let slot = format!("__v_{}", pair.index);
    let own = pair.own;
    let convert = if own.with {
        Some(format!("__with_{}", pair.index))
    } else {
        own.boxed.then(|| "__rt::Box::new".to_owned())
    };
    let value = match (own.optional() || own.default, convert) {
        (true, None) => slot,
        (true, Some(convert)) => format!("{slot}.map({convert})"),
        (false, None) => required(&slot, pair),
        (false, Some(convert)) => format!("{convert}({})", required(&slot, pair)),
    };
    let default = if own.default && !own.optional() {
        ".unwrap_or_default()"
    } else {
        ""
    };
    format!("__field_{}: {value}{default},", pair.index)
}

fn required(slot: &str, pair: &Pair<'_>) -> String {
    format!("__rt::required({slot}, {})?", quoted(&pair.member.wire))
}
