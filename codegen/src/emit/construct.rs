//! How values are made: a plain constructor where at most two scalars are required, else a builder whose type says
//! which required fields are still missing. The first costs the compiler least, the second names what is missing.

mod builder;
mod markers;
mod plain;

use super::{Emit, fallback};
use crate::docs::{code, first_sentence};
use crate::ir::{Field, Shape, Struct, Type, TypeDef};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn construction(&mut self, def: &TypeDef, made: &Struct) {
        let text = if self.is_plain(made) {
            self.constructor(def, made)
        } else {
            self.builder(def, made)
        };
        self.out.push(&text);
    }

    fn is_plain(&self, made: &Struct) -> bool {
        let required: Vec<_> = made.fields.iter().filter(|field| field.required).collect();
        required.len() <= 2 && required.iter().all(|field| self.api.is_scalar(&field.ty))
    }

    /// The setter of an optional field; `slot` is where the value goes. Builders are `must_use` as a type already.
    fn optional_setter(&self, def: &TypeDef, field: &Field, slot: &str, must_use: &str) -> String {
        let (parameter, value) = self.parameter(&field.ty, &field.name, def.uses.request);
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

    /// The expression that makes a value of what its required fields are to be.
    pub(super) fn made(&self, def: &TypeDef, made: &Struct, values: &[(&str, String)]) -> String {
        let name = &def.name;
        if self.is_plain(made) {
            let values: Vec<_> = values.iter().map(|(_, value)| &**value).collect();
            return format!("{name}::new({})", values.join(", "));
        }
        let set = values
            .iter()
            .map(|(field, value)| format!(".{field}({value})"));
        let set: String = set.collect();
        format!("{name}::builder(){set}.build()")
    }

    /// The type of the parameter that a required field is taken by.
    pub(super) fn required_parameter(&self, def: &TypeDef, field: &Field) -> String {
        self.setter(def, field).parameter
    }

    /// How a required field is taken. One that may be `null` is taken as an `Option`, so that `null` can be said.
    fn setter(&self, def: &TypeDef, field: &Field) -> Setter {
        if field.applies && self.is_text_type(&field.ty) {
            return self.handle_setter(def, field);
        }
        let (parameter, value) = match &field.ty {
            Type::Nullable(_) => (self.ty(&field.ty, def.uses.request), field.name.clone()),
            ty => self.parameter(ty, &field.name, def.uses.request),
        };
        Setter {
            generic: None,
            bound: None,
            parameter,
            value,
        }
    }

    /// Takes an id together with what is known of the kind of resource it names.
    fn handle_setter(&self, def: &TypeDef, field: &Field) -> Setter {
        let handle = self.parameter.handle.clone();
        let bound = fill!(
            "$handle: __rt::Handle<$ty>, $op: __rt::Takes<$handle::Kind>",
            handle,
            ty = self.ty(&field.ty, true),
            op = def.name
        );
        Setter {
            generic: Some(handle.clone()),
            bound: Some(bound),
            parameter: handle,
            value: format!("__rt::Handle::into_id({})", field.name),
        }
    }

    fn is_text_type(&self, ty: &Type) -> bool {
        matches!(ty, Type::Named(id) if matches!(self.api.types[id.0].shape, Shape::Text(_)))
    }
}

/// How the value of a required field is taken.
struct Setter {
    generic: Option<String>,
    bound: Option<String>,
    parameter: String,
    value: String,
}

pub(super) fn deprecated(flag: bool) -> &'static str {
    if flag { "#[deprecated]" } else { "" }
}

/// The doc text of a setter, as a string literal.
fn setter_docs(field: &Field) -> String {
    let about = first_sentence(&field.docs);
    let label = code(field.label());
    let text = if about.is_empty() {
        format!("Sets {label}.")
    } else {
        format!("Sets {label}: {about}")
    };
    let text = match fallback::default(field) {
        Some(default) => format!("{text} {default}"),
        None => text,
    };
    quoted(&format!(" {}", crate::docs::line(&text)))
}
