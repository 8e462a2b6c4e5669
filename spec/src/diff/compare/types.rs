//! Forms of types.

use super::{At, Compare, became};
use crate::diff::kinds::members::{NULL_ADDED, NULL_REMOVED};
use crate::diff::kinds::types as kinds;
use crate::diff::view::View;
use crate::diff::view::form::{Form, Named, Schema, What};

impl<'d> Compare<'_, 'd> {
    pub(super) fn forms(&mut self, old: &Form<'d>, new: &Form<'d>, at: &At) {
        match (old, new) {
            (Form::Plain(old), Form::Plain(new)) if old == new => {}
            (
                Form::List { item, bounds },
                Form::List {
                    item: other,
                    bounds: wanted,
                },
            ) => {
                self.bounds(*bounds, *wanted, at);
                self.inside(item.as_ref(), other.as_ref(), at);
            }
            (Form::Files(old), Form::Files(new)) => self.bounds(*old, *new, at),
            (Form::Map(old), Form::Map(new)) => self.inside(old.as_ref(), new.as_ref(), at),
            (Form::Tuple(old), Form::Tuple(new)) if old.len() == new.len() => {
                for (old, new) in old.iter().zip(new) {
                    self.inside(Some(old), Some(new), at);
                }
            }
            (Form::Nullable(old), Form::Nullable(new)) | (Form::OrJson(old), Form::OrJson(new)) => {
                self.forms(old, new, at);
            }
            (Form::Nullable(old), new) => {
                self.push(NULL_REMOVED, at, "");
                self.forms(old, new, at);
            }
            (old, Form::Nullable(new)) => {
                self.push(NULL_ADDED, at, "");
                self.forms(old, new, at);
            }
            (Form::Named(old), Form::Named(new)) => self.named(old, new, at),
            _ => self.changed(old, new, at),
        }
    }

    /// The items of a list, or the values of a map.
    fn inside(&mut self, old: Option<&Schema<'d>>, new: Option<&Schema<'d>>, at: &At) {
        let form = |view: &View<'d>, schema: Option<&Schema<'d>>| {
            schema.map_or(Form::Plain("Json"), |schema| view.form(schema))
        };
        let (from, to) = (form(self.old, old), form(self.new, new));
        let span = |schema: Option<&Schema<'d>>| schema.map(|schema| schema.value.span);
        let at = At {
            subject: format!("{}/*", at.subject),
            old: span(old).or(at.old),
            new: span(new).or(at.new),
            ..*at
        };
        if at.is_sent()
            && let (Some(old), Some(new)) = (old, new)
        {
            let (from, to) = (from.clone().besides_null(), to.clone().besides_null());
            self.rules((old.value, &from), (new.value, &to), &at);
        }
        self.forms(&from, &to, &at);
    }

    fn changed(&mut self, old: &Form<'d>, new: &Form<'d>, at: &At) {
        let from = shown(self.old, old, at.sent.0);
        let to = shown(self.new, new, at.sent.1);
        self.push(kinds::TYPE_CHANGED, at, became(from, to));
    }

    fn named(&mut self, old: &Named<'d>, new: &Named<'d>, at: &At) {
        let hidden = |named: &Named<'_>| named.what == What::Secret;
        let texts = |what| matches!(what, What::Text | What::Secret);
        let both_texts = texts(old.what) && texts(new.what);
        if old.what != new.what && !both_texts {
            return self.changed(&Form::Named(old.clone()), &Form::Named(new.clone()), at);
        }
        if old.name != new.name {
            self.push(kinds::TYPE_RENAMED, at, became(&old.name, &new.name));
        }
        if !self.seen.insert((old.key(), new.key())) {
            return;
        }
        let at = self.of_type(old, new, at);
        self.push_if(!hidden(old) && hidden(new), kinds::SECRET_ADDED, &at, "");
        self.push_if(hidden(old) && !hidden(new), kinds::SECRET_REMOVED, &at, "");
        self.open.push_back((old.clone(), new.clone(), at));
    }

    /// Compares the named types that were met, and those met on the way. No recursion, however long the chain of types.
    pub(super) fn met(&mut self) {
        while let Some((old, new, at)) = self.open.pop_front() {
            self.content(&old, &new, &at);
        }
    }

    fn content(&mut self, old: &Named<'d>, new: &Named<'d>, at: &At) {
        match new.what {
            What::Text | What::Secret => {
                self.about(old, new, at);
                self.text_rules(old.schema, new.schema, at);
            }
            What::Struct => {
                self.ways(old, new, at);
                self.about(old, new, at);
                let (old, new) = (self.old.fields(old), self.new.fields(new));
                self.members(old, new, at);
            }
            What::Strings | What::Integers => {
                self.ways(old, new, at);
                self.about(old, new, at);
                self.listed(old.schema, new.schema, at);
            }
            What::Union => {
                self.ways(old, new, at);
                self.about(old, new, at);
                self.unions(old, new, at);
            }
        }
    }
}

/// A type as callers write it.
pub(super) fn shown<'d>(view: &View<'d>, form: &Form<'d>, sent: bool) -> String {
    let schema = |schema: &Schema<'d>| shown(view, &view.form(schema), sent);
    match form {
        Form::Plain(name) => (*name).to_owned(),
        Form::Map(value) => {
            let value = value.as_ref().map_or("Json".to_owned(), schema);
            format!("BTreeMap<String, {value}>")
        }
        Form::Tuple(items) => {
            let items: Vec<_> = items.iter().map(schema).collect();
            format!("({})", items.join(", "))
        }
        Form::Nullable(inner) => format!("Option<{}>", shown(view, inner, sent)),
        Form::OrJson(inner) => format!("OrJson<{}>", shown(view, inner, sent)),
        Form::Named(named) => named.name.clone(),
        Form::Files(bounds) => list("FilePart", bounds.filter(|_| sent)),
        Form::List { item, bounds } => {
            let item = item.as_ref().map_or("Json".to_owned(), schema);
            list(&item, bounds.filter(|_| sent))
        }
    }
}

fn list(item: &str, bounds: Option<(u64, Option<u64>)>) -> String {
    match bounds {
        None => format!("Vec<{item}>"),
        Some((min, None)) => format!("List<{item}, {min}>"),
        Some((min, Some(max))) => format!("List<{item}, {min}, {max}>"),
    }
}
