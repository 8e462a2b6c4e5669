//! How a type is written.

use super::Emit;
use crate::ir::{Field, Shape, Type};

impl Emit<'_> {
    /// The type in Rust. Lists keep their bounds only where requests hold them: replies are taken as they come.
    pub(super) fn ty(&self, ty: &Type, bounded: bool) -> String {
        let inner = |ty: &Type| self.ty(ty, bounded);
        match ty {
            Type::Bool => "bool".to_owned(),
            Type::Int(name) | Type::Float(name) => (*name).to_owned(),
            Type::String => "__rt::String".to_owned(),
            Type::Foreign(path) => format!("__rt::{path}"),
            Type::Json => "__rt::Json".to_owned(),
            Type::Raw => "__rt::RawBody".to_owned(),
            Type::Upload => "__rt::Upload".to_owned(),
            Type::File => "__rt::FilePart".to_owned(),
            Type::Seconds => "__rt::UnixSeconds".to_owned(),
            Type::Millis => "__rt::UnixMillis".to_owned(),
            Type::Named(id) => self.api.types[id.0].name.clone(),
            Type::List {
                item,
                bounds: Some((min, max)),
            } if bounded => {
                let max = max.map_or(String::new(), |max| format!(", {max}"));
                format!("__rt::List<{}, {min}{max}>", inner(item))
            }
            Type::List { item, .. } => format!("__rt::Vec<{}>", inner(item)),
            Type::Map(value) => format!("__rt::BTreeMap<__rt::String, {}>", inner(value)),
            Type::Tuple(items) => {
                let items: String = items.iter().map(|item| inner(item) + ",").collect();
                format!("({items})")
            }
            Type::Nullable(value) => format!("::core::option::Option<{}>", inner(value)),
            Type::Boxed(value) => format!("__rt::Box<{}>", inner(value)),
            Type::OrJson(value) => format!("__rt::OrJson<{}>", inner(value)),
        }
    }

    /// The type of a field; one that may be absent and one that may be `null` are told apart only where required.
    pub(super) fn field_type(&self, field: &Field, bounded: bool) -> String {
        match (&field.ty, field.required) {
            (Type::Nullable(_), false) | (_, true) => self.ty(&field.ty, bounded),
            _ => format!("::core::option::Option<{}>", self.ty(&field.ty, bounded)),
        }
    }

    /// The parameter of a setter, and the expression that makes the field's value of it.
    pub(super) fn parameter(&self, ty: &Type, name: &str, bounded: bool) -> (String, String) {
        let ty = if let Type::Nullable(inner) = ty {
            inner
        } else {
            ty
        };
        let written = self.ty(ty, bounded);
        if self.converts(ty) {
            (
                format!("impl ::core::convert::Into<{written}>"),
                format!("::core::convert::Into::into({name})"),
            )
        } else {
            (written, name.to_owned())
        }
    }

    fn converts(&self, ty: &Type) -> bool {
        match ty {
            Type::String
            | Type::Upload
            | Type::File
            | Type::List { .. }
            | Type::Map(_)
            | Type::Boxed(_)
            | Type::OrJson(_) => true,
            Type::Named(id) => matches!(self.api.types[id.0].shape, Shape::Union(_)),
            _ => false,
        }
    }
}
