//! `Debug` of what holds content of people: members that are private show as their length.

use super::Emit;
use super::structs::allow_deprecated;
use crate::ir::{Field, Shape, Struct, Type, TypeDef, TypeId};
use crate::source::{fill, quoted};

/// The name of a member in `Debug`, and the expression of what is shown.
pub(super) type Shown = (String, String);

impl Emit<'_> {
    /// The `Debug` of a struct that cannot derive it.
    pub(super) fn shown(&self, def: &TypeDef, made: &Struct) -> Option<String> {
        if !has_private(made) {
            return None;
        }
        let members = made.fields.iter().map(|field| {
            let name = &field.name;
            let value = if field.private {
                self.private(field)
            } else {
                format!("&self.{name}")
            };
            (name.clone(), value)
        });
        let (names, values) = listed(members);
        let template = r"
            $allow
            impl ::core::fmt::Debug for $name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __rt::show_members(f, $shown, &[$names], &[$values])
                }
            }
        ";
        Some(fill!(
            template,
            allow = allow_deprecated(&made.fields),
            name = def.name,
            shown = quoted(&def.name),
            names,
            values
        ))
    }

    /// What shows a field as its length.
    fn private(&self, field: &Field) -> String {
        let place = format!("self.{}", field.name);
        let optional = !field.required || matches!(field.ty, Type::Nullable(_));
        let ty = match &field.ty {
            Type::Nullable(inner) => inner,
            ty => ty,
        };
        match ty {
            Type::String | Type::List { .. } | Type::Map(_) => {
                format!("&__rt::Private::of(&{place})")
            }
            Type::Named(id) if self.is_shown_text(*id) && optional => {
                format!("&{place}.as_ref().map(|it| __rt::Private::text(it.as_str()))")
            }
            Type::Named(id) if self.is_shown_text(*id) => {
                format!("&__rt::Private::text({place}.as_str())")
            }
            _ if optional => format!("&__rt::Private::perhaps(&{place})"),
            _ => format!("&__rt::Private::whole(&{place})"),
        }
    }

    fn is_shown_text(&self, id: TypeId) -> bool {
        matches!(&self.api.types[id.0].shape, Shape::Text(text) if !text.secret)
    }
}

pub(super) fn has_private(made: &Struct) -> bool {
    made.fields.iter().any(|field| field.private)
}

/// Names and values, each as the items of an array.
pub(super) fn listed(members: impl Iterator<Item = Shown>) -> (String, String) {
    let (names, values): (Vec<_>, Vec<_>) =
        members.map(|(name, value)| (quoted(&name), value)).unzip();
    (names.join(", "), values.join(", "))
}
