//! Structs: their definition, and which impls go with it.

use super::construct::deprecated;
use super::{Emit, fallback};
use crate::docs;
use crate::ir::{Field, Rule, Shape, Struct, TypeDef, TypeId};
use crate::source::fill;

impl Emit<'_> {
    pub(super) fn structure(&mut self, id: TypeId, def: &TypeDef, made: &Struct) {
        self.definition(id, def, made);
        if def.uses.request || self.encodes(def.uses) {
            self.construction(def, made);
        }
        if self.encodes(def.uses) {
            self.encode_struct(id, def, made);
        }
        if self.decodes(def.uses) {
            self.decode_struct(def, made);
            self.defaults(def, made);
        }
        if def.uses.request {
            let checks = if self.checked[id.0] {
                self.struct_checks(made)
            } else {
                String::new()
            };
            if !checks.is_empty() {
                self.out.push(self.allow_in_checks(made));
            }
            self.check_impl(def, &checks);
        }
    }

    /// Checks of an order look into the items, whose fields may be deprecated too.
    fn allow_in_checks(&self, made: &Struct) -> &'static str {
        let ordered = |rule: &Rule| matches!(rule, Rule::Ascending { .. });
        let mut rules = made.fields.iter().flat_map(|field| &field.rules);
        if rules.any(ordered) {
            self.allow_anywhere()
        } else {
            allow_deprecated(&made.fields)
        }
    }

    /// For code that looks into other structs than its own.
    pub(super) fn allow_anywhere(&self) -> &'static str {
        let types = self.api.types.iter();
        let mut structs = types.filter_map(|def| match &def.shape {
            Shape::Struct(made) => Some(allow_deprecated(&made.fields)),
            _ => None,
        });
        structs.find(|allow| !allow.is_empty()).unwrap_or_default()
    }

    fn definition(&mut self, id: TypeId, def: &TypeDef, made: &Struct) {
        let fields: String = made
            .fields
            .iter()
            .map(|field| {
                fill!(
                    "$docs $deprecated pub $name: $ty,",
                    docs = docs::attributes(&fallback::field(field)),
                    deprecated = deprecated(field.deprecated),
                    name = field.name,
                    ty = self.field_type(field, def.uses.request)
                )
            })
            .collect();
        let template = r"
            $docs
            #[derive($derived)]
            #[non_exhaustive]
            pub struct $name { $fields }
        ";
        let shown = self.shown(def, made);
        let derived = if shown.is_some() {
            "Clone, PartialEq"
        } else {
            "Debug, Clone, PartialEq"
        };
        self.out.push(&fill!(
            template,
            docs = docs::attributes(&self.origins.ty(id, def)),
            derived,
            name = def.name,
            fields
        ));
        if let Some(shown) = shown {
            self.out.push(&shown);
        }
    }
}

/// What the impls of a struct need that name all its fields, should one be deprecated.
pub(super) fn allow_deprecated(fields: &[Field]) -> &'static str {
    if fields.iter().any(|field| field.deprecated) {
        "#[allow(deprecated)]"
    } else {
        ""
    }
}
