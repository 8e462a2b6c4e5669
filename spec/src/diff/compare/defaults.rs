//! Defaults: what the documentation tells of them, and the methods that give them where replies leave members out.

use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::members as kinds;
use crate::diff::view::View;
use crate::diff::view::fields::Field;
use crate::diff::view::form::{Form, What};
use crate::diff::view::standing::standing;
use crate::schema::{default, shown};

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
        given: default.and_then(|default| standing(default, &field.form)),
    }
}
