//! Structs: their definition, and which impls go with it.

use super::{Emit, fallback};
use crate::docs;
use crate::ir::{Struct, TypeDef, TypeId};
use crate::source::fill;

impl Emit<'_> {
    pub(super) fn structure(&mut self, id: TypeId, def: &TypeDef, made: &Struct) {
        self.definition(id, def, made);
        if def.uses.request || self.encodes(def.uses) {
            self.construction(def, made);
        }
        if self.encodes(def.uses) {
            self.encode_struct(def, made);
        }
        if self.decodes(def.uses) {
            self.decode_struct(def, made);
        }
        if def.uses.request {
            let checks = if self.checked[id.0] {
                self.struct_checks(made)
            } else {
                String::new()
            };
            self.check_impl(def, &checks);
        }
    }

    fn definition(&mut self, id: TypeId, def: &TypeDef, made: &Struct) {
        let fields: String = made
            .fields
            .iter()
            .map(|field| {
                fill!(
                    "$docs pub $name: $ty,",
                    docs = docs::attributes(&fallback::field(field)),
                    name = field.name,
                    ty = self.field_type(field, def.uses.request)
                )
            })
            .collect();
        let template = r"
            $docs
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub struct $name { $fields }
        ";
        self.out.push(&fill!(
            template,
            docs = docs::attributes(&fallback::ty(self.api, id, def)),
            name = def.name,
            fields
        ));
    }
}
