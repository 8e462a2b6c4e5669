//! `default`: which value of its type stands for an absent member, and how the method that gives it is called.

use bindery_spec::Value;
use bindery_spec::names::{Scope, reader};
use bindery_spec::schema::{default, float_as, integer_as, shown};

use super::Lower;
use crate::ir::{Absent, Api, Literal, Shape, Standing, Type};
use crate::source::quoted;

impl<'d> Lower<'d> {
    /// What the document says of the absence of a member of this type.
    pub(super) fn absent(&self, schema: &'d Value, ty: &Type) -> Option<Absent> {
        let default = default(self.doc, schema).filter(|_| !self.is_secret_type(ty))?;
        let value = self.standing(default, ty);
        let shown = shown(default);
        (value.is_some() || shown.is_some()).then(|| Absent {
            shown: shown.unwrap_or_default(),
            reader: String::new(),
            value,
        })
    }

    fn is_secret_type(&self, ty: &Type) -> bool {
        matches!(ty, Type::Named(id) if matches!(&self.api.types[id.0].shape, Shape::Text(text) if text.secret))
    }

    /// The default as a value of the type; `None` where the type does not take it, or cannot be written as an expression.
    pub(super) fn standing(&self, default: &Value, ty: &Type) -> Option<Standing> {
        match ty {
            Type::Bool => Some(Standing::Plain(default.as_bool()?.to_string())),
            Type::Int(kind) => {
                let number = integer_as(default, kind)?;
                Some(Standing::Plain(format!("{number}{kind}")))
            }
            Type::Float(kind) => {
                let number = float_as(default, kind)?;
                Some(Standing::Plain(format!("{number:?}{kind}")))
            }
            Type::String => Some(Standing::Text(quoted(default.as_str()?))),
            Type::Named(id) => {
                let def = &self.api.types[id.0];
                let Shape::Enum(made) = &def.shape else {
                    return None;
                };
                let mut variants = made.variants.iter();
                let listed = variants.find(|variant| match &variant.wire {
                    Literal::Str(text) => default.as_str() == Some(text),
                    Literal::Int(number) => default.as_i64() == Some(*number),
                    Literal::Bool(_) => false,
                });
                let listed = listed.filter(|variant| !variant.deprecated)?;
                Some(Standing::Variant(listed.name.clone()))
            }
            _ => None,
        }
    }
}

/// Names the methods, once all fields have their names.
pub(super) fn name_readers(api: &mut Api) {
    for def in &mut api.types {
        let Shape::Struct(made) = &mut def.shape else {
            continue;
        };
        let taken: Vec<_> = made.fields.iter().map(|field| field.name.clone()).collect();
        let taken: Vec<_> = taken.iter().map(String::as_str).collect();
        let mut scope = Scope::with(&taken);
        for field in &mut made.fields {
            if let Some(absent) = &mut field.absent
                && absent.value.is_some()
            {
                absent.reader = scope.claim(&reader(&field.name));
            }
        }
    }
}
