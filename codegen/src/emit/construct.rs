//! How values are made: a plain constructor where at most two scalars are required, else a builder whose type says
//! which required fields are still missing. The first costs the compiler least, the second names what is missing.

use super::Emit;
use crate::docs::first_sentence;
use crate::ir::{Field, Shape, Struct, Type, TypeDef};
use crate::names::camel;
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn construction(&mut self, def: &TypeDef, made: &Struct) {
        if self.is_plain(made) {
            self.constructor(def, made);
        } else {
            self.builder(def, made);
        }
    }

    fn is_plain(&self, made: &Struct) -> bool {
        let required: Vec<_> = made.fields.iter().filter(|field| field.required).collect();
        required.len() <= 2 && required.iter().all(|field| self.is_scalar(&field.ty))
    }

    fn constructor(&mut self, def: &TypeDef, made: &Struct) {
        let (mut generics, mut bounds, mut parameters, mut values) =
            (Vec::new(), Vec::new(), Vec::new(), String::new());
        for field in &made.fields {
            if !field.required {
                values.push_str(&format!("{}: ::core::option::Option::None,", field.name));
                continue;
            }
            let setter = self.setter(def, field);
            generics.extend(setter.generic);
            bounds.extend(setter.bound);
            parameters.push(format!("{}: {}", field.name, setter.parameter));
            values.push_str(&initializer(&field.name, &setter.value));
        }
        let generics = if generics.is_empty() {
            String::new()
        } else {
            format!("<{}>", generics.join(", "))
        };
        let bounds = if bounds.is_empty() {
            String::new()
        } else {
            format!("where {}", bounds.join(", "))
        };
        let about = if made.fields.iter().any(|field| field.required) {
            "Starts from what is required."
        } else {
            "Starts empty: nothing is required."
        };
        let setters: String = made
            .fields
            .iter()
            .filter(|field| !field.required)
            .map(|field| self.optional_setter(field, &field.name, "#[must_use]"))
            .collect();
        let template = r"
            impl $name {
                #[doc = $about]
                $deprecated
                #[must_use]
                pub fn new$generics($parameters) -> Self $bounds {
                    $name { $values }
                }
                $setters
            }
        ";
        self.out.push(&fill!(
            template,
            name = def.name,
            about = quoted(&format!(" {about}")),
            deprecated = deprecated(def.deprecated),
            generics,
            bounds,
            parameters = parameters.join(", "),
            values,
            setters
        ));
        if !made.fields.iter().any(|field| field.required) {
            let template = r"
                impl ::core::default::Default for $name {
                    fn default() -> Self {
                        $name::new()
                    }
                }
            ";
            self.out.push(&fill!(template, name = def.name));
        }
    }

    /// A builder with one type parameter for each required field: `Missing` at first, then `Set` with the value.
    fn builder(&mut self, def: &TypeDef, made: &Struct) {
        let required: Vec<_> = made.fields.iter().filter(|field| field.required).collect();
        let states: Vec<_> = (0..required.len()).map(|i| format!("F{i}")).collect();
        let missing: Vec<_> = required
            .iter()
            .map(|field| format!("__rt::Missing<field::{}>", marker(&field.wire)))
            .collect();
        let builder = format!("{}Builder", def.name);
        let mut slots = String::new();
        let mut empty = String::new();
        for field in &made.fields {
            if let Some(i) = required.iter().position(|other| other.wire == field.wire) {
                slots.push_str(&format!("set_{}: F{i},", field.name));
                empty.push_str(&format!("set_{}: __rt::Missing::NEW,", field.name));
            } else {
                slots.push_str(&format!(
                    "set_{}: {},",
                    field.name,
                    self.field_type(field, true)
                ));
                empty.push_str(&format!(
                    "set_{}: ::core::option::Option::None,",
                    field.name
                ));
            }
        }
        let names: Vec<_> = required
            .iter()
            .map(|field| format!("`{}`", field.name))
            .collect();
        let template = r#"
            impl $name {
                #[doc = $about]
                $deprecated
                pub fn builder() -> $builder<$missing> {
                    $builder { $empty }
                }
            }

            #[doc = $title]
            #[derive(Debug)]
            #[must_use = "a builder does nothing until `build` is called"]
            pub struct $builder<$states> { $slots }
        "#;
        self.out.push(&fill!(
            template,
            name = def.name,
            about = quoted(&format!(
                " Starts a builder: set {}, then `build`.",
                names.join(", ")
            )),
            deprecated = deprecated(def.deprecated),
            title = quoted(&format!(" Builds [`{}`].", def.name)),
            builder,
            missing = missing.join(", "),
            states = states.join(", "),
            slots,
            empty
        ));
        for (i, field) in required.iter().enumerate() {
            self.required_setter(def, made, &builder, &states, i, field);
        }
        self.builder_end(def, made, &builder, &states, &required);
    }

    fn required_setter(
        &mut self,
        def: &TypeDef,
        made: &Struct,
        builder: &str,
        states: &[String],
        i: usize,
        field: &Field,
    ) {
        let with = |here: &str| {
            let list: Vec<_> = states
                .iter()
                .enumerate()
                .map(|(j, state)| if i == j { here } else { &**state })
                .collect();
            list.join(", ")
        };
        let ty = self.ty(&field.ty, true);
        let others: Vec<_> = states
            .iter()
            .enumerate()
            .filter(|(j, _)| i != *j)
            .map(|(_, state)| &**state)
            .collect();
        let rest: String = made
            .fields
            .iter()
            .filter(|other| other.wire != field.wire)
            .map(|other| format!("set_{0}: self.set_{0},", other.name))
            .collect();
        let setter = self.setter(def, field);
        let template = r"
            impl<$others> $builder<$before> {
                #[doc = $docs]
                pub fn $field$generic(self, $field: $parameter) -> $builder<$after> $bound {
                    $builder { $slot: __rt::Set($value), $rest }
                }
            }
        ";
        self.out.push(&fill!(
            template,
            slot = format!("set_{}", field.name),
            others = others.join(", "),
            builder,
            before = with(&format!("__rt::Missing<field::{}>", marker(&field.wire))),
            after = with(&format!("__rt::Set<{ty}>")),
            docs = setter_docs(field),
            field = field.name,
            generic = setter
                .generic
                .map_or(String::new(), |generic| format!("<{generic}>")),
            bound = setter
                .bound
                .map_or(String::new(), |bound| format!("where {bound}")),
            parameter = setter.parameter,
            value = setter.value,
            rest
        ));
    }

    fn builder_end(
        &mut self,
        def: &TypeDef,
        made: &Struct,
        builder: &str,
        states: &[String],
        required: &[&Field],
    ) {
        let optional: Vec<_> = made.fields.iter().filter(|field| !field.required).collect();
        let setters: String = optional
            .iter()
            .map(|field| self.optional_setter(field, &format!("set_{}", field.name), ""))
            .collect();
        let bounds: Vec<_> = required
            .iter()
            .zip(states)
            .map(|(field, state)| {
                format!(
                    "{state}: __rt::Given<{}, field::{}, {}>",
                    def.name,
                    marker(&field.wire),
                    self.ty(&field.ty, true)
                )
            })
            .collect();
        let values: String = made
            .fields
            .iter()
            .map(|field| {
                if field.required {
                    format!("{0}: self.set_{0}.take(),", field.name)
                } else {
                    format!("{0}: self.set_{0},", field.name)
                }
            })
            .collect();
        let template = r#"
            impl<$states> $builder<$states> {
                $setters
                #[doc = " The finished value."]
                pub fn build(self) -> $name where $bounds {
                    $name { $values }
                }
            }
        "#;
        self.out.push(&fill!(
            template,
            states = states.join(", "),
            builder,
            setters,
            name = def.name,
            bounds = bounds.join(", "),
            values
        ));
    }

    /// The setter of an optional field; `slot` is where the value goes. Builders are `must_use` as a type already.
    fn optional_setter(&self, field: &Field, slot: &str, must_use: &str) -> String {
        let (parameter, value) = self.parameter(&field.ty, &field.name);
        let template = r"
            #[doc = $docs]
            $deprecated
            $must_use
            pub fn $field(mut self, $field: $parameter) -> Self {
                self.$slot = ::core::option::Option::Some($value);
                self
            }
        ";
        fill!(
            template,
            docs = setter_docs(field),
            deprecated = deprecated(field.deprecated),
            must_use,
            field = field.name,
            parameter,
            slot,
            value
        )
    }

    fn setter(&self, def: &TypeDef, field: &Field) -> Setter {
        let text = matches!(&field.ty, Type::Named(id) if matches!(self.api.types[id.0].shape, Shape::Text(_)));
        if field.applies && text {
            return Setter {
                generic: Some("H".to_owned()),
                bound: Some(fill!(
                    "H: __rt::Handle<$ty>, H::Kind: kind::TakenBy$op",
                    ty = self.ty(&field.ty, true),
                    op = def.name
                )),
                parameter: "H".to_owned(),
                value: format!("__rt::Handle::into_id({})", field.name),
            };
        }
        if let Type::Nullable(_) = field.ty {
            let ty = self.ty(&field.ty, true);
            return Setter {
                generic: None,
                bound: None,
                parameter: ty,
                value: field.name.clone(),
            };
        }
        let (parameter, value) = self.parameter(&field.ty, &field.name);
        Setter {
            generic: None,
            bound: None,
            parameter,
            value,
        }
    }

    /// The types that stand for required fields in builders.
    pub(super) fn field_markers(&mut self) {
        let mut wires: Vec<&str> = Vec::new();
        for def in &self.api.types {
            let Shape::Struct(made) = &def.shape else {
                continue;
            };
            if (def.uses.request || self.encodes(def.uses)) && !self.is_plain(made) {
                wires.extend(
                    made.fields
                        .iter()
                        .filter(|field| field.required)
                        .map(|field| &*field.wire),
                );
            }
        }
        let mut markers: Vec<_> = wires.into_iter().map(marker).collect();
        markers.sort();
        markers.dedup();
        if markers.is_empty() {
            return;
        }
        let items: String = markers
            .iter()
            .map(|marker| {
                fill!(
                    "#[doc = $docs] #[derive(Debug)] pub enum $marker {}",
                    marker,
                    docs = quoted(&format!(" `{marker}`"))
                )
            })
            .collect();
        let template = r#"
            #[doc = " Names of required fields, for the builders' types."]
            #[doc(hidden)]
            #[allow(non_camel_case_types)]
            pub mod field { $items }
        "#;
        self.out.push(&fill!(template, items));
    }
}

/// How the value of a required field is taken.
struct Setter {
    generic: Option<String>,
    bound: Option<String>,
    parameter: String,
    value: String,
}

fn deprecated(flag: bool) -> &'static str {
    if flag { "#[deprecated]" } else { "" }
}

/// Named like the wire, so that messages are; the wire's own underscores stay.
/// A field in a struct expression.
fn initializer(name: &str, value: &str) -> String {
    if name == value {
        format!("{name},")
    } else {
        format!("{name}: {value},")
    }
}

fn marker(wire: &str) -> String {
    let plain = wire.starts_with(|c: char| c.is_ascii_alphabetic())
        && wire.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !bindery_spec::is_keyword(wire);
    if plain { wire.to_owned() } else { camel(wire) }
}

fn setter_docs(field: &Field) -> String {
    let about = first_sentence(&field.docs);
    let text = if about.is_empty() {
        format!("Sets `{}`.", field.wire)
    } else {
        format!("Sets `{}`: {about}", field.wire)
    };
    let attributes = crate::docs::attributes(&text);
    // One line, so one attribute: `#[doc = "…"]`.
    attributes
        .trim_start_matches("#[doc = ")
        .trim_end_matches(']')
        .to_owned()
}
