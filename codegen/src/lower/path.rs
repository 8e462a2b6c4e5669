//! Pointers of the document as paths of Rust fields.

use super::Lower;
use crate::ir::{KeyStep, Place, Shape, Type};

impl Lower<'_> {
    /// The path that `tokens` lead along, starting in a value of type `from`, and the type at its end.
    pub(super) fn path(&self, from: &Type, tokens: &[String]) -> Option<(Vec<KeyStep>, Type)> {
        let mut steps = Vec::new();
        let mut ty = from;
        for token in tokens {
            let (step, next) = self.step(ty, token)?;
            steps.push(step);
            ty = next;
        }
        Some((steps, ty.clone()))
    }

    fn step<'t>(&'t self, from: &'t Type, token: &str) -> Option<(KeyStep, &'t Type)> {
        let id = match from {
            Type::List { item, .. } if token == "*" => return Some((KeyStep::Each, item)),
            Type::Named(id) => id,
            _ => return None,
        };
        let Shape::Struct(made) = &self.api.types[id.0].shape else {
            return None;
        };
        let fields = made.fields.iter().filter(|field| field.wire == token);
        // A pointer leads into the body, and to a parameter where the body has no such member.
        let field = fields.min_by_key(|field| field.place != Place::Body)?;
        let (ty, null) = match &field.ty {
            Type::Nullable(inner) => (&**inner, true),
            ty => (ty, false),
        };
        let step = KeyStep::Field {
            name: field.name.clone(),
            optional: null || !field.required,
        };
        Some((step, ty))
    }
}
