//! How far schemas go into one another: an end for lists of themselves, and for chains no stack could follow.

use std::mem;

use bindery_spec::{Finding, Value};

use super::Lower;
use super::schema::Found;
use crate::ir::Type;

/// Levels of lists, maps and nullables between two named types; rustc gives up on a `Send` not far beyond.
pub(super) const MAX_OPEN: usize = 24;

/// Named types within one another; far below what a stack of 8 MiB holds.
const MAX_DEPTH: usize = 500;

impl<'d> Lower<'d> {
    /// The type of a schema, unless it is one of its own parts with no named type between: Rust cannot write that.
    pub(super) fn nested(&mut self, at: &'d Value, found: Found<'d>, hint: &str) -> Type {
        let schema = std::ptr::from_ref(found.schema);
        let circle = self.open.contains(&schema);
        if circle || self.open.len() == MAX_OPEN {
            let message = if circle {
                "a list or map of itself has no Rust type, this part of its values is kept as JSON"
            } else {
                "lists and maps this deep in one another have no Rust type, what they hold is kept as JSON"
            };
            let finding = Finding::warning("unsupported-schema", at.span, message);
            self.findings
                .push(finding.help("put an object with properties in between"));
            return self.lost_json(at.span, message);
        }
        self.open.push(schema);
        let ty = self.bare(found, hint);
        self.open.pop();
        ty
    }

    /// Makes what a named type holds; `None`, with a finding, where too many hold one another.
    pub(super) fn within<T>(
        &mut self,
        schema: &Value,
        inside: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        if self.depth == MAX_DEPTH {
            let message = format!("more than {MAX_DEPTH} schemas hold one another");
            let finding = Finding::error("too-deep", schema.span, message);
            self.findings
                .push(finding.help("leave the operation that leads here out of `operations`"));
            return None;
        }
        let outer = mem::take(&mut self.open);
        self.depth += 1;
        let made = inside(self);
        self.depth -= 1;
        self.open = outer;
        Some(made)
    }
}
