//! Path templates and parameters brought together, as the generator does it.

use std::borrow::Cow;

use super::fields::Field;
use super::form::{Form, Schema};
use crate::header;
use crate::names::{Scope, snake};
use crate::span::Span;
use crate::template::{Filling, Pair, Template};
use crate::value::{Kind, Member, Value};

/// What describes a parameter that nobody declared.
static NOTHING: Value = Value {
    span: Span::start_of_file(),
    kind: Kind::Null,
};

/// Moves fields to where the path's template wants them, leaves out those that it has no place for, and adds what it wants besides.
pub(super) fn fit<'d>(
    path: &'d Member,
    signed: &[String],
    scope: &mut Scope,
    fields: &mut Vec<Field<'d>>,
) {
    let template = Template::of(&path.key);
    fields.retain(is_sent);
    for pair in &template.query {
        if !signed.contains(&pair.name) {
            query(pair, &template, path, scope, fields);
        }
    }
    let written = crate::template::placeholders(&path.key);
    let placed: Vec<_> = written
        .filter(|name| template.placeholders().any(|it| it == *name))
        .collect();
    fields.retain(|field| !is_path(field) || placed.contains(&field.wire));
    for name in placed {
        let is_it = |field: &Field<'_>| is_path(field) && field.wire == name;
        if !fields.iter().any(is_it) {
            fields.push(text("path", name, scope.claim(&snake(name)), path));
        }
    }
}

fn is_path(field: &Field<'_>) -> bool {
    field.place.starts_with("path")
}

/// Whether a parameter has a name that there is in its place.
fn is_sent(field: &Field<'_>) -> bool {
    let place = field.about.get("in").and_then(Value::as_str);
    place != Some("header") || header::is_name(field.wire)
}

fn query<'d>(
    pair: &Pair<'d>,
    template: &Template<'_>,
    path: &'d Member,
    scope: &mut Scope,
    fields: &mut Vec<Field<'d>>,
) {
    let is_query = |field: &Field<'_>| field.place.starts_with("query");
    let same = |field: &Field<'_>| is_query(field) && field.wire == pair.name;
    match &pair.filling {
        Filling::Fixed(value) => {
            fields.retain(|field| !same(field));
            fields.push(Field {
                constant: Some(format!("{value:?}")),
                ..text("query", pair.written, snake(pair.written), path)
            });
        }
        Filling::Parameter(parameter) => {
            let in_path = template.placeholders().any(|it| it == *parameter);
            for field in fields.iter_mut().filter(|_| !in_path) {
                let place = if is_query(field) {
                    field.place.clone()
                } else {
                    Cow::Borrowed("query")
                };
                if field.wire == *parameter && (is_query(field) || is_path(field)) {
                    (field.place, field.wire) = (place, pair.written);
                }
            }
            let moved = |field: &Field<'_>| is_query(field) && field.wire == pair.written;
            if !fields.iter().any(|field| same(field) || moved(field)) {
                let name = scope.claim(&snake(parameter));
                fields.push(text("query", pair.written, name, path));
            }
        }
        Filling::Mixed(_) => {
            fields.retain(|field| !same(field));
            let name = scope.claim(&snake(&pair.name));
            fields.push(text("query", pair.written, name, path));
        }
    }
}

/// A required text.
fn text<'d>(place: &'d str, wire: &'d str, name: String, path: &'d Member) -> Field<'d> {
    Field {
        wire,
        name,
        reader: String::new(),
        required: true,
        constant: None,
        schema: Schema::new(&NOTHING, ""),
        form: Form::Plain("String"),
        about: &NOTHING,
        place: Cow::Borrowed(place),
        span: path.key_span,
    }
}
