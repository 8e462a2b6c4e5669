//! Defaults: what the documentation tells of them, and the methods that give them where replies leave members out.

use super::View;
use super::fields::Field;
use super::form::{Form, What};
use super::standing::standing;
use crate::names::{Scope, reader};
use crate::schema::{default, shown};
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
            given: default.and_then(|default| standing(default, &field.form)),
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
            if default.is_some_and(|default| standing(default, &field.form).is_some()) {
                field.reader = scope.claim(&reader(&field.name));
            }
        }
    }

    fn default(&self, field: &Field<'d>) -> Option<&'d Value> {
        let secret = matches!(&field.form, Form::Named(named) if named.what == What::Secret);
        default(self.doc, field.schema.value).filter(|_| !secret)
    }
}
