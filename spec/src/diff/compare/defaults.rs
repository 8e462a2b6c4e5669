//! Defaults: what the documentation tells of them, and the methods that give them where replies leave members out.

use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::members as kinds;
use crate::diff::view::View;
use crate::diff::view::fields::Field;
use crate::diff::view::form::{Form, What};
use crate::schema::{Constants, default, default_float, default_integer, shown};
use crate::value::Value;

/// What bindings make of a default.
#[derive(PartialEq)]
struct Absent {
    /// In the documentation.
    told: Option<String>,
    /// By a method.
    given: Option<String>,
}

impl<'d> Compare<'_, 'd> {
    pub(super) fn defaults(&mut self, old: &Field<'d>, new: &Field<'d>, at: &At) {
        let (from, to) = (absent(self.old, old), absent(self.new, new));
        let read = at.side != Side::Request;
        match (from.given.filter(|_| read), to.given.filter(|_| read)) {
            (None, Some(new)) => self.push(kinds::DEFAULT_ADDED, at, new),
            (Some(old), None) => self.push(kinds::DEFAULT_REMOVED, at, old),
            (Some(old), Some(new)) if old != new => {
                self.push(kinds::DEFAULT_CHANGED, at, became(old, new));
            }
            _ if from.told != to.told => {
                let none = || "none".to_owned();
                let words = became(from.told.unwrap_or_else(none), to.told.unwrap_or_else(none));
                self.push(kinds::DEFAULT_TOLD, at, words);
            }
            _ => {}
        }
    }
}

fn absent(view: &View<'_>, field: &Field<'_>) -> Absent {
    let secret = matches!(&field.form, Form::Named(named) if named.what == What::Secret);
    let default = default(view.doc, field.schema.value);
    let default = default.filter(|_| !field.required && !secret);
    Absent {
        told: default.and_then(shown),
        given: default.and_then(|default| given(default, &field.form)),
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
