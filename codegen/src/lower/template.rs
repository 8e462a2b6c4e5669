//! Path templates and parameters brought together: where the parameters of a template go, and those that nobody declared.
//! What is wrong with them has been said by the check.

use bindery_spec::header;
use bindery_spec::names::{Scope, snake};
use bindery_spec::template::{Filling, Pair, Template};

use super::parameter::Parameters;
use crate::ir::{Field, Literal, Place, Style, Type};

/// Moves parameters to where the template wants them, leaves out those that it has no place for, and adds what it wants besides.
pub(super) fn fit(
    template: &Template<'_>,
    signed: &[String],
    scope: &mut Scope,
    made: &mut Parameters,
) {
    made.fields
        .retain(|field| field.place != Place::Header || header::is_name(&field.wire));
    made.constants
        .retain(|(place, name, _)| *place != Place::Header || header::is_name(name));
    for pair in &template.query {
        if !signed.contains(&pair.name) {
            query(pair, template, scope, made);
        }
    }
    let placeholders: Vec<_> = template.placeholders().collect();
    let placed = |place, name: &str| place != Place::Path || placeholders.contains(&name);
    made.fields.retain(|field| placed(field.place, &field.wire));
    made.constants
        .retain(|(place, name, _)| placed(*place, name));
    for name in placeholders {
        if !is_declared(made, name) {
            let field = text(Place::Path, name, name, scope);
            made.fields.push(field);
        }
    }
}

/// A pair of the template's query: a parameter under the pair's name, or what is sent in every request.
fn query(pair: &Pair<'_>, template: &Template<'_>, scope: &mut Scope, made: &mut Parameters) {
    let name = &pair.name;
    let same = |field: &Field| field.place == Place::Query && field.wire == *name;
    match &pair.filling {
        Filling::Fixed(value) => {
            made.fields.retain(|field| !same(field));
            made.constants
                .retain(|(place, wire, _)| *place != Place::Query || wire != name);
            let value = Literal::Str(value.clone());
            made.constants.push((Place::Query, name.clone(), value));
        }
        Filling::Parameter(parameter) => {
            if !template.placeholders().any(|it| it == *parameter) {
                rename(made, parameter, name);
            }
            let constant = |(place, wire, _): &(Place, String, Literal)| {
                *place == Place::Query && wire == name
            };
            if !made.fields.iter().any(same) && !made.constants.iter().any(constant) {
                let field = text(Place::Query, name, parameter, scope);
                made.fields.push(field);
            }
        }
        Filling::Mixed(_) => {
            made.fields.retain(|field| !same(field));
            let field = text(Place::Query, name, name, scope);
            made.fields.push(field);
        }
    }
}

/// Sends a parameter in the query, under a pair's name.
fn rename(made: &mut Parameters, parameter: &str, name: &str) {
    let is_it =
        |place, wire: &str| matches!(place, Place::Path | Place::Query) && wire == parameter;
    for field in &mut made.fields {
        if is_it(field.place, &field.wire) {
            (field.place, field.wire) = (Place::Query, name.to_owned());
        }
    }
    for (place, wire, _) in &mut made.constants {
        if is_it(*place, wire) {
            (*place, *wire) = (Place::Query, name.to_owned());
        }
    }
}

fn is_declared(made: &Parameters, name: &str) -> bool {
    let fields = made.fields.iter().map(|field| (field.place, &*field.wire));
    let constants = made.constants.iter();
    let constants = constants.map(|(place, wire, _)| (*place, &**wire));
    fields.chain(constants).any(|it| it == (Place::Path, name))
}

/// A required text.
fn text(place: Place, wire: &str, name: &str, scope: &mut Scope) -> Field {
    Field {
        wire: wire.to_owned(),
        name: scope.claim(&snake(name)),
        docs: String::new(),
        ty: Type::String,
        required: true,
        deprecated: false,
        private: false,
        rules: Vec::new(),
        place,
        style: Style::Plain,
        applies: false,
        absent: None,
    }
}
