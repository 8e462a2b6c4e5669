//! Choices that may be of their own type with nothing between: reading one would never end. The branch that leads back is
//! left out.

use std::collections::HashSet;

use bindery_spec::Finding;

use super::Lower;
use crate::ir::{Api, Shape, Tagging, Type, TypeId, Union};

impl Lower<'_> {
    /// Leaves the branches out by which choices come back to themselves.
    pub(super) fn cut_loops(&mut self) {
        for start in (0..self.api.types.len()).map(TypeId) {
            for id in reached(&self.api, start) {
                self.leave_out(id, start);
            }
        }
    }

    /// Takes the branches that are `start` from a choice that `start` leads to.
    fn leave_out(&mut self, id: TypeId, start: TypeId) {
        let to = self.api.types[start.0].name.clone();
        let def = &mut self.api.types[id.0];
        let Shape::Union(union) = &mut def.shape else {
            return;
        };
        let before = union.variants.len();
        union.variants.retain(|it| itself(&it.ty) != Some(start));
        let finding = match union.variants.len() {
            left if left == before => return,
            0 => {
                let message = format!("`{}` is a choice of nothing but itself", def.name);
                Finding::error("infinite-size", def.span, message)
            }
            _ => {
                let message = format!("a branch of `{}` leads back to `{to}`", def.name);
                let finding = Finding::warning("unsupported-schema", def.span, message);
                finding.help("bindings leave that branch out; put an object with properties in between to keep it")
            }
        };
        self.findings.push(finding);
    }
}

/// A choice whose content is all that there is of its values, but for a tag.
fn bare(api: &Api, id: TypeId) -> Option<&Union> {
    match &api.types[id.0].shape {
        Shape::Union(union) if !matches!(union.tagging, Tagging::Adjacent { .. }) => Some(union),
        _ => None,
    }
}

/// The choices that a value of a type may be of, itself included.
fn reached(api: &Api, start: TypeId) -> Vec<TypeId> {
    let (mut open, mut seen, mut found) = (vec![start], HashSet::new(), Vec::new());
    while let Some(id) = open.pop() {
        let Some(union) = bare(api, id).filter(|_| seen.insert(id)) else {
            continue;
        };
        found.push(id);
        open.extend(union.variants.iter().filter_map(|it| itself(&it.ty)));
    }
    found
}

/// The type whose values those of a type are.
fn itself(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Named(id) => Some(*id),
        Type::Nullable(inner) | Type::OrJson(inner) => itself(inner),
        _ => None,
    }
}
