//! Builders with one type parameter for each required field: `Unset` at first, then `Set` with the value.

use super::super::Emit;
use super::{deprecated, setter_docs};
use crate::emit::shown::listed;
use crate::emit::structs::allow_deprecated;
use crate::ir::{Field, Struct, TypeDef};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn builder(&self, def: &TypeDef, made: &Struct) -> String {
        let slots = made.fields.iter().scan(0, |next, field| {
            let state = field
                .required
                .then(|| format!("{}{next}", self.parameter.state));
            *next += usize::from(field.required);
            Some(Slot { field, state })
        });
        let builder = Builder {
            emit: self,
            def,
            name: made.builder.clone(),
            allow: allow_deprecated(&made.fields),
            slots: slots.collect(),
        };
        let setters: String = builder
            .required()
            .map(|(field, state)| builder.required_setter(field, state))
            .collect();
        format!("{}{setters}{}", builder.start(), builder.end())
    }
}

/// What all parts of one builder look at.
struct Builder<'e, 'a> {
    emit: &'e Emit<'a>,
    def: &'e TypeDef,
    name: String,
    allow: &'static str,
    slots: Vec<Slot<'e>>,
}

/// A field of the builder; a required one has a type parameter.
struct Slot<'e> {
    field: &'e Field,
    state: Option<String>,
}

impl Builder<'_, '_> {
    fn required(&self) -> impl Iterator<Item = (&Field, &str)> {
        let slots = self.slots.iter();
        slots.filter_map(|slot| Some((slot.field, slot.state.as_deref()?)))
    }

    /// One text for each required field, in their order.
    fn each_required(&self, text: impl Fn(&Field, &str) -> String) -> String {
        let texts: Vec<_> = self
            .required()
            .map(|(field, state)| text(field, state))
            .collect();
        texts.join(", ")
    }

    fn ty(&self, field: &Field) -> String {
        self.emit.ty(&field.ty, self.def.uses.request)
    }

    fn states(&self) -> String {
        self.each_required(|_, state| state.to_owned())
    }

    /// The builder's definition, and the function that starts one.
    fn start(&self) -> String {
        let names = self.each_required(|field, _| format!("`{}`", field.name));
        let template = r#"
            impl $name {
                #[doc = $about]
                $deprecated
                pub fn builder() -> $builder<$missing> {
                    $builder { $empty }
                }
            }

            #[doc = $title]
            $derived
            #[must_use = "a builder does nothing until `build` is called"]
            pub struct $builder<$states> { $slots }
        "#;
        fill!(
            template,
            name = self.def.name,
            about = quoted(&format!(" Starts a builder: set {names}, then `build`.")),
            deprecated = deprecated(self.def.deprecated),
            title = quoted(&format!(" Builds [`{}`].", self.def.name)),
            builder = self.name,
            missing = self.each_required(|field, _| missing(field)),
            states = self.states(),
            slots = self.slot_types(),
            empty = self.empty_slots(),
            derived = if self.is_private() {
                ""
            } else {
                "#[derive(Debug)]"
            }
        ) + &self.shown()
    }

    fn is_private(&self) -> bool {
        self.slots.iter().any(|slot| slot.field.private)
    }

