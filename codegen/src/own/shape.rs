//! What a member is, as a type that the runtime's traits tell apart: `SendAs<…>`, `ReadAs<…>`.

use crate::ir::{Api, Type};

/// The shape of a value that is sent: what is usually a type may always be one.
pub(super) fn sent(api: &Api, ty: &Type) -> String {
    match ty {
        Type::OrJson(inner) => sent(api, inner),
        _ => shape(api, ty, &sent),
    }
}

/// The shape of a value that is read.
pub(super) fn read(api: &Api, ty: &Type) -> String {
    match ty {
        Type::OrJson(inner) => format!("__rt::own::Usually<{}>", read(api, inner)),
        Type::List { item, .. } => format!("__rt::own::ListOf<{}>", read(api, item)),
        _ => shape(api, ty, &read),
    }
}

fn shape(api: &Api, ty: &Type, inner: &dyn Fn(&Api, &Type) -> String) -> String {
    match ty {
        Type::Bool => "::core::primitive::bool".to_owned(),
        Type::Int(name) | Type::Float(name) => format!("::core::primitive::{name}"),
        Type::String => "__rt::own::Text".to_owned(),
        Type::Foreign(path) => format!("__rt::{path}"),
        Type::Json | Type::Tuple(_) => "__rt::own::AnyJson".to_owned(),
        // Handed over as it is, and never read.
        Type::Raw => "__rt::RawBody".to_owned(),
        Type::Upload => "__rt::Upload".to_owned(),
        Type::File => "__rt::FilePart".to_owned(),
        Type::Seconds => "__rt::UnixSeconds".to_owned(),
        Type::Millis => "__rt::UnixMillis".to_owned(),
        Type::Named(id) => format!("__api::{}", api.types[id.0].name),
        Type::List { item, bounds } => {
            let item = inner(api, item);
            match bounds {
                None => format!("__rt::own::ListOf<{item}>"),
                Some((min, None)) => format!("__rt::own::ListOf<{item}, {min}>"),
                Some((min, Some(max))) => format!("__rt::own::ListOf<{item}, {min}, {max}>"),
            }
        }
        Type::Map(value) => format!("__rt::own::MapOf<{}>", inner(api, value)),
        Type::Nullable(value) => format!("__rt::own::Nullable<{}>", inner(api, value)),
        Type::Boxed(value) | Type::OrJson(value) => inner(api, value),
    }
}
