//! Members of objects, and parameters: the fields of structs.

use super::pairs::pair;
use super::types::shown;
use super::{At, Compare, became};
use crate::diff::kinds::api::DESCRIPTION;
use crate::diff::kinds::members as kinds;
use crate::diff::view::View;
use crate::diff::view::fields::{Field, is_deprecated};
use crate::pointer;
use crate::schema::{holds_private, is_private};

impl<'d> Compare<'_, 'd> {
    pub(super) fn members(&mut self, old: Vec<Field<'d>>, new: Vec<Field<'d>>, at: &At) {
        if at.is_sent() {
            self.reordered(&old, &new, at);
        }
        let same_place = |a: &Field<'_>, b: &Field<'_>| a.wire == b.wire && a.place == b.place;
        let pairs = pair(
            old,
            new,
            &[&same_place, &|a, b| a.wire == b.wire, &|a, b| {
                a.name == b.name
            }],
        );
        for (old, new) in pairs.both {
            let at = at.below(&token(&new), old.span, new.span);
            self.member(&old, &new, &at);
        }
        for gone in pairs.old {
            let at = at.only_old(&token(&gone), gone.span);
            match &gone.constant {
                Some(value) => self.push(kinds::CONSTANT_REMOVED, &at, &**value),
                None => self.push(kinds::REMOVED, &at, self.old_form(&gone)),
            }
        }
        for come in pairs.new {
            let below = at.only_new(&token(&come), come.span);
            let kind = match (&come.constant, at.is_sent(), come.required) {
                (Some(_), ..) => kinds::CONSTANT_ADDED,
                (None, true, true) => kinds::REQUIRED_ADDED,
                (None, true, false) => kinds::OPTIONAL_ADDED,
                (None, false, _) => kinds::REPLY_ADDED,
            };
            let detail = come.constant.clone();
            let detail = detail.unwrap_or_else(|| shown(self.new, &come.form, at.sent.1));
            self.push(kind, &below, detail);
        }
    }

    fn old_form(&self, field: &Field<'d>) -> String {
        shown(self.old, &field.form, true)
    }

    fn member(&mut self, old: &Field<'d>, new: &Field<'d>, at: &At) {
        match (&old.constant, &new.constant) {
            (Some(old), Some(new)) => {
                self.push_if(old != new, kinds::CONSTANT_CHANGED, at, became(old, new));
            }
            (None, Some(value)) => self.push(kinds::MADE_CONSTANT, at, &**value),
            (Some(value), None) if at.is_sent() => {
                self.push(kinds::UNMADE_CONSTANT, at, &**value);
            }
            (Some(value), None) => self.push(kinds::REPLY_UNMADE_CONSTANT, at, &**value),
            (None, None) => self.field(old, new, at),
        }
    }

    fn field(&mut self, old: &Field<'d>, new: &Field<'d>, at: &At) {
        if old.name != new.name {
            self.push(kinds::RENAMED, at, became(&old.name, &new.name));
        } else if old.wire != new.wire {
            self.push(kinds::WIRE_RENAMED, at, became(old.wire, new.wire));
        }
        let moved = old.place != new.place;
        self.push_if(
            moved,
            kinds::PARAMETER_MOVED,
            at,
            became(&old.place, &new.place),
        );
        self.presence(old, new, at);
        self.defaults(old, new, at);
        let flags = (is_deprecated(old), is_deprecated(new));
        self.deprecation(flags, [kinds::DEPRECATED, kinds::UNDEPRECATED], at);
        let private = |field: &Field<'_>, view: &View<'_>| {
            is_private(field.about) || holds_private(view.doc, field.schema.value)
        };
        let flags = (private(old, self.old), private(new, self.new));
        self.privacy(flags, at);
        let words = self.old.field_docs(old) != self.new.field_docs(new);
        self.push_if(words, DESCRIPTION, at, "");
        let (from, to) = (
            old.form.clone().besides_null(),
            new.form.clone().besides_null(),
        );
        if at.is_sent() {
            self.rules((old.schema.value, &from), (new.schema.value, &to), at);
        }
        self.forms(&from, &to, at);
    }

    /// Whether a field is an `Option`, and why.
    fn presence(&mut self, old: &Field<'d>, new: &Field<'d>, at: &At) {
        let required = (old.required, new.required);
        let nullable = (old.form.is_nullable(), new.form.is_nullable());
        // A request's constructor takes what is required, an `Option` or not.
        let setters = at.is_sent() && required.0 != required.1;
        let kind = if old.is_option() == new.is_option() && !setters {
            kinds::PRESENCE
        } else {
            match (required, nullable) {
                ((false, true), _) => kinds::NOW_REQUIRED,
                ((true, false), _) => kinds::NOW_OPTIONAL,
                (_, (false, true)) => kinds::NULL_ADDED,
                _ => kinds::NULL_REMOVED,
            }
        };
        let differs = required.0 != required.1 || nullable.0 != nullable.1;
        self.push_if(differs, kind, at, "");
    }

    /// `new` takes the required fields in the order of the document.
    fn reordered(&mut self, old: &[Field<'d>], new: &[Field<'d>], at: &At) {
        if !View::is_plain(old) || !View::is_plain(new) {
            return;
        }
        let (before, after) = (asked(old, new), asked(new, old));
        self.push_if(
            before != after,
            kinds::REORDERED,
            at,
            became(before.join(", "), after.join(", ")),
        );
    }
}

/// The names of the fields that `new` takes, as far as the other version takes them too.
fn asked<'f>(fields: &'f [Field<'_>], other: &[Field<'_>]) -> Vec<&'f str> {
    let taken = |field: &Field<'_>| field.required && field.constant.is_none();
    let both = fields.iter().filter(|field| {
        let again = |it: &Field<'_>| it.name == field.name && taken(it);
        taken(field) && other.iter().any(again)
    });
    both.map(|field| &*field.name).collect()
}

/// The field as a token of a JSON Pointer; the whole body is called by its Rust name.
fn token(field: &Field<'_>) -> String {
    let wire = if field.wire.is_empty() {
        &field.name
    } else {
        field.wire
    };
    pointer::escape(wire)
}