    /// The `Debug` of a builder that cannot derive it.
    fn shown(&self) -> String {
        if !self.is_private() {
            return String::new();
        }
        let members = self.slots.iter().map(|Slot { field, .. }| {
            let place = format!("self.set_{}", field.name);
            let value = if field.private {
                format!("&__rt::Private::whole(&{place})")
            } else {
                format!("&{place}")
            };
            (format!("set_{}", field.name), value)
        });
        let (names, values) = listed(members);
        let template = r"
            impl<$bounds> ::core::fmt::Debug for $builder<$states> {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __rt::show_members(f, $shown, &[$names], &[$values])
                }
            }
        ";
        fill!(
            template,
            bounds = self.each_required(|_, state| format!("{state}: ::core::fmt::Debug")),
            builder = self.name,
            states = self.states(),
            shown = quoted(&self.name),
            names,
            values
        )
    }

    fn slot_types(&self) -> String {
        let slot = |slot: &Slot<'_>| {
            let ty = match &slot.state {
                Some(state) => state.clone(),
                None => self.emit.field_type(slot.field, self.def.uses.request),
            };
            format!("set_{}: {ty},", slot.field.name)
        };
        self.slots.iter().map(slot).collect()
    }

    fn empty_slots(&self) -> String {
        let slot = |slot: &Slot<'_>| {
            let empty = match slot.state {
                Some(_) => "__rt::Unset::NEW",
                None => "::core::option::Option::None",
            };
            format!("set_{}: {empty},", slot.field.name)
        };
        self.slots.iter().map(slot).collect()
    }

    /// The setter of a required field: there only while the field is missing.
    fn required_setter(&self, field: &Field, state: &str) -> String {
        let with = |here: &str| {
            self.each_required(|_, other| if other == state { here } else { other }.to_owned())
        };
        let others: Vec<_> = self.required().map(|(_, other)| other).collect();
        let others: Vec<_> = others.into_iter().filter(|other| *other != state).collect();
        let setter = self.emit.setter(self.def, field);
        let template = r"
            impl<$others> $builder<$before> {
                #[doc = $docs]
                pub fn $field$generic(self, $field: $parameter) -> $builder<$after> $bound {
                    $builder { set_$slot: __rt::Set($value), $rest }
                }
            }
        ";
        let ty = self.ty(field);
        fill!(
            template,
            others = others.join(", "),
            builder = self.name,
            before = with(&missing(field)),
            after = with(&format!("__rt::Set<{ty}>")),
            docs = setter_docs(field),
            field = field.name,
            slot = field.name,
            generic = setter
                .generic
                .map_or_else(String::new, |it| format!("<{it}>")),
            bound = setter
                .bound
                .map_or_else(String::new, |it| format!("where {it}")),
            parameter = setter.parameter,
            value = setter.value,
            rest = self.rest(field)
        )
    }

    /// All slots but one, moved over as they are.
    fn rest(&self, field: &Field) -> String {
        let others = self.slots.iter().map(|slot| &slot.field.name);
        others
            .filter(|name| **name != field.name)
            .map(|name| format!("set_{name}: self.set_{name},"))
            .collect()
    }

    /// The setters of optional fields, and `build`.
    fn end(&self) -> String {
        let optional = self.slots.iter().filter(|slot| slot.state.is_none());
        let setters: String = optional
            .map(|Slot { field, .. }| {
                let slot = format!("set_{}", field.name);
                self.emit.optional_setter(self.def, field, &slot, "")
            })
            .collect();
        let template = r#"
            impl<$states> $builder<$states> {
                $setters
                #[doc = " The finished value."]
                $allow
                pub fn build(self) -> $name where $bounds {
                    $name { $values }
                }
            }
        "#;
        fill!(
            template,
            states = self.states(),
            builder = self.name,
            setters,
            allow = self.allow,
            name = self.def.name,
            bounds = self.each_required(|field, state| self.given(field, state)),
            values = self.values()
        )
    }

    fn given(&self, field: &Field, state: &str) -> String {
        let (owner, name, ty) = (&self.def.name, &field.name, self.ty(field));
        format!("{state}: __rt::Given<{owner}, field::{name}, {ty}>")
    }

    fn values(&self) -> String {
        let value = |slot: &Slot<'_>| {
            let take = if slot.state.is_some() { ".take()" } else { "" };
            format!("{0}: self.set_{0}{take},", slot.field.name)
        };
        self.slots.iter().map(value).collect()
    }
}

fn missing(field: &Field) -> String {
    format!("__rt::Unset<field::{}>", field.name)
}
