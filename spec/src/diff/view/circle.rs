//! Schemas that are parts of themselves with no named type between: bindings keep those as JSON.

use std::collections::HashSet;
use std::ptr;

use super::View;
use crate::schema::{JsonType, Shape, keyword, read};
use crate::value::Value;

impl<'d> View<'d> {
    /// Whether a schema comes back to itself through nothing but lists, maps and the like.
    pub(super) fn is_circle(&self, schema: &'d Value) -> bool {
        let (mut open, mut seen) = (self.unnamed(schema), HashSet::new());
        while let Some(part) = open.pop() {
            if ptr::eq(part, schema) {
                return true;
            }
            if seen.insert(ptr::from_ref(part)) {
                open.extend(self.unnamed(part));
            }
        }
        false
    }

    /// The parts of a type without a name.
    fn unnamed(&self, schema: &'d Value) -> Vec<&'d Value> {
        let parts = match read(self.doc, schema).shape {
            Shape::Map(other) | Shape::Same(other) | Shape::OrAny(other) => vec![other],
            Shape::Tuple(items) => items.iter().collect(),
            Shape::Of(JsonType::Array) | Shape::PerhapsArray => {
                keyword(self.doc, schema, "items").into_iter().collect()
            }
            _ => Vec::new(),
        };
        parts.into_iter().map(|part| self.resolve(part)).collect()
    }
}
