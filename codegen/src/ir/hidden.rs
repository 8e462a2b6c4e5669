//! Which members hold what is not to be shown.

use std::collections::{BTreeSet, HashSet};

use super::{Api, Shape, Tagging, Type, TypeId};

impl Api {
    /// The wire names of members whose values are hidden, or hold what is hidden without a name of its own. An empty name stands
    /// for what no member holds.
    pub(crate) fn hidden_members(&self) -> Vec<&str> {
        let mut names = BTreeSet::new();
        for def in &self.types {
            match &def.shape {
                Shape::Struct(made) => {
                    let fields = made.fields.iter();
                    let hidden = fields.filter(|field| field.private || self.hides(&field.ty));
                    names.extend(hidden.map(|field| field.wire.as_str()));
                }
                Shape::Union(union) => {
                    let mut variants = union.variants.iter();
                    if let Tagging::Adjacent { content, .. } = &union.tagging
                        && variants.any(|variant| self.hides(&variant.ty))
                    {
                        names.insert(content.as_str());
                    }
                }
                _ => {}
            }
        }
        if self.bodies().any(|ty| self.hides(ty)) {
            names.insert("");
        }
        names.into_iter().collect()
    }

    /// What answers are as a whole.
    fn bodies(&self) -> impl Iterator<Item = &Type> {
        self.operations.iter().flat_map(|operation| {
            let successes = self.replies(operation).map(|replies| &replies.successes);
            let successes = successes.into_iter().flatten();
            let statuses = operation.errors.statuses.iter();
            let statuses = statuses.filter_map(|status| status.ty.as_ref());
            let replies = successes.filter_map(|success| success.ty.as_ref());
            operation.reply.iter().chain(replies).chain(statuses)
        })
    }

    /// Whether a value is hidden, or holds what is hidden outside of any member of an object.
    fn hides(&self, ty: &Type) -> bool {
        self.hides_below(ty, &mut HashSet::new())
    }

    /// The same; `seen` are the choices on the way, which may come back to themselves through lists and maps.
    fn hides_below(&self, ty: &Type, seen: &mut HashSet<TypeId>) -> bool {
        match ty {
            Type::Named(id) => match &self.types[id.0].shape {
                Shape::Text(text) => text.secret || text.private,
                Shape::Union(union) if matches!(union.tagging, Tagging::None) => {
                    let mut variants = union.variants.iter();
                    seen.insert(*id) && variants.any(|variant| self.hides_below(&variant.ty, seen))
                }
                _ => false,
            },
            Type::List { item, .. } => self.hides_below(item, seen),
            Type::Tuple(items) => items.iter().any(|item| self.hides_below(item, seen)),
            Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) | Type::OrJson(inner) => {
                self.hides_below(inner, seen)
            }
            _ => false,
        }
    }

    /// Whether a type shows its values in `Debug` as their length, or not at all.
    pub(crate) fn shows_length(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id) => {
                matches!(&self.types[id.0].shape, Shape::Text(text) if text.secret || text.private)
            }
            Type::List { item: inner, .. } | Type::Nullable(inner) | Type::Boxed(inner) => {
                self.shows_length(inner)
            }
            // These show how much they hold.
            Type::Raw | Type::Upload => true,
            _ => false,
        }
    }

    /// Whether a type is one of members.
    pub(crate) fn is_struct(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id) => matches!(self.types[id.0].shape, Shape::Struct(_)),
            Type::List { item: inner, .. } | Type::Nullable(inner) | Type::Boxed(inner) => {
                self.is_struct(inner)
            }
            _ => false,
        }
    }
}
