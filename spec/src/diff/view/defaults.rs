//! Defaults: what the documentation tells of them, and the methods that give them where replies leave members out.

use super::View;
use super::fields::Field;
use super::form::{Form, What};
use crate::names::{Scope, reader};
use crate::schema::{Constants, default, default_float, default_integer, shown};
use crate::value::Value;

/// What bindings make of a default.
#[derive(PartialEq)]
pub(in crate::diff) struct Absent {
    /// In the documentation.
    pub(in crate::diff) told: Option<String>,
    /// By a method.
    pub(in crate::diff) given: Option<String>,
}

impl<'d> View<'d> {
    pub(in crate::diff) fn absent(&self, field: &Field<'d>) -> Absent {
        let default = self.default(field).filter(|_| !field.required);
        Absent {
            told: default.and_then(shown),
            given: default.and_then(|default| given(default, &field.form)),
        }
    }

    /// Names the methods, once all fields have their names.
    pub(super) fn name_readers(&self, fields: &mut [Field<'d>]) {
        let kept = fields.iter().filter(|field| field.constant.is_none());
        let names: Vec<_> = kept.map(|field| field.name.clone()).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let mut scope = Scope::with(&names);
        for field in fields.iter_mut().filter(|field| field.constant.is_none()) {
            let default = self.default(field);
            if default.is_some_and(|default| given(default, &field.form).is_some()) {
                field.reader = scope.claim(&reader(&field.name));
            }
        }
    }

    fn default(&self, field: &Field<'d>) -> Option<&'d Value> {
        let secret = matches!(&field.form, Form::Named(named) if named.what == What::Secret);
        default(self.doc, field.schema.value).filter(|_| !secret)
    }
}

/// The default as a value of the type, where it is one.
fn given(default: &Value, form: &Form<'_>) -> Option<String> {
    match form {
        Form::Plain("bool") => Some(default.as_bool()?.to_string()),
        Form::Plain("String") => default.as_str().map(str::to_owned),
        Form::Plain(kind @ ("f32" | "f64")) => Some(default_float(default, kind)?.to_string()),
        Form::Plain(kind) => Some(default_integer(default, kind)?.to_string()),
        Form::Named(named) if matches!(named.what, What::Strings | What::Integers) => {
            let constants = Constants::of(named.schema)?;
            let wire = match named.what {
                What::Strings => default.as_str()?.to_owned(),
                _ => default.as_i64()?.to_string(),
            };
            let mut values = constants.values.iter();
            let listed = values.find(|constant| constant.wire == wire)?;
            let deprecated = listed.at.get("deprecated").and_then(Value::as_bool);
            (deprecated != Some(true)).then_some(wire)
        }
        _ => None,
    }
}
