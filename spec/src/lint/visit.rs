//! One visit to every object whose place is known. Follows no reference and looks at no data, so that each is seen once.

use crate::check::place::{Place, Shape};
use crate::document::Document;
use crate::value::{Member, Value};

/// An object of the document.
#[derive(Clone, Copy)]
pub(super) struct Visit<'a> {
    pub(super) place: Place,
    /// The key it stands under, or under which it stands in a list or by name.
    pub(super) under: &'static str,
    /// The name it has there.
    pub(super) named: Option<&'a Member>,
    pub(super) value: &'a Value,
    /// Whether it is of a request that the service makes by itself.
    pub(super) by_service: bool,
}

/// Visits everything, that of other files included to which references lead.
pub(super) fn document<'a>(document: &'a Document, see: &mut dyn FnMut(Visit<'a>)) {
    from(Place::Document, &document.root, see);
    for (shape, place, value) in document.parts() {
        inside(shape, visit(place, value), see);
    }
}

/// Visits a value of a place, and everything in it.
pub(super) fn from<'a>(place: Place, value: &'a Value, see: &mut dyn FnMut(Visit<'a>)) {
    all(visit(place, value), see);
}

fn visit(place: Place, value: &Value) -> Visit<'_> {
    Visit {
        place,
        under: "",
        named: None,
        value,
        by_service: false,
    }
}

fn all<'a>(visit: Visit<'a>, see: &mut dyn FnMut(Visit<'a>)) {
    see(visit);
    for (key, shape, place) in visit.place.children() {
        let Some(child) = visit.value.get(key) else {
            continue;
        };
        let child = Visit {
            place: *place,
            under: key,
            named: None,
            value: child,
            by_service: visit.by_service || matches!(*key, "webhooks" | "callbacks"),
        };
        inside(*shape, child, see);
    }
}

fn inside<'a>(shape: Shape, child: Visit<'a>, see: &mut dyn FnMut(Visit<'a>)) {
    match shape {
        Shape::One => all(child, see),
        Shape::List => {
            for value in child.value.as_array().unwrap_or_default() {
                all(Visit { value, ..child }, see);
            }
        }
        Shape::Map | Shape::Table => {
            for member in child.value.as_object().unwrap_or_default() {
                if matches!(shape, Shape::Map) || !member.key.starts_with("x-") {
                    let named = Some(member);
                    let value = &member.value;
                    all(
                        Visit {
                            named,
                            value,
                            ..child
                        },
                        see,
                    );
                }
            }
        }
        Shape::Tables => {
            for member in child.value.as_object().unwrap_or_default() {
                let value = &member.value;
                inside(Shape::Table, Visit { value, ..child }, see);
            }
        }
    }
}
