//! Methods that give the documented default of a member where a reply leaves it out. The field stays as it came.

use super::Emit;
use super::construct::deprecated;
use super::structs::allow_deprecated;
use crate::docs::code;
use crate::ir::{Absent, Field, Standing, Struct, Type, TypeDef};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn defaults(&mut self, def: &TypeDef, made: &Struct) {
        let readers: String = made
            .fields
            .iter()
            .filter_map(|field| self.default_reader(field))
            .collect();
        if !readers.is_empty() {
            let template = "$allow impl $name { $readers }";
            let allow = allow_deprecated(&made.fields);
            self.out
                .push(&fill!(template, allow, name = def.name, readers));
        }
    }

    /// A member that may be `null` has none: `null` is not the default, and the field does not tell the two apart.
    fn default_reader(&self, field: &Field) -> Option<String> {
        let Some(Absent {
            reader,
            value: Some(value),
            ..
        }) = &field.absent
        else {
            return None;
        };
        if field.required || matches!(field.ty, Type::Nullable(_)) {
            return None;
        }
        let ty = self.ty(&field.ty, false);
        let field_name = &field.name;
        let (ty, expression) = match value {
            Standing::Plain(value) => {
                let read = fill!("self.$field_name.unwrap_or($value)", field_name, value);
                (ty, read)
            }
            Standing::Text(text) => {
                let read = fill!(
                    "self.$field_name.as_deref().unwrap_or($text)",
                    field_name,
                    text
                );
                ("&str".to_owned(), read)
            }
            Standing::Variant(variant) => {
                let read = fill!(
                    "self.$field_name.as_ref().unwrap_or(&$ty::$variant)",
                    field_name,
                    ty,
                    variant
                );
                (format!("&{ty}"), read)
            }
        };
        let template = r"
            #[doc = $docs]
            $deprecated
            pub fn $reader(&self) -> $ty { $expression }
        ";
        let docs = format!(" {}, or its default.", code(&field.wire));
        Some(fill!(
            template,
            docs = quoted(&docs),
            deprecated = deprecated(field.deprecated),
            reader,
            ty,
            expression
        ))
    }
}
