//! `new`, which takes what is required, and setters that take and give the value itself.

use super::super::Emit;
use super::deprecated;
use crate::emit::structs::allow_deprecated;
use crate::ir::{Struct, TypeDef};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn constructor(&self, def: &TypeDef, made: &Struct) -> String {
        let setters: String = made
            .fields
            .iter()
            .filter(|field| !field.required)
            .map(|field| self.optional_setter(def, field, &field.name, "#[must_use]"))
            .collect();
        let signature = self.signature(def, made);
        let about = if signature.parameters.is_empty() {
            " Starts empty: nothing is required."
        } else {
            " Starts from what is required."
        };
        let template = r"
            $allow
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
        let mut text = fill!(
            template,
            allow = allow_deprecated(&made.fields),
            name = def.name,
            about = quoted(about),
            deprecated = deprecated(def.deprecated),
            generics = joined("<", &signature.generics, ">"),
            bounds = joined("where ", &signature.bounds, ""),
            parameters = signature.parameters.join(", "),
            values = signature.values,
            setters
        );
        if signature.parameters.is_empty() {
            text.push_str(&default_impl(def));
        }
        text
    }

    fn signature(&self, def: &TypeDef, made: &Struct) -> Signature {
        let mut signature = Signature::default();
        for field in &made.fields {
            let name = &field.name;
            if !field.required {
                let value = initializer(name, "::core::option::Option::None");
                signature.values.push_str(&value);
                continue;
            }
            let setter = self.setter(def, field);
            signature.generics.extend(setter.generic);
            signature.bounds.extend(setter.bound);
            let parameter = format!("{name}: {}", setter.parameter);
            signature.parameters.push(parameter);
            signature.values.push_str(&initializer(name, &setter.value));
        }
        signature
    }
}

/// The parts of a constructor.
#[derive(Default)]
struct Signature {
    generics: Vec<String>,
    bounds: Vec<String>,
    parameters: Vec<String>,
    values: String,
}

fn joined(before: &str, items: &[String], after: &str) -> String {
    if items.is_empty() {
        String::new()
    } else {
        format!("{before}{}{after}", items.join(", "))
    }
}

/// A field in a struct expression.
fn initializer(name: &str, value: &str) -> String {
    if name == value {
        format!("{name},")
    } else {
        format!("{name}: {value},")
    }
}

fn default_impl(def: &TypeDef) -> String {
    let template = r"
        $allow
        impl ::core::default::Default for $name {
            fn default() -> Self {
                $name::new()
            }
        }
    ";
    let allow = if def.deprecated {
        "#[allow(deprecated)]"
    } else {
        ""
    };
    fill!(template, allow, name = def.name)
}
