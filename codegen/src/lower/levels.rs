//! How many levels of types rustc goes down to learn that a request or reply is `Send`. Past its recursion limit it gives
//! up, unless the caller's crate raises it: hence a warning, not an error.

use bindery_spec::{Finding, Severity};

use super::Lower;
use crate::ir::{Api, Shape, Type};

/// rustc's limit, until a crate raises it.
const LIMIT: usize = 128;

/// What a call and its caller put around a request or reply.
const AROUND: usize = 28;

impl Lower<'_> {
    /// Warns of the deepest type, where it is too deep and nothing worse was found.
    pub(super) fn levels_in_reason(&mut self) {
        let mut findings = self.findings.iter();
        if findings.any(|finding| finding.severity == Severity::Error) {
            return;
        }
        let mut levels = Levels {
            api: &self.api,
            known: vec![None; self.api.types.len()],
        };
        let types = self.api.types.iter().enumerate();
        let each = types.map(|(index, def)| (levels.of(index) + AROUND, def));
        let Some((needed, def)) = each.max_by_key(|(needed, _)| *needed) else {
            return;
        };
        if needed > LIMIT {
            let message = format!(
                "`{}` holds types {} levels deep, too deep for rustc, which stops at {LIMIT}",
                def.name,
                needed - AROUND
            );
            let help = format!(
                "raise the limit at the root of the crate that calls: `#![recursion_limit = \"{}\"]`",
                needed.next_power_of_two()
            );
            let finding = Finding::warning("deep-types", def.span, message);
            self.findings.push(finding.help(help));
        }
    }
}

struct Levels<'a> {
    api: &'a Api,
    known: Vec<Option<usize>>,
}

impl Levels<'_> {
    fn of(&mut self, index: usize) -> usize {
        if let Some(levels) = self.known[index] {
            return levels;
        }
        // A circle ends where it began: rustc takes for granted there what it is about to find out.
        self.known[index] = Some(0);
        let api = self.api;
        let inside = match &api.types[index].shape {
            Shape::Struct(made) => made
                .fields
                .iter()
                .map(|field| usize::from(!field.required) + self.within(&field.ty))
                .max(),
            Shape::Union(union) => union
                .variants
                .iter()
                .map(|variant| self.within(&variant.ty))
                .max(),
            Shape::Replies(replies) => replies
                .successes
                .iter()
                .filter_map(|success| Some(self.within(success.ty.as_ref()?)))
                .max(),
            Shape::Pending | Shape::Text(_) | Shape::Enum(_) => None,
        };
        let levels = 1 + inside.unwrap_or_default();
        self.known[index] = Some(levels);
        levels
    }

    /// Containers of the standard library are several types within one another.
    fn within(&mut self, ty: &Type) -> usize {
        match ty {
            Type::Named(id) => self.of(id.0),
            Type::Nullable(inner) | Type::OrJson(inner) => 1 + self.within(inner),
            Type::Boxed(inner) => 2 + self.within(inner),
            Type::List { item, bounds } => 3 + usize::from(bounds.is_some()) + self.within(item),
            Type::Map(value) => 3 + self.within(value),
            Type::Tuple(items) => {
                let each = items.iter().map(|item| self.within(item));
                1 + each.max().unwrap_or_default()
            }
            _ => 0,
        }
    }
}
